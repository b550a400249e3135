#include "suggest/concepts.hpp"

#include <algorithm>
#include <array>

namespace crosswalk::suggest {
namespace {

constexpr std::array kConcepts{
    Concept{"actual", Role::qualifier, 120},
    Concept{"billing", Role::qualifier, 60, Family::first},
    Concept{"budgeted", Role::qualifier, 400},
    Concept{"campaign", Role::context},
    Concept{"case", Role::context},
    Concept{"code", Role::faint, 250},
    Concept{"company", Role::context},
    Concept{"date", Role::faint, 500},
    Concept{"deal", Role::context},
    Concept{"expected", Role::qualifier, 250},
    Concept{"filler", Role::filler},
    Concept{"home", Role::qualifier, 350},
    Concept{"id", Role::faint, 300},
    Concept{"lead", Role::context},
    Concept{"mailing", Role::qualifier, 60, Family::first},
    Concept{"membership", Role::context},
    Concept{"mobile", Role::qualifier, 450},
    Concept{"name", Role::faint, 500},
    Concept{"number", Role::faint, 250},
    Concept{"other", Role::qualifier, 320, Family::second},
    Concept{"person", Role::context},
    Concept{"personal", Role::qualifier, 500},
    Concept{"primary", Role::qualifier, 60, Family::first},
    Concept{"secondary", Role::qualifier, 400, Family::second},
    Concept{"shipping", Role::qualifier, 220, Family::second},
    Concept{"task", Role::context},
    Concept{"third", Role::qualifier, 600},
    Concept{"time", Role::faint, 250},
    Concept{"work", Role::qualifier, 60, Family::first},
};

}  // namespace

std::span<const Concept> concepts() { return kConcepts; }

const Concept* find_concept(std::string_view name) {
  const auto* const at = std::lower_bound(
      kConcepts.begin(), kConcepts.end(), name,
      [](const Concept& row, std::string_view wanted) { return row.name < wanted; });
  return at != kConcepts.end() && at->name == name ? &*at : nullptr;
}

}  // namespace crosswalk::suggest
