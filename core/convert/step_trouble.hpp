// What is wrong with a step by itself, whatever it gets: a pattern that is none, a list without
// words. Inside convert only; typing.hpp is the face.
#pragma once

#include <cstddef>
#include <string_view>

#include "mapping/document.hpp"

namespace crosswalk::convert {

struct StepTrouble {
  std::string_view member{};                        // of the step; empty: the step itself
  std::string_view message{};                       // empty: nothing is wrong
  std::size_t item = static_cast<std::size_t>(-1);  // of a list
};

StepTrouble trouble_of(const mapping::Transform& step);

}  // namespace crosswalk::convert
