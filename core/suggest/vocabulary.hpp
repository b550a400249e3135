// The vocabulary, ready for look-ups: what a row of words means. Made from the tables of phrases;
// views of them, so it costs little and holds nothing of its own but the index. A value: read it
// from anywhere.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "suggest/concepts.hpp"
#include "suggest/phrases.hpp"

namespace crosswalk::suggest {

struct Meaning {
  std::vector<std::uint32_t> concepts;  // ids, below Vocabulary::size()
  int strength = 100;
  Tongue tongue = Tongue::english;
};

class Vocabulary {
 public:
  Vocabulary();  // of all tables
  // Of these, whose texts must outlive it.
  explicit Vocabulary(std::span<const PhraseTable> tables);

  // What the longest phrase at the beginning of `words` means, and how many words it has; null and
  // 0 when none of them begins a phrase.
  struct Found {
    const std::vector<Meaning>* meanings = nullptr;
    std::size_t words = 0;
  };
  [[nodiscard]] Found longest(std::span<const std::string> words) const;

  // The words of the vocabulary that a word is made of: firstname → first, name; phones → phone.
  // The word itself where there are none.
  [[nodiscard]] std::vector<std::string> pieces(const std::string& word) const;

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }
  [[nodiscard]] std::string_view name(std::uint32_t id) const { return names_[id]; }
  // Of a concept that some phrase names; size() otherwise.
  [[nodiscard]] std::uint32_t id_of(std::string_view name) const;
  [[nodiscard]] const Concept& concept_of(std::uint32_t id) const { return concepts_[id]; }

 private:
  void add(const PhraseRow& row, Tongue tongue);
  void add_phrase(std::string_view phrase, const PhraseRow& row, Tongue tongue);
  std::uint32_t intern(std::string_view name);
  [[nodiscard]] std::vector<std::string> cut_ascii(std::string_view word) const;
  [[nodiscard]] std::vector<std::string> cut_other(std::string_view word) const;

  std::unordered_map<std::string_view, std::vector<Meaning>> phrases_;  // words joined by blanks
  std::unordered_map<std::string_view, std::uint8_t> words_;  // words of the longest phrase begun
  std::unordered_map<std::string_view, std::uint32_t> ids_;
  std::vector<std::string_view> names_;
  std::vector<Concept> concepts_;
  std::size_t word_bytes_max_ = 0;
};

}  // namespace crosswalk::suggest
