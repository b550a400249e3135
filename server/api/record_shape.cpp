#include "api/record_shape.hpp"

#include <algorithm>

#include "api/body.hpp"
#include "api/problem.hpp"
#include "json/pointer.hpp"
#include "json/scanner.hpp"
#include "mapping/reader.hpp"
#include "names/nearest.hpp"
#include "schema/platform_reader.hpp"
#include "store/documents.hpp"
#include "sync/settings.hpp"

namespace crosswalk::api {
namespace {

using store::DocumentKind;

// Fields of the object that every enabled sync's mapping takes from Salesforce alone.
Task<void> add_owned_fields(Call& call, RecordShape* shape) {
  auto& documents = call.store().documents();
  store::PageRequest first{.after = "", .limit = 1000};
  auto syncs = co_await documents.list(call.tenant(), DocumentKind::sync, std::move(first));
  if (!syncs) co_return syncs.error();
  std::set<std::string, std::less<>> pushed;
  for (const store::DocumentRow& row : syncs->items) {
    const auto settings = sync::read_sync(row.text);
    if (!settings || !settings->enabled) continue;
    auto text = co_await documents.get(call.tenant(), DocumentKind::mapping, settings->mapping);
    if (!text) continue;  // a sync whose mapping is gone owns nothing
    const auto outcome = mapping::read_unlocated(text->text);
    if (!outcome.document) continue;
    for (const mapping::ObjectMapping& object : outcome.document->objects) {
      if (object.platform != shape->object.name) continue;
      for (const mapping::FieldMapping& field : object.fields) {
        const bool pulled = !mapping::pushes(mapping::effective_direction(object, field));
        (pulled ? shape->salesforce_owned : pushed).insert(field.platform);
      }
    }
  }
  for (const std::string& field : pushed) shape->salesforce_owned.erase(field);
  // The key names the record; it is never Salesforce's.
  shape->salesforce_owned.erase(shape->object.key);
  co_return Result<void>();
}

Error bad(std::string_view code, std::string pointer, std::string message) {
  return make_error(ErrorKind::bad_input, code, std::move(message), std::move(pointer));
}

std::string_view words(ValueShape shape) {
  switch (shape) {
    case ValueShape::text:
      return "text";
    case ValueShape::number:
      return "a number";
    case ValueShape::truth:
      return "true or false";
    case ValueShape::texts:
      return "a list of texts, or texts joined by ';'";
    case ValueShape::any:
      break;
  }
  return "any value";
}

Result<void> check_lists(const std::vector<std::string>& lists) {
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const std::string& name = lists[i];
    if (!name.empty() && name.size() <= kKeyBytesMax && !has_control_character(name)) continue;
    return bad("badMember", json::child("/lists", i),
               "A list needs a name of 1 to 255 bytes without control characters.");
  }
  return {};
}

// Walks the text once; keeps the places of what it needs.
class RecordReader {
 public:
  RecordReader(const RecordShape& shape, std::string_view text)
      : shape_(shape),
        text_(text),
        scanner_(text, {.depth_max = 16,
                        .nodes_max = 50'000,
                        .bytes_max = kRecordBytesMax,
                        .comments = false}) {}

  Result<store::RecordWrite> read(std::string_view path_key);

 private:
  Result<json::Token> next() {
    json::Token token;
    if (scanner_.next(token)) return token;
    return scanner_.error();
  }
  Result<void> member(const json::Token& name);
  Result<void> fields();
  Result<void> field(const json::Token& name);
  Result<void> value_of(const schema::PlatformField& field, const json::Token& first);
  Result<void> texts_of(const std::string& pointer, std::vector<std::string>* out);
  Result<void> skip_rest(const json::Token& first);
  Result<void> settle_key(std::string_view path_key);

