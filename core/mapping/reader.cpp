#include "mapping/reader.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <span>
#include <utility>

#include "diagnostic/codes/mapping.hpp"
#include "diagnostic/fixes.hpp"
#include "json/pointer.hpp"
#include "json/read.hpp"
#include "mapping/members.hpp"
#include "mapping/step_reader.hpp"
#include "mapping/words.hpp"

namespace crosswalk::mapping {
namespace {

using Tree = nlohmann::ordered_json;
using names::Members;

constexpr json::Limits kLimits{.nodes_max = 500'000,
                               .bytes_max = std::size_t{8} << 20,
                               .text_bytes_max = std::size_t{1} << 20,
                               .comments = true};
// Far above any org (a Salesforce object has at most about 900 fields), far below what would hurt.
constexpr std::size_t kObjectsMax = 500;
constexpr std::size_t kFieldsMax = 5000;

constexpr const names::MemberCodes& kCodes = kMemberCodes;

class Reader {
 public:
  Reader(std::string_view text, Report& report)
      : report_(report), literals_(text), step_reader_(literals_, report) {}

  std::optional<Document> run(const Tree& root) {
    if (!root.is_object()) {
      report_.add(diagnostic::make(
          codes::kNotAnObject, "",
          "A mapping is a JSON object, not " + std::string(names::shape_of(root)) + ".",
          "It has the members \"version\", \"name\" and \"objects\"."));
      return std::nullopt;
    }
    const Members members(root, "", kDocumentMembers, kCodes, "a mapping", report_);
    Document document;
    document.name = members.text("name");
    document.policy = members.text("policy");
    document.country = members.text("country");
    if (const long long version = members.natural("version"); version >= 0) {
      document.version = static_cast<int>(version);
      if (version != 1) report_version(members, version);
    }
    keep(members, kKeptOfDocument, document.kept);
    const Tree* const objects = members.get("objects");
    if (objects == nullptr) return std::nullopt;
    const std::string pointer = members.pointer("objects");
    if (objects->empty()) {
      report_.add(diagnostic::make(codes::kNothingMapped, pointer, "The mapping pairs no objects.",
                                   "Nothing would be synced."));
    }
    const std::size_t count = bounded(*objects, kObjectsMax, pointer, "object pairs");
    document.objects.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string here = json::child(pointer, i);
      if (!must_be_object((*objects)[i], here, "An entry of \"objects\"")) continue;
      document.objects.push_back(read_object((*objects)[i], here));
    }
    return document;
  }

 private:
  void report_version(const Members& members, long long version) {
    Diagnostic found = diagnostic::make(
        codes::kUnknownVersion, members.pointer("version"),
        "Version " + std::to_string(version) + " of the mapping format cannot be read here.",
        "This program reads version 1; a later one may mean other things by the same words.");
    found.fixes.push_back(one_step("Change to version 1", "replace", found.pointer, "1"));
    report_.add(std::move(found));
  }

  bool must_be_object(const Tree& tree, const std::string& pointer, std::string_view what) {
    if (tree.is_object()) return true;
    report_.add(diagnostic::make(codes::kWrongType, pointer,
                                 std::string(what) + " is an object in braces, not " +
                                     std::string(names::shape_of(tree)) + "."));
    return false;
  }

  std::size_t bounded(const Tree& list, std::size_t most, const std::string& pointer,
                      std::string_view what) {
    return mapping::bounded(list.size(), most, pointer, what, report_);
  }

  void keep(const Members& members, std::span<const KeptRow> rows, std::vector<KeptMember>& kept) {
    for (const KeptRow& row : rows) {
      const Tree* const value = members.get(row.name);
      if (value == nullptr) continue;
      kept.push_back({std::string(row.name), json::write(*value)});
      report_undone(members.pointer(row.name), row.name, row.undone);
    }
  }

