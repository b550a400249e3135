#include "soql/lexer.hpp"

namespace crosswalk::soql {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name(char c) { return is_letter(c) || is_digit(c) || c == '_'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Token next() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    start_ = at_;
    if (at_ == text_.size()) return make(TokenKind::end);
    const char c = text_[at_];
    if (c == '\'') return text_literal();
    if (is_letter(c)) return name();
    const bool sign = (c == '-' || c == '+') && at_ + 1 < text_.size() &&
                      (is_digit(text_[at_ + 1]) || text_[at_ + 1] == '.');
    if (is_digit(c) || sign) return digits();
    return symbol();
  }

 private:
  Token make(TokenKind kind, const char* message = "") const {
    return {kind, text_.substr(start_, at_ - start_), {start_, at_ - start_}, message};
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
    return make(TokenKind::bad, "unterminated string literal");
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
      if (!fits(at_ + 1, "##:##:##")) return make(TokenKind::bad, "invalid date or time");
      at_ += 9;
      return zoned(TokenKind::datetime);
    }
    if (fits(at_, "##:##:##")) {
      at_ += 8;
      return zoned(TokenKind::time);
    }
    if (!is_digit(text_[at_]) && text_[at_] != '.') ++at_;  // the sign
    skip_digits();
    if (fits(at_, ".#") || (at_ < text_.size() && text_[at_] == '.')) {
      ++at_;
      skip_digits();
    }
    exponent();
    return end_of_literal(TokenKind::number);
  }

  void exponent() {
    if (at_ == text_.size() || (text_[at_] != 'e' && text_[at_] != 'E')) return;
    const std::size_t sign =
        at_ + 1 < text_.size() && (text_[at_ + 1] == '-' || text_[at_ + 1] == '+') ? 2 : 1;
    if (!fits(at_ + sign, "#")) return;
    at_ += sign;
    skip_digits();
  }

  // Fraction and zone of a moment; the zone is required.
  Token zoned(TokenKind kind) {
    if (fits(at_, ".#")) {
      ++at_;
      skip_digits();
    }
    if (at_ == text_.size()) return make(TokenKind::bad, "a time needs a zone");
    const char c = text_[at_];
    if (c == 'Z' || c == 'z') {
      ++at_;
    } else if ((c == '+' || c == '-') && fits(at_ + 1, "##:##")) {
      at_ += 6;
    } else if ((c == '+' || c == '-') && fits(at_ + 1, "####")) {
      at_ += 5;
    } else {
      return make(TokenKind::bad, "a time needs a zone");
    }
    return end_of_literal(kind);
  }

  Token end_of_literal(TokenKind kind) {
    if (at_ == text_.size() || !is_name(text_[at_])) return make(kind);
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    return make(TokenKind::bad, "invalid literal");
  }

  Token symbol() {
    constexpr std::string_view kTwo[] = {"!=", "<>", "<=", ">="};
    for (const std::string_view two : kTwo) {
      if (text_.substr(at_, 2) != two) continue;
      at_ += 2;
      return make(TokenKind::symbol);
    }
    constexpr std::string_view kOne = "(),.:=<>";
    const bool known = kOne.find(text_[at_]) != std::string_view::npos;
    ++at_;
    while (!known && at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xC0) == 0x80)
      ++at_;
    return make(known ? TokenKind::symbol : TokenKind::bad, "unexpected character");
  }

  std::string_view text_;
  std::size_t at_ = 0, start_ = 0;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  Lexer lexer(text);
  std::vector<Token> out;
  do {
    out.push_back(lexer.next());
  } while (out.back().kind != TokenKind::end && out.back().kind != TokenKind::bad);
  return out;
}

}  // namespace crosswalk::soql
