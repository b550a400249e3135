// Why a value cannot go to the other side. A refusal concerns one field of one record and never
// holds the record's value: lengths, limits, labels and allowed values are enough for an admin.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>

namespace crosswalk::convert {

// `field` of a refusal that no field of the program causes: a required field that is not mapped.
inline constexpr std::size_t kNoField = std::numeric_limits<std::size_t>::max();

enum class Bound : std::uint8_t { to_salesforce, to_platform };

struct Refusal {
  std::string_view code;             // CW30xx of diagnostic/codes/records.hpp
  std::string_view salesforce_code;  // what Salesforce would answer: "STRING_TOO_LONG"; empty: ours
  std::size_t field = kNoField;      // index into Program::fields()
  std::string field_name;            // the Salesforce field that is concerned, its API name
  std::string message;               // for an admin
  std::string_view cure;             // what an admin can do
};

enum class RefusalKind : std::uint8_t {
  too_long,
  not_a_number,
  out_of_range,
  beyond_integer,  // of an integer type, whatever the field's digits
  not_in_picklist,
  not_a_date,
  not_a_datetime,
  beyond_dates,  // a date, or a date and time, of a year that Salesforce does not know
  not_a_time,
  not_a_truth,
  not_an_email,
  not_an_id,
  required,
  wrong_kind,
  not_mapped,
  number_as_text,  // "12": whether Salesforce would read it as a number is not ours to guess
  truth_as_text,   // "TRUE": the same of true and false
  unreadable,      // by a step of the transform
};

// What becomes of a value without anybody being asked: no reason to refuse it, but an admin should
// know. By Salesforce when it stores the value, or by the conversion for it.
enum class Change : std::uint8_t {
  cut,        // to the field's length, as the mapping asks
  trimmed,    // of blanks at its ends
  cleaned,    // of control characters, NUL among them
  flattened,  // line ends became blanks in a field of one line
  rounded,    // to the digits after the point that the field keeps
  inexact,    // more digits than a double holds
  recased,    // a choice in the list's own casing
  unlisted,   // a choice that an open picklist does not have, and takes
  regrouped,  // a set in the list's order, each member once
  seconds,    // a fraction of a second went
  day_only,   // the time of a day went
};
inline constexpr std::size_t kChanges = 11;

// What is to be said of one value on its way, without words, so that judging a value allocates
// nothing; the words are made by converting the same value again with a list of refusals.
class Verdict {
 public:
  void clear() { *this = {}; }
  void refuse(RefusalKind kind) {
    refused_ = true;
    kind_ = kind;
  }
  void note(Change change) {
    changes_ = static_cast<std::uint16_t>(changes_ | 1U << static_cast<unsigned>(change));
  }
  void measure(std::size_t units) { units_ = units; }
  void measure_number(std::size_t integer_digits, std::size_t fraction_digits) {
    integer_digits_ = static_cast<std::uint16_t>(integer_digits);
    fraction_digits_ = static_cast<std::uint16_t>(fraction_digits);
  }

  [[nodiscard]] bool refused() const { return refused_; }
  [[nodiscard]] RefusalKind kind() const { return kind_; }  // when refused
  [[nodiscard]] unsigned changes() const { return changes_; }
  [[nodiscard]] bool has(Change change) const {
    return (changes_ >> static_cast<unsigned>(change) & 1U) != 0;
  }
  // UTF-16 units of the text that met the field's length; 0: it did not come to that.
  [[nodiscard]] std::size_t units() const { return units_; }

  // Of a number, as it came: digits before and after the point that count.
  [[nodiscard]] std::size_t integer_digits() const { return integer_digits_; }
  [[nodiscard]] std::size_t fraction_digits() const { return fraction_digits_; }

 private:
  std::size_t units_ = 0;
  std::uint16_t integer_digits_ = 0, fraction_digits_ = 0;
  std::uint16_t changes_ = 0;
  RefusalKind kind_ = RefusalKind::wrong_kind;
  bool refused_ = false;
};

struct RefusalRule {
  RefusalKind kind;
  std::string_view code;
  std::string_view
      salesforce_code;             // on the way to Salesforce; on the way back the refusal is ours
  std::string_view cure;           // on the way to Salesforce
  std::string_view platform_cure;  // on the way to the platform
};

// The table, in the order of the enum.
std::span<const RefusalRule> refusal_rules();
const RefusalRule& refusal_rule(RefusalKind kind);

}  // namespace crosswalk::convert
