// Rules about one line that goes both ways: what is lost on one way, and comes back on the other.

#include <array>
#include <set>
#include <string>
#include <utility>

#include "diagnostic/codes/direction.hpp"
#include "json/pointer.hpp"
#include "schema/field_kind.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::FieldType;
using schema::PlatformType;

bool goes_both_ways(const FieldPair& field) { return field.pushes && field.pulls; }

void offer_one_way(const ObjectPair& pair, const FieldPair& field, Diagnostic& found) {
  offer(found, set_member(pair, field, "direction", "\"push\"", "Only write it to Salesforce"));
  if (!schema::is_read_only(*field.salesforce)) return;
  offer_reading(pair, field, found);
}

std::string text_of(const mapping::Literal& literal) {
  if (literal.kind == mapping::LiteralKind::truth) return literal.truth ? "true" : "false";
  return literal.text;
}

// Why a map cannot be turned round, or nothing. What `otherwise` gives comes back as a value that
// the map does not name; a line that only pulls has no use for it.
std::string why_not_turned(const mapping::Transform& map, bool pushes) {
  std::set<std::string> seen;
  for (const mapping::MapEntry& entry : map.entries) {
    if (entry.to.kind == mapping::LiteralKind::null) {
      if (pushes) return sentence({"The map makes ", Part::quoted(entry.from), " empty."});
      continue;
    }
    if (!seen.insert(text_of(entry.to)).second) {
      return sentence({"The map makes ", quoted(text_of(entry.to)), " of several values."});
    }
  }
  if (!pushes || !map.otherwise.given()) return {};
  return "With \"otherwise\", the map makes one value of many.";
}

std::string why_not_split(const mapping::Transform& join, const schema::PlatformField& field) {
  const std::string_view separator = join.text("join");
  if (separator.empty()) return "Values joined by nothing cannot be parted again.";
  for (const std::string& value : field.values) {
    if (value.find(separator) != std::string::npos) {
      return sentence({"The value ", Part::quoted(value), " holds the separator ",
                       Part::quoted(separator), "."});
    }
  }
  return {};
}

void transforms_can_be_undone(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!field.pulls || !field.typing || field.platform == nullptr) return;
  const std::vector<mapping::Transform>& steps = field.line->transforms;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::string why =
        steps[i].step == mapping::Step::map ? why_not_turned(steps[i], field.pushes)
        : steps[i].step == mapping::Step::join
            ? why_not_split(steps[i], *field.platform)
            : std::string(convert::why_one_way(steps[i], field.typing->inputs[i]));
    if (why.empty()) continue;
    Diagnostic found = make(
        codes::kTransformOneWay, steps[i].pointer,
        sentence({"What comes back from ", *field.salesforce, " cannot be turned round. ", why}));
    if (field.pushes) {
      offer(found, set_member(pair, field, "direction", "\"push\"", "Only write it to Salesforce"));
    }
    report.add(std::move(found));
  }
}

// Digits after the point that each side keeps, when both say so.
std::optional<std::uint32_t> scale_of(const schema::PlatformField& field) {
  switch (field.type) {
    case PlatformType::integer:
      return 0;
    case PlatformType::number:
    case PlatformType::currency:
    case PlatformType::percent:
      return field.scale;
    default:
      return std::nullopt;
  }
}

std::optional<std::uint32_t> scale_of(const schema::SalesforceField& field) {
  if (field.type == FieldType::int_ || field.type == FieldType::long_) return 0;
  if (field.precision == 0) return std::nullopt;
  if (!schema::is_number_like(field.type)) return std::nullopt;
  return field.scale;
}

std::string decimals(std::uint32_t count) {
  if (count == 0) return "no decimals";
  return std::to_string(count) + (count == 1 ? " decimal" : " decimals");
}

