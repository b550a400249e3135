#include "truth/rows.hpp"

#include "truth/values.hpp"

namespace crosswalk::truth {
namespace {

std::string members_of(Dice& dice, const Scenario& scenario, const std::vector<Cell>& cells) {
  std::string out;
  // Members come in any order.
  const std::size_t count = cells.size(), first = dice.chance(200) ? dice.below(count) : 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = (first + i) % count;
    if (cells[at].kind == Cell::Kind::absent) continue;
    out += (out.empty() ? "\"" : ",\"") + scenario.lines[at].platform.name +
           "\":" + json_of(cells[at]);
  }
  if (dice.chance(30)) out += std::string(out.empty() ? "" : ",") + "\"unmapped\":[1,\"x\"]";
  return out;
}

std::string record_of(Dice& dice, const Scenario& scenario, const std::vector<Cell>& cells) {
  const std::string members = members_of(dice, scenario, cells);
  if (dice.chance(950)) return "{" + members + "}";
  return R"({"object":"thing","fields":{)" + members + "}}";
}

// A line that nobody can read.
std::string broken(Dice& dice, const std::string& record) {
  switch (dice.below(5)) {
    case 0:
      return record.substr(0, record.size() - 1);
    case 1:
      return R"({"id":"k1","unmapped":")"
             "\xC3\x28\"}";
    case 2:
      return R"({"id":"k1","unmapped":"\ud83d"})";
    case 3:
      return "{\"id\":\"k\x01\"}";
    default:
      return record + "}";
  }
}

}  // namespace

Rows make_rows(Dice& dice, const Scenario& scenario, std::size_t count) {
  Rows rows;
  std::vector<LineValues> values;
  values.reserve(scenario.lines.size());
  for (const Line& line : scenario.lines) values.emplace_back(line);
  for (std::size_t row = 1; row <= count; ++row) {
    std::vector<Cell> cells;
    cells.reserve(values.size());
    for (LineValues& line : values) cells.push_back(line.make(dice, row));
    std::string record = record_of(dice, scenario, cells);
    if (dice.chance(3)) {
      record = broken(dice, record);
      cells.clear();
    }
    rows.ndjson += record + (dice.chance(100) ? "\r\n" : "\n");
    rows.cells.push_back(std::move(cells));
  }
  return rows;
}

}  // namespace crosswalk::truth
