// Walks a text through a pattern's states, all that it may be in at once: each character is looked
// at once per state, so that no text takes long. States are held in the order in which they were
// preferred; the first that matches wins over those behind it.
#include <algorithm>
#include <array>
#include <span>

#include "convert/code_points.hpp"
#include "convert/pattern.hpp"

namespace crosswalk::convert {
namespace {

using Op = Pattern::Op;
using Place = std::uint32_t;

constexpr Place kNowhere = 0xFFFFFFFF;

// A way that the text may have been read so far.
struct Walk {
  std::uint32_t state;
  Place begin, group_begin, group_end;
};

struct Walks {
  Walk* items;
  std::size_t count;
};

bool goes_on(const Pattern& pattern, const Pattern::State& state, std::uint32_t point) {
  if (state.op == Op::any) return true;
  if (state.op == Op::character) return state.a == point;
  if (state.op != Op::one_of && state.op != Op::none_of) return false;
  const auto ranges = std::span(pattern.ranges).subspan(state.a, state.b);
  const bool named = std::any_of(ranges.begin(), ranges.end(), [point](const auto& range) {
    return point >= range.first && point <= range.last;
  });
  return named == (state.op == Op::one_of);
}

class Matcher {
 public:
  Matcher(const Pattern& pattern, std::string_view text, char* room)
      : pattern_(pattern), text_(text), states_(pattern.states.size()) {
    auto* walks = reinterpret_cast<Walk*>(room);
    now_ = {walks, 0};
    next_ = {walks + states_, 0};
    waiting_ = walks + 2 * states_;
    // Each state is entered once per place and lets two wait at most.
    seen_ = reinterpret_cast<Place*>(walks + 4 * states_ + 1);
    std::fill(seen_, seen_ + states_, kNowhere);
  }

  static std::size_t room_for(std::size_t states) {
    return (4 * states + 1) * sizeof(Walk) + states * sizeof(Place);
  }

  std::optional<std::string_view> run() {
    std::size_t at = 0;
    while (true) {
      const auto here = static_cast<Place>(at);
      if (!found_) enter({0, here, kNowhere, kNowhere}, here, now_);
      if (now_.count == 0 && (found_ || at >= text_.size())) break;
      const bool end = at >= text_.size();
      std::size_t behind = at;
      const std::uint32_t point = end ? 0 : take_code_point(text_, behind);
      step(end, point, here, static_cast<Place>(behind));
      if (end) break;
      at = behind;
      std::swap(now_, next_);
      next_.count = 0;
    }
    if (!found_) return {};
    const bool group = best_.group_begin != kNowhere && best_.group_end != kNowhere;
    const Place begin = group ? best_.group_begin : best_.begin;
    const Place finish = group ? best_.group_end : end_;
    return text_.substr(begin, finish - begin);
  }

 private:
  void step(bool end, std::uint32_t point, Place here, Place behind) {
    for (std::size_t i = 0; i < now_.count; ++i) {
      Walk walk = now_.items[i];
      const Pattern::State& state = pattern_.states[walk.state];
      if (state.op == Op::match) {
        best_ = walk;
        end_ = here;
        found_ = true;
        return;  // those behind it were less preferred
      }
      if (end || !goes_on(pattern_, state, point)) continue;
      ++walk.state;
      enter(walk, behind, next_);
    }
  }

  // Follows what takes no character, most preferred first.
  void enter(Walk first, Place here, Walks& into) {
    std::size_t waits = 0;
    waiting_[waits++] = first;
    while (waits > 0) {
      Walk walk = waiting_[--waits];
      if (seen_[walk.state] == here) continue;
      seen_[walk.state] = here;
      const Pattern::State& state = pattern_.states[walk.state];
      switch (state.op) {
        case Op::jump:
          walk.state = state.a;
          break;
        case Op::fork: {
          Walk other = walk;
          other.state = state.b;
          waiting_[waits++] = other;
          walk.state = state.a;
          break;
        }
        case Op::keep:
          (state.a == 0 ? walk.group_begin : walk.group_end) = here;
          ++walk.state;
          break;
        case Op::at_begin:
          if (here != 0) continue;
          ++walk.state;
          break;
        case Op::at_end:
          if (here != text_.size()) continue;
          ++walk.state;
          break;
        default:
          into.items[into.count++] = walk;
          continue;
      }
      waiting_[waits++] = walk;
    }
  }

  const Pattern& pattern_;
  std::string_view text_;
  std::size_t states_;
  Walks now_{}, next_{};
  Walk* waiting_ = nullptr;
  Place* seen_ = nullptr;  // by state: where in the text it was last entered
  bool found_ = false;
  Walk best_{};
  Place end_ = 0;
};

}  // namespace

std::optional<std::string_view> find_pattern(const Pattern& pattern, std::string_view text,
                                             Arena& arena) {
  const std::size_t size = Matcher::room_for(pattern.states.size()) + alignof(Walk);
  char* room = arena.take(size);
  const auto odd = reinterpret_cast<std::uintptr_t>(room) % alignof(Walk);
  auto found = Matcher(pattern, text, room + (odd == 0 ? 0 : alignof(Walk) - odd)).run();
  arena.give_back(size);
  return found;
}

}  // namespace crosswalk::convert
