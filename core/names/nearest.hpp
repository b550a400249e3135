// "Did you mean ...?": the candidate that a person most likely meant by a name that nobody knows.
// Case, underscores and the suffix of custom fields weigh nothing; a name that is not near enough
// to any candidate gets no suggestion, for a wrong suggestion is worse than none.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace crosswalk::names {

// Damerau-Levenshtein distance (optimal string alignment) of two ASCII-folded names, or `limit + 1`
// as soon as it is certain to be above `limit`. Names longer than 255 bytes count as far apart.
std::size_t distance(std::string_view left, std::string_view right, std::size_t limit);

// The nearest candidate; among equals the first. The view is one of `candidates`.
std::optional<std::string_view> nearest(std::string_view name,
                                        std::span<const std::string_view> candidates);

// Equal but for ASCII letter case, the way Salesforce compares API names.
bool same_name(std::string_view left, std::string_view right);

// Order that goes with same_name: negative, zero or positive.
int compare_names(std::string_view left, std::string_view right);

}  // namespace crosswalk::names
