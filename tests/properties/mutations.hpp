// Changes of a mapping document that keep it JSON: members renamed, misspelt, moved, taken away,
// doubled, their values swapped for others of the same and of other types. A mutation is three
// numbers, so that rapidcheck can make a list of them smaller and a program can draw them from a
// seed.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::properties {

struct Mutation {
  std::uint32_t kind = 0;
  std::uint32_t place = 0;
  std::uint32_t choice = 0;
};

// What a mutation may write beside what stands in the document: names of both schemas.
std::vector<std::string> words_of(std::string_view platform,
                                  const std::vector<std::string>& describes);

void mutate(nlohmann::ordered_json& document, const Mutation& mutation,
            const std::vector<std::string>& words);

// The document as text, laid out in the way that `choice` says, comments at times.
std::string text_of(const nlohmann::ordered_json& document, std::uint32_t choice);

}  // namespace crosswalk::properties
