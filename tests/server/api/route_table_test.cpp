// What holds for every route, asked of every route: the table is the router's own, so a new route
// cannot be forgotten here.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <set>

#include "json/read.hpp"
#include "server/api/api_server.hpp"
#include "store/all.hpp"

namespace crosswalk::api_test {
namespace {

using nlohmann::ordered_json;

// One server for the whole program: starting one costs more than any question.
ApiServer& server() {
  static ApiServer one;
  return one;
}

std::string filled(std::string_view pattern, const std::string& value) {
  std::string path;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '{') {
      path += pattern[at];
      continue;
    }
    path += value;
    at = pattern.find('}', at);
  }
  return path;
}

std::string test_name(const testing::TestParamInfo<const api::Route*>& info) {
  return std::string(info.param->operation);
}

std::vector<const api::Route*> select(bool (*wanted)(const api::Route&)) {
  std::vector<const api::Route*> list;
  for (const api::Route& route : api::routes()) {
    if (wanted(route)) list.push_back(&route);
  }
  return list;
}

bool is_closed(const api::Route& route) { return route.access != api::Access::open; }
// Those that first look up what the path names answer 404 to these made-up names.
bool takes_json(const api::Route& route) {
  const bool looks_up = route.pattern.find("/syncs/{name}/") != std::string_view::npos ||
                        route.pattern.find("/records/") != std::string_view::npos;
  return !looks_up && !route.request.empty() && route.request[0].media_type == "application/json";
}
bool takes_session(const api::Route& route) {
  return route.access == api::Access::tenant && route.method != "GET";
}

void expect_problem(const Reply& reply, int status) {
  EXPECT_EQ(reply.status, status) << reply.body;
  EXPECT_EQ(reply.header("Content-Type"), "application/problem+json");
  const auto document = json::read(reply.body);
  ASSERT_TRUE(document.has_value()) << reply.body;
  for (const char* name : {"type", "title", "status", "code", "detail"}) {
    EXPECT_TRUE(document->contains(name)) << name;
  }
}

class ClosedRoute : public testing::TestWithParam<const api::Route*> {};

TEST_P(ClosedRoute, RefusesACallWithoutCredential) {
  const api::Route& route = *GetParam();
  const Reply reply = server().send(std::string(route.method), filled(route.pattern, "x"), "{}",
                                    {{"Content-Type", "application/json"}});
  expect_problem(reply, 401);
  EXPECT_TRUE(reply.headers.has("WWW-Authenticate"));
}

TEST_P(ClosedRoute, RefusesAnUnknownKey) {
  const api::Route& route = *GetParam();
  expect_problem(server().send(std::string(route.method), filled(route.pattern, "x"), "",
                               {{"Authorization", "Bearer cwk_unknown"}}),
                 401);
}

INSTANTIATE_TEST_SUITE_P(Api, ClosedRoute, testing::ValuesIn(select(is_closed)), test_name);

class SessionRoute : public testing::TestWithParam<const api::Route*> {};

TEST_P(SessionRoute, RefusesChangesThatAnotherSiteCouldSend) {
  const api::Route& route = *GetParam();
  static const std::string cookie = [] {
    const Reply reply =
        server().send("POST", "/api/v1/session", R"({"apiKey":")" + server().key + R"("})",
                      {{"Content-Type", "application/json"}});
    return reply.header("Set-Cookie").substr(0, reply.header("Set-Cookie").find(';'));
  }();
  const std::string own = server().url();
  const std::vector<std::vector<net::Header>> attempts{
      {},
      {{"X-Crosswalk", "1"}},
      {{"Origin", own}},
      {{"X-Crosswalk", "1"}, {"Origin", "https://evil.example"}},
      {{"X-Crosswalk", "1"}, {"Origin", "null"}},
      {{"X-Crosswalk", "1"}, {"Origin", own + ".evil.example"}},
      {{"X-Crosswalk", "0"}, {"Origin", own}},
  };
  for (std::vector<net::Header> headers : attempts) {
    headers.push_back({"Cookie", cookie});
    headers.push_back({"Content-Type", "application/json"});
    const Reply reply =
        server().send(std::string(route.method), filled(route.pattern, "x"), "{}", headers);
    EXPECT_EQ(reply.status, 403);
    EXPECT_EQ(member(reply.body, "code"), "crossSite");
  }
}

INSTANTIATE_TEST_SUITE_P(Api, SessionRoute, testing::ValuesIn(select(takes_session)), test_name);

class JsonRoute : public testing::TestWithParam<const api::Route*> {};

TEST_P(JsonRoute, RefusesAnotherMediaType) {
  const api::Route& route = *GetParam();
  expect_problem(server().call(std::string(route.method), filled(route.pattern, "x"), "a=1",
                               {{"Content-Type", "text/plain"}}),
                 415);
}

INSTANTIATE_TEST_SUITE_P(Api, JsonRoute, testing::ValuesIn(select(takes_json)), test_name);

TEST(RouteTable, AnswersAWrongMethodWithTheRightOnes) {
  std::set<std::string_view> patterns;
  for (const api::Route& route : api::routes()) patterns.insert(route.pattern);
  for (const std::string_view pattern : patterns) {
    const Reply reply = server().call("PATCH", filled(pattern, "x"));
    expect_problem(reply, 405);
    for (const api::Route& route : api::routes()) {
      if (route.pattern != pattern) continue;
      EXPECT_NE(reply.header("Allow").find(route.method), std::string::npos) << pattern;
    }
  }
}

