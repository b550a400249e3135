// The contract of Store, written against its interfaces only: each implementation that is listed in
// contract_stores() must pass every test of the contract_*_test.cpp files.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/store/wait_for.hpp"
#include "store/all.hpp"

namespace crosswalk::store::test {

struct StoreKind {
  std::string name;
  std::function<Result<std::unique_ptr<Store>>(const std::filesystem::path&)> open;
};

std::vector<StoreKind> contract_stores();

inline const std::string kTenant = "t1";
inline const std::string kOther = "t2";
inline const Crossing kPeople{"people", "participant", "Contact"};

// An 18-character Salesforce Id for a small number.
std::string id_of(int number);
std::string key_of(int number);

class StoreContract : public ::testing::TestWithParam<StoreKind> {
 protected:
  void SetUp() override;  // opens, creates both tenants

  // Records p0000... with the given fields.
  void put(const std::string& key, const std::string& fields, long long when = 0);
  RecordRow record(const std::string& key, const std::string& tenant = kTenant);
  void stage(const std::string& run, std::vector<StagedRow> rows);
  PairTotals pair(const std::string& run, MatchRule rule = {}, PairSelection selection = {});
  std::vector<PairRow> pairs(const std::string& run, std::size_t limit = 1000);
  SettleOutcome settle(Settlement settlement);
  std::int64_t version();

  TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
};

}  // namespace crosswalk::store::test
