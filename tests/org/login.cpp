#include "org/login.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <stdexcept>

namespace crosswalk::org {
namespace {

constexpr std::int64_t kCodeLifeMs = 15 * 60 * 1000;
constexpr std::size_t kApprovalsMax = 5;
// RFC 7636 says 128; jsforce, whose users sign in to real orgs, sends 171.
constexpr std::size_t kVerifierMax = 256;
constexpr std::size_t kPendingMax = 1000;
constexpr std::size_t kNoFamily = static_cast<std::size_t>(-1);  // of sessions without a flow
constexpr const char* kScopes = "refresh_token id api";

std::string base64(const unsigned char* data, std::size_t size) {
  std::string out(4 * ((size + 2) / 3) + 1, '\0');
  out.resize(static_cast<std::size_t>(
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), data, static_cast<int>(size))));
  return out;
}

std::string base64url(const unsigned char* data, std::size_t size) {
  std::string out = base64(data, size);
  for (char& c : out) c = c == '+' ? '-' : c == '/' ? '_' : c;
  out.erase(out.find_last_not_of('=') + 1);
  return out;
}

std::string signature(const std::string& key, const std::string& message) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
       reinterpret_cast<const unsigned char*>(message.data()), message.size(), digest, &size);
  return base64(digest, size);
}

std::string value(const std::multimap<std::string, std::string>& form, const char* name) {
  const auto found = form.find(name);
  return found == form.end() ? std::string() : found->second;
}

Response oauth_error(const std::string& error, const std::string& description, int status = 400) {
  return json_response(
      status, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");
}

// Salesforce shows these to the user; there is no callback that it could trust with them.
Response authorize_error(const std::string& error, const std::string& description) {
  return html_response(400, "Error",
                       "<h1>OAuth error</h1><p id=\"error\">error=" + html_escape(error) +
                           "&amp;error_description=" + html_escape(description) + "</p>");
}

bool is_verifier(const std::string& text) {
  if (text.size() < 43 || text.size() > kVerifierMax) return false;
  for (const char c : text)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
          std::string_view("-._~").find(c) != std::string_view::npos))
      return false;
  return true;
}

// id:secret of HTTP Basic, where the form names no client.
std::pair<std::string, std::string> basic_credentials(const Request& request) {
  const std::string header = request.header("authorization");
  if (!header.starts_with("Basic ")) return {};
  const std::string coded = header.substr(6);
  std::string plain(coded.size(), '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(plain.data()),
                                   reinterpret_cast<const unsigned char*>(coded.data()),
                                   static_cast<int>(coded.size()));
  if (size < 0) return {};
  plain.resize(static_cast<std::size_t>(size));
  plain.erase(plain.find_last_not_of('\0') + 1);
  const auto colon = plain.find(':');
  if (colon == std::string::npos) return {};
  return {url_decode(plain.substr(0, colon), true), url_decode(plain.substr(colon + 1), true)};
}

}  // namespace

std::string pkce_challenge(const std::string& verifier) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_Digest(verifier.data(), verifier.size(), digest, &size, EVP_sha256(), nullptr);
  return base64url(digest, size);
}

std::string random_token(std::size_t bytes) {
  std::string raw(bytes, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(raw.data()), static_cast<int>(bytes)) != 1)
    throw std::runtime_error("no randomness");
  return base64url(reinterpret_cast<const unsigned char*>(raw.data()), bytes);
}

