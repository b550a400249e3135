#include "properties/mapping_documents.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "mapping/members.hpp"
#include "mapping/writer.hpp"
#include "properties/choices.hpp"

namespace crosswalk::mapping {

void showValue(const Document& document, std::ostream& out) { out << write(document); }

}  // namespace crosswalk::mapping

namespace crosswalk::properties {
namespace {

using namespace mapping;
using Tree = nlohmann::ordered_json;

Literal literal() {
  Literal out;
  out.kind =
      one_of({LiteralKind::null, LiteralKind::text, LiteralKind::number, LiteralKind::truth});
  if (out.kind == LiteralKind::text) out.text = any_text();
  if (out.kind == LiteralKind::number) out.text = number_text();
  if (out.kind == LiteralKind::truth) out.truth = chance(50);
  return out;
}

std::vector<MapEntry> entries() {
  std::vector<MapEntry> out;
  std::set<std::string> keys;
  for (std::string& key : listed(0, 4, [] { return any_text(5); })) {
    if (keys.insert(key).second) out.push_back({key, literal()});
  }
  return out;
}

// Any value that the reader takes for the member, sense or not.
Setting setting(const Member& member) {
  Setting out{member.name, {}, {}};
  const MemberRule* const rule = find_rule(member.name);
  const bool counts = rule != nullptr && rule->most > 0;
  if (member.shape == names::Shape::list) {
    out.texts = listed(0, 3, [] { return any_text(5); });
  } else if (member.shape == names::Shape::truth) {
    out.value = {LiteralKind::truth, {}, chance(50)};
  } else if (counts && (rule->words.empty() || chance(50))) {
    const int number = between(static_cast<int>(rule->least), static_cast<int>(rule->most));
    out.value = {LiteralKind::number, std::to_string(number)};
  } else if (rule != nullptr) {
    const auto word = static_cast<std::size_t>(below(static_cast<int>(rule->words.size())));
    out.value = {LiteralKind::text, std::string(rule->words[word])};
  } else {
    out.value = {LiteralKind::text,
                 member.shape == names::Shape::any_text ? any_text(5) : some_text(5)};
  }
  return out;
}

Transform transform(int depth) {
  const StepRow& row = steps()[static_cast<std::size_t>(below(static_cast<int>(steps().size())))];
  Transform out;
  out.step = row.step;
  for (const Member& member : row.inside) {
    if (member.required || chance(60)) out.settings.push_back(setting(member));
  }
  for (const Member& member : kTransformMembers) {
    const bool own = member.name == row.name && member.shape != names::Shape::object;
    const bool beside =
        std::find(row.beside.begin(), row.beside.end(), member.name) != row.beside.end();
    if (own || (beside && chance(50) && member.name != "otherwise" && member.name != "then" &&
                member.name != "else")) {
      out.settings.push_back(setting(member));
    }
    if (beside && member.name == "otherwise" && chance(50)) out.otherwise = literal();
  }
  if (row.step == Step::map) out.entries = entries();
  if (row.step == Step::when && depth < static_cast<int>(kDepthMax)) {
    out.then_steps = listed(0, 2, [depth] { return transform(depth + 1); });
    out.else_steps = listed(0, 2, [depth] { return transform(depth + 1); });
  }
  return out;
}

template <class Choice>
std::optional<Choice> perhaps(int choices) {
  if (chance(50)) return std::nullopt;
  return static_cast<Choice>(below(choices));
}

FieldMapping field() {
  FieldMapping out;
  out.platform = some_text();
  out.salesforce = chance(50) ? api_name() : some_text();
  if (chance(30)) return out;
  out.direction = perhaps<Direction>(3);
  out.conflict = perhaps<Conflict>(5);
  out.transforms = listed(0, 3, [] { return transform(0); });
  out.on_too_long = static_cast<OnTooLong>(below(2));
  out.on_null = static_cast<OnNull>(below(3));
  if (chance(40)) out.default_value = literal();
  out.display = chance(20);
  return out;
}

// As the reader keeps it: compact JSON text.
std::string kept_value(std::string_view key) {
  for (const Member& member : kDocumentMembers) {
    if (member.name == key) return Tree(listed(0, 2, [] { return any_text(); })).dump();
  }
  for (const Member& member : kObjectMembers) {
    if (member.name != key) continue;
    if (member.shape == names::Shape::list) return Tree({any_text(), below(9)}).dump();
    if (member.shape == names::Shape::text) return Tree(some_text()).dump();
  }
  return Tree({{some_text(), any_text()}, {"more", {{"deep", below(9)}}}}).dump();
}

template <class Rows>
std::vector<KeptMember> kept_members(const Rows& rows) {
  std::vector<KeptMember> out;
  for (const KeptRow& row : rows) {
    if (row.name != "consent" && chance(20)) {
      out.push_back({std::string(row.name), kept_value(row.name)});
    }
  }
  return out;
}

Consent consent() {
  Consent out;
  if (chance(70)) out.salesforce = api_name();
  out.unknown = perhaps<UnknownConsent>(2);
  return out;
}

KeptMember kept(const Consent& consent) {
  Tree tree = Tree::object();
  if (!consent.salesforce.empty()) tree["salesforce"] = consent.salesforce;
  if (consent.unknown) {
    tree["unknown"] = *consent.unknown == UnknownConsent::import ? "import" : "inactive";
  }
  return {"consent", tree.dump()};
}

ObjectMapping object() {
  ObjectMapping out;
  out.platform = some_text();
  out.salesforce = api_name();
  out.direction = static_cast<Direction>(below(3));
  if (chance(50)) out.match.external_id = api_name();
  if (chance(30)) out.match.fields = listed(0, 3, [] { return some_text(); });
  if (out.match.given()) out.match.on_multiple = static_cast<OnMultiple>(below(3));
  out.match.on_multiple_given = out.match.on_multiple != OnMultiple::issue;
  out.create = chance(50);
  out.update = chance(50);
  out.on_delete = static_cast<OnDelete>(below(3));
  if (chance(30)) out.where.salesforce = any_text(30);
  if (chance(30)) out.where.platform = any_text(30);
  out.owner = static_cast<Owner>(below(2));
  out.fields = listed(0, 6, field);
  out.constants = listed(0, 3, [] { return Constant{api_name(), literal(), ""}; });
  out.kept = kept_members(kKeptOfObject);
  if (chance(30)) {
    out.consent = consent();
    out.kept.push_back(kept(*out.consent));
  }
  return out;
}

Tree members_of(const Literal& literal) {
  return {static_cast<int>(literal.kind), literal.text, literal.truth};
}

Tree members_of(const Transform& transform) {
  Tree entries = Tree::array(), taken = Tree::array(), other = Tree::array();
  for (const MapEntry& entry : transform.entries) {
    entries.push_back({entry.from, members_of(entry.to)});
  }
  for (const Transform& each : transform.then_steps) taken.push_back(members_of(each));
  for (const Transform& each : transform.else_steps) other.push_back(members_of(each));
  std::set<std::string> settings;  // in any order
  for (const Setting& each : transform.settings) {
    settings.insert(Tree({each.name, members_of(each.value), each.texts}).dump());
  }
  return {static_cast<int>(transform.step),
          members_of(transform.otherwise),
          settings,
          entries,
          taken,
          other};
}

template <class Choice>
int number_of(const std::optional<Choice>& choice) {
  return choice ? static_cast<int>(*choice) : -1;
}

Tree members_of(const FieldMapping& field) {
  Tree transforms = Tree::array();
  for (const Transform& each : field.transforms) transforms.push_back(members_of(each));
  return {{"platform", field.platform},
          {"salesforce", field.salesforce},
          {"direction", number_of(field.direction)},
          {"conflict", number_of(field.conflict)},
          {"transforms", transforms},
          {"onTooLong", static_cast<int>(field.on_too_long)},
          {"onNull", static_cast<int>(field.on_null)},
          {"default", members_of(field.default_value)},
          {"display", field.display}};
}

// In any order: where in the text a kept member stands means nothing.
Tree members_of(const std::vector<KeptMember>& kept) {
  std::set<std::string> sorted;
  for (const KeptMember& member : kept) sorted.insert(member.key + " " + member.json);
  return Tree(sorted);
}

Tree members_of(const ObjectMapping& object) {
  Tree fields = Tree::array();
  for (const FieldMapping& each : object.fields) fields.push_back(members_of(each));
  Tree constants = Tree::array();
  for (const Constant& each : object.constants) {
    constants.push_back({each.salesforce, members_of(each.value)});
  }
  Tree consent;
  if (object.consent) consent = {object.consent->salesforce, number_of(object.consent->unknown)};
  return {{"platform", object.platform},
          {"salesforce", object.salesforce},
          {"direction", static_cast<int>(object.direction)},
          {"externalId", object.match.external_id},
          {"matchFields", object.match.fields},
          {"onMultiple", static_cast<int>(object.match.on_multiple)},
          {"onMultipleGiven", object.match.on_multiple_given},
          {"create", object.create},
          {"update", object.update},
          {"onDelete", static_cast<int>(object.on_delete)},
          {"whereSalesforce", object.where.salesforce},
          {"wherePlatform", object.where.platform},
          {"owner", static_cast<int>(object.owner)},
          {"fields", fields},
          {"constants", constants},
          {"consent", consent},
          {"kept", members_of(object.kept)}};
}

}  // namespace

rc::Gen<Document> mapping_documents() {
  return rc::gen::exec([] {
    Document out;
    out.name = any_text();
    out.policy = one_of<std::string>({"", "", "strict-events"});
    out.country = one_of<std::string>({"", "", "DE", "US"});
    out.objects = listed(0, 3, object);
    out.kept = kept_members(kKeptOfDocument);
    return out;
  });
}

Tree members_of(const Document& document) {
  Tree objects = Tree::array();
  for (const ObjectMapping& each : document.objects) objects.push_back(members_of(each));
  return {{"version", document.version}, {"name", document.name},
          {"policy", document.policy},   {"country", document.country},
          {"objects", objects},          {"kept", members_of(document.kept)}};
}

}  // namespace crosswalk::properties
