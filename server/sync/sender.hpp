// Sends writes to Salesforce in collections: journalled before, settled after. A record that is
// refused becomes an issue and the others go on; a whole call that is refused is halved until the
// culprit is alone; a call whose answer is lost ends the run and leaves its intents to the next
// one.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sync/batch.hpp"
#include "sync/control.hpp"
#include "sync/job.hpp"
#include "sync/progress.hpp"

namespace crosswalk::sync {

class Sender {
 public:
  Sender(Parts& parts, const Job& job, const CrossingJob& crossing, Progress& progress,
         const Control& control, std::function<std::string()> new_id);

  // At most 200 writes of one operation.
  Task<void> send(std::vector<Write> writes);
  // What needs no call.
  Task<void> settle(store::Settlement settlement);

 private:
  using Answers = std::vector<salesforce::WriteAnswer>;

  Task<Answers> call(const std::vector<Write>* writes, std::vector<std::size_t> chosen);
  Task<Answers> call_or_halve(const std::vector<Write>* writes, std::vector<std::size_t> chosen);
  Task<Answers> call_until_settled(const std::vector<Write>* writes);
  void take_answer(Write write, const salesforce::WriteAnswer& answer, store::Settlement* out);
  [[nodiscard]] store::IssueWrite issue_of(const Write& write,
                                           const salesforce::WriteAnswer& answer);
  [[nodiscard]] store::Settlement settlement() const;

  Parts& parts_;
  const Job& job_;
  const CrossingJob& crossing_;
  Progress& progress_;
  const Control& control_;
  std::function<std::string()> new_id_;
};

}  // namespace crosswalk::sync
