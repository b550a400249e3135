// Objects, fields and the relationships between them.
#include <algorithm>
#include <utility>

#include "diagnostic/codes/soql.hpp"
#include "names/nearest.hpp"
#include "soql/checker.hpp"
#include "soql/literal.hpp"

namespace crosswalk::soql {

using names::same_name;
using schema::SalesforceField;
using schema::SalesforceObject;

namespace {

constexpr std::size_t kLevelsUpMax = 5, kParentsMax = 55;

// What every record has that a polymorphic relationship may lead to.
constexpr std::string_view kNameFields[] = {
    "Id",       "Name",        "FirstName", "LastName",   "MiddleName", "Suffix",      "Email",
    "Phone",    "Title",       "Type",      "Username",   "Alias",      "IsActive",    "Profile",
    "UserRole", "NameOrAlias", "ProfileId", "UserRoleId", "RecordType", "RecordTypeId"};

const SalesforceField* by_relationship(const SalesforceObject& object, std::string_view name) {
  for (const SalesforceField& field : object.fields)
    if (!field.relationship_name.empty() && same_name(field.relationship_name, name)) return &field;
  // A describe that leaves relationship names out still has the fields: Parent__r is Parent__c's.
  if (name.size() > 3 && same_name(name.substr(name.size() - 3), "__r")) {
    const SalesforceField* const field =
        object.find(concat({name.substr(0, name.size() - 1), "c"}));
    if (field != nullptr && field->type == schema::FieldType::reference) return field;
  }
  return nullptr;
}

}  // namespace

std::string named(const SalesforceField& field) {
  if (field.label.empty() || field.label == field.name) return field.name;
  return concat({field.label, " (", field.name, ")"});
}

Finding& Checker::report(const diagnostic::Code& code, Span span,
                         std::initializer_list<std::string_view> message, std::string_view cause) {
  return findings_.add(code, span, concat(message), cause);
}

void Checker::mean(Finding& finding, std::string_view meant) {
  finding.message += concat({" Did you mean ", meant, "?"});
  finding.mend = {concat({"Write ", meant}), finding.span, std::string(meant)};
}

void Checker::suggest(Finding& finding, std::string_view word,
                      const std::vector<std::string_view>& choices) {
  if (suggestions_left_ == 0) return;
  --suggestions_left_;
  const auto meant = names::nearest(word, choices);
  if (!meant) return;
  mean(finding, *meant);
}

const SalesforceObject* Checker::object_of(const Path& path) {
  if (schema_ == nullptr) return nullptr;
  const std::string& name = path.names.back();
  if (const SalesforceObject* const object = schema_->find(name)) {
    if (!object->queryable)
      report(codes::kSoqlNotQueryable, path.span, {object->name, " cannot be queried."});
    return object;
  }
  std::vector<std::string_view> choices;
  for (const SalesforceObject& object : schema_->objects) choices.push_back(object.name);
  suggest(report(codes::kSoqlUnknownObject, path.span, {"There is no object ", name, "."}), name,
          choices);
  return nullptr;
}

// FROM Contact c, c.Account a
void Checker::sources(Scope& scope) {
  const std::vector<Source>& from = scope.query->from;
  for (std::size_t i = 0; i < from.size(); ++i) {
    const Path& path = from[i].object;
    if (i == 0) {
      if (scope.role != Role::child) scope.object = object_of(path);
      if (scope.object != nullptr) scope.aliases.push_back({scope.object->name, scope.object});
      scope.aliases.push_back({path.names.back(), scope.object});
      if (!from[i].alias.empty()) scope.aliases.push_back({from[i].alias, scope.object});
      continue;
    }
    const SalesforceObject* object = scope.object;
    const std::size_t skipped = skipped_names(scope, path, object);
    for (std::size_t part = skipped; part < path.names.size() && object != nullptr; ++part) {
      bool polymorphic = false;
      object =
          object->has_fields ? step(*object, path.names[part], path.span, polymorphic) : nullptr;
    }
    if (!from[i].alias.empty()) scope.aliases.push_back({from[i].alias, object});
  }
}

// How many names in front are an alias or the object's own name, and of which object.
std::size_t Checker::skipped_names(const Scope& scope, const Path& path,
                                   const SalesforceObject*& object) const {
  if (path.names.size() < 2) return 0;
  for (const Alias& alias : scope.aliases) {
    if (!same_name(alias.name, path.names.front())) continue;
    object = alias.object;
    return 1;
  }
  return 0;
}

const SalesforceObject* Checker::child_object(const Scope& parent, const Query& query) {
  const Path& path = query.from.front().object;
  const SalesforceObject* object = parent.object;
  skipped_names(parent, path, object);
  if (object == nullptr || !object->has_fields || path.names.size() > 2) return nullptr;
  const std::string& name = path.names.back();
  std::vector<std::string_view> choices;
  std::string_view of_object;
  for (const schema::ChildRelationship& child : object->child_relationships) {
    if (child.name.empty()) continue;
    if (same_name(child.name, name)) return find_object(child.object);
    choices.push_back(child.name);
    if (same_name(child.object, name) && of_object.empty()) of_object = child.name;
  }
  if (choices.empty()) return nullptr;  // old describes do not tell
  Finding& found = report(codes::kSoqlUnknownChild, path.span,
                          {object->name, " has no child relationship ", name, "."});
  suggest(found, name, of_object.empty() ? choices : std::vector<std::string_view>{of_object});
  return nullptr;
}

// The object that a relationship leads to; null where it is not known or where it may be several.
const SalesforceObject* Checker::step(const SalesforceObject& object, const std::string& name,
                                      Span span, bool& polymorphic) {
  if (const SalesforceField* const reference = by_relationship(object, name)) {
    polymorphic = reference->reference_to.size() > 1;
    return reference->reference_to.size() == 1 ? find_object(reference->reference_to.front())
                                               : nullptr;
  }
  Finding& found = report(codes::kSoqlUnknownRelationship, span,
                          {object.name, " has no relationship ", name, "."});
  const SalesforceField* const field = object.find(name);
  std::vector<std::string_view> choices;
  if (field != nullptr && !field->relationship_name.empty()) {
    choices.push_back(field->relationship_name);
    found.message = concat({name, " is a field."});
    mean(found, field->relationship_name);
  } else {
    for (const SalesforceField& one : object.fields)
      if (!one.relationship_name.empty()) choices.push_back(one.relationship_name);
    suggest(found, name, choices);
  }
  if (found.mend.title.empty()) return nullptr;
  const std::size_t at = written(span).find(name);  // of the path, the part that is wrong
  found.mend.span = {span.offset + (at == std::string_view::npos ? 0 : at), name.size()};
  if (at == std::string_view::npos) found.mend = {};
  return nullptr;
}

void Checker::unknown_field(const SalesforceObject& object, const std::string& name, Span span) {
  const std::size_t length = std::min(name.size(), span.length);
  const Span last{span.offset + span.length - length, length};
  Finding& found =
      report(codes::kSoqlUnknownField, last, {object.name, " has no field ", name, "."});
  if (const SalesforceField* const reference = by_relationship(object, name)) {
    found.message = concat({name, " is a relationship, not a field."});
    return mean(found, reference->name);
  }
  std::vector<std::string_view> choices;
  for (const SalesforceField& field : object.fields) {
    if (same_name(field.label, name)) return mean(found, field.name);
    choices.push_back(field.name);
  }
  suggest(found, name, choices);
}

Shape Checker::field(Scope& scope, const Path& path) {
  const SalesforceObject* object = scope.object;
  const std::size_t skipped = skipped_names(scope, path, object);
  const std::size_t levels = path.names.size() - 1 - skipped;
  if (levels > kLevelsUpMax) {
    report(codes::kSoqlRelations, path.span,
           {"The path goes ", std::to_string(levels), " levels up; 5 are allowed."});
    return {};
  }
  std::string parents;
  for (std::size_t i = 0; i < skipped + levels; ++i) {
    parents += upper_case(path.names[i]) + ".";
    if (i < skipped || !scope.relationships.insert(parents).second) continue;
    if (scope.relationships.size() == kParentsMax + 1)
      report(codes::kSoqlRelations, path.span, {"This is the 56th relationship; 55 are allowed."});
  }
  for (std::size_t i = skipped; i < skipped + levels; ++i) {
    if (object == nullptr || !object->has_fields) return {};
    bool polymorphic = false;
    object = step(*object, path.names[i], path.span, polymorphic);
    if (!polymorphic) continue;
    const std::string& next = path.names[i + 1];
    for (const std::string_view name : kNameFields)
      if (same_name(name, next)) return {};
    report(
        codes::kSoqlUnknownField, path.span,
        {path.names[i], " may lead to several objects, and ", next,
         " is not a field of all of them."},
        "Over such a relationship only the fields of Name can be asked for: Name, Email, Type …");
    return {};
  }
  if (object == nullptr || !object->has_fields) return {};
  const SalesforceField* const found = object->find(path.names.back());
  if (found != nullptr) return {found->type, found, nullptr};
  unknown_field(*object, path.names.back(), path.span);
  return {};
}

void Checker::type_of(Scope& scope, const SelectItem& item) {
  const Path& path = item.operand.path;
  for (const TypeOfBranch& branch : item.branches)
    scope.relationships.insert(upper_case(concat({joined(path), ":", branch.object})));
  const SalesforceObject* object = scope.object;
  const std::size_t skipped = skipped_names(scope, path, object);
  for (std::size_t i = skipped; i + 1 < path.names.size() && object != nullptr; ++i) {
    bool polymorphic = false;
    object = object->has_fields ? step(*object, path.names[i], path.span, polymorphic) : nullptr;
  }
  if (object == nullptr || !object->has_fields) return;
  const SalesforceField* const reference = by_relationship(*object, path.names.back());
  if (reference == nullptr) {
    bool polymorphic = false;
    step(*object, path.names.back(), path.span, polymorphic);
    return;
  }
  if (reference->reference_to.size() < 2) {
    report(codes::kSoqlTypeOf, path.span, {path.names.back(), " leads to one object only."});
    return;
  }
  const std::vector<std::string_view> choices(reference->reference_to.begin(),
                                              reference->reference_to.end());
  for (const TypeOfBranch& branch : item.branches) {
    bool known = false;
    for (const std::string_view one : choices) known = known || same_name(one, branch.object);
    if (!known) {
      suggest(report(codes::kSoqlTypeOf, branch.span,
                     {path.names.back(), " never leads to ", branch.object, "."},
                     "Describe lists the objects that the field refers to."),
              branch.object, choices);
    }
    Scope inside;
    inside.object = find_object(branch.object);
    for (const Path& one : branch.fields) field(inside, one);
  }
}

}  // namespace crosswalk::soql
