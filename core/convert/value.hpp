// A value of a record, as a view: absent (not given: leave it alone), null (given as nothing: clear
// it), or a view of text, number or truth in the buffer it was read from. The three are never mixed
// up. The holder of the buffer keeps it alive. A Row is the values of one record in the order of
// Program::fields().
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace crosswalk::convert {

enum class ValueKind : std::uint8_t { absent, null, text, number, truth };

struct Value {
  ValueKind kind = ValueKind::absent;
  std::string_view
      text;  // of text; of number: its decimal text as it was written, "23.0", "1.44E12"
  bool truth = false;

  static Value of_null() { return {ValueKind::null, {}, false}; }
  static Value of_text(std::string_view text) { return {ValueKind::text, text, false}; }
  static Value of_number(std::string_view text) { return {ValueKind::number, text, false}; }
  static Value of_truth(bool truth) { return {ValueKind::truth, {}, truth}; }

  [[nodiscard]] bool is_absent() const { return kind == ValueKind::absent; }
  [[nodiscard]] bool is_null() const { return kind == ValueKind::null; }
  [[nodiscard]] bool is_text() const { return kind == ValueKind::text; }
  [[nodiscard]] bool is_number() const { return kind == ValueKind::number; }
  [[nodiscard]] bool is_truth() const { return kind == ValueKind::truth; }
  // Absent or null.
  [[nodiscard]] bool is_nothing() const { return is_absent() || is_null(); }

  // Equal to the byte; whether two values mean the same is same_value's business (form.hpp).
  friend bool operator==(const Value& left, const Value& right) {
    if (left.kind != right.kind) return false;
    return left.kind == ValueKind::truth ? left.truth == right.truth : left.text == right.text;
  }
};

using Row = std::span<const Value>;

}  // namespace crosswalk::convert
