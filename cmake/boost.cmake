# Asio is compiled once, in server/runtime, Beast once, in server/net; Boost.URL is linked.
find_package(Boost 1.81 REQUIRED COMPONENTS url)
find_package(Threads REQUIRED)

add_library(crosswalk_boost INTERFACE)
add_library(crosswalk::boost ALIAS crosswalk_boost)
target_link_libraries(crosswalk_boost INTERFACE Boost::headers Threads::Threads)
target_compile_definitions(crosswalk_boost INTERFACE
  BOOST_ASIO_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED BOOST_BEAST_SEPARATE_COMPILATION)
