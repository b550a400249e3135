# Flags that every target of the project shares: the standard, the warnings, hardening.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

option(CROSSWALK_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(CROSSWALK_FUZZ "Build the core and its libFuzzer programs alone (clang)" OFF)

find_program(CROSSWALK_CCACHE ccache)
if(CROSSWALK_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CROSSWALK_CCACHE})
endif()

add_library(crosswalk_build INTERFACE)
add_library(crosswalk::build ALIAS crosswalk_build)
target_compile_features(crosswalk_build INTERFACE cxx_std_20)
target_compile_options(crosswalk_build INTERFACE -Wall -Wextra -Wpedantic -Werror)
# An optimiser's guess about code it has inlined is not a finding about ours: g++ 12 reports false
# positives of these inside the standard library and Asio at -O2.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(crosswalk_build INTERFACE
    -Wno-maybe-uninitialized -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread
    -Wno-array-bounds -Wno-mismatched-new-delete)
endif()

if(NOT EMSCRIPTEN)
  target_compile_options(crosswalk_build INTERFACE -fstack-protector-strong)
  if(CROSSWALK_FUZZ)
    target_compile_options(crosswalk_build INTERFACE -fsanitize=fuzzer-no-link)
  endif()
  if(CROSSWALK_SANITIZE)
    target_compile_options(crosswalk_build INTERFACE
      -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(crosswalk_build INTERFACE -fsanitize=address,undefined)
  elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_definitions(crosswalk_build INTERFACE _FORTIFY_SOURCE=2)
  endif()
endif()
