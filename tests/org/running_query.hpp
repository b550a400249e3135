// A query that has been started: its rows are chosen and ordered once, its pages are written from
// the records as they are when a page is asked for (a row deleted meanwhile is left out).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "org/query_filter.hpp"
#include "org/select_list.hpp"

namespace crosswalk::org {

struct QueryContext {
  const RecordStore& store;
  std::int64_t now = 0;
  bool include_deleted = false;
};

struct QueryPage {
  std::size_t total = 0;
  std::size_t next = 0;  // offset of the next page; 0 when this was the last
  std::string records;   // the JSON array
};

class RunningQuery {
 public:
  // Rows [offset, offset + batch) as they stand now; long texts keep pages at 1,000 rows.
  QueryPage page(const RecordStore& store, std::size_t offset, std::size_t batch,
                 const std::string& version) const;
  std::size_t total() const { return aggregate ? total_rows : rows.size(); }

  const Table* table = nullptr;
  SelectList select;
  std::vector<RowNumber> rows;
  bool include_deleted = false;

  bool aggregate = false;  // the records are written already
  std::size_t total_rows = 0;
  std::vector<std::string> written;
};

using Started = std::variant<std::shared_ptr<const RunningQuery>, Refusal>;
Started start_query(const QueryContext& context, const std::string& soql);

// The rows of a query without its SELECT: filtered, ordered, limited.
std::variant<std::vector<RowNumber>, Refusal> choose_rows(const QueryContext& context,
                                                          const Table& table, const QueryText& text,
                                                          const soql::Query& query);

// Grouped and counting queries.
std::optional<Refusal> run_aggregate(const QueryContext& context, const QueryText& text,
                                     const soql::Query& query, std::vector<RowNumber> rows,
                                     RunningQuery& into);
bool is_aggregate(const soql::Query& query);

}  // namespace crosswalk::org
