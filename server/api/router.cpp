#include "api/router.hpp"

#include <algorithm>
#include <exception>

#include "api/auth.hpp"
#include "api/call.hpp"
#include "api/problem.hpp"
#include "names/nearest.hpp"
#include "observe/log.hpp"

namespace crosswalk::api {
namespace {

// A web page can make a name of its own resolve to this machine; then Host is that name.
bool is_own_host(const Services& services, const net::RequestHead& head) {
  const auto& hosts = services.settings.hosts;
  if (hosts.empty()) return true;
  const std::string_view host = head.headers.get("Host").value_or("");
  return std::any_of(hosts.begin(), hosts.end(),
                     [&](const std::string& own) { return net::equals_ignoring_case(own, host); });
}

std::vector<std::string> split_pattern(std::string_view pattern) {
  std::vector<std::string> segments;
  std::size_t begin = 1;  // after the leading slash
  while (begin <= pattern.size()) {
    const std::size_t slash = std::min(pattern.find('/', begin), pattern.size());
    segments.emplace_back(pattern.substr(begin, slash - begin));
    begin = slash + 1;
  }
  return segments;
}

bool is_parameter(std::string_view segment) { return segment.starts_with('{'); }

bool is_safe(std::string_view method) { return method == "GET" || method == "HEAD"; }

Result<void> check_query(const Route& route, const net::RequestHead& head) {
  std::vector<std::string_view> known;
  for (const QueryParameter& parameter : route.query) known.push_back(parameter.name);
  for (const auto& [name, value] : head.query) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const auto near = names::nearest(name, known);
    Error error = bad_query(
        name, "This parameter is not known here." +
                  (near ? " Did you mean \"" + std::string(*near) + "\"?" : std::string()));
    error.code = "unknownParameter";
    return error;
  }
  return {};
}

net::HttpResponse to_response(Answer answer) {
  net::HttpResponse response;
  response.status = answer.status;
  if (!answer.content_type.empty()) {
    response.headers.set("Content-Type", std::move(answer.content_type));
  }
  response.headers.set("X-Content-Type-Options", "nosniff");
  for (auto& [name, value] : answer.headers) {
    response.headers.add(std::move(name), std::move(value));
  }
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
  response.body = std::move(answer.body);
  return response;
}

}  // namespace

Router::Router(std::span<const Route> routes, Services& services) : services_(services) {
  for (const Route& route : routes) entries_.push_back(Entry{&route, split_pattern(route.pattern)});
}

Router::Match Router::match(const net::RequestHead& head) const {
  Match found;
  const std::string_view method = head.method == "HEAD" ? "GET" : std::string_view(head.method);
  std::size_t literals_most = 0;
  for (const Entry& entry : entries_) {
    if (entry.segments.size() != head.path.size()) continue;
    std::vector<std::string> parameters;
    std::size_t literals = 0;
    bool fits = true;
    for (std::size_t i = 0; fits && i < entry.segments.size(); ++i) {
      if (is_parameter(entry.segments[i])) {
        fits = !head.path[i].empty();
        parameters.push_back(head.path[i]);
      } else {
        fits = entry.segments[i] == head.path[i];
        ++literals;
      }
    }
    if (!fits) continue;
    found.allow += (found.allow.empty() ? "" : ", ") + std::string(entry.route->method);
    if (entry.route->method == "GET") found.allow += ", HEAD";
    // The more literal pattern wins: /records/{object}/import before /records/{object}/{key}.
    if (entry.route->method == method && (!found.route || literals > literals_most)) {
      found.route = entry.route;
      found.parameters = std::move(parameters);
      literals_most = literals;
    }
  }
  return found;
}

Result<Answer> Router::console(const net::RequestHead& head) const {
  const bool reserved = !head.path.empty() && (head.path[0] == "api" || head.path[0] == "oauth");
  if (!reserved && services_.console.has(head.path)) {
    if (is_safe(head.method)) return services_.console.answer(head);
    return problem(make_error(ErrorKind::bad_input, "methodNotAllowed", "This path takes GET."))
        .with("Allow", "GET, HEAD");
  }
  return make_error(ErrorKind::not_found, "routeNotFound", "There is nothing at this path.");
}

Task<Answer> Router::answer(net::Exchange& exchange) {
  const net::RequestHead& head = exchange.head();
  if (!is_own_host(services_, head)) {
    co_return make_error(ErrorKind::bad_input, "hostUnknown",
                         "This server does not answer for that host.");
  }
  const Match found = match(head);
  if (found.allow.empty()) co_return console(head);
  if (!found.route) {
    co_return problem(make_error(ErrorKind::bad_input, "methodNotAllowed",
                                 "This path takes " + found.allow + "."))
        .with("Allow", found.allow);
  }
  co_return co_await call(exchange, found);
}

Task<Answer> Router::call(net::Exchange& exchange, const Match& found) {
  const net::RequestHead& head = exchange.head();
  auto identity = co_await identify(services_, head, found.route->access);
  if (!identity) co_return identity.error();
  if (identity->credential == Credential::session && !is_safe(head.method)) {
    auto same = check_same_origin(services_, head);
    if (!same) co_return same.error();
  }
  // Salesforce may add parameters to the callback that nobody has announced.
  if (found.route->access != Access::open) {
    auto known = check_query(*found.route, head);
    if (!known) co_return known.error();
  }
  Call call(services_, exchange, *found.route, found.parameters, std::move(*identity));
  co_return co_await found.route->handler(call);
}

boost::asio::awaitable<void> Router::handle(net::Exchange& exchange) {
  Result<Answer> result = Error{};
  try {
    result = co_await answer(exchange);
  } catch (const std::exception& failure) {
    observe::log(observe::Level::error, "api.exception",
                 {{"method", exchange.head().method}, {"what", failure.what()}});
    result = make_error(ErrorKind::internal, "internal", "");
  }
  if (!result) {
    if (status_of(result.error()) >= 500) {
      observe::log_error(observe::Level::error, "api.failed", result.error(),
                         {{"method", exchange.head().method}});
    }
    result = problem(result.error());
  }
  if (result->streamed) co_return;
  // A client that has left meanwhile is nobody to tell.
  static_cast<void>(co_await exchange.respond(to_response(std::move(*result))));
}

}  // namespace crosswalk::api
