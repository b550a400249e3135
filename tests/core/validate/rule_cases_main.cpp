// Prints every rule case made whole, with the native report: what tests/wasm/rules.test.mjs gives
// to the module, whose reports must be the same bytes. Texts that several cases share stand once:
// {"texts": [...], "cases": [{"name", "mapping": number, "platform", "salesforce": [...], "org",
// "admin": [...], "report"}]}.
#include <cstdio>
#include <iostream>
#include <map>

#include "core/validate/rule_cases.hpp"

namespace crosswalk::validate {
namespace {

using Tree = nlohmann::ordered_json;

class Texts {
 public:
  std::size_t number_of(const std::string& text) {
    const auto [place, fresh] = numbers_.emplace(text, list_.size());
    if (fresh) list_.push_back(text);
    return place->second;
  }
  Tree numbers_of(const std::vector<std::string>& texts) {
    Tree numbers = Tree::array();
    for (const std::string& text : texts) numbers.push_back(number_of(text));
    return numbers;
  }
  [[nodiscard]] const Tree& list() const { return list_; }

 private:
  std::map<std::string, std::size_t> numbers_;
  Tree list_ = Tree::array();
};

int print_cases() {
  Texts texts;
  Tree cases = Tree::array();
  for (const RuleCase& given : rule_cases()) {
    if (given.skipped) continue;
    cases.push_back({{"name", test_name(given)},
                     {"mapping", texts.number_of(given.mapping)},
                     {"platform", texts.number_of(given.platform)},
                     {"salesforce", texts.numbers_of(given.describes)},
                     {"org", texts.number_of(given.org)},
                     {"admin", texts.numbers_of(given.admin)},
                     {"report", texts.number_of(report_of(given))}});
  }
  std::cout << Tree{{"texts", texts.list()}, {"cases", cases}}.dump() << "\n";
  return 0;
}

}  // namespace
}  // namespace crosswalk::validate

int main() {
  try {
    return crosswalk::validate::print_cases();
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 1;
  }
}
