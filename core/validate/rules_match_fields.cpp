// Rules about matching by fields, where no external id ties the records.

#include <algorithm>
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
using schema::PlatformType;

std::string list_pointer(const ObjectPair& pair) {
  return json::child(match_pointer(pair), "fields");
}

void match_fields_are_mapped(const ObjectPair& pair, Report& report) {
  if (pair.platform == nullptr) return;
  const std::string list = json::child(match_pointer(pair), "fields");
  for (std::size_t i = 0; i < pair.mapping->match.fields.size(); ++i) {
    const std::string& name = pair.mapping->match.fields[i];
    bool mapped = false;
    std::vector<std::string_view> choices;
    for (const FieldPair& line : pair.fields) {
      mapped = mapped || names::same_name(line.line->platform, name);
      choices.push_back(line.line->platform);
    }
    if (mapped) continue;
    Diagnostic found = names::unknown_word(codes::kMatchFieldUnknown, json::child(list, i), name,
                                           choices, "a platform field that this pair maps");
    found.cause = "Records can be matched only by fields that are mapped.";
    report.add(std::move(found));
  }
}

// The lines of the match fields that are known on both sides.
std::vector<const FieldPair*> match_lines(const ObjectPair& pair) {
  std::vector<const FieldPair*> lines;
  for (const std::string& name : pair.mapping->match.fields) {
    for (const FieldPair& line : pair.fields) {
      if (!line.known() || !names::same_name(line.line->platform, name)) continue;
      lines.push_back(&line);
      break;
    }
  }
  return lines;
}

// Nothing to say unless all of them are known.
std::vector<const FieldPair*> whole_match(const ObjectPair& pair) {
  if (pair.mapping->match.fields.empty() || !pair.known()) return {};
  std::vector<const FieldPair*> lines = match_lines(pair);
  if (lines.size() != pair.mapping->match.fields.size()) lines.clear();
  return lines;
}

void match_is_unique_on_the_platform(const ObjectPair& pair, Report& report) {
  const std::vector<const FieldPair*> lines = whole_match(pair);
  if (lines.empty() || std::any_of(lines.begin(), lines.end(), [&](const FieldPair* line) {
        return line->platform->unique || line->platform == pair.platform->key_field();
      })) {
    return;
  }
  std::vector<std::string> names;
  names.reserve(lines.size());
  for (const FieldPair* line : lines) names.push_back(named(*line->platform));
  report.add(make(codes::kMatchFieldNotUnique, list_pointer(pair),
                  sentence({"Several platform records may have the same ", listed(names), "."})));
}

Fix say_on_multiple(const ObjectPair& pair, std::string_view word, std::string title) {
  return one_step(std::move(title), "add", json::child(match_pointer(pair), "onMultiple"),
                  quoted(word));
}

void several_matches_are_foreseen(const ObjectPair& pair, Report& report) {
  if (pair.mapping->match.on_multiple_given) return;
  const std::vector<const FieldPair*> lines = whole_match(pair);
  if (lines.empty() || std::any_of(lines.begin(), lines.end(), [](const FieldPair* line) {
        return line->salesforce->unique;
      })) {
    return;
  }
  Diagnostic found = make(codes::kOnMultipleMissing, match_pointer(pair),
                          "Several Salesforce records may match, and nothing says what happens "
                          "then.");
  found.fixes.push_back(say_on_multiple(pair, "issue", "Leave it to a person"));
  if (pair.salesforce->find("CreatedDate") != nullptr) {
    found.fixes.push_back(say_on_multiple(pair, "newest", "Take the newest record"));
    found.fixes.push_back(say_on_multiple(pair, "oldest", "Take the oldest record"));
  }
  report.add(std::move(found));
}

void on_multiple_has_an_effect(const ObjectPair& pair, Report& report) {
  const mapping::Match& match = pair.mapping->match;
  if (!match.on_multiple_given || !match.fields.empty()) return;
  const schema::SalesforceField* const field = pair.external_id();
  if (field == nullptr || !field->unique) return;
  Diagnostic found =
      make(codes::kOnMultipleUnused, json::child(match_pointer(pair), "onMultiple"),
           sentence({"No two records have the same ", *field, ": \"onMultiple\" has no effect."}));
  found.fixes.push_back(one_step("Remove \"onMultiple\"", "remove", found.pointer));
  report.add(std::move(found));
}

