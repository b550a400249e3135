#include "sync/documents.hpp"

#include <gtest/gtest.h>

#include "convert/value.hpp"
#include "salesforce/row_reader.hpp"
#include "schema/platform_reader.hpp"
#include "sync/control.hpp"
#include "sync/org_time.hpp"
#include "sync/platform_filter.hpp"
#include "sync/settings.hpp"

namespace crosswalk::sync {
namespace {

runtime::Stamp at(std::int64_t seconds) { return runtime::Stamp(std::chrono::seconds(seconds)); }

TEST(RunDocument, HasTheContractsShape) {
  store::RunRow run;
  run.id = "run_1";
  run.sync = "s";
  run.state = store::RunState::running;
  run.phase = store::RunPhase::write;
  run.started_at = at(1'795'000'000);
  run.counts.salesforce_created = 500;
  run.counts.total = 1500;
  EXPECT_EQ(
      write_run(run, at(1'795'000'005)),
      R"({"id":"run_1","sync":"s","kind":"instant","trigger":"manual","state":"running","phase":"write",)"
      R"("cause":null,"startedAt":"2026-11-18T11:06:40.000Z","finishedAt":null,)"
      R"("read":{"salesforce":0,"platform":0},)"
      R"("written":{"salesforce":{"created":500,"updated":0,"deleted":0,"failed":0},)"
      R"("platform":{"created":0,"updated":0,"deleted":0,"deactivated":0,"failed":0}},)"
      R"("unchanged":0,"skipped":0,"conflicts":0,"issues":0,"apiCalls":0,)"
      R"("recordsPerSecond":100,"etaSeconds":10})");
}

TEST(OrgTime, ReadsTheDateHeader) {
  const auto stamp = read_http_date("Sun, 22 Nov 2026 16:26:02 GMT");
  ASSERT_TRUE(stamp);
  EXPECT_EQ(write_soql_time(*stamp), "2026-11-22T16:26:02Z");
  EXPECT_EQ(read_soql_time("2026-11-22T16:26:02Z"), stamp);
  for (const char* text : {"", "Sun, 22 Nov 2026 16:26:02 CET", "Sun, 32 Nov 2026 16:26:02 GMT",
                           "Sun, 22 Xyz 2026 16:26:02 GMT", "Sun, 22 Nov 2026 25:26:02 GMT"})
    EXPECT_FALSE(read_http_date(text)) << text;
}

struct SyncCase {
  std::string name, text, pointer;
};

class SyncDocuments : public testing::TestWithParam<SyncCase> {};

TEST_P(SyncDocuments, AreRefusedWithThePlace) {
  const auto read = read_sync(GetParam().text);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().path, GetParam().pointer);
}

INSTANTIATE_TEST_SUITE_P(
    Table, SyncDocuments,
    testing::Values(
        SyncCase{"NoConnection", R"({"mapping":"m"})", "/connection"},
        SyncCase{"NoMapping", R"({"connection":"c"})", "/mapping"},
        SyncCase{"UnknownMember", R"({"connection":"c","mapping":"m","colour":1})", "/colour"},
        SyncCase{"ReserveOfAll", R"({"connection":"c","mapping":"m","reserve":1})", "/reserve"},
        SyncCase{"NotCarriedOutYet", R"({"connection":"c","mapping":"m","live":true})", "/live"}),
    [](const auto& info) { return info.param.name; });

TEST(SyncDocument, HasItsDefaults) {
  const auto read =
      read_sync(R"({"connection":"c","mapping":"m","approve":"never","schedule":null})");
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->enabled);
  EXPECT_DOUBLE_EQ(read->reserve, 0.2);
}

TEST(Reserve, LeavesItsShareToOthers) {
  EXPECT_TRUE(check_reserve(79, 100, 0.2));
  EXPECT_FALSE(check_reserve(80, 100, 0.2));
  EXPECT_TRUE(check_reserve(80, 0, 0.2)) << "Salesforce has not said how much there is";
}

struct FilterCase {
  std::string name, where, record;
  bool accepted;
};

class Filters : public testing::TestWithParam<FilterCase> {};

TEST_P(Filters, AcceptWhatTheConditionSays) {
  const auto schema =
      schema::read_platform(R"({"version":1,"objects":[{"name":"o","key":"id","fields":[
    {"name":"id","type":"text"},{"name":"name","type":"text"},{"name":"score","type":"number"},
    {"name":"vip","type":"boolean"},{"name":"born","type":"date"},
    {"name":"tags","type":"multiselectList","values":["A","B","C"]}]}]})");
  ASSERT_TRUE(schema);
  const auto filter = PlatformFilter::compile(GetParam().where, schema->objects.front());
  ASSERT_TRUE(filter) << filter.error().message;
  salesforce::RowReader reader(filter->columns());
  std::vector<convert::Value> row(filter->columns().size());
  ASSERT_TRUE(reader.read(GetParam().record, row));
  EXPECT_EQ(filter->accepts(row), GetParam().accepted);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Filters,
    testing::Values(
        FilterCase{"TextWithoutCase", "name = 'ADA'", R"({"name":"Ada"})", true},
        FilterCase{"NullIsAbsent", "name = null", R"({})", true},
        FilterCase{"EmptyIsNull", "name = null", R"({"name":""})", true},
        FilterCase{"NotEqualTakesNothingToo", "name != 'x'", R"({})", true},
        FilterCase{"NumberByAmount", "score = 4.5", R"({"score":4.50})", true},
        FilterCase{"NumberOrder", "score > 10", R"({"score":9})", false},
        FilterCase{"NothingIsNotLess", "score < 10", R"({})", false},
        FilterCase{"NothingIsNotAtLeast", "score >= 10", R"({"score":null})", false},
        FilterCase{"Truth", "vip = true", R"({"vip":true})", true},
        FilterCase{"Date", "born >= 2000-01-01", R"({"born":"1999-12-31"})", false},
        FilterCase{"In", "name IN ('a','b')", R"({"name":"B"})", true},
        FilterCase{"NotIn", "name NOT IN ('a','b')", R"({"name":"c"})", true},
        FilterCase{"Like", "name LIKE 'a%c_'", R"({"name":"Abbcd"})", true},
        FilterCase{"LikeItself", R"(name LIKE '50\%')", R"({"name":"50x"})", false},
        FilterCase{"IncludesBothOrOne", "tags INCLUDES ('A;B','C')", R"({"tags":["B"]})", false},
        FilterCase{"IncludesAll", "tags INCLUDES ('A;B')", R"({"tags":["C","B","A"]})", true},
        FilterCase{"Excludes", "tags EXCLUDES ('A')", R"({"tags":["A"]})", false},
        FilterCase{"Together", "(vip = true OR score > 1) AND (NOT (name = 'x'))",
                   R"({"score":2,"name":"y"})", true}),
    [](const auto& info) { return info.param.name; });

TEST(Filter, RefusesWhatItCannotCarryOut) {
  const auto schema = schema::read_platform(
      R"({"version":1,"objects":[{"name":"o","key":"id","fields":[{"name":"id","type":"text"}]}]})");
  ASSERT_TRUE(schema);
  for (const char* where :
       {"nobody = 1", "id IN (SELECT Id FROM X)", "CALENDAR_YEAR(id) = 3", "id = TODAY", "id ="})
    EXPECT_FALSE(PlatformFilter::compile(where, schema->objects.front())) << where;
}

}  // namespace
}  // namespace crosswalk::sync
