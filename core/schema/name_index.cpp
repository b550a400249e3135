#include "schema/name_index.hpp"

#include <algorithm>

namespace crosswalk::schema {

void NameIndex::sort(std::span<const std::string_view> names) {
  order_.resize(names.size());
  for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = static_cast<std::uint32_t>(i);
  std::partial_sort(order_.begin(), order_.end(), order_.end(),
                    [names](std::uint32_t left, std::uint32_t right) {
                      const int order = names::compare_names(names[left], names[right]);
                      return order == 0 ? left < right : order < 0;
                    });
}

}  // namespace crosswalk::schema
