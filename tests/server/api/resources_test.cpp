// Bodies, records, imports, events and the console's files, over the real server and store.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "json/read.hpp"
#include "server/api/api_server.hpp"
#include "store/all.hpp"

namespace crosswalk::api_test {
namespace {

constexpr const char* kSchema =
    R"({"version":1,"objects":[{"name":"participant","label":"P","key":"id",
 "fields":[{"name":"id","type":"text","maxLength":36,"required":true,"unique":true},
 {"name":"first_name","type":"text","maxLength":40},{"name":"score","type":"number"},
 {"name":"vip","type":"boolean"},{"name":"tags","type":"multiselectList","values":["A","B"]}]}]})";

class Resources : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(at.call("PUT", "/api/v1/platform/schema", kSchema).status, 200);
  }
  ApiServer at;
};

struct BadBody {
  const char* name;
  const char* method;
  const char* path;
  std::string body;
  int status;
  const char* code;
  const char* place;  // pointer, or line:column
};

TEST_F(Resources, RefuseBadBodiesAndNameThePlace) {
  const std::string deep(200, '[');
  const BadBody table[] = {
      {"syntax", "PUT", "/api/v1/apps/a", "{\"loginUrl\": }", 400, "jsonSyntax", "1:14"},
      {"not an object", "PUT", "/api/v1/apps/a", "[]", 400, "badBody", ""},
      {"deep", "PUT", "/api/v1/apps/a", "{\"scopes\":" + deep, 413, "jsonTooDeep", "1:42"},
      {"not utf-8", "PUT", "/api/v1/apps/a", "{\"loginUrl\":\"\xff\"}", 400, "jsonUtf8", "1:14"},
      {"missing", "PUT", "/api/v1/apps/a", "{}", 400, "badMember", "/loginUrl"},
      {"wrong type", "PUT", "/api/v1/apps/a", R"({"loginUrl":1})", 400, "badMember", "/loginUrl"},
      {"unknown", "PUT", "/api/v1/apps/a",
       R"({"loginUrl":"https://login.salesforce.com","consumerKey":"k","consumerSecrt":"s"})", 400,
       "unknownMember", "/consumerSecrt"},
      {"foreign login", "PUT", "/api/v1/apps/a",
       R"({"loginUrl":"https://evil.example","consumerKey":"k"})", 400, "originRefused",
       "/loginUrl"},
      {"no such app", "POST", "/api/v1/connections", R"({"app":"none"})", 400, "badMember", "/app"},
      {"bad return", "POST", "/api/v1/connections", R"({"app":"a","returnTo":"//evil.example"})",
       400, "badMember", "/returnTo"},
      {"no such connection", "PUT", "/api/v1/syncs/s", R"({"connection":"x","mapping":"m"})", 400,
       "badMember", "/connection"},
      {"unknown field", "PUT", "/api/v1/records/participant/1", R"({"fields":{"first_nam":1}})",
       400, "unknownField", "/fields/first_nam"},
      {"wrong value", "PUT", "/api/v1/records/participant/1", R"({"fields":{"vip":"yes"}})", 400,
       "wrongType", "/fields/vip"},
      {"twice", "PUT", "/api/v1/records/participant/1", R"({"fields":{"vip":true,"vip":false}})",
       400, "jsonDuplicateKey", "/fields/vip"},
      {"other key", "PUT", "/api/v1/records/participant/1", R"({"fields":{"id":"2"}})", 400,
       "keyMismatch", "/fields/id"},
      {"key of two lines", "PUT", "/api/v1/records/participant/a%0Ab", R"({"fields":{}})", 400,
       "badTarget", ""},
      {"list of two lines", "PUT", "/api/v1/records/participant/1",
       R"({"fields":{},"lists":["vip","a\nb"]})", 400, "badMember", "/lists/1"},
      {"run of a key of two lines", "POST", "/api/v1/syncs/s/runs", R"({"records":["a","b\nc"]})",
       400, "badMember", "/records/1"},
      {"plan of a key of two lines", "POST", "/api/v1/syncs/s/plan", R"({"records":["b\u0000"]})",
       400, "badMember", "/records/0"},
      {"no such object", "PUT", "/api/v1/records/participnt/1", R"({"fields":{}})", 404,
       "objectNotFound", ""},
      {"too large", "PUT", "/api/v1/apps/a", std::string(300 << 10, ' '), 413, "bodyTooLarge", ""},
  };
  ASSERT_TRUE(at.wait(at.store->documents().put(at.tenant,
                                                {.kind = store::DocumentKind::sync,
                                                 .name = "s",
                                                 .version = 0,
                                                 .text = R"({"connection":"x","mapping":"m"})",
                                                 .updated_at = at.clock.now()},
                                                std::nullopt)));
  for (const BadBody& row : table) {
    const Reply reply = at.call(row.method, row.path, row.body);
    EXPECT_EQ(reply.status, row.status) << row.name << reply.body;
    EXPECT_EQ(member(reply.body, "code"), row.code) << row.name << reply.body;
    const std::string place = member(reply.body, "pointer") + member(reply.body, "at");
    EXPECT_EQ(place, row.place) << row.name << reply.body;
  }
}

