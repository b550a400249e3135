// Times the check of a mapping against parsed schemas, as the mapping editor does it at every
// keystroke: validate_bench MAPPING PLATFORM DESCRIBE ROUNDS, prints one JSON line.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "diagnostic/report.hpp"
#include "validate/validate.hpp"

namespace {

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

template <class Work>
double median_ms(int rounds, Work&& work) {
  std::vector<double> times;
  for (int round = 0; round < rounds; ++round) {
    const auto started = std::chrono::steady_clock::now();
    work();
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started)
            .count());
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
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
  std::size_t diagnostics = 0;
  std::size_t bytes = 0;
  const double validate = median_ms(rounds, [&] {
    const auto report = workspace.validate(mapping);
    diagnostics = report.diagnostics.size();
    bytes = crosswalk::diagnostic::write_report(report).size();
  });
  // The peer of the same run: reading the mapping's text alone, with no check at all.
  const double parse = median_ms(rounds, [&] { bytes += nlohmann::json::parse(mapping).size(); });
  std::printf("{\"validateMs\":%.3f,\"parseMs\":%.3f,\"diagnostics\":%zu,\"bytes\":%zu}\n",
              validate, parse, diagnostics, bytes);
  return 0;
}
