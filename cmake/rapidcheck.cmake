find_package(rapidcheck REQUIRED)
