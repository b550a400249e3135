// UTF-8: where a text breaks it, how long it is in UTF-16 units (the unit in which Salesforce
// counts lengths and editors count columns).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crosswalk::diagnostic {

// Byte offset of the first byte that belongs to no well-formed sequence; text.size() when all do.
std::size_t find_invalid_utf8(std::string_view text);

// Length in UTF-16 units of well-formed UTF-8.
std::size_t utf16_length(std::string_view text);

// Bytes of the well-formed sequence at `at`, or 0.
std::size_t utf8_sequence_length(std::string_view text, std::size_t at);

void append_utf8(std::string& out, std::uint32_t code_point);

}  // namespace crosswalk::diagnostic
