// What a handler gives back: a whole answer, or the note that it has streamed one itself.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace crosswalk::api {

struct Answer {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  bool streamed = false;  // the handler has written head and body through the exchange

  static Answer json(std::string body, int status = 200) {
    return Answer{.status = status,
                  .content_type = "application/json",
                  .body = std::move(body),
                  .headers = {},
                  .streamed = false};
  }
  static Answer empty(int status = 204) {
    return Answer{
        .status = status, .content_type = "", .body = "", .headers = {}, .streamed = false};
  }
  static Answer already_streamed() {
    return Answer{.status = 200, .content_type = "", .body = "", .headers = {}, .streamed = true};
  }

  Answer&& with(std::string name, std::string value) && {
    headers.emplace_back(std::move(name), std::move(value));
    return std::move(*this);
  }
};

}  // namespace crosswalk::api