  void report_undone(std::string pointer, std::string_view name, std::string_view undone) {
    Diagnostic found = diagnostic::make(
        codes::kNotCarriedOut, std::move(pointer),
        "\"" + std::string(name) + "\" is kept, but not carried out by this version.",
        std::string(undone));
    found.aim = diagnostic::Aim::key;
    report_.add(std::move(found));
  }

  // The choice that the member names; the present one stays when it names none.
  template <class Choice, std::size_t N>
  bool read_word(const Members& members, std::string_view name,
                 const std::array<std::string_view, N>& words, Choice& choice) {
    const std::string word = members.text(name);
    if (word.empty()) return false;
    for (std::size_t i = 0; i < N; ++i) {
      if (words[i] == word) {
        choice = static_cast<Choice>(i);
        return true;
      }
    }
    report_.add(names::unknown_word(codes::kUnknownWord, members.pointer(name), word, words,
                                    "a choice for \"" + std::string(name) + "\""));
    return false;
  }

  ObjectMapping read_object(const Tree& tree, const std::string& pointer) {
    const Members members(tree, pointer, kObjectMembers, kCodes, "an object pair", report_);
    ObjectMapping object;
    object.pointer = pointer;
    object.platform = members.text("platform");
    object.salesforce = members.text("salesforce");
    read_word(members, "direction", kDirectionWords, object.direction);
    object.create = members.truth("create", true);
    object.update = members.truth("update", true);
    if (read_word(members, "onDelete", kOnDeleteWords, object.on_delete) &&
        object.on_delete != OnDelete::ignore) {
      report_undone(members.pointer("onDelete"), "onDelete",
                    "Deletions are not carried over yet: a record deleted on one side stays on the "
                    "other.");
    }
    read_word(members, "owner", kOwnerWords, object.owner);
    if (const Tree* const match = members.get("match")) {
      read_match(*match, members.pointer("match"), object.match);
    }
    if (const Tree* const where = members.get("where")) {
      const Members parts(*where, members.pointer("where"), kWhereMembers, kCodes,
                          "the conditions of an object pair", report_);
      object.where.salesforce = parts.text("salesforce");
      object.where.platform = parts.text("platform");
    }
    if (const Tree* const fields = members.get("fields")) {
      read_fields(*fields, members.pointer("fields"), object);
    }
    if (const Tree* const constants = members.get("constants")) {
      read_constants(*constants, members.pointer("constants"), object);
    }
    if (const Tree* const consent = members.get("consent")) {
      object.consent = read_consent(*consent, members.pointer("consent"));
    }
    keep(members, kKeptOfObject, object.kept);
    return object;
  }

  void read_match(const Tree& tree, const std::string& pointer, Match& match) {
    const Members members(tree, pointer, kMatchMembers, kCodes, "\"match\"", report_);
    match.external_id = members.text("externalId");
    match.on_multiple_given = read_word(members, "onMultiple", kOnMultipleWords, match.on_multiple);
    const Tree* const fields = members.get("fields");
    if (fields == nullptr) return;
    const std::string list = members.pointer("fields");
    for (std::size_t i = 0; i < bounded(*fields, kFieldsMax, list, "fields"); ++i) {
      const Tree& name = (*fields)[i];
      if (name.is_string() && !name.get_ref<const std::string&>().empty()) {
        match.fields.push_back(name.get<std::string>());
      } else {
        report_.add(diagnostic::make(codes::kWrongType, json::child(list, i),
                                     "A match field is the name of a platform field, not " +
                                         std::string(names::shape_of(name)) + "."));
      }
    }
  }

  Consent read_consent(const Tree& tree, const std::string& pointer) {
    const Members members(tree, pointer, kConsentMembers, kCodes, "\"consent\"", report_);
    Consent consent;
    consent.salesforce = members.text("salesforce");
    UnknownConsent unknown{};
    if (read_word(members, "unknown", kUnknownConsentWords, unknown)) consent.unknown = unknown;
    return consent;
  }

