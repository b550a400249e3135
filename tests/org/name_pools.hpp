// The words that people are made of, one pool per language area. Data only.
#pragma once

#include <span>
#include <string_view>

namespace crosswalk::org {

struct NamePool {
  std::span<const std::string_view> first, last, cities;
  std::string_view country, phone;  // in a phone pattern each # becomes a digit
};

std::span<const NamePool> name_pools();
std::span<const std::string_view> companies();
std::span<const std::string_view> titles();
std::span<const std::string_view> sentences();

}  // namespace crosswalk::org
