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
  unreadable,  // by a step of the transform
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
