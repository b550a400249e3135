// Reading a JSON request body: bounded, typed, and strict about members that are not known. A
// reader keeps the first problem that it meets; finish() answers it, with the pointer of the
// member.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "diagnostic/result.hpp"

namespace crosswalk::api {

inline constexpr std::size_t kDocumentBytesMax = 4u << 20;   // mappings and platform schemas
inline constexpr std::size_t kRequestBytesMax = 256u << 10;  // everything else

// Keys, names and settings are lines of text: a control character in one is a mistake or an attack.
bool has_control_character(std::string_view text);

Result<nlohmann::ordered_json> parse_object(std::string_view text, std::size_t bytes_max);

class BodyReader {
 public:
  explicit BodyReader(const nlohmann::ordered_json& object, std::string pointer = "");

  std::string text(std::string_view name, std::size_t length_max);
  std::optional<std::string> optional_text(std::string_view name, std::size_t length_max);
  std::string choice(std::string_view name, std::span<const std::string_view> allowed,
                     std::string_view fallback);
  bool truth(std::string_view name, bool fallback);
  double number(std::string_view name, double fallback, double low, double high);
  std::vector<std::string> texts(std::string_view name, std::size_t count_max,
                                 std::size_t length_max);
  const nlohmann::ordered_json* any(std::string_view name);  // null where the member is missing
  const nlohmann::ordered_json* object(std::string_view name);

  void refuse(std::string_view name, std::string message);
  [[nodiscard]] std::string pointer(std::string_view name) const;
  Result<void> finish();

 private:
  const nlohmann::ordered_json* find(std::string_view name);

  const nlohmann::ordered_json& object_;
  std::string pointer_;
  std::vector<std::string_view> known_;
  std::optional<Error> problem_;
};

}  // namespace crosswalk::api
