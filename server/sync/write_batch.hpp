// Turns decisions into a Batch: the payloads for Salesforce, the members for platform records,
// links with their bases, issues in an admin's words.
#pragma once

#include <functional>
#include <string>

#include "sync/batch.hpp"
#include "sync/merger.hpp"

namespace crosswalk::sync {

class WriteBatch final : public DecisionConsumer {
 public:
  // `forced`: records that are in step are sent again. `new_id` makes ids for issues.
  WriteBatch(const CrossingJob& job, bool forced, std::function<std::string()> new_id);

  void take(const store::PairRow& row, const plan::Pair& pair,
            const plan::Decision& decision) override;
  void leave(const store::PairRow& row) override;
  void leave_linked(const store::PairRow& row, const plan::Pair& pair,
                    const plan::Decision& decision, bool waits) override;

  Batch release() { return std::move(batch_); }

 private:
  void add_unchanged(const store::PairRow& row, const plan::Decision& decision);
  void add_platform_write(const store::PairRow& row, const plan::Pair& pair,
                          const plan::Decision& decision);
  void add_salesforce_write(const store::PairRow& row, const plan::Decision& decision,
                            std::string payload);
  void add_issues(const store::PairRow& row, const plan::Decision& decision,
                  std::vector<store::IssueWrite>* out) const;
  void add_review(const store::PairRow& row, const plan::Decision& decision,
                  std::vector<store::IssueWrite>* out) const;
  void add_problem(const store::PairRow& row, std::string code, std::string message,
                   std::string cure);
  [[nodiscard]] std::string payload_json(const plan::Decision& decision) const;
  [[nodiscard]] std::string forced_json(const plan::Decision& decision) const;
  [[nodiscard]] std::string platform_json(const plan::Decision& decision) const;
  [[nodiscard]] std::string base_json(const plan::Decision& decision) const;
  [[nodiscard]] bool is_external_id(const convert::ProgramField& field) const;

  const CrossingJob& job_;
  bool forced_;
  std::function<std::string()> new_id_;
  Batch batch_;
};

}  // namespace crosswalk::sync
