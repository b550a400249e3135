#include "salesforce/client.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "net/url.hpp"
#include "observe/log.hpp"
#include "salesforce/answers.hpp"
#include "salesforce/errors.hpp"
#include "salesforce/requests.hpp"

namespace crosswalk::salesforce {
namespace {

constexpr std::string_view kAnswerTooLarge = "answerTooLarge";  // as net::Transport says it
// Remembered; a query that is forgotten only costs calls.
constexpr std::size_t kOpenQueriesMax = 64;

// Whether the same call may be answered better in a moment.
bool may_pass(const Error& error) {
  if (error.kind == ErrorKind::timeout) return true;
  return error.kind == ErrorKind::unavailable &&
         error_row(error.salesforce_code, error.message).kind != ErrorClass::throttle;
}

bool session_ended(const Error& error) { return error.salesforce_status == 401; }

Result<std::string> whole_body(net::HttpResponse answer) { return std::move(answer.body); }

Error too_many(std::size_t records) {
  return Error{.kind = ErrorKind::too_large,
               .code = "collectionTooLarge",
               .path = "",
               .message = "A collection of " + std::to_string(records) + " records.",
               .salesforce_status = 0,
               .salesforce_code = ""};
}

Error page_too_large(const Settings& settings) {
  return Error{
      .kind = ErrorKind::too_large,
      .code = std::string(kPageTooLarge),
      .message = "Even " + std::to_string(settings.page_records_min) +
                 " records of the query are larger than " +
                 std::to_string(settings.answer_bytes_max >> 20) +
                 " MB. Take long text fields out of the mapping, or let its `where` leave out the "
                 "records that are so large."};
}

}  // namespace

Client::Client(net::Transport& transport, std::shared_ptr<Session> session, runtime::Clock& clock,
               runtime::Random& random, Settings settings)
    : transport_(transport),
      session_(std::move(session)),
      clock_(clock),
      random_(random),
      settings_(std::move(settings)) {}

std::string Client::data_path(std::string_view rest) const {
  return "/services/data/v" + settings_.api_version + std::string(rest);
}

std::chrono::milliseconds Client::backoff(int attempt) {
  const auto ceiling = std::min(settings_.backoff_max, settings_.backoff_first * (1 << attempt));
  std::array<std::byte, 4> bytes{};
  random_.fill(bytes);
  std::uint32_t number = 0;
  std::memcpy(&number, bytes.data(), sizeof number);
  return std::chrono::milliseconds(number % (ceiling.count() + 1));
}

net::HttpRequest Client::request_for(Call call, const Tokens& tokens) const {
  net::HttpRequest request{
      .method = std::move(call.method),
      .url = tokens.instance_url + call.path,
      .headers = {{"Authorization", "Bearer " + std::string(tokens.access_token.reveal())},
                  {"Accept", "application/json"},
                  {"Sforce-Call-Options", "client=" + settings_.client_name}},
      .body = std::move(call.body)};
  if (call.page_records > 0)
    request.headers.set("Sforce-Query-Options", "batchSize=" + std::to_string(call.page_records));
  if (!request.body.empty()) {
    request.headers.set("Content-Type", "application/json; charset=UTF-8");
    request.headers.set("Sforce-Auto-Assign", "FALSE");  // else every write may change the owner
  }
  return request;
}

Task<net::HttpResponse> Client::send_once(Call call, Tokens tokens) {
  net::SendOptions options{.deadline = settings_.call_deadline,
                           .response_bytes_max = settings_.answer_bytes_max};
  ++calls_;
  auto answer = co_await transport_.send(request_for(std::move(call), tokens), options);
  if (answer) {
    if (const auto header = answer->headers.get("Sforce-Limit-Info")) {
      if (const auto usage = read_usage(*header)) usage_ = *usage;
    }
  }
  co_return answer;
}

template <class T>
Task<T> Client::fetch(Call call, std::function<Result<T>(net::HttpResponse)> read) {
  auto tokens = co_await session_->current();
  bool renewed = false;
  for (int attempt = 0;;) {
    if (!tokens) co_return tokens.error();
    auto answer = co_await send_once(call, *tokens);
    Result<T> value = Error{};
    if (!answer) {
      value = answer.error();
    } else if (answer->status >= 200 && answer->status < 300) {
      value = read(std::move(*answer));
    } else {
      value = read_error(answer->status, answer->headers, answer->body);
    }
    if (value) co_return value;
    if (session_ended(value.error())) {
      if (renewed) co_return value;
      renewed = true;
      tokens = co_await session_->renew(tokens->generation);
      continue;
    }
    if (!may_pass(value.error()) || ++attempt >= settings_.attempts_max) co_return value;
    observe::log_error(observe::Level::info, "salesforce.retry", value.error(),
                       {{"attempt", attempt}});
    co_await clock_.sleep(backoff(attempt - 1));
  }
}

Task<std::string> Client::versions() {
  Call call{.path = "/services/data"};
  co_return co_await fetch<std::string>(std::move(call), whole_body);
}

Task<std::string> Client::global_describe() {
  Call call{.path = data_path("/sobjects")};
  co_return co_await fetch<std::string>(std::move(call), whole_body);
}

Task<std::string> Client::describe(std::string object) {
  Call call{.path = data_path(describe_path(object))};
  co_return co_await fetch<std::string>(std::move(call), whole_body);
}

Task<QueryPage> Client::fetch_page(std::string path, std::vector<std::string> columns,
                                   std::size_t page_records) {
  std::function<Result<QueryPage>(net::HttpResponse)> read =
      [&columns](net::HttpResponse answer) -> Result<QueryPage> {
    auto date = answer.headers.get("Date");
    std::string server_date(date ? *date : std::string_view());
    auto parsed = QueryPage::read(std::move(answer.body), columns);
    if (parsed) parsed->server_date = std::move(server_date);
    return parsed;
  };
  Call call{.path = std::move(path), .page_records = page_records};
  co_return co_await fetch<QueryPage>(std::move(call), std::move(read));
}

Task<QueryPage> Client::page(std::string path, std::vector<std::string> columns, OpenQuery query) {
  while (true) {
    auto answer = co_await fetch_page(path, columns, query.page_records);
    if (answer) {
      if (answer->next().empty()) co_return answer;
      if (open_queries_.size() == kOpenQueriesMax) open_queries_.erase(open_queries_.begin());
      open_queries_[next_path(answer->next())] = std::move(query);
      co_return answer;
    }
    if (answer.error().code != kAnswerTooLarge) co_return answer;
    if (query.page_records <= settings_.page_records_min) co_return page_too_large(settings_);
    query.page_records = std::max(query.page_records / 2, settings_.page_records_min);
    observe::log(observe::Level::info, "salesforce.smaller_pages",
                 {{"records", query.page_records}});
  }
}

Task<QueryPage> Client::query(std::string soql, std::vector<std::string> columns) {
  std::string path = data_path(query_path(soql));
  const bool small = small_queries_.erase(soql) > 0;
  OpenQuery query{.soql = std::move(soql),
                  .page_records = small ? settings_.page_records_min : settings_.page_records};
  co_return co_await page(std::move(path), std::move(columns), std::move(query));
}

Task<QueryPage> Client::query_more(std::string next, std::vector<std::string> columns) {
  std::string path = next_path(next);
  if (path.empty()) {
    co_return Error{.kind = ErrorKind::refused,
                    .code = "nextPagePath",
                    .path = "",
                    .message = "The next page of a query lies outside of the REST API.",
                    .salesforce_status = 200,
                    .salesforce_code = ""};
  }
  OpenQuery query{.soql = {}, .page_records = settings_.page_records};
  if (auto open = open_queries_.extract(path)) query = std::move(open.mapped());
  const std::string soql = query.soql;
  const bool small = query.page_records <= settings_.page_records_min;
  auto answer = co_await page(std::move(path), std::move(columns), std::move(query));
  if (answer || answer.error().code != kPageTooLarge || small || soql.empty()) co_return answer;
  // The size is a hint, and a query that is under way may keep to the one that it began with.
  if (small_queries_.size() == kOpenQueriesMax) small_queries_.clear();
  small_queries_.insert(soql);
  Error again = answer.error();
  again.code = kQueryAgain;
  co_return again;
}

Task<std::vector<WriteAnswer>> Client::write(std::string path, std::string body,
                                             std::size_t records) {
  if (records == 0) co_return std::vector<WriteAnswer>();
  if (records > kCollectionRecordsMax) co_return too_many(records);
  std::function<Result<std::vector<WriteAnswer>>(net::HttpResponse)> read =
      [records](net::HttpResponse answer) { return read_collection(answer.body, records); };
  Call call{.method = "PATCH", .path = std::move(path), .body = std::move(body)};
  co_return co_await fetch<std::vector<WriteAnswer>>(std::move(call), std::move(read));
}

Task<std::vector<WriteAnswer>> Client::update(std::string object,
                                              std::vector<WriteRecord> records) {
  co_return co_await write(data_path(kCollectionPath),
                           collection_body(object, "Id", false, records), records.size());
}

Task<std::vector<WriteAnswer>> Client::upsert(std::string object, std::string external_id_field,
                                              bool numeric_key, std::vector<WriteRecord> records) {
  co_return co_await write(data_path(upsert_path(object, external_id_field)),
                           collection_body(object, external_id_field, numeric_key, records),
                           records.size());
}

Task<ApiUsage> Client::limits() {
  std::function<Result<ApiUsage>(net::HttpResponse)> read = [](net::HttpResponse answer) {
    return read_limits(answer.body);
  };
  Call call{.path = data_path("/limits")};
  auto usage = co_await fetch<ApiUsage>(std::move(call), std::move(read));
  if (usage) usage_ = *usage;
  co_return usage;
}

}  // namespace crosswalk::salesforce
