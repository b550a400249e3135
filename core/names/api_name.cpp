#include "names/api_name.hpp"

#include <array>

#include "names/nearest.hpp"

namespace crosswalk::names {
namespace {

// Longer ones before those that they end with.
constexpr std::array<std::string_view, 23> kSuffixes{"__latitude__s",
                                                     "__longitude__s",
                                                     "__changeevent",
                                                     "__history",
                                                     "__share",
                                                     "__feed",
                                                     "__tag",
                                                     "__kav",
                                                     "__mdt",
                                                     "__ka",
                                                     "__pc",
                                                     "__pr",
                                                     "__hd",
                                                     "__hst",
                                                     "__xo",
                                                     "__c",
                                                     "__r",
                                                     "__e",
                                                     "__x",
                                                     "__b",
                                                     "__p",
                                                     "__s",
                                                     "__i"};

bool is_alphanumeric(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9');
}

std::string_view suffix_of(std::string_view name) {
  for (const std::string_view suffix : kSuffixes) {
    if (name.size() <= suffix.size()) continue;
    const std::string_view end = name.substr(name.size() - suffix.size());
    if (same_name(end, suffix)) return end;
  }
  return {};
}

// 1 to 15 letters, digits and single underscores, a letter first.
bool is_namespace(std::string_view text) {
  if (text.empty() || text.size() > 15 || text.back() == '_') return false;
  if (!is_alphanumeric(text.front()) || (text.front() >= '0' && text.front() <= '9')) return false;
  for (const char letter : text) {
    if (!is_alphanumeric(letter) && letter != '_') return false;
  }
  return true;
}

// Bytes of the blank that `text` begins with, or 0: blanks, no-break spaces, zero-width spaces and
// byte order marks come along when names are copied from pages and tables.
std::size_t blank_before(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
  if (text.substr(0, 2) == "\xC2\xA0") return 2;
  if (text.substr(0, 3) == "\xE2\x80\x8B" || text.substr(0, 3) == "\xEF\xBB\xBF") return 3;
  return 0;
}

std::size_t blank_after(std::string_view text) {
  for (std::size_t bytes = 1; bytes <= 3 && bytes <= text.size(); ++bytes) {
    if (blank_before(text.substr(text.size() - bytes)) == bytes) return bytes;
  }
  return 0;
}

}  // namespace

ApiName split_api_name(std::string_view name) {
  ApiName parts;
  parts.suffix = suffix_of(name);
  parts.proper = name.substr(0, name.size() - parts.suffix.size());
  const std::size_t gap = parts.proper.find("__");
  // A standard name has no namespace, and so no double underscore.
  if (parts.suffix.empty() || gap == std::string_view::npos) return parts;
  const std::string_view space = parts.proper.substr(0, gap);
  if (is_namespace(space) && gap + 2 < parts.proper.size()) {
    parts.space = space;
    parts.proper = parts.proper.substr(gap + 2);
  }
  return parts;
}

std::string_view without_blanks(std::string_view name) {
  while (const std::size_t bytes = blank_before(name)) name.remove_prefix(bytes);
  while (const std::size_t bytes = blank_after(name)) name.remove_suffix(bytes);
  return name;
}

Slip slip_between(std::string_view written, std::string_view meant) {
  if (written == meant) return Slip::none;
  if (same_name(written, meant)) return Slip::letter_case;
  const std::string_view bare = without_blanks(written);
  if (same_name(bare, meant)) return Slip::blanks;
  const ApiName left = split_api_name(bare);
  const ApiName right = split_api_name(meant);
  if (!same_name(left.proper, right.proper)) return Slip::different;
  if (!same_name(left.suffix, right.suffix)) {
    if (left.suffix.empty()) return Slip::missing_suffix;
    return right.suffix.empty() ? Slip::extra_suffix : Slip::other_suffix;
  }
  if (left.space.empty()) return Slip::missing_namespace;
  return right.space.empty() ? Slip::extra_namespace : Slip::other_namespace;
}

}  // namespace crosswalk::names
