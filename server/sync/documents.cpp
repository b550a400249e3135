#include "sync/documents.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "json/read.hpp"

namespace crosswalk::sync {
namespace {

using nlohmann::ordered_json;

constexpr std::array<std::string_view, 5> kRunKinds{"initial", "instant", "forced", "reconcile",
                                                    "undo"};
constexpr std::array<std::string_view, 4> kTriggers{"manual", "schedule", "live", "record"};
constexpr std::array<std::string_view, 8> kRunStates{"queued", "running",   "waitingApproval",
                                                     "paused", "succeeded", "partial",
                                                     "failed", "cancelled"};
constexpr std::array<std::string_view, 5> kPhases{"read", "match", "merge", "write", "settle"};
constexpr std::array<std::string_view, 4> kIssueStates{"open", "retrying", "cleared", "ignored"};

template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

ordered_json stamp_or_null(const std::optional<runtime::Stamp>& stamp) {
  return stamp ? ordered_json(write_stamp(*stamp)) : ordered_json(nullptr);
}

// Pairs that were decided and carried out, or found to need nothing.
std::int64_t handled(const store::RunCounts& counts) {
  return counts.salesforce_created + counts.salesforce_updated + counts.salesforce_deleted +
         counts.salesforce_failed + counts.platform_created + counts.platform_updated +
         counts.platform_deleted + counts.platform_deactivated + counts.platform_failed +
         counts.unchanged + counts.skipped + counts.conflicts;
}

struct Pace {
  ordered_json per_second = nullptr, eta_seconds = nullptr;
};

Pace pace_of(const store::RunRow& run, runtime::Stamp now) {
  Pace pace;
  const auto end = run.finished_at.value_or(now);
  const auto milliseconds = (end - run.started_at).count();
  if (milliseconds <= 0) return pace;
  const std::int64_t done = handled(run.counts);
  const std::int64_t shown = done > 0 ? done : run.counts.read_salesforce;
  const std::int64_t per_second = shown * 1000 / milliseconds;
  pace.per_second = per_second;
  if (!run.finished_at && done > 0 && per_second > 0 && run.counts.total > done)
    pace.eta_seconds = (run.counts.total - done + per_second - 1) / per_second;
  return pace;
}

}  // namespace

std::string write_stamp(runtime::Stamp stamp) {
  const auto day = std::chrono::floor<std::chrono::days>(stamp);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(stamp - day);
  std::array<char, 40> text{};
  const int size = std::snprintf(
      text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
      static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
      static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
      static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
      static_cast<int>(time.subseconds().count()));
  return {text.data(), static_cast<std::size_t>(size)};
}

std::string write_run(const store::RunRow& run, runtime::Stamp now) {
  const store::RunCounts& counts = run.counts;
  const Pace pace = pace_of(run, now);
  ordered_json document;
  document["id"] = run.id;
  document["sync"] = run.sync;
  document["kind"] = name_of(run.kind);
  document["trigger"] = name_of(run.trigger);
  document["state"] = name_of(run.state);
  document["phase"] = name_of(run.phase);
  document["cause"] = text_or_null(run.cause);
  document["startedAt"] = write_stamp(run.started_at);
  document["finishedAt"] = stamp_or_null(run.finished_at);
  document["read"]["salesforce"] = counts.read_salesforce;
  document["read"]["platform"] = counts.read_platform;
  auto& salesforce = document["written"]["salesforce"];
  salesforce["created"] = counts.salesforce_created;
  salesforce["updated"] = counts.salesforce_updated;
  salesforce["deleted"] = counts.salesforce_deleted;
  salesforce["failed"] = counts.salesforce_failed;
  auto& platform = document["written"]["platform"];
  platform["created"] = counts.platform_created;
  platform["updated"] = counts.platform_updated;
  platform["deleted"] = counts.platform_deleted;
  platform["deactivated"] = counts.platform_deactivated;
  platform["failed"] = counts.platform_failed;
  document["unchanged"] = counts.unchanged;
  document["skipped"] = counts.skipped;
  document["conflicts"] = counts.conflicts;
  document["issues"] = counts.issues;
  document["apiCalls"] = counts.api_calls;
  document["recordsPerSecond"] = pace.per_second;
  document["etaSeconds"] = pace.eta_seconds;
  return json::write(document);
}

std::string write_issue(const store::IssueRow& issue) {
  ordered_json document;
  document["id"] = issue.id;
  document["sync"] = issue.sync;
  document["run"] = issue.run;
  document["object"] = issue.object;
  document["key"] = text_or_null(issue.key);
  document["salesforce"] = issue.salesforce;
  document["salesforceId"] = text_or_null(issue.salesforce_id);
  document["code"] = issue.code;
  document["salesforceCode"] = text_or_null(issue.salesforce_code);
  document["fields"] = issue.fields;
  document["message"] = issue.message;
  document["cure"] = issue.cure;
  document["state"] = name_of(issue.state);
  document["attempts"] = issue.attempts;
  document["firstSeen"] = write_stamp(issue.first_seen);
  document["lastSeen"] = write_stamp(issue.last_seen);
  document["nextRetry"] = stamp_or_null(issue.next_retry);
  return json::write(document);
}

std::string_view name_of(store::RunKind kind) { return kRunKinds[static_cast<std::size_t>(kind)]; }
std::string_view name_of(store::RunTrigger trigger) {
  return kTriggers[static_cast<std::size_t>(trigger)];
}
std::string_view name_of(store::RunState state) {
  return kRunStates[static_cast<std::size_t>(state)];
}
std::string_view name_of(store::RunPhase phase) { return kPhases[static_cast<std::size_t>(phase)]; }
std::string_view name_of(store::IssueState state) {
  return kIssueStates[static_cast<std::size_t>(state)];
}
std::optional<store::RunKind> run_kind(std::string_view name) {
  return find<store::RunKind>(kRunKinds, name);
}
std::optional<store::IssueState> issue_state(std::string_view name) {
  return find<store::IssueState>(kIssueStates, name);
}

}  // namespace crosswalk::sync
