// One page of a query's answer: rows of convert::Value over the page's own buffer. The page owns
// what its values point to; moving it keeps them good.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "convert/value.hpp"
#include "diagnostic/result.hpp"

namespace crosswalk::salesforce {

class QueryPage {
 public:
  // Columns as in RowReader.
  static Result<QueryPage> read(std::string body, const std::vector<std::string>& columns);

  QueryPage(QueryPage&&) noexcept;
  QueryPage& operator=(QueryPage&&) noexcept;
  ~QueryPage();

  [[nodiscard]] std::int64_t total() const;  // of the whole query
  [[nodiscard]] std::size_t rows() const;    // of this page
  [[nodiscard]] std::span<const convert::Value> row(std::size_t index) const;
  [[nodiscard]] const std::string& next() const;  // a path; empty on the last page

  std::string server_date;  // the answer's Date header, RFC 1123

 private:
  struct State;
  explicit QueryPage(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace crosswalk::salesforce
