#include "plan/records.hpp"

#include <cstring>
#include <optional>

#include "convert/convert.hpp"
#include "convert/decimal.hpp"
#include "convert/record_id.hpp"
#include "csv/reader.hpp"
#include "json/scanner.hpp"
#include "names/nearest.hpp"

namespace crosswalk::plan {
namespace {

using convert::Arena;
using convert::Value;
using json::Scanner;
using json::Token;
using json::TokenKind;

Error bad(std::string path, std::string message, std::string code = "recordInvalid") {
  return {ErrorKind::bad_input, std::move(code), std::move(path), std::move(message), 0, {}};
}

std::string_view text_of(const Token& token, Arena& arena) {
  return token.escaped ? arena.keep(json::unescape(token)) : token.raw;
}

bool opens(const Token& token) {
  return token.kind == TokenKind::begin_object || token.kind == TokenKind::begin_array;
}

Result<Token> take(Scanner& scanner) {
  Token token;
  if (!scanner.next(token)) return scanner.error();
  return token;
}

// Passes the rest of a value whose first token was taken; answers its last token.
Result<Token> skip_rest(Scanner& scanner, Token token) {
  std::size_t depth = 0;
  while (true) {
    if (opens(token)) ++depth;
    if (token.kind == TokenKind::end_object || token.kind == TokenKind::end_array) --depth;
    if (depth == 0) return token;
    auto next = take(scanner);
    if (!next) return next;
    token = *next;
  }
}

// A list of values becomes one text, joined by ';'.
Result<Value> read_list(Scanner& scanner, Arena& arena) {
  std::string joined;
  bool first = true;
  while (true) {
    auto token = take(scanner);
    if (!token) return token.error();
    if (token->kind == TokenKind::end_array) return Value::of_text(arena.keep(joined));
    if (opens(*token)) {
      return bad("1:1", "A list of a record holds texts and numbers only.");
    }
    if (token->kind == TokenKind::null) continue;
    if (!first) joined += ';';
    first = false;
    joined += token->kind == TokenKind::truth ? std::string_view(token->truth ? "true" : "false")
                                              : text_of(*token, arena);
  }
}

// Nested objects say nothing about a field: absent.
Result<Value> read_value(Scanner& scanner, const Token& token, Arena& arena) {
  switch (token.kind) {
    case TokenKind::null:
      return Value::of_null();
    case TokenKind::truth:
      return Value::of_truth(token.truth);
    case TokenKind::number:
      return Value::of_number(token.raw);
    case TokenKind::text:
      return Value::of_text(text_of(token, arena));
    case TokenKind::begin_array:
      return read_list(scanner, arena);
    default: {
      auto end = skip_rest(scanner, token);
      if (!end) return end.error();
      return Value{};
    }
  }
}

// Calls `use(key token, value's first token)` for every member; `use` takes the rest of the value.
template <class Use>
Result<void> each_member(Scanner& scanner, Use use) {
  auto token = take(scanner);
  if (!token) return token.error();
  if (token->kind != TokenKind::begin_object) return bad("1:1", "A record is a JSON object.");
  while (true) {
    const auto key = take(scanner);
    if (!key) return key.error();
    if (key->kind == TokenKind::end_object) return {};
    const auto value = take(scanner);
    if (!value) return value.error();
    Result<void> used = use(*key, *value);
    if (!used) return used;
  }
}

std::string_view normal_id(std::string_view id, Arena& arena) {
  return convert::is_record_id(id) ? convert::long_record_id(id, arena) : id;
}

// A CSV cell, by the type of its column.
Value cell_value(std::string_view cell, schema::PlatformType type, Arena& arena) {
  if (cell.empty()) return Value::of_null();
  const convert::Form form = convert::form_of(type);
  if (form == convert::Form::number && convert::is_json_number(cell)) {
    return Value::of_number(arena.keep(cell));
  }
  if (form == convert::Form::truth && (cell == "true" || cell == "false")) {
    return Value::of_truth(cell == "true");
  }
  return Value::of_text(arena.keep(cell));
}

}  // namespace

template <class Use>
Result<void> RecordReader::each_line(std::string_view name, std::string_view ndjson, Use use) {
  std::size_t number = 0;
  while (!ndjson.empty()) {
    ++number;
    const std::size_t end = ndjson.find('\n');
    std::string_view line = ndjson.substr(0, end);
    ndjson.remove_prefix(end == std::string_view::npos ? ndjson.size() : end + 1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Result<void> used = use(line);
    if (used) continue;
    Error error = used.error();
    const std::size_t colon = error.path.find(':');
    const std::string column = colon == std::string::npos ? ":1" : error.path.substr(colon);
    error.path = std::string(name) + ":" + std::to_string(number) + column;
    return error;
  }
  return {};
}

Result<RecordReader::Head> RecordReader::read_head(std::string_view line, bool rest_record) {
  Head head;
  Scanner scanner(line);
  const auto read_attributes = [&](const Token& first) -> Result<void> {
    auto end = skip_rest(scanner, first);
    if (!end) return end.error();
    Scanner inner(line.substr(first.begin, end->end - first.begin));
    return each_member(inner, [&](const Token& key, const Token& value) -> Result<void> {
      if (key.raw == "type" && value.kind == TokenKind::text) {
        head.salesforce = text_of(value, arena_);
      }
      auto rest = skip_rest(inner, value);
      if (!rest) return rest.error();
      return {};
    });
  };
  const auto use = [&](const Token& key, const Token& value) -> Result<void> {
    const std::string_view name = key.raw;
    if (rest_record && name == "attributes" && value.kind == TokenKind::begin_object) {
      return read_attributes(value);
    }
    auto end = skip_rest(scanner, value);
    if (!end) return end.error();
    if (!rest_record && (name == "fields" || name == "base")) {
      head.has_fields = value.kind == TokenKind::begin_object;
      if (head.has_fields) head.fields = line.substr(value.begin, end->end - value.begin);
      return {};
    }
    if (value.kind != TokenKind::text && value.kind != TokenKind::number) return {};
    const std::string_view text = text_of(value, arena_);
    if (rest_record) {
      if (name == "Id") head.id = normal_id(text, arena_);
      if (name == "CreatedDate") head.created = text;
      if (name == "SystemModstamp" || (name == "LastModifiedDate" && head.changed.empty())) {
        head.changed = text;
      }
      return {};
    }
    if (name == "object") head.object = text;
    if (name == "key") head.key = text;
    if (name == "salesforce") head.salesforce = text;
    if (name == "id") head.id = normal_id(text, arena_);
    return {};
  };
  Result<void> read = each_member(scanner, use);
  if (!read) return read.error();
  // Whatever follows the object on its line is an error.
  const auto end = take(scanner);
  if (!end) return end.error();
  return head;
}

template <class Use>
Result<void> RecordReader::each_field(std::string_view object, Use use) {
  Scanner scanner(object);
  return each_member(scanner, [&](const Token& key, const Token& token) -> Result<void> {
    const std::string_view name = text_of(key, arena_);
    const auto value = read_value(scanner, token, arena_);
    if (!value) return value.error();
    use(name, *value);
    return {};
  });
}

Result<void> RecordReader::read_platform(std::string_view ndjson) {
  return each_line("left", ndjson, [&](std::string_view line) -> Result<void> {
    const auto head = read_head(line, false);
    if (!head) return head.error();
    if (head->object.empty()) return bad("1:1", "The record does not name its object.");
    if (head->key.empty()) return bad("1:1", "The record has no key.");
    for (std::size_t i = 0; i < programs_.size(); ++i) {
      const auto fields = programs_[i].fields();
      if (!names::same_name(programs_[i].platform_object(), head->object)) continue;
      LoadedRecord record;
      record.key = head->key;
      record.row.resize(fields.size());
      if (head->has_fields) {
        Result<void> read =
            each_field(head->fields, [&](std::string_view name, const Value& value) {
              for (std::size_t f = 0; f < fields.size(); ++f) {
                if (names::same_name(fields[f].platform_name, name)) record.row[f] = value;
              }
            });
        if (!read) return read;
      }
      if (!into_[i].platform.emplace(head->key, std::move(record)).second) {
        return bad("1:1", "The record comes twice.", "recordTwice");
      }
    }
    return {};
  });
}

Result<void> RecordReader::read_platform_csv(std::string_view csv, std::string_view object,
                                             const schema::PlatformObject& schema) {
  csv::Reader reader;
  reader.feed_all(csv);
  std::vector<const schema::PlatformField*> columns;
  std::optional<std::size_t> key_column;
  for (bool header = true;; header = false) {
    auto step = reader.next();
    if (!step) {
      step.error().path = "left:" + step.error().path;
      return step.error();
    }
    if (*step == csv::Step::end) break;
    const auto cells = reader.cells();
    if (header) {
      for (const std::string_view cell : cells) {
        if (names::same_name(cell, schema.key)) key_column = columns.size();
        columns.push_back(schema.find(cell));
      }
      if (!key_column) {
        return bad("left:1:1", "The header has no column " + schema.key + ", which is the key.");
      }
      continue;
    }
    const std::string where = "left:" + std::to_string(reader.line()) + ":1";
    if (cells.size() != columns.size()) {
      return bad(where, "The row has " + std::to_string(cells.size()) + " cells, the header " +
                            std::to_string(columns.size()) + ".");
    }
    const std::string_view key = arena_.keep(cells[*key_column]);
    if (key.empty()) return bad(where, "The record has no key.");
    for (std::size_t i = 0; i < programs_.size(); ++i) {
      const auto fields = programs_[i].fields();
      if (!names::same_name(programs_[i].platform_object(), object)) continue;
      LoadedRecord record;
      record.key = key;
      record.row.resize(fields.size());
      for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c] == nullptr) continue;
        const Value value = cell_value(cells[c], columns[c]->type, arena_);
        for (std::size_t f = 0; f < fields.size(); ++f) {
          if (names::same_name(fields[f].platform_name, columns[c]->name)) record.row[f] = value;
        }
      }
      if (!into_[i].platform.emplace(key, std::move(record)).second) {
        return bad(where, "The record comes twice.", "recordTwice");
      }
    }
  }
  return {};
}

