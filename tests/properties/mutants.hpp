// Mutants as rapidcheck makes them.
#pragma once

#include <rapidcheck.h>

#include <ostream>
#include <string>
#include <vector>

#include "properties/choices.hpp"
#include "properties/mutated_cases.hpp"

namespace crosswalk::properties {

struct Mutant {
  const Base* base = nullptr;
  std::string text;
};

inline void showValue(const Mutant& mutant, std::ostream& out) {
  out << mutant.base->name << "\n" << mutant.text;
}

inline rc::Gen<Mutant> mutants(int most = 3) {
  return rc::gen::exec([most] {
    Mutant out;
    out.base = &one_of(bases());
    nlohmann::ordered_json document = out.base->mapping;
    for (int left = between(0, most); left > 0; --left) {
      Mutation mutation;
      mutation.kind = static_cast<std::uint32_t>(below(8 * 12));
      mutation.place = static_cast<std::uint32_t>(below(1 << 12));
      mutation.choice = static_cast<std::uint32_t>(below(1 << 16));
      mutate(document, mutation, out.base->words);
    }
    out.text = text_of(document, static_cast<std::uint32_t>(below(24)));
    return out;
  });
}

}  // namespace crosswalk::properties
