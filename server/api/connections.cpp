// Connections: one Salesforce user's authorised access to one org, by the web-server flow.
#include <nlohmann/json.hpp>

#include "api/auth.hpp"
#include "api/body.hpp"
#include "api/call.hpp"
#include "api/connection_document.hpp"
#include "api/describe_cache.hpp"
#include "api/list_answer.hpp"
#include "api/login_url.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "json/read.hpp"
#include "store/sessions.hpp"
#include "vault/tokens.hpp"

namespace crosswalk::api {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view kKinds[] = {"primary", "personal"};
constexpr std::string_view kFlows[] = {"web"};

struct NewConnection {
  store::ConnectionRow row;
  bool again = false;  // `connection` names one that is to be authorised again
};

Result<NewConnection> read_new(const Services& services, const ordered_json& body) {
  BodyReader reader(body);
  NewConnection wanted;
  store::ConnectionRow& row = wanted.row;
  const auto existing = reader.optional_text("connection", 100);
  wanted.again = existing.has_value();
  row.id = existing.value_or("");
  row.app = wanted.again ? reader.optional_text("app", 64).value_or("") : reader.text("app", 64);
  row.kind = reader.choice("kind", kKinds, "primary") == "personal"
                 ? store::ConnectionKind::personal
                 : store::ConnectionKind::primary;
  row.user = reader.optional_text("user", 200).value_or("");
  if (row.kind == store::ConnectionKind::personal && row.user.empty() && !wanted.again) {
    reader.refuse("user", "A personal connection names the platform's user.");
  }
  static_cast<void>(reader.choice("flow", kFlows, "web"));
  const auto login = reader.optional_text("loginUrl", 300);
  row.return_to = reader.optional_text("returnTo", 120).value_or("");
  if (!row.return_to.empty() && !is_route_name(row.return_to)) {
    reader.refuse("returnTo", "This is the name of a route, like connections, never a URL.");
  }
  auto good = reader.finish();
  if (!good) return good.error();
  if (login) {
    auto origin = read_login_url(services.origins, *login);
    if (!origin) {
      Error error = origin.error();
      error.path = "/loginUrl";
      return error;
    }
    row.login_url = *origin;
  }
  return wanted;
}

// A one-use link that begins the flow. One that a console session asked for works in that browser
// alone: nobody can be sent through it to bind his org to another one's tenant (threat row S1).
Task<std::string> start_link(Call& call, std::string connection) {
  const observe::Secret ticket = vault::random_token(vault::kTicketPrefix, call.services.random);
  store::TicketRow row{.hash = vault::hash_token(ticket.reveal()),
                       .kind = store::TicketKind::oauth_start,
                       .tenant = call.tenant(),
                       .subject = std::move(connection),
                       .payload = call.identity.session_hash,
                       .created_at = call.now(),
                       .expires_at = call.now() + kTicketLife};
  auto added = co_await call.store().sessions().add_ticket(std::move(row));
  if (!added) co_return added.error();
  co_return call.services.settings.public_url + "/oauth/start/" + std::string(ticket.reveal());
}

// The row of a connection that is to be authorised: a new one, or one that was there.
Task<store::ConnectionRow> prepare(Call& call, NewConnection wanted) {
  store::ConnectionRow row = std::move(wanted.row);
  if (wanted.again) {
    auto kept = co_await call.store().connections().get(call.tenant(), row.id);
    if (!kept) {
      if (kept.error().kind != ErrorKind::not_found) co_return kept.error();
      co_return bad_member("/connection", "There is no such connection.");
    }
    kept->return_to = row.return_to;
    kept->updated_at = call.now();
    auto updated = co_await call.store().connections().update(call.tenant(), *kept);
    if (!updated) co_return updated.error();
    co_return std::move(*kept);
  }
  auto app = co_await call.store().apps().get(call.tenant(), row.app);
  if (!app) {
    if (app.error().kind != ErrorKind::not_found) co_return app.error();
    co_return bad_member("/app", "There is no app of this name.");
  }
  if (row.login_url.empty()) row.login_url = app->login_url;
  row.id = vault::random_id("cn_", call.services.random);
  row.api_version = call.services.settings.salesforce.api_version;
  row.created_at = row.updated_at = call.now();
  auto created = co_await call.store().connections().create(call.tenant(), row);
  if (!created) co_return created.error();
  co_return row;
}

Task<Answer> create_connection(Call& call) {
  auto body = co_await call.json_body();
  if (!body) co_return body.error();
  auto wanted = read_new(call.services, *body);
  if (!wanted) co_return wanted.error();
  auto row = co_await prepare(call, std::move(*wanted));
  if (!row) co_return row.error();
  auto link = co_await start_link(call, row->id);
  if (!link) co_return link.error();
  ordered_json document = connection_document(*row);
  document["authorizeUrl"] = *link;
  co_return Answer::json(json::write(document), 201);
}

Task<Answer> list_connections(Call& call) {
  auto page = call.page();
  if (!page) co_return page.error();
  auto rows = co_await call.store().connections().list(call.tenant(), *page);
  if (!rows) co_return rows.error();
  co_return list_answer(
      *rows, [](const store::ConnectionRow& row) { return json::write(connection_document(row)); });
}

Task<Answer> get_connection(Call& call) {
  auto row = co_await call.store().connections().get(call.tenant(), call.parameters[0]);
  if (!row) co_return missing(row.error(), "connection");
  co_return Answer::json(json::write(connection_document(*row)));
}

// Revokes the grant and keeps the row as disconnected, so that a later sign-in is held to the same
// org; deleting a disconnected one removes it.
Task<Answer> delete_connection(Call& call) {
  auto row = co_await call.store().connections().get(call.tenant(), call.parameters[0]);
  if (!row) co_return missing(row.error(), "connection");
  call.services.describes.forget(call.tenant(), row->id);
  const bool gone = row->state == store::ConnectionState::disconnected ||
                    row->state == store::ConnectionState::pending;
  Result<void> done;
  if (gone) {
    done = co_await call.store().connections().erase(call.tenant(), row->id);
  } else {
    done = co_await call.services.connections.disconnect(call.tenant(), row->id);
  }
  if (!done) co_return done.error();
  co_return Answer::empty();
}

constexpr BodyShape kNew[] = {{"application/json", "NewConnection"}};
constexpr BodyShape kConnection[] = {{"application/json", "Connection"}};
constexpr BodyShape kList[] = {{"application/json", "ConnectionList"}};

constexpr Route kRoutes[] = {
    {"GET",
     "/api/v1/connections",
     "listConnections",
     "Connections of the tenant",
     Access::tenant,
     {},
     200,
     kList,
     kPaging,
     list_connections},
    {"POST",
     "/api/v1/connections",
     "createConnection",
     "Begin to connect an org; a person opens authorizeUrl",
     Access::tenant,
     kNew,
     201,
     kConnection,
     {},
     create_connection},
    {"GET",
     "/api/v1/connections/{id}",
     "getConnection",
     "One connection",
     Access::tenant,
     {},
     200,
     kConnection,
     {},
     get_connection},
    {"DELETE",
     "/api/v1/connections/{id}",
     "deleteConnection",
     "Revoke the access and disconnect; a disconnected one is removed",
     Access::tenant,
     {},
     204,
     {},
     {},
     delete_connection},
};

}  // namespace

std::span<const Route> connection_routes() { return kRoutes; }

}  // namespace crosswalk::api
