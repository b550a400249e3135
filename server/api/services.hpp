// What the handlers work with. The caller (the command line, or a test) owns all of it and keeps it
// longer than the Api. Everything runs on one executor, one thing at a time.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/thread_pool.hpp>
#include <string>
#include <vector>

#include "api/console_files.hpp"
#include "net/origin_policy.hpp"
#include "runtime/clock.hpp"
#include "runtime/random.hpp"
#include "store/store.hpp"
#include "sync/connections.hpp"
#include "sync/engine.hpp"
#include "sync/event_hub.hpp"
#include "vault/vault.hpp"

namespace crosswalk::api {

class DescribeCache;

struct Settings {
  std::string public_url;  // origin, without a trailing slash: cookies, redirects, links
  std::string version;
  // Host header values ("name" or "name:port", lowercase) that are answered; empty: any. The port
  // may be known only once the server listens, so this is asked here and not by the server below.
  std::vector<std::string> hosts = {};
  salesforce::Settings salesforce = {};
};

struct Services {
  store::Store& store;
  vault::Vault& vault;
  sync::Connections& connections;
  sync::Engine& engine;
  sync::EventHub& events;
  net::OriginPolicy& origins;
  runtime::Clock& clock;
  runtime::Random& random;
  boost::asio::thread_pool& workers;  // conversions too long for the I/O thread
  DescribeCache& describes;
  const ConsoleFiles& console;
  Settings settings;
};

}  // namespace crosswalk::api
