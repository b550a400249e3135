// An org in the test's own memory with a clock that stands still until it is moved.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "json/read.hpp"
#include "org/org.hpp"

namespace crosswalk::org {

using Json = nlohmann::ordered_json;

class LocalOrg {
 public:
  explicit LocalOrg(std::uint64_t contacts = 0, LoginOptions login = {}) {
    Schema schema;
    const auto tables = read_tables(CROSSWALK_ORG_OBJECTS);
    EXPECT_TRUE(tables.has_value());
    for (const Json& table : *tables) schema.add(*read_describe(table));
    OrgOptions options;
    options.contacts = contacts;
    options.login = std::move(login);
    options.login.consumer_key = "key";
    options.login.consumer_secret = "secret";
    org = std::make_unique<Org>(std::move(schema), options, [this] { return now_ms; });
    org->set_base("http://org.test");
    token = org->login().open_session();
  }

  Response send(const std::string& method, const std::string& path, const std::string& body = "",
                std::map<std::string, std::string> headers = {}) {
    Request request{method, path.starts_with("/") ? path : "/services/data/v62.0/" + path, body,
                    std::move(headers)};
    if (!request.headers.contains("authorization"))
      request.headers["authorization"] = "Bearer " + token;
    return org->handle(request);
  }
  Json query(const std::string& soql) { return read(send("GET", "query?q=" + url_encode(soql))); }
  static Json read(const Response& response) {
    auto tree = json::read(response.body);
    EXPECT_TRUE(tree.has_value()) << response.body;
    return tree ? *tree : Json();
  }
  std::string create(const std::string& object, const std::string& body) {
    const Response made = send("POST", "sobjects/" + object, body);
    EXPECT_EQ(made.status, 201) << made.body;
    return made.status == 201 ? read(made)["id"].get<std::string>() : "";
  }

  std::int64_t now_ms = 1'767'225'600'000;  // 2026-01-01T00:00:00Z
  std::unique_ptr<Org> org;
  std::string token;
};

inline std::string header_of(const Response& response, const std::string& name) {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return {};
}

}  // namespace crosswalk::org
