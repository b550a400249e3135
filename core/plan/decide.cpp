#include "plan/decide.hpp"

#include <cassert>

#include "plan/merge.hpp"

namespace crosswalk::plan {

void Decision::clear() {
  action = Action::unchanged;
  side = Side::none;
  reason.clear();
  changes.clear();
  refusals.clear();
  base.clear();
  base_moved = false;
}

void Scratch::clear() {
  arena_.clear();
  push_refusals_.clear();
  pull_refusals_.clear();
  ignored_.clear();
}

void decide(const convert::Program& program, const Pair& pair, Scratch& scratch, Decision& out) {
  scratch.clear();
  out.clear();
  Merger(program, pair, scratch, out).run();
}

std::string_view action_name(Action action) {
  switch (action) {
    case Action::create:
      return "create";
    case Action::update:
      return "update";
    case Action::unchanged:
      return "unchanged";
    case Action::skip:
      return "skip";
    case Action::conflict:
      return "conflict";
    case Action::review:
      return "review";
  }
  return {};
}

std::string_view side_name(Side side) {
  switch (side) {
    case Side::salesforce:
      return "salesforce";
    case Side::platform:
      return "platform";
    case Side::none:
    case Side::both:
      return "both";
  }
  return {};
}

std::string_view rule_name(Rule rule) {
  switch (rule) {
    case Rule::only_platform:
      return "onlyPlatform";
    case Rule::only_salesforce:
      return "onlySalesforce";
    case Rule::same:
      return "same";
    case Rule::policy_platform:
      return "policy:platform";
    case Rule::policy_salesforce:
      return "policy:salesforce";
    case Rule::policy_latest:
      return "policy:latest";
    case Rule::policy_review:
      return "policy:review";
    case Rule::policy_salesforce_unless_blank:
      return "policy:salesforceUnlessBlank";
    case Rule::constant:
      return "constant";
    case Rule::default_value:
      return "default";
    case Rule::create:
      return "create";
  }
  return {};
}

}  // namespace crosswalk::plan
