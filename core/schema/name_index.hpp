// Finds a member of a list by its name in logarithmic time; ASCII case does not count, the way
// Salesforce compares API names. An index that was not built for the present size of the list is
// not used, so that a list changed by hand is still searched rightly.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "names/nearest.hpp"

namespace crosswalk::schema {

class NameIndex {
 public:
  template <class Item>
  void build(const std::vector<Item>& items) {
    std::vector<std::string_view> names;
    names.reserve(items.size());
    for (const Item& item : items) names.push_back(item.name);
    sort(names);
  }

  // The first item of that name, or null.
  template <class Item>
  const Item* find(const std::vector<Item>& items, std::string_view name) const {
    if (order_.size() != items.size()) return find_in_line(items, name);
    const auto at = std::lower_bound(order_.begin(), order_.end(), name,
                                     [&](std::uint32_t item, std::string_view wanted) {
                                       return names::compare_names(items[item].name, wanted) < 0;
                                     });
    if (at == order_.end() || !names::same_name(items[*at].name, name)) return nullptr;
    return &items[*at];
  }

 private:
  void sort(std::span<const std::string_view> names);

  template <class Item>
  static const Item* find_in_line(const std::vector<Item>& items, std::string_view name) {
    for (const Item& item : items) {
      if (names::same_name(item.name, name)) return &item;
    }
    return nullptr;
  }

  std::vector<std::uint32_t> order_;
};

}  // namespace crosswalk::schema
