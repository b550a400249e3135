// A running server as the commands see it: one call at a time, waited for. The address comes from
// CROSSWALK_URL, the key from CROSSWALK_API_KEY or a file, never from an argument.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "diagnostic/result.hpp"
#include "net/http.hpp"

namespace CLI {
class App;
}

namespace crosswalk::cli {

struct ServerOptions {
  std::string url = "http://127.0.0.1:8088";
  std::string key_file;
};

void add_server_options(CLI::App& command, ServerOptions& options);

struct ApiRequest {
  std::string method = "GET";
  std::string path;  // below /api/v1, or absolute when it starts with "//"
  std::string body = {};
  std::string content_type = "application/json";
  net::Headers headers = {};
};

class ApiClient {
 public:
  // Errors of usage: no key, a key file that cannot be read, an address that is no origin.
  static Result<std::unique_ptr<ApiClient>> open(const ServerOptions& options);
  ~ApiClient();

  // An answer of 2xx; every other one becomes an Error, with the words of its problem document.
  Result<net::HttpResponse> send(const ApiRequest& request);
  Result<nlohmann::ordered_json> json(const ApiRequest& request);
  [[nodiscard]] const std::string& url() const { return url_; }

 private:
  struct Parts;
  ApiClient(std::unique_ptr<Parts> parts, std::string url, std::string key);

  std::unique_ptr<Parts> parts_;
  std::string url_, key_;
};

// A path segment or query value from outside.
std::string encoded(std::string_view text);

}  // namespace crosswalk::cli
