// Pull reader of JSON tokens with byte offsets: the one place where JSON grammar, UTF-8 and the
// bounds of Limits are checked. Holds a view of the text, which must outlive it. After a failure
// every further call answers the same failure. Keeps numbers as their text, so that no digit is
// lost; allocates only for nesting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "diagnostic/result.hpp"
#include "json/limits.hpp"

namespace crosswalk::json {

enum class TokenKind : std::uint8_t {
  begin_object,
  end_object,
  begin_array,
  end_array,
  key,
  text,
  number,
  truth,
  null,
  end,  // of the document
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::size_t begin = 0;  // byte offsets of the token in the text, quotes included
  std::size_t end = 0;
  std::string_view raw;  // text and key: between the quotes, escapes as written; number: its digits
  bool escaped = false;  // raw holds escapes: read it through unescape
  bool truth = false;
};

// The value of a text or key token.
std::string unescape(const Token& token);

class Scanner {
 public:
  explicit Scanner(std::string_view text, Limits limits = {});

  // The next token; Error{bad_input or too_large, jsonSyntax | jsonUtf8 | jsonTooDeep |
  // jsonTooLarge, "line:column", message}. Duplicate keys are the tree's business, see read().
  Result<Token> next();

  // An error at a byte offset of the text, for callers that find more than grammar.
  [[nodiscard]] Error error_at(std::size_t offset, std::string code, std::string message) const;

 private:
  struct Level {
    bool object = false;
    bool first = true;
  };
  enum class Expect : std::uint8_t { value, key_or_end, value_or_end, comma_or_end, end };

  Result<Token> fail(std::size_t offset, std::string code, std::string message);
  bool skip_blank();
  bool skip_comment();
  Result<Token> scan_value();
  Result<Token> scan_key();
  Result<Token> scan_string(TokenKind kind);
  Result<Token> scan_number();
  Result<Token> scan_word(std::string_view word, TokenKind kind, bool truth);
  Result<Token> open(TokenKind kind);
  Result<Token> close(TokenKind kind);
  bool scan_escape();
  bool scan_utf8();
  void value_done();

  std::string_view text_;
  Limits limits_;
  std::size_t at_ = 0;
  std::size_t nodes_ = 0;
  Expect expect_ = Expect::value;
  std::vector<Level> levels_;
  std::string failure_code_;
  std::string failure_message_;
  std::size_t failure_offset_ = 0;
};

// Line and column (UTF-16) of a byte offset. Walks the text from its beginning.
Position position_of(std::string_view text, std::size_t offset);

}  // namespace crosswalk::json
