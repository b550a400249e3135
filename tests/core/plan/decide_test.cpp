#include "plan/decide.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <optional>

#include "core/convert/golden_program.hpp"

namespace crosswalk::plan {
namespace {

using convert::Program;
using convert::Value;

constexpr const char* kFields =
    R"({"platform":"last_name","salesforce":"LastName"},)"
    R"({"platform":"first_name","salesforce":"FirstName","conflict":"platform"},)"
    R"({"platform":"title","salesforce":"Title","conflict":"review"},)"
    R"({"platform":"company","salesforce":"Department","onTooLong":"truncate","conflict":"salesforceUnlessBlank"},)"
    R"({"platform":"score","salesforce":"Health_Score__c"},)"
    R"({"platform":"visits","salesforce":"Legacy_Number__c"},)"
    R"({"platform":"interests","salesforce":"Interests__c"},)"
    R"({"platform":"status","salesforce":"Status__c"},)"
    R"({"platform":"opt_out","salesforce":"HasOptedOutOfEmail"},)"
    R"({"platform":"registered_at","salesforce":"Registered_At__c","direction":"push"},)"
    R"({"platform":"city","salesforce":"MailingCity","direction":"pull"},)"
    R"({"platform":"badge","salesforce":"Badge__c","direction":"push","onNull":"default","default":"none"},)"
    R"({"platform":"notes","salesforce":"MailingStreet","onNull":"skip"})";

// A small generator of our own: the same cases on every machine.
class Dice {
 public:
  std::size_t below(std::size_t count) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>(state_ >> 33) % count;
  }

 private:
  std::uint64_t state_ = 42;
};

const std::string kLong(100, 'y');

Value any_value(const convert::ProgramField& field, Dice& dice) {
  const std::size_t face = dice.below(7);
  if (face == 0) return {};
  if (face == 1) return Value::of_null();
  switch (field.salesforce_form) {
    case convert::Form::number:
      return Value::of_number(std::array{"1", "1.0", "2.345", "12E1", "0.5"}[dice.below(5)]);
    case convert::Form::truth:
      return Value::of_truth(face % 2 == 0);
    case convert::Form::set:
      return Value::of_text(std::array{"Golf", "Music;Golf", "Golf;Music", ""}[dice.below(4)]);
    case convert::Form::datetime:
      return Value::of_text(std::array{"2026-01-01T00:00:00.000+0000", "2026-01-01T01:00:00+01:00",
                                       "2026-02-01T00:00:00Z"}[dice.below(3)]);
    default:
      break;
  }
  if (field.salesforce_name == "Status__c") {
    return Value::of_text(std::array{"came", "Registered", "gone"}[dice.below(3)]);
  }
  const std::array<std::string_view, 6> texts{"a", " a ", "b", "", "a\r\nb", kLong};
  return Value::of_text(texts[dice.below(texts.size())]);
}

// What both sides hold once the decision was carried out. Values are kept in `store`.
struct World {
  std::vector<Value> platform, salesforce, base;
  bool has_platform = false, has_salesforce = false, has_base = false;
  convert::Arena store;

