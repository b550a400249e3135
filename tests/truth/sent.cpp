#include "truth/sent.hpp"

#include "convert/calendar.hpp"
#include "convert/convert.hpp"
#include "convert/decimal.hpp"
#include "convert/text.hpp"
#include "convert/travel.hpp"
#include "truth/describes.hpp"

namespace crosswalk::truth {
namespace {

using convert::Arena;
using convert::Bound;
using convert::FieldRole;
using convert::Form;
using convert::ProgramField;
using convert::Refusal;
using convert::Travel;
using convert::Value;

std::string attributes() { return std::string(R"({"attributes":{"type":")") + kObject + "\"}"; }

std::string member(const ProgramField& field, const std::string& json) {
  return ",\"" + field.salesforce_name + "\":" + json;
}

Value number_without_limits(const ProgramField& field, const Value& value, Arena& arena) {
  const auto number = value.is_number() ? convert::Decimal::read(value.text) : std::nullopt;
  if (!number) return value;
  const bool whole = field.salesforce_number.integer;
  return Value::of_number(whole ? number->rounded(0, arena) : number->plain(arena));
}

Value day_without_limits(const Value& value, Arena& arena) {
  if (!value.is_text()) return value;
  if (const auto day = convert::read_day(value.text))
    return Value::of_text(convert::write_day(*day, arena));
  if (const auto instant = convert::read_instant(value.text))
    return Value::of_text(convert::write_day(instant->written_day, arena));
  return value;
}

Value instant_without_limits(const ProgramField& field, const Value& value, Arena& arena) {
  if (!value.is_text()) return value;
  const auto day = convert::read_day(value.text);
  if (day && field.platform_form == Form::date)
    return Value::of_text(convert::write_instant(convert::midnight(*day), arena));
  const auto instant = convert::read_instant(value.text);
  return instant ? Value::of_text(convert::write_instant(*instant, arena)) : value;
}

// The value that conversion refused.
std::string careless(const Travel& travel, Value value) {
  const ProgramField& field = travel.field;
  const bool blank = value.is_text() && convert::trim(value.text).empty();
  if (value.is_nothing() || blank || !convert::apply_steps(travel, value)) return "null";
  switch (field.salesforce_form) {
    case Form::number:
      return json_of(number_without_limits(field, value, travel.arena));
    case Form::date: {
      const bool moment = field.platform_form == Form::datetime;
      const bool day = value.is_text() && convert::read_day(value.text).has_value();
      return json_of(moment || day ? day_without_limits(value, travel.arena) : value);
    }
    case Form::datetime:
      return json_of(instant_without_limits(field, value, travel.arena));
    case Form::text: {
      if (value.is_nothing()) return "null";
      const auto text = convert::text_of(travel, value, field.platform_form);
      return json_of(text ? Value::of_text(*text) : value);
    }
    default:
      return json_of(value);
  }
}

Value given_to(const Scenario& scenario, const ProgramField& field,
               const std::vector<Cell>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (scenario.lines[i].platform.name == field.platform_name) return cells[i].value();
  }
  return {};
}

// Which members of the record are wanted.
enum class Wanted { all, key, one_fault };

class Record {
 public:
  Record(const Scenario& scenario, const std::vector<Cell>& cells)
      : scenario_(scenario), cells_(cells) {}

  std::string write(Wanted wanted, std::string_view fault = {}) {
    std::string out = attributes();
    const auto fields = scenario_.program.fields();
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (!fields[i].push || !fields[i].createable) continue;
      if (wanted == Wanted::key && fields[i].role != FieldRole::key) continue;
      out += member_of(i, wanted != Wanted::one_fault || fields[i].salesforce_name == fault);
    }
    return out + "}";
  }

 private:
  // Nothing is sent of a new record's field that has no value.
  std::string member_of(std::size_t index, bool faults) {
    const ProgramField& field = scenario_.program.fields()[index];
    const Value given = given_to(scenario_, field, cells_);
    std::vector<Refusal> refusals;
    Value value = convert::to_salesforce(scenario_.program, index, given, arena_, refusals);
    if (!refusals.empty()) {
      const Travel travel{field, index, Bound::to_salesforce, arena_, refusals};
      return faults ? member(field, careless(travel, given)) : std::string();
    }
    if (given.is_absent() && field.role == FieldRole::mapped) value = field.default_value.view();
    return value.is_nothing() ? std::string() : member(field, json_of(value));
  }

  const Scenario& scenario_;
  const std::vector<Cell>& cells_;
  Arena arena_;
};

}  // namespace

std::string record_of(const Scenario& scenario, const std::vector<Cell>& cells) {
  return Record(scenario, cells).write(Wanted::all);
}

std::string record_with_fault(const Scenario& scenario, const std::vector<Cell>& cells,
                              std::string_view field) {
  return Record(scenario, cells).write(Wanted::one_fault, field);
}

std::string key_of(const Scenario& scenario, const std::vector<Cell>& cells) {
  return Record(scenario, cells).write(Wanted::key);
}

}  // namespace crosswalk::truth
