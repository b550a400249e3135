// Prints mutated mappings with their native reports, for tests/wasm/equal.test.mjs, where the
// module must give the same bytes: mutated_cases [COUNT [SEED]].
//   {"bases": [{"name", "platform", "salesforce": [...], "org", "admin": [...]}],
//    "cases": [{"base": number, "mapping", "report"}]}
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>

#include "diagnostic/report.hpp"
#include "properties/mutated_cases.hpp"

namespace crosswalk::properties {
namespace {

using Tree = nlohmann::ordered_json;

int print(std::size_t count, std::uint64_t seed) {
  std::map<std::size_t, std::size_t> numbers;  // of the bases that are used, as printed
  Tree schemas = Tree::array();
  Tree cases = Tree::array();
  for (const MutatedCase& given : mutated_cases(count, seed)) {
    const Base& base = bases()[given.base];
    const auto [number, fresh] = numbers.try_emplace(given.base, schemas.size());
    if (fresh) {
      schemas.push_back({{"name", base.name},
                         {"platform", base.platform},
                         {"salesforce", base.describes},
                         {"org", base.org},
                         {"admin", base.admin}});
    }
    cases.push_back({{"base", number->second},
                     {"mapping", given.mapping},
                     {"report", write_report(workspace_of(base).validate(given.mapping))}});
  }
  const std::string text = Tree{{"bases", schemas}, {"cases", cases}}.dump();
  return std::puts(text.c_str()) < 0 ? 1 : 0;
}

}  // namespace
}  // namespace crosswalk::properties

int main(int argc, char** argv) {
  try {
    const unsigned long count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 300;
    const unsigned long long seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 20261122;
    return crosswalk::properties::print(count, seed);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 1;
  }
}
