// The whole stand-in as one value: give it a request, it gives the answer. State lives in memory;
// one thread at a time. http_server.hpp puts it on the network.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "org/data_api.hpp"
#include "org/faults.hpp"
#include "org/http_message.hpp"
#include "org/login.hpp"
#include "org/record_store.hpp"
#include "org/schema.hpp"

namespace crosswalk::org {

struct OrgOptions {
  LoginOptions login;
  std::uint64_t seed = 7, contacts = 0;
  int daily_limit = 15'000;
};

class Org {
 public:
  using Now = std::function<std::int64_t()>;  // milliseconds since 1970
  Org(Schema schema, OrgOptions options, Now now);
  Org(const Org&) = delete;
  Org& operator=(const Org&) = delete;

  void set_base(const std::string& url) { login_.set_base(url); }
  Response handle(const Request& request);

  RecordStore& store() { return store_; }
  Login& login() { return login_; }
  Faults& faults() { return faults_; }

 private:
  std::int64_t now_ms() const { return now_() + faults_.clock_offset_s * 1000; }
  Response route(const Request& request, const Target& target);
  Response control(const Request& request, const Target& target);
  Response data(const Request& request, const Target& target);
  Response identity(const Request& request, const Target& target, bool userinfo);
  std::string stats() const;
  void spend_call(const DataCall& call, Response& answer);

  Schema schema_;
  RecordStore store_;
  Now now_;
  Faults faults_;
  Stats stats_;
  Login login_;
  DataApi api_;
};

// Organisation, users, accounts, campaigns and people.
void fill(RecordStore& store, std::uint64_t seed, std::uint64_t contacts, std::int64_t now_seconds);

// The ids of the organisation and of the user who connects.
std::string organization_id();
std::string user_id();

}  // namespace crosswalk::org
