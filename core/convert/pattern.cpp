#include "convert/pattern.hpp"

#include <utility>

#include "convert/code_points.hpp"

namespace crosswalk::convert {
namespace {

using Op = Pattern::Op;

constexpr std::size_t kWorkMax = 20'000;
constexpr std::string_view kBadEscape =
    "Behind \"\\\" stands one of d, w, s, D, W, S, or a sign; in a class d, w or s.";
constexpr std::string_view kOpenClass = "A \"[\" is not closed.";
constexpr std::string_view kTooLarge = "The pattern is too large: it repeats too much.";
constexpr std::string_view kBadCount =
    "In braces stands how often a part comes, 100 times at most: {2} or {1,3}.";

// Reads and compiles in one go: what a part repeats is compiled again from its place in the text,
// so that no tree is held. Repetitions within repetitions end at the bound on states.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<Pattern> run(std::string_view& problem) {
    const bool read = alternatives(0) && expect_end();
    if (!read) {
      problem = problem_;
      return {};
    }
    add(Op::match);
    return std::move(pattern_);
  }

 private:
  bool fail(std::string_view why) {
    if (problem_.empty()) problem_ = why;
    return false;
  }
  bool expect_end() { return at_ == text_.size() || fail("A \")\" closes no group."); }
  [[nodiscard]] bool more() const { return at_ < text_.size(); }
  [[nodiscard]] char peek() const { return more() ? text_[at_] : '\0'; }
  bool take(char wanted) {
    if (!more() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }
  [[nodiscard]] std::uint32_t here() const {
    return static_cast<std::uint32_t>(pattern_.states.size());
  }
  bool add(Op op, std::uint32_t a = 0, std::uint32_t b = 0) {
    if (pattern_.states.size() >= kPatternStatesMax) {
      return fail(kTooLarge);
    }
    pattern_.states.push_back({op, a, b});
    return true;
  }
  // Room for a state before those from `at` on.
  bool insert(std::uint32_t at, Op op, std::uint32_t a, std::uint32_t b) {
    if (!add(op)) return false;
    auto& states = pattern_.states;
    for (std::size_t i = states.size() - 1; i > at; --i) {
      states[i] = states[i - 1];
      if (states[i].op != Op::fork && states[i].op != Op::jump) continue;
      if (states[i].a >= at) ++states[i].a;
      if (states[i].op == Op::fork && states[i].b >= at) ++states[i].b;
    }
    states[at] = {op, a, b};
    return true;
  }

  bool alternatives(std::size_t depth) {
    const std::uint32_t begin = here();
    if (!sequence(depth)) return false;
    if (!take('|')) return true;
    // This one first; behind it a jump over the others.
    if (!insert(begin, Op::fork, begin + 1, 0)) return false;
    const std::uint32_t jump = here();
    if (!add(Op::jump)) return false;
    pattern_.states[begin].b = here();
    if (!alternatives(depth)) return false;
    pattern_.states[jump].a = here();
    return true;
  }

  bool sequence(std::size_t depth) {
    while (more() && peek() != '|' && peek() != ')') {
      if (!repeated(depth)) return false;
    }
    return true;
  }

  bool repeated(std::size_t depth) {
    const std::size_t part = at_;
    const std::uint32_t begin = here();
    const bool groups = groups_;
    if (!atom(depth)) return false;
    std::size_t least = 1, most = 1;
    bool open = false;
    if (!bounds(least, most, open)) return false;
    if (least == 1 && most == 1 && !open) return true;
    if (std::string_view("?*+{").find(peek()) != std::string_view::npos && more()) {
      return fail("Two repetitions stand one behind the other.");
    }
    const std::size_t behind = at_;
    pattern_.states.resize(begin);
    const std::size_t wanted = open ? least : most;
    for (std::size_t i = 0; i < wanted; ++i) {
      const std::uint32_t from = here();
      if (!again(part, depth, groups)) return false;
      if (i >= least && !insert(from, Op::fork, from + 1, here() + 1)) return false;
    }
    if (open && !loop(part, depth, groups)) return false;
    at_ = behind;
    groups_ = groups_ || groups;
    return true;
  }

  // The part once more; its group is the first wherever it stands.
  bool again(std::size_t part, std::size_t depth, bool groups) {
    at_ = part;
    groups_ = groups;
    return atom(depth);
  }

  bool loop(std::size_t part, std::size_t depth, bool groups) {
    const std::uint32_t fork = here();
    if (!add(Op::fork, fork + 1)) return false;
    if (!again(part, depth, groups) || !add(Op::jump, fork)) return false;
    pattern_.states[fork].b = here();
    return true;
  }

  bool bounds(std::size_t& least, std::size_t& most, bool& open) {
    if (take('?')) {
      least = 0;
    } else if (take('*')) {
      least = 0;
      open = true;
    } else if (take('+')) {
      open = true;
    } else if (take('{')) {
      bool good = count(least);
      most = least;
      if (take(',')) {
        open = peek() == '}';
        good = good && (open || count(most));
      }
      if (!good || !take('}') || (most < least && !open)) return fail(kBadCount);
    }
    return true;
  }

  bool count(std::size_t& out) {
    if (peek() < '0' || peek() > '9') return false;
    out = 0;
    while (peek() >= '0' && peek() <= '9') {
      out = out * 10 + static_cast<std::size_t>(text_[at_++] - '0');
      if (out > kRepeatMax) return false;
    }
    return true;
  }

  bool atom(std::size_t depth) {
    // Parts that are repeated within repeated parts are read again and again.
    if (++work_ > kWorkMax) return fail(kTooLarge);
    switch (peek()) {
      case '(':
        return group(depth);
      case '[':
        return one_of();
      case '.':
        ++at_;
        return add(Op::any);
      case '^':
        ++at_;
        return add(Op::at_begin);
      case '$':
        ++at_;
        return add(Op::at_end);
      case '?':
      case '*':
      case '+':
      case '{':
        return fail("There is nothing to repeat.");
      case '\\':
        return escape();
      default:
        return add(Op::character, take_code_point(text_, at_));
    }
  }

  bool group(std::size_t depth) {
    if (depth == kPatternDepthMax) return fail("Groups stand too deep in one another.");
    ++at_;
    const bool first = !groups_;
    groups_ = true;
    if (first && !add(Op::keep, 0)) return false;
    if (!alternatives(depth + 1)) return false;
    if (!take(')')) return fail("A \"(\" is not closed.");
    return !first || add(Op::keep, 1);
  }

  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  void add_range(std::uint32_t first, std::uint32_t last) {
    pattern_.ranges.push_back({first, last});
  }

  // The ranges of a named class.
  bool named(char name) {
    if (name == 'd' || name == 'w') add_range('0', '9');
    if (name == 'w') {
      add_range('a', 'z');
      add_range('A', 'Z');
      add_range('_', '_');
    } else if (name == 's') {
      add_range('\t', '\r');
      add_range(' ', ' ');
      add_range(0xA0, 0xA0);
    }
    return name == 'd' || name == 'w' || name == 's' || fail(kBadEscape);
  }

  // The ranges from `begin` on as one state.
  bool add_class(std::size_t begin, bool negated) {
    const std::size_t end = pattern_.ranges.size();
    return add(negated ? Op::none_of : Op::one_of, static_cast<std::uint32_t>(begin),
               static_cast<std::uint32_t>(end - begin));
  }

  bool escape() {
    ++at_;
    if (!more()) return fail(kBadEscape);
    const char name = peek();
    if (!is_letter(name)) return add(Op::character, take_code_point(text_, at_));
    ++at_;
    const std::size_t begin = pattern_.ranges.size();
    return named(static_cast<char>(name | 0x20)) && add_class(begin, name < 'a');
  }

  // One end of a range, or a named class that stands within.
  bool class_part(std::uint32_t& point, bool& single) {
    if (take('\\')) {
      single = !is_letter(peek());
      if (!single) return named(text_[at_++]);
    }
    if (!more()) return fail(kOpenClass);
    point = take_code_point(text_, at_);
    return true;
  }

  bool one_of() {
    ++at_;
    const std::size_t begin = pattern_.ranges.size();
    const bool negated = take('^');
    while (peek() != ']') {
      std::uint32_t first = 0;
      bool single = true;
      if (!class_part(first, single)) return false;
      if (!single) continue;
      std::uint32_t last = first;
      if (peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
        ++at_;
        if (!class_part(last, single)) return false;
        if (!single || last < first) return fail("A range goes from a lower sign to a higher one.");
      }
      add_range(first, last);
    }
    ++at_;
    if (pattern_.ranges.size() == begin) return fail("A class names no sign.");
    return add_class(begin, negated);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool groups_ = false;  // a group has begun
  std::size_t work_ = 0;
  Pattern pattern_;
  std::string_view problem_;
};

}  // namespace

std::optional<Pattern> read_pattern(std::string_view text, std::string_view& problem) {
  return Reader(text).run(problem);
}

}  // namespace crosswalk::convert
