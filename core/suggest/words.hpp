// The words of a name or label, in one form for all: lower case, without accents, split where
// people and programmers split them (blanks, punctuation, camelCase, before and after digits, where
// the script changes). Scripts without blanks stay one word; the vocabulary knows where to cut.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::suggest {

// "Mailing_PostalCode2" → mailing, postal, code, 2; "Straße" → strasse. Bytes that are no UTF-8
// part words.
std::vector<std::string> words_of(std::string_view text);

// All words in one: equal for names that differ only in how they are spelled (FirstName,
// first_name, "First name").
std::string letters_of(std::string_view text);

}  // namespace crosswalk::suggest
