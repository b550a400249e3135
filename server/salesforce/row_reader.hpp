// Reads one JSON object into a row of convert::Value: a value per column, absent where the object
// does not have it. A column is a member's name, or a path over parents ("Owner.Name"). Values are
// views into the reader's buffers and die with the next read. One reader serves one thread; nothing
// is allocated per object once warm. Arrays of texts are joined by ';' (multi-select of the
// platform).
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "convert/value.hpp"
#include "diagnostic/result.hpp"

namespace crosswalk::salesforce {

class RowReader {
 public:
  explicit RowReader(std::vector<std::string> columns);
  ~RowReader();
  RowReader(RowReader&&) noexcept;
  RowReader& operator=(RowReader&&) noexcept;

  // `out` has one place per column. Names match without regard to case, as in Salesforce.
  Result<void> read(std::string_view object_json, std::span<convert::Value> out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace crosswalk::salesforce