  void read_fields(const Tree& fields, const std::string& pointer, ObjectMapping& object) {
    const std::size_t count = bounded(fields, kFieldsMax, pointer, "fields");
    object.fields.reserve(count);
    if (fields.is_object()) {
      object.short_fields = true;
      std::size_t taken = 0;
      for (const auto& member : fields.get_ref<const Tree::object_t&>()) {
        if (taken++ == count) break;
        read_short_field(member.first, member.second, pointer, object);
      }
    } else {
      for (std::size_t i = 0; i < count; ++i) {
        const std::string here = json::child(pointer, i);
        if (must_be_object(fields[i], here, "A field pair")) {
          object.fields.push_back(read_field(fields[i], here));
        }
      }
    }
    if (fields.empty()) {
      report_.add(diagnostic::make(codes::kNothingMapped, pointer,
                                   "The object pair maps no fields.",
                                   "Only its constants and the external id would be written."));
    }
  }

  void read_short_field(const std::string& platform, const Tree& value, const std::string& pointer,
                        ObjectMapping& object) {
    FieldMapping field;
    field.pointer = json::child(pointer, platform);
    field.platform = platform;
    if (!value.is_string() || value.get_ref<const std::string&>().empty()) {
      report_.add(diagnostic::make(codes::kWrongType, field.pointer,
                                   "In the short form of \"fields\", each value is the API name of "
                                   "a Salesforce field, not " +
                                       std::string(names::shape_of(value)) + ".",
                                   "A field that says more stands in the list form: "
                                   "[{\"platform\", \"salesforce\", ...}]."));
      return;
    }
    field.salesforce = value.get<std::string>();
    object.fields.push_back(std::move(field));
  }

  FieldMapping read_field(const Tree& tree, const std::string& pointer) {
    const Members members(tree, pointer, kFieldMembers, kCodes, "a field pair", report_);
    FieldMapping field;
    field.pointer = pointer;
    field.platform = members.text("platform");
    field.salesforce = members.text("salesforce");
    Direction direction{};
    if (read_word(members, "direction", kDirectionWords, direction)) field.direction = direction;
    Conflict conflict{};
    if (read_word(members, "conflict", kConflictWords, conflict)) field.conflict = conflict;
    read_word(members, "onTooLong", kOnTooLongWords, field.on_too_long);
    read_word(members, "onNull", kOnNullWords, field.on_null);
    field.display = members.truth("display", false);
    if (const Tree* const value = members.get("default")) {
      field.default_value = read_literal(*value, members.pointer("default"));
    }
    if (const Tree* const transforms = members.get("transform")) {
      const std::string list = members.pointer("transform");
      step_reader_.read(*transforms, list, field.transforms);
    }
    return field;
  }

  void read_constants(const Tree& constants, const std::string& pointer, ObjectMapping& object) {
    for (std::size_t i = 0; i < bounded(constants, kFieldsMax, pointer, "constants"); ++i) {
      const std::string here = json::child(pointer, i);
      if (!must_be_object(constants[i], here, "A constant")) continue;
      const Members members(constants[i], here, kConstantMembers, kCodes, "a constant", report_);
      Constant constant;
      constant.pointer = here;
      constant.salesforce = members.text("salesforce");
      if (const Tree* const value = members.get("value")) {
        constant.value = read_literal(*value, members.pointer("value"));
      }
      object.constants.push_back(std::move(constant));
    }
  }

  Literal read_literal(const Tree& value, const std::string& pointer) {
    return literals_.read(value, pointer);
  }

  Report& report_;
  LiteralReader literals_;
  StepReader step_reader_;
};

}  // namespace

ReadOutcome read_unlocated(std::string_view text) {
  ReadOutcome outcome;
  const Result<Tree> tree = json::read(text, kLimits);
  if (!tree) {
    outcome.report.add(json::diagnose(tree.error()));
    return outcome;
  }
  outcome.document = Reader(text, outcome.report).run(*tree);
  return outcome;
}

ReadOutcome read(std::string_view text) {
  ReadOutcome outcome = read_unlocated(text);
  json::locate(outcome.report, text);
  return outcome;
}

}  // namespace crosswalk::mapping
