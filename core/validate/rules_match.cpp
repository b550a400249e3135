// Rules about the external id: the Salesforce field that holds the platform's key.

#include <array>
#include <utility>

#include "diagnostic/codes/match.hpp"
#include "json/pointer.hpp"
#include "names/members.hpp"
#include "schema/field_kind.hpp"
#include "validate/match_place.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::SalesforceField;

const schema::PlatformField* key_of(const ObjectPair& pair) {
  return pair.platform == nullptr ? nullptr : pair.platform->key_field();
}

void pushing_pair_has_a_match(const ObjectPair& pair, Report& report) {
  if (!pair.pushes || pair.mapping->match.given()) return;
  Diagnostic found = make(
      codes::kMatchMissing, pair.mapping->pointer,
      "Nothing says which Salesforce record belongs to which platform record.",
      "Add \"match\" with the external id field that holds the platform's key. Without it, every "
      "record would be created again.");
  offer_external_id(pair, found);
  report.add(std::move(found));
}

void creating_pair_has_an_external_id(const ObjectPair& pair, Report& report) {
  if (!pair.pushes || !pair.mapping->create || !pair.mapping->match.given() ||
      !pair.mapping->match.external_id.empty()) {
    return;
  }
  Diagnostic found = make(
      codes::kCreateWithoutExternalId, match_pointer(pair),
      "New records cannot be created safely without an external id.",
      "If Salesforce's answer is lost, sending the record again would create it twice. Match by an "
      "external id field, or set \"create\" to false.");
  offer_external_id(pair, found);
  found.fixes.push_back(
      one_step("Create no records", "add", json::child(pair.mapping->pointer, "create"), "false"));
  report.add(std::move(found));
}

void external_id_exists(const ObjectPair& pair, Report& report) {
  const std::string& name = pair.mapping->match.external_id;
  if (!pair.fields_known() || name.empty() || pair.external_id() != nullptr) return;
  if (pair.is_hidden(name)) return;  // has a finding of its own
  std::vector<std::string_view> keys;
  std::vector<std::string_view> others;
  for (const SalesforceField& field : pair.salesforce->fields) {
    (schema::is_upsert_key(field) ? keys : others).push_back(field.name);
  }
  const std::optional<std::string_view> key = names::nearest(name, keys);
  const std::optional<std::string_view> meant = key ? key : names::nearest(name, others);
  Diagnostic found = make(codes::kExternalIdUnknown, external_id_pointer(pair),
                          sentence({*pair.salesforce, " has no field ", Part::quoted(name), "."}),
                          "Create it in Salesforce as Text, external id and unique, and give the "
                          "connected user access to it.");
  if (meant) found.message += " Did you mean " + quoted(*meant) + "?";
  // A field of another kind may be meant, but would only be the next mistake.
  if (key) {
    found.fixes.push_back(change_to(found.pointer, *key));
  } else {
    offer_external_id(pair, found);
  }
  report.add(std::move(found));
}

void external_id_is_one(const ObjectPair& pair, Report& report) {
  const SalesforceField* const field = pair.external_id();
  if (field == nullptr) return;
  std::string cause;
  if (!schema::is_upsert_key(*field)) {
    cause = "The field is not marked as External ID in Salesforce's set-up.";
  } else if (field->type == schema::FieldType::id) {
    cause = "Salesforce gives the record's Id itself; it cannot hold the platform's key.";
  } else if (!field->createable && pair.pushes && pair.mapping->create) {
    cause = field->auto_number
                ? "Salesforce counts it up itself; it cannot hold the platform's key."
                : "The connected user may not set it on new records.";
  } else {
    return;
  }
  Diagnostic found = make(codes::kExternalIdUnfit, external_id_pointer(pair),
                          sentence({*field, " cannot serve as external id."}), std::move(cause));
  offer_external_id(pair, found);
  report.add(std::move(found));
}

void external_id_is_unique(const ObjectPair& pair, Report& report) {
  const SalesforceField* const field = pair.external_id();
  if (field == nullptr || field->unique || field->type == schema::FieldType::id ||
      !schema::is_upsert_key(*field)) {
    return;
  }
  Diagnostic found = make(codes::kExternalIdNotUnique, external_id_pointer(pair),
                          sentence({*field, " is not unique."}));
  offer_external_id(pair, found);
  report.add(std::move(found));
}

void external_id_takes_the_key(const ObjectPair& pair, Report& report) {
  const SalesforceField* const field = pair.external_id();
  const schema::PlatformField* const key = key_of(pair);
  if (field == nullptr || key == nullptr || field->type == schema::FieldType::id) return;
  const compat::Class cls = compat::verdict(*key, *field, compat::Way::to_salesforce).cls;
  if (cls != compat::Class::incompatible || schema::is_read_only(*field)) return;
  Diagnostic found =
      make(codes::kExternalIdType, external_id_pointer(pair),
           sentence({*field, " is ", with_article(compat::words(compat::kind_of(*field))),
                     " and cannot hold the platform's key ", *key, ", ",
                     with_article(compat::words(key->type)), "."}));
  offer_external_id(pair, found);
  report.add(std::move(found));
}

void external_id_is_long_enough(const ObjectPair& pair, Report& report) {
  const SalesforceField* const field = pair.external_id();
  const schema::PlatformField* const key = key_of(pair);
  if (field == nullptr || key == nullptr || !key->max_length || field->length == 0 ||
      *key->max_length <= field->length || field->type == schema::FieldType::id) {
    return;
  }
  Diagnostic found = make(codes::kExternalIdTooShort, external_id_pointer(pair),
                          sentence({*field, " takes ", std::to_string(field->length),
                                    " characters, and the platform's key may have ",
                                    std::to_string(*key->max_length), "."}));
  offer_external_id(pair, found);
  report.add(std::move(found));
}

