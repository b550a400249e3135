// validate, plan, suggest and usage: no server.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "json/read.hpp"
#include "server/cli/program.hpp"

namespace crosswalk::cli_test {
namespace {

constexpr const char* kPlatform =
    R"({"version":1,"objects":[{"name":"participant","key":"id","fields":[
 {"name":"id","type":"text","maxLength":36,"required":true,"unique":true},
 {"name":"last_name","type":"text","maxLength":80}]}]})";
constexpr const char* kDescribe = R"({"name":"Contact","label":"Contact","createable":true,
 "updateable":true,"queryable":true,"fields":[
 {"name":"Id","type":"id","length":18},
 {"name":"LastName","label":"Last Name","type":"string","length":80,"createable":true,
  "updateable":true,"nillable":false},
 {"name":"Key__c","label":"Key","type":"string","length":36,"createable":true,"updateable":true,
  "nillable":true,"externalId":true,"unique":true,"custom":true,"idLookup":true}]})";

std::string mapping_with(const std::string& salesforce_field) {
  return "{\n  // who comes\n  \"version\": 1, \"name\": \"P\",\n  \"objects\": [{\n"
         "    \"platform\": \"participant\", \"salesforce\": \"Contact\", \"direction\": "
         "\"push\",\n"
         "    \"match\": { \"externalId\": \"Key__c\" },\n    \"fields\": [\n"
         "      { \"platform\": \"last_name\", \"salesforce\": \"" +
         salesforce_field + "\" }\n    ]\n  }]\n}\n";
}

class Offline : public testing::Test {
 protected:
  Arguments with_schemas(const std::string& command, const std::string& mapping) {
    return {command, mapping, "--platform", platform, "--salesforce", describe};
  }
  Folder folder;
  std::string platform = folder.file("platform.json", kPlatform);
  std::string describe = folder.file("Contact.json", kDescribe);
};

TEST_F(Offline, ValidatesAGoodMapping) {
  const Outcome outcome =
      run(with_schemas("validate", folder.file("good.json", mapping_with("LastName"))));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.out << outcome.err;
}

TEST_F(Offline, NamesTheLineOfAFinding) {
  const std::string mapping = folder.file("bad.json", mapping_with("LastNme"));
  const Outcome outcome = run(with_schemas("validate", mapping));
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.out.find(mapping + ":8:"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("LastName"), std::string::npos) << "what was probably meant";
  EXPECT_EQ(outcome.out.find('\x1b'), std::string::npos) << "no colours into a file";
}

TEST_F(Offline, PrintsOneJsonDocument) {
  Arguments arguments = with_schemas("validate", folder.file("bad.json", mapping_with("LastNme")));
  arguments.push_back("--json");
  const Outcome outcome = run(arguments);
  EXPECT_EQ(outcome.exit_code, 1);
  const auto report = json::read(outcome.out);
  ASSERT_TRUE(report.has_value()) << outcome.out;
  EXPECT_EQ((*report)["ok"], false);
  bool named = false;
  for (const auto& finding : (*report)["diagnostics"]) {
    named =
        named || (finding["line"] == 8 && finding["pointer"] == "/objects/0/fields/0/salesforce");
  }
  EXPECT_TRUE(named) << outcome.out;
}

TEST_F(Offline, TellsAFieldThatTheUserMayNotSeeFromOneThatIsNotThere) {
  const std::string mapping = folder.file("good.json", mapping_with("Title"));
  std::string all = kDescribe;
  all.insert(all.find("{\"name\":\"LastName\""),
             R"({"name":"Title","label":"Title","type":"string","length":80},)");
  Arguments arguments = with_schemas("validate", mapping);
  EXPECT_NE(run(arguments).out.find("CW2102"), std::string::npos);
  arguments.insert(arguments.end(), {"--admin-describe", folder.file("admin.json", all)});
  const std::string text = run(arguments).out;
  EXPECT_NE(text.find("CW2130"), std::string::npos) << text;
  arguments.emplace_back("--json");
  EXPECT_NE(run(arguments).out.find("\"CW2130\""), std::string::npos);
}

