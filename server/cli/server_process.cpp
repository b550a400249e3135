#include "cli/server_process.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <charconv>

#include "api/describe_cache.hpp"
#include "api/router.hpp"
#include "api/routes.hpp"
#include "cli/version.hpp"
#include "net/client.hpp"
#include "net/server.hpp"
#include "observe/log.hpp"
#include "runtime/shutdown.hpp"
#include "runtime/system_clock.hpp"
#include "runtime/system_random.hpp"
#include "store/plans.hpp"
#include "store/provision.hpp"
#include "store/sessions.hpp"
#include "store/tenants.hpp"

namespace crosswalk::cli {
namespace {

constexpr std::chrono::seconds kRequestsPatience{10};
constexpr std::chrono::seconds kRunsPatience{20};
constexpr std::chrono::minutes kSweepEvery{5};
constexpr std::size_t kWorkerThreads = 2;

struct Address {
  std::string host;
  std::uint16_t port = 0;
};

Error bad_option(std::string_view option, std::string message) {
  Error error;
  error.kind = ErrorKind::bad_input;
  error.code = "badOption";
  error.path = option;
  error.message = std::move(message);
  return error;
}

// HOST:PORT, an IPv6 address in brackets.
Result<Address> parse_address(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  Address address;
  if (colon == std::string_view::npos || colon == 0) {
    return bad_option("--listen", "This must be HOST:PORT.");
  }
  const std::string_view port = text.substr(colon + 1);
  const auto [end, failure] = std::from_chars(port.data(), port.data() + port.size(), address.port);
  if (port.empty() || failure != std::errc() || end != port.data() + port.size()) {
    return bad_option("--listen", "The port must be a number from 0 to 65535.");
  }
  std::string_view host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  address.host = host;
  return address;
}

// Where a browser on this machine finds a server that listens on `address`.
std::string local_url(const Address& address, std::uint16_t port) {
  const bool any = address.host == "0.0.0.0" || address.host == "::";
  net::Origin origin{.scheme = "http", .host = any ? "localhost" : address.host, .port = port};
  return origin.text();
}

// A server on loopback answers to its own names alone, so that no web page can reach it by a name
// that it makes resolve to 127.0.0.1.
std::vector<std::string> host_names(const Address& address, std::uint16_t port,
                                    const std::string& public_url) {
  const bool loopback =
      address.host == "localhost" || address.host == "::1" || address.host.starts_with("127.");
  if (!loopback) return {};
  std::vector<std::string> hosts;
  for (const std::string& name :
       {std::string("localhost"), std::string("127.0.0.1"), std::string("::1"), address.host}) {
    hosts.push_back(net::Origin{.scheme = "http", .host = name, .port = port}.authority());
  }
  if (const auto url = net::parse_origin(public_url)) hosts.push_back(url->authority());
  return hosts;
}

Result<net::OriginPolicy> make_policy(const std::vector<std::string>& origins) {
  net::OriginPolicy policy;
  for (const std::string& origin : origins) {
    auto allowed = policy.allow(origin);
    if (!allowed) {
      return bad_option("--salesforce-origin", origin + ": " + allowed.error().message);
    }
    observe::log(observe::Level::warning, "origin.allowed", {{"origin", origin}});
  }
  return policy;
}

}  // namespace

// In the order of making; destroyed from the last to the first. The context is made first: what has
// threads of its own posts its answers there, and is joined before the context goes.
struct ServerProcess::Parts {
  runtime::SystemClock clock;
  runtime::SystemRandom random;
  boost::asio::io_context context{1};
  boost::asio::thread_pool workers{kWorkerThreads};
  std::unique_ptr<store::Store> store;
  std::unique_ptr<vault::Vault> vault;
  net::OriginPolicy origins;
  api::ConsoleFiles console;
  std::shared_ptr<net::Transport> transport;
  std::unique_ptr<store::ProvisionDoor> door;
  std::unique_ptr<sync::EventHub> events;
  std::unique_ptr<sync::Connections> connections;
  std::unique_ptr<sync::Engine> engine;
  std::unique_ptr<api::DescribeCache> describes;
  std::unique_ptr<api::Services> services;
  std::unique_ptr<api::Router> router;
  std::unique_ptr<net::Server> server;
  runtime::Shutdown shutdown;
  std::string url;
  std::vector<std::string> hosts;

  Result<void> open_data(const ServeOptions& options);
  Result<void> open_network(const ServeOptions& options);
  void wire();

