// Rules that need the org's facts, or the shape that a mapping gives its accounts: currencies,
// campaigns and their member statuses, person accounts.

#include <algorithm>
#include <array>
#include <utility>

#include "diagnostic/codes/org.hpp"
#include "json/pointer.hpp"
#include "names/nearest.hpp"
#include "validate/kept.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::FieldType;
using schema::SalesforceField;

const FieldPair* first_amount(const ObjectPair& pair, bool pulled) {
  for (const FieldPair& line : pair.fields) {
    if (line.salesforce != nullptr && line.salesforce->type == FieldType::currency &&
        (pulled ? line.pulls : line.pulls || line.pushes)) {
      return &line;
    }
  }
  return nullptr;
}

void currency_is_visible(const ObjectPair& pair, Report& report) {
  if (!pair.org->multi_currency.value_or(false) || !pair.fields_known()) return;
  const FieldPair* const amount = first_amount(pair, false);
  if (amount == nullptr || pair.salesforce->find("CurrencyIsoCode") != nullptr) return;
  report.add(make(codes::kCurrencyInvisible, salesforce_pointer(pair, *amount),
                  sentence({*amount->salesforce, " is an amount, and CurrencyIsoCode of ",
                            *pair.salesforce, " is not visible."})));
}

void currency_is_read(const ObjectPair& pair, Report& report) {
  if (!pair.org->multi_currency.value_or(false) || !pair.fields_known()) return;
  const SalesforceField* const code = pair.salesforce->find("CurrencyIsoCode");
  const FieldPair* const amount = first_amount(pair, true);
  if (amount == nullptr || code == nullptr) return;
  for (const FieldPair& line : pair.fields) {
    if (line.salesforce == code && line.pulls) return;
  }
  report.add(make(codes::kCurrencyNotRead, salesforce_pointer(pair, *amount),
                  sentence({*amount->salesforce, " is read without its currency."})));
}

// The campaign that the pair names, by "campaign" or by a constant CampaignId.
const Campaign* named_campaign(const ObjectPair& pair) {
  const Kept kept(*pair.mapping, "campaign");
  if (const Campaign* const by_id = pair.org->campaign(kept.text("id"))) return by_id;
  for (const Campaign& campaign : pair.org->campaigns) {
    if (!kept.text("name").empty() && names::same_name(campaign.name, kept.text("name"))) {
      return &campaign;
    }
  }
  for (const SentLiteral& literal : pair.literals) {
    if (literal.is_text() && names::same_name(literal.field->name, "CampaignId")) {
      return pair.org->campaign(literal.value->text);
    }
  }
  return nullptr;
}

void campaign_name_is_known(const ObjectPair& pair, const Kept& kept, Report& report) {
  std::vector<std::string_view> choices;
  std::size_t hits = 0;
  for (const Campaign& campaign : pair.org->campaigns) {
    choices.push_back(campaign.name);
    if (names::same_name(campaign.name, kept.text("name"))) ++hits;
  }
  if (hits == 1) return;
  Diagnostic found =
      make(codes::kCampaignUnknown, kept.pointer("name"),
           hits == 0 ? sentence({"The org has no campaign ", quoted(kept.text("name")), "."})
                     : sentence({"The org has ", std::to_string(hits), " campaigns ",
                                 quoted(kept.text("name")), "; name the one by its \"id\"."}));
  const auto meant = hits == 0 ? names::nearest(kept.text("name"), choices) : std::nullopt;
  if (meant && std::count(choices.begin(), choices.end(), *meant) == 1) {
    found.message += sentence({" Did you mean ", Part::quoted(*meant), "?"});
    found.fixes.push_back(change_to(found.pointer, *meant));
  }
  report.add(std::move(found));
}

void campaign_is_known(const ObjectPair& pair, Report& report) {
  if (pair.org->campaigns.empty()) return;
  const auto report_id = [&report](std::string_view id, std::string pointer) {
    report.add(make(codes::kCampaignUnknown, std::move(pointer),
                    sentence({"The org has no campaign with the Id ", Part::quoted(id), "."})));
  };
  for (const SentLiteral& literal : pair.literals) {
    if (literal.is_text() && names::same_name(literal.field->name, "CampaignId") &&
        pair.org->campaign(literal.value->text) == nullptr) {
      report_id(literal.value->text, literal.pointer());
    }
  }
  if (pair.mapping->kept.empty()) return;
  const Kept kept(*pair.mapping, "campaign");
  const std::string& id = kept.text("id");
  if (!id.empty()) {
    if (pair.org->campaign(id) == nullptr) report_id(id, kept.pointer("id"));
  } else if (!kept.text("name").empty()) {
    campaign_name_is_known(pair, kept, report);
  }
}

