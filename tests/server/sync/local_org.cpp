#include "local_org.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "json/read.hpp"

extern char** environ;

namespace crosswalk::sync {
namespace {

// The child's standard output goes to `output` where that is no -1.
int spawn_org(std::vector<std::string> arguments, int output) {
  arguments.insert(arguments.begin(), CROSSWALK_ORG_PROGRAM);
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (output >= 0) posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  int pid = -1;
  if (posix_spawn(&pid, CROSSWALK_ORG_PROGRAM, &actions, nullptr, argv.data(), environ) != 0)
    pid = -1;
  posix_spawn_file_actions_destroy(&actions);
  return pid;
}

std::string read_line(int from) {
  std::string line;
  for (char c = 0; ::read(from, &c, 1) == 1 && c != '\n';) line += c;
  return line;
}

}  // namespace

LocalOrg::LocalOrg(std::vector<std::string> flags) {
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) return;
  output_ = ends[0];
  pid_ = spawn_org(std::move(flags), ends[1]);
  ::close(ends[1]);
  if (pid_ < 0) return;
  const auto head = json::read(read_line(output_));
  if (head) url_ = json::text_member(*head, "url");
}

LocalOrg::~LocalOrg() {
  if (pid_ > 0) {
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
  }
  if (output_ >= 0) ::close(output_);
}

bool run_org_command(std::vector<std::string> arguments) {
  const int pid = spawn_org(std::move(arguments), -1);
  int status = 0;
  return pid > 0 && ::waitpid(pid, &status, 0) == pid && WIFEXITED(status) &&
         WEXITSTATUS(status) == 0;
}

}  // namespace crosswalk::sync
