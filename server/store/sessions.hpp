// Console sessions and one-use tickets (sign-in, OAuth start, OAuth state). Both are found by the
// hash of what the browser shows, before the tenant is known; only hashes are kept, and all of them
// expire.
#pragma once

#include <string>

#include "runtime/clock.hpp"
#include "runtime/task.hpp"

namespace crosswalk::store {

struct SessionRow {
  std::string hash;
  std::string tenant;
  runtime::Stamp created_at;
  runtime::Stamp expires_at;
};

enum class TicketKind { sign_in, oauth_start, oauth_state };

struct TicketRow {
  std::string hash;
  TicketKind kind = TicketKind::sign_in;
  std::string tenant;
  std::string subject;  // what it is for: a connection's id, a route; may be empty
  std::string payload;  // JSON, or an encrypted blob where it carries a secret (PKCE verifier)
  runtime::Stamp created_at;
  runtime::Stamp expires_at;
};

class Sessions {
 public:
  virtual ~Sessions() = default;

  virtual Task<void> open(SessionRow session) = 0;
  // Error{unauthorised, "session"} when unknown or expired at `now`.
  virtual Task<SessionRow> find(std::string hash, runtime::Stamp now) = 0;
  virtual Task<void> extend(std::string hash, runtime::Stamp expires_at) = 0;
  virtual Task<void> close(std::string hash) = 0;  // closing an unknown session is no error

  virtual Task<void> add_ticket(TicketRow ticket) = 0;
  // Takes it exactly once, however many ask at the same time: one gets the row, every other
  // Error{not_found, "ticket"}, as for an unknown, expired or other kind of ticket.
  virtual Task<TicketRow> take_ticket(std::string hash, TicketKind kind, runtime::Stamp now) = 0;
  // Reads without taking, for a page that must be looked at before it is used.
  virtual Task<TicketRow> peek_ticket(std::string hash, TicketKind kind, runtime::Stamp now) = 0;

  // Removes expired sessions and tickets; answers how many. Called now and then by the server.
  virtual Task<std::size_t> sweep(runtime::Stamp now) = 0;
};

}  // namespace crosswalk::store
