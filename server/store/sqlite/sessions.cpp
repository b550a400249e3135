#include "store/sqlite/resources.hpp"

namespace crosswalk::store::sqlite {

namespace {

class SqliteSessions final : public Sessions {
 public:
  explicit SqliteSessions(Access access) : access_(access) {}

  Task<void> open(SessionRow session) override {
    return access_.write<void>([session](Database& db) -> Result<void> {
      if (auto known = require_tenant(db, session.tenant); !known) return known;
      db.execute(
          "INSERT INTO session (hash, tenant, created_at, expires_at) VALUES (?1, ?2, ?3, ?4)",
          session.hash, session.tenant, session.created_at, session.expires_at);
      return {};
    });
  }

  Task<SessionRow> find(std::string hash, runtime::Stamp now) override {
    return access_.read<SessionRow>([hash, now](Database& db) -> Result<SessionRow> {
      auto query = db.query(
          "SELECT hash, tenant, created_at, expires_at FROM session WHERE hash=?1 AND "
          "expires_at>?2",
          hash, now);
      if (!query.next())
        return failure(ErrorKind::unauthorised, "session", {}, "The session has ended; sign in.");
      return SessionRow{.hash = query.text(0),
                        .tenant = query.text(1),
                        .created_at = query.stamp(2),
                        .expires_at = query.stamp(3)};
    });
  }

  Task<void> extend(std::string hash, runtime::Stamp expires_at) override {
    return access_.write<void>([hash, expires_at](Database& db) -> Result<void> {
      db.execute("UPDATE session SET expires_at=?2 WHERE hash=?1", hash, expires_at);
      return {};
    });
  }

  Task<void> close(std::string hash) override {
    return access_.write<void>([hash](Database& db) -> Result<void> {
      db.execute("DELETE FROM session WHERE hash=?1", hash);
      return {};
    });
  }

  Task<void> add_ticket(TicketRow ticket) override {
    return access_.write<void>([ticket](Database& db) -> Result<void> {
      if (auto known = require_tenant(db, ticket.tenant); !known) return known;
      db.execute(
          "INSERT INTO ticket (hash, kind, tenant, subject, payload, created_at, expires_at) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
          ticket.hash, ticket.kind, ticket.tenant, ticket.subject, Blob{ticket.payload},
          ticket.created_at, ticket.expires_at);
      return {};
    });
  }

  Task<TicketRow> take_ticket(std::string hash, TicketKind kind, runtime::Stamp now) override {
    return access_.write<TicketRow>([hash, kind, now](Database& db) -> Result<TicketRow> {
      auto query = db.query(
          "DELETE FROM ticket WHERE hash=?1 AND kind=?2 AND expires_at>?3 "
          "RETURNING hash, kind, tenant, subject, payload, created_at, expires_at",
          hash, kind, now);
      return read_ticket(query);
    });
  }

  Task<TicketRow> peek_ticket(std::string hash, TicketKind kind, runtime::Stamp now) override {
    return access_.read<TicketRow>([hash, kind, now](Database& db) -> Result<TicketRow> {
      auto query = db.query(
          "SELECT hash, kind, tenant, subject, payload, created_at, expires_at FROM ticket "
          "WHERE hash=?1 AND kind=?2 AND expires_at>?3",
          hash, kind, now);
      return read_ticket(query);
    });
  }

  Task<std::size_t> sweep(runtime::Stamp now) override {
    return access_.write<std::size_t>([now](Database& db) -> Result<std::size_t> {
      return static_cast<std::size_t>(db.execute("DELETE FROM session WHERE expires_at<=?1", now) +
                                      db.execute("DELETE FROM ticket WHERE expires_at<=?1", now));
    });
  }

 private:
  static Result<TicketRow> read_ticket(Query& query) {
    if (!query.next())
      return failure(ErrorKind::not_found, "ticket", {},
                     "This link was used already, has expired, or was never given.");
    TicketRow ticket{.hash = query.text(0),
                     .kind = query.word<TicketKind>(1),
                     .tenant = query.text(2),
                     .subject = query.text(3),
                     .payload = query.text(4),
                     .created_at = query.stamp(5),
                     .expires_at = query.stamp(6)};
    query.next();  // to the end, so that a DELETE ... RETURNING is carried out whole
    return ticket;
  }

  Access access_;
};

}  // namespace

std::unique_ptr<Sessions> make_sessions(Access access) {
  return std::make_unique<SqliteSessions>(access);
}

}  // namespace crosswalk::store::sqlite
