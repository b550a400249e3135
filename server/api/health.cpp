// Health, readiness, and the API's own description.
#include <nlohmann/json.hpp>

#include "api/call.hpp"
#include "api/openapi.hpp"
#include "api/routes.hpp"
#include "json/read.hpp"
#include "store/store.hpp"

namespace crosswalk::api {
namespace {

using nlohmann::ordered_json;

// The process answers: nothing else is said.
Task<Answer> healthz(Call&) { co_return Answer::json(R"({"status":"ok"})"); }

ordered_json check(std::string_view id, std::string_view state, std::string detail) {
  ordered_json node;
  node["id"] = id;
  node["state"] = state;
  node["detail"] = std::move(detail);
  return node;
}

ordered_json store_checks(const Result<store::Health>& health, bool& ready) {
  ordered_json checks = ordered_json::array();
  if (!health) {
    ready = false;
    checks.push_back(check("store", "failed", health.error().message));
    return checks;
  }
  ready = ready && health->ok;
  checks.push_back(check("store", health->ok ? "passed" : "failed",
                         health->engine + ", schema version " +
                             std::to_string(health->schema_version) + ", " +
                             std::to_string(health->writes_queued) + " writes queued"));
  for (const std::string& warning : health->warnings) {
    checks.push_back(check("store", "warning", warning));
  }
  return checks;
}

Task<Answer> readyz(Call& call) {
  bool ready = !call.exchange.draining();
  const auto health = co_await call.store().health();
  ordered_json checks = store_checks(health, ready);
  if (call.exchange.draining()) checks.push_back(check("server", "failed", "It is shutting down."));
  checks.push_back(
      call.services.console.size() > 0
          ? check("console", "passed", std::to_string(call.services.console.size()) + " files")
          : check("console", "warning", "This server was started without a console."));
  ordered_json document;
  document["ready"] = ready;
  document["checks"] = std::move(checks);
  document["salesforceOrigins"] = ordered_json::array();
  for (const net::Origin& origin : call.services.origins.operator_origins()) {
    document["salesforceOrigins"].push_back(origin.text());
  }
  co_return Answer::json(json::write(document), ready ? 200 : 503);
}

Task<Answer> openapi_document(Call& call) {
  co_return Answer::json(
      openapi(routes(), call.services.settings.public_url, call.services.settings.version));
}

constexpr BodyShape kHealth[] = {{"application/json", "Health"}};
constexpr BodyShape kReadiness[] = {{"application/json", "Readiness"}};
constexpr BodyShape kDocument[] = {{"application/json", ""}};

constexpr Route kRoutes[] = {
    {"GET",
     "/healthz",
     "getHealth",
     "The process answers",
     Access::open,
     {},
     200,
     kHealth,
     {},
     healthz},
    {"GET",
     "/readyz",
     "getReadiness",
     "Whether it can work, part by part",
     Access::open,
     {},
     200,
     kReadiness,
     {},
     readyz},
    {"GET",
     "/api/v1/openapi.json",
     "getOpenApi",
     "This description",
     Access::open,
     {},
     200,
     kDocument,
     {},
     openapi_document},
};

}  // namespace

std::span<const Route> health_routes() { return kRoutes; }

}  // namespace crosswalk::api