  Pair pair() const {
    return {"key-1",      has_salesforce || has_base ? "003000000000001AAA" : "",
            has_platform, has_salesforce,
            has_base,     platform,
            salesforce,   base,
            {},           {}};
  }
  Value keep(const Value& value) { return {value.kind, store.keep(value.text), value.truth}; }
  void apply(const Decision& decision) {
    for (const FieldChange& change : decision.changes) {
      if (change.side == Side::salesforce) salesforce[change.field] = keep(change.after);
      if (change.side == Side::platform) platform[change.field] = keep(change.after);
    }
    for (std::size_t i = 0; i < base.size(); ++i) base[i] = keep(decision.base[i]);
    has_base = true;
    has_platform = has_salesforce = true;
  }
};

TEST(Decide, PlanningAnAppliedPlanGivesNothing) {
  const Program program =
      convert::program_of(kFields, R"("constants":[{"salesforce":"LeadSource","value":"Event"}],)");
  const std::size_t count = program.fields().size();
  ASSERT_GT(count, 0u);
  Dice dice;
  Scratch scratch;
  Decision decision;
  std::size_t applied = 0, refused = 0;
  for (int round = 0; round < 20000; ++round) {
    World world;
    const std::size_t shape = dice.below(4);
    world.has_platform = shape != 1;
    world.has_salesforce = shape != 0;
    world.has_base = shape == 2;
    world.platform.resize(count);
    world.salesforce.resize(count);
    world.base.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      const auto& field = program.fields()[i];
      if (world.has_platform && field.role == convert::FieldRole::mapped) {
        world.platform[i] = any_value(field, dice);
      }
      if (world.has_salesforce) world.salesforce[i] = any_value(field, dice);
      if (world.has_base) world.base[i] = any_value(field, dice);
    }
    decide(program, world.pair(), scratch, decision);
    ASSERT_EQ(decision.base.size(), count);
    if (!decision.refusals.empty()) ++refused;
    if (decision.action == Action::skip) continue;
    if (decision.action == Action::create || decision.action == Action::update) ++applied;
    world.apply(decision);
    decide(program, world.pair(), scratch, decision);
    for (const FieldChange& change : decision.changes) {
      EXPECT_EQ(change.side, Side::none)
          << round << ' ' << program.fields()[change.field].salesforce_name << ' '
          << rule_name(change.rule) << " '" << change.before.text << "' -> '" << change.after.text
          << "'";
    }
    EXPECT_TRUE(decision.action == Action::unchanged || decision.action == Action::review ||
                decision.action == Action::skip)
        << round << ' ' << action_name(decision.action);
  }
  EXPECT_GT(applied, 3000u);
  EXPECT_GT(refused, 3000u);
}

TEST(Decide, AnEchoOfOurOwnWriteIsUnchanged) {
  const Program program =
      convert::program_of(R"({"platform":"score","salesforce":"Health_Score__c"})");
  const std::vector<Value> platform{{}, Value::of_number("1.2345")};
  const std::vector<Value> salesforce{{}, Value::of_number("1.23")};
  const std::vector<Value> base{{}, Value::of_number("1.23")};
  Scratch scratch;
  Decision decision;
  decide(program, {"k", "003000000000001AAA", true, true, true, platform, salesforce, base, {}, {}},
         scratch, decision);
  EXPECT_EQ(decision.action, Action::unchanged);
  EXPECT_FALSE(decision.base_moved);
}

TEST(Decide, TheLaterSideWinsWhereTheMappingSaysSo) {
  const Program program =
      convert::program_of(R"({"platform":"title","salesforce":"Title","conflict":"latest"})");
  const std::vector<Value> platform{{}, Value::of_text("ours")};
  const std::vector<Value> salesforce{{}, Value::of_text("theirs")};
  const std::vector<Value> base{{}, Value::of_text("base")};
  Scratch scratch;
  Decision decision;
  Pair pair{"k", "003000000000001AAA", true, true, true, platform, salesforce, base, {}, {}};
  const auto side = [&](std::string_view ours, std::string_view theirs) {
    pair.platform_changed = ours;
    pair.salesforce_changed = theirs;
    decide(program, pair, scratch, decision);
    return decision.action == Action::update ? decision.side : Side::none;
  };
  EXPECT_EQ(side("2026-01-02T00:00:00Z", "2026-01-01T00:00:00.000+0000"), Side::salesforce);
  EXPECT_EQ(side("2026-01-02T00:00:00Z", "2026-01-02T02:00:00.000+0100"), Side::platform);
  EXPECT_EQ(side("2026-01-02T00:00:00Z", ""), Side::none);
  EXPECT_EQ(decision.action, Action::review);
}

