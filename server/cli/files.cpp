#include "cli/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

namespace crosswalk::cli {
namespace {

constexpr std::size_t kDescribeFilesMax = 5'000;

Error unreadable(const std::string& path, const std::string& why, ErrorKind kind) {
  Error error;
  error.kind = kind;
  error.code = kind == ErrorKind::too_large ? "fileTooLarge" : "fileUnreadable";
  error.path = path;
  error.message = why;
  return error;
}

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

Result<File> read_file(const std::string& path, std::size_t bytes_max) {
  std::error_code failure;
  if (std::filesystem::is_directory(path, failure)) {
    return unreadable(path, "This is a folder, not a file.", ErrorKind::unreadable);
  }
  const std::unique_ptr<std::FILE, Closer> stream(std::fopen(path.c_str(), "rb"));
  if (!stream) {
    return unreadable(path, std::string("The file cannot be read: ") + std::strerror(errno) + ".",
                      ErrorKind::unreadable);
  }
  File file{.path = path, .text = ""};
  char piece[1 << 16];
  while (const std::size_t count = std::fread(piece, 1, sizeof piece, stream.get())) {
    if (file.text.size() + count > bytes_max) {
      return unreadable(path,
                        "The file is larger than " + std::to_string(bytes_max >> 20) + " MiB.",
                        ErrorKind::too_large);
    }
    file.text.append(piece, count);
  }
  if (std::ferror(stream.get()) != 0) {
    return unreadable(path, "The file cannot be read to its end.", ErrorKind::unreadable);
  }
  return file;
}

Result<std::vector<File>> read_describes(const std::vector<std::string>& paths) {
  namespace fs = std::filesystem;
  std::vector<File> files;
  for (const std::string& path : paths) {
    std::vector<std::string> names;
    std::error_code failure;
    if (fs::is_directory(path, failure)) {
      for (const auto& entry : fs::directory_iterator(path, failure)) {
        if (entry.path().extension() == ".json") names.push_back(entry.path().string());
      }
      if (names.empty()) {
        return unreadable(path, "The folder has no .json files.", ErrorKind::unreadable);
      }
      std::sort(names.begin(), names.end());
    } else {
      names.push_back(path);
    }
    for (const std::string& name : names) {
      if (files.size() >= kDescribeFilesMax) {
        return unreadable(path, "There are too many describe files.", ErrorKind::too_large);
      }
      auto file = read_file(name, kDocumentFileBytesMax);
      if (!file) return file.error();
      files.push_back(std::move(*file));
    }
  }
  return files;
}

}  // namespace crosswalk::cli
