#include "compat/rules.hpp"

#include <array>

namespace crosswalk::compat {
namespace {

constexpr Remedy kMap{"map", "Map each value to one that the other side knows."};
constexpr Remedy kJoin{"join", "Join the values with a separator of your choice."};
constexpr Remedy kParts{"", "Map each part to its own field instead."};
constexpr Remedy kOtherField{"", "Choose a field of a fitting type."};
constexpr Remedy kTruncate{"", "Set onTooLong to truncate."};
constexpr Remedy kPullOnly{"", "Let the field travel from Salesforce to the platform only."};

constexpr std::array kUseMap{kMap};
constexpr std::array kUseJoin{kJoin};
constexpr std::array kUseParts{kParts};
constexpr std::array kUseOtherField{kOtherField};
constexpr std::array kUseMapOrOther{kMap, kOtherField};
constexpr std::array kUseTruncate{kTruncate};
constexpr std::array kUsePull{kPullOnly};

constexpr std::array kRules{
    // Every value arrives.
    Rule{'=', Class::exact, "Both sides hold the same kind of value.", {}, {}},
    Rule{'w', Class::widening, "Every such value can be written as this one.", {}, {}},
    Rule{'o', Class::widening, "Salesforce takes any text here and does not check it.", {}, {}},
    Rule{'V',
         Class::widening,
         "The picklist is not restricted: Salesforce stores values that its list lacks, too.",
         {},
         kUseMap},
    Rule{'j',
         Class::widening,
         "The values of the list arrive as one text, joined by ';'.",
         {},
         kUseJoin},
    Rule{'U', Class::widening, "The amount arrives; its currency is not part of a number.", {}, {}},
    Rule{'N', Class::widening, "The name is read as a whole; it is written by its parts.", {}, {}},

    // Values that meet a condition arrive.
    Rule{'L', Class::conditional, "A long text arrives where the other field is long enough.",
         "Longer texts are refused, or cut where onTooLong says so.", kUseTruncate},
    Rule{'c', Class::conditional, "Only e-mail addresses are accepted.",
         "Texts that are no e-mail address are refused.", kUseOtherField},
    Rule{
        'p',
        Class::conditional,
        "The picklist is not restricted: any text is stored, but texts that are not in its list do "
        "not show in filters and reports as expected.",
        {},
        kUseMap},
    Rule{'r', Class::conditional, "Only values of the picklist are accepted.",
         "Other values are refused.", kUseMap},
    Rule{'R', Class::conditional, "Only values of the platform's list are accepted.",
         "Other values are refused.", kUseMap},
    Rule{'m', Class::conditional, "The text is taken as values separated by ';'.",
         "Values that a restricted picklist lacks are refused.", kUseMap},
    Rule{'M', Class::conditional, "The value's text must be in the picklist.",
         "Other values are refused.", kUseMap},
    Rule{'b', Class::conditional, "Only whole numbers up to 2,147,483,647 are accepted.",
         "Greater numbers are refused.", kUseOtherField},
    Rule{'B',
         Class::conditional,
         "A coordinate lies between -90 and 90, or -180 and 180.",
         "Other numbers are refused.",
         {}},
    Rule{'C',
         Class::conditional,
         "The number is taken as an amount in the record's currency.",
         "Nothing is converted between currencies.",
         {}},
    Rule{'P',
         Class::conditional,
         "The number is taken as per cent: 10 means 10 %, not 0.1.",
         "Nothing is multiplied by 100.",
         {}},
    Rule{'s',
         Class::conditional,
         "Only Salesforce Ids are accepted.",
         "Other texts are refused.",
         {}},
    Rule{'e',
         Class::conditional,
         "Salesforce needs the other record's Salesforce Id; the platform's keys are not "
         "translated.",
         "Values that are no Salesforce Id are refused.",
         {}},
    Rule{'E',
         Class::conditional,
         "The Salesforce Id arrives as it is; it is not translated into the platform's key.",
         {},
         {}},
    Rule{'v', Class::conditional, "Only true and false are understood.", "Other texts are refused.",
         kUseMap},

    // Every value arrives, some lose a part.
    Rule{'l', Class::lossy, "The other field holds one line.", "Line ends become blanks.",
         kUseOtherField},
    Rule{'h', Class::lossy, "Salesforce cleans the HTML of a rich text.",
         "What is read back differs from what was written: markup may be changed or dropped.",
         kUseOtherField},
    Rule{'H', Class::lossy, "A rich text arrives with its HTML tags.",
         "The formatting shows as tags.", kUseOtherField},
    Rule{'k', Class::lossy,
         "Encrypted text is read masked unless the connected user may view encrypted data.",
         "Masked characters cannot be compared or restored.", kUsePull},
    Rule{'q', Class::lossy, "The other field holds whole numbers.",
         "Digits after the point are rounded away.", kUseOtherField},
    Rule{'z', Class::lossy, "A checkbox is always ticked or not.",
         "An empty value leaves the checkbox as it stands.", kUseMap},
    Rule{'d', Class::lossy, "The day is taken as it is written, in the zone it is written with.",
         "The time of day is lost.", kUseOtherField},

    // Never.
    Rule{'a', Class::incompatible, "Salesforce numbers the records itself.",
         "Auto Number fields cannot be written.", kUsePull},
    Rule{'g', Class::incompatible, "Salesforce gives record Ids itself.",
         "The Id of a record cannot be written.", kUseOtherField},
    Rule{'n', Class::incompatible, "Salesforce makes this field from its parts.",
         "Only the parts can be written.", kUseParts},
    Rule{'y', Class::incompatible, "A text never becomes another kind of value by itself.",
         "The value would have to be guessed.", kUseMapOrOther},
    Rule{'x', Class::incompatible, "The two fields hold different kinds of values.",
         "No value of the one makes sense in the other.", kUseOtherField},
    Rule{'i', Class::incompatible, "Several values do not fit where one is expected.",
         "All values but one would be lost.", kUseOtherField},
    Rule{'t', Class::incompatible, "A date has no time of day and no time zone.",
         "Midnight in one zone is the day before in another.", kUseOtherField},
    Rule{'A', Class::incompatible, "An address is not carried as a whole.",
         "Only its parts can be mapped.", kUseParts},
    Rule{'O', Class::incompatible, "A location is not carried as a whole.",
         "Only its latitude and its longitude can be mapped.", kUseParts},
    Rule{'S', Class::incompatible, "Structured values are not carried.",
         "The structure would be lost.", kUseParts},
    Rule{'F',
         Class::incompatible,
         "Files are not carried by a field mapping.",
         "The content of the file would be lost.",
         {}},
    Rule{'u', Class::incompatible, "This version does not know the type of the Salesforce field.",
         "Nothing is known of its values.", kUseOtherField},
};

}  // namespace

std::span<const Rule> rules() { return kRules; }

const Rule* find_rule(char letter) {
  for (const Rule& rule : kRules) {
    if (rule.letter == letter) return &rule;
  }
  return nullptr;
}

}  // namespace crosswalk::compat
