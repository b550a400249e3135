// One stored value, and its forms on the wire: Java's doubles, +0000 datetimes, 18-character ids.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "org/schema.hpp"

namespace crosswalk::org {

// Text is shared and never changed; the number's meaning follows from the field: integers as they
// are, dates as days and datetimes as seconds since 1970, times as milliseconds of the day.
using Text = std::shared_ptr<const std::string>;
using Value = std::variant<std::monostate, bool, std::int64_t, double, Text>;

inline bool is_null(const Value& value) { return value.index() == 0; }
Value text_value(std::string_view text);
const std::string* text_of(const Value& value);

std::string java_double(double number);
std::string format_date(std::int64_t days);
std::string format_datetime(std::int64_t seconds);  // 2026-01-31T10:00:00.000+0000
std::string format_time(std::int64_t milliseconds);
std::string format_http_date(std::int64_t seconds);

std::optional<std::int64_t> read_date(std::string_view text);
std::optional<std::int64_t> read_datetime(std::string_view text);  // a zone is required
std::optional<std::int64_t> read_time(std::string_view text);
std::optional<double> read_double(std::string_view text);
std::optional<std::int64_t> read_integer(std::string_view text);
std::optional<std::int64_t> read_http_date(std::string_view text);

// 15 or 18 characters to 18; nothing when it is no id (or its checksum is wrong).
std::optional<std::string> read_id(std::string_view text);
std::string id_of(std::string_view prefix, std::uint64_t number);
std::optional<std::uint64_t> number_of_id(std::string_view id);

std::size_t utf16_length(std::string_view text);
std::string trimmed(std::string_view text);

// Appends a JSON string, quotes included; bytes that are no UTF-8 become U+FFFD.
void append_json_text(std::string& out, std::string_view text);
void append_json_value(std::string& out, const Field& field, const Value& value);

// Three-way comparison of two values of one field: text case-insensitively, null below everything.
int compare(const Value& a, const Value& b);

}  // namespace crosswalk::org
