#include "properties/choices.hpp"

#include <rapidcheck.h>

#include <algorithm>

#include "names/nearest.hpp"

namespace crosswalk::properties {

int below(int bound) { return between(0, bound - 1); }

// Of full size from the first try on: rapidcheck would begin with the low ends of all ranges.
int between(int low, int high) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, high + 1));
}

bool chance(int of_hundred) { return below(100) >= 100 - of_hundred; }

std::string any_text(int longest) {
  std::string out;
  for (int left = between(0, longest); left > 0; --left) {
    out += one_of<std::string_view>(
        {"a",      "b",          "Z",          "7",    " ",      "'",      "\"",     "\\",
         "/",      "~",          "%",          "_",    ":",      ",",      "{",      "\n",
         "\r",     "\t",         "\x01",       "\x7f", "\u00e9", "\u0130", "\u4e2d", "\u2028",
         "\ufffd", "\U0001f39f", "\U0010ffff", "//",   "/*"});
  }
  return out;
}

std::string some_text(int longest) { return "t" + any_text(longest); }

std::string api_name() {
  const std::string name = one_of<std::string>(
      {"Email", "Name", "Account", "LastName", "Custom", "Status", "X", "Owner", "Parent"});
  if (chance(50)) return name;
  return name + "_" + std::to_string(below(40)) + one_of<const char*>({"__c", "", "__r", "__pc"});
}

std::string number_text() {
  const std::string whole = std::to_string(between(-5000, 5000));
  if (chance(50)) return whole;
  if (chance(30)) return whole + "e" + one_of<const char*>({"5", "+3", "-12"});
  return whole + "." + std::to_string(below(1'000'000)) + one_of<const char*>({"", "0", "1000000"});
}

std::vector<std::string> distinct(std::vector<std::string> names) {
  std::vector<std::string> out;
  for (std::string& name : names) {
    const bool known = std::any_of(out.begin(), out.end(), [&](const std::string& other) {
      return names::same_name(other, name);
    });
    if (!known) out.push_back(std::move(name));
  }
  return out;
}

}  // namespace crosswalk::properties
