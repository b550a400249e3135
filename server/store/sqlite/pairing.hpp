// The steps that turn staged rows into a worklist. Each works inside one write transaction of
// bounded size; `after` is where it goes on, and it answers where the next one starts, or nothing
// at the end.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "store/sqlite/resources.hpp"

namespace crosswalk::store::sqlite {

struct Pairing {
  std::string tenant, run;
  std::int64_t crossing = 0;
  Crossing names;
  MatchRule rule;
  PairSelection selection;
};

using PairingStep = std::optional<std::string> (*)(Database&, const Pairing&,
                                                   const std::string& after);

// In the order in which they are taken.
extern const std::array<PairingStep, 8> kPairingSteps;

// See Staging::unread.
UnreadPage find_unread(Database& database, const Pairing& pairing, std::int64_t after);

// What the finished worklist holds.
PairTotals count_pairs(Database& database, const Pairing& pairing);

}  // namespace crosswalk::store::sqlite
