// What a letter of the relation's table stands for: a class and the reason for it, in an admin's
// words. Inside compat only.
#pragma once

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

// The letter of a cell. Traits that forbid writing have letters of their own.
char letter_of(schema::PlatformType platform, Column salesforce, Way way);

// What a trait means for every value, whichever way it goes; empty for none.
std::string_view note_of(Trait trait, Way way);

}  // namespace crosswalk::compat
