// Holds the preview's verdicts against the local org's answers: truth_bench MAPPINGS [FILES
// [SEED]], each file 200 rows. Prints one JSON line with the counts per code; rows that the two see
// differently go to standard error.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "truth/comparison.hpp"

int main(int argc, char** argv) {
  using namespace crosswalk;
  if (argc < 2) {
    std::fputs("usage: truth_bench MAPPINGS [FILES [SEED]]\n", stderr);
    return 2;
  }
  const auto mappings = static_cast<std::size_t>(std::atoll(argv[1]));
  const auto files = argc > 2 ? static_cast<std::size_t>(std::atoll(argv[2])) : 4;
  const auto seed = argc > 3 ? static_cast<std::uint64_t>(std::atoll(argv[3])) : 1;
  truth::Comparison comparison;
  for (std::size_t i = 0; i < mappings; ++i) {
    const auto compared = truth::compare(seed + i, files, truth::kRowsMax, comparison);
    if (compared) continue;
    std::fprintf(stderr, "truth_bench: mapping %s: %s\n", std::to_string(seed + i).c_str(),
                 compared.error().message.c_str());
    return 2;
  }
  std::fputs(comparison.disagreements_text().c_str(), stderr);
  std::printf("%s\n", comparison.json().c_str());
  return 0;
}
