// Records per second of what a run asks of the store. Usage: store_bench [RECORDS]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

#include "server/store/wait_for.hpp"
#include "store/all.hpp"

namespace crosswalk::store {
namespace {

using test::at;
using test::wait_for;

const Crossing kCrossing{"people", "participant", "Contact"};

template <class T>
T must(Result<T> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "%s: %s\n", result.error().code.c_str(), result.error().message.c_str());
  std::exit(1);
}
void must(const Result<void>& result) {
  if (!result) std::exit(1);
}

void measure(const char* what, int records, const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::printf("%-34s %9.0f records/s  %7.3f s\n", what, records / seconds.count(), seconds.count());
}

std::string key_of(int number) { return "participant-" + std::to_string(10'000'000 + number); }
std::string id_of(int number) { return "003" + std::to_string(100'000'000'000 + number) + "AAA"; }
std::string fields_of(int number, int generation) {
  return R"({"first_name":"Ann )" + std::to_string(number) + R"(","last_name":"Müller-Ångström",)" +
         R"("email":"ann)" + std::to_string(number) + R"(@example.org","score":)" +
         std::to_string(generation) + R"(,"notes":")" + std::string(200, 'n') + R"("})";
}

void put_all(Store& store, int records, int generation) {
  for (int from = 0; from < records; from += 1000) {
    std::vector<RecordWrite> batch(static_cast<std::size_t>(std::min(1000, records - from)));
    for (auto& write : batch) {
      const int number = from + static_cast<int>(&write - batch.data());
      write.object = kCrossing.object;
      write.key = key_of(number);
      write.fields_json = fields_of(number, generation);
    }
    must(wait_for(store.records().put("t", std::move(batch), at(generation))));
  }
}

void stage_all(Store& store, int records, const std::string& run, bool by_key) {
  for (int from = 0; from < records; from += 2000) {
    std::vector<StagedRow> rows(static_cast<std::size_t>(std::min(2000, records - from)));
    for (auto& row : rows) {
      const int number = from + static_cast<int>(&row - rows.data());
      row.id = id_of(number);
      row.match_value = by_key ? key_of(number) : "ann" + std::to_string(number) + "@example.org";
      row.fields_json = fields_of(number, 0);
      row.modstamp = "2026-11-22T00:00:00.000+0000";
    }
    must(wait_for(store.staging().add("t", run, kCrossing, std::move(rows))));
  }
}

// Walks the worklist; each batch of 200 is announced and settled.
void write_all(Store& store, bool with_intents) {
  std::string after;
  while (true) {
    const auto rows = must(wait_for(store.staging().pairs("t", "r", kCrossing, after, 1000)));
    if (rows.empty()) return;
    after = rows.back().place;
    for (std::size_t from = 0; from < rows.size(); from += 200) {
      Settlement settlement{.run = "r",
                            .crossing = kCrossing,
                            .at = at(5),
                            .intents = {},
                            .links = {},
                            .unlinked_keys = {},
                            .records = {},
                            .lists = {},
                            .issues = {},
                            .erased_keys = {},
                            .counts = {}};
      std::vector<Intent> intents;
      for (std::size_t i = from; i < std::min(rows.size(), from + 200); ++i) {
        Intent intent;
        intent.key = rows[i].key;
        intent.payload_json = intent.base_json = *rows[i].record_json;
        intents.push_back(intent);
        settlement.links.push_back({.key = rows[i].key,
                                    .id = rows[i].id,
                                    .base_json = *rows[i].record_json,
                                    .platform_version = rows[i].record_version,
                                    .modstamp = rows[i].modstamp,
                                    .agreed_at = at(5)});
      }
      if (with_intents) {
        const auto count = std::ssize(intents);
        const auto first =
            must(wait_for(store.journal().begin("t", "r", kCrossing, std::move(intents), at(5))));
        for (std::int64_t i = 0; i < count; ++i) settlement.intents.push_back(first + i);
      }
      must(wait_for(store.journal().settle("t", std::move(settlement))));
    }
  }
}

int run(int records) {
  const test::TemporaryFolder folder;
  auto opened = open_sqlite({.data = folder.path()});
  if (!opened) return 1;
  Store& store = **opened;
  must(wait_for(store.tenants().create(
      {.id = "t", .name = "t", .created_at = at(0)},
      {.id = "k", .tenant = "t", .hash = "h", .label = "", .created_at = at(0)})));
  measure("import, new", records, [&] { put_all(store, records, 1); });
  measure("import, the same again", records, [&] { put_all(store, records, 1); });
  measure("import, one field changed", records, [&] { put_all(store, records, 2); });
  measure("stage Salesforce pages", records, [&] { stage_all(store, records, "r", true); });
  PairSelection selection;
  selection.up_to_version = must(wait_for(store.records().version("t")));
  measure("pair by external id", records,
          [&] { must(wait_for(store.staging().pair("t", "r", kCrossing, {}, selection))); });
  measure("stage and pair by e-mail address", records, [&] {
    MatchRule rule;
    rule.platform_fields = {"email"};
    stage_all(store, records, "e", false);
    must(wait_for(store.staging().pair("t", "e", kCrossing, rule, selection)));
  });
  measure("read pairs, announce, settle", records, [&] { write_all(store, true); });
  measure("read pairs, settle", records, [&] { write_all(store, false); });
  measure("drop the staging", records, [&] { must(wait_for(store.staging().drop("t", "r"))); });
  measure("pair when nothing changed", records,
          [&] { must(wait_for(store.staging().pair("t", "n", kCrossing, {}, selection))); });
  const auto size = std::filesystem::file_size(folder.path() / "crosswalk.db");
  std::printf("database %.1f MB, %.0f bytes a record\n", static_cast<double>(size) / 1e6,
              static_cast<double>(size) / records);
  return 0;
}

}  // namespace
}  // namespace crosswalk::store

int main(int argc, char** argv) {
  return crosswalk::store::run(argc > 1 ? std::max(1, std::atoi(argv[1])) : 20'000);
}
