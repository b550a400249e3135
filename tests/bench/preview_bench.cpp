// Times the preview of generated rows: preview_bench ROWS [CHUNK_BYTES], prints one JSON line with
// what was read, the seconds of the preview alone (making the rows is not counted) and the most
// memory that the program held. For peers, preview_bench --csv ROWS prints the rows, and
// --documents the mapping and the schemas: {"mapping","platform","describe"}, each as a document.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <string>

#include "bench/people.hpp"
#include "preview/preview.hpp"
#include "schema/describe_reader.hpp"
#include "schema/platform_reader.hpp"

namespace {

using crosswalk::bench::People;

// In KiB, as Linux tells it; 0 elsewhere.
long peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::atol(line.c_str() + 6);
  }
  return 0;
}

void print_rows(long rows) {
  People people;
  std::string text = crosswalk::bench::kPeopleHeader;
  for (long row = 0; row < rows; ++row) {
    people.append_row(text);
    if (text.size() < (1U << 16) && row + 1 < rows) continue;
    std::fwrite(text.data(), 1, text.size(), stdout);
    text.clear();
  }
}

}  // namespace

int main(int argc, char** argv) {
  using namespace crosswalk;
  if (argc == 3 && std::strcmp(argv[1], "--csv") == 0) {
    print_rows(std::atol(argv[2]));
    return 0;
  }
  if (argc == 2 && std::strcmp(argv[1], "--documents") == 0) {
    std::printf("{\"mapping\":%s,\"platform\":%s,\"describe\":%s}\n", bench::kPeopleMapping,
                bench::kPeoplePlatform, bench::kPeopleDescribe);
    return 0;
  }
  if (argc < 2) {
    std::fputs("usage: preview_bench ROWS [CHUNK_BYTES] | --csv ROWS | --documents\n", stderr);
    return 2;
  }
  const long rows = std::atol(argv[1]);
  const std::size_t chunk = argc > 2 ? static_cast<std::size_t>(std::atol(argv[2])) : 1U << 18;
  const auto platform = schema::read_platform(bench::kPeoplePlatform);
  const std::string_view describe = bench::kPeopleDescribe;
  const auto salesforce = schema::read_schema({&describe, 1});
  if (!platform || !salesforce) {
    std::fputs("preview_bench: a schema cannot be read\n", stderr);
    return 2;
  }
  auto preview = preview::Preview::open({.mapping = bench::kPeopleMapping,
                                         .platform = *platform,
                                         .salesforce = *salesforce,
                                         .object = {}});
  if (!preview) {
    std::fprintf(stderr, "preview_bench: %s\n", preview.error().message.c_str());
    return 2;
  }
  using Clock = std::chrono::steady_clock;
  Clock::duration taken{};
  std::clock_t worked = 0;  // of the processor: what others do on the machine does not count
  const auto timed = [&](auto&& work) {
    const auto started = Clock::now();
    const std::clock_t began = std::clock();
    const bool good = work().has_value();
    worked += std::clock() - began;
    taken += Clock::now() - started;
    if (!good) std::abort();
  };
  People people;
  std::string made = bench::kPeopleHeader;
  for (long row = 0; row < rows;) {
    for (; made.size() < chunk && row < rows; ++row) people.append_row(made);
    // Chunks end where they end, as those of a file do.
    const std::size_t size = std::min(made.size(), chunk);
    timed([&] { return preview->feed(std::string_view(made).substr(0, size)); });
    made.erase(0, size);
  }
  timed([&] { return preview->feed(made); });
  timed([&] { return preview->finish(); });
  const double seconds = std::chrono::duration<double>(taken).count();
  const auto progress = preview->progress();
  std::printf(
      "{\"rows\":%llu,\"bytes\":%llu,\"refused\":%llu,\"seconds\":%.4f,\"cpuSeconds\":%.4f,"
      "\"rowsPerSecond\":%.0f,"
      "\"peakKiB\":%ld}\n",
      static_cast<unsigned long long>(progress.rows),
      static_cast<unsigned long long>(progress.bytes),
      static_cast<unsigned long long>(progress.refused), seconds,
      static_cast<double>(worked) / CLOCKS_PER_SEC, static_cast<double>(progress.rows) / seconds,
      peak_memory());
  return 0;
}
