#include "store/sqlite/resources.hpp"

namespace crosswalk::store::sqlite {

namespace {

class SqliteTenants final : public Tenants {
 public:
  explicit SqliteTenants(Access access) : access_(access) {}

  Task<void> create(TenantRow tenant, ApiKeyRow first_key) override {
    return access_.write<void>([tenant, first_key](Database& db) -> Result<void> {
      if (db.query("SELECT 1 FROM tenant WHERE id=?1 OR name=?2", tenant.id, tenant.name).next())
        return failure(ErrorKind::conflict, "tenantExists", tenant.name,
                       "There is a tenant of this name already.");
      db.execute("INSERT INTO tenant (id, name, created_at) VALUES (?1, ?2, ?3)", tenant.id,
                 tenant.name, tenant.created_at);
      insert_key(db, tenant.id, first_key);
      return {};
    });
  }

  Task<TenantRow> get(std::string tenant) override {
    return access_.read<TenantRow>([tenant](Database& db) -> Result<TenantRow> {
      auto query = db.query("SELECT id, name, created_at FROM tenant WHERE id=?1", tenant);
      if (!query.next()) return not_found("tenant", tenant);
      return read(query);
    });
  }

  Task<Page<TenantRow>> list(PageRequest page) override {
    return access_.read<Page<TenantRow>>([page](Database& db) -> Result<Page<TenantRow>> {
      auto after = read_cursor("tenant", page.after);
      if (!after) return after.error();
      const auto limit = page_limit(page);
      auto query =
          db.query("SELECT id, name, created_at FROM tenant WHERE id>?1 ORDER BY id LIMIT ?2",
                   *after ? (**after).text : "", limit + 1);
      return read_page<TenantRow>(query, limit, read, [](const TenantRow& row) {
        return write_cursor("tenant", 0, row.id);
      });
    });
  }

  Task<void> add_key(std::string tenant, ApiKeyRow key) override {
    return access_.write<void>([tenant, key](Database& db) -> Result<void> {
      if (auto known = require_tenant(db, tenant); !known) return known;
      insert_key(db, tenant, key);
      return {};
    });
  }

  Task<std::vector<ApiKeyRow>> keys(std::string tenant) override {
    using Rows = std::vector<ApiKeyRow>;
    return access_.read<Rows>([tenant](Database& db) -> Result<Rows> {
      Rows rows;
      auto query = db.query(
          "SELECT id, tenant, hash, label, created_at FROM api_key WHERE tenant=?1 ORDER BY id",
          tenant);
      while (query.next()) rows.push_back(read_key(query));
      return rows;
    });
  }

  Task<void> erase_key(std::string tenant, std::string key) override {
    return access_.write<void>([tenant, key](Database& db) -> Result<void> {
      if (db.execute("DELETE FROM api_key WHERE tenant=?1 AND id=?2", tenant, key) == 0)
        return not_found("apiKey", key);
      return {};
    });
  }

  Task<ApiKeyRow> find_key(std::string hash) override {
    return access_.read<ApiKeyRow>([hash](Database& db) -> Result<ApiKeyRow> {
      auto query =
          db.query("SELECT id, tenant, hash, label, created_at FROM api_key WHERE hash=?1", hash);
      if (!query.next())
        return failure(ErrorKind::unauthorised, "apiKey", {}, "This API key is not known.");
      return read_key(query);
    });
  }

 private:
  static TenantRow read(const Query& query) {
    return {.id = query.text(0), .name = query.text(1), .created_at = query.stamp(2)};
  }
  static ApiKeyRow read_key(const Query& query) {
    return {.id = query.text(0),
            .tenant = query.text(1),
            .hash = query.text(2),
            .label = query.text(3),
            .created_at = query.stamp(4)};
  }
  static void insert_key(Database& db, const std::string& tenant, const ApiKeyRow& key) {
    db.execute(
        "INSERT INTO api_key (tenant, id, hash, label, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        tenant, key.id, key.hash, key.label, key.created_at);
  }

  Access access_;
};

class SqliteWrappedKeys final : public vault::WrappedKeys {
 public:
  explicit SqliteWrappedKeys(Access access) : access_(access) {}

  using Found = std::optional<vault::WrappedKey>;

  Task<Found> newest(std::string tenant) override {
    return access_.read<Found>([tenant](Database& db) -> Result<Found> {
      auto query = db.query(
          "SELECT number, wrapped FROM tenant_key WHERE tenant=?1 ORDER BY number DESC LIMIT 1",
          tenant);
      return read(query);
    });
  }

  Task<Found> find(std::string tenant, std::int64_t number) override {
    return access_.read<Found>([tenant, number](Database& db) -> Result<Found> {
      auto query = db.query("SELECT number, wrapped FROM tenant_key WHERE tenant=?1 AND number=?2",
                            tenant, number);
      return read(query);
    });
  }

  Task<vault::WrappedKey> add(std::string tenant, vault::WrappedKey key) override {
    return access_.write<vault::WrappedKey>([tenant,
                                             key](Database& db) -> Result<vault::WrappedKey> {
      if (auto known = require_tenant(db, tenant); !known) return known.error();
      db.execute(
          "INSERT INTO tenant_key (tenant, number, wrapped) VALUES (?1, ?2, ?3) "
          "ON CONFLICT DO NOTHING",
          tenant, key.number, Blob{key.wrapped});
      auto query = db.query("SELECT number, wrapped FROM tenant_key WHERE tenant=?1 AND number=?2",
                            tenant, key.number);
      return *read(query);
    });
  }

 private:
  static Found read(Query& query) {
    if (!query.next()) return std::nullopt;
    return vault::WrappedKey{.number = query.integer(0), .wrapped = query.text(1)};
  }

  Access access_;
};

}  // namespace

Result<void> require_tenant(Database& database, const std::string& tenant) {
  if (!database.query("SELECT 1 FROM tenant WHERE id=?1", tenant).next())
    return not_found("tenant", tenant);
  return {};
}

std::unique_ptr<Tenants> make_tenants(Access access) {
  return std::make_unique<SqliteTenants>(access);
}
std::unique_ptr<vault::WrappedKeys> make_wrapped_keys(Access access) {
  return std::make_unique<SqliteWrappedKeys>(access);
}

}  // namespace crosswalk::store::sqlite
