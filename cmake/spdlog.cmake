find_package(spdlog 1.10 REQUIRED)
