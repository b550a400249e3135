#include "org/value.hpp"

#include <gtest/gtest.h>

namespace crosswalk::org {
namespace {

TEST(WireForm, WritesDoublesAsJavaDoes) {
  const std::pair<double, const char*> cases[] = {
      {23, "23.0"},         {0, "0.0"},         {-1.5, "-1.5"},
      {1.44e12, "1.44E12"}, {1e7, "1.0E7"},     {9'999'999, "9999999.0"},
      {0.001, "0.001"},     {0.0001, "1.0E-4"}, {23.45, "23.45"}};
  for (const auto& [number, text] : cases) EXPECT_EQ(java_double(number), text);
}

TEST(WireForm, WritesMomentsInUtcWithoutColon) {
  EXPECT_EQ(format_datetime(*read_datetime("2022-02-15T06:21:19Z")),
            "2022-02-15T06:21:19.000+0000");
  EXPECT_EQ(format_datetime(*read_datetime("2022-02-15T06:21:19.999+02:00")),
            "2022-02-15T04:21:19.000+0000");
  EXPECT_EQ(format_datetime(*read_datetime("1969-12-31T23:59:59-0000")),
            "1969-12-31T23:59:59.000+0000");
  EXPECT_EQ(format_date(*read_date("1700-01-01")), "1700-01-01");
  EXPECT_EQ(format_time(*read_time("13:30:00.250Z")), "13:30:00.250Z");
  EXPECT_EQ(format_http_date(784'111'777), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(read_http_date("Sun, 06 Nov 1994 08:49:37 GMT"), 784'111'777);
}

TEST(WireForm, RefusesMomentsThatAreNone) {
  for (const char* text : {"2022-02-15", "2022-02-15T06:21:19", "2022-02-30T00:00:00Z",
                           "2022-02-15T24:00:00Z", "2022-02-15T06:21:19+2", ""})
    EXPECT_FALSE(read_datetime(text)) << text;
  for (const char* text : {"2022-2-15", "2023-02-29", "15.02.2022", "2022-02-15T00:00:00Z"})
    EXPECT_FALSE(read_date(text)) << text;
}

TEST(RecordId, GrowsFromFifteenToEighteenCharactersWithSalesforcesChecksum) {
  // Ids as real orgs gave them.
  EXPECT_EQ(read_id("003ak00000luKU1"), "003ak00000luKU1AAM");
  EXPECT_EQ(read_id("001ak00000OQTieAAH"), "001ak00000OQTieAAH");
  EXPECT_EQ(read_id("012000000000000"), "012000000000000AAA");
  for (const char* text :
       {"001ak00000OQTieAAM", "001ak00000OQTi", "001ak00000OQTi!", "", "001ak00000OQTieAA"})
    EXPECT_FALSE(read_id(text)) << text;
}

TEST(RecordId, RisesInByteOrderWithItsNumber) {
  std::string last;
  for (std::uint64_t number = 1; number < 20'000; number += 37) {
    const std::string id = id_of("003", number);
    EXPECT_LT(last, id);
    EXPECT_EQ(number_of_id(id), number);
    last = id;
  }
}

TEST(TextLength, CountsUtf16Units) { EXPECT_EQ(utf16_length("aé名😀"), 5u); }

TEST(JsonText, ReplacesBytesThatAreNoUtf8) {
  std::string out;
  append_json_text(out,
                   "a\"\\\n\x01\xFF"
                   "é");
  EXPECT_EQ(out, "\"a\\\"\\\\\\n\\u0001\xEF\xBF\xBDé\"");
}

}  // namespace
}  // namespace crosswalk::org
