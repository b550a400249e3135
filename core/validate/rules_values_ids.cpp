// Rules about record Ids that are written in the mapping: their form, their object, and whether
// they name a record type that can be used.

#include <algorithm>
#include <array>
#include <utility>

#include "convert/record_id.hpp"
#include "diagnostic/codes/org.hpp"
#include "diagnostic/codes/values.hpp"
#include "names/members.hpp"
#include "names/nearest.hpp"
#include "validate/kept.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::FieldType;
using schema::RecordType;
using schema::SalesforceField;

constexpr std::size_t kShort = 15, kLong = 18;

bool is_alphanumeric(char letter) {
  return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
         (letter >= 'A' && letter <= 'Z');
}

// An Id of the mapping, with what it should refer to; `objects` is empty where that is not known.
struct WrittenId {
  std::string_view id;
  std::string pointer;
  std::string subject;
  std::vector<std::string_view> objects;
};

std::vector<WrittenId> written_ids(const ObjectPair& pair) {
  std::vector<WrittenId> ids;
  for (const SentLiteral& literal : pair.literals) {
    const SalesforceField& field = *literal.field;
    const bool id = field.type == FieldType::reference &&
                    field.extra_type_info.find("lookup") == std::string::npos;
    if (!id || !literal.is_text()) continue;
    ids.push_back({literal.value->text,
                   literal.pointer(),
                   sentence({literal.subject(), " for ", field}),
                   {field.reference_to.begin(), field.reference_to.end()}});
  }
  return ids;
}

// Ids of "campaign" and "parent", which the document keeps as they were written.
std::vector<WrittenId> kept_ids(const ObjectPair& pair, const Kept& campaign, const Kept& parent) {
  std::vector<WrittenId> ids;
  if (!campaign.text("id").empty()) {
    ids.push_back({campaign.text("id"), campaign.pointer("id"), "The campaign's Id", {"Campaign"}});
  }
  if (!parent.text("id").empty()) {
    WrittenId id{parent.text("id"), parent.pointer("id"), "The parent's Id", {}};
    const SalesforceField* const field =
        pair.fields_known() ? pair.salesforce->find(parent.text("salesforce")) : nullptr;
    if (field != nullptr) id.objects.assign(field->reference_to.begin(), field->reference_to.end());
    ids.push_back(std::move(id));
  }
  return ids;
}

template <class Visit>
void for_ids(const ObjectPair& pair, Visit visit) {
  if (pair.literals.empty() && pair.mapping->kept.empty()) return;
  for (const WrittenId& id : written_ids(pair)) visit(id);
  if (pair.mapping->kept.empty()) return;
  const Kept campaign(*pair.mapping, "campaign");
  const Kept parent(*pair.mapping, "parent");
  for (const WrittenId& id : kept_ids(pair, campaign, parent)) visit(id);
}

Fix replace_id(const WrittenId& id, std::string_view with) { return change_to(id.pointer, with); }

void ids_are_long(const ObjectPair& pair, Report& report) {
  for_ids(pair, [&report](const WrittenId& id) {
    if (id.id.size() != kShort || !convert::is_record_id(id.id)) return;
    convert::Arena arena;
    Diagnostic found = make(codes::kShortId, id.pointer,
                            sentence({id.subject, " has 15 characters instead of 18."}));
    found.fixes.push_back(replace_id(id, convert::long_record_id(id.id, arena)));
    report.add(std::move(found));
  });
}

// The Id with the capitals that its last three characters ask for; nothing where they ask for
// capitals of digits.
std::optional<std::string> with_capitals(std::string_view id) {
  std::string out(id);
  for (std::size_t group = 0; group < 3; ++group) {
    const char given = id[kShort + group];
    const char check = given >= 'a' && given <= 'z' ? static_cast<char>(given - 'a' + 'A') : given;
    const std::size_t bits = std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345").find(check);
    if (bits == std::string_view::npos) return std::nullopt;
    out[kShort + group] = check;
    for (std::size_t i = 0; i < 5; ++i) {
      char& letter = out[group * 5 + i];
      const bool capital = ((bits >> i) & 1) != 0;
      const bool digit = letter >= '0' && letter <= '9';
      if (digit && capital) return std::nullopt;
      if (!digit) letter = static_cast<char>(capital ? letter & ~0x20 : letter | 0x20);
    }
  }
  return out;
}

