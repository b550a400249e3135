#include "cli/api_client.hpp"

#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/files.hpp"
#include "json/read.hpp"
#include "net/client.hpp"
#include "net/url.hpp"

namespace crosswalk::cli {
namespace {

constexpr std::chrono::minutes kDeadline{10};  // an import of a big file
constexpr std::size_t kAnswerBytesMax = std::size_t{64} << 20;

Error usage(std::string code, std::string message) {
  Error error;
  error.kind = ErrorKind::bad_input;
  error.code = std::move(code);
  error.message = std::move(message);
  return error;
}

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) {
    text.pop_back();
  }
  return text;
}

Result<std::string> read_key(const ServerOptions& options) {
  if (!options.key_file.empty()) {
    auto file = read_file(options.key_file, 4096);
    if (!file) return file.error();
    return trimmed(std::move(file->text));
  }
  const char* key = std::getenv("CROSSWALK_API_KEY");
  if (key != nullptr && *key != '\0') return std::string(key);
  return usage("noApiKey", "Set CROSSWALK_API_KEY, or name a file with --key-file.");
}

Error problem_of(const net::HttpResponse& response) {
  Error error;
  error.kind = ErrorKind::refused;
  error.code = "status" + std::to_string(response.status);
  error.message = "The server answered " + std::to_string(response.status) + ".";
  const auto document = json::read(response.body);
  if (!document || !document->is_object()) return error;
  error.code = json::text_member(*document, "code", error.code);
  error.message = json::text_member(*document, "detail", error.message);
  error.path = json::text_member(*document, "pointer", json::text_member(*document, "at"));
  return error;
}

}  // namespace

struct ApiClient::Parts {
  boost::asio::io_context context{1};
  std::shared_ptr<net::Transport> transport;
};

void add_server_options(CLI::App& command, ServerOptions& options) {
  command.add_option("--url", options.url, "The server's address")
      ->envname("CROSSWALK_URL")
      ->capture_default_str();
  command.add_option("--key-file", options.key_file,
                     "File with the API key; else it is read from CROSSWALK_API_KEY");
}

ApiClient::ApiClient(std::unique_ptr<Parts> parts, std::string url, std::string key)
    : parts_(std::move(parts)), url_(std::move(url)), key_(std::move(key)) {}

ApiClient::~ApiClient() = default;

Result<std::unique_ptr<ApiClient>> ApiClient::open(const ServerOptions& options) {
  auto key = read_key(options);
  if (!key) return key.error();
  const auto origin = net::parse_origin(options.url);
  if (!origin) return usage("badUrl", "CROSSWALK_URL must be an origin: " + origin.error().message);
  auto parts = std::make_unique<Parts>();
  net::ClientOptions client;
  auto allowed = client.policy.allow(origin->text());
  if (!allowed) return allowed.error();
  auto transport = net::make_transport(parts->context.get_executor(), std::move(client));
  if (!transport) return transport.error();
  parts->transport = std::move(*transport);
  return std::unique_ptr<ApiClient>(
      new ApiClient(std::move(parts), origin->text(), std::move(*key)));
}

Result<net::HttpResponse> ApiClient::send(const ApiRequest& request) {
  net::HttpRequest wire;
  wire.method = request.method;
  wire.url =
      url_ + (request.path.starts_with("//") ? request.path.substr(1) : "/api/v1" + request.path);
  wire.headers = request.headers;
  wire.headers.set("Authorization", "Bearer " + key_);
  if (!request.body.empty()) wire.headers.set("Content-Type", request.content_type);
  wire.body = request.body;
  std::optional<Result<net::HttpResponse>> answer;
  auto call = [&]() -> boost::asio::awaitable<void> {
    const net::SendOptions limits{.deadline = kDeadline, .response_bytes_max = kAnswerBytesMax};
    answer = co_await parts_->transport->send(wire, limits);
    parts_->context.stop();  // kept connections would hold the loop
  };
  boost::asio::co_spawn(parts_->context, call, boost::asio::detached);
  parts_->context.restart();
  parts_->context.run();
  if (!answer) return usage("noAnswer", "The call was given up.");
  if (!*answer) {
    Error error = answer->error();
    if (error.path.empty()) error.path = url_;
    return error;
  }
  if ((*answer)->status >= 300) return problem_of(**answer);
  return std::move(*answer);
}

Result<nlohmann::ordered_json> ApiClient::json(const ApiRequest& request) {
  auto answer = send(request);
  if (!answer) return answer.error();
  return json::read(answer->body);
}

std::string encoded(std::string_view text) { return net::percent_encode(text); }

}  // namespace crosswalk::cli
