#include "server/api/api_server.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/post.hpp>
#include <fstream>
#include <future>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "json/read.hpp"
#include "net/url.hpp"
#include "store/tenants.hpp"
#include "vault/tokens.hpp"

namespace crosswalk::api_test {
namespace {

constexpr const char* kOrgUrl = "https://lumen.my.salesforce.com";

void write_file(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

net::HttpResponse json_answer(const std::string& body) {
  net::HttpResponse response;
  response.headers.set("Content-Type", "application/json");
  response.body = body;
  return response;
}

std::string token_answer() {
  const std::string id = std::string(kLogin) + "/id/00D000000000001EAA/005000000000001AAA";
  const std::string issued = "1700000000000";
  nlohmann::ordered_json body;
  body["access_token"] = "canary-access-token";
  body["refresh_token"] = "canary-refresh-token";
  body["instance_url"] = kOrgUrl;
  body["id"] = id;
  body["issued_at"] = issued;
  body["scope"] = "api refresh_token id";
  body["token_type"] = "Bearer";
  body["signature"] = vault::base64_encode(vault::hmac_sha256(kConsumerSecret, id + issued));
  return json::write(body);
}

std::string unchunked(const std::string& text) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t line = text.find("\r\n", at);
    if (line == std::string::npos) break;
    const std::size_t count = std::stoul(text.substr(at, line - at), nullptr, 16);
    if (count == 0) break;
    out += text.substr(line + 2, count);
    at = line + 2 + count + 2;
  }
  return out;
}

Reply parse_reply(const std::string& text) {
  const std::size_t end = text.find("\r\n\r\n");
  if (end == std::string::npos) throw std::runtime_error("no whole answer: " + text);
  Reply reply;
  reply.status = std::stoi(text.substr(9, 3));
  std::size_t at = text.find("\r\n") + 2;
  while (at < end) {
    const std::size_t stop = text.find("\r\n", at);
    const std::string line = text.substr(at, stop - at);
    const std::size_t colon = line.find(':');
    reply.headers.add(line.substr(0, colon), line.substr(colon + 2));
    at = stop + 2;
  }
  reply.body = text.substr(end + 4);
  if (reply.header("Transfer-Encoding") == "chunked") reply.body = unchunked(reply.body);
  return reply;
}

}  // namespace

Task<net::HttpResponse> FakeSalesforce::send(net::HttpRequest request, net::SendOptions) {
  ++calls;
  if (request.url.find("/oauth2/token") != std::string::npos) {
    ++token_calls;
    co_return json_answer(token_answer());
  }
  if (request.url.find("/oauth2/revoke") != std::string::npos) co_return json_answer("");
  if (request.url.find("/query") != std::string::npos) {
    co_return json_answer(
        R"({"totalSize":1,"done":true,"records":[{"attributes":{"type":"Organization"},)"
        R"("Id":"00D000000000001EAA","Name":"Lumen <b>Events</b>","OrganizationType":"Developer Edition",)"
        R"("IsSandbox":false,"InstanceName":"NA1"}]})");
  }
  co_return json_answer(
      R"({"organization_id":"00D000000000001EAA","user_id":"005000000000001AAA",)"
      R"("username":"admin@lumen.example","display_name":"Admin","email":"admin@lumen.example"})");
}

