#include "store/sqlite/resources.hpp"

namespace crosswalk::store::sqlite {

namespace {

constexpr const char* kColumns =
    "SELECT id, app, kind, user, state, cause, org_id, org_name, edition, sandbox, user_id, "
    "username, "
    "instance_url, login_url, api_version, scopes, return_to, limit_used, limit_max, limit_at, "
    "created_at, updated_at FROM connection ";

ConnectionRow read_connection(const Query& query) {
  return {.id = query.text(0),
          .app = query.text(1),
          .kind = query.word<ConnectionKind>(2),
          .user = query.text(3),
          .state = query.word<ConnectionState>(4),
          .cause = query.text(5),
          .org_id = query.text(6),
          .org_name = query.text(7),
          .edition = query.text(8),
          .sandbox = query.truth(9),
          .user_id = query.text(10),
          .username = query.text(11),
          .instance_url = query.text(12),
          .login_url = query.text(13),
          .api_version = query.text(14),
          .scopes = query.text(15),
          .return_to = query.text(16),
          .limit = {.used = query.integer(17), .max = query.integer(18), .at = query.stamp(19)},
          .created_at = query.stamp(20),
          .updated_at = query.stamp(21)};
}

class SqliteApps final : public Apps {
 public:
  explicit SqliteApps(Access access) : access_(access) {}

  Task<void> put(std::string tenant, AppRow app) override {
    return access_.write<void>([tenant, app](Database& db) -> Result<void> {
      if (auto known = require_tenant(db, tenant); !known) return known;
      db.execute(
          "INSERT INTO app (tenant, name, login_url, consumer_key, consumer_secret, scopes, "
          "updated_at) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (tenant, name) DO UPDATE SET "
          "login_url=excluded.login_url, consumer_key=excluded.consumer_key, "
          "consumer_secret=excluded.consumer_secret, scopes=excluded.scopes, "
          "updated_at=excluded.updated_at",
          tenant, app.name, app.login_url, app.consumer_key, Blob{app.consumer_secret}, app.scopes,
          app.updated_at);
      return {};
    });
  }

  Task<AppRow> get(std::string tenant, std::string name) override {
    return access_.read<AppRow>([tenant, name](Database& db) -> Result<AppRow> {
      auto query = db.query(
          "SELECT name, login_url, consumer_key, consumer_secret, scopes, updated_at FROM app "
          "WHERE tenant=?1 AND name=?2",
          tenant, name);
      if (!query.next()) return not_found("app", name);
      return read(query);
    });
  }

  Task<Page<AppRow>> list(std::string tenant, PageRequest page) override {
    return access_.read<Page<AppRow>>([tenant, page](Database& db) -> Result<Page<AppRow>> {
      auto after = read_cursor("app", page.after);
      if (!after) return after.error();
      const auto limit = page_limit(page);
      auto query = db.query(
          "SELECT name, login_url, consumer_key, consumer_secret, scopes, updated_at FROM app "
          "WHERE tenant=?1 AND name>?2 ORDER BY name LIMIT ?3",
          tenant, *after ? (**after).text : "", limit + 1);
      return read_page<AppRow>(query, limit, read,
                               [](const AppRow& row) { return write_cursor("app", 0, row.name); });
    });
  }

 private:
  static AppRow read(const Query& query) {
    return {.name = query.text(0),
            .login_url = query.text(1),
            .consumer_key = query.text(2),
            .consumer_secret = query.text(3),
            .scopes = query.text(4),
            .updated_at = query.stamp(5)};
  }

  Access access_;
};

class SqliteConnections final : public Connections {
 public:
  explicit SqliteConnections(Access access) : access_(access) {}

  Task<void> create(std::string tenant, ConnectionRow row) override {
    return access_.write<void>([tenant, row](Database& db) -> Result<void> {
      if (auto known = require_tenant(db, tenant); !known) return known;
      if (db.query("SELECT 1 FROM connection WHERE tenant=?1 AND id=?2", tenant, row.id).next())
        return failure(ErrorKind::conflict, "connectionExists", row.id,
                       "There is a connection of this id already.");
      db.execute(
          "INSERT INTO connection (tenant, id, app, kind, user, state, cause, org_id, org_name, "
          "edition, sandbox, user_id, username, instance_url, login_url, api_version, scopes, "
          "return_to, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
          "?11, "
          "?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)",
          tenant, row.id, row.app, row.kind, row.user, row.state, row.cause, row.org_id,
          row.org_name, row.edition, row.sandbox, row.user_id, row.username, row.instance_url,
          row.login_url, row.api_version, row.scopes, row.return_to, row.created_at,
          row.updated_at);
      return {};
    });
  }

  Task<ConnectionRow> get(std::string tenant, std::string id) override {
    return access_.read<ConnectionRow>([tenant, id](Database& db) -> Result<ConnectionRow> {
      static const std::string kSql = std::string(kColumns) + "WHERE tenant=?1 AND id=?2";
      auto query = db.query(kSql, tenant, id);
      if (!query.next()) return not_found("connection", id);
      return read_connection(query);
    });
  }

  Task<Page<ConnectionRow>> list(std::string tenant, PageRequest page) override {
    using Rows = Page<ConnectionRow>;
    return access_.read<Rows>([tenant, page](Database& db) -> Result<Rows> {
      static const std::string kSql =
          std::string(kColumns) + "WHERE tenant=?1 AND id>?2 ORDER BY id LIMIT ?3";
      auto after = read_cursor("connection", page.after);
      if (!after) return after.error();
      const auto limit = page_limit(page);
      auto query = db.query(kSql, tenant, *after ? (**after).text : "", limit + 1);
      return read_page<ConnectionRow>(query, limit, read_connection, [](const ConnectionRow& row) {
        return write_cursor("connection", 0, row.id);
      });
    });
  }

