// A file of generated records: as NDJSON, and as the values that the preview must read there.
#pragma once

#include <string>
#include <vector>

#include "truth/cell.hpp"
#include "truth/dice.hpp"
#include "truth/scenario.hpp"

namespace crosswalk::truth {

struct Rows {
  std::string ndjson;
  // One cell for every line of the scenario's mapping; a row without cells is no JSON.
  std::vector<std::vector<Cell>> cells;
};

Rows make_rows(Dice& dice, const Scenario& scenario, std::size_t count);

}  // namespace crosswalk::truth
