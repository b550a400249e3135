// Plans: what a run would do, in pages.
#include "store/plans.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "api/call.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "diagnostic/report.hpp"
#include "json/read.hpp"

namespace crosswalk::api {
namespace {

using nlohmann::ordered_json;

constexpr std::array<std::string_view, 8> kActions{"create",    "update", "delete",   "deactivate",
                                                   "unchanged", "skip",   "conflict", "review"};

std::string_view name_of(store::PlanState state) {
  switch (state) {
    case store::PlanState::building:
      return "building";
    case store::PlanState::ready:
      return "ready";
    case store::PlanState::applied:
      return "applied";
    case store::PlanState::failed:
      break;
  }
  return "failed";
}

std::string or_null(const std::string& json_text) { return json_text.empty() ? "null" : json_text; }

// Members that are JSON text already go in as they are.
std::string plan_document(const store::PlanRow& plan, const store::Page<store::PlanRecord>& page) {
  ordered_json head;
  head["id"] = plan.id;
  head["sync"] = plan.sync;
  head["state"] = name_of(plan.state);
  head["cause"] = plan.cause.empty() ? ordered_json(nullptr) : ordered_json(plan.cause);
  head["mapping"] = plan.mapping;
  head["digest"] = plan.digest.empty() ? ordered_json(nullptr) : ordered_json(plan.digest);
  std::string text = json::write(head);
  text.pop_back();
  text += ",\"totals\":" + or_null(plan.totals_json) + ",\"cost\":" + or_null(plan.cost_json) +
          ",\"records\":[";
  for (const store::PlanRecord& record : page.items) {
    if (text.back() != '[') text += ',';
    text += record.json;
  }
  text += "],\"next\":";
  if (page.next) {
    diagnostic::append_json_string(text, *page.next);
  } else {
    text += "null";
  }
  return text + "}";
}

Task<Answer> get_plan(Call& call) {
  auto page = call.page(200, 2000);
  if (!page) co_return page.error();
  const auto action = call.query("action");
  if (action && std::find(kActions.begin(), kActions.end(), *action) == kActions.end()) {
    co_return bad_query("action", "There is no such action.");
  }
  auto plan = co_await call.store().plans().get(call.tenant(), call.parameters[0]);
  if (!plan) co_return missing(plan.error(), "plan");
  store::Page<store::PlanRecord> records;
  if (plan->state != store::PlanState::building) {
    auto read = co_await call.store().plans().records(call.tenant(), plan->id, action, *page);
    if (!read) co_return read.error();
    records = std::move(*read);
  }
  co_return Answer::json(plan_document(*plan, records));
}

constexpr BodyShape kPlan[] = {{"application/json", "Plan"}};
constexpr QueryParameter kQuery[] = {kAfter,
                                     {"limit", "integer", "Records of a page, 1 to 2000"},
                                     {"action", "string", "Only records of this action"}};

constexpr Route kRoutes[] = {
    {"GET",
     "/api/v1/plans/{id}",
     "getPlan",
     "A plan; its records come in pages once it is ready",
     Access::tenant,
     {},
     200,
     kPlan,
     kQuery,
     get_plan},
};

}  // namespace

std::span<const Route> plan_routes() { return kRoutes; }

}  // namespace crosswalk::api
