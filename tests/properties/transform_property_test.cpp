// Conversion both ways: what the relation calls exact or widening comes back as it was, and what a
// transform says it can undo is undone.
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "compat/relation.hpp"
#include "convert/convert.hpp"
#include "convert/zones.hpp"
#include "fuzz/golden_schemas.hpp"
#include "mapping/reader.hpp"
#include "properties/choices.hpp"
#include "properties/holds.hpp"

namespace crosswalk::properties {
namespace {

using convert::Program;
using convert::Value;
using schema::PlatformType;
using Tree = nlohmann::ordered_json;

Result<Program> program_of(const schema::PlatformObject& platform, std::string_view from,
                           std::string_view into, const Tree& steps, std::string_view direction) {
  const Tree document = {
      {"version", 1},
      {"objects",
       Tree::array(
           {{{"platform", platform.name},
             {"salesforce", "Contact"},
             {"direction", direction},
             {"fields",
              Tree::array({{{"platform", from}, {"salesforce", into}, {"transform", steps}}})}}})}};
  const mapping::ReadOutcome read = mapping::read(document.dump());
  RC_ASSERT(read.document.has_value());
  return convert::compile(*read.document, 0, platform, fuzz::golden_contact());
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string any_day() {
  return std::to_string(between(1700, 4000)) + "-" + two(between(1, 12)) + "-" +
         two(between(1, 28));
}

std::string any_instant() {
  return any_day() + "T" + two(below(24)) + ":" + two(below(60)) + ":" + two(below(60)) +
         one_of<const char*>({"Z", "+02:00", "-0530", ".000Z"});
}

std::string any_decimal(int scale) {
  std::string digits = std::to_string(below(1'000'000));
  if (scale == 0) return digits;
  return (chance(30) ? "-" : "") + digits + "." + two(below(100));
}

// The letters of a pattern in any order, with something between them.
std::string any_pattern(std::vector<std::string> letters) {
  std::string out;
  while (!letters.empty()) {
    const auto at = static_cast<std::size_t>(below(static_cast<int>(letters.size())));
    if (!out.empty()) out += one_of<const char*>({".", "-", " ", "/", "' at '", "''"});
    out += letters[at];
    letters.erase(letters.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return out;
}

std::string any_day_pattern() {
  return any_pattern({"yyyy", one_of<const char*>({"MM", "M"}), one_of<const char*>({"dd", "d"})});
}

std::string any_instant_pattern() {
  return any_pattern({"yyyy", "MM", "dd", one_of<const char*>({"HH", "H"}), "mm", "ss",
                      one_of<const char*>({"X", "XX", "SSS"})});
}

Tree separators() {
  Tree out = Tree::object();
  out["decimal"] = one_of<const char*>({",", ".", "::", "\u066b"});
  if (chance(60)) out["group"] = one_of<const char*>({" ", "'", "\u00a0", "_"});
  return out;
}

struct Undoable {
  std::string_view from, into;
  Tree steps;
  std::string value;  // text, number or truth by the field it comes from
};

Undoable any_undoable() {
  switch (below(6)) {
    case 0:
      return {"value", "Tags__c", Tree::array({{{"format", separators()}}}), any_decimal(2)};
    case 1:
      return {"birth_date", "Tags__c", Tree::array({{{"date", {{"format", any_day_pattern()}}}}}),
              any_day()};
    case 2: {
      const char* zone = one_of<const char*>({"Z", "+02:00", "-03:30"});
      return {"registered_at", "Notes__c",
              Tree::array({{{"date", {{"format", any_instant_pattern()}, {"zone", zone}}}}}),
              any_instant()};
    }
    case 3:
      return {"tags", "Tags__c", Tree::array({{{"join", one_of<const char*>({", ", "|", " / "})}}}),
              one_of<const char*>({"VIP", "VIP;Press", "Press"})};
    case 4:
      return {"tags", "Tags__c",
              Tree::array({{{"map", {{"VIP", "very"}, {"Press", "paper"}}}}, {{"join", "+"}}}),
              one_of<const char*>({"VIP", "VIP;Press", "Press"})};
    default:
      return {"status", "Tags__c",
              Tree::array({{{"map", {{"registered", 1.5}, {"came", 2.5}, {"Canceled", 3.5}}}},
                           {{"format", separators()}}}),
              one_of<const char*>({"registered", "came", "Canceled"})};
  }
}

Value value_of(const std::string& text, convert::Form form) {
  return form == convert::Form::number  ? Value::of_number(text)
         : form == convert::Form::truth ? Value::of_truth(text == "true")
                                        : Value::of_text(text);
}

TEST(TransformProperties, WhatSaysThatItCanBeUndoneIs) {
  holds(3000, [] {
    const Undoable drawn = any_undoable();
    const auto program =
        program_of(fuzz::golden_platform(), drawn.from, drawn.into, drawn.steps, "both");
    if (!program) RC_FAIL(program.error().message + " " + drawn.steps.dump());
    const convert::ProgramField& field = program->fields()[0];
    const Value value = value_of(drawn.value, field.platform_form);
    convert::Arena arena;
    std::vector<convert::Refusal> refusals;
    const Value sent = convert::to_salesforce(*program, 0, value, arena, refusals);
    const Value back = convert::to_platform(*program, 0, sent, arena, refusals);
    if (!refusals.empty()) RC_FAIL(refusals[0].message + " " + drawn.steps.dump() + drawn.value);
    if (!convert::same_value(field.platform_form, value, back)) {
      RC_FAIL(drawn.steps.dump() + " " + drawn.value + " became " + std::string(sent.text) +
              " and came back as " + std::string(back.text));
    }
  });
}

// The other way about: a step that reads a text gives it back in the one layout that it writes, and
// that layout is read as the same value.
TEST(TransformProperties, WhatWasReadIsWrittenBackAndReadAgain) {
  struct Reads {
    std::string_view into;
    Tree steps;
    Value value;  // in Salesforce
  };
  holds(3000, [] {
    convert::Arena arena;
    const Reads drawn = [&]() -> Reads {
      switch (below(5)) {
        case 0:
          return {"Lifetime_Value__c", Tree::array({{{"number", separators()}}}),
                  Value::of_number(arena.keep(any_decimal(2)))};
        case 1:
          return {"Birthdate", Tree::array({{{"date", {{"parse", any_day_pattern()}}}}}),
                  Value::of_text(arena.keep(any_day()))};
        case 2:
          return {"Registered_At__c",
                  Tree::array({{{"date", {{"parse", any_instant_pattern()}, {"zone", "+05:45"}}}}}),
                  Value::of_text(arena.keep(any_instant()))};
        case 3:
          return {"HasOptedOutOfEmail",
                  Tree::array({{{"boolean", {{"true", {"ja", "x"}}, {"false", {"nein", ""}}}}}}),
                  Value::of_truth(chance(50))};
        default:
          return {"Interests__c", Tree::array({{{"split", one_of<const char*>({",", " und "})}}}),
                  Value::of_text(one_of<std::string_view>({"Golf", "Golf;Music", "Music;Golf"}))};
      }
    }();
    const auto program =
        program_of(fuzz::golden_platform(), "notes", drawn.into, drawn.steps, "both");
    if (!program) RC_FAIL(program.error().message + " " + drawn.steps.dump());
    std::vector<convert::Refusal> refusals;
    const Value text = convert::to_platform(*program, 0, drawn.value, arena, refusals);
    RC_ASSERT(text.is_text());
    const Value again = convert::to_salesforce(*program, 0, text, arena, refusals);
    if (!refusals.empty()) RC_FAIL(refusals[0].message + " " + std::string(text.text));
    if (!convert::same_value(program->fields()[0].salesforce_form, drawn.value, again)) {
      RC_FAIL(drawn.steps.dump() + " " + std::string(text.text));
    }
  });
}

Value any_value(PlatformType type, convert::Arena& arena) {
  using enum PlatformType;
  switch (type) {
    case integer:
      return Value::of_number(arena.keep(std::to_string(between(-99, 99))));
    case number:
    case currency:
    case percent:
      return Value::of_number(arena.keep(std::to_string(between(-99, 99)) + "." + two(below(100))));
    case boolean:
    case nullable_boolean:
      return Value::of_truth(chance(50));
    case date:
      return Value::of_text(arena.keep(any_day()));
    case datetime:
      return Value::of_text(arena.keep(any_instant()));
    case time:
      return Value::of_text(arena.keep(two(below(24)) + ":" + two(below(60)) + ":00.000Z"));
    case multiselect_list:
      return Value::of_text(one_of<std::string_view>({"Golf", "Golf;Music", "Music"}));
    case email:
      return Value::of_text("ada@example.com");
    default:
      return Value::of_text(arena.keep("a" + std::to_string(below(1000)) + "\u00e9 \U0001f39f z"));
  }
}

constexpr std::array kTypes{PlatformType::text,
                            PlatformType::multiline_text,
                            PlatformType::integer,
                            PlatformType::number,
                            PlatformType::currency,
                            PlatformType::percent,
                            PlatformType::boolean,
                            PlatformType::date,
                            PlatformType::datetime,
                            PlatformType::time,
                            PlatformType::multiselect_list,
                            PlatformType::email,
                            PlatformType::phone,
                            PlatformType::url};

// Fields as short as they are in the schema: with limits that every value keeps, the relation's
// verdict is the cell's own.
schema::PlatformObject object_of(PlatformType type) {
  schema::PlatformObject object;
  object.name = "thing";
  object.key = "id";
  schema::PlatformField key, field;
  key.name = "id";
  field.name = "value";
  field.type = type;
  field.max_length = 18;
  if (convert::form_of(type) == convert::Form::number) {
    field.precision = 4;
    field.scale = type == PlatformType::integer ? 0 : 2;
  }
  object.fields = {key, field};
  object.reindex();
  return object;
}

bool arrives(const schema::PlatformField& platform, const schema::SalesforceField& salesforce) {
  const auto there = compat::verdict(platform, salesforce, compat::Way::to_salesforce).cls;
  const auto back = compat::verdict(platform, salesforce, compat::Way::to_platform).cls;
  return there <= compat::Class::widening && back != compat::Class::incompatible &&
         back != compat::Class::lossy;
}

TEST(ConversionProperties, WhatIsExactOrWideningComesBackAsItWas) {
  std::size_t cells = 0;
  for (const PlatformType type : kTypes) {
    const schema::PlatformObject platform = object_of(type);
    for (const schema::SalesforceField& target : fuzz::golden_contact().fields) {
      if (!arrives(platform.fields[1], target)) continue;
      const std::string name = target.name;
      ++cells;
      holds(60, [&] {
        const auto program = program_of(platform, "value", name, Tree::array(), "both");
        if (!program) RC_FAIL(name + ": " + program.error().message);
        convert::Arena arena;
        std::vector<convert::Refusal> refusals;
        const Value value = any_value(type, arena);
        const Value sent = convert::to_salesforce(*program, 0, value, arena, refusals);
        const Value back = convert::to_platform(*program, 0, sent, arena, refusals);
        if (!refusals.empty()) RC_FAIL(name + ": " + refusals[0].message);
        if (!convert::same_value(program->fields()[0].platform_form, value, back)) {
          RC_FAIL(name + ": " + std::string(value.text) + " came back as " +
                  std::string(back.text));
        }
      });
    }
  }
  std::printf("  %zu pairs of fields\n", cells);
  EXPECT_GT(cells, 30U);
}

}  // namespace
}  // namespace crosswalk::properties
