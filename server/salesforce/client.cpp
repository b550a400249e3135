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
                  {"Sforce-Call-Options", "client=" + settings_.client_name},
                  {"Sforce-Query-Options", "batchSize=" + std::to_string(settings_.page_records)}},
      .body = std::move(call.body)};
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

Task<QueryPage> Client::page(std::string path, std::vector<std::string> columns) {
  std::function<Result<QueryPage>(net::HttpResponse)> read =
      [&columns](net::HttpResponse answer) -> Result<QueryPage> {
    auto date = answer.headers.get("Date");
    std::string server_date(date ? *date : std::string_view());
    auto parsed = QueryPage::read(std::move(answer.body), columns);
    if (parsed) parsed->server_date = std::move(server_date);
    return parsed;
  };
  Call call{.path = std::move(path)};
  co_return co_await fetch<QueryPage>(std::move(call), std::move(read));
}

Task<QueryPage> Client::query(std::string soql, std::vector<std::string> columns) {
  co_return co_await page(data_path(query_path(soql)), std::move(columns));
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
  co_return co_await page(std::move(path), std::move(columns));
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