void ids_are_whole(const ObjectPair& pair, Report& report) {
  for_ids(pair, [&report](const WrittenId& id) {
    if (id.id.size() != kLong || convert::is_record_id(id.id) ||
        !std::all_of(id.id.begin(), id.id.end(), is_alphanumeric)) {
      return;
    }
    Diagnostic found =
        make(codes::kIdDamaged, id.pointer,
             sentence({id.subject, ", ", Part::quoted(id.id), ", is damaged: its last three ",
                       "characters do not go with the others."}));
    if (const auto mended = with_capitals(id.id)) found.fixes.push_back(replace_id(id, *mended));
    report.add(std::move(found));
  });
}

struct Prefix {
  std::string_view letters;
  std::string_view object;
};

// Of standard objects, the same in every org.
constexpr std::array kPrefixes{
    Prefix{"001", "Account"},     Prefix{"003", "Contact"},        Prefix{"005", "User"},
    Prefix{"006", "Opportunity"}, Prefix{"00D", "Organization"},   Prefix{"00G", "Group"},
    Prefix{"00Q", "Lead"},        Prefix{"00T", "Task"},           Prefix{"00U", "Event"},
    Prefix{"00e", "Profile"},     Prefix{"00v", "CampaignMember"}, Prefix{"012", "RecordType"},
    Prefix{"500", "Case"},        Prefix{"701", "Campaign"},       Prefix{"800", "Contract"},
};

// The object whose Ids begin like this, or nothing.
std::string_view object_of(const ObjectPair& pair, std::string_view id) {
  const std::string_view letters = id.substr(0, 3);
  for (const schema::SalesforceObject& object : pair.salesforce_schema->objects) {
    if (object.key_prefix == letters) return object.name;
  }
  for (const Prefix& prefix : kPrefixes) {
    if (prefix.letters == letters) return prefix.object;
  }
  return {};
}

void ids_are_of_the_right_object(const ObjectPair& pair, Report& report) {
  for_ids(pair, [&](const WrittenId& id) {
    if (id.objects.empty() || !convert::is_record_id(id.id)) return;
    const std::string_view object = object_of(pair, id.id);
    if (object.empty()) return;
    for (const std::string_view target : id.objects) {
      if (names::same_name(target, object)) return;
    }
    report.add(make(
        codes::kIdOfOtherObject, id.pointer,
        sentence({id.subject, " is of ", object, ", not of ", names::one_of(id.objects, 5), "."})));
  });
}

const RecordType* record_type_of(const ObjectPair& pair, std::string_view id) {
  for (const RecordType& type : pair.salesforce->record_types) {
    if (type.id.size() >= kShort && convert::same_record_id(type.id, id)) return &type;
  }
  return nullptr;
}

void record_type_ids_are_usable(const ObjectPair& pair, Report& report) {
  for (const SentLiteral& literal : pair.literals) {
    if (!names::same_name(literal.field->name, "RecordTypeId") || !literal.is_text() ||
        pair.salesforce->record_types.empty() || !convert::is_record_id(literal.value->text)) {
      continue;
    }
    const RecordType* const type = record_type_of(pair, literal.value->text);
    if (type != nullptr && type->active && type->available) continue;
    Diagnostic found =
        make(codes::kRecordTypeIdUnfit, literal.pointer(),
             type == nullptr
                 ? sentence({literal.subject(), " is no record type of ", *pair.salesforce, "."})
                 : sentence({"The record type ", Part::quoted(type->name), " is not ",
                             (type->active ? "available to the connected user." : "active.")}));
    const RecordType* only = nullptr;
    std::size_t usable = 0;
    for (const RecordType& own : pair.salesforce->record_types) {
      if (!own.active || !own.available || own.master) continue;
      only = &own;
      ++usable;
    }
    if (usable == 1) found.fixes.push_back(replace_literal(literal, quoted(only->id)));
    report.add(std::move(found));
  }
}

constexpr std::array kRules{
    ObjectRule{codes::kShortId, "Ids have 18 characters", "type extraTypeInfo", ids_are_long},
    ObjectRule{codes::kIdDamaged, "Ids have their capitals", "type extraTypeInfo", ids_are_whole},
    ObjectRule{codes::kIdOfOtherObject, "Ids are of the right object",
               "type referenceTo object.keyPrefix", ids_are_of_the_right_object},
    ObjectRule{codes::kRecordTypeIdUnfit, "record type Ids are usable",
               "name object.recordTypeInfos", record_type_ids_are_usable},
};

}  // namespace

RuleFamily id_rules() { return {.name = "ids", .object_rules = kRules}; }

}  // namespace crosswalk::validate
