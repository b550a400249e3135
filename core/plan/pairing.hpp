// Which records of both sides belong together: links first, then the mapping's match. The answer
// does not depend on the order in which records came. Inside plan only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "convert/arena.hpp"
#include "plan/records.hpp"

namespace crosswalk::plan {

struct Couple {
  const LoadedRecord* platform = nullptr;
  const LoadedRecord* salesforce = nullptr;
  const LoadedLink* link = nullptr;
  std::string conflict;  // why it cannot be decided which records belong together
};

// The views into `object` stay good as long as it does.
std::vector<Couple> pair_records(const convert::Program& program, const LoadedObject& object,
                                 convert::Arena& arena);

}  // namespace crosswalk::plan
