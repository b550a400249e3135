#include "plan/document.hpp"

#include <algorithm>
#include <tuple>

#include "convert/decimal.hpp"
#include "diagnostic/report.hpp"
#include "names/nearest.hpp"
#include "plan/sha256.hpp"

namespace crosswalk::plan {
namespace {

using convert::Value;
using diagnostic::append_json_string;

void append_text_or_null(std::string& out, std::string_view text) {
  if (text.empty()) {
    out += "null";
  } else {
    append_json_string(out, text);
  }
}

void append_value(std::string& out, std::string_view name, const Value& value) {
  if (value.is_absent()) return;
  out += ",\"";
  out += name;
  out += "\":";
  if (value.is_null()) {
    out += "null";
  } else if (value.is_truth()) {
    out += value.truth ? "true" : "false";
  } else if (value.is_number() && convert::is_json_number(value.text)) {
    out += value.text;
  } else {
    append_json_string(out, value.text);
  }
}

void append_change(std::string& out, const convert::ProgramField& field,
                   const FieldChange& change) {
  out += "{\"platform\":";
  append_text_or_null(out, field.platform_name);
  out += ",\"salesforce\":";
  append_json_string(out, field.salesforce_name);
  append_value(out, "before", change.before);
  append_value(out, "after", change.after);
  out += ",\"side\":\"";
  out += side_name(change.side);
  out += "\",\"rule\":\"";
  out += rule_name(change.rule);
  out += "\"}";
}

void append_count(std::string& out, std::string_view name, std::uint64_t count,
                  bool first = false) {
  if (!first) out += ',';
  out += '"';
  out += name;
  out += "\":";
  out += std::to_string(count);
}

std::string totals_json(const Totals& totals) {
  std::string out = "{\"salesforce\":{";
  append_count(out, "create", totals.salesforce.create, true);
  append_count(out, "update", totals.salesforce.update);
  append_count(out, "delete", totals.salesforce.erase);
  out += "},\"platform\":{";
  append_count(out, "create", totals.platform.create, true);
  append_count(out, "update", totals.platform.update);
  append_count(out, "deactivate", totals.platform.deactivate);
  append_count(out, "delete", totals.platform.erase);
  out += '}';
  append_count(out, "unchanged", totals.unchanged);
  append_count(out, "skip", totals.skip);
  append_count(out, "conflict", totals.conflict);
  append_count(out, "review", totals.review);
  return out + "}";
}

std::string cost_json(const cost::Calls& calls) {
  std::string out = "{";
  append_count(out, "calls", calls.total(), true);
  out += ",\"byKind\":{";
  append_count(out, "query", calls.query, true);
  append_count(out, "collections", calls.collections);
  append_count(out, "composite", calls.composite);
  append_count(out, "bulk", calls.bulk);
  append_count(out, "other", calls.other);
  out += '}';
  append_count(out, "seconds", cost::seconds_for(calls));
  return out + "}";
}

// Both orders of the document's head: the digest stands between mapping and totals.
std::string mapping_member(const Heading& heading) {
  std::string out = "\"mapping\":";
  append_json_string(out, heading.mapping);
  return out;
}

std::string counts_members(const Heading& heading) {
  return ",\"totals\":" + totals_json(heading.totals) + ",\"cost\":" + cost_json(heading.calls) +
         ",\"records\":[";
}

constexpr std::string_view kTail = "],\"next\":null}";

// Rank of `at`: one more than the highest of what it points at. `open` breaks circles.
std::uint32_t rank_of(std::size_t at, std::span<const convert::Program> programs,
                      std::vector<std::uint32_t>& ranks, std::vector<char>& state) {
  if (state[at] != 0) return state[at] == 2 ? ranks[at] : 0;
  state[at] = 1;
  std::uint32_t rank = 0;
  for (const std::string& target : programs[at].references()) {
    for (std::size_t i = 0; i < programs.size(); ++i) {
      if (i == at || !names::same_name(programs[i].salesforce_object(), target)) continue;
      if (state[i] == 1) continue;
      rank = std::max(rank, rank_of(i, programs, ranks, state) + 1);
    }
  }
  ranks[at] = rank;
  state[at] = 2;
  return rank;
}

}  // namespace

void Totals::add(const Decision& decision) {
  const bool to_salesforce = decision.side == Side::salesforce || decision.side == Side::both;
  const bool to_platform = decision.side == Side::platform || decision.side == Side::both;
  switch (decision.action) {
    case Action::create:
      salesforce.create += to_salesforce ? 1 : 0;
      platform.create += to_platform ? 1 : 0;
      break;
    case Action::update:
      salesforce.update += to_salesforce ? 1 : 0;
      platform.update += to_platform ? 1 : 0;
      break;
    case Action::unchanged:
      ++unchanged;
      break;
    case Action::skip:
      ++skip;
      break;
    case Action::conflict:
      ++conflict;
      break;
    case Action::review:
      ++review;
      break;
  }
}

std::string record_json(const convert::Program& program, const Pair& pair,
                        const Decision& decision) {
  std::string out = "{\"object\":";
  append_json_string(out, program.platform_object());
  out += ",\"key\":";
  append_text_or_null(out, pair.key);
  out += ",\"salesforce\":";
  append_json_string(out, program.salesforce_object());
  out += ",\"id\":";
  append_text_or_null(out, pair.id);
  out += ",\"side\":\"";
  out += side_name(decision.side);
  out += "\",\"action\":\"";
  out += action_name(decision.action);
  out += "\",\"reason\":";
  append_json_string(out, decision.reason);
  out += ",\"fields\":[";
  bool first = true;
  for (const FieldChange& change : decision.changes) {
    if (!first) out += ',';
    first = false;
    append_change(out, program.fields()[change.field], change);
  }
  return out + "]}";
}

std::vector<std::uint32_t> dependency_ranks(std::span<const convert::Program> programs) {
  std::vector<std::uint32_t> ranks(programs.size(), 0);
  std::vector<char> state(programs.size(), 0);  // 0 untouched, 1 open, 2 done
  for (std::size_t i = 0; i < programs.size(); ++i) rank_of(i, programs, ranks, state);
  return ranks;
}

void sort_records(std::vector<PlannedRecord>& records) {
  std::sort(records.begin(), records.end(), [](const PlannedRecord& a, const PlannedRecord& b) {
    return std::tie(a.rank, a.object, a.key, a.id, a.json) <
           std::tie(b.rank, b.object, b.key, b.id, b.json);
  });
}

std::string digest(const Heading& heading, std::span<const PlannedRecord> sorted) {
  Sha256 hash;
  hash.update("{");
  hash.update(mapping_member(heading));
  hash.update(counts_members(heading));
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0) hash.update(",");
    hash.update(sorted[i].json);
  }
  hash.update(kTail);
  return hash.finish_hex();
}

std::string write_plan(const Heading& heading, std::span<const PlannedRecord> sorted,
                       std::string_view id) {
  std::string out = "{";
  if (!id.empty()) {
    out += "\"id\":";
    append_json_string(out, id);
    out += ',';
  }
  out += mapping_member(heading) + ",\"digest\":\"" + digest(heading, sorted) + "\"" +
         counts_members(heading);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0) out += ',';
    out += sorted[i].json;
  }
  out += kTail;
  return out;
}

}  // namespace crosswalk::plan
