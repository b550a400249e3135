#include "validate/mend_syntax.hpp"

#include <optional>
#include <string>
#include <vector>

#include "diagnostic/utf8.hpp"
#include "json/scanner.hpp"
#include "names/nearest.hpp"

namespace crosswalk::validate {
namespace {

// Each slip costs a reading; a longer text, or one with more slips, is left to its author.
constexpr std::size_t kBytesMax = std::size_t{1} << 20;
constexpr std::size_t kSlipsMax = 20;

struct Splice {
  std::size_t begin = 0;
  std::size_t length = 0;
  std::string text;
  std::string_view title;
};

bool is_word(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || letter == '_' || letter == '$';
}

enum class Reading : unsigned char { good, bad_syntax, bad_otherwise };

struct Place {
  std::size_t at = 0;      // where reading fails
  std::size_t behind = 0;  // the end of what was read before
};

Reading read(std::string_view text, Place& place) {
  json::Scanner scanner(text, {.nodes_max = 500'000, .comments = true});
  json::Token token;
  while (scanner.next(token)) {
    if (token.kind == json::TokenKind::end) return Reading::good;
    place.behind = token.end;
  }
  place.at = scanner.error_offset();
  return scanner.error().code == "jsonSyntax" ? Reading::bad_syntax : Reading::bad_otherwise;
}

// The brackets that are open at the end, closed.
std::string closing_brackets(std::string_view text) {
  std::string open;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') {
      for (++at; at < text.size() && text[at] != '"'; ++at) at += text[at] == '\\' ? 1 : 0;
    } else if (text.substr(at, 2) == "//") {
      at = text.find_first_of("\r\n", at);
    } else if (text.substr(at, 2) == "/*") {
      at = text.find("*/", at + 2);
    } else if (text[at] == '{' || text[at] == '[') {
      open.insert(open.begin(), text[at] == '{' ? '}' : ']');
    } else if ((text[at] == '}' || text[at] == ']') && !open.empty()) {
      open.erase(open.begin());
    }
    if (at == std::string_view::npos) break;
  }
  return open;
}

std::optional<Splice> mend_word(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_word(text[end])) ++end;
  const std::string_view word = text.substr(at, end - at);
  for (const std::string_view known : {"true", "false", "null"}) {
    if (names::same_name(word, known)) {
      return Splice{at, word.size(), std::string(known),
                    "Write true, false and null in small letters"};
    }
  }
  return Splice{at, word.size(), '"' + std::string(word) + '"', "Put it in double quotes"};
}

// A text in single quotes that holds no other quote.
std::optional<Splice> mend_quotes(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_of("'\"\\\r\n", at + 1);
  if (end == std::string_view::npos || text[end] != '\'') return std::nullopt;
  return Splice{at, end + 1 - at, '"' + std::string(text.substr(at + 1, end - at - 1)) + '"',
                "Put it in double quotes"};
}

std::optional<Splice> mend_at(std::string_view text, const Place& place) {
  if (place.at >= text.size()) {
    const std::string brackets = closing_brackets(text);
    if (brackets.empty()) return std::nullopt;
    return Splice{place.behind, 0, brackets, "Close the brackets"};
  }
  const char letter = text[place.at];
  if (letter == ',') return Splice{place.at, 1, "", "Remove the comma"};
  if (text.find_first_not_of("}], \t\r\n", place.at) == std::string_view::npos) {
    return Splice{place.at, text.size() - place.at, "", "Remove what follows"};
  }
  // What was passed over since the last token: a member's name when a colon is missing.
  const std::string_view gap = text.substr(place.behind, place.at - place.behind);
  if (gap.find('"') != std::string_view::npos) {
    const std::size_t end = place.behind + gap.rfind('"') + 1;
    return Splice{end, 0, ":", "Add the colon"};
  }
  const char last = place.behind == 0 ? '\0' : text[place.behind - 1];
  const bool after_value = last == '"' || last == '}' || last == ']' || is_word(last);
  if (after_value && gap.find_first_of(",:") == std::string_view::npos) {
    return Splice{place.behind, 0, ",", "Add the comma"};
  }
  if (letter == '\'') return mend_quotes(text, place.at);
  return is_word(letter) ? mend_word(text, place.at) : std::nullopt;
}

}  // namespace

void offer_mended_syntax(std::string_view text, Diagnostic& found) {
  if (text.size() > kBytesMax) return;
  std::string mended(text);
  Fix fix;
  std::ptrdiff_t grown = 0;  // what the splices so far have added
  for (std::size_t slips = 0; slips < kSlipsMax; ++slips) {
    Place place;
    const Reading reading = read(mended, place);
    if (reading == Reading::good && slips > 0) {
      found.fixes.push_back(std::move(fix));
      return;
    }
    if (reading != Reading::bad_syntax) return;
    const std::optional<Splice> splice = mend_at(mended, place);
    if (!splice) return;
    const auto origin = static_cast<std::ptrdiff_t>(splice->begin) - grown;
    if (origin < 0 || static_cast<std::size_t>(origin) + splice->length > text.size()) return;
    const auto begin = static_cast<std::size_t>(origin);
    fix.title = slips == 0 ? std::string(splice->title) : std::string("Mend the text");
    fix.edits.push_back({diagnostic::utf16_length(text.substr(0, begin)),
                         diagnostic::utf16_length(text.substr(begin, splice->length)),
                         splice->text});
    mended.replace(splice->begin, splice->length, splice->text);
    grown += static_cast<std::ptrdiff_t>(splice->text.size()) -
             static_cast<std::ptrdiff_t>(splice->length);
  }
}

}  // namespace crosswalk::validate
