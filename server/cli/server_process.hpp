// The whole server as one object: opens everything in order, serves until it is asked to end, then
// drains in the reverse order. One thread runs all I/O and every handler; SQL, hashing and big
// conversions have threads of their own.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "diagnostic/result.hpp"

namespace crosswalk::cli {

struct ServeOptions {
  std::string data = "crosswalk-data";
  std::string listen = "127.0.0.1:8088";
  std::string public_url;                       // empty: made from the bound address
  std::vector<std::string> salesforce_origins;  // beside Salesforce's own domains
  std::string ca_file;
  std::string console;  // folder of the console's files; empty: none
};

class ServerProcess {
 public:
  // Opens data folder, vault, console and socket; nothing is answered yet.
  static Result<std::unique_ptr<ServerProcess>> open(const ServeOptions& options);
  ~ServerProcess();

  [[nodiscard]] const std::string& url() const;
  // Serves until SIGTERM or SIGINT, then drains. A second signal ends the process at once.
  void run();

 private:
  struct Parts;
  explicit ServerProcess(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace crosswalk::cli
