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
constexpr std::array kUseNumber{
    kMap, Remedy{"", "Keep it in a number field, or have the text read as a number beforehand."}};
constexpr std::array kUseDate{
    kMap,
    Remedy{"", "Keep it in a date field, or have the text read as a date by a stated pattern."}};
constexpr std::array kUseDay{
    Remedy{"", "Choose a Date field, or a field that holds the time and its zone, too."}};
constexpr std::array kUseOne{
    Remedy{"", "Choose a multi-select picklist, or join the values into a text field."}};
constexpr std::array kUseLines{
    Remedy{"", "Choose a Text Area, or have the line ends replaced beforehand."}};
constexpr std::array kUsePlain{
    Remedy{"", "Choose a Text Area (Long), which keeps every character."}};
constexpr std::array kUseTags{
    Remedy{"", "Show the text as HTML, or have the tags removed afterwards."}};
constexpr std::array kUseDecimals{Remedy{"", "Choose a number field with digits after the point."}};
constexpr std::array kUseWide{Remedy{"", "Choose a Number field, which holds up to 18 digits."}};
constexpr std::array kUseHundred{Remedy{
    "", "Let the platform give 10 for 10 %; a fraction would have to be multiplied by 100."}};
constexpr std::array kUseId{
    Remedy{"", "Map a field that holds the Salesforce Id of the record that is meant."}};
constexpr std::array kUseOnNull{
    Remedy{"", "Set onNull to default and give a default, or to skip."}};
constexpr std::array kUseText{Remedy{"", "Choose a text field, or a select list for one value."}};
constexpr std::array kUseTwoNumbers{
    Remedy{"", "Hold latitude and longitude in two number fields and map each to its part."}};