Result<void> RecordReader::read_salesforce(std::string_view ndjson) {
  return each_line("right", ndjson, [&](std::string_view line) -> Result<void> {
    const auto head = read_head(line, true);
    if (!head) return head.error();
    if (head->salesforce.empty()) return bad("1:1", "The record has no attributes.type.");
    if (head->id.empty()) return bad("1:1", "The record has no Id.");
    for (std::size_t i = 0; i < programs_.size(); ++i) {
      const auto fields = programs_[i].fields();
      if (!names::same_name(programs_[i].salesforce_object(), head->salesforce)) continue;
      LoadedRecord record;
      record.id = head->id;
      record.created = head->created;
      record.changed = head->changed;
      record.row.resize(fields.size());
      Result<void> read = each_field(line, [&](std::string_view name, const Value& value) {
        for (std::size_t f = 0; f < fields.size(); ++f) {
          if (names::same_name(fields[f].salesforce_name, name)) record.row[f] = value;
        }
      });
      if (!read) return read;
      if (!into_[i].salesforce.emplace(head->id, std::move(record)).second) {
        return bad("1:1", "The record comes twice.", "recordTwice");
      }
    }
    return {};
  });
}

Value RecordReader::salesforce_base(const convert::Program& program, std::size_t field,
                                    const Value& platform) {
  std::vector<convert::Refusal> ignored;
  return convert::to_salesforce(program, field, platform, arena_, ignored);
}

