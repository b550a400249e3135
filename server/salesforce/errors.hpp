// What Salesforce says when it refuses, as a table: what to do about a code, in which words an
// admin hears of it, and what cures it. Codes that are not in the table are `unknown`.
#pragma once

#include <span>
#include <string_view>

#include "diagnostic/error.hpp"

namespace crosswalk::salesforce {

enum class ErrorClass {
  transient,   // the same call may succeed in a moment
  throttle,    // too many calls: wait long
  auth,        // the session or the grant
  schema,      // a field or object is not (or no longer) what the mapping says
  data,        // this record's values
  permission,  // the connected user may not
  duplicate,   // a unique field or a duplicate rule
  unknown,
};

struct ErrorRow {
  std::string_view code;
  ErrorClass kind;
  std::string_view words;  // what happened, for an admin
  std::string_view cure;   // what to do
};

std::string_view name_of(ErrorClass kind);
std::span<const ErrorRow> error_table();
// Never fails: an unknown code gets the row of `unknown`. The message decides where one code has
// two meanings (REQUEST_LIMIT_EXCEEDED: daily total, or too many long calls at once).
const ErrorRow& error_row(std::string_view code, std::string_view message = {});
// The daily request limit is used up: nothing more can be sent for hours.
bool is_daily_limit(std::string_view code, std::string_view message);

// Codes of Error that the client makes itself, beside Salesforce's own.
inline constexpr std::string_view kNotJson = "salesforceNotJson";  // HTML page, truncated JSON
inline constexpr std::string_view kRefused = "salesforceRefused";  // an error body
inline constexpr std::string_view kNeedsReauthorisation = "needsReauthorisation";
inline constexpr std::string_view kPageTooLarge =
    "pageTooLarge";  // of a query, with few records too
// A later page is too large: the same query, begun anew, has small pages from the start.
inline constexpr std::string_view kQueryAgain = "queryAgain";
inline constexpr std::string_view kAnswerLost =
    "salesforceAnswerLost";  // may or may not be carried out

}  // namespace crosswalk::salesforce
