// Rules about what a mapping costs in API calls, and about queries that grow too long.

#include <algorithm>
#include <array>
#include <utility>

#include "cost/day.hpp"
#include "cost/query_size.hpp"
#include "diagnostic/codes/cost.hpp"
#include "json/pointer.hpp"
#include "schema/field_kind.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;

bool selects_long_text(const ObjectPair& pair) {
  return std::any_of(pair.fields.begin(), pair.fields.end(), [](const FieldPair& line) {
    return line.salesforce != nullptr && line.salesforce->type == schema::FieldType::textarea &&
           line.salesforce->length > 255;
  });
}

cost::ObjectLoad load_of(const ObjectPair& pair, long long records) {
  cost::ObjectLoad load;
  load.records = static_cast<std::uint64_t>(std::max(records, 0LL));
  load.stamped = !pair.fields_known() || pair.salesforce->find("SystemModstamp") != nullptr;
  load.long_texts = selects_long_text(pair);
  return load;
}

Diagnostic about_all(const diagnostic::Code& code, std::string message) {
  Diagnostic found = make(code, "/objects", std::move(message));
  found.aim = diagnostic::Aim::key;
  return found;
}

// From a fifth of the limit on it is worth a word, above what is left to others a warning.
constexpr std::uint64_t kNoticedPercent = 20;
constexpr long long kReservePercent = 20;

void calls_last_for_the_day(const ResolvedMapping& mapping, Report& report) {
  const Org* const org = mapping.input->org;
  if (org == nullptr || !org->sync.every_seconds || org->daily_api_requests_max.value_or(0) <= 0) {
    return;
  }
  cost::Calls run = cost::kRunItself;
  for (const ObjectPair& pair : mapping.pairs) {
    const long long records = org->records_of(pair.mapping->salesforce).value_or(0);
    run += cost::calls_when_nothing_changed(load_of(pair, records));
  }
  const auto every = static_cast<std::uint64_t>(*org->sync.every_seconds);
  const auto most = static_cast<std::uint64_t>(*org->daily_api_requests_max);
  const std::uint64_t calls = cost::calls_per_day(run, every);
  if (calls * 100 < most * kNoticedPercent) return;
  Diagnostic found = about_all(
      codes::kCallsPerDay,
      sentence({std::to_string(cost::runs_per_day(every)), " runs a day need at least ",
                std::to_string(calls), " API calls, of the org's ", std::to_string(most), "."}));
  const auto reserve =
      static_cast<std::uint64_t>(org->sync.reserve_percent.value_or(kReservePercent));
  if (calls > most) {
    found.severity = Severity::error;
  } else if (calls * 100 <= most * (100 - reserve)) {
    found.severity = Severity::info;
  }
  report.add(std::move(found));
}

void calls_last_for_the_first_run(const ResolvedMapping& mapping, Report& report) {
  const Org* const org = mapping.input->org;
  if (org == nullptr || org->record_counts.empty()) return;
  const auto left = org->daily_api_requests_remaining ? org->daily_api_requests_remaining
                                                      : org->daily_api_requests_max;
  if (!left || *left < 0) return;
  cost::Calls run = cost::kRunItself;
  for (const ObjectPair& pair : mapping.pairs) {
    const auto records = org->records_of(pair.mapping->salesforce);
    if (records) run += cost::calls_when_all_is_read(load_of(pair, *records));
  }
  if (run.total() <= static_cast<std::uint64_t>(*left)) return;
  report.add(about_all(codes::kFirstRunCalls,
                       sentence({"Reading all records needs ", std::to_string(run.total()),
                                 " API calls, and ", std::to_string(*left), " are left today."})));
}

// The query of a run as the engine writes it.
cost::QuerySize query_of(const ObjectPair& pair) {
  cost::QuerySize size;
  size.add("SELECT Id, SystemModstamp FROM ");
  size.add(pair.mapping->salesforce);
  for (const FieldPair& line : pair.fields) size.add_field(line.line->salesforce);
  for (const mapping::Constant& constant : pair.mapping->constants) {
    size.add_field(constant.salesforce);
  }
  if (!pair.mapping->match.external_id.empty()) size.add_field(pair.mapping->match.external_id);
  size.add(" WHERE () AND (SystemModstamp >= 2026-01-31T10:00:00Z) ORDER BY SystemModstamp, Id");
  size.add(pair.mapping->where.salesforce);
  if (pair.mapping->owner == mapping::Owner::connected_user) {
    size.add(" AND (OwnerId = '005000000000000AAA')");
  }
  return size;
}

void query_is_short_enough(const ObjectPair& pair, Report& report) {
  constexpr std::string_view kPath = "/services/data/v62.0/query?q=";
  const cost::QuerySize size = query_of(pair);
  const std::uint64_t url = kPath.size() + size.url_bytes;
  if (url <= cost::kUrlBytesMax) return;
  const bool too_long = size.characters > cost::kQueryCharactersMax;
  const bool by_condition = pair.mapping->where.salesforce.size() * 2 > size.characters;
  Diagnostic found =
      make(too_long ? codes::kQueryTooLong : codes::kUrlTooLong,
           by_condition ? json::child(json::child(pair.mapping->pointer, "where"), "salesforce")
                        : json::child(pair.mapping->pointer, "fields"),
           too_long ? sentence({"The query would have ", std::to_string(size.characters),
                                " characters; Salesforce reads 100,000."})
                    : sentence({"The query's address would have ", std::to_string(url),
                                " bytes; Salesforce reads 16,384."}));
  found.aim = diagnostic::Aim::key;
  report.add(std::move(found));
}

constexpr std::array kMappingRules{
    MappingRule{codes::kCallsPerDay, "the day's calls suffice", "name type length",
                calls_last_for_the_day},
    MappingRule{codes::kFirstRunCalls, "the calls that are left suffice", "type length",
                calls_last_for_the_first_run},
};

constexpr std::array kObjectRules{
    ObjectRule{codes::kUrlTooLong, "the query is short enough", "name", query_is_short_enough},
};

}  // namespace

RuleFamily cost_rules() {
  return {.name = "cost", .mapping_rules = kMappingRules, .object_rules = kObjectRules};
}

}  // namespace crosswalk::validate