ApiServer::ApiServer() : guard_(context_.get_executor()) {
  std::string name = (std::filesystem::temp_directory_path() / "crosswalk-api-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder = name;
  console_folder = folder / "console";
  write_file(folder / "secret.txt", "outside");
  write_file(console_folder / "index.html", "<!doctype html><title>Console</title>");
  write_file(console_folder / "assets/app-1a2b3c.js", "console.log('plain')");
  write_file(console_folder / "assets/app-1a2b3c.js.br", "brotli bytes");
  std::filesystem::create_symlink(folder / "secret.txt", console_folder / "link.txt");
  store = std::move(*store::open_sqlite({.data = folder / "data"}));
  vault_ = std::make_unique<vault::Vault>(
      std::move(*vault::read_key_file(folder / "data", true, random_)), store->wrapped_keys(),
      random_);
  console_ = std::move(*api::ConsoleFiles::load(console_folder.string()));
  const auto executor = context_.get_executor();
  events = std::make_unique<sync::EventHub>(executor);
  connections_ =
      std::make_unique<sync::Connections>(sync::Connections::Parts{.executor = executor,
                                                                   .transport = salesforce,
                                                                   .clock = clock,
                                                                   .random = random_,
                                                                   .store = *store,
                                                                   .vault = *vault_});
  engine_ = std::make_unique<sync::Engine>(sync::Parts{.executor = executor,
                                                       .pool = workers_,
                                                       .clock = clock,
                                                       .random = random_,
                                                       .store = *store,
                                                       .orgs = *connections_,
                                                       .events = *events});
  describes_ = std::make_unique<api::DescribeCache>(*connections_, clock);
  services_ = std::unique_ptr<api::Services>(
      new api::Services{.store = *store,
                        .vault = *vault_,
                        .connections = *connections_,
                        .engine = *engine_,
                        .events = *events,
                        .origins = origins_,
                        .clock = clock,
                        .random = random_,
                        .workers = workers_,
                        .describes = *describes_,
                        .console = console_,
                        .settings = {.public_url = "", .version = "test"}});
  router_ = std::make_unique<api::Router>(api::routes(), *services_);
  server_ = std::make_unique<net::Server>(
      context_, net::ServerOptions{},
      [this](net::Exchange& exchange) { return router_->handle(exchange); });
  port_ = *server_->listen("127.0.0.1", 0);
  settings_url_ = services_->settings.public_url = "http://127.0.0.1:" + std::to_string(port_);
  thread_ = std::thread([this] { context_.run(); });
  key = create_tenant(tenant, "first");
  other_key = create_tenant("tn_other", "other");
}

ApiServer::~ApiServer() {
  on_context([this] { events->close_all(); });
  boost::asio::co_spawn(context_, server_->drain(std::chrono::milliseconds(500)),
                        boost::asio::use_future)
      .get();
  guard_.reset();
  context_.stop();
  thread_.join();
  workers_.join();
  server_.reset();
  engine_.reset();
  connections_.reset();
  events.reset();
  store.reset();
  std::filesystem::remove_all(folder);
}

std::string ApiServer::create_tenant(const std::string& id, const std::string& name) {
  const observe::Secret made = vault::random_token(vault::kApiKeyPrefix, random_);
  auto created = wait(
      store->tenants().create(store::TenantRow{.id = id, .name = name, .created_at = clock.now()},
                              store::ApiKeyRow{.id = "key_" + id,
                                               .tenant = id,
                                               .hash = vault::hash_token(made.reveal()),
                                               .label = "first",
                                               .created_at = clock.now()}));
  if (!created) throw std::runtime_error(created.error().message);
  return std::string(made.reveal());
}

void ApiServer::on_context(std::function<void()> work) {
  std::promise<void> done;
  boost::asio::post(context_, [&] {
    work();
    done.set_value();
  });
  done.get_future().get();
}

Reply ApiServer::send(const std::string& method, const std::string& target, const std::string& body,
                      std::vector<net::Header> headers) {
  std::string text = method + " " + target +
                     " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) +
                     "\r\nConnection: close\r\n";
  for (const net::Header& header : headers) text += header.name + ": " + header.value + "\r\n";
  if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  text += "\r\n" + body;
  const int socket_handle = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket_handle, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    close(socket_handle);
    throw std::runtime_error("the server does not listen");
  }
  for (std::size_t sent = 0; sent < text.size();) {
    const auto count = ::send(socket_handle, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) break;  // refused early: the answer is there to be read
    sent += static_cast<std::size_t>(count);
  }
  std::string answer;
  char piece[16384];
  while (true) {
    const auto count = recv(socket_handle, piece, sizeof piece, 0);
    if (count <= 0) break;
    answer.append(piece, static_cast<std::size_t>(count));
  }
  close(socket_handle);
  return parse_reply(answer);
}

Reply ApiServer::call(const std::string& method, const std::string& target, const std::string& body,
                      std::vector<net::Header> headers) {
  headers.push_back({"Authorization", "Bearer " + key});
  bool typed = false;
  for (const net::Header& header : headers) typed = typed || header.name == "Content-Type";
  if (!body.empty() && !typed) headers.push_back({"Content-Type", "application/json"});
  return send(method, target, body, std::move(headers));
}

std::string query_value(const std::string& url, const std::string& name) {
  const auto fields = net::parse_form(url.substr(url.find('?') + 1));
  if (!fields) return "";
  for (const auto& [field, value] : *fields) {
    if (field == name) return value;
  }
  return "";
}

std::string member(const std::string& json_text, const std::string& name) {
  const auto tree = json::read(json_text);
  return tree ? json::text_member(*tree, name) : "";
}

}  // namespace crosswalk::api_test
