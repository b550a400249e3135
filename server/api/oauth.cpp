// The browser's part of connecting an org. /oauth/start turns a one-use link into a state that is
// bound to this browser by a cookie; /oauth/callback takes Salesforce's answer only with both.
// Every state is taken once, before anything is sent to Salesforce (threat row S1).
#include "salesforce/oauth.hpp"

#include <nlohmann/json.hpp>

#include "api/auth.hpp"
#include "api/call.hpp"
#include "api/connection_document.hpp"
#include "api/page.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "json/read.hpp"
#include "observe/log.hpp"
#include "store/sessions.hpp"
#include "vault/tokens.hpp"

namespace crosswalk::api {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kCodeBytesMax = 4096;

std::string callback_url(const Services& services) {
  return services.settings.public_url + "/oauth/callback";
}

// One cookie per flow, so that two tabs that connect two orgs do not disturb each other.
std::string binding_cookie_name(std::string_view state_hash) {
  return "crosswalk_oauth_" + std::string(state_hash.substr(0, 12));
}

std::string binding_cookie(const Services& services, std::string_view state_hash,
                           std::string_view value, std::chrono::seconds life) {
  // Lax: the browser comes back from another site, by a GET.
  return binding_cookie_name(state_hash) + "=" + std::string(value) +
         "; Path=/oauth; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(life.count()) +
         (is_https(services) ? "; Secure" : "");
}

// A refusal as a person reads it; a program that asks for JSON gets the problem document.
Answer refusal(const Call& call, const Error& error, std::string title) {
  const std::string_view accept = call.head().headers.get("Accept").value_or("");
  const int status = error.kind == ErrorKind::internal ? 500 : 400;
  if (accept.find("text/html") == std::string_view::npos) {
    Answer answer = problem(error);
    if (status_of(error) != 500) {
      Error plain = error;
      plain.kind = ErrorKind::bad_input;
      answer = problem(plain);
    }
    return answer;
  }
  return page(
      status,
      Page{.title = std::move(title),
           .text = status == 500 ? "Something failed inside the server; its log says "
                                   "what."
                                 : error.message,
           .detail = "code: " + error.code +
                     (error.salesforce_code.empty() ? std::string()
                                                    : "\nSalesforce: " + error.salesforce_code),
           .link = "/",
           .link_text = "To the console"});
}

Error refused(std::string_view code, std::string_view message) {
  return make_error(ErrorKind::bad_input, code, message);
}

Result<void> belongs_to_browser(const Call& call, const store::TicketRow& ticket) {
  if (ticket.payload.empty()) return {};  // a program asked for the link, not a console session
  const auto token = cookie(call.head(), session_cookie_name(call.services));
  if (token && vault::constant_time_equal(vault::hash_token(*token), ticket.payload)) return {};
  return refused("linkForeign",
                 "This link was made for another browser session. Start again from the console "
                 "where you are signed in.");
}

Task<salesforce::App> app_of(Call& call, store::ConnectionRow row, std::string tenant) {
  auto app = co_await call.services.connections.app(std::move(tenant), row.app);
  if (app && !row.login_url.empty()) app->login_url = row.login_url;
  co_return app;
}

// Keeps what the callback must find again, and answers the redirect to Salesforce.
Task<Answer> begin_flow(Call& call, store::TicketRow start) {
  auto row = co_await call.store().connections().get(start.tenant, start.subject);
  if (!row) co_return missing(row.error(), "connection");
  auto app = co_await app_of(call, *row, start.tenant);
  if (!app) co_return missing(app.error(), "app");
  const observe::Secret state = vault::random_token(vault::kTicketPrefix, call.services.random);
  const observe::Secret binding = vault::random_token(vault::kTicketPrefix, call.services.random);
  const observe::Secret verifier = vault::pkce_verifier(call.services.random);
  const std::string hash = vault::hash_token(state.reveal());
  ordered_json payload;
  payload["binding"] = vault::hash_token(binding.reveal());
  payload["verifier"] = verifier.reveal();
  const std::string place = "oauth_state/" + hash;
  observe::Secret plain(json::write(payload));
  auto blob = co_await call.services.vault.encrypt(start.tenant, place, std::move(plain));
  if (!blob) co_return blob.error();
  store::TicketRow ticket{.hash = hash,
                          .kind = store::TicketKind::oauth_state,
                          .tenant = start.tenant,
                          .subject = start.subject,
                          .payload = std::move(*blob),
                          .created_at = call.now(),
                          .expires_at = call.now() + kTicketLife};
  auto added = co_await call.store().sessions().add_ticket(std::move(ticket));
  if (!added) co_return added.error();
  co_return redirect(
      salesforce::authorize_url(*app, {.redirect_uri = callback_url(call.services),
                                       .state = std::string(state.reveal()),
                                       .code_challenge = vault::pkce_challenge(verifier.reveal())}))
      .with("Set-Cookie", binding_cookie(call.services, hash, binding.reveal(), kTicketLife));
}

Task<Answer> start(Call& call) {
  constexpr std::string_view kTitle = "The connection could not be started";
  const std::string hash = vault::hash_token(call.parameters[0]);
  auto& sessions = call.store().sessions();
  auto seen = co_await sessions.peek_ticket(hash, store::TicketKind::oauth_start, call.now());
  if (seen) {
    auto own = belongs_to_browser(call, *seen);
    if (!own) co_return refusal(call, own.error(), std::string(kTitle));
  }
  auto ticket = co_await sessions.take_ticket(hash, store::TicketKind::oauth_start, call.now());
  if (!ticket) {
    if (ticket.error().kind != ErrorKind::not_found) co_return ticket.error();
    co_return refusal(call,
                      refused("linkUsed",
                              "This link works once, for ten minutes. Start again from "
                              "the console."),
                      std::string(kTitle));
  }
  auto answer = co_await begin_flow(call, std::move(*ticket));
  if (!answer) co_return refusal(call, answer.error(), std::string(kTitle));
  co_return answer;
}

struct Flow {
  std::string tenant, connection, hash;
  observe::Secret verifier;
};

// The state, taken once and held against the cookie. Nothing is sent to anybody here.
Task<Flow> take_flow(Call& call) {
  const auto state = call.query("state");
  if (!state) {
    co_return refused("stateMissing",
                      "Salesforce's answer names no sign-in. Start again from the "
                      "console.");
  }
  const std::string hash = vault::hash_token(*state);
  auto ticket = co_await call.store().sessions().take_ticket(hash, store::TicketKind::oauth_state,
                                                             call.now());
  if (!ticket) {
    if (ticket.error().kind != ErrorKind::not_found) co_return ticket.error();
    co_return refused("stateUnknown",
                      "This sign-in was finished already, or began more than ten "
                      "minutes ago. Start again from the console.");
  }
  auto payload =
      co_await call.services.vault.decrypt(ticket->tenant, "oauth_state/" + hash, ticket->payload);
  if (!payload) co_return payload.error();
  const auto kept = json::read(payload->reveal());
  if (!kept) co_return kept.error();
  const auto bound = cookie(call.head(), binding_cookie_name(hash));
  if (!bound ||
      !vault::constant_time_equal(vault::hash_token(*bound), json::text_member(*kept, "binding"))) {
    co_return refused("stateForeign",
                      "This sign-in was begun in another browser. Nothing was "
                      "connected. Start again from the console.");
  }
  co_return Flow{.tenant = ticket->tenant,
                 .connection = ticket->subject,
                 .hash = hash,
                 .verifier = observe::Secret(json::text_member(*kept, "verifier"))};
}

// What Salesforce's own page said instead of a code, in the words of the error table.
Error denied(const Call& call, const std::string& code) {
  ordered_json body;
  body["error"] = code.substr(0, 100);
  body["error_description"] = call.query("error_description").value_or(code).substr(0, 500);
  Error error = salesforce::read_oauth_error(400, json::write(body));
  error.code = "authorisationRefused";
  return error;
}

Task<store::ConnectionRow> finish_flow(Call& call, Flow flow) {
  if (const auto code = call.query("error")) {
    const Error error = denied(call, *code);
    auto row = co_await call.store().connections().get(flow.tenant, flow.connection);
    if (row && row->state != store::ConnectionState::active) {
      row->cause = error.message;
      row->updated_at = call.now();
      auto told = co_await call.store().connections().update(flow.tenant, *row);
      if (!told) co_return told.error();
    }
    co_return error;
  }
  const auto code = call.query("code");
  if (!code || code->size() > kCodeBytesMax) {
    co_return refused("codeMissing",
                      "Salesforce's answer holds no code. Start again from the "
                      "console.");
  }
  co_return co_await call.services.connections.authorise(
      flow.tenant, flow.connection, *code, callback_url(call.services), std::move(flow.verifier));
}

Task<Answer> callback(Call& call) {
  constexpr std::string_view kTitle = "The org was not connected";
  auto flow = co_await take_flow(call);
  if (!flow) co_return refusal(call, flow.error(), std::string(kTitle));
  const std::string clear = binding_cookie(call.services, flow->hash, "", {});
  const std::string tenant = flow->tenant, connection = flow->connection;
  auto row = co_await finish_flow(call, std::move(*flow));
  if (!row) {
    observe::log_error(observe::Level::warning, "connection.refused", row.error(),
                       {{"tenant", tenant}, {"connection", connection}});
    co_return refusal(call, row.error(), std::string(kTitle)).with("Set-Cookie", clear);
  }
  observe::log(observe::Level::info, "connection.active",
               {{"tenant", tenant}, {"connection", connection}});
  if (!row->return_to.empty()) {
    co_return redirect(route_location(row->return_to)).with("Set-Cookie", clear);
  }
  co_return page(200,
                 Page{.title = "The org is connected",
                      .text = (row->org_name.empty() ? row->org_id : row->org_name) +
                              " is connected as " + row->username + ". You can close this window.",
                      .detail = "",
                      .link = "/",
                      .link_text = "To the console"})
      .with("Set-Cookie", clear);
}

constexpr BodyShape kPage[] = {{"text/html", ""}};
constexpr QueryParameter kCallbackQuery[] = {
    {"code", "string", "Salesforce's authorisation code"},
    {"state", "string", "The state that /oauth/start made"},
    {"error", "string", "Salesforce's refusal"},
    {"error_description", "string", "Its words"}};

constexpr Route kRoutes[] = {
    {"GET",
     "/oauth/start/{ticket}",
     "startAuthorisation",
     "Sends the browser to Salesforce; the link works once",
     Access::open,
     {},
     302,
     {},
     {},
     start},
    {"GET",
     "/oauth/callback",
     "finishAuthorisation",
     "Where Salesforce sends the browser back to",
     Access::open,
     {},
     200,
     kPage,
     kCallbackQuery,
     callback},
};

}  // namespace

std::span<const Route> oauth_routes() { return kRoutes; }

}  // namespace crosswalk::api
