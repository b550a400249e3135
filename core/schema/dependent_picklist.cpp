#include "schema/dependent_picklist.hpp"

namespace crosswalk::schema {
namespace {

// The six bits of a base64 letter, or -1.
int base64_bits(char letter) {
  if (letter >= 'A' && letter <= 'Z') return letter - 'A';
  if (letter >= 'a' && letter <= 'z') return letter - 'a' + 26;
  if (letter >= '0' && letter <= '9') return letter - '0' + 52;
  if (letter == '+') return 62;
  if (letter == '/') return 63;
  return -1;
}

}  // namespace

bool is_valid_for(std::string_view valid_for, std::size_t number) {
  // Six bits a letter, in order: the bit string need not be decoded to be read.
  const std::size_t letter = number / 6;
  if (letter >= valid_for.size()) return false;
  const int bits = base64_bits(valid_for[letter]);
  return bits >= 0 && ((bits >> (5 - number % 6)) & 1) != 0;
}

std::optional<std::size_t> controlling_number(const SalesforceField& controller,
                                              std::string_view value) {
  if (controller.type == FieldType::boolean) {
    if (names::same_name(value, "false")) return 0;
    if (names::same_name(value, "true")) return 1;
    return std::nullopt;
  }
  for (std::size_t i = 0; i < controller.picklist_values.size(); ++i) {
    if (names::same_name(controller.picklist_values[i].value, value)) return i;
  }
  return std::nullopt;
}

bool may_depend(const PicklistValue& value, const SalesforceField& controller,
                std::string_view controlling) {
  if (value.valid_for.empty()) return true;
  const std::optional<std::size_t> number = controlling_number(controller, controlling);
  return number && is_valid_for(value.valid_for, *number);
}

}  // namespace crosswalk::schema
