// Console sessions: signing in with an API key, or by a one-use ticket that a program asked for.
#include <nlohmann/json.hpp>

#include "api/auth.hpp"
#include "api/body.hpp"
#include "api/page.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "json/read.hpp"
#include "store/sessions.hpp"
#include "store/tenants.hpp"
#include "vault/tokens.hpp"

namespace crosswalk::api {
namespace {

using nlohmann::ordered_json;

Task<std::string> session_document(Call& call, std::string tenant) {
  auto row = co_await call.store().tenants().get(std::move(tenant));
  if (!row) co_return row.error();
  ordered_json document;
  document["tenant"] = row->name;
  co_return json::write(document);
}

Task<Answer> sign_in(Call& call) {
  auto body = co_await call.json_body();
  if (!body) co_return body.error();
  BodyReader reader(*body);
  const std::string key = reader.text("apiKey", 256);
  auto good = reader.finish();
  if (!good) co_return good.error();
  auto row = co_await call.store().tenants().find_key(vault::hash_token(key));
  if (!row) {
    if (row.error().kind != ErrorKind::unauthorised) co_return row.error();
    co_return make_error(ErrorKind::unauthorised, "apiKey", "This API key is not known.",
                         "/apiKey");
  }
  auto document = co_await session_document(call, row->tenant);
  if (!document) co_return document.error();
  auto set_cookie = co_await open_session(call.services, row->tenant);
  if (!set_cookie) co_return set_cookie.error();
  co_return Answer::json(std::move(*document), 201).with("Set-Cookie", *set_cookie);
}

Task<Answer> get_session(Call& call) {
  auto document = co_await session_document(call, call.tenant());
  if (!document) co_return document.error();
  co_return Answer::json(std::move(*document));
}

Task<Answer> sign_out(Call& call) {
  if (call.identity.credential == Credential::session) {
    auto closed = co_await call.store().sessions().close(call.identity.session_hash);
    if (!closed) co_return closed.error();
  }
  co_return Answer::empty().with("Set-Cookie", expired_session_cookie(call.services));
}

Task<Answer> create_ticket(Call& call) {
  const observe::Secret ticket = vault::random_token(vault::kTicketPrefix, call.services.random);
  store::TicketRow row{.hash = vault::hash_token(ticket.reveal()),
                       .kind = store::TicketKind::sign_in,
                       .tenant = call.tenant(),
                       .subject = "",
                       .payload = "",
                       .created_at = call.now(),
                       .expires_at = call.now() + kTicketLife};
  auto added = co_await call.store().sessions().add_ticket(std::move(row));
  if (!added) co_return added.error();
  ordered_json document;
  document["url"] = call.services.settings.public_url + "/signin/" + std::string(ticket.reveal());
  co_return Answer::json(json::write(document), 201);
}

Task<Answer> use_ticket(Call& call) {
  auto ticket = co_await call.store().sessions().take_ticket(
      vault::hash_token(call.parameters[0]), store::TicketKind::sign_in, call.now());
  if (!ticket) {
    if (ticket.error().kind != ErrorKind::not_found) co_return ticket.error();
    co_return page(404,
                   Page{.title = "This sign-in link no longer works",
                        .text = "It works once, for ten minutes. Ask for a new one, or sign in "
                                "with an API key.",
                        .detail = "",
                        .link = "/",
                        .link_text = "To the console"});
  }
  auto set_cookie = co_await open_session(call.services, ticket->tenant);
  if (!set_cookie) co_return set_cookie.error();
  co_return redirect("/").with("Set-Cookie", *set_cookie);
}

constexpr BodyShape kSignIn[] = {{"application/json", "SignIn"}};
constexpr BodyShape kSession[] = {{"application/json", "Session"}};
constexpr BodyShape kTicket[] = {{"application/json", "SessionTicket"}};

constexpr Route kRoutes[] = {
    {"POST",
     "/api/v1/session",
     "signIn",
     "Sign in with an API key: sets the session cookie",
     Access::open,
     kSignIn,
     201,
     kSession,
     {},
     sign_in},
    {"GET",
     "/api/v1/session",
     "getSession",
     "Who is signed in",
     Access::tenant,
     {},
     200,
     kSession,
     {},
     get_session},
    {"DELETE", "/api/v1/session", "signOut", "Sign out", Access::tenant, {}, 204, {}, {}, sign_out},
    {"POST",
     "/api/v1/session/tickets",
     "createSessionTicket",
     "A link that signs a browser in, once",
     Access::key,
     {},
     201,
     kTicket,
     {},
     create_ticket},
    {"GET",
     "/signin/{ticket}",
     "useSessionTicket",
     "Signs the browser in and opens the console",
     Access::open,
     {},
     302,
     {},
     {},
     use_ticket},
};

}  // namespace

std::span<const Route> session_routes() { return kRoutes; }

}  // namespace crosswalk::api
