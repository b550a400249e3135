// The org's OAuth 2.0: web-server flow with PKCE and state, refresh with rotation, revocation,
// introspection. Knows one connected app and one user. Tokens live in memory.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "org/http_message.hpp"

namespace crosswalk::org {

struct LoginOptions {
  std::string consumer_key, consumer_secret;
  std::string organization_id, user_id;
  std::vector<std::string> callbacks;  // empty: any absolute http(s) address
  bool auto_approve = false;
  bool rotate_refresh_tokens = true;
  bool require_pkce = false;
};

class Login {
 public:
  using Now = std::function<std::int64_t()>;  // milliseconds since 1970
  Login(LoginOptions options, Now now) : options_(std::move(options)), now_(std::move(now)) {}

  // The address that clients reach the org by; goes into tokens' answers.
  void set_base(std::string url) { base_ = std::move(url); }
  const std::string& base() const { return base_; }
  const LoginOptions& options() const { return options_; }

  Response authorize(const Target& target);
  Response decide(const Request& request);  // the form's answer
  Response token(const Request& request);
  Response revoke(const Request& request, const Target& target);
  Response introspect(const Request& request);

  bool is_valid(const std::string& access_token) const { return sessions_.contains(access_token); }
  std::string open_session();  // a session without a flow, for tests
  void expire_access_tokens() { sessions_.clear(); }
  void revoke_everything();

 private:
  struct Grant {  // what the user was asked, then what a code stands for
    std::string redirect, state, challenge, scope;
    std::int64_t made_ms = 0;
  };
  struct Family {  // one approval and all that came from it
    std::string refresh_token, scope;
    bool alive = true;
  };
  using Form = std::multimap<std::string, std::string>;

  Response send_back(const Grant& grant, const std::string& parameters) const;
  Response approve(const Grant& grant);
  Response exchange_code(const Form& form);
  Response refresh(const Form& form);
  std::optional<Response> refuse_client(const Form& form, const Request& request) const;
  Response token_answer(std::size_t family, bool with_refresh_token);
  std::size_t new_family(const std::string& scope);
  void end_family(std::size_t family);

  LoginOptions options_;
  Now now_;
  std::string base_;
  std::map<std::string, Grant> asked_, codes_;
  std::map<std::string, std::size_t> spent_codes_;  // to the family that they made
  std::deque<Family> families_;
  std::map<std::string, std::size_t> refresh_tokens_;  // dead ones too, to know a reuse
  std::map<std::string, std::size_t> sessions_;        // access token to family
};

// BASE64URL(SHA-256(verifier)) without padding: the S256 challenge.
std::string pkce_challenge(const std::string& verifier);
std::string random_token(std::size_t bytes);

}  // namespace crosswalk::org
