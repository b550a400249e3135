// One value on its way through one field of a program. Inside convert only.
#pragma once

#include <string>
#include <vector>

#include "convert/arena.hpp"
#include "convert/program.hpp"
#include "convert/refusal.hpp"

namespace crosswalk::convert {

struct Travel {
  const ProgramField& field;
  std::size_t index;
  Bound bound;
  Arena& arena;
  std::vector<Refusal>& refusals;
  Row row{};  // the record's values on the platform; empty: not known

  // Notes the refusal; the value arrives as absent.
  Value refuse(RefusalKind kind, std::string message) const;

  // "Last Name (LastName)", of the side that the value goes to.
  [[nodiscard]] std::string target() const;
};

// The field's transform. False: a value was refused (and noted).
bool apply_steps(const Travel& travel, Value& value);

// A value after its transform into the form and limits of a side. Never null or absent on entry.
Value into_salesforce(const Travel& travel, const Value& value);
Value into_platform(const Travel& travel, const Value& value);

// Conversions that both ways share.
Value take_text(const Travel& travel, const Value& value, Form source, std::size_t units_max,
                bool one_line, bool may_cut);
Value take_number(const Travel& travel, const Value& value, const NumberLimit& limit);
Value take_truth(const Travel& travel, const Value& value);
Value take_date(const Travel& travel, const Value& value, Form source);
Value take_datetime(const Travel& travel, const Value& value, Form source);
Value take_time(const Travel& travel, const Value& value);
Value take_id(const Travel& travel, const Value& value);
Value take_email(const Travel& travel, const Value& value, std::size_t units_max);

// A value of a list, in the list's own casing; refused when `restricted` and not in it.
Value take_choice(const Travel& travel, const Value& value, const std::vector<std::string>& list,
                  bool restricted);
// The same for every member of a set, each once, joined by ';'.
Value take_set(const Travel& travel, const Value& value, const std::vector<std::string>& list,
               bool restricted, std::size_t units_max);

}  // namespace crosswalk::convert
