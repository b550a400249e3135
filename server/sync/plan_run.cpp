#include "sync/plan_run.hpp"

#include <nlohmann/json.hpp>

#include "cost/calls.hpp"
#include "json/read.hpp"
#include "plan/document.hpp"
#include "plan/sha256.hpp"
#include "runtime/offload.hpp"
#include "store/staging.hpp"
#include "sync/merger.hpp"

namespace crosswalk::sync {
namespace {

constexpr std::size_t kDigestPage = 2000;

// Writes decisions as the plan's records.
class PlanBatch final : public DecisionConsumer {
 public:
  explicit PlanBatch(const CrossingJob& crossing) : crossing_(crossing) {}

  void take(const store::PairRow& row, const plan::Pair& pair,
            const plan::Decision& decision) override {
    (void)row;
    if (decision.action == plan::Action::create || decision.action == plan::Action::update) {
      const bool to_salesforce = decision.side != plan::Side::platform;
      // Without an external id nothing is created; see WriteBatch.
      creates += to_salesforce && pair.id.empty() && !crossing_.external_id.empty() ? 1 : 0;
      updates += to_salesforce && !pair.id.empty() ? 1 : 0;
    }
    add(pair, decision);
  }
  void leave(const store::PairRow& row) override { (void)row; }
  void leave_linked(const store::PairRow& row, const plan::Pair& pair,
                    const plan::Decision& decision, bool waits) override {
    (void)row;
    (void)waits;
    add(pair, decision);
  }

  plan::Totals totals;
  std::uint64_t creates = 0, updates = 0;
  std::vector<store::PlanRecord> records;

 private:
  void add(const plan::Pair& pair, const plan::Decision& decision) {
    totals.add(decision);
    store::PlanRecord record;
    record.action = plan::action_name(decision.action);
    record.json = plan::record_json(crossing_.program, pair, decision);
    records.push_back(std::move(record));
  }

  const CrossingJob& crossing_;
};

void add(plan::Totals* sum, const plan::Totals& more) {
  sum->salesforce.create += more.salesforce.create;
  sum->salesforce.update += more.salesforce.update;
  sum->salesforce.erase += more.salesforce.erase;
  sum->platform.create += more.platform.create;
  sum->platform.update += more.platform.update;
  sum->platform.deactivate += more.platform.deactivate;
  sum->platform.erase += more.platform.erase;
  sum->unchanged += more.unchanged;
  sum->skip += more.skip;
  sum->conflict += more.conflict;
  sum->review += more.review;
}

// The document without records; core/plan writes it, so that there is one place that knows its
// shape.
nlohmann::ordered_json frame_of(const plan::Heading& heading) {
  auto frame = json::read(plan::write_plan(heading, {}));
  return frame ? std::move(*frame) : nlohmann::ordered_json::object();
}

}  // namespace

struct PlanRun::Tally {
  plan::Heading heading;
  cost::Amounts amounts;  // that are written, of the crossing under way
};

PlanRun::PlanRun(Parts& parts, std::string tenant, store::PlanRow* row, const Control& control,
                 std::vector<std::string> only_keys)
    : parts_(parts),
      tenant_(std::move(tenant)),
      row_(row),
      control_(control),
      only_keys_(std::move(only_keys)) {}

Task<void> PlanRun::execute() {
  auto job = co_await prepare(parts_, tenant_, row_->sync);
  if (!job) co_return job.error();
  Tally tally;
  tally.heading.mapping = row_->mapping;
  // A run describes each object and asks for the org's limits.
  tally.heading.calls.other = (*job)->crossings.size() + 1;
  for (std::size_t i = 0; i < (*job)->crossings.size(); ++i) {
    auto decided = co_await decide_crossing(**job, i, &tally);
    if (!decided) co_return decided;
  }
  const auto frame = frame_of(tally.heading);
  row_->totals_json = json::write(frame.value("totals", nlohmann::ordered_json::object()));
  row_->cost_json = json::write(frame.value("cost", nlohmann::ordered_json::object()));
  auto digested = co_await digest(&tally);
  if (!digested) co_return digested.error();
  row_->digest = std::move(*digested);
  co_return Result<void>();
}

Task<void> PlanRun::decide_crossing(const Job& job, std::size_t index, Tally* tally) {
  const CrossingJob& crossing = job.crossings[index];
  tally->amounts = {};
  std::function<Task<void>(std::size_t)> on_read = [](std::size_t) -> Task<void> {
    co_return Result<void>();
  };
  TraversalOptions options;
  options.id = row_->id;
  options.only_keys = only_keys_;
  Traversal traversal(parts_, job, control_, std::move(options), std::move(on_read));
  auto reached = co_await traversal.read(crossing);
  if (!reached) co_return reached.error();
  auto totals = co_await traversal.pair(crossing, *reached);
  if (!totals) co_return totals.error();
  // In the document's order records that only Salesforce has come first: their key is empty. The
  // worklist has them last, so it is walked twice.
  auto walked = co_await walk(job, crossing, traversal, false, tally);
  if (walked) walked = co_await walk(job, crossing, traversal, true, tally);
  tally->heading.calls += cost::calls_for(tally->amounts);
  // The run reads what the plan has read, in as many calls: windows, pages, records by their ids.
  tally->heading.calls.query += traversal.queries();
  co_return walked;
}

Task<void> PlanRun::walk(const Job& job, const CrossingJob& crossing, Traversal& traversal,
                         bool keyed, Tally* tally) {
  Merger merger(crossing);
  std::string place;
  for (;;) {
    if (auto going = control_.check(); !going) co_return going;
    auto lines = co_await traversal.lines(crossing, place);
    if (!lines) co_return lines.error();
    if (lines->empty()) co_return Result<void>();
    place = lines->back().place;
    std::erase_if(*lines, [keyed](const store::PairRow& row) { return row.key.empty() == keyed; });
    PlanBatch batch(crossing);
    auto work = [&] { return merger.merge(*lines, &batch); };
    auto merged = co_await runtime::offload(parts_.pool, work);
    if (!merged) co_return merged;
    add(&tally->heading.totals, batch.totals);
    tally->amounts.create += batch.creates;
    tally->amounts.update += batch.updates;
    auto added = co_await parts_.store.plans().add(job.tenant, row_->id, std::move(batch.records));
    if (!added) co_return added;
  }
}

// The whole document without `id` and `digest`, its records read back page by page.
Task<std::string> PlanRun::digest(Tally* tally) {
  auto frame = frame_of(tally->heading);
  frame.erase("digest");
  const std::string text = json::write(frame);
  constexpr std::string_view kRecords = "\"records\":[";
  const std::size_t at = text.find(kRecords) + kRecords.size();
  plan::Sha256 sha;
  sha.update(std::string_view(text).substr(0, at));
  store::PageRequest request{.after = "", .limit = kDigestPage};
  bool first = true;
  for (;;) {
    auto page = co_await parts_.store.plans().records(tenant_, row_->id, std::nullopt, request);
    if (!page) co_return page.error();
    for (const store::PlanRecord& record : page->items) {
      if (!first) sha.update(",");
      first = false;
      sha.update(record.json);
    }
    if (!page->next) break;
    request.after = *page->next;
  }
  sha.update(std::string_view(text).substr(at));
  co_return sha.finish_hex();
}

}  // namespace crosswalk::sync
