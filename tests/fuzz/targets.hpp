// The readers that take text from outside, each with what must hold for any text at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace crosswalk::fuzz {

using Target = void (*)(std::string_view input);

void read_csv(std::string_view input);
void read_describe(std::string_view input);
void read_mapping(std::string_view input);
void read_platform(std::string_view input);
void read_preview(std::string_view input);
void read_soql(std::string_view input);
void run_transform(std::string_view input);

struct NamedTarget {
  std::string_view name;  // also the folder of its seeds
  Target run;
};

inline constexpr NamedTarget kTargets[] = {
    {"csv", read_csv},
    {"describe", read_describe},
    {"mapping", read_mapping},
    {"platform", read_platform},
    {"preview", read_preview},
    {"soql", read_soql},
    {"transform", run_transform},
};

// Ends the program with what did not hold: libFuzzer then keeps the input.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace crosswalk::fuzz
