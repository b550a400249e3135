#include "server/cli/program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "json/read.hpp"
#include "nlohmann/json.hpp"

namespace crosswalk::cli_test {
namespace {

pid_t spawn(const Arguments& arguments, const Arguments& environment, int out, int err) {
  const pid_t pid = fork();
  if (pid != 0) return pid;
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  const std::string program = std::string(CROSSWALK_BIN_DIR) + "/crosswalk";
  std::vector<char*> words{const_cast<char*>(program.c_str())};
  for (const std::string& word : arguments) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  for (const std::string& entry : environment) putenv(const_cast<char*>(entry.c_str()));
  execv(program.c_str(), words.data());
  _exit(127);
}

int exit_code_of(pid_t pid) {
  int status = 0;
  waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::string read_all(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

Outcome run(const Arguments& arguments, const Arguments& environment) {
  const Folder folder;
  const int out = open(folder.path("out").c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  const int err = open(folder.path("err").c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  const pid_t pid = spawn(arguments, environment, out, err);
  Outcome outcome;
  outcome.exit_code = exit_code_of(pid);
  close(out);
  close(err);
  outcome.out = read_all(folder.path("out"));
  outcome.err = read_all(folder.path("err"));
  return outcome;
}

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "crosswalk-cli-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string Folder::file(const std::string& name, const std::string& text) const {
  const std::filesystem::path path = path_ / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
  return path.string();
}

Serving::Serving(const std::string& data, const Arguments& more) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  Arguments arguments{"serve", "--data", data, "--listen", "127.0.0.1:0", "--log-level", "error"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  pid_ = spawn(arguments, {}, ends[1], STDERR_FILENO);
  close(ends[1]);
  out_ = ends[0];
  pollfd ready{.fd = out_, .events = POLLIN, .revents = 0};
  char byte = 0;
  while (poll(&ready, 1, 60'000) == 1 && read(out_, &byte, 1) == 1 && byte != '\n') {
    first_line += byte;
  }
  const auto document = json::read(first_line);
  if (document) url = json::text_member(*document, "url");
}

Serving::~Serving() {
  if (pid_ > 0) stop();
  close(out_);
}

int Serving::stop() {
  kill(pid_, SIGTERM);
  const int code = exit_code_of(pid_);
  pid_ = -1;
  return code;
}

}  // namespace crosswalk::cli_test
