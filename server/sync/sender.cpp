#include "sync/sender.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

#include "observe/log.hpp"
#include "salesforce/errors.hpp"

namespace crosswalk::sync {
namespace {

using salesforce::ErrorClass;
using salesforce::WriteAnswer;

constexpr int kPassesMax = 4;  // of records whose refusal may pass, within one send()
constexpr std::chrono::milliseconds kPassPause{400};
constexpr std::chrono::minutes kRetryLater{10};

// The stable code of an issue, by what has to be done about it.
struct IssueCode {
  ErrorClass kind;
  std::string_view code;
};
constexpr std::array kIssueCodes{
    IssueCode{ErrorClass::transient, "salesforceBusy"},
    IssueCode{ErrorClass::throttle, "salesforceLimit"},
    IssueCode{ErrorClass::auth, "salesforceSession"},
    IssueCode{ErrorClass::schema, "salesforceSchema"},
    IssueCode{ErrorClass::data, "salesforceData"},
    IssueCode{ErrorClass::permission, "salesforcePermission"},
    IssueCode{ErrorClass::duplicate, "salesforceDuplicate"},
    IssueCode{ErrorClass::unknown, "salesforceRefused"},
};

std::string issue_code(ErrorClass kind) {
  for (const IssueCode& row : kIssueCodes) {
    if (row.kind == kind) return std::string(row.code);
  }
  return "salesforceRefused";
}

bool may_pass(const WriteAnswer& answer) {
  return !answer.success &&
         salesforce::error_row(answer.code, answer.message).kind == ErrorClass::transient;
}

// The whole call was understood and refused for what is in it, so a part of it may be good.
bool refused_for_content(const Error& error) {
  if (error.salesforce_status != 400 && error.salesforce_status != 404) return false;
  const ErrorClass kind = salesforce::error_row(error.salesforce_code, error.message).kind;
  return !error.salesforce_code.empty() && kind != ErrorClass::auth &&
         kind != ErrorClass::throttle && kind != ErrorClass::permission;
}

WriteAnswer answer_of(const Error& error) {
  WriteAnswer answer;
  answer.code = error.salesforce_code;
  answer.message = error.message;
  return answer;
}

std::string members_of(const std::string& object_json) {
  return object_json.substr(1, object_json.size() - 2);
}

}  // namespace

Sender::Sender(Parts& parts, const Job& job, const CrossingJob& crossing, Progress& progress,
               const Control& control, std::function<std::string()> new_id)
    : parts_(parts),
      job_(job),
      crossing_(crossing),
      progress_(progress),
      control_(control),
      new_id_(std::move(new_id)) {}

store::Settlement Sender::settlement() const {
  store::Settlement settlement;
  settlement.run = progress_.row().id;
  settlement.crossing = crossing_.crossing;
  settlement.at = parts_.clock.now();
  return settlement;
}

Task<void> Sender::settle(store::Settlement settlement) {
  if (settlement.intents.empty() && settlement.links.empty() && settlement.records.empty() &&
      settlement.issues.empty())
    co_return co_await progress_.tell();
  settlement.run = progress_.row().id;
  settlement.crossing = crossing_.crossing;
  settlement.at = parts_.clock.now();
  for (store::LinkRow& link : settlement.links) link.agreed_at = settlement.at;
  progress_.counts().issues += static_cast<std::int64_t>(settlement.issues.size());
  settlement.counts = progress_.counts();
  auto outcome = co_await parts_.store.journal().settle(job_.tenant, std::move(settlement));
  if (!outcome) co_return outcome.error();
  progress_.tell_issues(outcome->issues);
  co_return co_await progress_.tell();
}

Task<Sender::Answers> Sender::call(const std::vector<Write>* writes,
                                   std::vector<std::size_t> chosen) {
  const auto usage = job_.org->usage();
  if (auto left = check_reserve(usage.used, usage.max, job_.settings.reserve); !left)
    co_return left.error();
  const bool creates = writes->front().intent.operation == store::IntentOperation::upsert;
  std::vector<salesforce::WriteRecord> records;
  records.reserve(chosen.size());
  for (const std::size_t index : chosen) {
    const store::Intent& intent = (*writes)[index].intent;
    salesforce::WriteRecord record;
    record.target = creates ? intent.key : intent.id;
    record.fields_json = members_of(intent.payload_json);
    records.push_back(std::move(record));
  }
  if (creates) {
    co_return co_await job_.org->upsert(crossing_.crossing.salesforce, crossing_.external_id,
                                        crossing_.numeric_key, std::move(records));
  }
  co_return co_await job_.org->update(crossing_.crossing.salesforce, std::move(records));
}

Task<Sender::Answers> Sender::call_or_halve(const std::vector<Write>* writes,
                                            std::vector<std::size_t> chosen) {
  auto answers = co_await call(writes, chosen);
  if (answers || !refused_for_content(answers.error())) co_return answers;
  if (chosen.size() == 1) co_return Answers(1, answer_of(answers.error()));
  const auto middle = chosen.begin() + static_cast<std::ptrdiff_t>(chosen.size() / 2);
  std::vector<std::size_t> first(chosen.begin(), middle);
  std::vector<std::size_t> second(middle, chosen.end());
  auto left = co_await call_or_halve(writes, std::move(first));
  if (!left) co_return left;
  auto right = co_await call_or_halve(writes, std::move(second));
  if (!right) co_return right;
  left->insert(left->end(), right->begin(), right->end());
  co_return left;
}

Task<Sender::Answers> Sender::call_until_settled(const std::vector<Write>* writes) {
  std::vector<std::size_t> open(writes->size());
  std::iota(open.begin(), open.end(), std::size_t{0});
  Answers all(writes->size());
  for (int pass = 1;; ++pass) {
    auto answers = co_await call_or_halve(writes, open);
    if (!answers) co_return answers;
    std::vector<std::size_t> again;
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (may_pass((*answers)[i])) again.push_back(open[i]);
      all[open[i]] = std::move((*answers)[i]);
    }
    open = std::move(again);
    if (open.empty() || pass == kPassesMax || !control_.check()) co_return all;
    co_await parts_.clock.sleep(kPassPause * (1 << pass));
  }
}