TEST_F(Resources, KeepARecordsDigitsAndItsVersion) {
  const std::string path = "/api/v1/records/participant/P%201";
  const Reply made = at.call("PUT", path, R"({"fields":{"score":12.50,"first_name":"Ada"}})");
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_NE(made.body.find(R"("score":12.50)"), std::string::npos) << made.body;
  const Reply changed = at.call("PUT", path, R"({"fields":{"first_name":null}})",
                                {{"If-Match", made.header("ETag")}});
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_NE(changed.body.find(R"("score":12.50)"), std::string::npos) << "named fields only";
  const Reply late = at.call("PUT", path, R"({"fields":{"first_name":"Eve"}})",
                             {{"If-Match", made.header("ETag")}});
  EXPECT_EQ(late.status, 412) << late.body;
  EXPECT_EQ(at.call("DELETE", path, "", {{"If-Match", made.header("ETag")}}).status, 412);
  EXPECT_EQ(at.call("DELETE", path).status, 204);
  EXPECT_EQ(at.call("GET", path).status, 404);
}

TEST_F(Resources, ImportGoodLinesAndReportBadOnes) {
  const std::string lines =
      "{\"key\":\"1\",\"fields\":{\"first_name\":\"Zo\xc3\xab\"}}\n"
      "not json\n\n"
      "{\"fields\":{\"id\":\"2\",\"score\":1.10}}\r\n"
      "{\"key\":\"3\",\"fields\":{\"nope\":1}}\n"
      "{\"key\":\"\",\"fields\":{}}\n"
      "{\"key\":\"4\",\"fields\":{\"first_name\":\"\xff\"}}\n" +
      std::string(2 << 20, 'x') +
      "\n"
      "{\"key\":\"5\",\"fields\":{\"tags\":[\"A\"]}}";
  const Reply reply = at.call("POST", "/api/v1/records/participant/import", lines,
                              {{"Content-Type", "application/x-ndjson"}});
  ASSERT_EQ(reply.status, 200) << reply.body;
  const auto answer = json::read(reply.body);
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ((*answer)["accepted"], 3);
  EXPECT_EQ((*answer)["refused"], 5);
  std::vector<std::pair<int, std::string>> errors;
  for (const auto& error : (*answer)["errors"]) errors.emplace_back(error["line"], error["code"]);
  const std::vector<std::pair<int, std::string>> expected{
      {2, "jsonSyntax"}, {5, "unknownField"}, {6, "badKey"}, {7, "jsonUtf8"}, {8, "lineTooLong"}};
  EXPECT_EQ(errors, expected);
}

