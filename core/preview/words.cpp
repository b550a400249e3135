#include "preview/words.hpp"

#include <array>

#include "diagnostic/codes/records.hpp"
#include "preview/seen.hpp"

namespace crosswalk::preview {
namespace {

using convert::Change;

struct ChangeWords {
  Change change;
  const diagnostic::Code& code;
  std::string_view words;  // behind the field's label
};

constexpr std::array kChangeWords{
    ChangeWords{Change::cut, codes::kValueTruncated, " takes the beginning of the text only."},
    ChangeWords{Change::trimmed, codes::kValueBlanksTrimmed,
                " takes the text without the blanks at its ends."},
    ChangeWords{Change::cleaned, codes::kValueCleaned,
                " takes the text without its control characters."},
    ChangeWords{Change::flattened, codes::kValueFlattened,
                " takes one line: line ends become blanks."},
    ChangeWords{Change::rounded, codes::kValueRounded, " takes the number rounded."},
    ChangeWords{Change::inexact, codes::kValueInexact,
                " may keep the first 15 digits of the number only."},
    ChangeWords{Change::recased, codes::kValueRecased, " takes the value as its list spells it."},
    ChangeWords{Change::unlisted, codes::kValueUnlisted,
                " does not have the value in its list, and stores it all the same."},
    ChangeWords{Change::regrouped, codes::kValueRegrouped,
                " takes the values in the order of its list, each once."},
    ChangeWords{Change::seconds, codes::kValueSecondsCut, " takes whole seconds."},
    ChangeWords{Change::day_only, codes::kValueDayOnly, " takes the day, without the time."},
};
static_assert(kChangeWords.size() == convert::kChanges);

}  // namespace

const diagnostic::Code& code_of(Change change) {
  return kChangeWords[static_cast<std::size_t>(change)].code;
}

std::string label_of(const convert::ProgramField& field) {
  const std::string& name = field.salesforce_name;
  const std::string& label = field.salesforce_label;
  return label.empty() || label == name ? name : label + " (" + name + ")";
}

std::string words_of(Change change, const convert::ProgramField& field) {
  return label_of(field) + std::string(kChangeWords[static_cast<std::size_t>(change)].words);
}

std::string words_of_twice(std::string_view label, std::uint64_t first_row) {
  const std::string where = first_row == SeenValues::kSomeRow ? std::string("an earlier row")
                                                              : "row " + std::to_string(first_row);
  return "The same value for " + std::string(label) + " stands in " + where + ".";
}

}  // namespace crosswalk::preview
