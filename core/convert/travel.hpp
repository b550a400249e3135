// One value on its way through one field of a program. Inside convert only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
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
  Verdict* verdict = nullptr;  // set: takes what is to be said, and no words are made
  Row row{};                   // the record's values on the platform; empty: not known

  // Notes the refusal; the value arrives as absent.
  Value refuse(RefusalKind kind, std::string message) const;
  // The same, with words that are made only when somebody wants them.
  template <class Say>
  requires std::is_invocable_v<Say> Value refuse(RefusalKind kind, Say&& say)
  const {
    if (verdict == nullptr) return refuse(kind, std::string(say()));
    verdict->refuse(kind);
    return {};
  }

  void note(Change change) const {
    if (verdict != nullptr) verdict->note(change);
  }

  // "Last Name (LastName)", of the side that the value goes to.
  [[nodiscard]] std::string target() const;
};

// The field's transform. False: a value was refused (and noted).
bool apply_steps(const Travel& travel, Value& value);

// A value after its transform into the form and limits of a side. Never null or absent on entry.
Value into_salesforce(const Travel& travel, const Value& value);
Value into_platform(const Travel& travel, const Value& value);

// The text that stands for a value of another kind. Nothing: the value has no good form.
std::optional<std::string_view> text_of(const Travel& travel, const Value& value, Form source);
Value refuse_bytes(const Travel& travel);  // no UTF-8
Value refuse_length(const Travel& travel, std::size_t units, std::size_t units_max);

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

struct Choices {
  const std::vector<std::string>& list;
  bool restricted;  // values that are not in the list are refused
};

// A value of a list, in the list's own casing where it is restricted.
Value take_choice(const Travel& travel, const Value& value, const Choices& choices);
// The same for every member of a set, each once, joined by ';'.
Value take_set(const Travel& travel, const Value& value, const Choices& choices,
               std::size_t units_max);

}  // namespace crosswalk::convert
