// How the steps of a transform are carried out, one value at a time. Inside convert only. Each
// function changes the value in place, or has it refused and answers false; a value that became
// nothing stays so. Made text lies in the arena, and nothing else is allocated but by refusals.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "convert/travel.hpp"

namespace crosswalk::convert {

// TransformStep::choice of date, of split, and of when (in this order).
inline constexpr std::uint8_t kParse = 0, kWrite = 1;
inline constexpr std::uint8_t kTakeAll = 0, kTakeNth = 1, kTakeLast = 2;
inline constexpr std::array<std::string_view, 6> kConditions{"is",         "isNot",    "isBlank",
                                                             "startsWith", "endsWith", "contains"};

// TransformStep::count of format: as many digits after the point as there are.
inline constexpr std::size_t kAnyScale = 1000;

// No step makes a longer text: a short document must not make a short value endless.
inline constexpr std::size_t kMadeBytesMax = std::size_t{1} << 20;

// The step can do nothing with the value: its otherwise, or a refusal.
bool give_up(const Travel& travel, const TransformStep& step, Value& value, std::string_view why);

bool trim_text(const Travel& travel, const TransformStep& step, Value& value);
bool change_case(const Travel& travel, const TransformStep& step, Value& value);
bool truncate_text(const Travel& travel, const TransformStep& step, Value& value);
bool pad_text(const Travel& travel, const TransformStep& step, Value& value);
bool replace_in_text(const Travel& travel, const TransformStep& step, Value& value);
bool extract_text(const Travel& travel, const TransformStep& step, Value& value);
bool take_member(const Travel& travel, const TransformStep& step, bool is_set, Value& value);

bool scale_number(const Travel& travel, const TransformStep& step, Value& value);
bool read_number(const Travel& travel, const TransformStep& step, Value& value);
bool format_number(const Travel& travel, const TransformStep& step, Value& value);
bool read_words(const Travel& travel, const TransformStep& step, Value& value);

bool read_date(const Travel& travel, const TransformStep& step, Value& value);
bool write_date(const Travel& travel, const TransformStep& step, Value& value);

bool read_phone(const Travel& travel, const TransformStep& step, Value& value);

bool fill_template(const Travel& travel, const TransformStep& step, Value& value);
bool take_first(const Travel& travel, const TransformStep& step, Value& value);

// The text of a value of any kind: "true", "23".
std::string_view text_of(const Value& value, Arena& arena);
bool is_blank(const Value& value);

// A text as it is made: room that is known to be enough, given back where it was not needed.
class TextMaker {
 public:
  TextMaker(Arena& arena, std::size_t room)
      : arena_(arena), room_(room), begin_(arena.take(room)), at_(begin_) {}
  void add(std::string_view text) {
    for (const char c : text) *at_++ = c;
  }
  void add(char c) { *at_++ = c; }
  char*& at() { return at_; }
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(at_ - begin_); }
  std::string_view done() {
    arena_.give_back(room_ - size());
    return {begin_, size()};
  }

 private:
  Arena& arena_;
  std::size_t room_;
  char* begin_;
  char* at_;
};

}  // namespace crosswalk::convert