store::IssueWrite Sender::issue_of(const Write& write, const WriteAnswer& answer) {
  const salesforce::ErrorRow& row = salesforce::error_row(answer.code, answer.message);
  store::IssueWrite issue;
  issue.id = new_id_();
  issue.key = write.intent.key;
  issue.salesforce_id = write.intent.id;
  issue.code = issue_code(row.kind);
  issue.salesforce_code = answer.code;
  issue.fields = answer.fields;
  issue.message = std::string(row.words);
  if (!answer.message.empty()) issue.message += " Salesforce says: " + answer.message;
  issue.cure = row.cure;
  if (row.kind == ErrorClass::transient || row.kind == ErrorClass::throttle)
    issue.next_retry = parts_.clock.now() + kRetryLater;
  return issue;
}

void Sender::take_answer(Write write, const WriteAnswer& answer, store::Settlement* out) {
  store::RunCounts& counts = progress_.counts();
  std::move(write.issues.begin(), write.issues.end(), std::back_inserter(out->issues));
  if (!answer.success) {
    ++counts.salesforce_failed;
    out->issues.push_back(issue_of(write, answer));
    return;
  }
  ++(answer.created ? counts.salesforce_created : counts.salesforce_updated);
  store::Intent& intent = write.intent;
  if (!write.platform_json.empty()) {
    store::RecordWrite record;
    record.object = crossing_.crossing.object;
    record.key = intent.key;
    record.fields_json = std::move(write.platform_json);
    record.expected_version = intent.platform_version;
    out->records.push_back(std::move(record));
    ++counts.platform_updated;
  }
  store::LinkRow link;
  link.key = std::move(intent.key);
  link.id = answer.id;
  link.base_json = std::move(intent.base_json);
  link.platform_version = intent.platform_version;
  link.modstamp = std::move(intent.modstamp);
  out->links.push_back(std::move(link));
}

Task<void> Sender::send(std::vector<Write> writes) {
  if (writes.empty()) co_return Result<void>();
  // It may have waited for its place while the run was told to stop.
  if (auto going = control_.check(); !going) co_return going;
  std::vector<store::Intent> intents;
  intents.reserve(writes.size());
  for (const Write& write : writes) intents.push_back(write.intent);
  auto first = co_await parts_.store.journal().begin(
      job_.tenant, progress_.row().id, crossing_.crossing, std::move(intents), parts_.clock.now());
  if (!first) co_return first.error();
  store::Settlement done = settlement();
  for (std::size_t i = 0; i < writes.size(); ++i)
    done.intents.push_back(*first + static_cast<std::int64_t>(i));

  auto answers = co_await call_until_settled(&writes);
  // The intents stay: a part of them may have been carried out, and the next run sees which.
  if (!answers) co_return answers.error();
  for (std::size_t i = 0; i < writes.size(); ++i)
    take_answer(std::move(writes[i]), (*answers)[i], &done);
  co_return co_await settle(std::move(done));
}

}  // namespace crosswalk::sync
