// Reading the files that a command names, each within a bound. Errors have the file as their path.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "diagnostic/result.hpp"

namespace crosswalk::cli {

inline constexpr std::size_t kDocumentFileBytesMax = std::size_t{32} << 20;
inline constexpr std::size_t kRecordsFileBytesMax = std::size_t{256} << 20;

struct File {
  std::string path;
  std::string text;
};

Result<File> read_file(const std::string& path, std::size_t bytes_max);

// Files as they are, folders as the *.json files in them, in the order of their names.
Result<std::vector<File>> read_describes(const std::vector<std::string>& paths);

}  // namespace crosswalk::cli
