#include "truth/values.hpp"

#include <algorithm>

#include "truth/describes.hpp"

namespace crosswalk::truth {
namespace {

using schema::FieldType;
using schema::PlatformType;
using schema::SalesforceField;

Cell text_into(Dice& dice, const SalesforceField& field, bool lines) {
  switch (field.type) {
    case FieldType::email:
      return Cell::of_text(email_text(dice, field.length));
    case FieldType::picklist:
      return Cell::of_text(choice_text(dice, field));
    case FieldType::multipicklist: {
      Cell set = set_of_choices(dice, field);
      set.kind = Cell::Kind::text;
      return set;
    }
    case FieldType::reference:
      if (field.extra_type_info.empty()) return Cell::of_text(record_id_text(dice, field));
      [[fallthrough]];
    default:
      return Cell::of_text(text_near(dice, std::max<std::size_t>(field.length, 1), lines));
  }
}

Cell number_into(Dice& dice, const SalesforceField& field) {
  switch (field.type) {
    case FieldType::picklist: {
      const Cell choice = Cell::of_text(choice_text(dice, field));
      return choice.text == "12" || dice.chance(900) ? Cell::of_number("12")
                                                     : Cell::of_number(any_number(dice));
    }
    case FieldType::int_:
    case FieldType::long_:
    case FieldType::double_:
    case FieldType::currency:
    case FieldType::percent:
      return Cell::of_number(number_near(dice, field));
    default:
      return Cell::of_number(any_number(dice));
  }
}

Cell list_into(Dice& dice, const Line& line) {
  if (line.salesforce.type == FieldType::multipicklist)
    return set_of_choices(dice, line.salesforce);
  std::vector<std::string> members;
  for (std::size_t left = dice.between(0, 4); left > 0; --left) {
    members.push_back(dice.one_of<const char*>({"Golf", "Music", "Tennis", "other", "", " Golf "}));
  }
  if (line.never_empty) members.push_back("Golf");
  Cell list = Cell::of_list(members);
  if (dice.chance(400)) list.kind = Cell::Kind::text;
  return list;
}

// By the platform's type: what an export of the platform holds there.
Cell ordinary(Dice& dice, const Line& line) {
  if (!line.mapped.empty() && !dice.chance(30)) {
    const std::string& from = dice.one_of(line.mapped);
    if (line.platform.type == PlatformType::integer) return Cell::of_number(from);
    if (line.platform.type != PlatformType::boolean &&
        line.platform.type != PlatformType::nullable_boolean)
      return Cell::of_text(from);
  }
  switch (line.platform.type) {
    case PlatformType::integer:
    case PlatformType::number:
    case PlatformType::currency:
    case PlatformType::percent:
      return number_into(dice, line.salesforce);
    case PlatformType::boolean:
    case PlatformType::nullable_boolean:
      if (dice.chance(30)) return Cell::of_text(dice.one_of<const char*>({"true", "false"}));
      return Cell::of_truth(dice.chance(500));
    case PlatformType::date:
      return Cell::of_text(date_text(dice));
    case PlatformType::datetime:
      return Cell::of_text(datetime_text(dice));
    case PlatformType::time:
      return Cell::of_text(time_text(dice));
    case PlatformType::multiselect_list:
      return list_into(dice, line);
    default:
      return text_into(dice, line.salesforce, line.platform.type == PlatformType::multiline_text);
  }
}

}  // namespace

Cell alien(Dice& dice) {
  static const std::vector<std::string> kTexts{
      "NaN", "1e5",      "1,5", "0x10",  "12", "-1.50", "+5",   "12 years", "true", "FALSE",
      "yes", "Infinity", ".5",  "1_000", "١٢", "null",  "#N/A", "12.",      "007"};
  switch (dice.below(6)) {
    case 0:
      return Cell::of_truth(dice.chance(500));
    case 1:
      return Cell::of_number(any_number(dice));
    case 2:
      return Cell::of_list({"Golf", "Music"});
    case 3:
      return Cell::of_object();
    default:
      return Cell::of_text(dice.one_of(kTexts));
  }
}

Cell LineValues::make(Dice& dice, std::size_t row) {
  if (line_.distinct || line_.key) return make_distinct(dice, row);
  if (dice.chance(50)) return {};
  if (!line_.never_empty) {
    if (dice.chance(30)) return Cell::of_null();
    if (dice.chance(10)) return Cell::of_text(dice.one_of<const char*>({"", "   ", "\t\r\n"}));
    if (dice.chance(3)) return Cell::of_text(dice.one_of<const char*>({"\x01", " \x02\x03 "}));
  }
  if (dice.chance(8)) return alien(dice);
  return ordinary(dice, line_);
}

// Of each row another one, but for some that were there before.
Cell LineValues::make_distinct(Dice& dice, std::size_t row) {
  if (!before_.empty() && dice.chance(20)) {
    Cell again = dice.one_of(before_);
    if (again.kind == Cell::Kind::text && dice.chance(300)) again.text += " ";
    if (again.kind == Cell::Kind::text && dice.chance(300))
      again.text[0] = static_cast<char>(
          again.text[0] >= 'a' && again.text[0] <= 'z' ? again.text[0] - 'a' + 'A' : again.text[0]);
    return again;
  }
  if (!line_.never_empty && dice.chance(line_.key ? 5 : 40)) return Cell::of_null();
  const std::string number = std::to_string(100'000 + row);
  Cell made;
  if (line_.platform.type == PlatformType::integer || line_.salesforce.type == FieldType::double_) {
    made = Cell::of_number(number);
  } else if (line_.salesforce.type == FieldType::email) {
    made = Cell::of_text(dice.chance(960) ? good_email(dice, row) : email_text(dice, 80));
  } else if (dice.chance(15) && line_.salesforce.length > 0) {
    const std::size_t units = line_.salesforce.length - 1 + dice.below(3);
    made = Cell::of_text("k" + number + some_text(dice, units - number.size() - 1));
    // Which of its two faults is named, of an over-long value that comes twice, is not known.
    if (units > line_.salesforce.length) return made;
  } else {
    made = Cell::of_text("k" + number);
  }
  before_.push_back(made);
  return made;
}

Cell good_cell(Dice& dice, const SalesforceField& field) {
  switch (field.type) {
    case FieldType::boolean:
      return Cell::of_truth(dice.chance(500));
    case FieldType::int_:
    case FieldType::long_:
      return Cell::of_number(std::to_string(dice.below(10'000)));
    case FieldType::double_:
    case FieldType::currency:
    case FieldType::percent:
      return Cell::of_number(field.precision > field.scale ? std::to_string(dice.below(10))
                                                           : "0.1");
    case FieldType::date:
      return Cell::of_text("2026-02-28");
    case FieldType::datetime:
      return Cell::of_text("2026-02-28T13:30:00.000Z");
    case FieldType::time:
      return Cell::of_text("13:30:00.000Z");
    case FieldType::email:
      return Cell::of_text("nobody@example.com");
    case FieldType::picklist:
    case FieldType::multipicklist:
      return Cell::of_text(field.picklist_values.front().value);  // the first one is in use
    case FieldType::reference:
      if (field.extra_type_info.empty())
        return Cell::of_text(id_of_target(field.reference_to.front(), dice.below(kTargetRecords)));
      return Cell::of_text("o-1");
    default:
      return Cell::of_text(some_text(dice, std::min<std::size_t>(field.length, 8)));
  }
}

}  // namespace crosswalk::truth
