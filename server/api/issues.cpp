// Issues: records that could not be synchronised, why, and what to do. Also as CSV, and tried
// again.
#include "store/issues.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "api/body.hpp"
#include "api/call.hpp"
#include "api/list_answer.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "csv/writer.hpp"
#include "json/read.hpp"
#include "sync/documents.hpp"

namespace crosswalk::api {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view kCsv = "text/csv";
constexpr std::array<std::string_view, 14> kColumns{
    "id",   "sync",           "run",    "object",  "key",  "salesforce", "salesforceId",
    "code", "salesforceCode", "fields", "message", "cure", "state",      "lastSeen"};

Result<store::IssueFilter> read_filter(const Call& call) {
  store::IssueFilter filter;
  filter.sync = call.query("sync");
  filter.run = call.query("run");
  filter.code = call.query("code");
  filter.object = call.query("object");
  filter.key = call.query("key");
  if (const auto state = call.query("state")) {
    filter.state = sync::issue_state(*state);
    if (!filter.state) {
      return bad_query("state", "This must be open, retrying, cleared or ignored.");
    }
  }
  return filter;
}

// A cell that a spreadsheet would take for a formula is shown as text instead.
std::string safe_cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) {
    text.insert(text.begin(), '\'');
  }
  return text;
}

std::string csv_row(const store::IssueRow& issue) {
  std::string fields;
  for (const std::string& field : issue.fields) fields += (fields.empty() ? "" : ";") + field;
  const std::array<std::string, kColumns.size()> cells{issue.id,
                                                       issue.sync,
                                                       issue.run,
                                                       safe_cell(issue.object),
                                                       safe_cell(issue.key),
                                                       safe_cell(issue.salesforce),
                                                       issue.salesforce_id,
                                                       issue.code,
                                                       issue.salesforce_code,
                                                       safe_cell(fields),
                                                       safe_cell(issue.message),
                                                       safe_cell(issue.cure),
                                                       std::string(sync::name_of(issue.state)),
                                                       sync::write_stamp(issue.last_seen)};
  std::array<std::string_view, kColumns.size()> views;
  std::copy(cells.begin(), cells.end(), views.begin());
  std::string row;
  csv::Writer().append_row(row, views);
  return row;
}

// All pages, one after the other: memory stays flat whatever the number of issues.
Task<Answer> export_csv(Call& call, store::IssueFilter filter) {
  store::PageRequest request{.after = "", .limit = 1000};
  auto page = co_await call.store().issues().list(call.tenant(), filter, request);
  if (!page) co_return page.error();
  const net::Headers headers{{"Content-Type", "text/csv; charset=utf-8; header=present"},
                             {"Content-Disposition", "attachment; filename=\"issues.csv\""},
                             {"Cache-Control", "no-store"},
                             {"X-Content-Type-Options", "nosniff"}};
  auto begun = co_await call.exchange.begin(200, headers);
  if (!begun) co_return Answer::already_streamed();
  std::string text;
  csv::Writer().append_row(text, kColumns);
  while (true) {
    for (const store::IssueRow& issue : page->items) text += csv_row(issue);
    auto written = co_await call.exchange.write(std::exchange(text, ""));
    if (!written) co_return Answer::already_streamed();
    if (!page->next) break;
    request.after = *page->next;
    page = co_await call.store().issues().list(call.tenant(), filter, request);
    // Without its end the answer is seen to be broken off, never taken for the whole.
    if (!page) co_return Answer::already_streamed();
  }
  static_cast<void>(co_await call.exchange.end());
  co_return Answer::already_streamed();
}

Task<Answer> list_issues(Call& call) {
  auto filter = read_filter(call);
  if (!filter) co_return filter.error();
  auto page = call.page();
  if (!page) co_return page.error();
  auto media_type = call.wanted_media_type();
  if (!media_type) co_return media_type.error();
  if (*media_type == kCsv) co_return co_await export_csv(call, std::move(*filter));
  auto rows = co_await call.store().issues().list(call.tenant(), *filter, *page);
  if (!rows) co_return rows.error();
  co_return list_answer(*rows, sync::write_issue);
}

Task<Answer> retry_issues(Call& call) {
  auto body = co_await call.json_body();
  if (!body) co_return body.error();
  BodyReader reader(*body);
  auto ids = reader.texts("ids", 1000, 100);
  const auto code = reader.optional_text("code", 100);
  if (ids.empty() == !code) reader.refuse("ids", "Give either ids or a code.");
  auto good = reader.finish();
  if (!good) co_return good.error();
  auto& issues = call.store().issues();
  Result<std::int64_t> count = std::int64_t{0};
  if (code) {
    count = co_await issues.retry_code(call.tenant(), *code, call.now());
  } else {
    count = co_await issues.retry(call.tenant(), std::move(ids), call.now());
  }
  if (!count) co_return count.error();
  ordered_json node;
  node["retrying"] = *count;
  co_return Answer::json(json::write(node));
}

constexpr BodyShape kList[] = {{"application/json", "IssueList"}, {kCsv, ""}};
constexpr BodyShape kRetry[] = {{"application/json", "IssueRetry"}};
constexpr BodyShape kRetried[] = {{"application/json", "Retried"}};
constexpr QueryParameter kQuery[] = {kAfter,
                                     kLimit,
                                     {"sync", "string", "Of this sync"},
                                     {"run", "string", "Last seen by this run"},
                                     {"code", "string", "Of this code"},
                                     {"object", "string", "Of this platform object"},
                                     {"key", "string", "Of this record"},
                                     {"state", "string", "open, retrying, cleared or ignored"}};

constexpr Route kRoutes[] = {
    {"GET",
     "/api/v1/issues",
     "listIssues",
     "Issues; as CSV all of them",
     Access::tenant,
     {},
     200,
     kList,
     kQuery,
     list_issues},
    {"POST",
     "/api/v1/issues/retry",
     "retryIssues",
     "Have issues tried again by the next run",
     Access::tenant,
     kRetry,
     200,
     kRetried,
     {},
     retry_issues},
};

}  // namespace

std::span<const Route> issue_routes() { return kRoutes; }

}  // namespace crosswalk::api
