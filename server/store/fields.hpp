// A record's fields as JSON text: checked, and merged by member without building a tree. Names are
// compared as they are written; values are kept letter by letter.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosswalk::store {

inline constexpr int kFieldsDepthMax = 32;

// Name (with its quotes) and value, as written.
using FieldSlices = std::vector<std::pair<std::string_view, std::string_view>>;

// The members of one JSON object; nothing when the text is not exactly one well-formed object. A
// name that comes twice keeps its first place and its last value.
std::optional<FieldSlices> read_fields(std::string_view text);

// `kept` with the members of `patch` put in place; nothing when that changes no value.
std::optional<std::string> merge_fields(const FieldSlices& kept, const FieldSlices& patch);

std::string write_fields(const FieldSlices& fields);

}  // namespace crosswalk::store
