#include "observe/log.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>
#include <vector>

#include "observe/log_line.hpp"

namespace crosswalk::observe {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;

const LogStamp kTime{std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + 16h + 30min + 5s +
                     7ms};

std::string line_of(std::string_view text) {
  return json_line(kTime, Level::info, "a.b", {{"text", text}});
}

struct TextRow {
  const char* name;
  std::string text;
  std::string expected;
};
void PrintTo(const TextRow& row, std::ostream* out) { *out << row.name; }

class JsonLine : public ::testing::TestWithParam<TextRow> {};

TEST_P(JsonLine, IsOneLineOfValidJsonWhateverTheText) {
  const auto line = line_of(GetParam().text);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  const auto document = json::parse(line, nullptr, false);
  ASSERT_FALSE(document.is_discarded()) << line;
  EXPECT_EQ(document["text"], GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, JsonLine,
    ::testing::ValuesIn(std::vector<TextRow>{
        {"Plain", "abc", "abc"},
        {"Empty", "", ""},
        {"QuotesAndBackslashes", R"(a"b\c)", R"(a"b\c)"},
        {"LineBreaks", "a\r\nb\tc", "a\r\nb\tc"},
        {"ForgedLine", "x\"}\n{\"event\":\"forged", "x\"}\n{\"event\":\"forged"},
        {"Controls", std::string("a\0\x1b[31m\x7f", 8), std::string("a\0\x1b[31m\x7f", 8)},
        {"International", "Zoë 東京 😀", "Zoë 東京 😀"},
        {"InvalidUtf8", "a\xff z", "a\xef\xbf\xbd z"},
        {"CutSequence", "a\xe6\x9d", "a\xef\xbf\xbd\xef\xbf\xbd"},
        {"Surrogate", "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
        {"Overlong", "\xc0\xaf", "\xef\xbf\xbd\xef\xbf\xbd"},
        {"Long", std::string(600, 'a'), std::string(512, 'a') + "…"},
        {"LongCutInsideACharacter", std::string(511, 'a') + "é" + "tail",
         std::string(511, 'a') + "…"},
    }),
    [](const auto& info) { return std::string(info.param.name); });

TEST(LogLine, CarriesTimeLevelEventAndTypedFieldsInOrder) {
  EXPECT_EQ(json_line(kTime, Level::warning, "run.ended",
                      {{"tenant", "lumen"}, {"ok", true}, {"count", 7U}, {"took", 2s}, {"x", -1}}),
            R"({"time":"2026-11-22T16:30:05.007Z","level":"warning","event":"run.ended",)"
            R"("tenant":"lumen","ok":true,"count":7,"took":2000,"x":-1})");
}

TEST(LogLine, IsQuotedForPeopleOnlyWhereItMustBe) {
  EXPECT_EQ(human_line(kTime, Level::info, "a.b", {{"id", "x-1"}, {"name", "two words"}, {"n", 1}}),
            R"(2026-11-22T16:30:05.007Z info    a.b id=x-1 name="two words" n=1)");
}

class Logger : public ::testing::Test {
 protected:
  ~Logger() override { stop_logging(); }

  LogOptions collecting() {
    LogOptions options;
    options.sink = [this](std::string_view line) { lines_.emplace_back(line); };
    return options;
  }
  std::vector<std::string> lines_;  // written by the writer thread, read after stop_logging
};

TEST_F(Logger, WritesWhatIsQueuedBeforeItStopsAndNothingAfterwards) {
  ASSERT_TRUE(start_logging(collecting()).has_value());
  for (int i = 0; i < 100; ++i) log(Level::info, "a.b", {{"i", i}});
  stop_logging();
  log(Level::info, "late", {});
  ASSERT_EQ(lines_.size(), 100U);
  EXPECT_EQ(json::parse(lines_.back())["i"], 99);
}

TEST_F(Logger, LeavesOutWhatIsBelowItsLevel) {
  auto options = collecting();
  options.least = Level::warning;
  ASSERT_TRUE(start_logging(std::move(options)).has_value());
  log(Level::info, "quiet", {});
  log(Level::error, "loud", {});
  stop_logging();
  ASSERT_EQ(lines_.size(), 1U);
  EXPECT_EQ(json::parse(lines_[0])["event"], "loud");
}

TEST_F(Logger, WritesAnErrorsCodeMessageAndSalesforcesCode) {
  ASSERT_TRUE(start_logging(collecting()).has_value());
  Error error;
  error.code = "recordRefused";
  error.message = "It was refused.";
  error.salesforce_code = "STRING_TOO_LONG";
  log_error(Level::warning, "write.failed", error, {{"run", "r1"}});
  stop_logging();
  ASSERT_EQ(lines_.size(), 1U);
  const auto document = json::parse(lines_[0]);
  EXPECT_EQ(document["run"], "r1");
  EXPECT_EQ(document["code"], "recordRefused");
  EXPECT_EQ(document["salesforceCode"], "STRING_TOO_LONG");
}

TEST_F(Logger, NeverMakesTheCallerWaitForASlowWriter) {
  std::mutex gate;
  LogOptions options;
  options.sink = [&](std::string_view) { std::lock_guard lock(gate); };
  std::unique_lock closed(gate);
  ASSERT_TRUE(start_logging(std::move(options)).has_value());
  for (int i = 0; i < 50'000; ++i) log(Level::info, "a.b", {{"i", i}});
  closed.unlock();
  stop_logging();
}

TEST_F(Logger, TakesLinesFromManyThreads) {
  ASSERT_TRUE(start_logging(collecting()).has_value());
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([t] {
      for (int i = 0; i < 200; ++i) log(Level::info, "a.b", {{"t", t}, {"i", i}});
    });
  }
  for (auto& thread : threads) thread.join();
  stop_logging();
  EXPECT_EQ(lines_.size(), 800U);
  for (const auto& line : lines_) EXPECT_TRUE(json::accept(line));
}

TEST_F(Logger, WritesToAFileAndSaysWhenItCannot) {
  const std::string path = ::testing::TempDir() + "/observe_log_test.log";
  std::remove(path.c_str());
  LogOptions options;
  options.file = path;
  ASSERT_TRUE(start_logging(options).has_value());
  log(Level::info, "a.b", {});
  stop_logging();
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  EXPECT_EQ(json::parse(line)["event"], "a.b");
  options.file = ::testing::TempDir();
  const auto started = start_logging(options);
  ASSERT_FALSE(started.has_value());
  EXPECT_EQ(started.error().code, "logFileUnwritable");
}

// A secret is no log value, by the type system.
static_assert(!std::is_constructible_v<LogValue, Secret>);
static_assert(!std::is_constructible_v<LogValue, const Secret&>);
static_assert(!std::is_constructible_v<LogValue, double>);

}  // namespace
}  // namespace crosswalk::observe