TEST(Decide, AValueThatBothSidesHoldIsNeverRefused) {
  // "Lost" was closed in Salesforce after both sides had it: sent again it would be refused.
  // Another field, or the key of a record that was matched, is written all the same.
  const Program program = convert::program_of(
      R"({"platform":"company","salesforce":"Status__c"},{"platform":"last_name","salesforce":"LastName"})");
  const auto status = [](std::string_view text) { return Value::of_text(text); };
  struct Row {
    std::string_view platform, salesforce;
    std::optional<std::string_view> base;
    std::size_t refusals;
    Side side;
  };
  const std::array rows{Row{"Lost", "Lost", "Lost", 0, Side::salesforce},
                        Row{"Lost", "Lost", std::nullopt, 0, Side::salesforce},
                        Row{"Lost", "Lost", "Came", 0, Side::salesforce},
                        Row{"Lost", "Came", "Lost", 0, Side::both},
                        Row{"Lost", "Came", "Came", 1, Side::salesforce}};
  Scratch scratch;
  Decision decision;
  for (const Row& row : rows) {
    const bool linked = row.base.has_value();
    const std::vector<Value> platform{{}, status(row.platform), status("new")};
    const std::vector<Value> salesforce{{}, status(row.salesforce), status(linked ? "old" : "new")};
    const std::vector<Value> base{{}, status(row.base.value_or("")), status("old")};
    decide(program,
           {"k", "003000000000001AAA", true, true, linked, platform, salesforce, base, {}, {}},
           scratch, decision);
    EXPECT_EQ(decision.refusals.size(), row.refusals) << row.platform << row.salesforce;
    EXPECT_EQ(decision.side, row.side) << row.platform << row.salesforce;
  }
}

TEST(Decide, AMatchedRecordWithoutExternalIdGetsIt) {
  auto program = convert::golden_program(
      R"({"platform":"participant","salesforce":"Contact","direction":"push",)"
      R"("match":{"externalId":"Participant_Id__c"},"fields":[{"platform":"last_name","salesforce":"LastName"}]})");
  ASSERT_TRUE(program.has_value());
  const std::vector<Value> platform{{}, Value::of_text("A")};
  const std::vector<Value> salesforce{Value::of_null(), Value::of_text("A")};
  Scratch scratch;
  Decision decision;
  decide(*program,
         {"k-1", "003000000000001AAA", true, true, false, platform, salesforce, {}, {}, {}},
         scratch, decision);
  ASSERT_EQ(decision.action, Action::update);
  ASSERT_EQ(decision.changes.size(), 1u);
  EXPECT_EQ(decision.changes[0].after.text, "k-1");
}

TEST(Decide, WhatATransformReadsElsewhereInTheRecordIsAChangeOfItsLine) {
  auto program = convert::golden_program(
      R"({"platform":"participant","salesforce":"Contact","direction":"push","fields":[)"
      R"({"platform":"title","salesforce":"Title",)"
      R"("transform":[{"template":"{first_name} {last_name}"}]}]})");
  ASSERT_TRUE(program.has_value());
  ASSERT_EQ(program->fields().size(), 3U);
  const std::vector<Value> platform{Value::of_text("x"), Value::of_text("Ada"),
                                    Value::of_text("Byron")};
  Scratch scratch;
  Decision decision;
  for (const std::string_view agreed : {"Ada Byron", "Ada King"}) {
    const std::vector<Value> there{Value::of_text(agreed), {}, {}};
    decide(*program, {"k", "003000000000001AAA", true, true, true, platform, there, there, {}, {}},
           scratch, decision);
    const bool same = agreed == "Ada Byron";
    EXPECT_EQ(decision.action, same ? Action::unchanged : Action::update);
    ASSERT_EQ(decision.changes.size(), same ? 0U : 1U);
    if (!same) {
      EXPECT_EQ(decision.changes[0].after.text, "Ada Byron");
    }
  }
}

}  // namespace
}  // namespace crosswalk::plan
