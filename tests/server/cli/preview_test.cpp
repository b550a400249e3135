// crosswalk preview: a file of records through a mapping, no server.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
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
 {"name":"LastName","label":"Last Name","type":"string","length":8,"createable":true,
  "updateable":true,"nillable":false},
 {"name":"Key__c","label":"Key","type":"string","length":36,"createable":true,"updateable":true,
  "nillable":true,"externalId":true,"unique":true,"custom":true,"idLookup":true}]})";
constexpr const char* kMapping = R"({"version":1,"name":"P","objects":[{
 "platform":"participant","salesforce":"Contact","direction":"push",
 "match":{"externalId":"Key__c"},"fields":[{"platform":"last_name","salesforce":"LastName"}]}]})";

class PreviewCommand : public testing::Test {
 protected:
  Arguments with(const std::string& records, const Arguments& more = {}) {
    Arguments all{"preview",      mapping,  "--platform", platform,
                  "--salesforce", describe, "--records",  records};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  Folder folder;
  std::string mapping = folder.file("mapping.json", kMapping);
  std::string platform = folder.file("platform.json", kPlatform);
  std::string describe = folder.file("Contact.json", kDescribe);
};

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_F(PreviewCommand, SaysInWordsWhatIsWrong) {
  const Outcome outcome =
      run(with(folder.file("people.csv", "id;last_name\n1;Ana\n2;Longbottom\n3;\n3;Bo\n")));
  EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
  EXPECT_NE(outcome.out.find("row 2: \"Longbottom\""), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("4 rows: 1 accepted, 3 refused"), std::string::npos) << outcome.out;
  EXPECT_EQ(outcome.err, "") << "no progress where nobody looks";
}

TEST_F(PreviewCommand, AGoodFileIsGood) {
  const Outcome outcome = run(with(folder.file("people.csv", "id,last_name\n1,Ana\n")));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.out << outcome.err;
}

TEST_F(PreviewCommand, PrintsOneReportAndWritesOffenders) {
  const std::string offenders = folder.path("offenders.ndjson");
  const Outcome outcome =
      run(with(folder.file("people.ndjson", "{\"id\":\"1\",\"last_name\":\"Longbottom\"}\n{\n"),
               {"--json", "--offenders", offenders}));
  EXPECT_EQ(outcome.exit_code, 1);
  const auto report = json::read(outcome.out);
  ASSERT_TRUE(report.has_value()) << outcome.out;
  EXPECT_EQ((*report)["rows"], 2);
  EXPECT_EQ((*report)["refused"], 2);
  const std::string lines = content_of(offenders);
  EXPECT_TRUE(lines.starts_with(
      R"({"row":1,"code":"CW3001","salesforce":"LastName","salesforceCode":"STRING_TOO_LONG")"))
      << lines;
  EXPECT_NE(lines.find(R"({"row":2,"code":"CW3018","salesforce":null,"salesforceCode":null)"),
            std::string::npos)
      << lines;
}

TEST_F(PreviewCommand, TellsFilesThatCannotBeReadFromMappingsThatAreWrong) {
  EXPECT_EQ(run(with(folder.path("nowhere.csv"))).exit_code, 2);
  EXPECT_EQ(run(with(folder.path("people.csv"), {"--object", "account"})).exit_code, 1);
  const Outcome empty = run(with(folder.file("empty.csv", "")));
  EXPECT_EQ(empty.exit_code, 1);
  EXPECT_NE(empty.err.find("csvHeader"), std::string::npos) << empty.err;
}

// The records come through a pipe that stays open: the command waits, is interrupted, and reports
// what it saw.
TEST_F(PreviewCommand, StopsWhenInterruptedAndReportsWhatItSaw) {
  const std::string pipe = folder.path("people.csv");
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const std::string out = folder.path("out.json");
  const pid_t child = fork();
  if (child == 0) {
    const int to = open(out.c_str(), O_WRONLY | O_CREAT, 0600);
    dup2(to, STDOUT_FILENO);
    execl(CROSSWALK_BIN_DIR "/crosswalk", "crosswalk", "preview", mapping.c_str(), "--platform",
          platform.c_str(), "--salesforce", describe.c_str(), "--records", pipe.c_str(), "--json",
          nullptr);
    _exit(127);
  }
  const int writer = open(pipe.c_str(), O_WRONLY);  // waits until the command reads
  ASSERT_GE(writer, 0);
  std::string rows = "id,last_name\n";
  for (int i = 0; rows.size() < (std::size_t{1} << 20); ++i) rows += std::to_string(i) + ",Ana\n";
  for (std::size_t at = 0; at < rows.size();) {
    const ssize_t count = write(writer, rows.data() + at, rows.size() - at);
    ASSERT_GT(count, 0);
    at += static_cast<std::size_t>(count);
  }
  ASSERT_EQ(kill(child, SIGINT), 0);
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  close(writer);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 1);
  const auto report = json::read(content_of(out));
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ((*report)["complete"], false);
  EXPECT_GT((*report)["rows"], 0);
}

}  // namespace
}  // namespace crosswalk::cli_test
