#include <string>
#include <utility>
#include <vector>

#include "compat/matrix.hpp"
#include "compat/policy.hpp"
#include "compat/rules.hpp"

namespace crosswalk::compat {
namespace {

using schema::PlatformType;

constexpr std::string_view kIntroduction =
    "# Which field types go together\n\n"
    "What happens to values of a platform's field on their way into a Salesforce field, and back. "
    "Lengths, digits and the values of lists are looked at besides, field by field.\n\n"
    "| class | meaning |\n|---|---|\n"
    "| exact | every value arrives as it was |\n"
    "| widening | every value arrives, in a wider type: the way back may not be open |\n"
    "| conditional | values that meet a condition arrive, others are refused |\n"
    "| lossy | every value arrives, but some lose a part |\n"
    "| incompatible | never without a transform, if at all |\n";

std::string sentence(const Rule& rule) {
  return "*" + std::string(class_name(rule.cls)) + "*: " + std::string(rule.reason);
}

// What the tables leave out.
std::string losses() {
  std::string out =
      "\n## What is lost, and what helps\n\n| | what is lost or refused | what helps |\n"
      "|---|---|---|\n";
  for (const Rule& rule : rules()) {
    if (rule.loss.empty() && rule.remedies.empty()) continue;
    out += "| " + sentence(rule) + " | " + std::string(rule.loss) + " | ";
    for (const Remedy& remedy : rule.remedies) {
      if (out.back() == '.') out += ' ';
      if (!remedy.transform.empty()) out += "`" + std::string(remedy.transform) + "`: ";
      out += remedy.advice;
    }
    out += " |\n";
  }
  return out;
}

// One line for all kinds that have the same two rules, in the order of their first.
std::string section(PlatformType type) {
  std::vector<std::pair<std::pair<char, char>, std::string>> lines;
  for (const Column column : columns()) {
    if (column.trait != Trait::none) continue;
    const std::pair letters(letter_of(type, column, Way::to_salesforce),
                            letter_of(type, column, Way::to_platform));
    std::size_t at = 0;
    while (at < lines.size() && lines[at].first != letters) ++at;
    if (at == lines.size()) lines.emplace_back(letters, "");
    lines[at].second += (lines[at].second.empty() ? "" : ", ") + words(column);
  }
  std::string out = "\n## " + std::string(words(type)) + " (`" +
                    std::string(schema::platform_type_name(type)) +
                    "`)\n\n| Salesforce field | to Salesforce | to the platform |\n|---|---|---|\n";
  for (const auto& [letters, kinds] : lines) {
    out += "| " + kinds + " | " + sentence(*find_rule(letters.first)) + " | " +
           sentence(*find_rule(letters.second)) + " |\n";
  }
  return out;
}

std::string traits() {
  std::string out =
      "\n## Formulas, parts, person accounts\n\nSuch a field has the type of its value. What is "
      "computed is read as that type and never written.\n\n"
      "| Salesforce field | to Salesforce | to the platform |\n|---|---|---|\n";
  Trait last = Trait::none;
  for (const Column column : columns()) {
    if (column.trait == last) continue;
    last = column.trait;
    const char letter = letter_of(PlatformType::text, column, Way::to_salesforce);
    const bool computed = column.trait == Trait::formula || column.trait == Trait::roll_up;
    out += "| " + words(column) + ", ... | ";
    if (computed) out += sentence(*find_rule(letter));
    out += std::string(note_of(column.trait, Way::to_salesforce)) + " | " +
           std::string(note_of(column.trait, Way::to_platform)) + " |\n";
  }
  return out;
}

std::string policy_text(const Policy& policy) {
  std::string out = "\n## The policy `" + std::string(policy.name) +
                    "`\n\nIt takes these pairs alone, and texts of at most " +
                    std::to_string(policy.text_units_max) + " characters:\n\n";
  for (const AllowedPair& pair : policy.allowed) {
    out += "- " + std::string(words(pair.platform)) + " and " +
           std::string(words(pair.salesforce)) + "\n";
  }
  out += "\nThe standard fields that it takes all the same:";
  for (const std::string_view name : policy.exempt) out += " `" + std::string(name) + "`";
  return out + ".\n";
}

}  // namespace

std::string write_matrix_page() {
  std::string out(kIntroduction);
  for (std::size_t i = 0; i < schema::platform_type_names().size(); ++i) {
    out += section(static_cast<PlatformType>(i));
  }
  out += traits() + losses();
  for (const Policy& policy : policies()) out += policy_text(policy);
  return out;
}

}  // namespace crosswalk::compat