Response Login::authorize(const Target& target) {
  if (target.parameter("client_id") != options_.consumer_key)
    return authorize_error("invalid_client_id", "client identifier invalid");
  Grant grant{target.parameter("redirect_uri"), target.parameter("state"),
              target.parameter("code_challenge"), target.parameter("scope"), now_()};
  if (grant.redirect.empty())
    return authorize_error("redirect_uri_missing", "redirect_uri is missing");
  bool known = options_.callbacks.empty() &&
               (grant.redirect.starts_with("http://") || grant.redirect.starts_with("https://"));
  for (const std::string& callback : options_.callbacks)
    known = known || callback == grant.redirect;
  if (!known)
    return authorize_error("redirect_uri_mismatch", "redirect_uri must match configuration");
  if (target.parameter("response_type") != "code")
    return send_back(
        grant, "error=unsupported_response_type&error_description=response+type+not+supported");
  const std::string method = target.parameter("code_challenge_method");
  if (!grant.challenge.empty() && !method.empty() && method != "S256")
    return send_back(grant, "error=invalid_request&error_description=only+S256+is+supported");
  if (options_.require_pkce && grant.challenge.empty())
    return send_back(grant,
                     "error=invalid_request&error_description=missing+required+code+challenge");
  if (grant.scope.empty()) grant.scope = kScopes;
  if (options_.auto_approve) return approve(grant);
  if (asked_.size() >= kPendingMax) asked_.clear();
  const std::string ticket = random_token(24);
  asked_[ticket] = grant;
  return html_response(
      200, "Allow Access?",
      "<h1>Allow Access?</h1><p><strong>Lumen Events</strong> is asking to: " +
          html_escape(grant.scope) +
          "</p><form method=\"post\" action=\"/services/oauth2/authorize/decision\"><input "
          "type=\"hidden\" name=\"ticket\" value=\"" +
          ticket +
          "\"><button name=\"decision\" value=\"allow\" id=\"allow\">Allow</button><button "
          "name=\"decision\" value=\"deny\" id=\"deny\">Deny</button></form>");
}

Response Login::decide(const Request& request) {
  const Form form = read_form(request.body);
  const auto found = asked_.find(value(form, "ticket"));
  if (found == asked_.end())
    return authorize_error("invalid_request", "this page was answered already or is too old");
  const Grant grant = found->second;
  asked_.erase(found);
  if (value(form, "decision") == "allow") return approve(grant);
  return send_back(grant, "error=access_denied&error_description=end-user+denied+authorization");
}

Response Login::approve(const Grant& grant) {
  if (codes_.size() >= kPendingMax) codes_.clear();
  const std::string code = "aPrx" + random_token(48) + "==";
  codes_[code] = grant;
  codes_[code].made_ms = now_();
  return send_back(grant, "code=" + url_encode(code));
}

Response Login::send_back(const Grant& grant, const std::string& parameters) const {
  Response out;
  out.status = 302;
  const char* joint = grant.redirect.find('?') == std::string::npos ? "?" : "&";
  const std::string state = grant.state.empty() ? "" : "&state=" + url_encode(grant.state);
  out.headers.emplace_back("Location", grant.redirect + joint + parameters + state);
  return out;
}

std::optional<Response> Login::refuse_client(const Form& form, const Request& request) const {
  auto [id, secret] = basic_credentials(request);
  if (form.contains("client_id")) id = value(form, "client_id");
  if (form.contains("client_secret")) secret = value(form, "client_secret");
  if (id != options_.consumer_key)
    return oauth_error("invalid_client_id", "client identifier invalid");
  if (secret != options_.consumer_secret)
    return oauth_error("invalid_client", "invalid client credentials");
  return std::nullopt;
}

Response Login::token(const Request& request) {
  if (request.method != "POST") return oauth_error("invalid_request", "must use HTTP POST");
  const Form form = read_form(request.body);
  const std::string type = value(form, "grant_type");
  if (type != "authorization_code" && type != "refresh_token")
    return oauth_error("unsupported_grant_type", "grant type not supported");
  if (auto refusal = refuse_client(form, request)) return std::move(*refusal);
  return type == "refresh_token" ? refresh(form) : exchange_code(form);
}

Response Login::exchange_code(const Form& form) {
  const std::string code = value(form, "code");
  const auto found = codes_.find(code);
  if (found == codes_.end()) {
    // A code used twice may have been stolen: what it gave dies with it.
    if (const auto spent = spent_codes_.find(code); spent != spent_codes_.end())
      end_family(spent->second);
    return oauth_error("invalid_grant", "invalid authorization code");
  }
  const Grant grant = found->second;
  if (now_() - grant.made_ms > kCodeLifeMs) {
    codes_.erase(found);
    return oauth_error("invalid_grant", "expired authorization code");
  }
  if (value(form, "redirect_uri") != grant.redirect)
    return oauth_error("redirect_uri_mismatch", "redirect_uri must match configuration");
  const std::string verifier = value(form, "code_verifier");
  if (grant.challenge.empty() != verifier.empty())
    return oauth_error("invalid_grant", verifier.empty()
                                            ? "missing code verifier"
                                            : "code verifier without a code challenge");
  if (!verifier.empty() && (!is_verifier(verifier) || pkce_challenge(verifier) != grant.challenge))
    return oauth_error("invalid_request", "invalid code verifier");
  codes_.erase(code);
  const std::size_t family = new_family(grant.scope);
  spent_codes_[code] = family;
  return token_answer(family,
                      families_[family].scope.find("refresh_token") != std::string::npos ||
                          families_[family].scope.find("offline_access") != std::string::npos);
}

