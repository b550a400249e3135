// A run and an issue as the contracts' JSON: one shape for the HTTP API and for events; and the
// words of the contracts for the store's enums.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "runtime/clock.hpp"
#include "store/issues.hpp"
#include "store/runs.hpp"

namespace crosswalk::sync {

// `now` gives recordsPerSecond and etaSeconds of a run that goes on.
std::string write_run(const store::RunRow& run, runtime::Stamp now);
std::string write_issue(const store::IssueRow& issue);

std::string_view name_of(store::RunKind kind);
std::optional<store::RunKind> run_kind(std::string_view name);
std::string_view name_of(store::RunTrigger trigger);
std::string_view name_of(store::RunState state);
std::string_view name_of(store::RunPhase phase);
std::string_view name_of(store::IssueState state);
std::optional<store::IssueState> issue_state(std::string_view name);

std::string write_stamp(runtime::Stamp stamp);  // RFC 3339, UTC, milliseconds

}  // namespace crosswalk::sync
