// Steps that read, round and write numbers, and words for true and false.
#include <algorithm>

#include "convert/decimal.hpp"
#include "convert/steps.hpp"
#include "convert/text.hpp"

namespace crosswalk::convert {
namespace {

constexpr std::uint8_t kHalfUp = 0, kHalfEven = 1;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool take(std::string_view& text, std::string_view wanted) {
  if (wanted.empty() || !text.starts_with(wanted)) return false;
  text.remove_prefix(wanted.size());
  return true;
}

// The plain text cut behind `scale` digits, without needless zeros or a minus before nothing.
std::string_view cut_number(std::string_view plain, std::size_t scale, Arena& arena) {
  const std::size_t point = plain.find('.');
  if (point == std::string_view::npos || plain.size() - point - 1 <= scale) return plain;
  const auto cut = Decimal::read(plain.substr(0, scale == 0 ? point : point + 1 + scale));
  return cut ? cut->plain(arena) : plain;
}

std::string_view round_half_even(const Decimal& number, std::size_t scale, Arena& arena) {
  const std::string_view plain = number.plain(arena);
  const std::size_t point = plain.find('.');
  const bool tie =
      point != std::string_view::npos && plain.size() == point + scale + 2 && plain.back() == '5';
  if (!tie) return number.rounded(scale, arena);
  const char last = scale == 0 ? plain[point - 1] : plain[plain.size() - 2];
  const bool even = (last - '0') % 2 == 0;
  return even ? cut_number(plain, scale, arena) : number.rounded(scale, arena);
}

// Digits in groups of three from the right; behind the first separator groups of two are taken as
// well, as in India. Anything else is another way of writing, and must not be guessed at.
bool take_integer(std::string_view& text, std::string_view group, TextMaker& out) {
  std::size_t groups = 0, digits = 0;
  bool leading = true;
  const auto digit = [&](char c) {
    ++digits;
    leading = leading && c == '0';
    if (!leading) out.add(c);
  };
  while (true) {
    std::size_t here = 0;
    for (; !text.empty() && is_digit(text.front()); text.remove_prefix(1), ++here) {
      digit(text.front());
    }
    if (!take(text, group)) {
      if (digits > 0 && leading) out.add('0');
      return digits > 0 && (groups == 0 || here == 3);
    }
    if (here == 0 || here > 3 || (groups > 0 && here == 1)) return false;
    ++groups;
  }
}

std::string_view read_decimal(std::string_view text, const TransformStep& step, Arena& arena) {
  TextMaker out(arena, text.size() + 2);
  if (take(text, "-")) {
    out.add('-');
  } else {
    take(text, "+");
  }
  if (text.starts_with(step.text)) {
    out.add('0');
  } else if (!take_integer(text, step.other, out)) {
    return {};
  }
  if (take(text, step.text)) {
    out.add('.');
    const std::size_t before = out.size();
    for (; !text.empty() && is_digit(text.front()); text.remove_prefix(1)) out.add(text.front());
    if (out.size() == before) return {};
  }
  return text.empty() ? out.done() : std::string_view();
}

bool is_among(const std::vector<std::string>& words, std::string_view text) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return same_without_case(word, text); });
}

}  // namespace

bool scale_number(const Travel& travel, const TransformStep& step, Value& value) {
  const auto number = value.is_number() ? Decimal::read(value.text) : std::nullopt;
  if (!number) return give_up(travel, step, value, "is not a number");
  Arena& arena = travel.arena;
  value = Value::of_number(step.choice == kHalfUp ? number->rounded(step.count, arena)
                           : step.choice == kHalfEven
                               ? round_half_even(*number, step.count, arena)
                               : cut_number(number->plain(arena), step.count, arena));
  return true;
}

bool read_number(const Travel& travel, const TransformStep& step, Value& value) {
  if (value.is_number()) return true;
  const std::string_view read =
      value.is_text() ? read_decimal(trim(value.text), step, travel.arena) : std::string_view();
  const auto number = Decimal::read(read);
  if (!number) {
    return give_up(travel, step, value, "is not a number as the transform reads it");
  }
  value = Value::of_number(number->plain(travel.arena));
  return true;
}

bool format_number(const Travel& travel, const TransformStep& step, Value& value) {
  const auto number = value.is_number() ? Decimal::read(value.text) : std::nullopt;
  if (!number) return give_up(travel, step, value, "is not a number");
  const bool fixed = step.count != kAnyScale;
  std::string_view plain =
      fixed ? number->rounded(step.count, travel.arena) : number->plain(travel.arena);
  TextMaker out(travel.arena, plain.size() * (1 + step.other.size()) + step.text.size() +
                                  (fixed ? step.count : 0));
  if (take(plain, "-")) out.add('-');
  const std::size_t point = std::min(plain.find('.'), plain.size());
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) out.add(step.other);
    out.add(plain[i]);
  }
  const std::string_view fraction = plain.substr(std::min(point + 1, plain.size()));
  const std::size_t digits = fixed ? step.count : fraction.size();
  if (digits > 0) out.add(step.text);
  for (std::size_t i = 0; i < digits; ++i) out.add(i < fraction.size() ? fraction[i] : '0');
  value = Value::of_text(out.done());
  return true;
}

bool read_words(const Travel& travel, const TransformStep& step, Value& value) {
  if (step.back) {
    if (value.is_truth()) {
      value = Value::of_text(value.truth ? step.words.front() : step.others.front());
    }
    return true;
  }
  if (value.is_truth()) return true;
  const std::string_view word = trim(text_of(value, travel.arena));
  const bool yes = is_among(step.words, word);
  if (!yes && !is_among(step.others, word)) {
    return give_up(travel, step, value, "is none of the words for true and false");
  }
  value = Value::of_truth(yes);
  return true;
}

}  // namespace crosswalk::convert