TEST_F(Resources, ImportCsvWithTypedCells) {
  const std::string csv =
      "id,first_name,score,vip,tags\r\n1,\"Line\nbreak\",1.50,true,A;B\r\n2,,x,,\r\n3,c,,"
      "false\r\n4,,,,\r\n";
  const Reply reply =
      at.call("POST", "/api/v1/records/participant/import", csv, {{"Content-Type", "text/csv"}});
  ASSERT_EQ(reply.status, 200) << reply.body;
  const auto answer = json::read(reply.body);
  EXPECT_EQ((*answer)["accepted"], 2) << reply.body;
  EXPECT_EQ((*answer)["errors"][0]["line"], 4) << "the quoted line break counts";
  EXPECT_EQ((*answer)["errors"][1]["code"], "csvColumns");
  const Reply record = at.call("GET", "/api/v1/records/participant/1");
  EXPECT_NE(
      record.body.find(
          R"("fields":{"id":"1","first_name":"Line\nbreak","score":1.50,"vip":true,"tags":["A","B"]})"),
      std::string::npos)
      << record.body;
  const Reply bad = at.call("POST", "/api/v1/records/participant/import", "id,nope\n1,2\n",
                            {{"Content-Type", "text/csv"}});
  EXPECT_EQ(bad.status, 400) << bad.body;
}

TEST_F(Resources, ListRecordsInPagesOrAsLines) {
  std::string lines;
  for (int i = 0; i < 25; ++i) {
    lines += "{\"key\":\"k" + std::to_string(i + 10) + "\",\"fields\":{\"score\":1}}\n";
  }
  at.call("POST", "/api/v1/records/participant/import", lines,
          {{"Content-Type", "application/x-ndjson"}});
  std::size_t seen = 0, pages = 0;
  std::string after;
  do {
    const auto page =
        json::read(at.call("GET", "/api/v1/records/participant?limit=10&after=" + after).body);
    ASSERT_TRUE(page.has_value());
    seen += (*page)["items"].size();
    after = json::text_member(*page, "next");
    ++pages;
  } while (!after.empty() && pages < 10);
  EXPECT_EQ(seen, 25u);
  EXPECT_EQ(pages, 3u);
  const Reply streamed =
      at.call("GET", "/api/v1/records/participant", "", {{"Accept", "application/x-ndjson"}});
  EXPECT_EQ(std::count(streamed.body.begin(), streamed.body.end(), '\n'), 25);
  EXPECT_EQ(at.call("GET", "/api/v1/records/participant?limit=0").status, 400);
  EXPECT_EQ(at.call("GET", "/api/v1/records/participant?state=lost").status, 400);
  EXPECT_EQ(at.call("GET", "/api/v1/records/participant", "", {{"Accept", "image/png"}}).status,
            406);
}

TEST_F(Resources, LeaveToSalesforceWhatSalesforceOwns) {
  const runtime::Stamp now = at.clock.now();
  const std::string mapping =
      R"({"version":1,"name":"P","objects":[{"platform":"participant","salesforce":"Contact",
      "direction":"both","match":{"externalId":"Key__c"},"fields":[
      {"platform":"first_name","salesforce":"FirstName"},
      {"platform":"score","salesforce":"Score__c","direction":"pull"}]}]})";
  ASSERT_EQ(at.call("PUT", "/api/v1/mappings/m", mapping).status, 200);
  store::DocumentRow sync{.kind = store::DocumentKind::sync,
                          .name = "s",
                          .version = 0,
                          .text = R"({"connection":"c","mapping":"m"})",
                          .updated_at = now};
  ASSERT_TRUE(at.wait(at.store->documents().put(at.tenant, sync, std::nullopt)).has_value());
  const Reply reply = at.call("PUT", "/api/v1/records/participant/1", R"({"fields":{"score":2}})");
  EXPECT_EQ(reply.status, 409) << reply.body;
  EXPECT_EQ(member(reply.body, "code"), "fieldAuthority");
  EXPECT_EQ(
      at.call("PUT", "/api/v1/records/participant/1", R"({"fields":{"first_name":"A"}})").status,
      201);
}

