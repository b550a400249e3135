// The cases of tests/golden/rules, one file per code: each states only its difference from the
// schemas and the mapping of tests/golden/schemas. The form is told in tests/golden/README.md.
#pragma once

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "validate/validate.hpp"

namespace crosswalk::validate {

// A case made whole: what validate_json takes.
struct RuleCase {
  std::string code;
  std::string name;
  bool bad = false;
  std::size_t number = 0;  // within the good or the bad ones of its file
  std::string file;
  bool real = false;     // on a describe of the corpus
  bool skipped = false;  // because the corpus is not there: nothing below is filled
  std::string mapping;
  std::string platform;
  std::vector<std::string> describes;
  std::string org;
  std::vector<std::string> admin;
  nlohmann::ordered_json expected;  // of a bad case: pointer, message, ...
};

// For a failed test's message.
inline void PrintTo(const RuleCase& given, std::ostream* out) { *out << given.name; }

// Where the real describes lie, or "": CROSSWALK_CORPUS.
std::string corpus_folder();

// In the order of the codes, the good ones of a code first. Throws when a file cannot be
// understood.
std::vector<RuleCase> rule_cases();

std::string report_of(const RuleCase& given);

// "CW2102_Bad_ALabelInsteadOfTheName"
std::string test_name(const RuleCase& given);

// JSON for people: what fits into a line stands on one.
std::string readable(const nlohmann::ordered_json& tree);

// The text after a fix's edits, which count UTF-16 units.
std::string edited(const std::string& text, const std::vector<TextEdit>& edits);

}  // namespace crosswalk::validate
