// HTTP messages as plain values, the same for the server and the client.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::net {

struct Header {
  std::string name;
  std::string value;
  friend bool operator==(const Header&, const Header&) = default;
};

// Header fields in the order they came; names compare without regard to ASCII case.
class Headers {
 public:
  Headers() = default;
  Headers(std::initializer_list<Header> fields) : fields_(fields) {}

  // The first field of this name. The view lives as long as the field.
  [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const { return get(name).has_value(); }
  [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;
  void set(std::string name, std::string value);  // replaces every field of this name
  void add(std::string name, std::string value);  // appends (Set-Cookie)
  void erase(std::string_view name);

  [[nodiscard]] auto begin() const { return fields_.begin(); }
  [[nodiscard]] auto end() const { return fields_.end(); }
  [[nodiscard]] std::size_t size() const { return fields_.size(); }
  friend bool operator==(const Headers&, const Headers&) = default;

 private:
  std::vector<Header> fields_;
};

struct HttpRequest {
  std::string method = "GET";
  std::string url;  // absolute
  Headers headers;
  std::string body;
};

struct HttpResponse {
  int status = 200;
  Headers headers;
  std::string body;
};

// ASCII only, as HTTP compares.
bool equals_ignoring_case(std::string_view left, std::string_view right);
// A token of RFC 9110 (header names, methods).
bool is_token(std::string_view text);
// May stand in a header's value: no byte below 0x20 but tab, no 0x7f.
bool is_header_value(std::string_view text);
// The standard reason phrase, "" for a status without one.
std::string_view reason_phrase(int status);

}  // namespace crosswalk::net
