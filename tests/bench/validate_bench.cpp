// Times the check of a mapping against parsed schemas, as the mapping editor does it at every
// keystroke: validate_bench MAPPING PLATFORM DESCRIBE ROUNDS, prints one JSON line with every
// round's time and that of the peer, which reads the mapping's text and checks nothing.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "bench/rounds.hpp"
#include "diagnostic/report.hpp"
#include "validate/validate.hpp"

int main(int argc, char** argv) {
  using crosswalk::bench::read_file;
  using crosswalk::bench::times_ms;
  if (argc != 5) {
    std::fputs("usage: validate_bench MAPPING PLATFORM DESCRIBE ROUNDS\n", stderr);
    return 2;
  }
  const std::string mapping = read_file(argv[1]);
  const int rounds = std::max(1, std::atoi(argv[4]));

  crosswalk::validate::Workspace workspace;
  const bool readable = workspace.set_platform(read_file(argv[2])).ok() &&
                        workspace.add_describe(read_file(argv[3])).ok();
  if (!readable) {
    std::fputs("validate_bench: a schema cannot be read\n", stderr);
    return 2;
  }
  std::size_t findings = 0;
  std::size_t bytes = 0;
  const std::vector<double> validate = times_ms(rounds, [&] {
    const auto report = workspace.validate(mapping);
    findings = report.diagnostics.size();
    bytes += crosswalk::diagnostic::write_report(report).size();
  });
  const std::vector<double> peer =
      times_ms(rounds, [&] { bytes += nlohmann::json::parse(mapping).size(); });
  const nlohmann::json answer{{"findings", findings}, {"ms", validate}, {"peerMs", peer}};
  std::printf("%s\n", answer.dump().c_str());
  return bytes > 0 ? 0 : 1;
}
