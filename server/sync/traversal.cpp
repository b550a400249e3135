#include "sync/traversal.hpp"

#include <algorithm>

#include "runtime/offload.hpp"
#include "salesforce/answers.hpp"
#include "salesforce/errors.hpp"
#include "salesforce/json_writer.hpp"
#include "store/issues.hpp"
#include "store/records.hpp"
#include "store/staging.hpp"
#include "sync/async.hpp"
#include "sync/org_time.hpp"

namespace crosswalk::sync {
namespace {

constexpr std::size_t kDuePage = 2000;     // ids of due issues, fetched at a time
constexpr std::size_t kIdsPerQuery = 200;  // keeps the URL below Salesforce's 16,384 bytes

std::string match_value_of(const CrossingJob& crossing, std::span<const convert::Value> fields) {
  if (!crossing.external_id.empty()) return crossing.named_key(fields);
  std::vector<std::string_view> values;
  for (const std::size_t index : crossing.program.match_fields())
    values.push_back(fields[index].text);
  return store::match_value(values);
}

store::StagedRow staged_row(const CrossingJob& crossing, std::span<const convert::Value> row) {
  const auto fields = row.subspan(kFixedColumns);
  store::StagedRow staged;
  staged.id = salesforce::long_record_id(row[0].text);
  staged.modstamp = crossing.stamp_field.empty() ? std::string() : std::string(row[1].text);
  staged.match_value = match_value_of(crossing, fields);
  staged.fields_json = "{";
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string& name = crossing.program.fields()[i].salesforce_name;
    if (!fields[i].is_absent() && !name.empty())
      salesforce::append_json_member(&staged.fields_json, name, fields[i]);
  }
  staged.fields_json += '}';
  return staged;
}

}  // namespace

Traversal::Traversal(Parts& parts, const Job& job, const Control& control, TraversalOptions options,
                     std::function<Task<void>(std::size_t records)> read)
    : parts_(parts),
      job_(job),
      control_(control),
      options_(std::move(options)),
      read_(std::move(read)) {}

Result<void> Traversal::may_call() const {
  if (auto going = control_.check(); !going) return going;
  const auto usage = job_.org->usage();
  return check_reserve(usage.used, usage.max, job_.settings.reserve);
}

Task<void> Traversal::stage(const CrossingJob& crossing, const salesforce::QueryPage& page) {
  for (std::size_t from = 0; from < page.rows(); from += store::kStagedBatchMax) {
    const std::size_t to = std::min(page.rows(), from + store::kStagedBatchMax);
    auto convert = [&crossing, &page, from, to] {
      std::vector<store::StagedRow> rows;
      rows.reserve(to - from);
      for (std::size_t i = from; i < to; ++i) rows.push_back(staged_row(crossing, page.row(i)));
      return rows;
    };
    auto rows = co_await runtime::offload(parts_.pool, convert);
    auto added = co_await parts_.store.staging().add(job_.tenant, options_.id, crossing.crossing,
                                                     std::move(rows));
    if (!added) co_return added.error();
  }
  co_return co_await read_(page.rows());
}

// What was staged before a query is begun anew is staged again, in its own place.
Task<void> Traversal::read_query(const CrossingJob& crossing, std::string soql,
                                 std::string* server_date) {
  auto read = co_await read_pages(crossing, soql, server_date);
  if (!read && read.error().code == salesforce::kQueryAgain)
    read = co_await read_pages(crossing, std::move(soql), server_date);
  co_return read;
}

Task<void> Traversal::read_pages(const CrossingJob& crossing, std::string soql,
                                 std::string* server_date) {
  if (auto may = may_call(); !may) co_return may.error();
  ++queries_;
  auto page = co_await job_.org->query(std::move(soql), crossing.columns);
  if (page) *server_date = page->server_date;
  for (;;) {
    if (!page) co_return page.error();
    // The next page travels while this one is stored.
    Started<salesforce::QueryPage> next;
    if (!page->next().empty()) {
      if (auto may = may_call(); !may) co_return may.error();
      ++queries_;
      next = Started<salesforce::QueryPage>(parts_.executor,
                                            job_.org->query_more(page->next(), crossing.columns));
    }
    auto staged = co_await stage(crossing, *page);
    if (!next.begun()) co_return staged;
    page = co_await next.result();
    if (!staged) co_return staged;
  }
}

