// CSV and previews: what is written is read back, and where chunks are cut changes nothing.
#include <algorithm>
#include <string>
#include <vector>

#include "core/preview/fixture.hpp"
#include "csv/reader.hpp"
#include "csv/separator.hpp"
#include "csv/writer.hpp"
#include "properties/choices.hpp"
#include "properties/holds.hpp"

namespace crosswalk::properties {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string cell() {
  if (chance(30))
    return one_of<std::string>({"", "\"", ",", "\r\n", "\n", ";", "\"\"", "a\"b", " "});
  return any_text(40);
}

// The first cell begins with a letter: a text that begins with zero bytes is taken for UTF-16.
Rows table() {
  Rows rows = listed(1, 12, [] { return listed(1, 6, cell); });
  rows.front().front() = "id" + rows.front().front();
  return rows;
}

// Pieces of all sizes, more small ones than large ones.
std::vector<std::string_view> pieces(std::string_view text) {
  std::vector<std::string_view> all;
  while (!text.empty()) {
    const auto size = static_cast<std::size_t>(chance(70) ? between(1, 7) : between(1, 200));
    all.push_back(text.substr(0, size));
    text.remove_prefix(std::min(size, text.size()));
  }
  return all;
}

Rows read(const std::vector<std::string_view>& pieces, csv::Limits limits) {
  Rows rows;
  csv::Reader reader(limits);
  auto piece = pieces.begin();
  while (true) {
    const auto step = reader.next();
    if (!step) RC_FAIL(step.error().code + " " + step.error().path);
    if (*step == csv::Step::end) return rows;
    if (*step == csv::Step::row) rows.emplace_back(reader.cells().begin(), reader.cells().end());
    if (*step != csv::Step::need_more) continue;
    if (piece == pieces.end()) {
      reader.finish();
    } else {
      reader.feed(*piece++);
    }
  }
}

TEST(CsvProperties, WhatIsWrittenIsReadBackInAnyPieces) {
  holds(1500, [] {
    const Rows rows = *rc::gen::exec(table);
    const char separator = *rc::gen::exec([] { return one_of({',', ';', '\t', '|'}); });
    const csv::LineEnd end = *rc::gen::exec([] {
      return one_of({csv::LineEnd::crlf, csv::LineEnd::lf});
    });
    std::string text;
    for (const auto& row : rows) {
      csv::Writer(separator, end)
          .append_row(text, std::vector<std::string_view>(row.begin(), row.end()));
    }
    const auto cut = *rc::gen::exec([&] { return pieces(text); });
    RC_ASSERT(read(cut, {.separator = separator}) == rows);
    RC_ASSERT(read({text}, {.separator = separator}) == rows);
  });
}

TEST(CsvProperties, ASeparatorIsFoundWhereEveryRowHasItsCells) {
  holds(500, [] {
    const char separator = *rc::gen::exec([] { return one_of({',', ';', '\t', '|'}); });
    const int width = *rc::gen::exec([] { return between(2, 6); });
    const auto word = [] { return std::string("w") + std::to_string(between(0, 99)); };
    const Rows rows =
        *rc::gen::exec([&] { return listed(1, 10, [&] { return listed(width, width, word); }); });
    std::string text;
    for (const auto& row : rows) {
      csv::Writer(separator).append_row(text,
                                        std::vector<std::string_view>(row.begin(), row.end()));
    }
    RC_ASSERT(csv::detect_separator(text, true) == separator);
  });
}

// A value for a column: good, refused, changed or nonsense.
std::string value_for(const std::string& name) {
  if (chance(25)) return cell();
  if (name == "id") return std::to_string(between(1, 8));
  if (name == "score") return number_text();
  if (name == "status") return one_of<std::string>({"came", "Registered", "gone", ""});
  if (name == "interests") return one_of<std::string>({"Golf;Music", "Music; golf", "Chess", ""});
  if (name == "registered_at") {
    return one_of<std::string>({"2026-11-22T13:30:00.5Z", "2026-11-22", "1699-12-31T00:00:00Z"});
  }
  return any_text(50);
}

std::string preview_of(const std::vector<std::string_view>& pieces) {
  static const std::string mapping = preview::golden_text("preview/changes/mapping.json");
  auto preview = preview::open_golden(mapping, {.offenders = true});
  if (!preview) RC_FAIL(preview.error().message);
  std::string told;
  for (const std::string_view piece : pieces) {
    if (const auto fed = preview->feed(piece); !fed) return fed.error().path + fed.error().message;
    told += preview->take_offenders();
  }
  if (const auto done = preview->finish(); !done) return done.error().path + done.error().message;
  told += preview->take_offenders();
  const auto progress = preview->progress();
  const auto lines = static_cast<std::uint64_t>(std::count(told.begin(), told.end(), '\n'));
  RC_ASSERT(lines >= progress.refused);
  return told + preview->report_json();
}

TEST(PreviewProperties, WhereChunksAreCutChangesNothing) {
  holds(400, [] {
    const std::string text = *rc::gen::exec([] {
      const std::vector<std::string> names{"id",        "last_name", "company",      "status",
                                           "interests", "score",     "registered_at"};
      std::string made;
      csv::Writer writer;
      writer.append_row(made, std::vector<std::string_view>(names.begin(), names.end()));
      for (int rows = between(0, 15); rows > 0; --rows) {
        std::vector<std::string> row;
        for (const std::string& name : names) row.push_back(value_for(name));
        if (chance(10)) row.pop_back();
        writer.append_row(made, std::vector<std::string_view>(row.begin(), row.end()));
        if (chance(5)) made += "x\"y\n";
      }
      return made;
    });
    const auto cut = *rc::gen::exec([&] { return pieces(text); });
    RC_ASSERT(preview_of(cut) == preview_of({text}));
  });
}

}  // namespace
}  // namespace crosswalk::properties