constexpr std::array kUseLink{Remedy{"", "Map the file's address to a URL field instead."}};
constexpr std::array kUseViewer{
    Remedy{"", "Give the connected user the permission View Encrypted Data."}, kOtherField};

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
    Rule{'C',
         Class::widening,
         "The number is taken as an amount in the record's currency; nothing is converted.",
         {},
         {}},
    Rule{'P',
         Class::widening,
         "The number is taken as per cent: 10 means 10 %, not 0.1.",
         {},
         kUseHundred},
    Rule{'N', Class::widening, "The name is read as a whole; it is written by its parts.", {}, {}},

    // Values that meet a condition arrive.
    Rule{'L', Class::conditional, "A long text arrives where the other field is long enough.",
         "Longer texts are refused, or cut where onTooLong says so.", kUseTruncate},
    Rule{'c', Class::conditional, "Only e-mail addresses are accepted.",
         "Texts that are no e-mail address are refused.", kUseOtherField},
    Rule{'X', Class::conditional,
         "Encrypted text is read masked unless the connected user may view encrypted data, and a "
         "masked text is no e-mail address.",
         "Texts that are no e-mail address are refused.", kUseViewer},
    Rule{'p', Class::conditional,
         "The picklist is not restricted: any text that is short enough is stored, but filters and "
         "reports do not expect texts that its list lacks.",
         "Longer texts are refused.", kUseMap},
    Rule{'r', Class::conditional, "Only values of the picklist are accepted.",
         "Other values are refused.", kUseMap},
    Rule{'R', Class::conditional, "Only values of the platform's list are accepted.",
         "Other values are refused.", kUseMap},
    Rule{'m', Class::conditional,
         "The text is taken as values separated by ';', and only values of the picklist are "
         "accepted.",
         "Other values are refused.", kUseMap},
    Rule{'M', Class::conditional, "The value's text must be in the picklist.",
         "Other values are refused.", kUseMap},
    Rule{'b', Class::conditional,
         "Only whole numbers of as many digits as the field has, up to 2,147,483,647, are "
         "accepted.",
         "Greater numbers are refused.", kUseWide},
    Rule{'B',
         Class::conditional,
         "A latitude lies between -90 and 90, a longitude between -180 and 180.",
         "Other numbers are refused.",
         {}},
    Rule{'s', Class::conditional, "Only Salesforce Ids are accepted.", "Other texts are refused.",
         kUseId},
    Rule{'e', Class::conditional,
         "Salesforce needs the other record's Salesforce Id; the platform's keys are not "
         "translated.",
         "Values that are no Salesforce Id are refused.", kUseId},
    Rule{'v', Class::conditional, "Only true and false are understood.", "Other texts are refused.",
         kUseMap},

    // Every value arrives, some lose a part.
    Rule{'l', Class::lossy, "The other field holds one line.", "Line ends become blanks.",
         kUseLines},
    Rule{'h', Class::lossy, "Salesforce cleans the HTML of a rich text.",
         "What is read back differs from what was written: markup may be changed or dropped.",
         kUsePlain},
    Rule{'H', Class::lossy, "A rich text arrives with its HTML tags.",
         "The formatting shows as tags.", kUseTags},
    Rule{'k', Class::lossy,
         "Encrypted text is read masked unless the connected user may view encrypted data.",
         "Masked characters cannot be compared or restored.", kUseViewer},
    Rule{'G', Class::lossy, "The text is taken as values separated by ';'.",
         "The order of the values and repeated ones are lost.", kUseText},
    Rule{'q', Class::lossy, "The other field holds whole numbers.",
         "Digits after the point are rounded away.", kUseDecimals},
    Rule{'z', Class::lossy, "A checkbox is always ticked or not.",
         "An empty value leaves the checkbox as it stands.", kUseOnNull},
    Rule{'d', Class::lossy, "The day is taken as it is written, in the zone it is written with.",
         "The time of day is lost.", kUseDay},
    Rule{'Z', Class::lossy, "Salesforce gives a Date/Time in UTC, and the day is that of UTC.",
         "The time of day is lost, and late in the day the date may not be the one that users see.",
         kUseDay},
    Rule{'T', Class::lossy, "A date has no time of day and no zone: it becomes midnight in UTC.",
         "Users west of Greenwich see the day before.", kUseDay},
    Rule{'I', Class::lossy,
         "The Salesforce Id arrives as it is; it is not translated into the platform's key.",
         "Which record of the platform is meant is lost, unless its key is that Id.", kUseId},

    // Never.
    Rule{'a', Class::incompatible, "Salesforce numbers the records itself.",
         "Auto Number fields cannot be written.", kUsePull},
    Rule{'f', Class::incompatible, "Salesforce computes a formula itself.",
         "Formula fields cannot be written.", kUsePull},
    Rule{'+', Class::incompatible, "Salesforce sums this field up from the records below.",
         "Roll-Up Summary fields cannot be written.", kUsePull},
    Rule{'g', Class::incompatible, "Salesforce gives record Ids itself.",
         "The Id of a record cannot be written.", kUseOtherField},
    Rule{'n', Class::incompatible, "Salesforce makes this field from its parts.",
         "Only the parts can be written.", kUseParts},
    Rule{'y', Class::incompatible, "A checkbox or yes/no field takes only true and false.",
         "The value would have to be guessed.", kUseMapOrOther},
    Rule{'#', Class::incompatible, "A text or a tick is never read as a number by itself.",
         "The value would have to be guessed.", kUseNumber},
    Rule{'@', Class::incompatible,
         "Other values are never read as a date or a time by themselves: 01/02 is two days.",
         "The value would have to be guessed.", kUseDate},
    Rule{'x', Class::incompatible, "The two fields hold different kinds of values.",
         "No value of the one makes sense in the other.", kUseOtherField},
    Rule{'i', Class::incompatible, "Several values do not fit where one is expected.",
         "All values but one would be lost.", kUseOne},
    Rule{'A', Class::incompatible, "An address is not carried as a whole.",
         "Only its parts can be mapped.", kUseParts},
    Rule{'O', Class::incompatible, "A location is not carried as a whole.",
         "Only its latitude and its longitude can be mapped.", kUseTwoNumbers},
    Rule{'S', Class::incompatible, "Structured values are not carried.",
         "The structure would be lost.", kUseParts},
    Rule{'F', Class::incompatible, "Files are not carried by a field mapping.",
         "The content of the file would be lost.", kUseLink},
    Rule{'Y', Class::incompatible, "The type of this field differs from record to record.",
         "Nothing can be said of the next value.", kUseOtherField},
    Rule{'D', Class::incompatible, "Data categories belong to Knowledge and are not carried.",
         "The categories would be lost.", kUseOtherField},
    Rule{'u', Class::incompatible, "This version does not know the type of the Salesforce field.",
         "Nothing is known of its values.", kUseOtherField},
};

// Where a letter's rule stands; past the end: nowhere.
constexpr std::array<std::uint8_t, 128> places() {
  std::array<std::uint8_t, 128> out{};
  out.fill(kRules.size());
  for (std::size_t i = 0; i < kRules.size(); ++i) {
    out[static_cast<unsigned char>(kRules[i].letter)] = static_cast<std::uint8_t>(i);
  }
  return out;
}

constexpr std::array<std::uint8_t, 128> kPlaces = places();

struct TraitNote {
  std::string_view to_salesforce, to_platform;
};

constexpr std::string_view kComputed =
    "It can change without a new stamp on its record, so a sync may see it late.";

// In the order of Trait.
constexpr std::array<TraitNote, kTraits> kNotes{{
    {},
    {{}, kComputed},
    {{}, kComputed},
    {"The part is written here; the whole address can only be read.", {}},
    {"The part is written here; the whole name can only be read.", {}},
    {"Only person accounts take this field; business accounts refuse it.",
     "Business accounts have no value here."},
}};

}  // namespace

std::span<const Rule> rules() { return kRules; }

const Rule* find_rule(char letter) {
  const std::uint8_t place = kPlaces[static_cast<unsigned char>(letter) % kPlaces.size()];
  return place < kRules.size() ? &kRules[place] : nullptr;
}

std::string_view note_of(Trait trait, Way way) {
  const TraitNote& note = kNotes[static_cast<std::size_t>(trait)];
  return way == Way::to_salesforce ? note.to_salesforce : note.to_platform;
}

}  // namespace crosswalk::compat