Response Login::refresh(const Form& form) {
  const std::string token = value(form, "refresh_token");
  const auto found = refresh_tokens_.find(token);
  if (found == refresh_tokens_.end() || !families_[found->second].alive)
    return oauth_error("invalid_grant", "expired access/refresh token");
  const std::size_t family = found->second;
  if (families_[family].refresh_token != token) {  // rotated away before: the family is compromised
    end_family(family);
    return oauth_error("invalid_grant", "expired access/refresh token");
  }
  if (options_.rotate_refresh_tokens) {
    families_[family].refresh_token = "5Aep861" + random_token(60);
    refresh_tokens_[families_[family].refresh_token] = family;
  }
  return token_answer(family, options_.rotate_refresh_tokens);
}

std::size_t Login::new_family(const std::string& scope) {
  std::size_t alive = 0;
  for (const Family& family : families_) alive += family.alive;
  for (std::size_t i = 0; i < families_.size() && alive >= kApprovalsMax; ++i)
    if (families_[i].alive) {
      end_family(i);
      --alive;
    }
  families_.push_back({"5Aep861" + random_token(60), scope, true});
  refresh_tokens_[families_.back().refresh_token] = families_.size() - 1;
  return families_.size() - 1;
}

void Login::end_family(std::size_t family) {
  families_[family].alive = false;
  std::erase_if(sessions_, [&](const auto& session) { return session.second == family; });
}

Response Login::token_answer(std::size_t family, bool with_refresh_token) {
  const std::string access = options_.organization_id.substr(0, 15) + "!" + random_token(70);
  sessions_[access] = family;
  const std::string id = base_ + "/id/" + options_.organization_id + "/" + options_.user_id;
  const std::string issued = std::to_string(now_());
  std::string body = "{\"access_token\":\"" + access + "\",";
  if (with_refresh_token) body += "\"refresh_token\":\"" + families_[family].refresh_token + "\",";
  body += "\"signature\":\"" + signature(options_.consumer_secret, id + issued) +
          "\",\"scope\":\"" + html_escape(families_[family].scope) + "\",\"instance_url\":\"" +
          base_ + "\",\"id\":\"" + id + "\",\"token_type\":\"Bearer\",\"issued_at\":\"" + issued +
          "\"}";
  Response out = json_response(200, std::move(body));
  out.headers.emplace_back("Cache-Control", "no-cache, no-store");
  return out;
}

Response Login::revoke(const Request& request, const Target& target) {
  Form form = read_form(request.body);
  form.insert(target.parameters.begin(), target.parameters.end());
  const std::string token = value(form, "token");
  if (sessions_.erase(token) > 0) return json_response(200, "");
  const auto found = refresh_tokens_.find(token);
  if (found == refresh_tokens_.end() || !families_[found->second].alive)
    return oauth_error("invalid_token", "the token is not known");
  end_family(found->second);
  return json_response(200, "");
}

Response Login::introspect(const Request& request) {
  const Form form = read_form(request.body);
  if (auto refusal = refuse_client(form, request)) return std::move(*refusal);
  const auto session = sessions_.find(value(form, "token"));
  if (session == sessions_.end()) return json_response(200, "{\"active\":false}");
  const std::string scope =
      session->second == kNoFamily ? kScopes : families_[session->second].scope;
  return json_response(200, "{\"active\":true,\"scope\":\"" + html_escape(scope) +
                                "\",\"client_id\":\"" + html_escape(options_.consumer_key) +
                                "\",\"sub\":\"" + base_ + "/id/" + options_.organization_id + "/" +
                                options_.user_id + "\",\"token_type\":\"access_token\"}");
}

std::string Login::open_session() {
  const std::string access = options_.organization_id.substr(0, 15) + "!" + random_token(70);
  sessions_[access] = kNoFamily;
  return access;
}

void Login::revoke_everything() {
  for (std::size_t i = 0; i < families_.size(); ++i) end_family(i);
}

}  // namespace crosswalk::org
