// Programs of one line with a transform, for tests: against the schemas of tests/golden, with a
// small table of zones and the country of Germany.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "convert/convert.hpp"
#include "convert/zones.hpp"
#include "core/convert/golden_program.hpp"

namespace crosswalk::convert {

// Central European time around the years 2025 and 2026; New York without any summer.
inline const Zones& zones_of_test() {
  static const Zones zones = [] {
    auto read = read_zones(R"({"zones": {
      "Europe/Berlin": {"offsets": [3600, 7200], "transitions":
        [1743296400, 1, 1761440400, 0, 1774746000, 1, 1792890000, 0]},
      "America/New_York": {"offsets": [-18000]}}})");
    EXPECT_TRUE(read.has_value());
    return read ? *std::move(read) : Zones{};
  }();
  return zones;
}

struct Line {
  std::string_view platform, salesforce;
  std::string_view steps;  // JSON of the transform
  std::string_view direction = "push";
};

inline Result<Program> program_of(const Line& line) {
  const auto quoted = [](std::string_view text) { return "\"" + std::string(text) + "\""; };
  const std::string text =
      R"({"version":1,"country":"DE","objects":[{"platform":"participant","salesforce":"Contact",)"
      R"("direction":)" +
      quoted(line.direction) + R"(,"fields":[{"platform":)" + quoted(line.platform) +
      R"(,"salesforce":)" + quoted(line.salesforce) + R"(,"transform":)" + std::string(line.steps) +
      "}]}]}";
  const mapping::ReadOutcome read = mapping::read(text);
  if (!read.document || !read.report.ok()) {
    return Error{ErrorKind::bad_input, "unreadable", {}, text, 0, {}};
  }
  const auto platform = schema::read_platform(golden_text("schemas/platform.json"));
  const auto describe = schema::read_describe(golden_text("schemas/salesforce/Contact.json"));
  return compile(*read.document, 0, *platform->find("participant"), *describe, zones_of_test());
}

using Given = std::vector<std::pair<std::string_view, Value>>;

// A row of the program in which the named platform fields have these values, the others none.
inline std::vector<Value> row_of(const Program& program, const Given& given) {
  std::vector<Value> row(program.fields().size());
  for (const auto& [name, value] : given) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (program.fields()[i].platform_name == name) row[i] = value;
    }
  }
  return row;
}

inline std::string shown(const Value& value) {
  switch (value.kind) {
    case ValueKind::absent:
      return "absent";
    case ValueKind::null:
      return "null";
    case ValueKind::text:
      return "text " + std::string(value.text);
    case ValueKind::number:
      return "number " + std::string(value.text);
    case ValueKind::truth:
      return value.truth ? "true" : "false";
  }
  return {};
}

}  // namespace crosswalk::convert
