#include "salesforce/errors.hpp"

#include <algorithm>
#include <array>

namespace crosswalk::salesforce {
namespace {

using enum ErrorClass;

constexpr std::string_view kTryAgain = "Nothing to do: Crosswalk tries again by itself.";
constexpr std::string_view kCorrectValue =
    "Correct the value on the platform; the record is sent again when it changes.";
constexpr std::string_view kRefreshMapping =
    "Check that the field or object still exists in Salesforce and that the connected user's "
    "permission sets let it see and edit it, then correct the mapping.";
constexpr std::string_view kGrant =
    "Give the connected Salesforce user the right that is named, by a permission set or by "
    "sharing.";

// Sorted by code: error_row() searches by halves.
constexpr std::array kTable{
    ErrorRow{"ALL_OR_NONE_OPERATION_ROLLED_BACK", transient,
             "Salesforce undid this record together with another one of the same call.", kTryAgain},
    ErrorRow{"APEX_ERROR", data, "The customer's own Apex code failed for this record.",
             "Ask the Salesforce administrator to look at the Apex code that is named."},
    ErrorRow{"API_CURRENTLY_DISABLED", throttle,
             "Salesforce has switched its API off for this org for the moment.",
             "Wait; Salesforce does this while it moves an org."},
    ErrorRow{"API_DISABLED_FOR_ORG", permission,
             "The org's edition has no API, or the connected user may not use it.",
             "Use an edition with API access, and give the user the permission \"API Enabled\"."},
    ErrorRow{"CANNOT_EXECUTE_FLOW_TRIGGER", data,
             "A flow of the customer's org failed for this record.",
             "Ask the Salesforce administrator to correct the flow that is named."},
    ErrorRow{"CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", data,
             "A trigger or flow of the customer's org refused this record.",
             "Ask the Salesforce administrator to look at the trigger or flow that is named."},
    ErrorRow{"CANNOT_UPDATE_CONVERTED_LEAD", data,
             "The lead has been converted and can no longer be changed.",
             "Map the contact that the lead became."},
    ErrorRow{"CIRCULAR_DEPENDENCY", data, "The record would become its own parent.", kCorrectValue},
    ErrorRow{"CLIENT_NOT_ACCESSIBLE_FOR_USER", permission,
             "The connected user may not use this app.",
             "Allow the connected app for the user in Salesforce's set-up."},
    ErrorRow{"DELETE_FAILED", data, "Salesforce could not delete the record.",
             "Look at the records that depend on it."},
    ErrorRow{"DUPLICATES_DETECTED", duplicate,
             "A duplicate rule of the org found a record like this one.",
             "Merge or correct the records in Salesforce, or relax the duplicate rule for the "
             "connected user."},
    ErrorRow{"DUPLICATE_EXTERNAL_ID", duplicate,
             "Several Salesforce records hold this record's key.",
             "Leave the key on one of them: make the external id field unique."},
    ErrorRow{"DUPLICATE_USERNAME", duplicate, "The user name is taken.", kCorrectValue},
    ErrorRow{"DUPLICATE_VALUE", duplicate,
             "Another Salesforce record already holds a value that must be unique.",
             "Correct the value, or link the record that holds it."},
    ErrorRow{"ENTITY_IS_DELETED", data, "The record is in Salesforce's recycle bin.",
             "Restore it in Salesforce, or let the platform record go."},
    ErrorRow{"ENTITY_IS_LOCKED", data, "The record is locked by an approval process.",
             "Unlock it in Salesforce, or wait until the approval has ended."},
    ErrorRow{"EXCEEDED_ID_LIMIT", transient, "Too many records at once.", kTryAgain},
    ErrorRow{"FIELD_CUSTOM_VALIDATION_EXCEPTION", data,
             "A validation rule of the org refused the record.",
             "Do what the rule's message says, or change the rule in Salesforce."},
    ErrorRow{"FIELD_FILTER_VALIDATION_EXCEPTION", data,
             "A lookup filter of the org refused the value.",
             "Choose a record that the filter allows, or change the filter."},
    ErrorRow{"FIELD_INTEGRITY_EXCEPTION", data,
             "A value does not fit together with the rest of the record.", kCorrectValue},
    ErrorRow{"FUNCTIONALITY_NOT_ENABLED", permission, "The org has not switched this feature on.",
             "Switch the feature on in Salesforce's set-up."},
    ErrorRow{"IMMUTABLE_FIELD", schema, "The field cannot be changed after it was set.",
             "Take the field out of the mapping, or map it in the direction pull."},
    ErrorRow{"INACTIVE_OWNER_OR_USER", data, "The owner is no longer active in Salesforce.",
             "Name an active owner."},
    ErrorRow{"INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE", transient,
             "Salesforce is being maintained and takes no writes now.", kTryAgain},
    ErrorRow{"INSUFFICIENT_ACCESS", permission, "The connected user may not do this.", kGrant},
    ErrorRow{"INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", permission,
             "The connected user may not use the record that this one refers to.", kGrant},
    ErrorRow{"INSUFFICIENT_ACCESS_OR_READONLY", permission,
             "The connected user may not change this record.", kGrant},
    ErrorRow{"INVALID_AUTH_HEADER", auth, "Salesforce could not read the session.",
             "Connect the org again."},
    ErrorRow{"INVALID_CROSS_REFERENCE_KEY", data,
             "The record refers to a record that does not exist, or that the user cannot see.",
             "Correct the reference."},
    ErrorRow{
        "INVALID_EMAIL_ADDRESS", data, "The e-mail address is not one that Salesforce takes.",
        "Correct the e-mail address on the platform; the record is sent again when it changes."},
    ErrorRow{
        "INVALID_FIELD", schema,
        "Salesforce does not know a field of the mapping, or hides it from the connected user.",
        kRefreshMapping},
    ErrorRow{"INVALID_FIELD_FOR_INSERT_UPDATE", schema,
             "A field of the mapping cannot be written in Salesforce.",
             "Map the field in the direction pull, or grant the connected user edit access to it."},
    ErrorRow{"INVALID_ID_FIELD", data, "A record id is not one of Salesforce's.", kCorrectValue},
    ErrorRow{"INVALID_OPERATION", data, "Salesforce does not allow this for the record.",
             "Look at the message; it comes from Salesforce."},
    ErrorRow{"INVALID_OPERATION_WITH_EXPIRED_PASSWORD", auth, "The user's password has expired.",
             "Set a new password in Salesforce and connect again."},
    ErrorRow{"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", data,
             "The value is not one of the picklist's values.",
             "Add the value to the picklist in Salesforce, or map it to one that is there."},
    ErrorRow{"INVALID_QUERY_FILTER_OPERATOR", schema,
             "A condition compares a field in a way that Salesforce does not allow.",
             "Correct `where` in the mapping."},
    ErrorRow{"INVALID_QUERY_LOCATOR", transient, "Salesforce has forgotten a running query.",
             kTryAgain},
    ErrorRow{"INVALID_REPLICATION_DATE", schema, "The time span is not one that Salesforce keeps.",
             "Start a full run."},
    ErrorRow{"INVALID_SESSION_ID", auth, "The session has ended.", "Connect the org again."},
    ErrorRow{"INVALID_TYPE", schema,
             "Salesforce does not know the object, or hides it from the connected user.",
             kRefreshMapping},
    ErrorRow{"INVALID_TYPE_ON_FIELD_IN_RECORD", data, "A value has the wrong type for its field.",
             kCorrectValue},
    ErrorRow{
        "JSON_PARSER_ERROR", data, "A value has the wrong form for its field.",
        "Check the type of the field that is mapped; the record is sent again when it changes."},
    ErrorRow{"LIMIT_EXCEEDED", throttle, "A limit of the org is used up.",
             "Look at the message; it names the limit."},
    ErrorRow{"MALFORMED_ID", data, "A record id is not one of Salesforce's.", kCorrectValue},
    ErrorRow{"MALFORMED_QUERY", schema, "Salesforce could not read a query.",
             "Correct `where` in the mapping."},
    ErrorRow{"MIXED_DML_OPERATION", data,
             "Set-up objects and others cannot be written in one step in this org.",
             "Ask the Salesforce administrator to look at the trigger or flow behind it."},
    ErrorRow{"NOT_FOUND", data, "The record or object is not there, or not for this user.",
             "Check that it exists and that the connected user can see it."},
    ErrorRow{"NUMBER_OUTSIDE_VALID_RANGE", data, "The number is too large for the field.",
             kCorrectValue},
    ErrorRow{"OPERATION_TOO_LARGE", permission, "The query reaches too many records for this user.",
             "Give the connected user \"View All\" on the object."},
    ErrorRow{"ORG_IN_MAINTENANCE", transient, "Salesforce is being maintained.", kTryAgain},
    ErrorRow{"PROCESSING_HALTED", transient,
             "Salesforce stopped before this record, because of another one.", kTryAgain},
    ErrorRow{"QUERY_TIMEOUT", transient, "The query took too long.", kTryAgain},
    ErrorRow{"QUERY_TOO_COMPLICATED", schema, "The query has too many formula fields.",
             "Take formula fields out of the mapping."},
    ErrorRow{"REQUEST_LIMIT_EXCEEDED", throttle, "The org's API requests are used up.",
             "Wait until the daily limit frees up, or buy more API requests."},
    ErrorRow{"REQUEST_RUNNING_TOO_LONG", transient, "The call took too long.", kTryAgain},
    ErrorRow{"REQUIRED_FIELD_MISSING", data, "A field that Salesforce requires is empty.",
             "Fill the field on the platform, or give it a default in the mapping."},
    ErrorRow{"SERVER_UNAVAILABLE", transient, "Salesforce is not available now.", kTryAgain},
    ErrorRow{"STORAGE_LIMIT_EXCEEDED", throttle, "The org's data storage is full.",
             "Free or buy storage in Salesforce."},
    ErrorRow{"STRING_TOO_LONG", data, "The text is longer than the Salesforce field takes.",
             "Shorten it, lengthen the field in Salesforce, or set onTooLong to truncate."},
    ErrorRow{"TRANSFER_REQUIRES_READ", permission, "The new owner may not read the object.",
             "Choose another owner, or give them access."},
    ErrorRow{"TXN_SECURITY_METERING_ERROR", permission,
             "A transaction security policy of the org stopped the call.",
             "Ask the Salesforce administrator to let the connected user pass."},
    ErrorRow{"TXN_SECURITY_NO_ACCESS", permission,
             "A transaction security policy of the org stopped the call.",
             "Ask the Salesforce administrator to let the connected user pass."},
    ErrorRow{"UNABLE_TO_LOCK_ROW", transient, "Someone else was changing the same record.",
             kTryAgain},
    ErrorRow{"UNKNOWN_EXCEPTION", unknown, "Salesforce met an error of its own.",
             "If it stays, give Salesforce's support the error id in the message."},
    ErrorRow{"UNSUPPORTED_API_VERSION", schema, "Salesforce no longer speaks this API version.",
             "Set a newer API version."},
};

constexpr bool is_sorted_by_code() {
  for (std::size_t i = 1; i < kTable.size(); ++i) {
    if (!(kTable[i - 1].code < kTable[i].code)) return false;
  }
  return true;
}

static_assert(is_sorted_by_code());

constexpr ErrorRow kUnknown{"", unknown, "Salesforce refused the record.",
                            "Look at the message; it comes from Salesforce."};
constexpr ErrorRow kConcurrent{"REQUEST_LIMIT_EXCEEDED", transient,
                               "Too many long calls to this org were running at once.", kTryAgain};

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

std::string_view name_of(ErrorClass kind) {
  switch (kind) {
    case transient:
      return "transient";
    case throttle:
      return "throttle";
    case auth:
      return "auth";
    case schema:
      return "schema";
    case data:
      return "data";
    case permission:
      return "permission";
    case duplicate:
      return "duplicate";
    case unknown:
      return "unknown";
  }
  return "unknown";
}

std::span<const ErrorRow> error_table() { return kTable; }

const ErrorRow& error_row(std::string_view code, std::string_view message) {
  if (code == "REQUEST_LIMIT_EXCEEDED" && contains(message, "Concurrent")) return kConcurrent;
  const auto at = std::lower_bound(
      kTable.begin(), kTable.end(), code,
      [](const ErrorRow& row, std::string_view wanted) { return row.code < wanted; });
  return at != kTable.end() && at->code == code ? *at : kUnknown;
}

bool is_daily_limit(std::string_view code, std::string_view message) {
  return code == "REQUEST_LIMIT_EXCEEDED" && !contains(message, "Concurrent");
}

}  // namespace crosswalk::salesforce
