// The program crosswalk-org as a child process: port of its choice, ended with this object.
#pragma once

#include <string>
#include <vector>

namespace crosswalk::sync {

class LocalOrg {
 public:
  explicit LocalOrg(std::vector<std::string> flags);
  ~LocalOrg();
  LocalOrg(const LocalOrg&) = delete;
  LocalOrg& operator=(const LocalOrg&) = delete;

  [[nodiscard]] const std::string& url() const { return url_; }  // empty: it did not start

 private:
  int pid_ = -1;
  int output_ = -1;
  std::string url_;
};

// Runs the program to its end; true when it exits 0.
bool run_org_command(std::vector<std::string> arguments);

}  // namespace crosswalk::sync