// The statuses of the campaign, or of all where the pair names none.
std::vector<std::string_view> statuses_of(const ObjectPair& pair, const Campaign* campaign) {
  std::vector<std::string_view> statuses;
  for (const Campaign& own : pair.org->campaigns) {
    if (campaign != nullptr && &own != campaign) continue;
    statuses.insert(statuses.end(), own.statuses.begin(), own.statuses.end());
  }
  return statuses;
}

void member_statuses_exist(const ObjectPair& pair, Report& report) {
  if (pair.org->campaigns.empty() || !pair.fields_known() || !pair.pushes ||
      !names::same_name(pair.salesforce->name, "CampaignMember")) {
    return;
  }
  const Campaign* const campaign = named_campaign(pair);
  const std::vector<std::string_view> statuses = statuses_of(pair, campaign);
  if (statuses.empty()) return;
  const NameSet known(statuses);
  const std::string where =
      campaign == nullptr ? "No campaign" : "The campaign " + quoted(campaign->name);
  const auto finding = [&](std::string pointer, const std::vector<std::string>& missing) {
    return make(codes::kCampaignStatusUnknown, std::move(pointer),
                sentence({where, (campaign == nullptr ? " has" : " does not have"), " the status ",
                          listed(missing), "."}));
  };
  for (const FieldPair& line : pair.fields) {
    if (!line.known() || !line.pushes || !names::same_name(line.salesforce->name, "Status")) {
      continue;
    }
    std::vector<std::string> missing;
    for (const std::string_view value : sent_values(line)) {
      if (!known.contains(value)) missing.emplace_back(value);
    }
    if (!missing.empty()) report.add(finding(salesforce_pointer(pair, line), missing));
  }
  for (const SentLiteral& literal : pair.literals) {
    if (!literal.is_text() || literal.origin == SentLiteral::Origin::map_entry ||
        literal.origin == SentLiteral::Origin::map_otherwise ||
        !names::same_name(literal.field->name, "Status") || known.contains(literal.value->text)) {
      continue;
    }
    if (report.full()) return report.add(make(codes::kCampaignStatusUnknown, "", ""));
    Diagnostic found = finding(literal.pointer(), {literal.value->text});
    if (const auto meant = names::nearest(literal.value->text, statuses)) {
      found.message += sentence({" Did you mean ", Part::quoted(*meant), "?"});
      found.fixes.push_back(replace_literal(literal, quoted(*meant)));
    }
    report.add(std::move(found));
  }
}

bool is_persons(const SalesforceField& field) {
  const std::string_view name = field.name;
  return name.ends_with("__pc") || (!field.custom && name.starts_with("Person") &&
                                    !names::same_name(name, "PersonContactId"));
}

void businesses_have_no_persons_fields(const ObjectPair& pair, Report& report) {
  if (pair.mapping->kept.empty() || !pair.fields_known() ||
      !names::same_name(pair.salesforce->name, "Account")) {
    return;
  }
  if (Kept(*pair.mapping, "shape").text() != "business") return;
  const auto report_field = [&report](const SalesforceField& field, std::string pointer, Fix fix) {
    Diagnostic found = make(
        codes::kPersonFieldOnBusiness, std::move(pointer),
        sentence(
            {field, " is there on person accounts only, and the pair is for business accounts."}));
    found.fixes.push_back(std::move(fix));
    report.add(std::move(found));
  };
  for (const FieldPair& line : pair.fields) {
    if (line.salesforce == nullptr || !is_persons(*line.salesforce)) continue;
    report_field(*line.salesforce, salesforce_pointer(pair, line), remove_line(line));
  }
  for (const SentLiteral& literal : pair.literals) {
    if (literal.constant == nullptr || !is_persons(*literal.field)) continue;
    report_field(*literal.field, json::child(literal.constant->pointer, "salesforce"),
                 remove_constant(*literal.constant));
  }
}

constexpr std::array kRules{
    ObjectRule{codes::kCurrencyInvisible, "currencies are visible", "type name",
               currency_is_visible},
    ObjectRule{codes::kCurrencyNotRead, "currencies are read", "type name", currency_is_read},
    ObjectRule{codes::kCampaignUnknown, "the campaign is known", "name", campaign_is_known},
    ObjectRule{codes::kCampaignStatusUnknown, "the campaign has the statuses", "name",
               member_statuses_exist},
    ObjectRule{codes::kPersonFieldOnBusiness, "businesses have no person's fields", "name custom",
               businesses_have_no_persons_fields},
};

}  // namespace

RuleFamily org_rules() { return {.name = "org", .object_rules = kRules}; }

}  // namespace crosswalk::validate
