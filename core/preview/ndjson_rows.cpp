#include "preview/ndjson_rows.hpp"

#include "diagnostic/codes/records.hpp"
#include "names/nearest.hpp"

namespace crosswalk::preview {
namespace {

using convert::Value;
using json::Token;
using json::TokenKind;

constexpr std::size_t kLineBytesMax = std::size_t{8} << 20;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

NdjsonRows::NdjsonRows(const convert::Program& program, const schema::PlatformObject& object,
                       Judge& judge)
    : program_(program),
      object_(object),
      judge_(judge),
      scanner_(std::string_view()),
      enveloped_(object.find("fields") == nullptr),
      values_(program.fields().size()) {
  const auto fields = program.fields();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].role != convert::FieldRole::constant) {
      known_.push_back({fields[i].platform_name, i});
    }
  }
}

Result<void> NdjsonRows::feed(std::string_view chunk) {
  take_text(decoder_.feed(chunk));
  return {};
}

Result<void> NdjsonRows::finish() {
  take_text(decoder_.finish());
  take_line(line_);
  return {};
}

void NdjsonRows::take_text(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view part = text.substr(0, end);
    if (end == std::string_view::npos) return take_part(part);
    if (line_.empty() && !too_long_ && part.size() <= kLineBytesMax) {
      take_line(part);
    } else {
      take_part(part);
      take_line(line_);
    }
    line_.clear();
    too_long_ = false;
    text.remove_prefix(end + 1);
  }
}

void NdjsonRows::take_part(std::string_view part) {
  too_long_ = too_long_ || line_.size() + part.size() > kLineBytesMax;
  if (too_long_) {
    line_.clear();
  } else {
    line_ += part;
  }
}

void NdjsonRows::take_line(std::string_view line) {
  ++number_;
  if (too_long_) {
    judge_.take_unreadable(codes::kRowUnreadable, [&] {
      return "Line " + std::to_string(number_) + " is longer than " +
             std::to_string(kLineBytesMax >> 20) + " MiB.";
    });
    return;
  }
  if (is_blank(line)) return;
  arena_.clear();
  for (Value& value : values_) value = {};
  key_ = outer_key_ = {};
  other_ = opened_ = false;
  if (read_record(line)) {
    if (opened_ && key_.is_absent()) put(program_.platform_key(), outer_key_);
    if (!other_) judge_.take(values_, key_);
    return;
  }
  judge_.take_unreadable(codes::kRowUnreadable, [&] {
    const Error error = scanner_.error();
    const std::size_t colon = error.path.find(':');
    return "Line " + std::to_string(number_) + ", column " + error.path.substr(colon + 1) + ": " +
           error.message;
  });
}

bool NdjsonRows::read_record(std::string_view line) {
  scanner_.restart(line);
  Token token;
  if (!scanner_.next(token)) return false;
  if (token.kind != TokenKind::begin_object) {
    return scanner_.fail(token.begin, "recordInvalid", "A record is a JSON object.");
  }
  next_known_ = 0;
  while (true) {
    Token name, first;
    if (!scanner_.next(name)) return false;
    if (name.kind == TokenKind::end_object) return scanner_.next(token);  // nothing behind it
    if (!scanner_.next(first) || !read_member(name, first, false)) return false;
  }
}

bool NdjsonRows::read_members() {
  while (true) {
    Token name, first;
    if (!scanner_.next(name)) return false;
    if (name.kind == TokenKind::end_object) return true;
    if (!scanner_.next(first) || !read_member(name, first, true)) return false;
  }
}

bool NdjsonRows::read_member(const Token& name_token, const Token& first, bool nested) {
  const std::string_view name = text_of(name_token);
  if (enveloped_ && !nested && name == "fields" && first.kind == TokenKind::begin_object) {
    opened_ = true;
    return read_members();
  }
  Value value;
  if (!read_value(first, value)) return false;
  if (enveloped_ && !nested && name == "key") outer_key_ = value;
  if (enveloped_ && !nested && name == "object" && value.is_text() &&
      object_.find("object") == nullptr) {
    other_ = !names::same_name(value.text, program_.platform_object());
  }
  put(name, value);
  return true;
}

// Nested objects say nothing about a field: absent.
bool NdjsonRows::read_value(const Token& first, Value& value) {
  switch (first.kind) {
    case TokenKind::null:
      value = Value::of_null();
      return true;
    case TokenKind::truth:
      value = Value::of_truth(first.truth);
      return true;
    case TokenKind::number:
      value = Value::of_number(first.raw);
      return true;
    case TokenKind::text:
      value = Value::of_text(text_of(first));
      return true;
    case TokenKind::begin_array:
      return read_list(value);
    default:
      return scanner_.skip(first);
  }
}

// A list of values becomes one text, joined by ';'.
bool NdjsonRows::read_list(Value& value) {
  joined_.clear();
  bool any = false;
  while (true) {
    Token item;
    if (!scanner_.next(item)) return false;
    if (item.kind == TokenKind::end_array) break;
    if (item.kind == TokenKind::begin_array || item.kind == TokenKind::begin_object) {
      return scanner_.fail(item.begin, "recordInvalid",
                           "A list of a record holds texts and numbers only.");
    }
    if (item.kind == TokenKind::null) continue;
    if (any) joined_ += ';';
    any = true;
    joined_ += item.kind == TokenKind::truth ? std::string_view(item.truth ? "true" : "false")
                                             : text_of(item);
  }
  value = Value::of_text(arena_.keep(joined_));
  return true;
}

void NdjsonRows::put(std::string_view name, const Value& value) {
  if (names::same_name(name, program_.platform_key())) key_ = value;
  // From the member after the last one that was found, once round: a field may be mapped twice.
  const std::size_t start = next_known_;
  for (std::size_t i = 0; i < known_.size(); ++i) {
    const std::size_t at = start + i < known_.size() ? start + i : start + i - known_.size();
    if (!names::same_name(known_[at].name, name)) continue;
    values_[known_[at].field] = value;
    next_known_ = at + 1 < known_.size() ? at + 1 : 0;
  }
}

std::string_view NdjsonRows::text_of(const Token& token) {
  if (!token.escaped) return token.raw;
  char* out = arena_.take(token.raw.size());  // no escape is shorter than what it stands for
  const std::size_t size = json::unescape_into(token.raw, out);
  arena_.give_back(token.raw.size() - size);
  return {out, size};
}

}  // namespace crosswalk::preview
