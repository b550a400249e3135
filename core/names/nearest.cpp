#include "names/nearest.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace crosswalk::names {
namespace {

constexpr std::size_t kLengthMax = 255;

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

// The letters that carry a name's meaning: lower case, without underscores, blanks and hyphens, and
// without the suffix of custom fields. In a fixed place, because thousands of candidates are tried.
class CoreLetters {
 public:
  explicit CoreLetters(std::string_view name) {
    if (name.size() > 3 && name.substr(name.size() - 3) == "__c") name.remove_suffix(3);
    for (const char letter : name.substr(0, kLengthMax)) {
      if (letter != '_' && letter != ' ' && letter != '-') letters_[size_++] = lower(letter);
    }
  }
  [[nodiscard]] std::string_view view() const { return {letters_.data(), size_}; }

 private:
  std::array<char, kLengthMax> letters_;
  std::size_t size_ = 0;
};

// A third of the letters may be wrong, at most four.
std::size_t tolerance(std::size_t length) {
  return std::min<std::size_t>(4, length <= 2 ? 0 : std::max<std::size_t>(1, length / 3));
}

}  // namespace

std::size_t distance(std::string_view left, std::string_view right, std::size_t limit) {
  if (left.size() < right.size()) std::swap(left, right);
  if (left.size() - right.size() > limit || left.size() > kLengthMax) return limit + 1;
  using Row = std::array<std::uint16_t, kLengthMax + 1>;
  std::array<Row, 3> rows;  // each entry is written before it is read
  Row* before = &rows[0];   // two rows up
  Row* previous = &rows[1];
  Row* current = &rows[2];
  for (std::size_t j = 0; j <= right.size(); ++j) (*previous)[j] = static_cast<std::uint16_t>(j);
  for (std::size_t i = 1; i <= left.size(); ++i) {
    (*current)[0] = static_cast<std::uint16_t>(i);
    std::size_t best = (*current)[0];
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const bool same = lower(left[i - 1]) == lower(right[j - 1]);
      std::size_t cost = std::min(
          {(*previous)[j] + 1U, (*current)[j - 1] + 1U, (*previous)[j - 1] + (same ? 0U : 1U)});
      if (i > 1 && j > 1 && lower(left[i - 1]) == lower(right[j - 2]) &&
          lower(left[i - 2]) == lower(right[j - 1])) {
        cost = std::min<std::size_t>(cost, (*before)[j - 2] + 1U);
      }
      (*current)[j] = static_cast<std::uint16_t>(cost);
      best = std::min(best, cost);
    }
    // A swap can still reach one row back, so only two bad rows in a line are hopeless.
    if (best > limit + 1) return limit + 1;
    Row* const spare = before;
    before = previous;
    previous = current;
    current = spare;
  }
  return std::min<std::size_t>((*previous)[right.size()], limit + 1);
}

std::optional<std::string_view> nearest(std::string_view name,
                                        std::span<const std::string_view> candidates) {
  if (name.empty() || name.size() > kLengthMax) return std::nullopt;
  const CoreLetters letters_of_name(name);
  const std::string_view wanted = letters_of_name.view();
  std::size_t limit = tolerance(wanted.size());
  std::optional<std::string_view> best;
  for (const std::string_view candidate : candidates) {
    if (candidate.empty() || candidate.size() > kLengthMax || candidate == name) continue;
    const CoreLetters letters(candidate);
    const std::size_t apart = distance(wanted, letters.view(), limit);
    if (apart > limit || (best && apart == limit)) continue;
    best = candidate;
    limit = apart;
    if (apart == 0 && same_name(name, candidate)) return best;
  }
  return best;
}

bool same_name(std::string_view left, std::string_view right) {
  return left.size() == right.size() && compare_names(left, right) == 0;
}

int compare_names(std::string_view left, std::string_view right) {
  const std::size_t shared = std::min(left.size(), right.size());
  for (std::size_t i = 0; i < shared; ++i) {
    const auto a = static_cast<unsigned char>(lower(left[i]));
    const auto b = static_cast<unsigned char>(lower(right[i]));
    if (a != b) return a < b ? -1 : 1;
  }
  if (left.size() == right.size()) return 0;
  return left.size() < right.size() ? -1 : 1;
}

}  // namespace crosswalk::names
