// Documents made to hurt. Every reader answers every one of them with a report whose findings have
// places, within memory bounded by the size of the text; CTest's time limit bounds the time.
#include <gtest/gtest.h>

#include <string>
#include <tuple>

#include "core/robustness/memory.hpp"
#include "core/robustness/readers.hpp"
#include "diagnostic/report.hpp"

namespace crosswalk::robustness {
namespace {

constexpr std::size_t kMega = std::size_t{1} << 20;

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// name0, name1, ... with something around each.
std::string numbered(std::string_view before, std::string_view after, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) {
    out += before;
    out += std::to_string(i);
    out += after;
  }
  return out;
}

std::string fields_of_describe(const std::string& fields) {
  return R"({"name":"X","queryable":true,"fields":[)" + fields + "]}";
}

std::string fields_of_mapping(const std::string& fields) {
  return R"({"version":1,"objects":[{"platform":"person","salesforce":"Contact","fields":)" +
         fields + "}]}";
}

std::string fields_of_platform(const std::string& fields) {
  return R"({"version":1,"objects":[{"name":"a","key":"b","fields":[)" + fields + "]}]}";
}

struct Hostile {
  const char* name;
  std::string (*make)();
  bool refused = true;  // by every reader, with an error
};

const Hostile kHostile[] = {
    {"DeepLists", [] { return repeated("[", 100'000); }},
    {"DeepObjects", [] { return repeated(R"({"fields":)", 100'000); }},
    {"DeepWrappings", [] { return repeated(R"([{"results":[{"body":)", 100'000); }},
    {"DeepAndClosed", [] { return repeated("[", 100'000) + repeated("]", 100'000); }},
    {"DeepInAField",
     [] { return fields_of_describe(R"({"name":"a","x":)" + repeated("[", 100'000)); }},
    {"TextOf50Megabytes", [] { return "\"" + std::string(50 * kMega, 'x') + "\""; }},
    {"NameOf50Megabytes", [] { return R"({"name":")" + std::string(50 * kMega, 'x') + "\"}"; }},
    {"NameOf20Megabytes",
     [] {
       return R"({"version":1,"name":")" + std::string(20 * kMega, 'x') + R"(","fields":[]})";
     }},
    {"NameOf5Megabytes",
     [] { return R"({"version":1,"name":")" + std::string(5 * kMega, 'x') + R"(","fields":[]})"; }},
    {"KeyOf5Megabytes", [] { return "{\"" + std::string(5 * kMega, 'x') + "\":1}"; }},
    {"EscapesOnly", [] { return "\"" + repeated("\\u00e9", 5 * kMega) + "\""; }},
    {"MillionKeys", [] { return "{" + numbered("\"k", "\":0,", 1'000'000) + "\"k\":0}"; }, false},
    {"400ThousandKeys", [] { return "{" + numbered("\"k", "\":0,", 400'000) + "\"k\":0}"; }, false},
    {"MillionItems", [] { return "[" + repeated("0,", 1'000'000) + "0]"; }},
    {"MillionLists", [] { return "[" + repeated("[],", 1'000'000) + "0]"; }},
    {"EightMillionItems", [] { return "[" + repeated("0,", 8'000'000) + "0]"; }},
    {"MillionFieldsOfADescribe",
     [] { return fields_of_describe(repeated(R"({"name":"a"},)", 900'000) + "0"); }},
    {"MillionValuesOfAPicklist",
     [] {
       return fields_of_describe(R"({"name":"a","picklistValues":[)" + repeated("{},", 1'900'000) +
                                 "0]}");
     }},
    {"ManyFieldsOfAMapping",
     [] { return fields_of_mapping("[" + repeated("{},", 100'000) + "0]"); }, false},
    {"ManyUnknownMembersOfAMapping",
     [] { return fields_of_mapping("[{" + numbered("\"k", "\":0,", 200'000) + "\"k\":0}]"); },
     false},
    {"ManyShorthandFields",
     [] {
       return fields_of_mapping("{" + numbered("\"k", "\":\"Email\",", 200'000) + "\"k\":\"a\"}");
     },
     false},
    {"ManyFieldsOfAPlatform",
     [] {
       return fields_of_platform(numbered(R"({"name":"a)", R"(","typ":"text"},)", 100'000) + "0");
     },
     false},
    {"ManyNamesOf4Kilobytes",
     [] {
       return fields_of_platform(
           repeated("{\"" + std::string(4000, 'x') + R"(":1,"name":"b"},)", 1500) + "0");
     },
     false},
    {"ManyFindingsBesideALongName",
     [] {
       return R"({"version":1,"objects":[{"platform":"person","salesforce":")" +
              std::string(kMega - 10, 'x') + R"(","fields":[)" +
              repeated(R"({"platform":"nobody","salesforce":"Nothing"},)", 2000) + "0]}]}";
     },
     false},
    {"ManyFindingsOnOneLongLine",
     [] {
       return fields_of_mapping(
           "[" + repeated(R"({"platfrom":"kind","salesfroce":"Kind__c"},)", 150'000) + "0]");
     },
     false},
    {"EmptyLines", [] { return std::string(7 * kMega, '\n') + "{\"version\":2,\"name\":3}"; },
     false},
    {"CommentsOnly", [] { return repeated("/**/", kMega); }},
    {"HugeExponent", [] { return std::string(R"({"version":1e400,"length":1e400})"); }, false},
    {"MillionDigits", [] { return R"({"version":)" + std::string(kMega, '9') + "}"; }, false},
    {"MillionDigitsAfterThePoint",
     [] { return R"({"version":0.)" + std::string(kMega, '1') + "}"; }, false},
    {"MinusOnly", [] { return std::string("-"); }},
    {"NotUtf8", [] { return std::string("{\"name\":\"\xC3\x28\"}"); }},
    {"SurrogateAsUtf8", [] { return std::string("{\"name\":\"\xED\xA0\x80\"}"); }},
    {"HalfAPair", [] { return std::string(R"({"name":"\ud83d"})"); }},
    {"SecondHalfOnly", [] { return std::string(R"({"name":"\ude00"})"); }},
    {"ZeroByte", [] { return std::string("{\"name\":\"a\0b\"}", 14); }},
    {"ZeroBytesOnly", [] { return std::string(1000, '\0'); }},
    {"EscapedZero", [] { return std::string(R"({"name":"a\u0000b","fields":[],"version":1})"); },
     false},
    {"NameTwice", [] { return std::string(R"({"name":"a","fields":[],"name":"b"})"); }},
};

class Robust : public testing::TestWithParam<std::tuple<Reader, Hostile>> {};

TEST_P(Robust, AnswersWithPlaces) {
  const auto& [reader, hostile] = GetParam();
  const std::string text = hostile.make();
  start_counting();
  const Report report = reader.read(text);
#ifndef __SANITIZE_ADDRESS__  // its allocator keeps what is freed
  EXPECT_LE(peak_bytes(), 260 * kMega + 4 * text.size());
#endif
  EXPECT_LE(report.diagnostics.size(), diagnostic::kFindingsMax);
  EXPECT_TRUE(!hostile.refused || !report.ok());
  for (const Diagnostic& found : report.diagnostics) {
    ASSERT_TRUE(found.position.has_value()) << found.code;
    ASSERT_LT(found.message.size(), 2100U) << found.code;
    ASSERT_LT(found.pointer.size(), 20'000U) << found.code;
  }
  EXPECT_LT(write_report(report).size(), 64 * kMega);
}

INSTANTIATE_TEST_SUITE_P(Readers, Robust,
                         testing::Combine(testing::ValuesIn(kReaders), testing::ValuesIn(kHostile)),
                         [](const testing::TestParamInfo<std::tuple<Reader, Hostile>>& info) {
                           return std::string(std::get<0>(info.param).name) + "_" +
                                  std::get<1>(info.param).name;
                         });

}  // namespace
}  // namespace crosswalk::robustness