void external_id_holds_the_key_only(const ObjectPair& pair, Report& report) {
  const SalesforceField* const field = pair.external_id();
  if (field == nullptr || pair.platform == nullptr) return;
  for (const FieldPair& line : pair.fields) {
    if (line.salesforce != field || !line.pushes || line.platform == nullptr ||
        line.platform == pair.platform->key_field()) {
      continue;
    }
    Diagnostic found = make(codes::kExternalIdMapped, salesforce_pointer(pair, line),
                            sentence({*field, " holds the platform's key; ", *line.platform,
                                      " must not overwrite it."}),
                            "\"match\" uses this field to find the record.");
    found.fixes.push_back(remove_line(line));
    report.add(std::move(found));
  }
}

bool is_text(const schema::PlatformField& field) {
  return field.type == schema::PlatformType::text || field.type == schema::PlatformType::id;
}

// Keys of 32 or 36 characters are UUIDs: two of them differ in more than letter case. Those of 15
// are Salesforce's own ids, where letter case is all that some differ in.
void external_id_tells_case_apart(const ObjectPair& pair, Report& report) {
  const SalesforceField* const field = pair.external_id();
  const schema::PlatformField* const key = key_of(pair);
  if (field == nullptr || key == nullptr || field->case_sensitive || !is_text(*key) ||
      !schema::is_text_like(field->type)) {
    return;
  }
  const std::uint32_t length = key->max_length.value_or(0);
  if (length == 32 || length == 36) return;
  Diagnostic found =
      make(codes::kExternalIdCase, external_id_pointer(pair),
           sentence({*field, " takes keys for equal that differ in letter case only."}));
  if (length == 15 || key->type == schema::PlatformType::id) found.severity = Severity::warning;
  report.add(std::move(found));
}

void external_id_is_open_to_lookups(const ObjectPair& pair, Report& report) {
  const SalesforceField* const field = pair.external_id();
  if (field == nullptr || !field->external_id || field->id_lookup) return;
  // A describe that says it of no field does not know the property.
  const SalesforceField* const id = pair.salesforce->find("Id");
  if (id == nullptr || !id->id_lookup) return;
  Diagnostic found = make(codes::kExternalIdNoLookup, external_id_pointer(pair),
                          sentence({"Salesforce cannot find records by ", *field, "."}));
  offer_external_id(pair, found);
  report.add(std::move(found));
}

void external_id_is_our_own(const ObjectPair& pair, Report& report) {
  const SalesforceField* const field = pair.external_id();
  if (field == nullptr || field->custom || field->external_id || !schema::is_upsert_key(*field) ||
      field->type == schema::FieldType::id) {
    return;
  }
  Diagnostic found = make(codes::kExternalIdStandard, external_id_pointer(pair),
                          sentence({*field,
                                    " is filled by people; it would have to hold the "
                                    "platform's key."}));
  offer_external_id(pair, found);
  report.add(std::move(found));
}

void report_key(const ObjectPair& pair, const diagnostic::Code& code, std::string_view what,
                Report& report) {
  report.add(make(code, json::child(pair.mapping->pointer, "platform"),
                  sentence({*key_of(pair), ", the key of ", Part::quoted(pair.platform->name), ", ",
                            what, "."})));
}

void key_is_unique(const ObjectPair& pair, Report& report) {
  if (key_of(pair) == nullptr || key_of(pair)->unique) return;
  report_key(pair, codes::kKeyNotUnique, "is not said to be unique", report);
}

void key_is_there(const ObjectPair& pair, Report& report) {
  if (key_of(pair) == nullptr || key_of(pair)->required) return;
  report_key(pair, codes::kKeyMayBeEmpty, "may be empty", report);
}

constexpr std::array kRules{
    ObjectRule{codes::kMatchMissing, "what is pushed can be matched", "externalId unique",
               pushing_pair_has_a_match},
    ObjectRule{codes::kExternalIdUnknown, "the external id exists", "name externalId idLookup",
               external_id_exists},
    ObjectRule{codes::kExternalIdUnfit, "the external id is one",
               "externalId idLookup type createable autoNumber", external_id_is_one},
    ObjectRule{codes::kExternalIdNotUnique, "the external id is unique", "unique",
               external_id_is_unique},
    ObjectRule{codes::kExternalIdTooShort, "the external id is long enough", "length",
               external_id_is_long_enough},
    ObjectRule{codes::kCreateWithoutExternalId, "creates are safe to repeat", "externalId",
               creating_pair_has_an_external_id},
    ObjectRule{codes::kExternalIdType, "the external id takes the key", "type",
               external_id_takes_the_key},
    ObjectRule{codes::kExternalIdMapped, "the external id holds the key only", "externalId",
               external_id_holds_the_key_only},
    ObjectRule{codes::kExternalIdCase, "the external id tells letter case apart",
               "type caseSensitive", external_id_tells_case_apart},
    ObjectRule{codes::kExternalIdNoLookup, "records are found by the external id",
               "externalId idLookup", external_id_is_open_to_lookups},
    ObjectRule{codes::kExternalIdStandard, "the external id is the integration's own",
               "custom externalId idLookup type", external_id_is_our_own},
    ObjectRule{codes::kKeyNotUnique, "the platform's key is unique", "", key_is_unique},
    ObjectRule{codes::kKeyMayBeEmpty, "the platform's key is never empty", "", key_is_there},
};

}  // namespace

RuleFamily match_rules() { return {.name = "match", .object_rules = kRules}; }

}  // namespace crosswalk::validate
