// A diagnostic is one finding about a document or a record: a stable code, how bad it is, where it
// is, what is wrong in an admin's words, why, and, where one exists, a fix that a program can
// apply. Plain values without behaviour; a Report is the ordered list of them that one check gives.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic {

// Counted from 1; columns in UTF-16 units, as editors in a browser count.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;

  friend bool operator==(const Position&, const Position&) = default;
};

// Replaces `length` units at `offset` by `text`; both count UTF-16 units of the source text.
struct TextEdit {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string text;

  friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

// One step of a JSON Patch (RFC 6902): add, replace, remove or move.
struct PatchOp {
  std::string op;
  std::string path;
  std::string value_json;  // for add and replace: the value as JSON text
  std::string from;        // for move

  friend bool operator==(const PatchOp&, const PatchOp&) = default;
};

struct Fix {
  std::string title;
  std::vector<PatchOp> patch;
  std::vector<TextEdit> edits;  // the same change in the source text; keeps comments and layout

  friend bool operator==(const Fix&, const Fix&) = default;
};

// Which text of the source a diagnostic points at: a member's name or its value.
enum class Aim : std::uint8_t { value, key };

struct Diagnostic {
  std::string_view code;  // of a row of codes/, so it lives for ever
  Severity severity = Severity::error;
  std::string pointer;  // JSON Pointer into the document
  std::optional<Position> position;
  std::string message;
  std::string cause;
  std::vector<Fix> fixes;
  Aim aim = Aim::value;
  std::size_t inside = 0;  // byte offset within the text that is the value, to point into it
};

// A diagnostic with the code and the severity of a row; without a cause of its own, or with an
// empty one, the row's.
Diagnostic make(const Code& code, std::string pointer, std::string message);
Diagnostic make(const Code& code, std::string pointer, std::string message, std::string cause);

// Findings beyond kFindingsMax are counted, not kept: a hostile document may hold millions.
inline constexpr std::size_t kFindingsMax = 1000;

struct Report {
  std::vector<Diagnostic> diagnostics;
  std::size_t errors_left_out = 0;
  std::size_t warnings_left_out = 0;

  [[nodiscard]] std::size_t errors() const;
  [[nodiscard]] std::size_t warnings() const;
  [[nodiscard]] bool ok() const { return errors() == 0; }
  [[nodiscard]] bool full() const { return diagnostics.size() >= kFindingsMax; }
  void add(Diagnostic&& diagnostic);
  void add(Report&& other);
};

}  // namespace crosswalk::diagnostic

namespace crosswalk {
using diagnostic::Diagnostic;
using diagnostic::Fix;
using diagnostic::PatchOp;
using diagnostic::Position;
using diagnostic::Report;
using diagnostic::Severity;
using diagnostic::TextEdit;
}  // namespace crosswalk
