// Reads what the REST API answers besides records: error bodies, collections, limits, headers.
// Pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "diagnostic/result.hpp"
#include "net/http.hpp"
#include "salesforce/org.hpp"

namespace crosswalk::salesforce {

// Any answer that is not a success. Understands the JSON array of errors, the OAuth form, the list
// of URLs of a 300, and pages that are no JSON at all (a gateway's HTML).
Error read_error(int status, const net::Headers& headers, std::string_view body);

// The answer of a collection: one entry per record sent, or an Error (kAnswerLost: it was carried
// out, but how cannot be read).
Result<std::vector<WriteAnswer>> read_collection(std::string_view body, std::size_t records);

// Sforce-Limit-Info: api-usage=7919/5000000
std::optional<ApiUsage> read_usage(std::string_view header);
// GET /limits
Result<ApiUsage> read_limits(std::string_view body);

// Only syntax: 15 or 18 letters and digits.
bool is_record_id(std::string_view id);
// 15 and 18 characters may name the same record.
bool same_record_id(std::string_view left, std::string_view right);
// The 18-character form of either; the text itself when it is no id.
std::string long_record_id(std::string_view id);

}  // namespace crosswalk::salesforce
