find_package(SQLite3 3.40 REQUIRED)
