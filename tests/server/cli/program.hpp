// Runs the built `crosswalk` as a person would: arguments, environment, exit code, both outputs.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace crosswalk::cli_test {

struct Outcome {
  int exit_code = -1;
  std::string out, err;
};

using Arguments = std::vector<std::string>;

// `environment` are NAME=VALUE entries beside the test's own.
Outcome run(const Arguments& arguments, const Arguments& environment = {});

// A folder that is removed again.
class Folder {
 public:
  Folder();
  ~Folder();
  // Writes a file and answers its path.
  std::string file(const std::string& name, const std::string& text) const;
  [[nodiscard]] std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// `crosswalk serve` on a free port; asked to end by the destructor.
class Serving {
 public:
  Serving(const std::string& data, const Arguments& more = {});
  ~Serving();
  // SIGTERM, then its exit code.
  int stop();

  std::string first_line;
  std::string url;

 private:
  pid_t pid_ = -1;
  int out_ = -1;
};

}  // namespace crosswalk::cli_test
