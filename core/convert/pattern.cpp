#include "convert/pattern.hpp"

#include <utility>

#include "convert/code_points.hpp"

namespace crosswalk::convert {
namespace {

using Op = Pattern::Op;

constexpr std::size_t kWorkMax = 20'000;

// Reads and compiles in one go: what a part repeats is compiled again from its place in the text,
// so that no tree is held. Repetitions within repetitions end at the bound on states.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<Pattern> run(std::string& problem) {
    const bool read = alternatives(0) && expect_end();
    if (!read) {
      problem = std::move(problem_);
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
      return fail("The pattern is too large: it repeats too much.");
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
      if (!count(least)) return fail("In braces stands how often the part comes: {2} or {1,3}.");
      most = least;
      if (take(',')) {
        open = peek() == '}';
        if (!open && !count(most)) return fail("Behind the comma stands the most: {1,3}.");
      }
      if (!take('}')) return fail("A \"{\" is not closed.");
      if (most < least && !open) return fail("The most is less than the least.");
    }
    return true;
  }

  bool count(std::size_t& out) {
    if (peek() < '0' || peek() > '9') return false;
    out = 0;
    while (peek() >= '0' && peek() <= '9') {
      out = out * 10 + static_cast<std::size_t>(text_[at_++] - '0');
      if (out > kRepeatMax) return fail("A part comes 100 times at most.");
    }
    return true;
  }

  bool atom(std::size_t depth) {
    // Parts that are repeated within repeated parts are read again and again.
    if (++work_ > kWorkMax) return fail("The pattern is too large: it repeats too much.");
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
        return fail("There is nothing to repeat before a \"?\", \"*\", \"+\" or \"{\".");
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

  // The ranges of a named class.
  bool named(char name, Pattern::Class& into) {
    auto& ranges = into.ranges;
    if (name == 'd' || name == 'w') ranges.push_back({'0', '9'});
    if (name == 'w') {
      ranges.push_back({'a', 'z'});
      ranges.push_back({'A', 'Z'});
      ranges.push_back({'_', '_'});
    } else if (name == 's') {
      ranges.push_back({'\t', '\r'});
      ranges.push_back({' ', ' '});
      ranges.push_back({0xA0, 0xA0});
    }
    return name == 'd' || name == 'w' || name == 's';
  }

  bool escape() {
    ++at_;
    if (!more()) return fail("Behind the last \"\\\" stands nothing.");
    const char name = peek();
    if (!is_letter(name)) return add(Op::character, take_code_point(text_, at_));
    ++at_;
    Pattern::Class made;
    made.negated = name < 'a';
    if (!named(static_cast<char>(name | 0x20), made)) {
      return fail("Behind \"\\\" stands one of d, w, s, D, W, S, or a sign.");
    }
    return add_class(std::move(made));
  }

  bool add_class(Pattern::Class&& made) {
    const auto index = static_cast<std::uint32_t>(pattern_.classes.size());
    if (index >= kPatternStatesMax) return fail("The pattern has too many classes.");
    pattern_.classes.push_back(std::move(made));
    return add(Op::one_of, index);
  }

  // One end of a range, or a named class that stands within.
  bool class_part(Pattern::Class& made, std::uint32_t& point, bool& single) {
    single = true;
    if (take('\\')) {
      if (!more()) return fail("A \"[\" is not closed.");
      if (is_letter(peek())) {
        single = false;
        if (named(peek(), made)) return ++at_ > 0;
        return fail("In a class stands one of \\d, \\w, \\s behind \"\\\", or a sign.");
      }
    }
    point = take_code_point(text_, at_);
    return true;
  }

  bool one_of() {
    ++at_;
    Pattern::Class made;
    made.negated = take('^');
    while (peek() != ']') {
      if (!more()) return fail("A \"[\" is not closed.");
      std::uint32_t first = 0;
      bool single = false;
      if (!class_part(made, first, single)) return false;
      if (!single) continue;
      std::uint32_t last = first;
      const bool range = peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']';
      if (range) {
        ++at_;
        if (!class_part(made, last, single)) return false;
        if (!single || last < first) return fail("A range goes from a lower sign to a higher one.");
      }
      made.ranges.push_back({first, last});
    }
    ++at_;
    if (made.ranges.empty()) return fail("A class in square brackets names no sign.");
    return add_class(std::move(made));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool groups_ = false;  // a group has begun
  std::size_t work_ = 0;
  Pattern pattern_;
  std::string problem_;
};

}  // namespace

std::optional<Pattern> read_pattern(std::string_view text, std::string& problem) {
  return Reader(text).run(problem);
}

}  // namespace crosswalk::convert
