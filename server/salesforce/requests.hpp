// Builds what is sent to the REST API: paths below /services/data/vXX.0 and the bodies of
// collections.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "diagnostic/result.hpp"
#include "salesforce/org.hpp"

namespace crosswalk::salesforce {

std::string describe_path(std::string_view object);
std::string query_path(std::string_view soql);
std::string upsert_path(std::string_view object, std::string_view external_id_field);
inline constexpr std::string_view kCollectionPath = "/composite/sobjects";

// {"allOrNone":false,"records":[{"attributes":{"type":...},"<key_field>":"<target>",...}]}
std::string collection_body(std::string_view object, std::string_view key_field, bool numeric_key,
                            std::span<const WriteRecord> records);

// nextRecordsUrl as a path on the pinned host, whatever host it names; empty when it is no path of
// the REST API.
std::string next_path(std::string_view next_records_url);

}  // namespace crosswalk::salesforce
