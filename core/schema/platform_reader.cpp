#include "schema/platform_reader.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "diagnostic/codes/platform_schema.hpp"
#include "json/pointer.hpp"
#include "json/read.hpp"
#include "json/source_map.hpp"
#include "names/members.hpp"

namespace crosswalk::schema {
namespace {

using Tree = nlohmann::ordered_json;
using names::Member;
using names::Members;
using names::Shape;

constexpr json::Limits kLimits{.nodes_max = 500'000,
                               .bytes_max = std::size_t{8} << 20,
                               .text_bytes_max = std::size_t{1} << 20,
                               .comments = true};
constexpr long long kPrecisionMax = 38;

constexpr names::MemberCodes kCodes{codes::kSchemaUnknownKey, codes::kSchemaWrongType,
                                    codes::kSchemaMissingMember};

constexpr std::array kRootMembers{Member{"version", Shape::natural, true, "1"},
                                  Member{"name", Shape::any_text}, Member{"$schema", Shape::text},
                                  Member{"objects", Shape::list, true}};

constexpr std::array kObjectMembers{
    Member{"name", Shape::text, true}, Member{"label", Shape::any_text},
    Member{"description", Shape::any_text}, Member{"key", Shape::text, true},
    Member{"fields", Shape::list, true}};

constexpr std::array kFieldMembers{
    Member{"name", Shape::text, true},      Member{"label", Shape::any_text},
    Member{"description", Shape::any_text}, Member{"type", Shape::text, true},
    Member{"maxLength", Shape::natural},    Member{"precision", Shape::natural},
    Member{"scale", Shape::natural},        Member{"required", Shape::truth},
    Member{"unique", Shape::truth},         Member{"values", Shape::list},
    Member{"object", Shape::text}};

std::string wrapped(std::string_view name) { return "\"" + std::string(name) + "\""; }

class Reader {
 public:
  explicit Reader(Report& report) : report_(report) {}

  PlatformSchema run(const Tree& root) {
    PlatformSchema schema;
    if (!root.is_object()) {
      report_.add(diagnostic::make(
          codes::kSchemaWrongType, "",
          "A platform schema is a JSON object, not " + std::string(names::shape_of(root)) + ".",
          "It has the members \"version\" and \"objects\"."));
      return schema;
    }
    const Members members(root, "", kRootMembers, kCodes, "a platform schema", report_);
    if (const long long version = members.natural("version"); version >= 0 && version != 1) {
      report_.add(diagnostic::make(
          codes::kSchemaVersion, members.pointer("version"),
          "Version " + std::to_string(version) + " of the platform schema cannot be read here.",
          "This program reads version 1."));
    }
    if (const Tree* const objects = members.get("objects")) {
      for (std::size_t i = 0; i < objects->size(); ++i) {
        read_object((*objects)[i], json::child(members.pointer("objects"), i), schema);
      }
    }
    schema.reindex();
    check_references(schema);
    return schema;
  }

 private:
  struct Reference {
    std::string object;
    std::string pointer;
  };

  // False after reporting that `tree` is no object.
  bool must_be_object(const Tree& tree, const std::string& pointer, std::string_view what) {
    if (tree.is_object()) return true;
    report_.add(diagnostic::make(codes::kSchemaWrongType, pointer,
                                 std::string(what) + " is an object in braces, not " +
                                     std::string(names::shape_of(tree)) + "."));
    return false;
  }

  void read_object(const Tree& tree, const std::string& pointer, PlatformSchema& schema) {
    if (!must_be_object(tree, pointer, "An entry of \"objects\"")) return;
    const Members members(tree, pointer, kObjectMembers, kCodes, "a platform object", report_);
    PlatformObject object;
    object.name = members.text("name");
    object.label = members.text("label");
    object.key = members.text("key");
    if (!object.name.empty() && !object_names_.insert(object.name).second) {
      report_.add(diagnostic::make(codes::kSchemaDuplicateName, members.pointer("name"),
                                   "The object " + wrapped(object.name) + " comes twice.",
                                   "Each object of the platform has a name of its own."));
    }
    field_names_.clear();
    if (const Tree* const fields = members.get("fields")) {
      for (std::size_t i = 0; i < fields->size(); ++i) {
        read_field((*fields)[i], json::child(members.pointer("fields"), i), object);
      }
      object.reindex();
      if (!object.key.empty() && object.key_field() == nullptr) report_key(members, object);
    }
    if (!object.name.empty()) schema.objects.push_back(std::move(object));
  }

  void report_key(const Members& members, const PlatformObject& object) {
    std::vector<std::string_view> choices;
    for (const PlatformField& field : object.fields) choices.push_back(field.name);
    Diagnostic found = names::unknown_word(codes::kSchemaKeyUnknown, members.pointer("key"),
                                           object.key, choices, "a field of this object");
    found.cause = "\"key\" names the field that holds a record's key.";
    report_.add(std::move(found));
  }

  void read_field(const Tree& tree, const std::string& pointer, PlatformObject& object) {
    if (!must_be_object(tree, pointer, "A field")) return;
    const Members members(tree, pointer, kFieldMembers, kCodes, "a platform field", report_);
    PlatformField field;
    field.name = members.text("name");
    field.label = members.text("label");
    field.required = members.truth("required", false);
    field.unique = members.truth("unique", false);
    if (!field.name.empty() && !field_names_.insert(field.name).second) {
      report_.add(diagnostic::make(
          codes::kSchemaDuplicateName, members.pointer("name"),
          "The field " + wrapped(field.name) + " comes twice in " + wrapped(object.name) + ".",
          "Each field of an object has a name of its own."));
    }
    const std::string type = members.text("type");
    if (const std::optional<PlatformType> known = platform_type_from(type)) {
      field.type = *known;
    } else if (!type.empty()) {
      report_.add(names::unknown_word(codes::kSchemaUnknownType, members.pointer("type"), type,
                                      platform_type_names(), "a platform type"));
    }
    read_numbers(members, field);
    read_values(members, field);
    field.object = members.text("object");
    if (!field.object.empty()) references_.push_back({field.object, members.pointer("object")});
    if (!field.name.empty()) object.fields.push_back(std::move(field));
  }

