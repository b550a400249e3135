// Org over HTTP. The instance host is pinned by the session's tokens: a next-page URL is used as a
// path on that host only. Everything here may be sent twice: reads, and writes that name their
// record by id or external id; so an answer that was lost is asked for again, a bounded number of
// times. A query's page that is larger than an answer may be is asked for with fewer records.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "net/transport.hpp"
#include "runtime/clock.hpp"
#include "runtime/random.hpp"
#include "salesforce/org.hpp"
#include "salesforce/session.hpp"
#include "salesforce/settings.hpp"

namespace crosswalk::salesforce {

class Client final : public Org {
 public:
  Client(net::Transport& transport, std::shared_ptr<Session> session, runtime::Clock& clock,
         runtime::Random& random, Settings settings);

  Task<std::string> versions() override;
  Task<std::string> global_describe() override;
  Task<std::string> describe(std::string object) override;
  Task<QueryPage> query(std::string soql, std::vector<std::string> columns) override;
  Task<QueryPage> query_more(std::string next, std::vector<std::string> columns) override;
  Task<std::vector<WriteAnswer>> update(std::string object,
                                        std::vector<WriteRecord> records) override;
  Task<std::vector<WriteAnswer>> upsert(std::string object, std::string external_id_field,
                                        bool numeric_key,
                                        std::vector<WriteRecord> records) override;
  Task<ApiUsage> limits() override;
  [[nodiscard]] ApiUsage usage() const override { return usage_; }
  [[nodiscard]] std::int64_t calls() const override { return calls_; }

 private:
  // Before it has a host and a token.
  struct Call {
    std::string method = "GET";
    std::string path;
    std::string body = {};
    std::size_t page_records = 0;  // 0: no query
  };

  struct OpenQuery {
    std::string soql;
    std::size_t page_records = 0;  // as the next page will be asked for
  };

  // Sends until there is an answer that `read` can read, or nothing more may be tried.
  template <class T>
  Task<T> fetch(Call call, std::function<Result<T>(net::HttpResponse)> read);
  [[nodiscard]] net::HttpRequest request_for(Call call, const Tokens& tokens) const;
  Task<net::HttpResponse> send_once(Call call, Tokens tokens);
  Task<QueryPage> page(std::string path, std::vector<std::string> columns, OpenQuery query);
  Task<QueryPage> fetch_page(std::string path, std::vector<std::string> columns,
                             std::size_t page_records);
  Task<std::vector<WriteAnswer>> write(std::string path, std::string body, std::size_t records);
  [[nodiscard]] std::string data_path(std::string_view rest) const;
  std::chrono::milliseconds backoff(int attempt);

  net::Transport& transport_;
  std::shared_ptr<Session> session_;
  runtime::Clock& clock_;
  runtime::Random& random_;
  Settings settings_;
  ApiUsage usage_;
  std::int64_t calls_ = 0;
  std::map<std::string, OpenQuery> open_queries_;  // by the path of their next page
  std::set<std::string> small_queries_;  // to be begun anew with the fewest records a page
};

}  // namespace crosswalk::salesforce
