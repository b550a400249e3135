#include <array>

#include "compat/relation.hpp"

namespace crosswalk::compat {
namespace {

using schema::PlatformField;
using schema::PlatformType;
using schema::SalesforceField;

constexpr std::array kReadOnlyRemedies{
    Remedy{"", "Let the field travel from Salesforce to the platform only."}};
constexpr std::array kTooLongRemedies{Remedy{"", "Set onTooLong to truncate."}};
constexpr std::array kMapRemedies{
    Remedy{"map", "Map each value to one that the other side knows."}};

bool is_text(PlatformType type) {
  switch (type) {
    case PlatformType::text:
    case PlatformType::multiline_text:
    case PlatformType::email:
    case PlatformType::phone:
    case PlatformType::url:
      return true;
    default:
      return false;
  }
}

bool is_decimal(PlatformType type) {
  return type == PlatformType::number || type == PlatformType::currency ||
         type == PlatformType::percent;
}

bool is_decimal(Kind kind) {
  return kind == Kind::number || kind == Kind::currency || kind == Kind::percent;
}

bool is_text(Kind kind) { return kind <= Kind::url && kind != Kind::auto_number; }

// A class only ever gets worse by what limits say.
void narrow(FieldVerdict& verdict, Class cls, std::string reason, std::string loss) {
  if (verdict.cls >= cls && verdict.cls != Class::widening && verdict.cls != Class::exact) {
    verdict.loss += verdict.loss.empty() ? loss : " " + loss;
    return;
  }
  verdict.cls = cls;
  verdict.reason = std::move(reason);
  verdict.loss = std::move(loss);
}

void narrow_text(const PlatformField& platform, const SalesforceField& salesforce, Way way,
                 FieldVerdict& verdict) {
  const bool push = way == Way::to_salesforce;
  const std::optional<std::uint32_t> salesforce_max =
      salesforce.length > 0 ? std::optional(salesforce.length) : std::nullopt;
  const auto from = push ? platform.max_length : salesforce_max;
  const auto into = push ? salesforce_max : platform.max_length;
  if (!into || (from && *from <= *into)) {
    if (verdict.cls != Class::conditional || !from || is_text(kind_of(salesforce)) == false) return;
    // "Long enough" is settled by the two lengths.
    if (way == Way::to_platform && kind_of(salesforce) == Kind::long_text) {
      verdict = {Class::exact, "Both sides hold the same kind of value.", {}, {}, verdict.note};
    }
    return;
  }
  const std::string length = from ? "up to " + std::to_string(*from) : "any number of";
  narrow(verdict, Class::conditional,
         "The value may have " + length + " characters; the field that it goes into takes " +
             std::to_string(*into) + ".",
         "Longer texts are refused, or cut where onTooLong says so.");
  verdict.remedies = kTooLongRemedies;
}

struct Digits {
  std::optional<std::uint32_t> integer;
  std::optional<std::uint32_t> scale;
};

Digits digits_of(const PlatformField& field) {
  Digits digits;
  digits.scale = field.scale;
  if (field.precision)
    digits.integer = *field.precision - std::min(*field.precision, field.scale.value_or(0));
  return digits;
}

Digits digits_of(const SalesforceField& field) {
  if (field.precision == 0) return {};
  return {field.precision - std::min(field.precision, field.scale), field.scale};
}

// An integer that the platform keeps short enough is never refused.
void settle_integer(const PlatformField& platform, const SalesforceField& salesforce,
                    FieldVerdict& verdict) {
  constexpr std::uint32_t kSafeDigits = 9;  // of every 32-bit number
  const std::uint32_t into =
      salesforce.digits > 0 ? std::min(salesforce.digits, kSafeDigits) : kSafeDigits;
  if (platform.precision && *platform.precision <= into) {
    verdict = {
        Class::exact, "Both sides hold whole numbers of so many digits.", {}, {}, verdict.note};
  }
}

void narrow_number(const PlatformField& platform, const SalesforceField& salesforce, Way way,
                   FieldVerdict& verdict) {
  const Digits ours =
      platform.type == PlatformType::integer ? Digits{std::nullopt, 0} : digits_of(platform);
  const Digits theirs = digits_of(salesforce);
  const Digits& from = way == Way::to_salesforce ? ours : theirs;
  const Digits& into = way == Way::to_salesforce ? theirs : ours;
  if (into.scale && (!from.scale || *from.scale > *into.scale)) {
    narrow(verdict, Class::lossy,
           "The field that it goes into keeps " + std::to_string(*into.scale) +
               " digits after the point.",
           "Further digits are rounded away.");
  }
  if (into.integer && (!from.integer || *from.integer > *into.integer)) {
    narrow(verdict, Class::conditional,
           "The field that it goes into holds " + std::to_string(*into.integer) +
               " digits before the point.",
           "Greater numbers are refused.");
  }
}

bool platform_has(const PlatformField& field, std::string_view value) {
  for (const std::string& own : field.values) {
    if (own == value) return true;
  }
  return false;
}

// Whether every value of the sending side is known to the receiving side.
bool lists_fit(const PlatformField& platform, const SalesforceField& salesforce, Way way) {
  if (way == Way::to_salesforce) {
    if (platform.values.empty() || salesforce.picklist_values.empty()) return false;
    for (const std::string& value : platform.values) {
      if (salesforce.find_value(value) == nullptr) return false;
    }
    return true;
  }
  if (platform.values.empty()) return true;
  // An unrestricted picklist may hold anything.
  if (!salesforce.restricted_picklist || salesforce.picklist_values.empty()) return false;
  for (const schema::PicklistValue& value : salesforce.picklist_values) {
    if (!platform_has(platform, value.value)) return false;
  }
  return true;
}

void settle_lists(const PlatformField& platform, const SalesforceField& salesforce, Way way,
                  FieldVerdict& verdict) {
  if (verdict.cls != Class::conditional) return;
  if (lists_fit(platform, salesforce, way)) {
    verdict = {Class::exact, "Every value of the one list is in the other.", {}, {}, verdict.note};
  } else if (way == Way::to_salesforce && !salesforce.restricted_picklist) {
    verdict = {Class::widening,
               "The picklist is not restricted: Salesforce stores values that its list lacks, too.",
               {},
               kMapRemedies,
               verdict.note};
  }
}

}  // namespace

FieldVerdict verdict(const PlatformField& platform, const SalesforceField& salesforce, Way way) {
  const Kind kind = kind_of(salesforce);
  const Verdict cell = verdict(platform.type, Column{kind, trait_of(salesforce)}, way);
  FieldVerdict out{cell.cls, std::string(cell.reason), std::string(cell.loss), cell.remedies,
                   cell.note};
  if (out.cls == Class::incompatible) return out;
  if (way == Way::to_salesforce && schema::is_read_only(salesforce)) {
    return {Class::incompatible,
            salesforce.calculated ? "Salesforce computes this field."
                                  : "The connected user cannot write this field.",
            "The field can only be read.", kReadOnlyRemedies, cell.note};
  }
  const bool list = kind == Kind::picklist || kind == Kind::restricted_picklist ||
                    kind == Kind::multipicklist || kind == Kind::restricted_multipicklist;
  const bool own_list =
      platform.type == PlatformType::select_list || platform.type == PlatformType::multiselect_list;
  if (list && own_list) {
    settle_lists(platform, salesforce, way, out);
  } else if (is_text(platform.type) && is_text(kind)) {
    narrow_text(platform, salesforce, way, out);
  } else if (platform.type == PlatformType::integer && kind == Kind::integer) {
    if (way == Way::to_salesforce) settle_integer(platform, salesforce, out);
  } else if ((is_decimal(platform.type) || platform.type == PlatformType::integer) &&
             is_decimal(kind)) {
    narrow_number(platform, salesforce, way, out);
  }
  return out;
}

}  // namespace crosswalk::compat
