// Rules about record types: the one that the mapping names, and the picklist values that a record
// type offers, as far as the org's facts tell.

#include <algorithm>
#include <array>
#include <utility>

#include "convert/text.hpp"
#include "diagnostic/codes/org.hpp"
#include "names/nearest.hpp"
#include "validate/kept.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::RecordType;
using schema::SalesforceField;

constexpr std::size_t kIdLength = 15;

// Old describes have no developer names.
const std::string& developer_name(const RecordType& type) {
  return type.developer_name.empty() ? type.name : type.developer_name;
}

const RecordType* find_type(const ObjectPair& pair, std::string_view name) {
  for (const RecordType& type : pair.salesforce->record_types) {
    if (names::same_name(developer_name(type), name)) return &type;
  }
  return nullptr;
}

bool can_be_used(const RecordType& type) { return type.active && type.available; }

// The one whose label or Id was written, or whose name is nearest.
const RecordType* meant_type(const ObjectPair& pair, std::string_view name) {
  std::vector<std::string_view> choices;
  for (const RecordType& type : pair.salesforce->record_types) {
    const bool same_id =
        name.size() >= kIdLength && type.id.substr(0, kIdLength) == name.substr(0, kIdLength);
    if (same_id || names::same_name(type.name, name)) return &type;
    if (!type.master) choices.push_back(developer_name(type));
  }
  const std::optional<std::string_view> near = names::nearest(name, choices);
  return near ? find_type(pair, *near) : nullptr;
}

std::vector<std::string> usable_types(const ObjectPair& pair) {
  std::vector<std::string> names;
  for (const RecordType& type : pair.salesforce->record_types) {
    if (can_be_used(type) && !type.master) names.push_back(developer_name(type));
  }
  return names;
}

Fix change(std::string pointer, std::string_view op, std::string_view to) {
  if (op == "remove") return one_step("Remove \"recordType\"", op, std::move(pointer));
  return change_to(std::move(pointer), to);
}

std::string choices_of(const ObjectPair& pair) {
  const std::vector<std::string> usable = usable_types(pair);
  return usable.empty() ? " It has none for the connected user."
                        : sentence({" It has ", listed(usable, 12), "."});
}

void record_type_exists(const ObjectPair& pair, Report& report) {
  if (pair.mapping->kept.empty() || pair.salesforce == nullptr) return;
  const Kept kept(*pair.mapping, "recordType");
  if (kept.text().empty() || pair.salesforce->record_types.empty() ||
      find_type(pair, kept.text()) != nullptr) {
    return;
  }
  Diagnostic found =
      make(codes::kRecordTypeUnknown, kept.pointer(),
           sentence({*pair.salesforce, " has no record type ", quoted(kept.text()), "."}));
  if (const RecordType* const meant = meant_type(pair, kept.text())) {
    found.message += sentence({" Did you mean ", quoted(developer_name(*meant)), "?"});
    if (can_be_used(*meant)) {
      found.fixes.push_back(change(kept.pointer(), "replace", developer_name(*meant)));
    }
  } else {
    found.message += choices_of(pair);
    found.fixes.push_back(change(kept.pointer(), "remove", {}));
  }
  report.add(std::move(found));
}

void record_type_is_usable(const ObjectPair& pair, Report& report) {
  if (pair.mapping->kept.empty() || pair.salesforce == nullptr) return;
  const Kept kept(*pair.mapping, "recordType");
  const RecordType* const type = kept.text().empty() ? nullptr : find_type(pair, kept.text());
  if (type == nullptr) return;
  if (!can_be_used(*type)) {
    Diagnostic found =
        make(codes::kRecordTypeUnavailable, kept.pointer(),
             sentence({"The record type ", Part::quoted(type->name), " is ",
                       (type->active ? "not available to the connected user." : "inactive."),
                       choices_of(pair)}));
    const std::vector<std::string> usable = usable_types(pair);
    if (usable.size() == 1) {
      found.fixes.push_back(change(kept.pointer(), "replace", usable.front()));
    }
    report.add(std::move(found));
  } else if (type->master) {
    Diagnostic found =
        make(codes::kRecordTypeMaster, kept.pointer(),
             sentence({quoted(kept.text()), " is the record type of records that have none."}));
    found.fixes.push_back(change(kept.pointer(), "remove", {}));
    report.add(std::move(found));
  }
}

struct Offer {
  const RecordType* type = nullptr;
  const RecordTypeOffer* offer = nullptr;
};

