// How a name or label is understood: the concepts that it speaks of. A text may be read in several
// ways ("title" of a person is a job title, of a deal its name). Words that the vocabulary does not
// know are concepts of their own, so that custom fields are compared by their words.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "suggest/vocabulary.hpp"

namespace crosswalk::suggest {

struct Term {
  std::uint32_t id = 0;  // a concept of the vocabulary, or beyond it a word that it does not know
  int weight = 0;        // in thousandths
};

// A phrase that is not the concept's own name, and what it was taken for.
struct Heard {
  std::string phrase;
  Tongue tongue = Tongue::english;
  std::vector<std::uint32_t> concepts;
};

struct Reading {
  std::vector<Term> terms;                // by id, each once
  std::vector<std::uint32_t> qualifiers;  // by id, each once
  int strength = 1000;                    // of its weakest phrase, in thousandths
  bool from_values = false;               // not from a text: the values say so
  std::vector<Heard> heard;
};

inline constexpr std::size_t kReadingsMax = 4;  // of one text

// Ids for the words that the vocabulary does not know; shared by both sides of a comparison.
class Lexicon {
 public:
  explicit Lexicon(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}
  std::uint32_t id_of(const std::string& word);
  [[nodiscard]] std::string_view name(std::uint32_t id) const;
  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  // The unknown words, in the order of their ids, the first of which is vocabulary().size().
  [[nodiscard]] std::span<const std::string* const> words() const { return words_; }

 private:
  const Vocabulary& vocabulary_;
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<const std::string*> words_;
};

// `own` are the concepts that stand for the objects themselves: "deal name" of a deal is its name.
std::vector<Reading> read_text(std::string_view text, std::span<const std::uint32_t> own,
                               Lexicon& lexicon);

// What an object's name and label stand for: the contexts among their concepts.
std::vector<std::uint32_t> contexts_of(std::string_view name, std::string_view label,
                                       Lexicon& lexicon);

// How alike two readings are, in thousandths. `weightless` is a concept that says nothing here (the
// "id" of two references), or none. Words in `near` count as one: see near_words.hpp.
struct Nearness {
  std::span<const std::pair<std::uint32_t, std::uint32_t>> near;  // both ways, sorted
  std::uint32_t weightless[2] = {UINT32_MAX, UINT32_MAX};
};
int alike(const Reading& left, const Reading& right, const Nearness& nearness,
          const Vocabulary& vocabulary);

}  // namespace crosswalk::suggest