  void read_numbers(const Members& members, PlatformField& field) {
    const auto bad = [&](std::string_view name, std::string message) {
      report_.add(
          diagnostic::make(codes::kSchemaBadNumber, members.pointer(name), std::move(message)));
    };
    const auto number = [](long long value) { return static_cast<std::uint32_t>(value); };
    const long long length = members.natural("maxLength");
    const long long precision = members.natural("precision");
    const long long scale = members.natural("scale");
    if (length == 0) bad("maxLength", "A text of at most 0 characters holds nothing.");
    if (length > 0) field.max_length = number(length);
    if (precision == 0 || precision > kPrecisionMax) {
      bad("precision", "\"precision\" counts all digits of a number: from 1 to " +
                           std::to_string(kPrecisionMax) + ".");
    } else if (precision > 0) {
      field.precision = number(precision);
    }
    if (scale > kPrecisionMax || (field.precision && scale > precision)) {
      bad("scale",
          "\"scale\" counts the digits after the point; there cannot be more of them than "
          "digits in all.");
    } else if (scale >= 0) {
      field.scale = number(scale);
    }
  }

  void read_values(const Members& members, PlatformField& field) {
    const Tree* const values = members.get("values");
    const bool is_list =
        field.type == PlatformType::select_list || field.type == PlatformType::multiselect_list;
    if (values == nullptr) return;
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < values->size(); ++i) {
      const Tree& value = (*values)[i];
      const std::string pointer = json::child(members.pointer("values"), i);
      if (!value.is_string()) {
        report_.add(diagnostic::make(
            codes::kSchemaWrongType, pointer,
            "A value of a list is a text, not " + std::string(names::shape_of(value)) + "."));
      } else if (!seen.insert(value.get_ref<const std::string&>()).second) {
        Diagnostic found = diagnostic::make(
            codes::kSchemaDuplicateName, pointer,
            "The value " + wrapped(value.get_ref<const std::string&>()) + " comes twice.");
        found.severity = Severity::warning;
        report_.add(std::move(found));
      } else {
        field.values.push_back(value.get<std::string>());
      }
    }
    if (is_list && values->empty()) {
      report_.add(diagnostic::make(codes::kSchemaListEmpty, members.pointer("values"),
                                   "The list of " + wrapped(field.name) + " has no values.",
                                   "Nothing can be checked against it."));
    }
  }

  void check_references(const PlatformSchema& schema) {
    for (const Reference& reference : references_) {
      if (report_.full()) return;
      if (schema.find(reference.object) != nullptr) continue;
      std::vector<std::string_view> choices;
      for (const PlatformObject& object : schema.objects) choices.push_back(object.name);
      Diagnostic found = names::unknown_word(codes::kSchemaReferenceUnknown, reference.pointer,
                                             reference.object, choices, "an object of this schema");
      report_.add(std::move(found));
    }
  }

  Report& report_;
  std::set<std::string> object_names_;
  std::set<std::string> field_names_;
  std::vector<Reference> references_;
};

Tree write_field(const PlatformField& field) {
  Tree out = {{"name", field.name}};
  if (!field.label.empty()) out["label"] = field.label;
  out["type"] = platform_type_name(field.type);
  if (field.max_length) out["maxLength"] = *field.max_length;
  if (field.precision) out["precision"] = *field.precision;
  if (field.scale) out["scale"] = *field.scale;
  if (field.required) out["required"] = true;
  if (field.unique) out["unique"] = true;
  if (!field.values.empty()) out["values"] = field.values;
  if (!field.object.empty()) out["object"] = field.object;
  return out;
}

}  // namespace

PlatformOutcome read_platform_report(std::string_view text) {
  PlatformOutcome outcome;
  const Result<Tree> tree = json::read(text, kLimits);
  if (!tree) {
    outcome.report.add(json::diagnose(tree.error()));
    return outcome;
  }
  PlatformSchema schema = Reader(outcome.report).run(*tree);
  json::locate(outcome.report, text);
  if (outcome.report.ok()) outcome.schema = std::move(schema);
  return outcome;
}

Result<PlatformSchema> read_platform(std::string_view text) {
  PlatformOutcome outcome = read_platform_report(text);
  if (outcome.schema) return std::move(*outcome.schema);
  Error error;
  error.kind = ErrorKind::bad_input;
  error.code = "platformSchemaInvalid";
  for (const Diagnostic& found : outcome.report.diagnostics) {
    if (found.severity != Severity::error) continue;
    const Position place = found.position.value_or(Position{});
    error.path = std::to_string(place.line) + ':' + std::to_string(place.column);
    error.message = found.message;
    break;
  }
  return error;
}

std::string write_platform(const PlatformSchema& schema) {
  Tree out = {{"version", 1}, {"objects", Tree::array()}};
  for (const PlatformObject& object : schema.objects) {
    Tree item = {{"name", object.name}};
    if (!object.label.empty()) item["label"] = object.label;
    item["key"] = object.key;
    item["fields"] = Tree::array();
    for (const PlatformField& field : object.fields) item["fields"].push_back(write_field(field));
    out["objects"].push_back(std::move(item));
  }
  return json::write(out, 2);
}

}  // namespace crosswalk::schema
