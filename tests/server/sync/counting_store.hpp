// A store that counts what the journal is asked to write; all else goes straight to the one inside.
#pragma once

#include <cstddef>
#include <memory>

#include "store/journal.hpp"
#include "store/store.hpp"

namespace crosswalk::sync {

class CountingStore final : public store::Store, private store::Journal {
 public:
  explicit CountingStore(std::unique_ptr<store::Store> inside) : inside_(std::move(inside)) {}

  // Rows that settlements and intents named, of whatever kind.
  [[nodiscard]] std::size_t written() const { return written_; }

  store::Tenants& tenants() override { return inside_->tenants(); }
  store::Sessions& sessions() override { return inside_->sessions(); }
  store::Apps& apps() override { return inside_->apps(); }
  store::Connections& connections() override { return inside_->connections(); }
  store::Documents& documents() override { return inside_->documents(); }
  store::Records& records() override { return inside_->records(); }
  store::Links& links() override { return inside_->links(); }
  store::Staging& staging() override { return inside_->staging(); }
  store::Journal& journal() override { return *this; }
  store::Issues& issues() override { return inside_->issues(); }
  store::Runs& runs() override { return inside_->runs(); }
  store::Plans& plans() override { return inside_->plans(); }
  vault::WrappedKeys& wrapped_keys() override { return inside_->wrapped_keys(); }
  Task<store::Health> health() override { return inside_->health(); }

 private:
  Task<std::int64_t> begin(std::string tenant, std::string run, store::Crossing crossing,
                           std::vector<store::Intent> intents, runtime::Stamp at) override {
    written_ += intents.size();
    return inside_->journal().begin(std::move(tenant), std::move(run), std::move(crossing),
                                    std::move(intents), at);
  }
  Task<store::SettleOutcome> settle(std::string tenant, store::Settlement settlement) override {
    written_ += settlement.intents.size() + settlement.links.size() + settlement.records.size() +
                settlement.issues.size() + settlement.unlinked_keys.size() +
                settlement.erased_keys.size();
    return inside_->journal().settle(std::move(tenant), std::move(settlement));
  }
  Task<std::vector<store::IntentRow>> unanswered(std::string tenant, std::string sync,
                                                 std::int64_t after_seq,
                                                 std::size_t limit) override {
    return inside_->journal().unanswered(std::move(tenant), std::move(sync), after_seq, limit);
  }

  std::unique_ptr<store::Store> inside_;
  std::size_t written_ = 0;
};

}  // namespace crosswalk::sync
