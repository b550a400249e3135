// One request on its way through a handler: who asks, what the path and the query say, and the body
// when it is asked for. It lives as long as its handler runs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/route.hpp"
#include "api/services.hpp"
#include "net/exchange.hpp"
#include "store/page.hpp"

namespace crosswalk::api {

enum class Credential { none, key, session };

struct Identity {
  Credential credential = Credential::none;
  std::string tenant;
  std::string session_hash;  // of a console session
};

class Call {
 public:
  Call(Services& services_in, net::Exchange& exchange_in, const Route& route_in,
       std::vector<std::string> parameters_in, Identity identity_in)
      : services(services_in),
        exchange(exchange_in),
        route(route_in),
        parameters(std::move(parameters_in)),
        identity(std::move(identity_in)) {}

  Services& services;
  net::Exchange& exchange;
  const Route& route;
  const std::vector<std::string> parameters;  // what the pattern's braces took, in order
  const Identity identity;

  [[nodiscard]] const std::string& tenant() const { return identity.tenant; }
  [[nodiscard]] store::Store& store() const { return services.store; }
  [[nodiscard]] const net::RequestHead& head() const { return exchange.head(); }
  [[nodiscard]] runtime::Stamp now() const { return services.clock.now(); }

  [[nodiscard]] std::optional<std::string> query(std::string_view name) const;
  // ?after=&limit=: at most `limit_max` (Error badQuery past it).
  [[nodiscard]] Result<store::PageRequest> page(std::size_t limit_default = 100,
                                                std::size_t limit_max = 1000) const;
  // If-Match: "7" → 7; absent without the header (or with *).
  [[nodiscard]] Result<std::optional<std::int64_t>> expected_version() const;
  // The media type that the client would rather have, of those the route's response names; the
  // first when it does not say. notAcceptable when none fits.
  [[nodiscard]] Result<std::string_view> wanted_media_type() const;
  [[nodiscard]] std::string_view content_type() const;  // without parameters, as sent

  Task<nlohmann::ordered_json> json_body();                // an object
  Task<nlohmann::ordered_json> json_body_or_empty();       // no body at all is {}
  Task<std::string> document_body(std::size_t bytes_max);  // JSON text as it came
};

// Names that people give: apps, mappings, syncs. Letters, digits, '.', '_', '-'; at most 64.
Result<void> check_name(std::string_view name);

// RFC 3339 as ?changedSince= takes it.
Result<runtime::Stamp> parse_stamp(std::string_view name, std::string_view text);

}  // namespace crosswalk::api
