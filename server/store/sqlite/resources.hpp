// The resources of the store on SQLite, one per file of this folder; and what several of them
// share.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/all.hpp"
#include "store/failure.hpp"
#include "store/sqlite/cursor.hpp"
#include "store/sqlite/threads.hpp"

namespace crosswalk::store::sqlite {

std::unique_ptr<Tenants> make_tenants(Access access);
std::unique_ptr<Sessions> make_sessions(Access access);
std::unique_ptr<Apps> make_apps(Access access);
std::unique_ptr<Connections> make_connections(Access access);
std::unique_ptr<Documents> make_documents(Access access);
std::unique_ptr<Records> make_records(Access access);
std::unique_ptr<Links> make_links(Access access);
std::unique_ptr<Staging> make_staging(Access access);
std::unique_ptr<Journal> make_journal(Access access);
std::unique_ptr<Issues> make_issues(Access access);
std::unique_ptr<Runs> make_runs(Access access);
std::unique_ptr<Plans> make_plans(Access access);
std::unique_ptr<vault::WrappedKeys> make_wrapped_keys(Access access);

// Error{not_found, "tenant"} when there is none; for writes whose tables have no reference to it.
Result<void> require_tenant(Database& database, const std::string& tenant);

// The number of a crossing; given on first use, so only inside a write.
Result<std::int64_t> number_crossing(Database& database, const std::string& tenant,
                                     const Crossing& crossing);
// The same for reads: nothing when the crossing was never used.
std::optional<std::int64_t> find_crossing(Database& database, const std::string& tenant,
                                          const Crossing& crossing);

// Writes of records inside a transaction (records.cpp). Versions come from the tenant's counter.
Result<std::vector<PutOutcome>> put_records(Database& database, const std::string& tenant,
                                            const std::vector<RecordWrite>& batch,
                                            runtime::Stamp at);
Result<void> erase_record(Database& database, const std::string& tenant, const std::string& object,
                          const std::string& key, std::optional<std::int64_t> expected_version,
                          runtime::Stamp at);

// An issue from a row of `SELECT` kIssueColumns.
extern const char* const kIssueColumns;
IssueRow read_issue(const Query& query);

std::string write_counts(const RunCounts& counts);
RunCounts read_counts(std::string_view text);

// A list read with one row more than the limit, so that the last page is known as such.
template <class Row, class Read, class Mark>
Page<Row> read_page(Query& query, std::size_t limit, Read read, Mark mark) {
  Page<Row> page;
  while (query.next()) {
    if (page.items.size() == limit) {
      page.next = mark(page.items.back());
      break;
    }
    page.items.push_back(read(query));
  }
  return page;
}

}  // namespace crosswalk::store::sqlite
