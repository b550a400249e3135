// Org over HTTP. The instance host is pinned by the session's tokens: a next-page URL is used as a
// path on that host only. Reads and writes by id or external id may be repeated; nothing else is
// sent twice.
#pragma once

#include <memory>
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
  struct Call;  // method, path, body: before it has a host and a token

  Task<net::HttpResponse> send(Call call);
  Task<net::HttpResponse> send_once(const Call& call, const Tokens& tokens);
  Task<QueryPage> page(std::string path, std::vector<std::string> columns);
  [[nodiscard]] std::string data_path(std::string_view rest) const;
  std::chrono::milliseconds backoff(int attempt);

  net::Transport& transport_;
  std::shared_ptr<Session> session_;
  runtime::Clock& clock_;
  runtime::Random& random_;
  Settings settings_;
  ApiUsage usage_;
  std::int64_t calls_ = 0;
};

}  // namespace crosswalk::salesforce
