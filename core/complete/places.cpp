// The table of places: what each member of a mapping is for, and what may stand there.

#include <algorithm>
#include <array>

#include "complete/asked.hpp"
#include "mapping/members.hpp"

namespace crosswalk::complete {
namespace {

using names::Member;
using names::Shape;

constexpr std::array kPersonMembers{Member{"platform", Shape::text, true},
                                    Member{"order", Shape::list, true},
                                    Member{"create", Shape::text}};
constexpr std::array kCampaignMembers{Member{"name", Shape::text}, Member{"id", Shape::text}};
constexpr std::array kParentMembers{Member{"salesforce", Shape::text, true},
                                    Member{"name", Shape::text}, Member{"id", Shape::text},
                                    Member{"platform", Shape::text}};
constexpr std::array kAssignOwnerMembers{Member{"default", Shape::text}, Member{"by", Shape::text}};
constexpr std::array kStampsMembers{Member{"lastSync", Shape::text},
                                    Member{"platformId", Shape::text}};

constexpr std::array kVersions{Word{"1", "The only version there is."}};
constexpr std::array kPolicies{
    Word{"strict-events", "Only pairs of types that an event platform allows."}};
constexpr std::array kPersonObjects{Word{"Lead", "New people become leads."},
                                    Word{"Contact", "New people become contacts."},
                                    Word{"none", "New people are not created."}};
constexpr std::array kDirections{Word{"push", "From the platform to Salesforce."},
                                 Word{"pull", "From Salesforce to the platform."},
                                 Word{"both", "Both ways."}};
constexpr std::array kOnMultiple{Word{"issue", "Several records match: ask a person."},
                                 Word{"newest", "Take the one created last."},
                                 Word{"oldest", "Take the one created first."}};
constexpr std::array kOnDelete{Word{"ignore", "Nothing happens on the other side."},
                               Word{"deactivate", "The platform's record becomes inactive."},
                               Word{"mirror", "The other side's record is deleted, too."}};
constexpr std::array kOwners{Word{"any", "Records of every owner."},
                             Word{"connectedUser", "Only records that the connected user owns."}};
constexpr std::array kShapes{Word{"person", "Person accounts."},
                             Word{"business", "Business accounts."}};
constexpr std::array kUnknownConsent{Word{"inactive", "They are kept, and not written to."},
                                     Word{"import", "They are taken as if they had agreed."}};
constexpr std::array kConflicts{
    Word{"salesforce", "Salesforce's value wins."}, Word{"platform", "The platform's value wins."},
    Word{"latest", "The value that was changed last wins."}, Word{"review", "A person decides."},
    Word{"salesforceUnlessBlank", "Salesforce's value wins, unless it is empty."}};
constexpr std::array kOnTooLong{Word{"refuse", "The record becomes an issue."},
                                Word{"truncate", "The text is cut."}};
constexpr std::array kOnNull{Word{"clear", "The other side is emptied, too."},
                             Word{"skip", "The other side keeps its value."},
                             Word{"default", "The default is written."}};

constexpr std::array kPlaces{
    Place{.pattern = "", .help = {}, .members = mapping::kDocumentMembers},
    Place{.pattern = "/$schema", .help = "Address of the format's JSON Schema."},
    Place{.pattern = "/version", .help = "Version of the format.", .words = kVersions},
    Place{.pattern = "/name", .help = "What people call the mapping."},
    Place{.pattern = "/policy", .help = "Stricter rules by name.", .words = kPolicies},
    Place{.pattern = "/country",
          .help = "Whose phone numbers have no country code: two letters, such as DE."},
    Place{.pattern = "/people", .help = "Which Salesforce object a person becomes."},
    Place{.pattern = "/people/#", .help = {}, .members = kPersonMembers},
    Place{"/people/#/platform", "The platform's object of people.", offer_platform_objects},
    Place{.pattern = "/people/#/order", .help = "Where a person is looked for, in this order."},
    Place{"/people/#/order/#", {}, offer_pair_objects},
    Place{.pattern = "/people/#/create",
          .help = "What a person becomes that is found nowhere.",
          .words = kPersonObjects},
    Place{.pattern = "/objects", .help = "The pairs of objects."},
    Place{.pattern = "/objects/#", .help = {}, .members = mapping::kObjectMembers},
    Place{"/objects/#/platform", "The platform's object.", offer_platform_objects},
    Place{"/objects/#/salesforce", "API name of Salesforce's object.", offer_salesforce_objects},
    Place{.pattern = "/objects/#/direction",
          .help = "Which way records travel.",
          .words = kDirections},
    Place{.pattern = "/objects/#/match",
          .help = "How the two records of one thing are found.",
          .members = mapping::kMatchMembers},
    Place{"/objects/#/match/externalId", "Salesforce's field that holds the platform's key.",
          offer_external_ids},
    Place{.pattern = "/objects/#/match/fields",
          .help = "Platform fields whose values must be equal."},
    Place{"/objects/#/match/fields/#", {}, offer_match_platform},
    Place{.pattern = "/objects/#/match/onMultiple",
          .help = "What happens when several records match.",
          .words = kOnMultiple},
    Place{"/objects/#/create", "Whether missing records are created.", offer_truths},
    Place{"/objects/#/update", "Whether records of both sides are changed.", offer_truths},
    Place{.pattern = "/objects/#/onDelete",
          .help = "What happens when one side's record is deleted.",
          .words = kOnDelete},
    Place{.pattern = "/objects/#/where",
          .help = "Which records take part.",
          .members = mapping::kWhereMembers},
    Place{"/objects/#/where/salesforce", "Condition over Salesforce's fields, as after WHERE.",
          offer_condition_salesforce},
    Place{"/objects/#/where/platform", "Condition over the platform's fields.",
          offer_platform_fields},
    Place{.pattern = "/objects/#/owner",
          .help = "Whose Salesforce records take part.",
          .words = kOwners},
    Place{"/objects/#/fields", "The pairs of fields.", offer_short_lines},
    Place{.pattern = "/objects/#/fields/#", .help = {}, .members = mapping::kFieldMembers},
    Place{"/objects/#/fields/*", {}, offer_line_salesforce},
    Place{"/objects/#/fields/#/platform", "The platform's field.", offer_line_platform},
    Place{"/objects/#/fields/#/salesforce", "API name of Salesforce's field.",
          offer_line_salesforce},
    Place{.pattern = "/objects/#/fields/#/direction",
          .help = "Which way this field travels.",
          .words = kDirections},
    Place{.pattern = "/objects/#/fields/#/conflict",
          .help = "Whose value wins when both sides changed.",
          .words = kConflicts},
    Place{.pattern = "/objects/#/fields/#/transform",
          .help = "What is done to a value on its way to Salesforce."},
    Place{"/objects/#/fields/#/transform/#", {}, offer_steps},
    Place{.pattern = "/objects/#/fields/#/transform/#/join",
          .help = "Joins the values of a list by this text."},
    Place{"/objects/#/fields/#/transform/#/map", "The platform's values, and Salesforce's.",
          offer_platform_values},
    Place{"/objects/#/fields/#/transform/#/map/*", {}, offer_salesforce_values},
    Place{"/objects/#/fields/#/transform/#/otherwise", "For a value that the step cannot take.",
          offer_salesforce_values},
    Place{"/objects/#/fields/#/transform/#/coalesce/#", {}, offer_platform_fields},
    Place{"/objects/#/fields/#/transform/#/when/field", "The field that the condition is about.",
          offer_platform_fields},
    Place{"/objects/#/fields/#/transform/#/*", {}, offer_step_words},
    Place{"/objects/#/fields/#/transform/#/*/*", {}, offer_step_words},
    Place{.pattern = "/objects/#/fields/#/onTooLong",
          .help = "What happens to a text that is too long.",
          .words = kOnTooLong},
    Place{.pattern = "/objects/#/fields/#/onNull",
          .help = "What happens to an empty value.",
          .words = kOnNull},
    Place{"/objects/#/fields/#/default", "What is written for an empty value.",
          offer_salesforce_values},
    Place{"/objects/#/fields/#/display", "Pulled and shown, never written.", offer_truths},
    Place{.pattern = "/objects/#/constants", .help = "Fields that always get the same value."},
    Place{.pattern = "/objects/#/constants/#", .help = {}, .members = mapping::kConstantMembers},
    Place{"/objects/#/constants/#/salesforce", "API name of Salesforce's field.", offer_writable},
    Place{"/objects/#/constants/#/value", "What is written.", offer_salesforce_values},
    Place{.pattern = "/objects/#/lists", .help = "List views and reports that limit the records."},
    Place{.pattern = "/objects/#/campaign",
          .help = "The campaign that people become members of.",
          .members = kCampaignMembers},
    Place{"/objects/#/campaign/name", "The campaign's name.", offer_campaign_names},
    Place{"/objects/#/campaign/id", "The campaign's Id.", offer_campaign_ids},
    Place{.pattern = "/objects/#/parent",
          .help = "The record that new ones belong to.",
          .members = kParentMembers},
    Place{"/objects/#/parent/salesforce", "The field that points to the parent.", offer_references},
    Place{.pattern = "/objects/#/parent/name", .help = "The parent's name."},
    Place{.pattern = "/objects/#/parent/id", .help = "The parent's Id."},
    Place{"/objects/#/parent/platform", "The platform's field that names the parent.",
          offer_platform_fields},
    Place{.pattern = "/objects/#/assignOwner",
          .help = "Who owns new records.",
          .members = kAssignOwnerMembers},
    Place{.pattern = "/objects/#/assignOwner/default", .help = "User name of the owner."},
    Place{"/objects/#/assignOwner/by", "The platform's field that names the owner.",
          offer_platform_fields},
    Place{"/objects/#/recordType", "The record type of new records.", offer_record_types},
    Place{.pattern = "/objects/#/shape", .help = "Which accounts take part.", .words = kShapes},
    Place{.pattern = "/objects/#/consent",
          .help = "Who may be written to.",
          .members = mapping::kConsentMembers},
    Place{"/objects/#/consent/salesforce", "True for who must not be written to.",
          offer_checkboxes},
    Place{.pattern = "/objects/#/consent/unknown",
          .help = "What becomes of people whose consent cannot be seen.",
          .words = kUnknownConsent},
    Place{.pattern = "/objects/#/stamps",
          .help = "Fields that Crosswalk writes for people to see.",
          .members = kStampsMembers},
    Place{"/objects/#/stamps/lastSync", "When the record was last in step.", offer_stamps},
    Place{"/objects/#/stamps/platformId", "The platform's key.", offer_texts},
};

bool is_number(std::string_view token) {
  return token == "-" ||
         (!token.empty() && token.find_first_not_of("0123456789") == std::string_view::npos);
}

bool matches(std::string_view pattern, std::span<const std::string> tokens) {
  for (const std::string& token : tokens) {
    if (pattern.empty()) return false;
    pattern.remove_prefix(1);
    const std::string_view step = pattern.substr(0, pattern.find('/'));
    pattern.remove_prefix(step.size());
    if (step != token && step != "*" && !(step == "#" && is_number(token))) return false;
  }
  return pattern.empty();
}

}  // namespace

std::span<const Place> places() { return kPlaces; }

const Place* find_place(std::span<const std::string> tokens) {
  const auto* const found =
      std::find_if(kPlaces.begin(), kPlaces.end(),
                   [tokens](const Place& place) { return matches(place.pattern, tokens); });
  return found == kPlaces.end() ? nullptr : found;
}

}  // namespace crosswalk::complete
