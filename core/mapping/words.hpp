// The words of the contract for each choice, in the order of the enums of document.hpp.
#pragma once

#include <array>
#include <string_view>

namespace crosswalk::mapping {

using Word = std::string_view;

inline constexpr std::array<Word, 3> kDirectionWords{"push", "pull", "both"};
inline constexpr std::array<Word, 3> kOnMultipleWords{"issue", "newest", "oldest"};
inline constexpr std::array<Word, 3> kOnDeleteWords{"ignore", "deactivate", "mirror"};
inline constexpr std::array<Word, 2> kOwnerWords{"any", "connectedUser"};
inline constexpr std::array<Word, 2> kOnTooLongWords{"refuse", "truncate"};
inline constexpr std::array<Word, 3> kOnNullWords{"clear", "skip", "default"};
inline constexpr std::array<Word, 5> kConflictWords{"salesforce", "platform", "latest", "review",
                                                    "salesforceUnlessBlank"};
inline constexpr std::array<Word, 2> kUnknownConsentWords{"inactive", "import"};

}  // namespace crosswalk::mapping
