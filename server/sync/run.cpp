#include "sync/run.hpp"

#include <algorithm>
#include <exception>
#include <iterator>

#include "runtime/offload.hpp"
#include "store/connections.hpp"
#include "store/journal.hpp"
#include "sync/async.hpp"
#include "sync/write_batch.hpp"
#include "vault/tokens.hpp"

namespace crosswalk::sync {
namespace {

constexpr std::size_t kUnansweredPage = 1000;

// Takes a whole collection from the front, or what is left.
std::vector<Write> take_collection(std::vector<Write>* pending) {
  const auto count = std::min(pending->size(), salesforce::kCollectionRecordsMax);
  const auto end = pending->begin() + static_cast<std::ptrdiff_t>(count);
  std::vector<Write> taken(std::make_move_iterator(pending->begin()), std::make_move_iterator(end));
  pending->erase(pending->begin(), end);
  return taken;
}

void append(std::vector<Write>* to, std::vector<Write>* from) {
  std::move(from->begin(), from->end(), std::back_inserter(*to));
}

}  // namespace

Run::Run(Parts& parts, std::string tenant, Progress& progress, const Control& control)
    : parts_(parts), tenant_(std::move(tenant)), progress_(progress), control_(control) {}

std::function<std::string()> Run::issue_ids() {
  return [&random = parts_.random] { return vault::random_id("iss_", random); };
}

void Run::count_calls() { progress_.counts().api_calls = job_->org->calls() - calls_before_; }

Task<std::vector<store::Watermark>> Run::execute() {
  auto entered = co_await progress_.enter(store::RunPhase::read);
  if (!entered) co_return entered.error();
  auto job = co_await prepare(parts_, tenant_, progress_.row().sync);
  if (!job) co_return job.error();
  job_ = std::move(*job);
  // Describes came before; they count too.
  calls_before_ = job_->org->calls() - static_cast<std::int64_t>(job_->crossings.size());
  if (auto limits = co_await job_->org->limits(); !limits) co_return limits.error();

  std::vector<store::Watermark> reached;
  for (const CrossingJob& crossing : job_->crossings) {
    auto mark = co_await cross(crossing);
    count_calls();
    if (auto kept = co_await keep_limit(); !kept) co_return kept.error();
    if (!mark) co_return mark.error();
    // A run of some records has not carried out what it read of the others.
    if (progress_.row().only_keys.empty()) reached.push_back(std::move(*mark));
  }
  if (!reached.empty()) {
    if (auto forgotten = co_await forget_unanswered(); !forgotten) co_return forgotten.error();
  }
  co_return reached;
}

Task<void> Run::keep_limit() {
  const auto usage = job_->org->usage();
  store::ApiLimit limit;
  limit.used = usage.used;
  limit.max = usage.max;
  limit.at = parts_.clock.now();
  co_return co_await parts_.store.connections().set_limit(tenant_, job_->settings.connection,
                                                          limit);
}

// Writes of former runs whose answer was lost. Nothing is sent again blindly: their watermark had
// not moved, so this run has read the records anew, found a created one by its external id and an
// updated one by its values, and decided again. A create that did not arrive is an upsert by the
// same external id. What this run itself has left belongs to records that were changed meanwhile.
Task<void> Run::forget_unanswered() {
  for (std::int64_t after = 0;;) {
    auto open = co_await parts_.store.journal().unanswered(tenant_, progress_.row().sync, after,
                                                           kUnansweredPage);
    if (!open) co_return open.error();
    if (open->empty()) co_return Result<void>();
    after = open->back().seq;
    store::Settlement settlement;
    settlement.run = progress_.row().id;
    settlement.crossing = open->front().crossing;
    settlement.at = parts_.clock.now();
    for (const store::IntentRow& intent : *open) {
      if (intent.run != settlement.run) settlement.intents.push_back(intent.seq);
    }
    if (settlement.intents.empty()) continue;
    auto settled = co_await parts_.store.journal().settle(tenant_, std::move(settlement));
    if (!settled) co_return settled.error();
  }
}

Task<store::Watermark> Run::cross(const CrossingJob& crossing) {
  store::RunCounts& counts = progress_.counts();
  std::function<Task<void>(std::size_t)> on_read = [this, &counts](std::size_t records) {
    counts.read_salesforce += static_cast<std::int64_t>(records);
    count_calls();
    return progress_.tell();
  };
  TraversalOptions options;
  options.id = progress_.row().id;
  options.kind = progress_.row().kind;
  options.only_keys = progress_.row().only_keys;
  Traversal traversal(parts_, *job_, control_, std::move(options), std::move(on_read));
  auto entered = co_await progress_.enter(store::RunPhase::read);
  if (!entered) co_return entered.error();
  auto mark = co_await traversal.read(crossing);
  if (!mark) co_return mark;
  entered = co_await progress_.enter(store::RunPhase::match);
  if (!entered) co_return entered.error();
  auto totals = co_await traversal.pair(crossing, *mark);
  if (!totals) co_return totals.error();
  counts.total += totals->pairs;
  entered = co_await progress_.enter(store::RunPhase::merge);
  if (!entered) co_return entered.error();
  auto written = co_await write(crossing, traversal);
  if (!written) co_return written.error();
  entered = co_await progress_.enter(store::RunPhase::settle);
  if (!entered) co_return entered.error();
  co_return mark;
}

Task<Batch> Run::decide(const CrossingJob& crossing, Merger& merger,
                        const std::vector<store::PairRow>& lines) {
  const bool forced = progress_.row().kind == store::RunKind::forced;
  auto work = [&]() -> Result<Batch> {
    WriteBatch batch(crossing, forced, issue_ids());
    if (auto merged = merger.merge(lines, &batch); !merged) return merged.error();
    return batch.release();
  };
  co_return co_await runtime::offload(parts_.pool, work);
}

void Run::count(const Batch& batch) {
  store::RunCounts& counts = progress_.counts();
  counts.read_platform += batch.read_platform;
  counts.unchanged += batch.unchanged;
  counts.skipped += batch.skipped;
  counts.conflicts += batch.conflicts;
  counts.platform_created += batch.platform_created;
  counts.platform_updated += batch.platform_updated;
  counts.platform_failed += batch.platform_failed;
  counts.salesforce_failed += batch.salesforce_failed;
}

Task<void> Run::write(const CrossingJob& crossing, Traversal& traversal) {
  Sender sender(parts_, *job_, crossing, progress_, control_, issue_ids());
  Flights flights(parts_.executor, parts_.limits.calls_at_once);
  Result<void> written;
  std::exception_ptr broken;
  try {
    written = co_await write_lines(crossing, traversal, sender, flights);
  } catch (...) {
    broken = std::current_exception();
  }
  // Whatever happened: what is in flight refers to the sender.
  auto landed = co_await flights.land();
  count_calls();
  if (broken) std::rethrow_exception(broken);
  co_return written ? landed : written;
}

Task<void> Run::write_lines(const CrossingJob& crossing, Traversal& traversal, Sender& sender,
                            Flights& flights) {
  Merger merger(crossing);
  Batch pending;  // writes of less than a collection wait for the next page of the worklist
  auto lines = co_await traversal.lines(crossing, "");
  while (lines && !lines->empty()) {
    Started<std::vector<store::PairRow>> next(parts_.executor,
                                              traversal.lines(crossing, lines->back().place));
    auto done = co_await write_page(crossing, merger, *lines, sender, flights, &pending);
    lines = co_await next.result();
    if (!done) co_return done;
    if (auto going = control_.check(); !going) co_return going;
  }
  if (!lines) co_return lines.error();
  auto sent = co_await send_collections(sender, flights, &pending.upserts, 1);
  if (sent) sent = co_await send_collections(sender, flights, &pending.updates, 1);
  co_return sent;
}

Task<void> Run::write_page(const CrossingJob& crossing, Merger& merger,
                           const std::vector<store::PairRow>& lines, Sender& sender,
                           Flights& flights, Batch* pending) {
  auto batch = co_await decide(crossing, merger, lines);
  if (!batch) co_return batch.error();
  append(&pending->upserts, &batch->upserts);
  append(&pending->updates, &batch->updates);
  count(*batch);
  auto done = co_await sender.settle(std::move(batch->local));
  constexpr std::size_t kFull = salesforce::kCollectionRecordsMax;
  if (done) done = co_await send_collections(sender, flights, &pending->upserts, kFull);
  if (done) done = co_await send_collections(sender, flights, &pending->updates, kFull);
  co_return done;
}

Task<void> Run::send_collections(Sender& sender, Flights& flights, std::vector<Write>* pending,
                                 std::size_t least) {
  while (pending->size() >= least) {
    if (auto going = control_.check(); !going) co_return going;
    auto entered = co_await progress_.enter(store::RunPhase::write);
    if (!entered) co_return entered;
    auto begun = co_await flights.begin(sender.send(take_collection(pending)));
    count_calls();
    if (!begun) co_return begun;
  }
  co_return Result<void>();
}

}  // namespace crosswalk::sync
