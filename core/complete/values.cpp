// Values: of picklists and checkboxes, record types, campaigns.

#include <algorithm>
#include <utility>

#include "complete/asked.hpp"
#include "names/nearest.hpp"

namespace crosswalk::complete {
namespace {

using schema::FieldType;
using schema::RecordType;

Offer literal_of(std::string_view json) {
  Offer offer = offer_of(Kind::value, std::string(json), std::string(json));
  offer.literal = true;
  return offer;
}

// What the pair's record type offers of a picklist; null where that is not known.
const validate::OfferedPicklist* offered_of(const Asked& asked,
                                            const schema::SalesforceField& field) {
  if (asked.input.org == nullptr || asked.salesforce == nullptr) return nullptr;
  for (const RecordType& type : asked.salesforce->record_types) {
    if (!names::same_name(type.developer_name, asked.draft.record_type)) continue;
    const auto* const offer = asked.input.org->offer_of(asked.salesforce->name, type);
    return offer == nullptr ? nullptr : offer->find(field.name);
  }
  return nullptr;
}

bool can_be_chosen(const RecordType& type) {
  return type.active && type.available && !type.master && !type.developer_name.empty();
}

}  // namespace

void offer_truths(const Asked&, Offers& offers) {
  offers.push_back(literal_of("true"));
  offers.push_back(literal_of("false"));
}

void offer_salesforce_values(const Asked& asked, Offers& offers) {
  const schema::SalesforceField* const field = asked.salesforce_field();
  if (field == nullptr) return;
  if (field->type == FieldType::boolean) return offer_truths(asked, offers);
  if (names::same_name(field->name, "RecordTypeId") && asked.salesforce != nullptr) {
    for (const RecordType& type : asked.salesforce->record_types) {
      if (can_be_chosen(type)) {
        offers.push_back(offer_of(Kind::record_type, type.id, type.name));
      }
    }
    return;
  }
  if (const auto* const offered = offered_of(asked, *field)) {
    for (const std::string& value : offered->values) {
      const schema::PicklistValue* const known = field->find_value(value);
      offers.push_back(
          offer_of(Kind::value, value, known == nullptr ? std::string() : known->label));
    }
    return;
  }
  for (const schema::PicklistValue& value : field->picklist_values) {
    if (value.active) offers.push_back(offer_of(Kind::value, value.value, value.label));
  }
}

void offer_platform_values(const Asked& asked, Offers& offers) {
  const schema::PlatformField* const field = asked.platform_field();
  if (field == nullptr) return;
  const bool truth = field->type == schema::PlatformType::boolean ||
                     field->type == schema::PlatformType::nullable_boolean;
  const std::vector<std::string> truths{"true", "false"};
  const auto& there = asked.draft.members;
  for (const std::string& value : truth ? truths : field->values) {
    if (std::find(there.begin(), there.end(), value) != there.end()) continue;
    offers.push_back(offer_of(Kind::value, value, value));
  }
}

void offer_record_types(const Asked& asked, Offers& offers) {
  if (asked.salesforce == nullptr) return;
  for (const RecordType& type : asked.salesforce->record_types) {
    if (!can_be_chosen(type)) continue;
    offers.push_back(offer_of(Kind::record_type, type.developer_name, type.name));
  }
}

void offer_campaign_names(const Asked& asked, Offers& offers) {
  if (asked.input.org == nullptr) return;
  for (const validate::Campaign& campaign : asked.input.org->campaigns) {
    offers.push_back(offer_of(Kind::campaign, campaign.name, campaign.id));
  }
}

void offer_campaign_ids(const Asked& asked, Offers& offers) {
  if (asked.input.org == nullptr) return;
  for (const validate::Campaign& campaign : asked.input.org->campaigns) {
    offers.push_back(offer_of(Kind::campaign, campaign.id, campaign.name));
  }
}

}  // namespace crosswalk::complete
