#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "csv/reader.hpp"
#include "csv/scan.hpp"
#include "csv/separator.hpp"
#include "csv/writer.hpp"

namespace crosswalk::csv {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Outcome {
  Rows rows;
  std::string error;                // "code path"
  std::vector<std::string> broken;  // the same of rows that were passed over
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
    if (*step == Step::broken_row) {
      outcome.broken.push_back(reader.fault().code + " " + reader.fault().path + " of row at " +
                               std::to_string(reader.line()));
      continue;
    }
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
  EXPECT_EQ(read("abc,abc", 2, limits).error, "csvTooLarge 1:6");
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

struct BrokenCase {
  const char* name;
  std::string text;
  Rows rows;
  std::vector<std::string> broken;
};

class BrokenCsv : public testing::TestWithParam<BrokenCase> {};

TEST_P(BrokenCsv, IsPassedOverRowByRow) {
  const BrokenCase& c = GetParam();
  for (std::size_t size = 1; size <= c.text.size() + 1; ++size) {
    const Outcome outcome = read(c.text, size, {.pass_over_broken_rows = true});
    EXPECT_EQ(outcome.rows, c.rows) << size;
    EXPECT_EQ(outcome.broken, c.broken) << size;
    EXPECT_EQ(outcome.error, "");
  }
}

INSTANTIATE_TEST_SUITE_P(
    CsvReader, BrokenCsv,
    testing::Values(BrokenCase{"AQuoteInsidePlainText",
                               "a,b\nc\"d,e\nf,g\n",
                               {{"a", "b"}, {"f", "g"}},
                               {"csvQuote 2:2 of row at 2"}},
                    BrokenCase{"TextBehindAQuote",
                               "\"a\"x\r\n\"b\"\r\n\"c\" ,d\r\n\"e\"",
                               {{"b"}, {"e"}},
                               {"csvQuote 1:4 of row at 1", "csvQuote 3:4 of row at 3"}},
                    BrokenCase{"BehindALineEndInQuotes",
                               "\"a\r\nb\"x\nc\n",
                               {{"c"}},
                               {"csvQuote 2:3 of row at 1"}},
                    BrokenCase{"AnOpenQuote", "a\n\"b\nc", {{"a"}}, {"csvQuote 3:2 of row at 2"}}),
    [](const auto& info) { return info.param.name; });

struct EncodedCase {
  const char* name;
  std::string bytes;
  Rows rows;
};

class EncodedCsv : public testing::TestWithParam<EncodedCase> {};

TEST_P(EncodedCsv, IsReadAsUtf8) {
  const EncodedCase& c = GetParam();
  for (std::size_t size = 1; size <= c.bytes.size() + 1; ++size) {
    EXPECT_EQ(read(c.bytes, size).rows, c.rows) << size;
  }
}

#define BYTES(text) std::string(text, sizeof(text) - 1)
INSTANTIATE_TEST_SUITE_P(
    CsvReader, EncodedCsv,
    testing::Values(EncodedCase{"Utf16Le",
                                BYTES("\xFF\xFE\xE9\0,\0\x3D\xD8\0\xDE\n\0x\0"),
                                {{"\xC3\xA9", "\xF0\x9F\x98\x80"}, {"x"}}},
                    EncodedCase{"Utf16Be",
                                BYTES("\xFE\xFF\0\xE9\0,\xD8\x3D\xDE\0\0\n\0x"),
                                {{"\xC3\xA9", "\xF0\x9F\x98\x80"}, {"x"}}},
                    EncodedCase{"Utf16WithoutAMark", BYTES("a\0,\0b\0"), {{"a", "b"}}},
                    EncodedCase{"Utf16BeWithoutAMark", BYTES("\0a\0,\0b"), {{"a", "b"}}},
                    EncodedCase{"Utf32Le",
                                BYTES("\xFF\xFE\0\0a\0\0\0,\0\0\0\0\xF6\1\0"),
                                {{"a", "\xF0\x9F\x98\x80"}}},
                    EncodedCase{"HalfAPairIsNoUtf8",
                                BYTES("\xFF\xFE\x3D\xD8,\0\0\xDE,\0\x3D\xD8"),
                                {{"\xED\xA0\xBD", "\xED\xB8\x80", "\xED\xA0\xBD"}}},
                    EncodedCase{"HalfAUnitIsNoUtf8", BYTES("\xFF\xFE,\0a\0b"), {{"", "a\xFF"}}},
                    EncodedCase{"AMarkAlone", BYTES("\xFF\xFE"), {}}),
    [](const auto& info) { return info.param.name; });
#undef BYTES

struct SeparatorCase {
  const char* name;
  std::string text;
  char separator;
};

class Separator : public testing::TestWithParam<SeparatorCase> {};

TEST_P(Separator, IsFoundFromTheFirstRows) {
  const SeparatorCase& c = GetParam();
  EXPECT_EQ(detect_separator(c.text, true), c.separator);
  for (const std::size_t size : {std::size_t{1}, c.text.size()}) {
    Reader reader({.separator = kDetect});
    for (std::size_t at = 0; at < c.text.size(); at += size) {
      ASSERT_EQ(*reader.next(), Step::need_more);
      reader.feed(std::string_view(c.text).substr(at, size));
    }
    ASSERT_EQ(*reader.next(), Step::need_more);
    reader.finish();
    ASSERT_TRUE(reader.next().has_value());
    EXPECT_EQ(reader.separator(), c.separator);
  }
}

INSTANTIATE_TEST_SUITE_P(
    CsvReader, Separator,
    testing::Values(SeparatorCase{"Comma", "a,b\n1,2\n", ','},
                    SeparatorCase{"Semicolon", "a;b\n1,5;2,5\n3,5;4,5", ';'},
                    SeparatorCase{"Tab", "a\tb, c\n1\t2\n", '\t'},
                    SeparatorCase{"Pipe", "a|b|c\n1|2;3;4|5\n", '|'},
                    SeparatorCase{"QuotesAreRespected", "\"a;b;c\",d\n\"1;\"\"2;\n3\",4\n", ','},
                    SeparatorCase{"OneColumn", "name\nAna\n", ','},
                    SeparatorCase{"TextInOneColumn", "name\nBo, Ana; Zo\n", ','}),
    [](const auto& info) { return info.param.name; });

TEST(CsvScan, FindsTheSameWithVectorsAndWithout) {
  std::string block(kBlockBytes, 'x');
  unsigned seed = 1;
  for (int round = 0; round < 10000; ++round) {
    for (char& byte : block) {
      seed = seed * 1103515245 + 12345;
      byte = "\",;\n\r\t|a\x8A\x8D\xA2\xAC\0\x01\x0B\xFF"[seed >> 16 & 15];
    }
    std::uint64_t expected = 0;
    for (std::size_t i = 0; i < kBlockBytes; ++i) {
      const bool found = block[i] == ';' || block[i] == '"' || block[i] == '\n' || block[i] == '\r';
      if (found) expected |= std::uint64_t{1} << i;
    }
    ASSERT_EQ(special_bits(block.data(), ';'), expected);
    ASSERT_EQ(special_bits_scalar(block.data(), ';'), expected);
    const std::size_t size = seed >> 20 & 63;
    ASSERT_EQ(special_bits(block.data(), size, ';'), expected & ((std::uint64_t{1} << size) - 1));
  }
}

TEST(CsvReader, GivesViewsOfTheChunkWhereARowLiesWholeInIt) {
  const std::string text = "name,city\nAna,\"Lyon\"\n";
  Reader reader;
  reader.feed(text);
  ASSERT_EQ(*reader.next(), Step::row);
  ASSERT_EQ(*reader.next(), Step::row);
  for (const std::string_view cell : reader.cells()) {
    EXPECT_GE(cell.data(), text.data());
    EXPECT_LE(cell.data() + cell.size(), text.data() + text.size());
  }
}

std::string corpus_file(const std::string& path) {
  const char* const corpus = std::getenv("CROSSWALK_CORPUS");
  if (corpus == nullptr) return {};
  std::ifstream file(std::string(corpus) + "/records/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool has_corpus() { return std::getenv("CROSSWALK_CORPUS") != nullptr; }

TEST(CsvCorpus, TheSameTableInSixEncodings) {
  if (!has_corpus()) GTEST_SKIP() << "CROSSWALK_CORPUS names no folder of real records";
  const Rows plain = read(corpus_file("dataloader-csvtext.csv"), 7).rows;
  ASSERT_EQ(plain.size(), 3u);
  EXPECT_EQ(plain[2], (std::vector<std::string>{"row2-1", "row2-2", "row2-3"}));
  for (const char* encoding : {"UTF8", "UTF16LE", "UTF16BE", "UTF32LE", "UTF32BE"}) {
    const std::string name = std::string("dataloader-csvtext_BOM_") + encoding + ".csv";
    EXPECT_EQ(read(corpus_file(name), 5).rows, plain) << name;
  }
}

TEST(CsvCorpus, EveryTableIsReadWhereverItsChunksAreCut) {
  if (!has_corpus()) GTEST_SKIP() << "CROSSWALK_CORPUS names no folder of real records";
  namespace fs = std::filesystem;
  std::size_t tables = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(std::getenv("CROSSWALK_CORPUS")) / "records")) {
    if (entry.path().extension() != ".csv") continue;
    ++tables;
    SCOPED_TRACE(entry.path().filename());
    const std::string text = corpus_file(entry.path().filename().string());
    const Limits limits{.separator = kDetect, .pass_over_broken_rows = true};
    const Outcome whole = read(text, text.size() + 1, limits);
    EXPECT_EQ(whole.error, "");
    EXPECT_EQ(whole.broken, std::vector<std::string>());
    ASSERT_FALSE(whole.rows.empty());
    for (const std::size_t size : {1u, 3u, 64u, 1000u}) {
      const Outcome cut = read(text, size, limits);
      EXPECT_EQ(cut.rows, whole.rows) << size;
    }
  }
  EXPECT_GT(tables, 40u);
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

TEST(CsvReader, TakesAWholeFileInOnePiece) {
  Reader reader;
  reader.feed_all(
      "\xEF\xBB\xBF"
      "a,b\n1,\"2\"");
  ASSERT_EQ(*reader.next(), Step::row);
  EXPECT_EQ(reader.cells()[0], "a");
  ASSERT_EQ(*reader.next(), Step::row);
  EXPECT_EQ(reader.cells()[1], "2");
  EXPECT_EQ(*reader.next(), Step::end);
}

}  // namespace
}  // namespace crosswalk::csv