  Task<void> update(std::string tenant, ConnectionRow row) override {
    return access_.write<void>([tenant, row](Database& db) -> Result<void> {
      const auto changed = db.execute(
          "UPDATE connection SET app=?3, kind=?4, user=?5, state=?6, cause=?7, org_id=?8, "
          "org_name=?9, edition=?10, sandbox=?11, user_id=?12, username=?13, instance_url=?14, "
          "login_url=?15, api_version=?16, scopes=?17, return_to=?18, updated_at=?19 "
          "WHERE tenant=?1 AND id=?2",
          tenant, row.id, row.app, row.kind, row.user, row.state, row.cause, row.org_id,
          row.org_name, row.edition, row.sandbox, row.user_id, row.username, row.instance_url,
          row.login_url, row.api_version, row.scopes, row.return_to, row.updated_at);
      if (changed == 0) return not_found("connection", row.id);
      return {};
    });
  }

  Task<void> set_limit(std::string tenant, std::string id, ApiLimit limit) override {
    return access_.write<void>([tenant, id, limit](Database& db) -> Result<void> {
      if (db.execute("UPDATE connection SET limit_used=?3, limit_max=?4, limit_at=?5 "
                     "WHERE tenant=?1 AND id=?2",
                     tenant, id, limit.used, limit.max, limit.at) == 0)
        return not_found("connection", id);
      return {};
    });
  }

  Task<void> erase(std::string tenant, std::string id) override {
    return access_.write<void>([tenant, id](Database& db) -> Result<void> {
      if (db.execute("DELETE FROM connection WHERE tenant=?1 AND id=?2", tenant, id) == 0)
        return not_found("connection", id);
      return {};
    });
  }

  Task<TokenRow> tokens(std::string tenant, std::string id) override {
    return access_.read<TokenRow>([tenant, id](Database& db) -> Result<TokenRow> {
      auto query = db.query(
          "SELECT token_generation, token_state, access_token, refresh_token, issued_at, "
          "refresh_started_at FROM connection WHERE tenant=?1 AND id=?2",
          tenant, id);
      if (!query.next()) return not_found("connection", id);
      return TokenRow{.generation = query.integer(0),
                      .state = query.word<TokenState>(1),
                      .access_token = query.text(2),
                      .refresh_token = query.text(3),
                      .issued_at = query.stamp_or_null(4),
                      .refresh_started_at = query.stamp_or_null(5)};
    });
  }

  Task<std::int64_t> store_tokens(std::string tenant, std::string id, std::int64_t expected,
                                  std::string access_token, std::string refresh_token,
                                  runtime::Stamp issued_at) override {
    return access_.write<std::int64_t>([tenant, id, expected, access_token, refresh_token,
                                        issued_at](Database& db) -> Result<std::int64_t> {
      if (db.execute("UPDATE connection SET token_generation=?3+1, token_state=?4, "
                     "access_token=?5, refresh_token=?6, issued_at=?7, refresh_started_at=NULL "
                     "WHERE tenant=?1 AND id=?2 AND token_generation=?3",
                     tenant, id, expected, TokenState::current, Blob{access_token},
                     Blob{refresh_token}, issued_at) == 0)
        return other_generation(db, tenant, id);
      return expected + 1;
    });
  }

  Task<void> mark_tokens(std::string tenant, std::string id, std::int64_t expected,
                         TokenState state, runtime::Stamp at) override {
    return access_.write<void>([tenant, id, expected, state, at](Database& db) -> Result<void> {
      const auto started =
          state == TokenState::refreshing ? std::optional(at) : std::optional<runtime::Stamp>();
      // A refresh whose end is not known keeps the stamp of its start.
      if (db.execute("UPDATE connection SET token_state=?4, refresh_started_at="
                     "CASE WHEN ?4=?6 THEN refresh_started_at ELSE ?5 END "
                     "WHERE tenant=?1 AND id=?2 AND token_generation=?3",
                     tenant, id, expected, state, started, TokenState::in_doubt) == 0)
        return other_generation(db, tenant, id);
      return {};
    });
  }

  Task<void> erase_tokens(std::string tenant, std::string id) override {
    return access_.write<void>([tenant, id](Database& db) -> Result<void> {
      // The generation moves on, so that a late answer of a refresh is not stored any more.
      if (db.execute("UPDATE connection SET token_generation=token_generation+1, token_state=?3, "
                     "access_token=x'', refresh_token=x'', issued_at=NULL, refresh_started_at=NULL "
                     "WHERE tenant=?1 AND id=?2",
                     tenant, id, TokenState::none) == 0)
        return not_found("connection", id);
      return {};
    });
  }

 private:
  static Error other_generation(Database& db, const std::string& tenant, const std::string& id) {
    if (!db.query("SELECT 1 FROM connection WHERE tenant=?1 AND id=?2", tenant, id).next())
      return not_found("connection", id);
    return failure(ErrorKind::conflict, "tokenGeneration", id,
                   "The connection's tokens were replaced meanwhile.");
  }

  Access access_;
};

}  // namespace

std::unique_ptr<Apps> make_apps(Access access) { return std::make_unique<SqliteApps>(access); }
std::unique_ptr<Connections> make_connections(Access access) {
  return std::make_unique<SqliteConnections>(access);
}

}  // namespace crosswalk::store::sqlite
