#include "convert/refusal.hpp"

#include <array>
#include <cassert>

#include "convert/travel.hpp"
#include "diagnostic/codes/records.hpp"

namespace crosswalk::convert {
namespace {

constexpr std::array kRules{
    RefusalRule{RefusalKind::too_long, codes::kValueTooLong.code, "STRING_TOO_LONG",
                "Shorten the value, or let the mapping cut it (onTooLong: truncate).",
                "Raise the length of the platform's field, or let the mapping cut the value."},
    RefusalRule{RefusalKind::not_a_number, codes::kValueNotANumber.code, "JSON_PARSER_ERROR",
                "Enter a number.", "Enter a number in Salesforce."},
    RefusalRule{RefusalKind::out_of_range, codes::kValueOutOfRange.code,
                "NUMBER_OUTSIDE_VALID_RANGE",
                "Correct the number, or raise the digits of the Salesforce field.",
                "Correct the number in Salesforce, or raise the digits of the platform's field."},
    RefusalRule{RefusalKind::beyond_integer, codes::kValueOutOfRange.code, "JSON_PARSER_ERROR",
                "Correct the number, or map it to a Number field.",
                "Correct the number in Salesforce."},
    RefusalRule{RefusalKind::not_in_picklist, codes::kValueNotInPicklist.code,
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                "Add the value to the picklist in Salesforce, or map it to one of its values.",
                "Add the value to the platform's list, or map it to one of its values."},
    RefusalRule{RefusalKind::not_a_date, codes::kValueNotADate.code, "JSON_PARSER_ERROR",
                "Enter a date between the years 1700 and 4000.", "Correct the date in Salesforce."},
    RefusalRule{RefusalKind::not_a_datetime, codes::kValueNotADatetime.code, "JSON_PARSER_ERROR",
                "Give date, time and time zone, in years between 1700 and 4000.",
                "Correct the date and time in Salesforce."},
    RefusalRule{RefusalKind::beyond_dates, codes::kValueNotADate.code, "FIELD_INTEGRITY_EXCEPTION",
                "Enter a date between the years 1700 and 4000.", "Correct the date in Salesforce."},
    RefusalRule{RefusalKind::not_a_time, codes::kValueNotATime.code, "JSON_PARSER_ERROR",
                "Enter a time of day such as 13:30.", "Correct the time in Salesforce."},
    RefusalRule{RefusalKind::not_a_truth, codes::kValueNotATruth.code, "JSON_PARSER_ERROR",
                "Enter true or false.", "Map the value to true or false."},
    RefusalRule{RefusalKind::not_an_email, codes::kValueNotAnEmail.code, "INVALID_EMAIL_ADDRESS",
                "Correct the e-mail address.", "Correct the e-mail address in Salesforce."},
    RefusalRule{RefusalKind::not_an_id, codes::kValueNotAnId.code, "MALFORMED_ID",
                "Give the 15 or 18 characters of a Salesforce Id.",
                "Map a field that holds Salesforce Ids."},
    RefusalRule{RefusalKind::required, codes::kValueRequired.code, "REQUIRED_FIELD_MISSING",
                "Fill in the value, or give the field a default in the mapping.",
                "Fill in the value in Salesforce."},
    RefusalRule{RefusalKind::wrong_kind, codes::kValueWrongKind.code, "JSON_PARSER_ERROR",
                "Correct the value where it is entered.", "Correct the value in Salesforce."},
    RefusalRule{RefusalKind::not_mapped, codes::kValueNotMapped.code, "",
                "Add the value to the field's map, or give the map an otherwise.",
                "Add the value to the field's map."},
    RefusalRule{RefusalKind::number_as_text, codes::kValueNotANumber.code, "",
                "Give the value as a number, not as a text.", "Enter a number in Salesforce."},
    RefusalRule{RefusalKind::truth_as_text, codes::kValueNotATruth.code, "",
                "Give true or false, in lower case.", "Map the value to true or false."},
    RefusalRule{RefusalKind::unreadable, codes::kValueUnreadable.code, "",
                "Correct the value, or give the step of the transform an otherwise.",
                "Correct the value in Salesforce, or let the field go one way."},
};

}  // namespace

std::span<const RefusalRule> refusal_rules() { return kRules; }

const RefusalRule& refusal_rule(RefusalKind kind) {
  const RefusalRule& rule = kRules[static_cast<std::size_t>(kind)];
  assert(rule.kind == kind);
  return rule;
}

Value Travel::refuse(RefusalKind kind, std::string message) const {
  if (verdict != nullptr) {
    verdict->refuse(kind);
    return {};
  }
  const RefusalRule& rule = refusal_rule(kind);
  const bool push = bound == Bound::to_salesforce;
  refusals.push_back({rule.code, push ? rule.salesforce_code : std::string_view(), index,
                      field.salesforce_name, std::move(message),
                      push ? rule.cure : rule.platform_cure});
  return {};
}

std::string Travel::target() const {
  const bool push = bound == Bound::to_salesforce;
  const std::string& name = push ? field.salesforce_name : field.platform_name;
  const std::string& label = push ? field.salesforce_label : field.platform_label;
  return label.empty() || label == name ? name : label + " (" + name + ")";
}

}  // namespace crosswalk::convert
