// Values to try the relation's cells with: of every platform type, good and bad ones together. What
// becomes of each in a field is for conversion and for the org to say, and they must agree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "convert/value.hpp"
#include "schema/platform.hpp"

namespace crosswalk::convert {

// The first is ordinary: it fits wherever its type goes. `record_id` names a record of the org that
// the field's lookups may point at.
inline std::vector<Value> samples_of(schema::PlatformType type, std::string_view record_id) {
  using enum schema::PlatformType;
  static const std::string k30(30, 'x'), k50(50, '7'), k300(300, 'y'), k5000(5000, 'z'),
      k40000(40'000, 'w');
  static const std::string kEmoji300 = [] {
    std::string out;
    for (int i = 0; i < 150; ++i) out += "\xF0\x9F\x98\x80";
    return out;
  }();
  static const std::string kLongMail = std::string(60, 'a') + "@" + std::string(30, 'b') + ".com";
  const auto texts = [&](std::initializer_list<std::string_view> list) {
    std::vector<Value> out;
    for (const std::string_view text : list) out.push_back(Value::of_text(text));
    return out;
  };
  const auto numbers = [&](std::initializer_list<std::string_view> list) {
    std::vector<Value> out;
    for (const std::string_view text : list) out.push_back(Value::of_number(text));
    return out;
  };
  switch (type) {
    case text:
      return texts({"Golf", "Ana", "Golf;Music", "Golf;Chess", "true", "12", "ana@example.com",
                    "ana(at)example", "p-000001", "001000000000001AAB", record_id, k30, k50, k300,
                    kEmoji300, k5000, k40000});
    case multiline_text:
      return texts({"one\ntwo", "one\r\n\r\ntwo", "Golf", k30, k300, k40000});
    case integer:
      return numbers({"12", "0", "-7", "95", "-181", "1000", "123456789", "1234567890",
                      "3000000000", "999999999999999", "10000000000000000000"});
    case number:
      return numbers({"12", "12.345", "-0.5", "89.999", "179.5", "-180.5", "999.994", "999.996",
                      "3000000000.5", "1e20"});
    case currency:
    case percent:
      return numbers({"12", "0.1", "12.345", "1000", "999999999999999", "1E+3"});
    case boolean:
      return {Value::of_truth(true), Value::of_truth(false)};
    case nullable_boolean:
      return {Value::of_truth(true), Value::of_truth(false), Value::of_null()};
    case date:
      return texts({"2026-02-28", "1700-01-01", "4000-12-31", "1600-01-01", "4001-01-01",
                    "2026-02-29", "28.02.2026"});
    case datetime:
      return texts({"2026-02-28T13:30:00Z", "2026-02-28T13:30:00.250+02:00",
                    "1700-01-01T00:30:00+01:00", "4000-12-31T23:30:00-01:00", "2026-02-28T13:30:00",
                    "yesterday"});
    case time:
      return texts({"13:30:00.000Z", "13:30", "23:59:59.250Z", "25:00:00", "noon"});
    case select_list:
      return texts(
          {"Golf", "Music", "true", "12", "Chess", "Curling", "ana@example.com", k30, k50, k300});
    case multiselect_list:
      return texts({"Golf;Music", "Music", "Golf;Curling", k30, k300, k5000});
    case email:
      return texts({"ana@example.com", "ana(at)example", kLongMail});
    case phone:
      return texts({"+33 1 23 45 67 89", k50});
    case url:
      return texts({"https://example.com/a?b=1", k300});
    case id:
    case reference:
      return texts({record_id, record_id.substr(0, 15), "p-000001", "001000000000001AAB"});
    case address:
    case location:
    case json:
    case file:
    case picture:
    case document:
      return texts({"Golf"});
  }
  return {};
}

}  // namespace crosswalk::convert