  const RecordShape& shape_;
  std::string_view text_;
  json::Scanner scanner_;
  store::RecordWrite record_;
  bool has_fields_ = false;
  std::optional<std::string> key_field_value_;
  std::set<std::string> seen_;
};

Result<void> RecordReader::skip_rest(const json::Token& first) {
  std::size_t depth =
      first.kind == json::TokenKind::begin_object || first.kind == json::TokenKind::begin_array;
  while (depth > 0) {
    auto token = next();
    if (!token) return token.error();
    using enum json::TokenKind;
    if (token->kind == begin_object || token->kind == begin_array) ++depth;
    if (token->kind == end_object || token->kind == end_array) --depth;
  }
  return {};
}

Result<void> RecordReader::texts_of(const std::string& pointer, std::vector<std::string>* out) {
  while (true) {
    auto token = next();
    if (!token) return token.error();
    if (token->kind == json::TokenKind::end_array) return {};
    if (token->kind != json::TokenKind::text) {
      return bad("wrongType", pointer, "This must be a list of texts.");
    }
    if (out != nullptr) out->push_back(json::unescape(*token));
  }
}

Result<void> RecordReader::value_of(const schema::PlatformField& field, const json::Token& first) {
  const std::string pointer = json::child("/fields", field.name);
  const ValueShape shape = value_shape(field.type);
  using enum json::TokenKind;
  if (first.kind == null) return {};
  if (shape == ValueShape::any) return skip_rest(first);
  if (shape == ValueShape::texts && first.kind == begin_array) return texts_of(pointer, nullptr);
  const json::TokenKind wanted = shape == ValueShape::number  ? number
                                 : shape == ValueShape::truth ? truth
                                                              : text;
  if (first.kind == wanted) return {};
  return bad("wrongType", pointer,
             "\"" + field.name + "\" must be " + std::string(words(shape)) + ".");
}

Result<void> RecordReader::field(const json::Token& name) {
  const std::string field_name = json::unescape(name);
  const std::string pointer = json::child("/fields", field_name);
  auto good = check_field(shape_, field_name);
  if (!good) return good;
  const schema::PlatformField& field = *shape_.object.find(field_name);
  if (!seen_.insert(field.name).second) {
    return bad("jsonDuplicateKey", pointer, "\"" + field_name + "\" comes twice.");
  }
  auto first = next();
  if (!first) return first.error();
  if (field.name == shape_.object.key && first->kind == json::TokenKind::text) {
    key_field_value_ = json::unescape(*first);
  }
  return value_of(field, *first);
}

Result<void> RecordReader::fields() {
  auto open = next();
  if (!open) return open.error();
  if (open->kind != json::TokenKind::begin_object) {
    return bad("wrongType", "/fields", "\"fields\" must be an object.");
  }
  while (true) {
    auto token = next();
    if (!token) return token.error();
    if (token->kind == json::TokenKind::end_object) {
      record_.fields_json = text_.substr(open->begin, token->end - open->begin);
      has_fields_ = true;
      return {};
    }
    auto good = field(*token);
    if (!good) return good;
  }
}

Result<void> RecordReader::member(const json::Token& name) {
  const std::string member_name = json::unescape(name);
  if (!seen_.insert("/" + member_name).second) {
    return bad("jsonDuplicateKey", json::child("", member_name), "This member comes twice.");
  }
  if (member_name == "fields") return fields();
  auto first = next();
  if (!first) return first.error();
  if (member_name == "lists" && first->kind == json::TokenKind::begin_array) {
    record_.lists.emplace();
    auto read = texts_of("/lists", &*record_.lists);
    return read ? check_lists(*record_.lists) : read;
  }
  if ((member_name == "key" || member_name == "object") && first->kind == json::TokenKind::text) {
    (member_name == "key" ? record_.key : record_.object) = json::unescape(*first);
    return {};
  }
  const std::string pointer = json::child("", member_name);
  constexpr std::string_view kKnown[] = {"key", "object", "fields", "lists"};
  if (std::find(std::begin(kKnown), std::end(kKnown), member_name) != std::end(kKnown)) {
    return bad("wrongType", pointer, "\"" + member_name + "\" has the wrong type.");
  }
  const auto near = names::nearest(member_name, kKnown);
  return bad("unknownMember", pointer,
             "\"" + member_name + "\" is not known here." +
                 (near ? " Did you mean \"" + std::string(*near) + "\"?" : std::string()));
}

Result<void> RecordReader::settle_key(std::string_view path_key) {
  if (!path_key.empty()) {
    if (!record_.key.empty() && record_.key != path_key) {
      return bad("keyMismatch", "/key", "This is not the key of the path.");
    }
    record_.key = path_key;
  }
  if (record_.key.empty()) record_.key = key_field_value_.value_or("");
  if (key_field_value_ && *key_field_value_ != record_.key) {
    return bad("keyMismatch", json::child("/fields", shape_.object.key),
               "The field \"" + shape_.object.key + "\" is the key; the two differ.");
  }
  return check_key(record_.key);
}

Result<store::RecordWrite> RecordReader::read(std::string_view path_key) {
  auto open = next();
  if (!open) return open.error();
  if (open->kind != json::TokenKind::begin_object) {
    return bad("wrongType", "", "A record must be a JSON object.");
  }
  while (true) {
    auto token = next();
    if (!token) return token.error();
    if (token->kind == json::TokenKind::end_object) break;
    auto good = member(*token);
    if (!good) return good.error();
  }
  auto last = next();
  if (!last) return last.error();
  if (!has_fields_) return bad("missingMember", "/fields", "\"fields\" is needed.");
  if (!record_.object.empty() && record_.object != shape_.object.name) {
    return bad("objectMismatch", "/object", "This record is of another object.");
  }
  record_.object = shape_.object.name;
  auto good = settle_key(path_key);
  if (!good) return good.error();
  return std::move(record_);
}

}  // namespace

