// Lists answer in pages: the caller gives back `next` as `after`. A cursor is opaque text made by
// the store; one it cannot read is Error{bad_input, "cursor"}. A limit is clamped
// to 1..kPageRowsMax.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace crosswalk::store {

inline constexpr std::size_t kPageRowsMax = 5000;

struct PageRequest {
  std::string after;  // empty: from the start
  std::size_t limit = 100;
};

template <class Row>
struct Page {
  std::vector<Row> items;
  std::optional<std::string> next;  // absent on the last page
};

}  // namespace crosswalk::store