  boost::asio::awaitable<void> recover();
  boost::asio::awaitable<void> keep_door();
  boost::asio::awaitable<void> sweep();
  boost::asio::awaitable<void> drain_at_the_end();
};

Result<void> ServerProcess::Parts::open_data(const ServeOptions& options) {
  auto opened = store::open_sqlite({.data = options.data});
  if (!opened) return opened.error();
  store = std::move(*opened);
  auto key = vault::read_key_file(options.data, true, random);
  if (!key) return key.error();
  vault = std::make_unique<vault::Vault>(std::move(*key), store->wrapped_keys(), random);
  auto opened_door = store::ProvisionDoor::open(options.data);
  if (!opened_door) return opened_door.error();
  door = std::move(*opened_door);
  if (!options.console.empty()) {
    auto files = api::ConsoleFiles::load(options.console);
    if (!files) return files.error();
    console = std::move(*files);
  }
  return {};
}

Result<void> ServerProcess::Parts::open_network(const ServeOptions& options) {
  auto policy = make_policy(options.salesforce_origins);
  if (!policy) return policy.error();
  origins = std::move(*policy);
  net::ClientOptions client;
  client.policy = origins;
  client.ca_file = options.ca_file;
  client.user_agent = std::string("crosswalk/") + kVersion;
  auto made = net::make_transport(context.get_executor(), std::move(client));
  if (!made) return made.error();
  transport = std::move(*made);
  auto address = parse_address(options.listen);
  if (!address) return address.error();
  auto handler = [this](net::Exchange& exchange) { return router->handle(exchange); };
  server = std::make_unique<net::Server>(context, net::ServerOptions{}, handler);
  auto port = server->listen(address->host, address->port);
  if (!port) return port.error();
  url = local_url(*address, *port);
  hosts = host_names(*address, *port, options.public_url);
  return {};
}

void ServerProcess::Parts::wire() {
  const auto executor = context.get_executor();
  events = std::make_unique<sync::EventHub>(executor);
  connections =
      std::make_unique<sync::Connections>(sync::Connections::Parts{.executor = executor,
                                                                   .transport = *transport,
                                                                   .clock = clock,
                                                                   .random = random,
                                                                   .store = *store,
                                                                   .vault = *vault,
                                                                   .settings = {}});
  engine = std::make_unique<sync::Engine>(sync::Parts{.executor = executor,
                                                      .pool = workers,
                                                      .clock = clock,
                                                      .random = random,
                                                      .store = *store,
                                                      .orgs = *connections,
                                                      .events = *events,
                                                      .limits = {}});
  describes = std::make_unique<api::DescribeCache>(*connections, clock);
  services = std::unique_ptr<api::Services>(new api::Services{
      .store = *store,
      .vault = *vault,
      .connections = *connections,
      .engine = *engine,
      .events = *events,
      .origins = origins,
      .clock = clock,
      .random = random,
      .workers = workers,
      .describes = *describes,
      .console = console,
      .settings = {.public_url = url, .version = kVersion, .hosts = hosts, .salesforce = {}}});
  router = std::make_unique<api::Router>(api::routes(), *services);
}

boost::asio::awaitable<void> ServerProcess::Parts::recover() {
  auto recovered = co_await engine->recover();
  if (!recovered) {
    observe::log_error(observe::Level::error, "recover.failed", recovered.error(), {});
  }
}

boost::asio::awaitable<void> ServerProcess::Parts::keep_door() {
  auto ended = co_await door->serve(*store);
  if (!ended && !shutdown.requested()) {
    observe::log_error(observe::Level::error, "provision.ended", ended.error(), {});
  }
}

// Forgets what has expired: sessions, tickets and plans.
boost::asio::awaitable<void> ServerProcess::Parts::sweep() {
  while (!shutdown.requested()) {
    auto swept = co_await store->sessions().sweep(clock.now());
    if (!swept) observe::log_error(observe::Level::warning, "sweep.failed", swept.error(), {});
    store::PageRequest request{.after = "", .limit = 500};
    while (true) {
      auto tenants = co_await store->tenants().list(request);
      if (!tenants) break;
      for (const store::TenantRow& tenant : tenants->items) {
        auto plans = co_await store->plans().sweep(tenant.id, clock.now());
        if (!plans) observe::log_error(observe::Level::warning, "sweep.failed", plans.error(), {});
      }
      if (!tenants->next) break;
      request.after = *tenants->next;
    }
    co_await clock.sleep(kSweepEvery);
  }
}

boost::asio::awaitable<void> ServerProcess::Parts::drain_at_the_end() {
  co_await shutdown.wait();
  observe::log(observe::Level::info, "server.draining", {});
  door->close();
  co_await engine->drain(kRunsPatience);
  events->close_all();
  co_await server->drain(kRequestsPatience);
  observe::log(observe::Level::info, "server.stopped", {});
  context.stop();
}

ServerProcess::ServerProcess(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

ServerProcess::~ServerProcess() = default;

Result<std::unique_ptr<ServerProcess>> ServerProcess::open(const ServeOptions& options) {
  if (!options.public_url.empty() && !net::parse_origin(options.public_url)) {
    return bad_option("--public-url", "This must be an origin, like https://crosswalk.example.");
  }
  auto parts = std::make_unique<Parts>();
  auto data = parts->open_data(options);
  if (!data) return data.error();
  auto network = parts->open_network(options);
  if (!network) return network.error();
  if (!options.public_url.empty()) parts->url = net::parse_origin(options.public_url)->text();
  parts->wire();
  // Before the address is told: who knows it may already ask the server to end.
  parts->shutdown.watch_signals(parts->context);
  return std::unique_ptr<ServerProcess>(new ServerProcess(std::move(parts)));
}

const std::string& ServerProcess::url() const { return parts_->url; }

void ServerProcess::run() {
  Parts& parts = *parts_;
  boost::asio::co_spawn(parts.context, parts.drain_at_the_end(), boost::asio::detached);
  boost::asio::co_spawn(parts.context, parts.keep_door(), boost::asio::detached);
  boost::asio::co_spawn(parts.context, parts.sweep(), boost::asio::detached);
  boost::asio::co_spawn(parts.context, parts.recover(), boost::asio::detached);
  parts.context.run();
  parts.workers.join();
}

}  // namespace crosswalk::cli