// The record types that new records may get, as far as is known what they offer: the one that the
// mapping names or sets, or else every usable one.
std::vector<Offer> offers_of(const ObjectPair& pair, bool& stated) {
  const Kept kept(*pair.mapping, "recordType");
  const RecordType* one = kept.text().empty() ? nullptr : find_type(pair, kept.text());
  for (const SentLiteral& literal : pair.literals) {
    if (one != nullptr || !names::same_name(literal.field->name, "RecordTypeId")) continue;
    for (const RecordType& type : pair.salesforce->record_types) {
      if (literal.is_text() && literal.value->text.size() >= kIdLength &&
          type.id.substr(0, kIdLength) == literal.value->text.substr(0, kIdLength)) {
        one = &type;
      }
    }
  }
  stated = one != nullptr;
  std::vector<Offer> offers;
  const bool has_real = !usable_types(pair).empty();
  for (const RecordType& type : pair.salesforce->record_types) {
    if (stated ? &type != one : !can_be_used(type) || (type.master && has_real)) continue;
    if (const RecordTypeOffer* const offer = pair.org->offer_of(pair.salesforce->name, type)) {
      offers.push_back({&type, offer});
    }
  }
  return offers;
}

// Values that the picklist has and the record type does not.
std::vector<std::string> not_offered(const SalesforceField& field, const OfferedPicklist& offered,
                                     const std::vector<std::string_view>& values) {
  const NameSet known({offered.values.begin(), offered.values.end()});
  const NameSet active = active_values(field);
  std::vector<std::string> missing;
  for (const std::string_view value : values) {
    if (active.contains(value) && !known.contains(value)) missing.emplace_back(value);
  }
  return missing;
}

struct Lack {
  std::vector<std::string> values;  // that the first of the record types lacks
  std::vector<std::string> types;
};

Lack lack_of(const SalesforceField& field, const std::vector<Offer>& offers,
             const std::vector<std::string_view>& values) {
  Lack lack;
  for (const Offer& offer : offers) {
    const OfferedPicklist* const offered = offer.offer->find(field.name);
    if (offered == nullptr) continue;
    std::vector<std::string> missing = not_offered(field, *offered, values);
    if (missing.empty()) continue;
    if (lack.types.empty()) lack.values = std::move(missing);
    lack.types.push_back(developer_name(*offer.type));
  }
  return lack;
}

void report_lack(const SalesforceField& field, Lack lack, std::string pointer, bool refused,
                 Report& report) {
  if (lack.types.empty()) return;
  const std::string first = lack.types.front();
  lack.types.erase(lack.types.begin());
  Diagnostic found =
      make(codes::kRecordTypeLacksValue, std::move(pointer),
           sentence({"The record type ", Part::quoted(first), " does not offer ",
                     listed(lack.values), " in ", field, ".",
                     (lack.types.empty()
                          ? ""
                          : sentence({" Nor do all values stand in ", listed(lack.types), "."}))}));
  if (refused) found.severity = Severity::error;
  report.add(std::move(found));
}

void record_types_offer_the_values(const ObjectPair& pair, Report& report) {
  if (pair.org->record_types.empty() || !pair.fields_known() || !pair.pushes) return;
  bool stated = false;
  const std::vector<Offer> offers = offers_of(pair, stated);
  if (offers.empty()) return;
  // A field that is written twice has a finding of its own, and is not looked at again.
  std::vector<const SalesforceField*> seen;
  const auto is_new = [&seen](const SalesforceField* field) {
    if (std::find(seen.begin(), seen.end(), field) != seen.end()) return false;
    seen.push_back(field);
    return true;
  };
  for (const FieldPair& line : pair.fields) {
    if (!line.known() || !line.pushes || !is_choice(line.salesforce->type) ||
        !is_new(line.salesforce)) {
      continue;
    }
    report_lack(*line.salesforce, lack_of(*line.salesforce, offers, sent_values(line)),
                salesforce_pointer(pair, line), false, report);
  }
  seen.clear();
  for (const SentLiteral& literal : pair.literals) {
    if (!is_choice(literal.field->type) || !literal.is_text() ||
        literal.origin == SentLiteral::Origin::map_entry ||
        literal.origin == SentLiteral::Origin::map_otherwise || !is_new(literal.field)) {
      continue;
    }
    std::vector<std::string_view> values;
    convert::for_each_member(literal.value->text, ";", [&values](std::string_view value) {
      values.push_back(value);
      return true;
    });
    report_lack(*literal.field, lack_of(*literal.field, offers, values), literal.pointer(),
                stated && literal.field->restricted_picklist, report);
  }
}

constexpr std::array kRules{
    ObjectRule{codes::kRecordTypeUnknown, "the record type exists", "object.recordTypeInfos",
               record_type_exists},
    ObjectRule{codes::kRecordTypeUnavailable, "the record type can be used",
               "object.recordTypeInfos", record_type_is_usable},
    ObjectRule{codes::kRecordTypeLacksValue, "record types offer the values",
               "type restrictedPicklist picklistValues object.recordTypeInfos",
               record_types_offer_the_values},
};

}  // namespace

RuleFamily record_type_rules() { return {.name = "record types", .object_rules = kRules}; }

}  // namespace crosswalk::validate
