#include "mapping/steps.hpp"

#include <algorithm>

namespace crosswalk::mapping {
namespace {

using names::Member;
using names::Shape;
using Text = std::string_view;

constexpr std::array<Text, 1> kOtherwise{"otherwise"};
constexpr std::array<Text, 1> kEllipsis{"ellipsis"};
constexpr std::array<Text, 2> kPadding{"with", "side"};
constexpr std::array<Text, 1> kBy{"by"};
constexpr std::array<Text, 2> kTake{"take", "otherwise"};
constexpr std::array<Text, 1> kBlanks{"blanks"};
constexpr std::array<Text, 1> kRounding{"rounding"};
constexpr std::array<Text, 2> kBranches{"then", "else"};

constexpr std::array kOfNumber{Member{"decimal", Shape::text}, Member{"group", Shape::any_text}};
constexpr std::array kOfFormat{Member{"decimal", Shape::text}, Member{"group", Shape::any_text},
                               Member{"scale", Shape::natural}};
constexpr std::array kOfDate{Member{"parse", Shape::text}, Member{"format", Shape::text},
                             Member{"zone", Shape::text}, Member{"pivot", Shape::natural}};
constexpr std::array kOfBoolean{Member{"true", Shape::list, true},
                                Member{"false", Shape::list, true}};
constexpr std::array kOfWhen{Member{"field", Shape::text},      Member{"is", Shape::list},
                             Member{"isNot", Shape::list},      Member{"isBlank", Shape::truth},
                             Member{"startsWith", Shape::text}, Member{"endsWith", Shape::text},
                             Member{"contains", Shape::text}};

constexpr std::array kSteps{
    StepRow{Step::join, "join", "The values of a list in one text."},
    StepRow{Step::map, "map", "Each value by a table.", kOtherwise},
    StepRow{Step::trim, "trim", "Takes blanks away."},
    StepRow{Step::letter_case, "case", "Capitals, small letters, or a capital for each word."},
    StepRow{Step::truncate, "truncate", "Cuts a text that is longer.", kEllipsis},
    StepRow{Step::pad, "pad", "Fills up a text that is shorter.", kPadding},
    StepRow{Step::replace, "replace", "One text by another.", kBy},
    StepRow{Step::extract, "extract", "The part that a pattern finds.", kOtherwise},
    StepRow{Step::split, "split", "A text into a list, or one part of it.", kTake},
    StepRow{Step::template_text, "template", "Several fields in one text.", kBlanks},
    StepRow{Step::coalesce, "coalesce", "The first field that is not empty."},
    StepRow{Step::scale, "scale", "Rounds a number.", kRounding},
    StepRow{Step::number, "number", "Reads a number as people write it.", kOtherwise, kOfNumber},
    StepRow{Step::format, "format", "Writes a number as people do.", {}, kOfFormat},
    StepRow{Step::date, "date", "Reads or writes a day or a time.", kOtherwise, kOfDate},
    StepRow{Step::boolean, "boolean", "Words for true and false.", kOtherwise, kOfBoolean},
    StepRow{Step::phone, "phone", "The digits of a telephone number.", kOtherwise},
    StepRow{Step::when, "when", "Steps for some values only.", kBranches, kOfWhen},
};

constexpr std::array<Text, 4> kTrimWords{"both", "start", "end", "spaces"};
constexpr std::array<Text, 3> kCaseWords{"upper", "lower", "title"};
constexpr std::array<Text, 2> kSideWords{"start", "end"};
constexpr std::array<Text, 2> kTakeWords{"first", "last"};
constexpr std::array<Text, 2> kBlanksWords{"keep", "collapse"};
constexpr std::array<Text, 3> kRoundingWords{"halfUp", "halfEven", "down"};
constexpr std::array<Text, 2> kPhoneWords{"digits", "e164"};

constexpr std::array kRules{
    MemberRule{"trim", kTrimWords},         MemberRule{"case", kCaseWords},
    MemberRule{"side", kSideWords},         MemberRule{"blanks", kBlanksWords},
    MemberRule{"rounding", kRoundingWords}, MemberRule{"phone", kPhoneWords},
    MemberRule{"take", kTakeWords, 1, 100}, MemberRule{"truncate", {}, 1, 131072},
    MemberRule{"pad", {}, 1, 255},          MemberRule{"scale", {}, 0, 18},
    MemberRule{"pivot", {}, 1, 9900},
};

}  // namespace

std::span<const StepRow> steps() { return kSteps; }

const StepRow& row_of(Step step) { return kSteps[static_cast<std::size_t>(step)]; }

const StepRow* find_step(std::string_view name) {
  const auto* const found = std::find_if(kSteps.begin(), kSteps.end(),
                                         [name](const StepRow& row) { return row.name == name; });
  return found == kSteps.end() ? nullptr : found;
}

const MemberRule* find_rule(std::string_view member) {
  const auto* const found =
      std::find_if(kRules.begin(), kRules.end(),
                   [member](const MemberRule& rule) { return rule.name == member; });
  return found == kRules.end() ? nullptr : found;
}

}  // namespace crosswalk::mapping
