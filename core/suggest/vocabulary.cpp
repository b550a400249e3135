#include "suggest/vocabulary.hpp"

#include <algorithm>
#include <array>

#include "diagnostic/utf8.hpp"

namespace crosswalk::suggest {
namespace {

// Words of two letters that compounds are made with, and where in them; others would cut words that
// are none: an order is no "or" and "der".
constexpr std::array<std::string_view, 2> kShortFirst{"do", "no"};
constexpr std::array<std::string_view, 3> kShortInside{"of", "or", "to"};
constexpr std::array<std::string_view, 1> kShortLast{"id"};
constexpr std::size_t kPieceLettersMin = 3;
constexpr std::size_t kCompoundLettersMin = 5;
constexpr std::size_t kCompoundBytesMax = 120;

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool may_be_piece(std::string_view piece, bool first, bool last) {
  if (piece.size() >= kPieceLettersMin) return true;
  if (first) return is_one_of(kShortFirst, piece);
  return last ? is_one_of(kShortLast, piece) : is_one_of(kShortInside, piece);
}

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

template <class Use>
void each_part(std::string_view text, char separator, Use&& use) {
  while (true) {
    const std::size_t end = text.find(separator);
    use(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::string_view tongue_name(Tongue tongue) {
  constexpr std::array<std::string_view, 11> kNames{
      "English", "abbreviation", "Chinese", "Dutch",      "French", "German",
      "Italian", "Japanese",     "Korean",  "Portuguese", "Spanish"};
  return kNames[static_cast<std::size_t>(tongue)];
}

std::vector<PhraseTable> all_phrases() {
  std::vector<PhraseTable> tables{english_phrases(), abbreviations()};
  for (const PhraseTable& table : european_phrases()) tables.push_back(table);
  for (const PhraseTable& table : asian_phrases()) tables.push_back(table);
  return tables;
}

Vocabulary::Vocabulary() : Vocabulary(all_phrases()) {}

Vocabulary::Vocabulary(std::span<const PhraseTable> tables) {
  for (const PhraseTable& table : tables) {
    for (const PhraseRow& row : table.rows) add(row, table.tongue);
  }
}

std::uint32_t Vocabulary::intern(std::string_view name) {
  const auto [at, fresh] = ids_.emplace(name, size());
  if (fresh) {
    names_.push_back(name);
    const Concept* row = find_concept(name);
    concepts_.push_back(row == nullptr ? Concept{.name = name} : *row);
  }
  return at->second;
}

std::uint32_t Vocabulary::id_of(std::string_view name) const {
  const auto at = ids_.find(name);
  return at == ids_.end() ? size() : at->second;
}

void Vocabulary::add(const PhraseRow& row, Tongue tongue) {
  each_part(row.phrases, '|', [&](std::string_view phrase) { add_phrase(phrase, row, tongue); });
}

void Vocabulary::add_phrase(std::string_view phrase, const PhraseRow& row, Tongue tongue) {
  Meaning meaning{{}, row.strength, tongue};
  each_part(row.concepts, '+',
            [&](std::string_view name) { meaning.concepts.push_back(intern(name)); });
  std::vector<Meaning>& all = phrases_[phrase];
  const bool known = std::any_of(all.begin(), all.end(), [&](const Meaning& other) {
    return other.concepts == meaning.concepts;
  });
  if (!known) all.push_back(std::move(meaning));
  const auto words = static_cast<std::uint8_t>(std::count(phrase.begin(), phrase.end(), ' ') + 1);
  bool first = true;
  each_part(phrase, ' ', [&](std::string_view word) {
    std::uint8_t& longest = words_[word];
    if (first) longest = std::max(longest, words);
    first = false;
    word_bytes_max_ = std::max(word_bytes_max_, word.size());
  });
}

Vocabulary::Found Vocabulary::longest(std::span<const std::string> words) const {
  if (words.empty()) return {};
  const auto begun = words_.find(words[0]);
  if (begun == words_.end()) return {};
  for (std::size_t count = std::min<std::size_t>(begun->second, words.size()); count > 0; --count) {
    std::string phrase = words[0];
    for (std::size_t i = 1; i < count; ++i) phrase.append(" ").append(words[i]);
    const auto at = phrases_.find(phrase);
    if (at != phrases_.end()) return {&at->second, count};
  }
  return {};
}

std::vector<std::string> Vocabulary::pieces(const std::string& word) const {
  if (words_.contains(word) || word.size() > kCompoundBytesMax) return {word};
  if (!is_ascii(word)) return cut_other(word);
  if (word.size() > kPieceLettersMin && word.back() == 's') {
    const std::string_view singular = std::string_view(word).substr(0, word.size() - 1);
    if (words_.contains(singular)) return {std::string(singular)};
  }
  if (word.size() >= kCompoundLettersMin) {
    std::vector<std::string> cut = cut_ascii(word);
    if (!cut.empty()) return cut;
  }
  return {word};
}

// Fewest pieces that cover the word without a rest; nothing when there are none.
std::vector<std::string> Vocabulary::cut_ascii(std::string_view word) const {
  constexpr std::uint8_t kNone = 255;
  std::vector<std::uint8_t> count(word.size() + 1, kNone), last(word.size() + 1, 0);
  count[0] = 0;
  for (std::size_t begin = 0; begin < word.size(); ++begin) {
    if (count[begin] == kNone) continue;
    const std::size_t longest = std::min(word_bytes_max_, word.size() - begin);
    for (std::size_t bytes = 2; bytes <= longest; ++bytes) {
      const std::string_view piece = word.substr(begin, bytes);
      const auto pieces = static_cast<std::uint8_t>(count[begin] + 1);
      if (pieces >= count[begin + bytes] ||
          !may_be_piece(piece, begin == 0, begin + bytes == word.size()) || !words_.contains(piece))
        continue;
      count[begin + bytes] = pieces;
      last[begin + bytes] = static_cast<std::uint8_t>(bytes);
    }
  }
  std::vector<std::string> out;
  if (count[word.size()] == kNone) return out;
  for (std::size_t end = word.size(); end > 0; end -= last[end]) {
    out.emplace_back(word.substr(end - last[end], last[end]));
  }
  std::reverse(out.begin(), out.end());
  return out;
}

// From the left, the longest word that is known; what lies between stays together.
std::vector<std::string> Vocabulary::cut_other(std::string_view word) const {
  std::vector<std::string> out;
  bool open = false;  // the last piece is a rest that grows
  for (std::size_t at = 0; at < word.size();) {
    std::size_t taken = std::min(word_bytes_max_, word.size() - at);
    while (taken > 0 && !words_.contains(word.substr(at, taken))) --taken;
    if (taken > 0) {
      out.emplace_back(word.substr(at, taken));
      open = false;
      at += taken;
      continue;
    }
    const std::size_t bytes = std::max<std::size_t>(diagnostic::utf8_sequence_length(word, at), 1);
    if (!open) out.emplace_back();
    out.back() += word.substr(at, bytes);
    open = true;
    at += bytes;
  }
  return out;
}

}  // namespace crosswalk::suggest
