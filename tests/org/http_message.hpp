// Requests and answers as plain values; what Beast makes of them stays in http_server.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosswalk::org {

struct Request {
  std::string method, target, body;
  std::map<std::string, std::string> headers;  // names in lower case

  std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
};

struct Response {
  int status = 200;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  int delay_ms = 0;
  bool drop = false;  // close the connection instead of answering
};

// A request's target taken apart: decoded segments (doubled slashes count once) and parameters.
struct Target {
  std::vector<std::string> segments;
  std::multimap<std::string, std::string> parameters;

  std::string parameter(const std::string& name) const {
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string() : found->second;
  }
  bool has(const std::string& name) const { return parameters.contains(name); }
};

Target take_apart(std::string_view target);
std::multimap<std::string, std::string> read_form(std::string_view text);
std::string url_decode(std::string_view text, bool plus_is_blank);
std::string url_encode(std::string_view text);
std::string html_escape(std::string_view text);

Response json_response(int status, std::string body);
Response html_response(int status, const std::string& title, const std::string& body);

}  // namespace crosswalk::org
