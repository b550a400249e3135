// Salesforce Ids: 15 characters where case counts, or 18, where the last three make up for systems
// that lose case.
#pragma once

#include <string_view>

#include "convert/arena.hpp"

namespace crosswalk::convert {

// 15 or 18 letters and digits; of 18, the check characters must be right.
bool is_record_id(std::string_view text);

// In 18 characters. The text must be a record id.
std::string_view long_record_id(std::string_view id, Arena& arena);

// Whether both name the same record.
bool same_record_id(std::string_view left, std::string_view right);

}  // namespace crosswalk::convert
