// Pull reader of JSON tokens with byte offsets: the one place where JSON grammar, UTF-8 and the
// bounds of Limits are checked. Holds a view of the text, which must outlive it. Keeps numbers as
// their text, so that no digit is lost; allocates only for nesting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/result.hpp"
#include "json/escape.hpp"
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
inline std::string unescape(const Token& token) {
  return token.escaped ? unescape(token.raw) : std::string(token.raw);
}

class Scanner {
 public:
  explicit Scanner(std::string_view text, Limits limits = {});

  // Begins another text with the same limits, as a new scanner would; what was allocated for
  // nesting is used again.
  void restart(std::string_view text);

  // Reads the next token; after the last one, tokens of kind `end`. False on a failure: error()
  // says what and where.
  bool next(Token& token);

  // Passes over the rest of the value that `opened`, the token just read, begins: nothing for a
  // scalar, all members and items for an object or array.
  bool skip(const Token& opened);

  // bad_input or too_large; code jsonSyntax, jsonUtf8, jsonTooDeep or jsonTooLarge; path
  // "line:column"; message. Duplicate keys are the tree's business, see read().
  [[nodiscard]] Error error() const;
  [[nodiscard]] std::size_t offset() const { return at_; }  // behind the last token
  [[nodiscard]] std::size_t error_offset() const { return failure_offset_; }

  // Makes a failure at a byte offset, for callers that find more than grammar. Always false.
  bool fail(std::size_t offset, std::string_view code, std::string message);

 private:
  enum class Expect : std::uint8_t { value, value_or_end, key, key_or_end, comma_or_end, end };

  bool begin();
  bool skip_blank();
  bool skip_comment();
  bool after_comma();
  bool scan_value(Token& token);
  bool scan_key(Token& token);
  bool scan_string(Token& token, std::size_t bytes_max);
  bool scan_number(Token& token);
  bool scan_word(Token& token, std::string_view word, TokenKind kind);
  bool open(Token& token, TokenKind kind);
  bool close(Token& token);
  void value_done();
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  std::string_view text_;
  Limits limits_;
  std::size_t at_ = 0;
  std::size_t nodes_ = 0;
  Expect expect_ = Expect::value;
  bool begun_ = false;
  std::vector<bool> levels_;  // true: an object
  std::string_view failure_code_;
  std::string failure_message_;
  std::size_t failure_offset_ = 0;
};

}  // namespace crosswalk::json
