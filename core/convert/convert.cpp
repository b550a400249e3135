#include "convert/convert.hpp"

#include <cassert>

#include "convert/text.hpp"
#include "convert/travel.hpp"

namespace crosswalk::convert {
namespace {

using mapping::OnNull;
using mapping::OnTooLong;
using schema::FieldType;
using schema::PlatformType;

Value refuse_required(const Travel& travel) {
  const bool push = travel.bound == Bound::to_salesforce;
  return travel.refuse(RefusalKind::required, [&] {
    return travel.target() + " must not be empty: " + (push ? "Salesforce" : "the platform") +
           " requires a value.";
  });
}

// A value that is nothing on its way to Salesforce. A checkbox is never empty there: the value
// says nothing about it, so it is left alone.
Value clear_in_salesforce(const Travel& travel) {
  if (travel.field.salesforce_type == FieldType::boolean) return {};
  if (!travel.field.salesforce_nillable) return refuse_required(travel);
  return Value::of_null();
}

// What stands for a null on its way to Salesforce.
Value fill(const Travel& travel) {
  if (travel.field.on_null == OnNull::skip) return {};
  if (travel.field.on_null == OnNull::default_value) return travel.field.default_value.view();
  return clear_in_salesforce(travel);
}

Value clear_on_platform(const Travel& travel) {
  if (travel.field.platform_type == PlatformType::boolean) return {};
  if (travel.field.platform_required) return refuse_required(travel);
  return Value::of_null();
}

bool is_blank_text(const Value& value) { return value.is_text() && trim(value.text).empty(); }

// Steps that cut a text make no sense on an address, a code or a choice.
bool may_cut(const ProgramField& field, FieldType type) {
  if (field.on_too_long != OnTooLong::truncate || field.role == FieldRole::key) return false;
  return type == FieldType::string || type == FieldType::textarea || type == FieldType::combobox ||
         type == FieldType::encryptedstring;
}

bool may_cut(const ProgramField& field, PlatformType type) {
  return field.on_too_long == OnTooLong::truncate && field.role != FieldRole::key &&
         (type == PlatformType::text || type == PlatformType::multiline_text);
}

}  // namespace

Value into_salesforce(const Travel& travel, const Value& value) {
  const ProgramField& field = travel.field;
  const std::size_t units_max = field.salesforce_text.units_max;
  switch (field.salesforce_form) {
    case Form::number:
      return take_number(travel, value, field.salesforce_number);
    case Form::truth:
      return take_truth(travel, value);
    case Form::date:
      return take_date(travel, value, field.sent_form);
    case Form::datetime:
      return take_datetime(travel, value, field.sent_form);
    case Form::time:
      return take_time(travel, value);
    case Form::id:
      return take_id(travel, value);
    case Form::set:
      return take_set(travel, value, {field.picklist, field.picklist_restricted}, units_max);
    case Form::text:
      break;
  }
  if (field.salesforce_type == FieldType::email) return take_email(travel, value, units_max);
  const Value text = take_text(travel, value, field.sent_form, units_max, !field.multiline,
                               may_cut(field, field.salesforce_type));
  if (field.salesforce_type != FieldType::picklist) return text;
  return take_choice(travel, text, {field.picklist, field.picklist_restricted});
}

Value into_platform(const Travel& travel, const Value& value) {
  const ProgramField& field = travel.field;
  const std::size_t units_max = field.platform_text.units_max;
  switch (field.platform_form) {
    case Form::number:
      return take_number(travel, value, field.platform_number);
    case Form::truth:
      return take_truth(travel, value);
    case Form::date:
      return take_date(travel, value, field.returned_form);
    case Form::datetime:
      return take_datetime(travel, value, field.returned_form);
    case Form::time:
      return take_time(travel, value);
    case Form::set:
      return take_set(travel, value, {field.platform_values, !field.platform_values.empty()}, 0);
    case Form::id:
    case Form::text:
      break;
  }
  if (field.platform_type == PlatformType::email) return take_email(travel, value, units_max);
  const Value text = take_text(travel, value, field.returned_form, units_max, false,
                               may_cut(field, field.platform_type));
  return take_choice(travel, text, {field.platform_values, !field.platform_values.empty()});
}

namespace {

// Made in place: a copy of a value that was only just written waits for the write.
Value arrive_in_salesforce(const Travel& travel, const Value& value) {
  Value arrived = into_salesforce(travel, value);
  if (arrived.is_null()) arrived = clear_in_salesforce(travel);
  return arrived;
}

Value travel_to_salesforce(const Travel& travel, const Value& platform) {
  const ProgramField& field = travel.field;
  if (field.role == FieldRole::constant) return field.constant.view();
  if (platform.is_absent() || field.role == FieldRole::read) return {};
  if (!field.makes_of_nothing) {
    if (platform.is_null()) return fill(travel);
    if (is_blank_text(platform)) return clear_in_salesforce(travel);
  }
  if (field.push_steps.empty()) return arrive_in_salesforce(travel, platform);
  Value value = platform;
  if (!apply_steps(travel, value)) return {};
  if (field.makes_of_nothing) {
    if (value.is_absent()) return {};
    if (value.is_null()) return fill(travel);
  }
  if (value.is_nothing() || is_blank_text(value)) return clear_in_salesforce(travel);
  return arrive_in_salesforce(travel, value);
}

}  // namespace

Value to_salesforce(const Program& program, std::size_t index, const Value& platform, Row row,
                    Arena& arena, std::vector<Refusal>& refusals) {
  assert(index < program.fields().size());
  return travel_to_salesforce({.field = program.fields()[index],
                               .index = index,
                               .bound = Bound::to_salesforce,
                               .arena = arena,
                               .refusals = refusals,
                               .row = row},
                              platform);
}

Value to_salesforce(const Program& program, std::size_t index, const Value& platform, Row row,
                    Arena& arena, Verdict& verdict) {
  assert(index < program.fields().size());
  verdict.clear();
  std::vector<Refusal> none;
  return travel_to_salesforce({.field = program.fields()[index],
                               .index = index,
                               .bound = Bound::to_salesforce,
                               .arena = arena,
                               .refusals = none,
                               .verdict = &verdict,
                               .row = row},
                              platform);
}

Value to_salesforce(const Program& program, std::size_t index, const Value& platform, Arena& arena,
                    std::vector<Refusal>& refusals) {
  return to_salesforce(program, index, platform, Row(), arena, refusals);
}

Value to_platform(const Program& program, std::size_t index, const Value& salesforce, Arena& arena,
                  std::vector<Refusal>& refusals) {
  assert(index < program.fields().size());
  const ProgramField& field = program.fields()[index];
  const bool own = field.role == FieldRole::constant || field.role == FieldRole::read;
  if (own || salesforce.is_absent()) return {};
  const Travel travel{field, index, Bound::to_platform, arena, refusals};
  Value value = salesforce;
  if (value.is_null() || (value.is_text() && value.text.empty())) return clear_on_platform(travel);
  if (!apply_steps(travel, value)) return {};
  if (value.is_nothing()) return clear_on_platform(travel);
  value = into_platform(travel, value);
  return value.is_null() ? clear_on_platform(travel) : value;
}

void to_salesforce(const Program& program, Row platform, std::span<Value> out, Arena& arena,
                   std::vector<Refusal>& refusals) {
  const auto fields = program.fields();
  assert(platform.size() == fields.size() && out.size() == fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    out[i] = fields[i].push ? to_salesforce(program, i, platform[i], platform, arena, refusals)
                            : Value{};
  }
}

void to_platform(const Program& program, Row salesforce, std::span<Value> out, Arena& arena,
                 std::vector<Refusal>& refusals) {
  const auto fields = program.fields();
  assert(salesforce.size() == fields.size() && out.size() == fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    out[i] = fields[i].pull ? to_platform(program, i, salesforce[i], arena, refusals) : Value{};
  }
}

void refuse_missing(const Program& program, std::size_t index, std::vector<Refusal>& refusals) {
  // A field that was refused for being empty already says so.
  for (const Refusal& refusal : refusals) {
    if (refusal.field == index) return;
  }
  const ProgramField& field = program.fields()[index];
  refuse_missing(Program::Missing{field.salesforce_name, field.salesforce_label},
                 Bound::to_salesforce, refusals);
  refusals.back().field = index;
}

void refuse_missing(const Program::Missing& missing, Bound bound, std::vector<Refusal>& refusals) {
  const RefusalRule& rule = refusal_rule(RefusalKind::required);
  const bool push = bound == Bound::to_salesforce;
  const bool named = !missing.label.empty() && missing.label != missing.name;
  refusals.push_back(
      {rule.code, push ? rule.salesforce_code : std::string_view(), kNoField, missing.name,
       (named ? missing.label + " (" + missing.name + ")" : missing.name) +
           " must not be empty: " + (push ? "Salesforce" : "the platform") + " requires a value.",
       push ? rule.cure : rule.platform_cure});
}

}  // namespace crosswalk::convert
