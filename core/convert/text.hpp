// Texts as Salesforce counts and keeps them: UTF-8 outside, lengths in UTF-16 units, no control
// characters but tab and line ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "convert/arena.hpp"

namespace crosswalk::convert {

// Nothing but printable ASCII, which is what most values of most files are: as long as it has
// bytes, and nothing in it that any side would change. Eight bytes at a time.
bool is_plain(std::string_view text);

// What one look at a text tells.
struct TextLook {
  bool utf8 = true;       // false: the rest says nothing
  bool controls = false;  // characters that XML 1.0 does not know, NUL among them
  bool line_feeds = false, returns = false;
  std::size_t units = 0;  // UTF-16
};
TextLook look_at(std::string_view text);

// Length in UTF-16 units; nothing when the bytes are not UTF-8.
std::optional<std::size_t> utf16_length(std::string_view text);

// The longest beginning of at most `units` UTF-16 units that cuts no character in two. The text
// must be UTF-8.
std::string_view cut(std::string_view text, std::size_t units);

enum class LineEnds : std::uint8_t {
  keep,   // CRLF and CR become LF
  blank,  // each becomes one blank
};

// Without control characters that XML 1.0 does not know, without blanks at both ends; a view of
// `text` where nothing had to be changed. The text must be UTF-8.
std::string_view clean(std::string_view text, LineEnds line_ends, Arena& arena);

// Only CRLF and CR become LF.
std::string_view unify_line_ends(std::string_view text, Arena& arena);

// Equal, where CRLF, CR and LF are one.
bool same_text(std::string_view left, std::string_view right);

std::string_view trim_blanks(std::string_view text);
// Without the blanks at its ends: of most texts, the text.
inline std::string_view trim(std::string_view text) {
  const auto is_ink = [](char c) { return static_cast<unsigned char>(c) > ' '; };
  return !text.empty() && is_ink(text.front()) && is_ink(text.back()) ? text : trim_blanks(text);
}

// What Salesforce's own check lets through, roughly: one @, a name, a domain of labels.
bool is_email(std::string_view text);

// ASCII letters in any case.
bool same_without_case(std::string_view left, std::string_view right);

// Calls `use` with every member of a list that is joined by `separator`, trimmed, empty ones left
// out. Stops and answers false as soon as `use` does.
template <class Use>
bool for_each_member(std::string_view list, std::string_view separator, Use&& use) {
  while (true) {
    const std::size_t end = separator.empty() ? std::string_view::npos : list.find(separator);
    const std::string_view member = trim(list.substr(0, end));
    if (!member.empty() && !use(member)) return false;
    if (end == std::string_view::npos) return true;
    list.remove_prefix(end + separator.size());
  }
}

}  // namespace crosswalk::convert
