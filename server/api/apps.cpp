// Apps: a Salesforce connected app's consumer key and secret. The secret goes in and never comes
// out.
#include <nlohmann/json.hpp>

#include "api/body.hpp"
#include "api/call.hpp"
#include "api/connection_document.hpp"
#include "api/list_answer.hpp"
#include "api/login_url.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "json/read.hpp"
#include "store/connections.hpp"

namespace crosswalk::api {
namespace {

using nlohmann::ordered_json;

ordered_json app_document(const Services& services, const store::AppRow& row) {
  ordered_json document;
  document["name"] = row.name;
  document["loginUrl"] = row.login_url;
  document["consumerKey"] = row.consumer_key;
  document["scopes"] = split_scopes(row.scopes);
  document["callbackUrl"] = services.settings.public_url + "/oauth/callback";
  return document;
}

struct AppChange {
  salesforce::App app;
  bool secret_given = false;
};

Result<AppChange> read_app(const Services& services, const ordered_json& body) {
  BodyReader reader(body);
  AppChange change;
  const std::string login = reader.text("loginUrl", 300);
  change.app.consumer_key = reader.text("consumerKey", 512);
  const auto secret = reader.optional_text("consumerSecret", 512);
  change.secret_given = secret.has_value();
  change.app.consumer_secret = observe::Secret(secret.value_or(""));
  const auto scopes = reader.texts("scopes", 20, 64);
  if (!scopes.empty()) change.app.scopes = join_scopes(scopes);
  for (const std::string& scope : scopes) {
    if (scope.find_first_of(" \t\r\n\"\\") != std::string::npos) {
      reader.refuse("scopes", "A scope is one word, like api or refresh_token.");
    }
  }
  auto good = reader.finish();
  if (!good) return good.error();
  auto origin = read_login_url(services.origins, login);
  if (!origin) {
    Error error = origin.error();
    error.path = "/loginUrl";
    return error;
  }
  change.app.login_url = *origin;
  return change;
}

Task<Answer> put_app(Call& call) {
  const std::string& name = call.parameters[0];
  auto named = check_name(name);
  if (!named) co_return named.error();
  auto body = co_await call.json_body();
  if (!body) co_return body.error();
  auto change = read_app(call.services, *body);
  if (!change) co_return change.error();
  if (!change->secret_given) {
    // The kept secret stays, but it never goes to another host or under another key than it came
    // for.
    auto kept = co_await call.services.connections.app(call.tenant(), name);
    if (kept && kept->login_url == change->app.login_url &&
        kept->consumer_key == change->app.consumer_key) {
      change->app.consumer_secret = kept->consumer_secret;
    } else if (kept && !kept->consumer_secret.empty()) {
      co_return bad_member("/consumerSecret",
                           "Give the secret again when loginUrl or consumerKey changes.");
    }
  }
  auto put = co_await call.services.connections.put_app(call.tenant(), name, change->app);
  if (!put) co_return put.error();
  auto row = co_await call.store().apps().get(call.tenant(), name);
  if (!row) co_return row.error();
  co_return Answer::json(json::write(app_document(call.services, *row)));
}

Task<Answer> get_app(Call& call) {
  auto row = co_await call.store().apps().get(call.tenant(), call.parameters[0]);
  if (!row) co_return missing(row.error(), "app");
  co_return Answer::json(json::write(app_document(call.services, *row)));
}

Task<Answer> list_apps(Call& call) {
  auto page = call.page();
  if (!page) co_return page.error();
  auto rows = co_await call.store().apps().list(call.tenant(), *page);
  if (!rows) co_return rows.error();
  co_return list_answer(*rows, [&call](const store::AppRow& row) {
    return json::write(app_document(call.services, row));
  });
}

constexpr BodyShape kSettings[] = {{"application/json", "AppSettings"}};
constexpr BodyShape kApp[] = {{"application/json", "App"}};
constexpr BodyShape kList[] = {{"application/json", "AppList"}};

constexpr Route kRoutes[] = {
    {"GET",
     "/api/v1/apps",
     "listApps",
     "Apps of the tenant",
     Access::tenant,
     {},
     200,
     kList,
     kPaging,
     list_apps},
    {"PUT",
     "/api/v1/apps/{app}",
     "putApp",
     "Set an app's login URL, key and secret",
     Access::tenant,
     kSettings,
     200,
     kApp,
     {},
     put_app},
    {"GET",
     "/api/v1/apps/{app}",
     "getApp",
     "One app, without its secret",
     Access::tenant,
     {},
     200,
     kApp,
     {},
     get_app},
};

}  // namespace

std::span<const Route> app_routes() { return kRoutes; }

}  // namespace crosswalk::api
