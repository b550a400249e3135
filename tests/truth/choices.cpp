// Values of picklists, one and several: in the list, in other case, nearly, no longer in it.
#include "truth/values.hpp"

namespace crosswalk::truth {
namespace {

std::string in_other_case(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') {
      c = static_cast<char>(c - 'a' + 'A');
    } else if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c - 'A' + 'a');
    }
  }
  return text;
}

std::string active_value(Dice& dice, const schema::SalesforceField& field) {
  while (true) {
    const schema::PicklistValue& value = dice.one_of(field.picklist_values);
    if (value.active) return value.value;
  }
}

}  // namespace

std::string choice_text(Dice& dice, const schema::SalesforceField& field) {
  std::string value = active_value(dice, field);
  if (dice.chance(50)) return in_other_case(value);
  if (dice.chance(20)) return " " + value + "  ";
  if (dice.chance(8)) return value + "\x03";
  if (!dice.chance(25)) return value;
  const schema::PicklistValue& any = dice.one_of(field.picklist_values);
  switch (dice.below(6)) {
    case 0:
      return any.value;  // which may be one that is no longer in use
    case 1:
      return any.label;
    case 2:
      return value + "s";
    case 3:
      return value + ";" + any.value;
    case 4:
      if (field.type == schema::FieldType::picklist)
        return some_text(dice, field.length - 1 + dice.below(3));
      [[fallthrough]];
    default:
      return "Curling";
  }
}

Cell set_of_choices(Dice& dice, const schema::SalesforceField& field) {
  std::vector<std::string> members;
  for (std::size_t left = dice.between(1, 4); left > 0; --left) {
    members.push_back(dice.chance(250) ? active_value(dice, field) : choice_text(dice, field));
  }
  if (dice.chance(60)) members.push_back(members.front());
  if (dice.chance(30)) members.push_back(in_other_case(members.front()));
  if (dice.chance(20)) members.insert(members.begin(), "");
  // As long as all members may be together, and one more.
  if (!field.restricted_picklist && dice.chance(15)) {
    members.clear();
    for (std::size_t i = 0; i < 410; ++i) members.push_back("v" + std::to_string(10'000'000 + i));
    members.back() += std::string(dice.below(3), 'x');
  }
  Cell list = Cell::of_list(members);
  if (dice.chance(500)) list.kind = Cell::Kind::text;
  return list;
}

}  // namespace crosswalk::truth
