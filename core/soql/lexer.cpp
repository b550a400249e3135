#include "soql/lexer.hpp"

namespace crosswalk::soql {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name(char c) { return is_letter(c) || is_digit(c) || c == '_'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Lexer {
 public:
  Lexer(std::string_view text, std::vector<Span>& comments) : text_(text), comments_(comments) {}

  Token next() {
    while (skip_blanks() || skip_comment()) {
    }
    start_ = at_;
    if (at_ == text_.size()) return make(TokenKind::end);
    const char c = text_[at_];
    if (text_.substr(at_, 2) == "/*") {
      at_ = text_.size();
      return make(TokenKind::bad, "The comment that begins here has no end");
    }
    if (c == '\'') return text_literal();
    if (c == '"') return double_quoted();
    if (is_letter(c)) return name();
    const std::size_t sign = c == '-' || c == '+' ? 1 : 0;
    if (fits(at_ + sign, "#") || fits(at_ + sign, ".#")) return digits();
    return symbol();
  }

 private:
  Token make(TokenKind kind, const char* message = "") const {
    return {kind, text_.substr(start_, at_ - start_), {start_, at_ - start_}, message};
  }

  bool skip_blanks() {
    const std::size_t before = at_;
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    return at_ > before;
  }

  bool skip_comment() {
    const bool line = text_.substr(at_, 2) == "//";
    if (!line && text_.substr(at_, 2) != "/*") return false;
    std::size_t end = line ? text_.find('\n', at_) : text_.find("*/", at_ + 2);
    if (end == std::string_view::npos && !line) return false;
    end = end == std::string_view::npos ? text_.size() : end + (line ? 0 : 2);
    comments_.push_back({at_, end - at_});
    at_ = end;
    return true;
  }

  // Whether the pattern (# is a digit) stands at `at`.
  bool fits(std::size_t at, std::string_view pattern) const {
    if (at + pattern.size() > text_.size()) return false;
    for (std::size_t i = 0; i < pattern.size(); ++i)
      if (pattern[i] == '#' ? !is_digit(text_[at + i]) : text_[at + i] != pattern[i]) return false;
    return true;
  }

  void skip_digits() {
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
  }

  Token text_literal() {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_[at_] == '\'') {
        ++at_;
        Token out = make(TokenKind::text);
        out.text = text_.substr(start_ + 1, at_ - start_ - 2);
        return out;
      }
    }
    at_ = text_.size();
    return make(TokenKind::bad, "The text that begins here has no closing quote");
  }

  Token double_quoted() {
    const std::size_t end = text_.find('"', at_ + 1);
    at_ = end == std::string_view::npos ? at_ + 1 : end + 1;
    return make(TokenKind::bad, "Text stands in single quotes");
  }

  // A name, or an amount of money: USD5000, USD12.50.
  Token name() {
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    const std::string_view word = text_.substr(start_, at_ - start_);
    bool money = word.size() > 3;
    for (std::size_t i = 0; i < word.size() && money; ++i)
      money = i < 3 ? is_letter(word[i]) : is_digit(word[i]);
    if (!money) return make(TokenKind::name);
    if (fits(at_, ".#")) {
      ++at_;
      skip_digits();
    }
    return make(TokenKind::currency);
  }

  Token digits() {
    if (fits(at_, "####-##-##")) {
      at_ += 10;
      if (at_ == text_.size() || (text_[at_] != 'T' && text_[at_] != 't'))
        return end_of_literal(TokenKind::date);
      if (!fits(at_ + 1, "##:##:##"))
        return make(TokenKind::bad, "A date and time looks like 2026-01-31T10:00:00Z");
      at_ += 9;
      return zoned(TokenKind::datetime);
    }
    if (fits(at_, "##:##:##")) {
      at_ += 8;
      return zoned(TokenKind::time);
    }
    if (!is_digit(text_[at_]) && text_[at_] != '.') ++at_;  // the sign
    skip_digits();
    if (fits(at_, ".#")) {
      ++at_;
      skip_digits();
    }
    return end_of_literal(TokenKind::number);
  }

  // Fraction and zone of a moment; the zone is required.
  Token zoned(TokenKind kind) {
    if (fits(at_, ".#")) {
      ++at_;
      skip_digits();
    }
    if (at_ == text_.size())
      return make(TokenKind::bad, "A time needs its zone, as in 10:30:00Z or 10:30:00+02:00");
    const char c = text_[at_];
    if (c == 'Z' || c == 'z') {
      ++at_;
    } else if ((c == '+' || c == '-') && fits(at_ + 1, "##:##")) {
      at_ += 6;
    } else if ((c == '+' || c == '-') && fits(at_ + 1, "####")) {
      at_ += 5;
    } else {
      return make(TokenKind::bad, "A time needs its zone, as in 10:30:00Z or 10:30:00+02:00");
    }
    return end_of_literal(kind);
  }

  Token end_of_literal(TokenKind kind) {
    if (at_ == text_.size() || !is_name(text_[at_])) return make(kind);
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    return make(TokenKind::bad, "Neither a number nor a name; text and ids stand in single quotes");
  }

  Token symbol() {
    constexpr std::string_view kLong[] = {"!=", "<>", "<=", ">=", "===", "==", "&&", "||"};
    for (const std::string_view symbol : kLong) {
      if (text_.substr(at_, symbol.size()) != symbol) continue;
      at_ += symbol.size();
      return make(TokenKind::symbol);
    }
    const auto byte = static_cast<unsigned char>(text_[at_]);
    const bool curly = text_.substr(at_, 2) == "\xE2\x80" && at_ + 2 < text_.size() &&
                       static_cast<unsigned char>(text_[at_ + 2]) >= 0x98 &&
                       static_cast<unsigned char>(text_[at_ + 2]) <= 0x9F;
    ++at_;
    if (byte > 0x20 && byte < 0x7F) return make(TokenKind::symbol);
    while (at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xC0) == 0x80) ++at_;
    return make(TokenKind::bad, curly ? "A typographic quote; text stands in straight single quotes"
                                      : "A character that SOQL does not know");
  }

  std::string_view text_;
  std::vector<Span>& comments_;
  std::size_t at_ = 0, start_ = 0;
};

}  // namespace

Tokens tokens_of(std::string_view text) {
  Tokens out;
  Lexer lexer(text, out.comments);
  do {
    out.list.push_back(lexer.next());
  } while (out.list.back().kind != TokenKind::end && out.list.back().kind != TokenKind::bad);
  return out;
}

}  // namespace crosswalk::soql