TEST(RouteTable, RefusesUnknownPathsAndParameters) {
  expect_problem(server().call("GET", "/api/v1/nothing"), 404);
  expect_problem(server().call("GET", "/api/v2/syncs"), 404);
  const Reply reply = server().call("GET", "/api/v1/issues?sate=open");
  expect_problem(reply, 400);
  EXPECT_NE(reply.body.find("Did you mean \\\"state\\\"?"), std::string::npos) << reply.body;
}

// Every id that a path can name, made for the first tenant and asked for by the other.
TEST(RouteTable, ShowsNothingOfAnotherTenant) {
  ApiServer& at = server();
  const runtime::Stamp now = at.clock.now();
  store::ConnectionRow connection;
  connection.id = "theirs";
  connection.app = "theirs";
  connection.created_at = connection.updated_at = now;
  store::RunRow run;
  run.id = run.sync = "theirs";
  run.started_at = now;
  store::PlanRow plan;
  plan.id = plan.sync = plan.mapping = "theirs";
  plan.created_at = now;
  plan.expires_at = now + std::chrono::hours(1);
  store::AppRow app{.name = "theirs",
                    .login_url = kLogin,
                    .consumer_key = "k",
                    .consumer_secret = "",
                    .scopes = "",
                    .updated_at = now};
  ASSERT_TRUE(at.wait(at.store->apps().put(at.tenant, app)).has_value());
  ASSERT_TRUE(at.wait(at.store->connections().create(at.tenant, connection)).has_value());
  ASSERT_TRUE(at.wait(at.store->runs().create(at.tenant, run)).has_value());
  ASSERT_TRUE(at.wait(at.store->plans().create(at.tenant, plan)).has_value());
  for (const auto kind : {store::DocumentKind::mapping, store::DocumentKind::sync}) {
    store::DocumentRow document{.kind = kind,
                                .name = "theirs",
                                .version = 0,
                                .text = R"({"connection":"theirs","mapping":"theirs"})",
                                .updated_at = now};
    ASSERT_TRUE(at.wait(at.store->documents().put(at.tenant, document, std::nullopt)).has_value());
  }
  std::vector<store::RecordWrite> records(1);
  records[0].object = records[0].key = "theirs";
  records[0].fields_json = "{}";
  ASSERT_TRUE(at.wait(at.store->records().put(at.tenant, records, now)).has_value());
  std::size_t asked = 0;
  for (const api::Route& route : api::routes()) {
    const bool names_a_thing = route.pattern.find('{') != std::string_view::npos;
    const bool makes_own = route.operation == "putApp" || route.operation == "putMapping" ||
                           route.operation == "putSync" || route.operation == "listRecords";
    if (route.access == api::Access::open || !names_a_thing || makes_own) continue;
    const Reply reply = at.send(
        std::string(route.method), filled(route.pattern, "theirs"),
        route.method == "GET" || route.method == "DELETE" ? "" : "{}",
        {{"Authorization", "Bearer " + at.other_key}, {"Content-Type", "application/json"}});
    EXPECT_EQ(reply.status, 404) << route.operation << ": " << reply.body;
    ++asked;
  }
  EXPECT_GT(asked, 15u);
  const Reply list =
      at.send("GET", "/api/v1/records/theirs", "", {{"Authorization", "Bearer " + at.other_key}});
  EXPECT_EQ(list.body, R"({"items":[],"next":null})");
}

TEST(OpenApi, ListsExactlyTheRouteTable) {
  const Reply reply = server().send("GET", "/api/v1/openapi.json");
  ASSERT_EQ(reply.status, 200);
  const auto document = json::read(reply.body);
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ((*document)["openapi"], "3.1.0");
  std::set<std::string> listed, expected, operations;
  for (const auto& [path, methods] : (*document)["paths"].items()) {
    for (const auto& [method, operation] : methods.items()) {
      listed.insert(method + " " + path);
      EXPECT_TRUE(operations.insert(operation["operationId"]).second) << path;
      EXPECT_FALSE(operation["responses"].empty());
      std::size_t path_parameters = 0;
      if (operation.contains("parameters")) {
        for (const auto& parameter : operation["parameters"]) {
          path_parameters += parameter["in"] == "path";
        }
      }
      EXPECT_EQ(path_parameters,
                static_cast<std::size_t>(std::count(path.begin(), path.end(), '{')));
    }
  }
  for (const api::Route& route : api::routes()) {
    std::string method(route.method);
    std::transform(method.begin(), method.end(), method.begin(), ::tolower);
    expected.insert(method + " " + std::string(route.pattern));
  }
  EXPECT_EQ(listed, expected);
}

void collect_references(const ordered_json& node, std::set<std::string>* found) {
  for (const auto& [name, value] : node.items()) {
    if (node.is_object() && name == "$ref") {
      found->insert(value.get<std::string>());
    } else if (value.is_structured()) {
      collect_references(value, found);
    }
  }
}

TEST(OpenApi, NamesOnlySchemasThatAreThere) {
  const auto document = json::read(server().send("GET", "/api/v1/openapi.json").body);
  ASSERT_TRUE(document.has_value());
  const ordered_json& schemas = (*document)["components"]["schemas"];
  std::set<std::string> references;
  collect_references(*document, &references);
  EXPECT_GT(references.size(), 20u);
  for (const std::string& reference : references) {
    const std::string prefix = "#/components/schemas/";
    ASSERT_EQ(reference.rfind(prefix, 0), 0u) << reference;
    EXPECT_TRUE(schemas.contains(reference.substr(prefix.size()))) << reference;
  }
  for (const auto& [name, schema] : schemas.items()) EXPECT_TRUE(schema.is_object()) << name;
}

}  // namespace
}  // namespace crosswalk::api_test
