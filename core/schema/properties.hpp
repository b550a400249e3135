// Fills a plain struct from the members of a JSON object, by a table of properties in the order of
// their names. Salesforce writes members in that order too, so the place after the last hit is
// nearly always the next one's, and a member costs one comparison.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace crosswalk::schema {

// One member that is kept, and where: a truth, a text, a size, or what `read` makes of it. The
// reader is the class whose methods read the members that are more than one plain value.
template <class Item, class Reader, class Token>
struct Property {
  using Read = bool (Reader::*)(Item& item, const Token& token);

  std::string_view name;
  bool Item::*truth = nullptr;
  std::string Item::*text = nullptr;
  std::uint32_t Item::*size = nullptr;
  Read read = nullptr;

  constexpr Property(std::string_view named, bool Item::*member) : name(named), truth(member) {}
  constexpr Property(std::string_view named, std::string Item::*member)
      : name(named), text(member) {}
  constexpr Property(std::string_view named, std::uint32_t Item::*member)
      : name(named), size(member) {}
  constexpr Property(std::string_view named, Read reading) : name(named), read(reading) {}
};

// Properties in the order of their names. The names stand apart, so that the search for one is the
// same code for every table.
template <class Row, std::size_t count>
struct Table {
  static_assert(count <= 64, "Taken has a bit for each");

  std::array<Row, count> rows;
  std::array<std::string_view, count> names;

  constexpr explicit Table(const std::array<Row, count>& given) : rows(given), names() {
    for (std::size_t i = 0; i < count; ++i) names[i] = rows[i].name;
  }

  [[nodiscard]] constexpr bool in_order() const {
    for (std::size_t i = 1; i < count; ++i) {
      if (!(names[i - 1] < names[i])) return false;
    }
    return true;
  }
};

// The places of a table that the members of one object have taken.
class Taken {
 public:
  // False when it was taken before.
  bool take(std::size_t place) {
    const std::uint64_t bit = std::uint64_t{1} << place;
    const bool first = (places_ & bit) == 0;
    places_ |= bit;
    return first;
  }
  [[nodiscard]] bool has(std::size_t place) const { return (places_ >> place & 1) != 0; }

 private:
  std::uint64_t places_ = 0;
};

// The place of a name, or the number of names. `hint` is where it is looked for first.
constexpr std::size_t place_of(std::span<const std::string_view> names, std::string_view name,
                               std::size_t hint) {
  if (hint < names.size() && names[hint] == name) return hint;
  const auto at = std::lower_bound(names.begin(), names.end(), name);
  return at != names.end() && *at == name ? static_cast<std::size_t>(at - names.begin())
                                          : names.size();
}

}  // namespace crosswalk::schema
