// What a letter of the relation's table stands for: a class and the reason for it, in an admin's
// words. Inside compat only.
#pragma once

#include <optional>
#include <span>

#include "compat/relation.hpp"

namespace crosswalk::compat {

struct Rule {
  char letter;
  Class cls;
  std::string_view reason;
  std::string_view loss;
  std::span<const Remedy> remedies;
};

std::span<const Rule> rules();
const Rule* find_rule(char letter);

}  // namespace crosswalk::compat
