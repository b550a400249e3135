// A running server and the commands that talk to it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "json/read.hpp"
#include "server/cli/program.hpp"

namespace crosswalk::cli_test {
namespace {

std::string create_tenant(const std::string& data, const std::string& name) {
  const Outcome outcome = run({"tenant", "create", name, "--data", data, "--json"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto document = json::read(outcome.out);
  if (!document) return "";
  EXPECT_EQ(json::text_member(*document, "tenant"), name);
  return json::text_member(*document, "apiKey");
}

TEST(Serve, SaysWhereItIsAndEndsOnSigterm) {
  const Folder folder;
  Serving serving(folder.path("data"));
  const auto line = json::read(serving.first_line);
  ASSERT_TRUE(line.has_value()) << serving.first_line;
  EXPECT_EQ(serving.url.rfind("http://127.0.0.1:", 0), 0u);
  EXPECT_GT(json::integer_member(*line, "pid"), 0);
  EXPECT_NE(json::text_member(*line, "version"), "");
  EXPECT_EQ(serving.stop(), 0);
}

TEST(Serve, RefusesADataFolderThatIsInUse) {
  const Folder folder;
  Serving serving(folder.path("data"));
  const Outcome second = run({"serve", "--data", folder.path("data"), "--listen", "127.0.0.1:0"});
  EXPECT_EQ(second.exit_code, 1);
  EXPECT_NE(second.err.find("dataInUse"), std::string::npos) << second.err;
}

TEST(Serve, TakesTenantsBeforeAndWhileItRuns) {
  const Folder folder;
  const std::string data = folder.path("data");
  const std::string before = create_tenant(data, "before");
  Serving serving(data);
  const std::string during = create_tenant(data, "during");
  for (const std::string& key : {before, during}) {
    const Outcome status =
        run({"status", "--json"}, {"CROSSWALK_URL=" + serving.url, "CROSSWALK_API_KEY=" + key});
    EXPECT_EQ(status.exit_code, 0) << status.err;
  }
  EXPECT_EQ(run({"tenant", "create", "during", "--data", data}).exit_code, 1);
}

TEST(Serve, RecordsGoInAndComeOut) {
  const Folder folder;
  Serving serving(folder.path("data"));
  const std::string key_file = folder.file("key", create_tenant(folder.path("data"), "t") + "\n");
  const auto call = [&](Arguments arguments) {
    arguments.insert(arguments.end(), {"--url", serving.url, "--key-file", key_file});
    return run(arguments);
  };
  const Outcome early = call({"records", "list", "participant"});
  EXPECT_EQ(early.exit_code, 0) << early.err;
  const Outcome no_schema =
      call({"records", "put", "participant", "1", "--fields", R"({"first_name":"A"})"});
  EXPECT_EQ(no_schema.exit_code, 1);
  EXPECT_NE(no_schema.err.find("platformSchemaNotFound"), std::string::npos) << no_schema.err;
  const Outcome broken = call({"records", "put", "participant", "1", "--fields", "{"});
  EXPECT_EQ(broken.exit_code, 2);
  EXPECT_NE(broken.err.find("--fields:1:"), std::string::npos) << broken.err;
  const Outcome issues = call({"issues", "--json"});
  EXPECT_EQ(issues.exit_code, 0) << issues.err;
  EXPECT_EQ(issues.out, "{\"items\":[],\"next\":null}\n");
}

TEST(Serve, TellsThatNothingListens) {
  const Outcome outcome =
      run({"status"}, {"CROSSWALK_URL=http://127.0.0.1:9", "CROSSWALK_API_KEY=cwk_x"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.err.find("http://127.0.0.1:9"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace crosswalk::cli_test
