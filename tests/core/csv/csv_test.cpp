#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "csv/reader.hpp"
#include "csv/writer.hpp"

namespace crosswalk::csv {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Outcome {
  Rows rows;
  std::string error;  // "code path"
};

// Feeds the text in pieces of `size` bytes.
Outcome read(std::string_view text, std::size_t size, Limits limits = {}) {
  Outcome outcome;
  Reader reader(limits);
  while (true) {
    const auto step = reader.next();
    if (!step) {
      outcome.error = step.error().code + " " + step.error().path;
      return outcome;
    }
    if (*step == Step::end) return outcome;
    if (*step == Step::need_more) {
      if (text.empty()) {
        reader.finish();
      } else {
        reader.feed(text.substr(0, size));
        text.remove_prefix(std::min(size, text.size()));
      }
      continue;
    }
    outcome.rows.emplace_back(reader.cells().begin(), reader.cells().end());
  }
}

struct ReadCase {
  const char* name;
  std::string text;
  Rows rows;
  std::string error = {};
};

class CsvText : public testing::TestWithParam<ReadCase> {};

TEST_P(CsvText, IsReadTheSameWhereverItsChunksAreCut) {
  const ReadCase& c = GetParam();
  for (std::size_t size = 1; size <= c.text.size() + 1; ++size) {
    const Outcome outcome = read(c.text, size);
    EXPECT_EQ(outcome.rows, c.rows) << size;
    EXPECT_EQ(outcome.error, c.error) << size;
  }
}

INSTANTIATE_TEST_SUITE_P(
    CsvReader, CsvText,
    testing::Values(ReadCase{"Empty", "", {}}, ReadCase{"OneCell", "a", {{"a"}}},
                    ReadCase{"LineEndsOfAllKinds",
                             "a,b\r\nc,d\ne,f\rg,h",
                             {{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}}},
                    ReadCase{"EmptyCells", ",\n,,\n", {{"", ""}, {"", "", ""}}},
                    ReadCase{"EmptyLinesAreNoRows", "\n\na\n\n", {{"a"}}},
                    ReadCase{"AQuotedEmptyCellIsARow", "\"\"\n", {{""}}},
                    ReadCase{"QuotesSeparatorsAndLineEndsInside",
                             "\"a,\"\"b\"\"\r\nc\",d\n",
                             {{"a,\"b\"\r\nc", "d"}}},
                    ReadCase{
                        "AByteOrderMarkIsPassedOver", "\xEF\xBB\xBFname\nx", {{"name"}, {"x"}}},
                    ReadCase{"HalfAByteOrderMarkIsText", "\xEF\xBBx", {{"\xEF\xBBx"}}},
                    ReadCase{"AQuoteInsidePlainText", "a\nb\"c", {{"a"}}, "csvQuote 2:2"},
                    ReadCase{"TextAfterAQuotedCell", "\"a\"b", {}, "csvQuote 1:4"},
                    ReadCase{"AnOpenQuote", "x\n\"a\nb", {{"x"}}, "csvQuote 3:2"}),
    [](const auto& info) { return info.param.name; });

TEST(CsvReader, CapsEverySize) {
  Limits limits;
  limits.cell_bytes_max = 3;
  EXPECT_EQ(read("abc\nabcd", 2, limits).error, "csvTooLarge 2:4");
  limits.row_bytes_max = 5;
  EXPECT_EQ(read("abc,abc", 2, limits).error, "csvTooLarge 1:7");
  limits.columns_max = 2;
  EXPECT_EQ(read("a,b,c\n", 2, limits).error, "csvTooLarge 1:6");
}

TEST(CsvReader, KeepsItsErrorAndNamesTheLineOfARow) {
  Reader reader;
  reader.feed("a\n\"b\nc\",d\ne\"");
  ASSERT_EQ(*reader.next(), Step::row);
  EXPECT_EQ(reader.line(), 1u);
  ASSERT_EQ(*reader.next(), Step::row);
  EXPECT_EQ(reader.line(), 2u);
  EXPECT_FALSE(reader.next().has_value());
  EXPECT_FALSE(reader.next().has_value());
}

TEST(CsvWriter, WhatItWritesIsReadBack) {
  const Rows rows{{"a", "b,c", "d\"e"}, {"", "\r\n", "\xC3\xA9"}, {" x ", ";", "\""}};
  for (const LineEnd line_end : {LineEnd::crlf, LineEnd::lf}) {
    const Writer writer(',', line_end);
    std::string text;
    for (const auto& row : rows) {
      writer.append_row(text, std::vector<std::string_view>(row.begin(), row.end()));
    }
    EXPECT_EQ(read(text, 3).rows, rows);
  }
}

TEST(CsvWriter, ARowOfOneEmptyCellIsStillARow) {
  std::string text;
  const std::vector<std::string_view> row{""};
  Writer().append_row(text, row);
  EXPECT_EQ(read(text, 1).rows, (Rows{{""}}));
}

}  // namespace
}  // namespace crosswalk::csv