TEST(Explain, SaysWhatACodeMeans) {
  const Outcome one = run({"explain", "cw2102"});
  EXPECT_EQ(one.exit_code, 0) << one.err;
  for (const char* part : {"CW2102 error", "Example:", "Cause:", "Cure:"}) {
    EXPECT_NE(one.out.find(part), std::string::npos) << one.out;
  }
  const auto entry = json::read(run({"explain", "2102", "--json"}).out);
  ASSERT_TRUE(entry.has_value());
  EXPECT_EQ((*entry)["code"], "CW2102");
  EXPECT_EQ(run({"explain", "CW9999"}).exit_code, 2);
  EXPECT_EQ(run({"explain"}).exit_code, 2);
}

TEST(Explain, ListsEveryCodeAndEveryPairOfTypes) {
  const auto all = json::read(run({"explain", "--all", "--json"}).out);
  ASSERT_TRUE(all.has_value());
  EXPECT_GT((*all)["codes"].size(), 100U);
  const auto types = json::read(run({"explain", "--types", "--json"}).out);
  ASSERT_TRUE(types.has_value());
  EXPECT_GT((*types)["platformTypes"].size(), 20U);
  EXPECT_NE(run({"explain", "--all", "--markdown"}).out.find("### CW1001 "), std::string::npos);
  EXPECT_EQ(run({"explain", "--types", "--markdown"}).out.find("# "), 0U);
}

struct Unreadable {
  const char* name;
  std::string mapping, platform;
  int exit_code;
  const char* says;
};

