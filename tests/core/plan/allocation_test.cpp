#include <gtest/gtest.h>

#include "core/allocations.hpp"
#include "core/convert/golden_program.hpp"
#include "plan/decide.hpp"

namespace crosswalk::plan {
namespace {

using convert::Value;

TEST(Decide, AllocatesNothingPerRecordOnceWarm) {
  const convert::Program program = convert::program_of(
      R"({"platform":"last_name","salesforce":"LastName"},)"
      R"({"platform":"score","salesforce":"Health_Score__c"},)"
      R"({"platform":"interests","salesforce":"Interests__c"},)"
      R"({"platform":"registered_at","salesforce":"Registered_At__c"},)"
      R"({"platform":"tags","salesforce":"Tags__c","transform":[{"join":", "}]})");
  ASSERT_EQ(program.fields().size(), 6u);
  const std::vector<Value> platform{{},
                                    Value::of_text(" N\r\nx "),
                                    Value::of_number("1.255"),
                                    Value::of_text("golf; music"),
                                    Value::of_text("2026-01-01T00:30:00+02:00"),
                                    Value::of_text("VIP;Press")};
  const std::vector<Value> salesforce{Value::of_text("k"),     Value::of_text("Old"),
                                      Value::of_number("1.0"), Value::of_text("Golf"),
                                      Value::of_null(),        Value::of_text("VIP")};
  const Pair update{"k", "003000000000001AAA", true, true, false, platform, salesforce, {}, {}, {}};
  const Pair create{"k", "", true, false, false, platform, {}, {}, {}, {}};
  const Pair pull{"", "003000000000001AAA", false, true, false, {}, salesforce, {}, {}, {}};
  Scratch scratch;
  Decision decision;
  const auto round = [&] {
    for (const Pair& pair : {update, create, pull}) decide(program, pair, scratch, decision);
  };
  round();
  round();
  const std::size_t before = allocations;
  for (int i = 0; i < 1000; ++i) round();
  EXPECT_EQ(allocations - before, 0u);
  EXPECT_EQ(decision.action, Action::create);
}

}  // namespace
}  // namespace crosswalk::plan
