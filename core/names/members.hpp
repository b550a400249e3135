// Checks the members of one JSON object of a document against a table: unknown names (with what was
// probably meant, and fixes), values of the wrong shape, missing members. Then hands out the values
// that have the right shape. Holds references; lives as long as the reading of that object.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"

namespace crosswalk::names {

enum class Shape : std::uint8_t {
  text,      // not empty
  any_text,  // may be empty
  truth,     // true or false
  natural,   // 0, 1, 2, ... below 2^31
  list,      // [ ]
  object,    // { }
  list_or_object,
  scalar,  // text, number, truth or null
  any,
};

struct Member {
  std::string_view name;
  Shape shape = Shape::any;
  bool required = false;
  std::string_view usual{};  // JSON text that a fix adds where the member is missing
};

// The rows of the code table that the findings of one kind of document use.
struct MemberCodes {
  const diagnostic::Code& unknown;
  const diagnostic::Code& wrong_type;
  const diagnostic::Code& missing;
};

class Members {
 public:
  // `owner` names the object in messages: "a field of the mapping". Reports at once.
  Members(const nlohmann::ordered_json& object, std::string pointer, std::span<const Member> table,
          const MemberCodes& codes, std::string_view owner, Report& report);

  // The member if it is there in the right shape, or null.
  [[nodiscard]] const nlohmann::ordered_json* get(std::string_view name) const;
  [[nodiscard]] std::string text(std::string_view name) const;
  [[nodiscard]] bool truth(std::string_view name, bool fallback) const;
  // -1 when it is not there.
  [[nodiscard]] long long natural(std::string_view name) const;
  [[nodiscard]] std::string pointer(std::string_view name) const;
  [[nodiscard]] const std::string& pointer() const { return pointer_; }

 private:
  void check_known(std::string_view name, const nlohmann::ordered_json& value);
  void report_unknown(std::string_view name);
  [[nodiscard]] bool has(std::string_view name) const;

  const nlohmann::ordered_json& object_;
  std::string pointer_;
  std::span<const Member> table_;
  const MemberCodes& codes_;
  std::string_view owner_;
  Report& report_;
  std::vector<const nlohmann::ordered_json*> values_;  // by row of the table
  std::optional<std::vector<std::string_view>> free_;  // names of rows without a member, once asked
};

// A finding for a word that is none of `choices`, with the nearest as a fix.
Diagnostic unknown_word(const diagnostic::Code& code, std::string pointer, std::string_view word,
                        std::span<const std::string_view> choices, std::string_view what);

// "a text", "a list", ... of a JSON value, for messages.
std::string_view shape_of(const nlohmann::ordered_json& value);

// "a, b or c", at most `most` of them.
std::string one_of(std::span<const std::string_view> choices, std::size_t most = 30);

}  // namespace crosswalk::names
