#include "validate/context.hpp"

#include <algorithm>
#include <utility>

#include "diagnostic/report.hpp"
#include "json/pointer.hpp"
#include "names/members.hpp"
#include "schema/field_kind.hpp"
#include "schema/org_traits.hpp"
#include "validate/related.hpp"

namespace crosswalk::validate {
namespace {

std::string with_label(std::string_view label, std::string_view name) {
  if (label.empty() || names::same_name(label, name)) return std::string(name);
  return std::string(label) + " (" + std::string(name) + ")";
}

void judge(FieldPair& field, const schema::PlatformField& platform) {
  if (!field.known()) return;
  if (field.pushes) {
    field.push_verdict = compat::verdict(platform, *field.salesforce, compat::Way::to_salesforce);
  }
  if (field.pulls) {
    field.pull_verdict = compat::verdict(platform, *field.salesforce, compat::Way::to_platform);
  }
}

FieldPair resolve_field(const ObjectPair& pair, const mapping::FieldMapping& line) {
  FieldPair field;
  field.line = &line;
  const mapping::Direction direction = mapping::effective_direction(*pair.mapping, line);
  field.pushes = mapping::pushes(direction) && pair.pushes;
  field.pulls = mapping::pulls(direction) && pair.pulls;
  if (pair.platform != nullptr) field.platform = pair.platform->find(line.platform);
  if (pair.fields_known()) {
    field.salesforce = pair.salesforce->find(line.salesforce);
    if (field.salesforce == nullptr && !field.pushes && is_path(line.salesforce)) {
      field.salesforce = follow(*pair.salesforce_schema, *pair.salesforce, line.salesforce).field;
    }
  }
  if (!line.transforms.empty()) {
    convert::StepForm form;
    if (field.platform != nullptr) form = convert::form_of(field.platform->type);
    field.typing = convert::type_steps(
        line.transforms, form, {.object = pair.platform, .country = pair.document->country});
    if (field.platform != nullptr && convert::changes_more(line.transforms)) {
      const schema::PlatformField sent =
          convert::field_behind(*field.platform, line.transforms, *field.typing);
      field.sent_as = sent.type;
      judge(field, sent);
      return field;
    }
  }
  if (field.known()) judge(field, *field.platform);
  return field;
}

}  // namespace

bool ObjectPair::fills(const schema::SalesforceField& field) const {
  for (const FieldPair& line : fields) {
    if (line.salesforce == &field && line.pushes) return true;
  }
  for (const mapping::Constant& constant : mapping->constants) {
    if (names::same_name(constant.salesforce, field.name)) return true;
  }
  return names::same_name(mapping->match.external_id, field.name);
}

bool ObjectPair::is_hidden(std::string_view field) const {
  return admin != nullptr && fields_known() && salesforce->find(field) == nullptr &&
         admin->find(field) != nullptr;
}

bool ObjectPair::in_person_account_org() const {
  return org->person_accounts.value_or(schema::shows_person_accounts(*salesforce_schema));
}

const schema::SalesforceField* ObjectPair::external_id() const {
  if (!fields_known() || mapping->match.external_id.empty()) return nullptr;
  return salesforce->find(mapping->match.external_id);
}

namespace {

ObjectPair resolve_pair(const mapping::Document& document, std::size_t number, const Input& input) {
  ObjectPair pair;
  pair.document = &document;
  pair.number = number;
  pair.mapping = &document.objects[number];
  pair.platform_schema = &input.platform;
  pair.salesforce_schema = &input.salesforce;
  pair.platform = input.platform.find(pair.mapping->platform);
  pair.salesforce = input.salesforce.find(pair.mapping->salesforce);
  if (input.admin != nullptr) pair.admin = input.admin->find(pair.mapping->salesforce);
  static const Org kNothingKnown;
  pair.org = input.org == nullptr ? &kNothingKnown : input.org;
  pair.pushes = mapping::pushes(pair.mapping->direction);
  pair.pulls = mapping::pulls(pair.mapping->direction);
  pair.fields.reserve(pair.mapping->fields.size());
  for (const mapping::FieldMapping& line : pair.mapping->fields) {
    pair.fields.push_back(resolve_field(pair, line));
  }
  pair.literals = sent_literals(pair);
  return pair;
}

}  // namespace

ResolvedMapping resolve(const mapping::Document& document, const Input& input) {
  ResolvedMapping resolved{&document, &input, {}};
  resolved.pairs.reserve(document.objects.size());
  for (std::size_t i = 0; i < document.objects.size(); ++i) {
    resolved.pairs.push_back(resolve_pair(document, i, input));
  }
  return resolved;
}

std::string named(const schema::SalesforceField& field) {
  return with_label(field.label, field.name);
}
std::string named(const schema::PlatformField& field) {
  return with_label(field.label, field.name);
}
std::string named(const schema::SalesforceObject& object) {
  return with_label(object.label, object.name);
}

void Part::append_to(std::string& out) const {
  switch (of_) {
    case Of::literal:
      out += static_cast<const char*>(what_);
      return;
    case Of::view:
      out.append(static_cast<const char*>(what_), size_);
      return;
    case Of::string:
      out += *static_cast<const std::string*>(what_);
      return;
    case Of::quoted_view:
      out += diagnostic::quoted({static_cast<const char*>(what_), size_});
      return;
    case Of::quoted_string:
      out += diagnostic::quoted(*static_cast<const std::string*>(what_));
      return;
    case Of::field:
      out += named(*static_cast<const schema::SalesforceField*>(what_));
      return;
    case Of::platform_field:
      out += named(*static_cast<const schema::PlatformField*>(what_));
      return;
    case Of::object:
      out += named(*static_cast<const schema::SalesforceObject*>(what_));
      return;
  }
}

std::string sentence(std::initializer_list<Part> parts) {
  std::string out;
  for (const Part& part : parts) part.append_to(out);
  return out;
}

std::string with_article(std::string_view words) {
  const bool vowel =
      !words.empty() && std::string_view("AEIOaeio").find(words[0]) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(words);
}

std::string platform_pointer(const ObjectPair& pair, const FieldPair& field) {
  return pair.mapping->short_fields ? field.line->pointer
                                    : json::child(field.line->pointer, "platform");
}

std::string salesforce_pointer(const ObjectPair& pair, const FieldPair& field) {
  return pair.mapping->short_fields ? field.line->pointer
                                    : json::child(field.line->pointer, "salesforce");
}

std::optional<Fix> rename_platform(const ObjectPair& pair, const FieldPair& field,
                                   std::string_view name) {
  if (!pair.mapping->short_fields) return change_to(platform_pointer(pair, field), name);
  for (const FieldPair& other : pair.fields) {
    if (other.line->platform == name) return std::nullopt;  // a key may come once only
  }
  return move_to("Change to " + quoted(name), field.line->pointer,
                 json::child(json::parent(field.line->pointer), name));
}

Fix rename_salesforce(const ObjectPair& pair, const FieldPair& field, std::string_view name) {
  return change_to(salesforce_pointer(pair, field), name);
}

std::optional<Fix> set_member(const ObjectPair& pair, const FieldPair& field,
                              std::string_view member, std::string_view value_json,
                              std::string title) {
  if (pair.mapping->short_fields) return std::nullopt;
  return one_step(std::move(title), "add", json::child(field.line->pointer, member),
                  std::string(value_json));
}

Fix remove_line(const FieldPair& field) {
  return one_step("Remove this line", "remove", field.line->pointer);
}

Fix remove_constant(const mapping::Constant& constant) {
  return one_step("Remove the constant", "remove", constant.pointer);
}

Fix remove_member(const FieldPair& field, std::string_view member) {
  return one_step("Remove " + quoted(member), "remove", json::child(field.line->pointer, member));
}

bool is_matched_by(const ObjectPair& pair, const FieldPair& field) {
  const std::vector<std::string>& match = pair.mapping->match.fields;
  return std::find(match.begin(), match.end(), field.line->platform) != match.end();
}

namespace {

// Who the campaign member is: either of two fields, neither of which is required by itself.
bool says_who_it_is(const ObjectPair& pair, const schema::SalesforceField& field) {
  return names::same_name(pair.salesforce->name, "CampaignMember") &&
         (field.name == "LeadId" || field.name == "ContactId");
}

}  // namespace

void offer_removal(const ObjectPair& pair, const FieldPair& field, Diagnostic& found) {
  const bool needed =
      field.salesforce != nullptr && field.pushes && pair.mapping->create &&
      (schema::is_required_on_create(*field.salesforce) || says_who_it_is(pair, *field.salesforce));
  if (!needed && !is_matched_by(pair, field)) found.fixes.push_back(remove_line(field));
}

void offer_reading(const ObjectPair& pair, const FieldPair& field, Diagnostic& found) {
  // What its transform takes away is not known on the way back, for all that is certain.
  if (field.sent_as) return;
  const bool readable =
      !field.known() ||
      compat::verdict(*field.platform, *field.salesforce, compat::Way::to_platform).cls !=
          compat::Class::incompatible;
  if (!readable) return;
  offer(found, set_member(pair, field, "direction", "\"pull\"", "Only read it from Salesforce"));
}

void offer(Diagnostic& found, std::optional<Fix> fix) {
  if (fix) found.fixes.push_back(std::move(*fix));
}

std::string listed(const std::vector<std::string>& items, std::size_t most) {
  std::string out;
  const std::size_t shown = std::min(items.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == items.size() ? " and " : ", ";
    out += quoted(items[i]);
  }
  if (shown < items.size()) out += " and " + std::to_string(items.size() - shown) + " more";
  return out;
}

}  // namespace crosswalk::validate
