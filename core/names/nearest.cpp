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
      // Written always and kept sometimes: the pattern of underscores is not worth a guess.
      letters_[size_] = lower(letter);
      size_ += letter != '_' && letter != ' ' && letter != '-' ? 1 : 0;
    }
  }
  [[nodiscard]] std::string_view view() const { return {letters_.data(), size_}; }

 private:
  std::array<char, kLengthMax + 1> letters_;  // one more: the last letter may be a dropped one
  std::size_t size_ = 0;
};

// Whether the letters that carry the meaning are `letters` exactly. Most names differ soon.
bool has_letters(std::string_view name, std::string_view letters) {
  if (name.size() > 3 && name.substr(name.size() - 3) == "__c") name.remove_suffix(3);
  std::size_t matched = 0;
  for (const char letter : name) {
    if (letter == '_' || letter == ' ' || letter == '-') continue;
    if (matched == letters.size() || lower(letter) != letters[matched]) return false;
    ++matched;
  }
  return matched == letters.size();
}

// A third of the letters may be wrong, at most four.
std::size_t tolerance(std::size_t length) {
  return std::min<std::size_t>(4, length <= 2 ? 0 : std::max<std::size_t>(1, length / 3));
}

// The distance as a table, row by row: for any length.
std::size_t distance_by_rows(std::string_view left, std::string_view right, std::size_t limit) {
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

// One name that many are compared with. Up to 64 letters a whole column of the table is two machine
// words (Hyyrö 2003, after Myers 1999), and a letter of the other name costs a dozen operations.
class Wanted {
 public:
  explicit Wanted(std::string_view name) : name_(name) {
    if (name.size() > 64) return;
    for (std::size_t i = 0; i < name.size(); ++i) {
      places_[byte_of(name[i])] |= std::uint64_t{1} << i;
    }
  }

  [[nodiscard]] std::size_t distance_to(std::string_view other, std::size_t limit) const {
    const std::size_t longer = std::max(name_.size(), other.size());
    const std::size_t shorter = std::min(name_.size(), other.size());
    if (longer - shorter > limit || longer > kLengthMax) return limit + 1;
    if (shorter == 0) return longer;
    return name_.size() > 64 ? distance_by_rows(name_, other, limit) : by_columns(other, limit);
  }

 private:
  static unsigned char byte_of(char letter) { return static_cast<unsigned char>(lower(letter)); }

  [[nodiscard]] std::size_t by_columns(std::string_view other, std::size_t limit) const {
    const std::uint64_t last = std::uint64_t{1} << (name_.size() - 1);
    std::uint64_t up = ~std::uint64_t{0};  // rows where the column grows by one
    std::uint64_t down = 0;                // rows where it falls by one
    std::uint64_t flat = 0;                // rows that the diagonal reaches at no cost
    std::uint64_t before = 0;              // where the letter before this one stands
    std::size_t apart = name_.size();
    for (std::size_t i = 0; i < other.size(); ++i) {
      const std::uint64_t here = places_[byte_of(other[i])];
      const std::uint64_t swapped = ((~flat & here) << 1) & before;
      flat = (((here & up) + up) ^ up) | here | down | swapped;
      const std::uint64_t right = down | ~(flat | up);
      const std::uint64_t left = flat & up;
      apart += (right & last) != 0 ? 1 : 0;
      apart -= (left & last) != 0 ? 1 : 0;
      // Each letter to come can win back one at most.
      if (apart > limit + (other.size() - i - 1)) return limit + 1;
      const std::uint64_t grown = (right << 1) | 1;
      up = (left << 1) | ~(flat | grown);
      down = grown & flat;
      before = here;
    }
    return apart;
  }

  std::string_view name_;
  std::array<std::uint64_t, 256> places_{};  // by letter: where in the name it stands
};

}  // namespace

std::size_t distance(std::string_view left, std::string_view right, std::size_t limit) {
  return Wanted(left).distance_to(right, limit);
}

std::optional<std::string_view> nearest(std::string_view name,
                                        std::span<const std::string_view> candidates) {
  if (name.empty() || name.size() > kLengthMax) return std::nullopt;
  const CoreLetters letters_of_name(name);
  const Wanted wanted(letters_of_name.view());
  std::size_t limit = tolerance(letters_of_name.view().size());
  std::optional<std::string_view> best;
  for (const std::string_view candidate : candidates) {
    if (candidate.empty() || candidate.size() > kLengthMax || candidate == name) continue;
    if (limit == 0) {
      if (has_letters(candidate, letters_of_name.view())) return candidate;
      continue;
    }
    const CoreLetters letters(candidate);
    const std::size_t apart = wanted.distance_to(letters.view(), limit);
    if (apart > limit) continue;
    best = candidate;
    if (apart == 0) return best;
    limit = apart - 1;  // among equals the first: only a nearer one counts from here on
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
