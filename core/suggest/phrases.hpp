// The vocabulary's data: which phrases of names and labels mean which concepts, in English, in
// abbreviations and in other languages. General words of customer records; a row that was added
// because one product alone says so names that product, so that judging a product can do without
// what only that product taught.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace crosswalk::suggest {

enum class Tongue : std::uint8_t {
  english,
  abbreviation,
  chinese,
  dutch,
  french,
  german,
  italian,
  japanese,
  korean,
  portuguese,
  spanish,
};

std::string_view tongue_name(Tongue tongue);  // "German"

struct PhraseRow {
  std::string_view concepts;  // joined by '+': "mobile+phone"
  // Phrases of folded words, parted by '|', sorted.
  std::string_view phrases;
  int strength = 100;            // in hundredths: how surely the phrase means that
  std::string_view taught = {};  // the only product that the row comes from; mostly none
};

struct PhraseTable {
  Tongue tongue;
  std::span<const PhraseRow> rows;  // sorted by concepts, then phrases
};

// Each table lies in a file of its own.
PhraseTable english_phrases();
PhraseTable abbreviations();
std::span<const PhraseTable> european_phrases();
std::span<const PhraseTable> asian_phrases();

std::vector<PhraseTable> all_phrases();

}  // namespace crosswalk::suggest
