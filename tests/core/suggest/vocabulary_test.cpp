#include "suggest/vocabulary.hpp"

#include <gtest/gtest.h>

#include <set>

#include "core/suggest/labelled.hpp"
#include "core/suggest/left_out.hpp"
#include "suggest/words.hpp"

namespace crosswalk::suggest {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  while (true) {
    const std::size_t end = text.find(separator);
    out.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

TEST(Phrases, AreSorted) {
  for (const PhraseTable& table : all_phrases()) {
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
      const PhraseRow& before = table.rows[i - 1];
      const PhraseRow& row = table.rows[i];
      EXPECT_LT(std::pair(before.concepts, before.phrases), std::pair(row.concepts, row.phrases))
          << tongue_name(table.tongue) << ": " << row.concepts;
    }
    for (const PhraseRow& row : table.rows) {
      const auto phrases = split(row.phrases, '|');
      EXPECT_TRUE(std::is_sorted(phrases.begin(), phrases.end())) << row.phrases;
      EXPECT_EQ(std::set(phrases.begin(), phrases.end()).size(), phrases.size()) << row.phrases;
    }
  }
}

// A phrase that names and labels would never be folded into could never be found.
TEST(Phrases, AreFoldedAsNamesAre) {
  for (const PhraseTable& table : all_phrases()) {
    for (const PhraseRow& row : table.rows) {
      for (const std::string& phrase : split(row.phrases, '|')) {
        EXPECT_EQ(words_of(phrase), split(phrase, ' ')) << tongue_name(table.tongue);
      }
    }
  }
}

TEST(Phrases, NameProductsThatTheLabelledSetHas) {
  std::set<std::string> products;
  for (const auto& file : suggest_test::labelled_files()) products.insert(file.product);
  for (const PhraseTable& table : all_phrases()) {
    for (const PhraseRow& row : table.rows) {
      if (row.taught.empty()) continue;
      EXPECT_TRUE(products.contains(std::string(row.taught))) << row.taught;
    }
  }
}

TEST(Concepts, AreSorted) {
  for (std::size_t i = 1; i < concepts().size(); ++i) {
    EXPECT_LT(concepts()[i - 1].name, concepts()[i].name);
  }
}

TEST(Concepts, AreEachNamedByAPhrase) {
  const Vocabulary vocabulary;
  for (const Concept& row : concepts()) {
    EXPECT_LT(vocabulary.id_of(row.name), vocabulary.size()) << row.name;
  }
}

TEST(Vocabulary, CutsCompoundsIntoWordsItKnows) {
  const Vocabulary vocabulary;
  const std::vector<std::pair<std::string, std::vector<std::string>>> table{
      {"firstname", {"first", "name"}},
      {"stateorprovince", {"state", "or", "province"}},
      {"numberofemployees", {"number", "of", "employees"}},
      {"companyid", {"company", "id"}},
      {"phones", {"phone"}},
      {"mobiltelefon", {"mobiltelefon"}},  // a word of the vocabulary itself
      {"携帯電話番号", {"携帯電話番号"}},
      {"請求先市区町村", {"請求先", "市区町村"}},
      // No words, though pieces of them are.
      {"order", {"order"}},
      {"island", {"island"}},
      {"statement", {"statement"}},
      {"xyzzy", {"xyzzy"}}};
  for (const auto& [word, pieces] : table) EXPECT_EQ(vocabulary.pieces(word), pieces) << word;
}

TEST(Vocabulary, DoesWithoutWhatOneProductTaught) {
  const std::vector<std::string> words{"billing", "code"};
  EXPECT_EQ(Vocabulary().longest(words).words, 2U);
  const suggest_test::LeftOut left(suggest_test::LeftOut::taught_by_others("Zoho CRM"));
  EXPECT_EQ(left.vocabulary().longest(words).words, 1U);
}

}  // namespace
}  // namespace crosswalk::suggest
