#include "server/store/contract.hpp"

#include <cstdio>

namespace crosswalk::store::test {

std::vector<StoreKind> contract_stores() {
  return {{"Sqlite", [](const std::filesystem::path& data) {
             return open_sqlite({.data = data, .checkpoint_pages = 50});
           }}};
}

INSTANTIATE_TEST_SUITE_P(Stores, StoreContract, ::testing::ValuesIn(contract_stores()),
                         [](const auto& info) { return info.param.name; });

std::string id_of(int number) {
  char id[24];
  std::snprintf(id, sizeof id, "003%012dAAA", number);
  return id;
}

std::string key_of(int number) {
  char key[24];
  std::snprintf(key, sizeof key, "p%06d", number);
  return key;
}

void StoreContract::SetUp() {
  auto opened = GetParam().open(folder_.path());
  ASSERT_TRUE(opened) << opened.error().message;
  store_ = std::move(*opened);
  for (const auto& tenant : {kTenant, kOther}) {
    auto created = wait_for(
        store_->tenants().create({.id = tenant, .name = "name of " + tenant, .created_at = at(0)},
                                 {.id = "k1",
                                  .tenant = tenant,
                                  .hash = "hash of " + tenant,
                                  .label = "",
                                  .created_at = at(0)}));
    ASSERT_TRUE(created) << created.error().message;
  }
}

void StoreContract::put(const std::string& key, const std::string& fields, long long when) {
  std::vector<RecordWrite> batch(1);
  batch[0].object = kPeople.object;
  batch[0].key = key;
  batch[0].fields_json = fields;
  auto outcome = wait_for(store_->records().put(kTenant, batch, at(when)));
  ASSERT_TRUE(outcome) << outcome.error().message;
}

RecordRow StoreContract::record(const std::string& key, const std::string& tenant) {
  auto row = wait_for(store_->records().get(tenant, kPeople.object, key));
  EXPECT_TRUE(row) << key;
  return row.value_or(RecordRow{});
}

void StoreContract::stage(const std::string& run, std::vector<StagedRow> rows) {
  auto staged = wait_for(store_->staging().add(kTenant, run, kPeople, std::move(rows)));
  ASSERT_TRUE(staged) << staged.error().message;
}

PairTotals StoreContract::pair(const std::string& run, MatchRule rule, PairSelection selection) {
  if (selection.up_to_version == 0) selection.up_to_version = version();
  auto totals = wait_for(store_->staging().pair(kTenant, run, kPeople, rule, selection));
  EXPECT_TRUE(totals) << totals.error().message;
  return totals.value_or(PairTotals{});
}

std::vector<PairRow> StoreContract::pairs(const std::string& run, std::size_t limit) {
  std::vector<PairRow> all;
  std::string after;
  while (true) {
    auto page = wait_for(store_->staging().pairs(kTenant, run, kPeople, after, limit));
    EXPECT_TRUE(page) << page.error().message;
    if (!page || page->empty()) return all;
    EXPECT_LE(page->size(), limit);
    after = page->back().place;
    for (auto& row : *page) all.push_back(std::move(row));
  }
}

SettleOutcome StoreContract::settle(Settlement settlement) {
  settlement.crossing = kPeople;
  auto outcome = wait_for(store_->journal().settle(kTenant, std::move(settlement)));
  EXPECT_TRUE(outcome) << outcome.error().message;
  return outcome.value_or(SettleOutcome{});
}

std::int64_t StoreContract::version() { return *wait_for(store_->records().version(kTenant)); }

}  // namespace crosswalk::store::test
