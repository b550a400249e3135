// What the two fields of a line say about the values that may stand in them.
#include <algorithm>

#include "compat/relation.hpp"
#include "convert/compiler.hpp"

namespace crosswalk::convert {
namespace {

using schema::FieldType;
using schema::PlatformType;

constexpr std::size_t kMultiPicklistUnits = 4099;

NumberLimit limit_of(const schema::SalesforceField& field) {
  NumberLimit limit;
  if (field.type == FieldType::int_) {
    limit = {{}, 0, "-2147483648", "2147483647", true};
    if (field.digits > 0) limit.integer_digits_max = field.digits;
  } else if (field.type == FieldType::long_) {
    limit = {{}, 0, "-9223372036854775808", "9223372036854775807", true};
  } else if (field.precision > 0) {
    limit.integer_digits_max = field.precision - std::min(field.precision, field.scale);
    limit.scale = field.scale;
  }
  if (compat::kind_of(field) == compat::Kind::geolocation_part) {
    const bool latitude = field.name.find("atitude") != std::string::npos;
    limit.lowest = latitude ? "-90" : "-180";
    limit.highest = latitude ? "90" : "180";
  }
  return limit;
}

NumberLimit limit_of(const schema::PlatformField& field) {
  NumberLimit limit;
  if (field.type == PlatformType::integer) {
    limit.scale = 0;
  } else if (field.scale) {
    limit.scale = *field.scale;
  }
  if (field.precision) {
    limit.integer_digits_max =
        *field.precision - std::min(*field.precision, field.scale.value_or(0));
  }
  return limit;
}

}  // namespace

void take_salesforce(const schema::SalesforceField& from, ProgramField& into) {
  into.salesforce_name = from.name;
  into.salesforce_label = from.label;
  into.salesforce_type = from.type;
  into.salesforce_form = form_of(from);
  into.salesforce_required = schema::is_required_on_create(from);
  into.salesforce_nillable = from.nillable;
  into.createable = from.createable;
  into.updateable = from.updateable;
  into.multiline = from.type == FieldType::textarea;
  into.salesforce_text.units_max =
      from.type == FieldType::multipicklist && from.length == 0 ? kMultiPicklistUnits : from.length;
  into.salesforce_number = limit_of(from);
  into.unique = from.unique;
  into.case_sensitive = from.case_sensitive;
  into.picklist_restricted = from.restricted_picklist;
  for (const schema::PicklistValue& value : from.picklist_values) {
    if (value.active) into.picklist.push_back(value.value);
  }
}

void take_platform(const schema::PlatformField& from, ProgramField& into) {
  into.platform_name = from.name;
  into.platform_label = from.label;
  into.platform_type = from.type;
  into.platform_form = form_of(from.type);
  into.platform_required = from.required;
  into.platform_text.units_max = from.max_length.value_or(0);
  into.platform_number = limit_of(from);
  if (from.type == PlatformType::select_list || from.type == PlatformType::multiselect_list) {
    into.platform_values = from.values;
  }
}

}  // namespace crosswalk::convert