ValueShape value_shape(schema::PlatformType type) {
  using enum schema::PlatformType;
  switch (type) {
    case integer:
    case number:
    case currency:
    case percent:
      return ValueShape::number;
    case boolean:
    case nullable_boolean:
      return ValueShape::truth;
    case multiselect_list:
      return ValueShape::texts;
    case address:
    case location:
    case schema::PlatformType::json:
      return ValueShape::any;
    default:
      return ValueShape::text;
  }
}

Task<RecordShape> load_shape(Call& call, std::string object) {
  auto row = co_await call.store().documents().get(call.tenant(), DocumentKind::platform_schema,
                                                   store::kPlatformSchemaName);
  if (!row) co_return missing(row.error(), "platformSchema");
  auto schema = schema::read_platform(row->text);
  if (!schema) co_return schema.error();
  const schema::PlatformObject* found = schema->find(object);
  if (found == nullptr || found->name != object) {
    std::vector<std::string_view> names;
    for (const auto& known : schema->objects) names.push_back(known.name);
    const auto near = names::nearest(object, names);
    Error error = not_found("object");
    if (near) error.message += " Did you mean \"" + std::string(*near) + "\"?";
    co_return error;
  }
  RecordShape shape{.object = *found, .salesforce_owned = {}};
  auto added = co_await add_owned_fields(call, &shape);
  if (!added) co_return added.error();
  co_return shape;
}

Result<void> check_key(std::string_view key) {
  if (!key.empty() && key.size() <= kKeyBytesMax && !has_control_character(key)) return {};
  return bad("badKey", "/key",
             "A record needs a key of 1 to 255 bytes without control characters.");
}

Result<void> check_field(const RecordShape& shape, std::string_view name) {
  const schema::PlatformField* field = shape.object.find(name);
  if (field == nullptr || field->name != name) {
    std::vector<std::string_view> names;
    for (const auto& known : shape.object.fields) names.push_back(known.name);
    const auto near = names::nearest(name, names);
    return bad("unknownField", json::child("/fields", name),
               "\"" + std::string(name) + "\" is no field of " + shape.object.name + "." +
                   (near ? " Did you mean \"" + std::string(*near) + "\"?" : std::string()));
  }
  if (shape.salesforce_owned.contains(name)) {
    return make_error(ErrorKind::conflict, "fieldAuthority",
                      "\"" + std::string(name) + "\" is pulled from Salesforce: change it there.",
                      json::child("/fields", name));
  }
  return {};
}

Result<store::RecordWrite> read_record(const RecordShape& shape, std::string_view text,
                                       std::string_view key) {
  return RecordReader(shape, text).read(key);
}

}  // namespace crosswalk::api