Result<void> RecordReader::read_links(std::string_view ndjson) {
  return each_line("links", ndjson, [&](std::string_view line) -> Result<void> {
    const auto head = read_head(line, false);
    if (!head) return head.error();
    if (head->object.empty() || head->key.empty() || head->salesforce.empty() || head->id.empty()) {
      return bad("1:1", "A link names object, key, salesforce and id.");
    }
    for (std::size_t i = 0; i < programs_.size(); ++i) {
      const auto fields = programs_[i].fields();
      if (!names::same_name(programs_[i].platform_object(), head->object) ||
          !names::same_name(programs_[i].salesforce_object(), head->salesforce)) {
        continue;
      }
      LoadedLink link{head->key, head->id, head->has_fields, {}};
      link.base.resize(fields.size());
      if (head->has_fields) {
        // A base names Salesforce's fields; names of platform fields are understood as well.
        Result<void> read =
            each_field(head->fields, [&](std::string_view name, const Value& value) {
              const std::size_t own = programs_[i].find_salesforce(name);
              if (own != convert::kNoField) {
                link.base[own] = value;
                return;
              }
              for (std::size_t f = 0; f < fields.size(); ++f) {
                if (!names::same_name(fields[f].platform_name, name)) continue;
                link.base[f] = salesforce_base(programs_[i], f, value);
              }
            });
        if (!read) return read;
      }
      into_[i].links.push_back(std::move(link));
    }
    return {};
  });
}

}  // namespace crosswalk::plan
