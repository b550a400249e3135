// Times the reading of a describe: describe_bench DESCRIBE ROUNDS, prints one JSON line with every
// round's time and that of the peer, which reads the same text into a tree.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "bench/rounds.hpp"
#include "schema/describe_reader.hpp"

int main(int argc, char** argv) {
  using crosswalk::bench::times_ms;
  if (argc != 3) {
    std::fputs("usage: describe_bench DESCRIBE ROUNDS\n", stderr);
    return 2;
  }
  const std::string text = crosswalk::bench::read_file(argv[1]);
  const int rounds = std::max(1, std::atoi(argv[2]));
  std::size_t fields = 0;
  const std::vector<double> read = times_ms(rounds, [&] {
    const auto object = crosswalk::schema::read_describe(text);
    fields = object ? object->fields.size() : 0;
  });
  std::size_t members = 0;
  const std::vector<double> peer =
      times_ms(rounds, [&] { members += nlohmann::json::parse(text).size(); });
  const nlohmann::json answer{{"fields", fields}, {"ms", read}, {"peerMs", peer}};
  std::printf("%s\n", answer.dump().c_str());
  return fields > 0 && members > 0 ? 0 : 1;
}
