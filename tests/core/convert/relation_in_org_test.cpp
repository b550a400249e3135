// Every cell of the type relation, tried with values: what conversion accepts the org accepts, what
// conversion refuses the org refuses with the code that was foretold, and what the org answers goes
// into the platform's types as the relation says.
#include <gtest/gtest.h>

#include <cstdio>
#include <map>
#include <set>

#include "convert/calendar.hpp"
#include "convert/convert.hpp"
#include "convert/decimal.hpp"
#include "core/convert/cell_samples.hpp"
#include "core/convert/every_type.hpp"

namespace crosswalk::convert {
namespace {

using compat::Class;
using compat::Way;
using schema::PlatformField;
using schema::PlatformType;

std::string json_of(const Value& value) {
  switch (value.kind) {
    case ValueKind::text:
      return json::write(org::Json(value.text));
    case ValueKind::number:
      return std::string(value.text);
    case ValueKind::truth:
      return value.truth ? "true" : "false";
    default:
      return "null";
  }
}

// The value of an answer; its text lies in `kept`.
Value value_of(const std::string& json, std::string& kept) {
  if (json == "null") return Value::of_null();
  if (json == "true" || json == "false") return Value::of_truth(json == "true");
  if (json.front() != '"') {
    kept = json;
    return Value::of_number(kept);
  }
  kept = json::read(json)->get<std::string>();
  return Value::of_text(kept);
}

std::string shown(std::string text) {
  if (text.size() > 60) text = text.substr(0, 57) + "...";
  return text;
}

PlatformField field_of(PlatformType type) {
  PlatformField field;
  field.name = "value";
  field.type = type;
  return field;
}

struct Tally {
  Class cls = Class::incompatible;
  int accepted = 0, refused = 0;
};

// By column: several fields may be of one.
using Tallies = std::map<std::string, Tally>;

// Every cell that can be has been tried, has let a value through, and those with a condition have
// stopped one.
void expect_tried(const Tallies& tallies, PlatformType type, Way way) {
  for (const compat::Column column : compat::columns()) {
    const bool open = compat::verdict(type, column, way).cls != Class::incompatible;
    EXPECT_EQ(tallies.contains(compat::column_name(column)), open) << compat::column_name(column);
  }
  for (const auto& [column, tally] : tallies) {
    EXPECT_GT(tally.accepted, 0) << column;
    if (tally.cls == Class::conditional) {
      EXPECT_GT(tally.refused, 0) << column;
    }
  }
  std::printf("  %-16s %2zu cells to %s\n", std::string(schema::platform_type_name(type)).c_str(),
              tallies.size(), way == Way::to_salesforce ? "Salesforce" : "the platform");
}

class EveryCell : public testing::TestWithParam<PlatformType> {
 protected:
  EveryType org_;
};

// A value that conversion refused, as it would have been sent: texts are made of other kinds of
// values, and a day of midnight, before their lengths and years are looked at.
std::string json_as_sent(const ProgramField& field, const Value& sample, Arena& arena) {
  if (field.platform_form == Form::date && field.salesforce_form == Form::datetime) {
    return "\"" + std::string(sample.text) + "T00:00:00.000Z\"";
  }
  if (field.salesforce_form == Form::text && sample.is_number()) {
    return "\"" + std::string(Decimal::read(sample.text)->plain(arena)) + "\"";
  }
  if (field.salesforce_form == Form::text && field.platform_form == Form::datetime) {
    return "\"" + std::string(write_instant(*read_instant(sample.text), arena)) + "\"";
  }
  return json_of(sample);
}

// Conversion and org on one value. Nothing to compare: the value says nothing about the field.
void push_one(EveryType& org, const CellField& cell, const Program& program, const Value& sample,
              bool keeps, Tally& tally) {
  Arena arena;
  std::vector<Refusal> refusals;
  const Value made = to_salesforce(program, 0, sample, arena, refusals);
  SCOPED_TRACE(shown(json_of(sample)));
  if (!refusals.empty()) {
    ++tally.refused;
    const std::string sent = json_as_sent(program.fields()[0], sample, arena);
    EXPECT_EQ(org.write(cell, sent).error_code, refusals.front().salesforce_code);
    return;
  }
  if (made.is_absent()) return;
  ++tally.accepted;
  const EveryType::Answer answer = org.write(cell, json_of(made));
  EXPECT_EQ(answer.error_code, "") << shown(json_of(made));
  if (!keeps || answer.id.empty()) return;
  std::string text;
  const Value kept = value_of(org.read(cell, answer.id), text);
  EXPECT_TRUE(same_value(program.fields()[0].salesforce_form, made, kept))
      << shown(json_of(made)) << " became " << shown(json_of(kept));
}

TEST_P(EveryCell, IsAcceptedAndRefusedByTheOrgAsByConversion) {
  const PlatformField field = field_of(GetParam());
  Tallies tallies;
  for (const CellField& cell : org_.fields()) {
    const Class cls = compat::verdict(field.type, cell.column, Way::to_salesforce).cls;
    SCOPED_TRACE(cell.field->name + " is a " + compat::words(cell.column) + ", " +
                 std::string(compat::class_name(cls)));
    const auto program = cell_program(field, cell, "push");
    if (cls == Class::incompatible || schema::is_read_only(*cell.field)) {
      ASSERT_FALSE(program.has_value());
      EXPECT_EQ(program.error().code, "fieldTypesIncompatible");
      continue;
    }
    ASSERT_TRUE(program.has_value()) << program.error().message;
    const compat::Kind kind = cell.column.kind;
    // Masked and cleaned texts come back as something else: that is their loss.
    const bool keeps = kind != compat::Kind::encrypted_text && kind != compat::Kind::rich_text;
    const std::string target = org_.target_of(cell);
    Tally& tally = tallies[compat::column_name(cell.column)];
    tally.cls = cls;
    for (const Value& sample : samples_of(field.type, target)) {
      push_one(org_, cell, *program, sample, keeps, tally);
    }
  }
  expect_tried(tallies, field.type, Way::to_salesforce);
}

// Wherever both ways are exact or widening, an ordinary value comes back as it went.
TEST_P(EveryCell, BringsAnOrdinaryValueBackWhereNothingIsLost) {
  const PlatformField field = field_of(GetParam());
  for (const CellField& cell : org_.fields()) {
    const Class push = compat::verdict(field.type, cell.column, Way::to_salesforce).cls;
    const Class pull = compat::verdict(field.type, cell.column, Way::to_platform).cls;
    if (push > Class::widening || pull > Class::widening) continue;
    if (schema::is_read_only(*cell.field)) continue;
    SCOPED_TRACE(cell.field->name);
    const auto program = cell_program(field, cell, "both");
    ASSERT_TRUE(program.has_value()) << program.error().message;
    Arena arena;
    std::vector<Refusal> refusals;
    const std::string target = org_.target_of(cell);
    const Value sample = samples_of(field.type, target).front();
    const Value made = to_salesforce(*program, 0, sample, arena, refusals);
    if (!refusals.empty()) continue;  // a field too short even for that
    const EveryType::Answer answer = org_.write(cell, json_of(made));
    ASSERT_EQ(answer.error_code, "");
    std::string text;
    const Value kept = value_of(org_.read(cell, answer.id), text);
    const Value back = to_platform(*program, 0, kept, arena, refusals);
    EXPECT_TRUE(refusals.empty());
    EXPECT_TRUE(same_value(program->fields()[0].platform_form, sample, back))
        << json_of(sample) << " came back as " << json_of(back);
  }
}

// What the field may hold: everything among the samples that the org's own rules make a value of.
std::vector<std::string> answers_of(EveryType& org, const CellField& cell) {
  std::vector<std::string> out;
  const std::string target = org.target_of(cell);
  for (std::size_t type = 0; type <= static_cast<std::size_t>(PlatformType::json); ++type) {
    for (const Value& sample : samples_of(static_cast<PlatformType>(type), target)) {
      if (cell.column.kind == compat::Kind::record_id) continue;
      const auto id = org.hold(cell, *json::read(json_of(sample)));
      if (id) out.push_back(org.read(cell, *id));
      // The org's user sees encrypted texts masked; one with the permission sees them as they are.
      if (id && cell.column.kind == compat::Kind::encrypted_text) out.push_back(json_of(sample));
    }
  }
  if (cell.column.kind == compat::Kind::record_id) {
    out.push_back(org.read(cell, *org.hold({cell.object, cell.object->find("Text__c"), {}}, "x")));
  }
  return out;
}

void pull_all(const std::vector<std::string>& answers, const Program& program, Tally& tally) {
  for (const std::string& answer : answers) {
    SCOPED_TRACE(shown(answer));
    Arena arena;
    std::vector<Refusal> refusals;
    std::string text;
    const Value made = to_platform(program, 0, value_of(answer, text), arena, refusals);
    ++(refusals.empty() ? tally.accepted : tally.refused);
    if (tally.cls != Class::conditional) {
      EXPECT_TRUE(refusals.empty());
    }
    if (refusals.empty()) {
      EXPECT_FALSE(made.is_nothing());
    }
    for (const Refusal& refusal : refusals) {
      EXPECT_TRUE(refusal.code.starts_with("CW3")) << refusal.code;
      EXPECT_TRUE(refusal.salesforce_code.empty());
    }
  }
}

TEST_P(EveryCell, TakesWhatTheOrgAnswersAsTheRelationSays) {
  const PlatformField free = field_of(GetParam());
  PlatformField narrow = free;
  narrow.max_length = 3;
  narrow.values = {"Tea", "Coffee"};
  Tallies tallies;
  for (const CellField& cell : org_.fields()) {
    const Class cls = compat::verdict(free.type, cell.column, Way::to_platform).cls;
    SCOPED_TRACE(cell.field->name + " is a " + compat::words(cell.column) + ", " +
                 std::string(compat::class_name(cls)));
    const auto program = cell_program(free, cell, "pull");
    if (cls == Class::incompatible) {
      ASSERT_FALSE(program.has_value());
      EXPECT_EQ(program.error().code, "fieldTypesIncompatible");
      continue;
    }
    ASSERT_TRUE(program.has_value()) << program.error().message;
    const std::vector<std::string> answers = answers_of(org_, cell);
    Tally& tally = tallies[compat::column_name(cell.column)];
    tally.cls = cls;
    pull_all(answers, *program, tally);
    if (cls == Class::conditional) pull_all(answers, *cell_program(narrow, cell, "pull"), tally);
  }
  expect_tried(tallies, free.type, Way::to_platform);
}

std::vector<PlatformType> all_types() {
  std::vector<PlatformType> out;
  for (std::size_t i = 0; i < schema::platform_type_names().size(); ++i) {
    out.push_back(static_cast<PlatformType>(i));
  }
  return out;
}

INSTANTIATE_TEST_SUITE_P(TypeRelation, EveryCell, testing::ValuesIn(all_types()),
                         [](const auto& info) {
                           return std::string(schema::platform_type_name(info.param));
                         });

TEST(EveryTypeOfTheOrg, HasAFieldOfEveryColumn) {
  const EveryType org;
  std::set<std::string> there;
  for (const CellField& cell : org.fields()) there.insert(compat::column_name(cell.column));
  for (const compat::Column column : compat::columns()) {
    EXPECT_TRUE(there.contains(compat::column_name(column))) << compat::column_name(column);
  }
}

}  // namespace
}  // namespace crosswalk::convert
