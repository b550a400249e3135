#include "suggest/near_words.hpp"

#include <algorithm>
#include <string_view>

#include "names/nearest.hpp"

namespace crosswalk::suggest {
namespace {

constexpr std::size_t kLettersMin = 5;
constexpr std::size_t kLongWord = 9;  // may differ by two letters
// Words that begin alike; more of them are looked at no further, so that time stays in bounds.
constexpr std::size_t kAlikeMax = 40;

struct Word {
  std::string_view letters;
  std::uint32_t id = 0;
};

std::size_t tolerance(std::string_view word) { return word.size() >= kLongWord ? 2 : 1; }

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> near_words(const Lexicon& lexicon) {
  std::vector<Word> words;
  std::uint32_t id = lexicon.vocabulary().size();
  for (const std::string* word : lexicon.words()) {
    if (word->size() >= kLettersMin) words.push_back({*word, id});
    ++id;
  }
  std::sort(words.begin(), words.end(),
            [](const Word& left, const Word& right) { return left.letters < right.letters; });
  std::vector<std::pair<std::uint32_t, std::uint32_t>> near;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t end = std::min(words.size(), i + 1 + kAlikeMax);
    for (std::size_t j = i + 1; j < end; ++j) {
      if (words[j].letters.substr(0, 2) != words[i].letters.substr(0, 2)) break;
      const std::size_t limit = std::min(tolerance(words[i].letters), tolerance(words[j].letters));
      if (names::distance(words[i].letters, words[j].letters, limit) > limit) continue;
      near.emplace_back(words[i].id, words[j].id);
      near.emplace_back(words[j].id, words[i].id);
    }
  }
  std::sort(near.begin(), near.end());
  return near;
}

}  // namespace crosswalk::suggest
