#include <algorithm>

#include "suggest/reading.hpp"

namespace crosswalk::suggest {
namespace {

constexpr int kFaintShare = 850;     // of two that share but a "name" or an "id"
constexpr int kNearWordShare = 900;  // of two words that differ by a slip of the pen

class Comparison {
 public:
  Comparison(const Nearness& nearness, const Vocabulary& vocabulary)
      : nearness_(nearness), vocabulary_(vocabulary) {}

  // Dice's coefficient over the weights.
  int things(const Reading& left, const Reading& right) {
    int total = 0, shared = 0;
    for (const Term& term : left.terms) total += weight(term);
    for (const Term& term : right.terms) total += weight(term);
    if (total == 0) return 0;
    for (const Term& term : left.terms) shared += best_match(term, right);
    return static_cast<int>(2000LL * shared / total);
  }

  int qualifiers(const Reading& left, const Reading& right) const {
    int cost = 0;
    bool first[2] = {false, false}, second[2] = {false, false};
    const auto count = [&](const Reading& here, const Reading& there, int side) {
      for (const std::uint32_t id : here.qualifiers) {
        if (std::find(there.qualifiers.begin(), there.qualifiers.end(), id) !=
            there.qualifiers.end())
          continue;
        const Concept& row = vocabulary_.concept_of(id);
        if (row.family == Family::first) first[side] = true;
        if (row.family == Family::second) second[side] = true;
        cost += row.weight;
      }
    };
    count(left, right, 0);
    count(right, left, 1);
    // Two of a family stand for one another: not both are missed.
    if (first[0] && first[1]) cost = cost - 120 + kSameFamilyCost;
    if (second[0] && second[1]) return std::min(cost, kSameFamilyCost * 2);
    return cost;
  }

 private:
  [[nodiscard]] int weight(const Term& term) const {
    const bool weightless =
        term.id == nearness_.weightless[0] || term.id == nearness_.weightless[1];
    return weightless ? 0 : term.weight;
  }

  [[nodiscard]] int best_match(const Term& term, const Reading& other) const {
    for (const Term& candidate : other.terms) {
      if (candidate.id == term.id) return std::min(weight(term), weight(candidate));
    }
    if (term.id < vocabulary_.size()) return 0;
    for (const Term& candidate : other.terms) {
      if (candidate.id < vocabulary_.size()) continue;
      const std::pair<std::uint32_t, std::uint32_t> both{term.id, candidate.id};
      if (std::binary_search(nearness_.near.begin(), nearness_.near.end(), both)) {
        return std::min(term.weight, candidate.weight) * kNearWordShare / 1000;
      }
    }
    return 0;
  }

  const Nearness& nearness_;
  const Vocabulary& vocabulary_;
};

bool is_faint(const Reading& reading) {
  return std::none_of(reading.terms.begin(), reading.terms.end(),
                      [](const Term& term) { return term.weight == kThingWeight; });
}

}  // namespace

int alike(const Reading& left, const Reading& right, const Nearness& nearness,
          const Vocabulary& vocabulary) {
  Comparison comparison(nearness, vocabulary);
  const int things = comparison.things(left, right);
  if (things == 0) return 0;
  const int strength = std::min(left.strength, right.strength);
  const int score = std::max(0, things - comparison.qualifiers(left, right)) * strength / 1000;
  return is_faint(left) && is_faint(right) ? score * kFaintShare / 1000 : score;
}

}  // namespace crosswalk::suggest
