// What every generator is made of. Inside rc::gen::exec or a property only: each choice is taken
// from rapidcheck, which makes it smaller when it looks for the simplest failure; the first of a
// list and the lower bound are the simplest.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::properties {

int below(int bound);            // 0 to bound - 1
int between(int low, int high);  // both included
bool chance(int of_hundred);

template <class Item>
Item one_of(std::initializer_list<Item> items) {
  return items.begin()[below(static_cast<int>(items.size()))];
}

template <class Item>
const Item& one_of(const std::vector<Item>& items) {
  return items[static_cast<std::size_t>(below(static_cast<int>(items.size())))];
}

template <class Make>
auto listed(int low, int high, Make make) {
  std::vector<decltype(make())> items;
  for (int left = between(low, high); left > 0; --left) items.push_back(make());
  return items;
}

// Well-formed UTF-8 with what is easily handled wrongly: quotes, backslashes, control characters,
// line ends, characters of two, three and four bytes.
std::string any_text(int longest = 12);
std::string some_text(int longest = 12);  // not empty

// "Email", "Custom_7__c": the name of a field or an object, no word of any language read here.
std::string api_name();

// A number as JSON writes it, whose digits a double may not keep.
std::string number_text();

// Texts that differ from each other, ASCII case aside.
std::vector<std::string> distinct(std::vector<std::string> names);

}  // namespace crosswalk::properties
