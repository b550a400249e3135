#include "store/sqlite/resources.hpp"

namespace crosswalk::store::sqlite {

namespace {

class SqliteDocuments final : public Documents {
 public:
  explicit SqliteDocuments(Access access) : access_(access) {}

  Task<std::int64_t> put(std::string tenant, DocumentRow document,
                         std::optional<std::int64_t> expected) override {
    return access_.write<std::int64_t>(
        [tenant, document, expected](Database& db) -> Result<std::int64_t> {
          return put_in(db, tenant, document, expected);
        });
  }

  Task<DocumentRow> get(std::string tenant, DocumentKind kind, std::string name) override {
    return access_.read<DocumentRow>([tenant, kind, name](Database& db) -> Result<DocumentRow> {
      auto query = db.query(
          "SELECT kind, name, version, text, updated_at FROM document "
          "WHERE tenant=?1 AND kind=?2 AND name=?3",
          tenant, kind, name);
      if (!query.next()) return not_found("document", name);
      return read(query);
    });
  }

  Task<Page<DocumentRow>> list(std::string tenant, DocumentKind kind, PageRequest page) override {
    using Rows = Page<DocumentRow>;
    return access_.read<Rows>([tenant, kind, page](Database& db) -> Result<Rows> {
      auto after = read_cursor("document", page.after);
      if (!after) return after.error();
      const auto limit = page_limit(page);
      auto query = db.query(
          "SELECT kind, name, version, text, updated_at FROM document "
          "WHERE tenant=?1 AND kind=?2 AND name>?3 ORDER BY name LIMIT ?4",
          tenant, kind, *after ? (**after).text : "", limit + 1);
      return read_page<DocumentRow>(query, limit, read, [](const DocumentRow& row) {
        return write_cursor("document", 0, row.name);
      });
    });
  }

  Task<void> erase(std::string tenant, DocumentKind kind, std::string name) override {
    return access_.write<void>([tenant, kind, name](Database& db) -> Result<void> {
      if (db.execute("DELETE FROM document WHERE tenant=?1 AND kind=?2 AND name=?3", tenant, kind,
                     name) == 0)
        return not_found("document", name);
      return {};
    });
  }

 private:
  static Result<std::int64_t> put_in(Database& db, const std::string& tenant,
                                     const DocumentRow& document,
                                     std::optional<std::int64_t> expected) {
    if (auto known = require_tenant(db, tenant); !known) return known.error();
    std::int64_t version = 0;
    bool same = false;
    {
      auto query =
          db.query("SELECT version, text FROM document WHERE tenant=?1 AND kind=?2 AND name=?3",
                   tenant, document.kind, document.name);
      if (query.next()) {
        version = query.integer(0);
        same = query.view(1) == document.text;
      }
    }
    if (expected && *expected != version)
      return failure(ErrorKind::conflict, "versionMismatch", document.name,
                     "The document was changed meanwhile (version " + std::to_string(version) +
                         " is kept now).");
    if (same) return version;
    db.execute(
        "INSERT INTO document (tenant, kind, name, version, text, updated_at) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (tenant, kind, name) DO UPDATE SET "
        "version=excluded.version, text=excluded.text, updated_at=excluded.updated_at",
        tenant, document.kind, document.name, version + 1, document.text, document.updated_at);
    return version + 1;
  }

  static DocumentRow read(const Query& query) {
    return {.kind = query.word<DocumentKind>(0),
            .name = query.text(1),
            .version = query.integer(2),
            .text = query.text(3),
            .updated_at = query.stamp(4)};
  }

  Access access_;
};

}  // namespace

std::unique_ptr<Documents> make_documents(Access access) {
  return std::make_unique<SqliteDocuments>(access);
}

}  // namespace crosswalk::store::sqlite