TEST_F(Resources, ResumeARunsEventsAfterTheLastSeen) {
  store::RunRow run;
  run.id = "run1";
  run.sync = "s";
  run.started_at = at.clock.now();
  ASSERT_TRUE(at.wait(at.store->runs().create(at.tenant, run)).has_value());
  at.on_context([&] {
    at.events->open(at.tenant, "run1");
    at.events->publish(at.tenant, "run1", "progress", R"({"n":1})");
    at.events->publish(at.tenant, "run1", "issue", R"({"n":2})");
    at.events->end(at.tenant, "run1", R"({"n":3})");
  });
  const Reply all = at.call("GET", "/api/v1/runs/run1/events");
  EXPECT_EQ(all.header("Content-Type"), "text/event-stream");
  EXPECT_EQ(all.body,
            "id: 1\nevent: progress\ndata: {\"n\":1}\n\nid: 2\nevent: issue\ndata: {\"n\":2}\n\n"
            "id: 3\nevent: end\ndata: {\"n\":3}\n\n");
  const Reply rest = at.call("GET", "/api/v1/runs/run1/events", "", {{"Last-Event-ID", "2"}});
  EXPECT_EQ(rest.body, "id: 3\nevent: end\ndata: {\"n\":3}\n\n");
  EXPECT_EQ(at.call("GET", "/api/v1/runs/run1/events", "", {{"Last-Event-ID", "x"}}).status, 400);
}

TEST_F(Resources, ServeTheConsolesFilesAndNothingElse) {
  const Reply index = at.send("GET", "/");
  EXPECT_EQ(index.status, 200);
  EXPECT_EQ(index.header("Cache-Control"), "no-cache");
  EXPECT_EQ(index.header("X-Content-Type-Options"), "nosniff");
  const std::string policy = index.header("Content-Security-Policy");
  for (const char* part : {"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'",
                           "frame-ancestors 'none'", "base-uri 'none'"}) {
    EXPECT_NE(policy.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(at.send("GET", "/index.html", "", {{"If-None-Match", index.header("ETag")}}).status,
            304);
  const Reply script = at.send("GET", "/assets/app-1a2b3c.js");
  EXPECT_EQ(script.body, "console.log('plain')");
  EXPECT_EQ(script.header("Cache-Control"), "public, max-age=31536000, immutable");
  const Reply packed =
      at.send("GET", "/assets/app-1a2b3c.js", "", {{"Accept-Encoding", "gzip, br"}});
  EXPECT_EQ(packed.header("Content-Encoding"), "br");
  EXPECT_EQ(packed.body, "brotli bytes");
  EXPECT_NE(packed.header("ETag"), script.header("ETag"));
  EXPECT_EQ(at.send("POST", "/index.html").status, 405);
  for (const char* path :
       {"/../secret.txt", "/%2e%2e/secret.txt", "/assets/../../secret.txt", "/..%2fsecret.txt",
        "/assets/..%5c..%5csecret.txt", "//secret.txt", "/link.txt", "/assets", "/assets/",
        "/index.html%00.js", "/assets/app-1a2b3c.js.br", "/data/vault.key"}) {
    const Reply reply = at.send("GET", path);
    EXPECT_TRUE(reply.status == 404 || reply.status == 400) << path << " " << reply.status;
    EXPECT_EQ(reply.body.find("outside"), std::string::npos) << path;
  }
}

TEST_F(Resources, SignInByKeyAndByTicketOnce) {
  const Reply bad = at.send("POST", "/api/v1/session", R"({"apiKey":"cwk_no"})",
                            {{"Content-Type", "application/json"}});
  EXPECT_EQ(bad.status, 401);
  const Reply made = at.call("POST", "/api/v1/session/tickets", "{}");
  ASSERT_EQ(made.status, 201);
  const std::string path = member(made.body, "url").substr(at.url().size());
  const Reply first = at.send("GET", path);
  EXPECT_EQ(first.status, 302);
  EXPECT_EQ(first.header("Location"), "/");
  const std::string cookie = first.header("Set-Cookie");
  for (const char* part : {"HttpOnly", "SameSite=Strict", "Path=/"}) {
    EXPECT_NE(cookie.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(at.send("GET", path).status, 404);
  const net::Header session{"Cookie", cookie.substr(0, cookie.find(';'))};
  EXPECT_EQ(at.send("GET", "/api/v1/session", "", {session}).body, R"({"tenant":"first"})");
  const std::vector<net::Header> own{session, {"X-Crosswalk", "1"}, {"Origin", at.url()}};
  EXPECT_EQ(at.send("DELETE", "/api/v1/session", "", own).status, 204);
  EXPECT_EQ(at.send("GET", "/api/v1/session", "", {session}).status, 401);
}

}  // namespace
}  // namespace crosswalk::api_test