void rounding_stays_away(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!goes_both_ways(field) || field.sent_as) return;
  const auto here = scale_of(*field.platform);
  if (!here) return;
  const auto there = scale_of(*field.salesforce);
  if (!there || *here == *there) return;
  const bool salesforce_rounds = *there < *here;
  const std::string platform = named(*field.platform);
  const std::string salesforce = named(*field.salesforce);
  Diagnostic found = make(
      codes::kRoundingReturns, salesforce_pointer(pair, field),
      sentence({(salesforce_rounds ? salesforce : platform), " keeps ",
                decimals(salesforce_rounds ? *there : *here), ", ",
                (salesforce_rounds ? platform : salesforce), " ",
                decimals(salesforce_rounds ? *here : *there), ": the rounded number comes back."}));
  offer_one_way(pair, field, found);
  report.add(std::move(found));
}

void cut_texts_stay_away(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (field.line->on_too_long != mapping::OnTooLong::truncate || !goes_both_ways(field)) return;
  const std::uint32_t there = field.salesforce->length;
  const auto here = field.platform->max_length;
  if (there == 0 || (here && *here == there)) return;
  const bool cut_there = !here || *here > there;
  Diagnostic found = make(
      codes::kTruncationReturns, json::child(field.line->pointer, "onTooLong"),
      sentence({"A text cut for ", (cut_there ? named(*field.salesforce) : named(*field.platform)),
                " comes back and may replace the whole one in ",
                (cut_there ? named(*field.platform) : named(*field.salesforce)), "."}));
  offer_one_way(pair, field, found);
  found.fixes.push_back(remove_member(field, "onTooLong"));
  report.add(std::move(found));
}

bool names_records(PlatformType type) {
  return type == PlatformType::id || type == PlatformType::reference;
}

bool loses(const std::optional<compat::FieldVerdict>& verdict) {
  return verdict && verdict->cls == compat::Class::lossy;
}

// Numbers and cut texts have findings of their own; masked text, too.
void losses_stay_away(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!goes_both_ways(field)) return;
  if (!loses(field.push_verdict) && !loses(field.pull_verdict)) return;
  if (!field.line->transforms.empty() || names_records(field.platform->type) ||
      field.salesforce->type == FieldType::encryptedstring ||
      schema::is_number_like(field.salesforce->type)) {
    return;
  }
  const bool there = loses(field.push_verdict);
  const compat::FieldVerdict& verdict = there ? *field.push_verdict : *field.pull_verdict;
  Diagnostic found = make(codes::kLossReturns, salesforce_pointer(pair, field),
                          sentence({"What is lost between ", *field.platform, " and ",
                                    *field.salesforce, " comes back as a change. ", verdict.loss}));
  offer_one_way(pair, field, found);
  report.add(std::move(found));
}

void policy_can_be_followed(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!field.line->conflict || !goes_both_ways(field)) return;
  const mapping::Conflict policy = *field.line->conflict;
  std::string_view better;
  std::string message;
  if (policy == mapping::Conflict::latest && pair.salesforce->find("SystemModstamp") == nullptr) {
    better = "review";
    message = named(*pair.salesforce) +
              " does not say when a record was changed: every conflict is left to a person.";
  } else if (policy == mapping::Conflict::salesforce_unless_blank &&
             field.salesforce->type == FieldType::boolean) {
    better = "salesforce";
    message = named(*field.salesforce) + " is a checkbox and never blank: Salesforce always wins.";
  } else {
    return;
  }
  Diagnostic found =
      make(codes::kConflictUnfit, json::child(field.line->pointer, "conflict"), std::move(message));
  offer(found, set_member(pair, field, "conflict", quoted(better), "Say " + quoted(better)));
  report.add(std::move(found));
}

constexpr std::array kRules{
    FieldRule{codes::kTransformOneWay, "transforms can be undone", "label",
              transforms_can_be_undone},
    FieldRule{codes::kRoundingReturns, "rounded numbers do not come back", "type precision scale",
              rounding_stays_away},
    FieldRule{codes::kTruncationReturns, "cut texts do not come back", "type length",
              cut_texts_stay_away},
    FieldRule{codes::kLossReturns, "losses do not come back",
              "type length htmlFormatted extraTypeInfo", losses_stay_away},
    FieldRule{codes::kConflictUnfit, "conflict policies can be followed", "name type",
              policy_can_be_followed},
};

}  // namespace

RuleFamily direction_rules() { return {.name = "direction", .known_field_rules = kRules}; }

}  // namespace crosswalk::validate