// Records that only Salesforce has, with an issue whose retry is due: nothing else brings them
// back.
Task<void> Traversal::read_due(const CrossingJob& crossing) {
  for (std::string after;;) {
    auto ids = co_await parts_.store.issues().due_ids(
        job_.tenant, job_.sync, crossing.crossing.salesforce, read_at_, after, kDuePage);
    if (!ids) co_return ids.error();
    if (ids->empty()) co_return Result<void>();
    after = ids->back();
    auto read = co_await read_ids(crossing, *ids);
    if (!read) co_return read;
  }
}

// Links whose platform record changed, and that the window did not bring: the last that was agreed
// on may not be what Salesforce holds, when an earlier run could not carry its change over.
Task<void> Traversal::read_unread(const CrossingJob& crossing,
                                  const store::PairSelection& selection) {
  if (!crossing.program.pulls() && !crossing.limited) co_return Result<void>();
  for (std::int64_t after = 0;;) {
    auto page = co_await parts_.store.staging().unread(job_.tenant, options_.id, crossing.crossing,
                                                       selection, after);
    if (!page) co_return page.error();
    auto read = co_await read_ids(crossing, page->ids);
    if (!read || !page->next) co_return read;
    after = *page->next;
  }
}

Task<void> Traversal::read_ids(const CrossingJob& crossing, const std::vector<std::string>& ids) {
  for (std::size_t from = 0; from < ids.size(); from += kIdsPerQuery) {
    const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = begin + static_cast<std::ptrdiff_t>(std::min(kIdsPerQuery, ids.size() - from));
    std::vector<std::string> some(begin, end);
    std::string unused;
    auto read = co_await read_query(crossing, crossing.soql_of(some), &unused);
    if (!read) co_return read;
  }
  co_return Result<void>();
}

Task<store::Watermark> Traversal::read(const CrossingJob& crossing) {
  read_at_ = parts_.clock.now();
  auto former = co_await parts_.store.runs().watermark(job_.tenant, crossing.crossing);
  if (!former) co_return former.error();
  former_ = std::move(*former);
  auto version = co_await parts_.store.records().version(job_.tenant);
  if (!version) co_return version.error();
  store::Watermark reached = former_;
  reached.crossing = crossing.crossing;
  reached.platform_version = *version;

  // Only what changed, except where everything is asked for. The window begins well before the
  // watermark: a record can become visible with a stamp that lies minutes back.
  std::string from;
  if (options_.kind == store::RunKind::instant) {
    if (const auto stamp = read_soql_time(former_.salesforce_stamp))
      from = write_soql_time(*stamp - parts_.limits.overlap);
  }
  std::string server_date;
  auto read = co_await read_query(crossing, crossing.soql(from), &server_date);
  if (read && !from.empty()) read = co_await read_due(crossing);
  if (!read) co_return read.error();
  if (const auto stamp = read_http_date(server_date))
    reached.salesforce_stamp = write_soql_time(*stamp);
  co_return reached;
}

Task<store::PairTotals> Traversal::pair(const CrossingJob& crossing,
                                        const store::Watermark& reached) {
  const bool all = options_.kind != store::RunKind::instant;
  store::PairSelection selection;
  selection.after_version = all ? 0 : former_.platform_version;
  selection.up_to_version = reached.platform_version;
  selection.settled_too = all;
  selection.all_links = all;
  selection.only_keys = options_.only_keys;
  selection.now = read_at_;
  // A run that has read everything knows all there is.
  const bool windowed = !all && !former_.salesforce_stamp.empty();
  if (windowed) {
    if (auto read = co_await read_unread(crossing, selection); !read) co_return read.error();
  }
  co_return co_await parts_.store.staging().pair(job_.tenant, options_.id, crossing.crossing,
                                                 crossing.rule, std::move(selection));
}

Task<std::vector<store::PairRow>> Traversal::lines(const CrossingJob& crossing, std::string after) {
  co_return co_await parts_.store.staging().pairs(job_.tenant, options_.id, crossing.crossing,
                                                  std::move(after), parts_.limits.pairs_max);
}

}  // namespace crosswalk::sync