TEST_F(Offline, TellsFilesThatAreBroken) {
  const Unreadable table[] = {
      {"syntax in the mapping is a finding", folder.file("s.json", "{\n  \"version\": ,\n}"),
       platform, 1, "s.json:2:14"},
      {"deep", folder.file("d.json", std::string(100'000, '[')), platform, 1, "d.json:1:"},
      {"not utf-8", folder.file("u.json", "{\"name\":\"\xc3\x28\"}"), platform, 1, "u.json:1:"},
      {"100 MB", folder.file("big.json", std::string(std::size_t{100} << 20, ' ')), platform, 2,
       "larger than 32 MiB"},
      {"absent", folder.path("none.json"), platform, 2, "none.json"},
      {"a folder", folder.path("."), platform, 2, "folder"},
      {"a broken schema", folder.file("g.json", mapping_with("LastName")),
       folder.file("p.json", "{\"version\":1,\n\"objects\":[}"), 2, "p.json:2:"},
  };
  for (const Unreadable& row : table) {
    const Outcome outcome =
        run({"validate", row.mapping, "--platform", row.platform, "--salesforce", describe});
    EXPECT_EQ(outcome.exit_code, row.exit_code) << row.name << outcome.out << outcome.err;
    EXPECT_NE((outcome.out + outcome.err).find(row.says), std::string::npos)
        << row.name << ": " << outcome.out << outcome.err;
  }
}

TEST_F(Offline, PlansFromFiles) {
  Arguments arguments = with_schemas("plan", folder.file("good.json", mapping_with("LastName")));
  const std::string left = folder.file(
      "left.ndjson",
      "{\"object\":\"participant\",\"key\":\"1\",\"fields\":{\"id\":\"1\",\"last_name\":\"A\"}}\n");
  const std::string right = folder.file("right.ndjson", "");
  arguments.insert(arguments.end(), {"--left", left, "--right", right, "--json"});
  const Outcome outcome = run(arguments);
  ASSERT_EQ(outcome.exit_code, 0) << outcome.out << outcome.err;
  const auto plan = json::read(outcome.out);
  ASSERT_TRUE(plan.has_value());
  EXPECT_EQ((*plan)["totals"]["salesforce"]["create"], 1) << outcome.out;
  arguments.pop_back();
  EXPECT_NE(run(arguments).out.find("participant 1"), std::string::npos);
}

TEST_F(Offline, NamesTheLineOfABrokenRecordFile) {
  Arguments arguments = with_schemas("plan", folder.file("good.json", mapping_with("LastName")));
  const std::string left = folder.file("left.ndjson", "{\"object\":\"participant\"\n");
  arguments.insert(arguments.end(), {"--left", left, "--right", folder.file("r.ndjson", "")});
  const Outcome outcome = run(arguments);
  EXPECT_EQ(outcome.exit_code, 2) << outcome.err;
  EXPECT_NE(outcome.err.find(left + ":"), std::string::npos) << outcome.err;
}

TEST_F(Offline, SuggestsWhichFieldsGoTogether) {
  Arguments arguments{"suggest", "--platform", platform, "--salesforce", describe};
  const Outcome table = run(arguments);
  EXPECT_EQ(table.exit_code, 0) << table.err;
  EXPECT_NE(table.out.find("participant.last_name"), std::string::npos) << table.out;
  EXPECT_NE(table.out.find("Contact.LastName"), std::string::npos) << table.out;
  EXPECT_NE(table.out.find("The names are the same."), std::string::npos) << table.out;
  arguments.emplace_back("--json");
  const Outcome json_outcome = run(arguments);
  EXPECT_EQ(json_outcome.exit_code, 0) << json_outcome.err;
  const auto document = json::read(json_outcome.out);
  ASSERT_TRUE(document.has_value()) << json_outcome.out;
  ASSERT_EQ((*document)["suggestions"].size(), 2U) << json_outcome.out;
  EXPECT_EQ((*document)["suggestions"][0]["salesforce"], "Key__c");
  EXPECT_LT((*document)["suggestions"][0]["score"], 0.9) << "an id may be any id";
  EXPECT_EQ((*document)["suggestions"][1]["salesforce"], "LastName");
  EXPECT_EQ((*document)["suggestions"][1]["score"], 1);
}

TEST_F(Offline, SuggestsByTheValuesOfRecords) {
  const std::string schema = folder.file(
      "columns.json",
      R"({"version":1,"objects":[{"name":"row","key":"c1","fields":[{"name":"c1","type":"text"},
          {"name":"c2","type":"text"}]}]})");
  const std::string contact =
      folder.file("Email.json",
                  R"({"name":"Contact","createable":true,"fields":[{"name":"Email","label":"Email",
                       "type":"email","length":80,"createable":true,"updateable":true}]})");
  const std::string records = folder.file("rows.csv", "c1,c2\n1,a@example.org\n2,b@example.org\n");
  Arguments arguments{"suggest", "--platform", schema, "--salesforce", contact, "--json"};
  EXPECT_EQ(run(arguments).out, "{\"suggestions\":[]}\n");
  arguments.insert(arguments.end(), {"--records", records});
  const Outcome outcome = run(arguments);
  EXPECT_NE(outcome.out.find("\"platform\":\"c2\""), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("Its values are e-mail addresses."), std::string::npos) << outcome.out;
  arguments.back() = folder.file("broken.ndjson", "{}\n{\"c1\"");
  const Outcome broken = run(arguments);
  EXPECT_EQ(broken.exit_code, 2);
  EXPECT_NE(broken.err.find("broken.ndjson:2:"), std::string::npos) << broken.err;
  arguments.back() = folder.path("none.csv");
  EXPECT_EQ(run(arguments).exit_code, 2);
}

TEST(Usage, IsExplainedAndExitsTwo) {
  struct Row {
    Arguments arguments;
    const char* says;
  };
  const Row table[] = {{{"validte"}, "Did you mean \"validate\"?"},
                       {{"tenant", "creat"}, "Did you mean \"create\"?"},
                       {{}, "subcommand"},
                       {{"validate"}, "MAPPING"},
                       {{"suggest"}, "--platform"},
                       {{"serve", "--lisen", "x"}, "--lisen"},
                       {{"serve", "--listen", "nowhere"}, "HOST:PORT"},
                       {{"status"}, "CROSSWALK_API_KEY"}};
  const Folder folder;
  for (const Row& row : table) {
    const Outcome outcome =
        run(row.arguments, {"CROSSWALK_API_KEY=", "CROSSWALK_DATA=" + folder.path("data")});
    EXPECT_EQ(outcome.exit_code, 2) << row.says << outcome.err;
    EXPECT_NE(outcome.err.find(row.says), std::string::npos) << row.says << ": " << outcome.err;
  }
  EXPECT_EQ(run({"--help"}).exit_code, 0);
}

}  // namespace
}  // namespace crosswalk::cli_test
