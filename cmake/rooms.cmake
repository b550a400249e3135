# A room is a folder, a namespace and a static library: crosswalk_room(mapping SOURCES ... USES ...)
# makes the target crosswalk::mapping. Headers lie beside their sources and are included by room
# path ("mapping/document.hpp"), so the include root is the room's layer (core or server).

function(crosswalk_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;PRIVATELY_USES" ${ARGN})
  set(target crosswalk_${name})
  cmake_path(GET CMAKE_CURRENT_SOURCE_DIR PARENT_PATH layer)
  if(ROOM_SOURCES)
    add_library(${target} STATIC ${ROOM_SOURCES})
    target_include_directories(${target} PUBLIC ${layer})
    target_link_libraries(${target} PUBLIC ${ROOM_USES} PRIVATE crosswalk::build ${ROOM_PRIVATELY_USES})
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${layer})
    target_link_libraries(${target} INTERFACE ${ROOM_USES})
  endif()
  add_library(crosswalk::${name} ALIAS ${target})
endfunction()

# crosswalk_test(mapping_tests SOURCES ... USES ... [LABELS fast|slow|org|program]): a GoogleTest program,
# one test of CTest under its own name: started once, however many cases it has. The target fast_tests
# is all programs labelled fast: what the sanitizers run. Real describes, answers and records are read
# from the folder that CROSSWALK_CORPUS names at run time; without it such tests skip and say so.
function(crosswalk_test target)
  cmake_parse_arguments(TEST "" "" "SOURCES;USES;LABELS" ${ARGN})
  add_executable(${target} ${TEST_SOURCES})
  target_link_libraries(${target} PRIVATE crosswalk::build ${TEST_USES} GTest::gtest GTest::gmock GTest::gtest_main)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${target} PRIVATE CROSSWALK_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  if("fast" IN_LIST TEST_LABELS)
    if(NOT TARGET fast_tests)
      add_custom_target(fast_tests)
    endif()
    add_dependencies(fast_tests ${target})
  endif()
  add_test(NAME ${target} COMMAND ${target} --gtest_brief=1)
  set_tests_properties(${target} PROPERTIES LABELS "${TEST_LABELS}" TIMEOUT 600)
endfunction()