void the_newest_can_be_told(const ObjectPair& pair, Report& report) {
  if (pair.mapping->match.on_multiple == mapping::OnMultiple::issue || !pair.fields_known() ||
      pair.salesforce->find("CreatedDate") != nullptr) {
    return;
  }
  Diagnostic found = make(codes::kOnMultipleUnfit, json::child(match_pointer(pair), "onMultiple"),
                          sentence({*pair.salesforce, " does not say when a record was created."}));
  found.fixes.push_back(say_on_multiple(pair, "issue", "Leave it to a person"));
  report.add(std::move(found));
}

bool is_shared_by_many(PlatformType type) {
  return type == PlatformType::boolean || type == PlatformType::nullable_boolean ||
         type == PlatformType::select_list || type == PlatformType::multiselect_list;
}

bool compares_badly(const schema::SalesforceField& field) {
  const schema::FieldKind kind = schema::field_kind(field);
  return field.type == schema::FieldType::encryptedstring || kind == schema::FieldKind::long_text ||
         kind == schema::FieldKind::rich_text;
}

// A choice beside other fields narrows; alone it names nobody.
void match_fields_tell_records_apart(const ObjectPair& pair, Report& report) {
  const std::vector<const FieldPair*> lines = whole_match(pair);
  const bool only_choices = std::all_of(lines.begin(), lines.end(), [](const FieldPair* line) {
    return is_shared_by_many(line->platform->type);
  });
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool badly = compares_badly(*lines[i]->salesforce);
    if (!badly && !only_choices) continue;
    report.add(make(codes::kMatchFieldUnfit, json::child(list_pointer(pair), i),
                    badly
                        ? sentence({*lines[i]->salesforce, " is ",
                                    with_article(schema::setup_label(*lines[i]->salesforce)),
                                    ": its values do not compare reliably."})
                        : sentence({"Many records share a value of ", *lines[i]->platform, "."})));
  }
}

void people_are_more_than_an_address(const ObjectPair& pair, Report& report) {
  if (pair.mapping->match.fields.size() != 1 || !pair.mapping->match.external_id.empty()) return;
  const std::vector<const FieldPair*> lines = whole_match(pair);
  if (lines.empty() || lines[0]->salesforce->type != schema::FieldType::email) return;
  Diagnostic found = make(codes::kMatchByEmail, json::child(list_pointer(pair), std::size_t{0}),
                          sentence({"Records are matched by ", *lines[0]->platform, " alone."}));
  offer_external_id(pair, found);
  report.add(std::move(found));
}

void pulled_records_are_matched(const ObjectPair& pair, Report& report) {
  if (pair.pushes || !pair.pulls || !pair.mapping->create || pair.mapping->match.given()) return;
  Diagnostic found = make(codes::kPullWithoutMatch, pair.mapping->pointer,
                          "Nothing says which platform record belongs to which Salesforce record.");
  offer_external_id(pair, found);
  report.add(std::move(found));
}

constexpr std::array kRules{
    ObjectRule{codes::kMatchFieldUnknown, "match fields are mapped", "", match_fields_are_mapped},
    ObjectRule{codes::kMatchFieldNotUnique, "match fields are unique on the platform", "",
               match_is_unique_on_the_platform},
    ObjectRule{codes::kOnMultipleMissing, "several matches are foreseen", "unique",
               several_matches_are_foreseen},
    ObjectRule{codes::kOnMultipleUnused, "onMultiple has an effect", "unique",
               on_multiple_has_an_effect},
    ObjectRule{codes::kOnMultipleUnfit, "the newest record can be told", "name",
               the_newest_can_be_told},
    ObjectRule{codes::kMatchFieldUnfit, "match fields tell records apart",
               "type length htmlFormatted extraTypeInfo", match_fields_tell_records_apart},
    ObjectRule{codes::kMatchByEmail, "people are more than an address", "type",
               people_are_more_than_an_address},
    ObjectRule{codes::kPullWithoutMatch, "what is pulled can be matched", "externalId unique",
               pulled_records_are_matched},
};

}  // namespace

RuleFamily match_field_rules() { return {.name = "match fields", .object_rules = kRules}; }

}  // namespace crosswalk::validate
