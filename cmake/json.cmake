# nlohmann/json: documents (mappings, schemas, reports). JSON_DIAGNOSTICS stays off: it costs memory
# in every node, and places in documents come from core/json instead.
if(EMSCRIPTEN)
  # Only this one folder of the system's headers may be seen by em++, never the whole include root.
  find_path(CROSSWALK_JSON_INCLUDE nlohmann/json.hpp PATHS /usr/include /usr/local/include
            NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/third_party)
  file(CREATE_LINK ${CROSSWALK_JSON_INCLUDE}/nlohmann ${CMAKE_BINARY_DIR}/third_party/nlohmann SYMBOLIC)
  add_library(nlohmann_json::nlohmann_json INTERFACE IMPORTED)
  target_include_directories(nlohmann_json::nlohmann_json SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/third_party)
else()
  find_package(nlohmann_json 3.11 REQUIRED)
endif()
