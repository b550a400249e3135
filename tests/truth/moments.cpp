// Dates, datetimes and times: leap days, the first and the last year that Salesforce knows, zones,
// and every form that is read.
#include <array>

#include "truth/values.hpp"

namespace crosswalk::truth {
namespace {

std::string padded(std::size_t number, std::size_t digits = 2) {
  std::string out = std::to_string(number);
  return out.size() < digits ? std::string(digits - out.size(), '0') + out : out;
}

std::string good_date(Dice& dice) {
  return std::to_string(dice.between(1900, 2050)) + "-" + padded(dice.between(1, 12)) + "-" +
         padded(dice.between(1, 28));
}

std::string clock(Dice& dice, bool seconds) {
  std::string out = padded(dice.below(24)) + ":" + padded(dice.below(60));
  if (!seconds) return out;
  out += ":" + padded(dice.below(60));
  if (dice.chance(300)) out += dice.one_of<const char*>({".0", ".000", ".5", ".123", ".123456789"});
  return out;
}

std::string zone(Dice& dice) {
  return dice.one_of<const char*>(
      {"Z", "Z", "Z", "+00:00", "+02:00", "-0800", "+05:45", "+14:00", "-12", "z", "-00:30"});
}

}  // namespace

std::string date_text(Dice& dice) {
  static const std::vector<std::string> kGoodBorders{"1700-01-01", "4000-12-31", "2024-02-29",
                                                     "2000-02-29", "3999-12-31", "2026-02-28Z"};
  static const std::vector<std::string> kBad{
      "1699-12-31", "4001-01-01", "2023-02-29", "1900-02-29", "2026-13-01",
      "2026-00-10", "2026-04-31", "28.02.2026", "2026-2-8",   "2026/02/28",
      "02/28/2026", "9999-12-31", "1066-10-14", "20260228",   "2026-02-28T10:00:00Z",
      "tomorrow",   "2026-02",    "1699-12-31Z"};
  if (dice.chance(60)) return dice.one_of(kGoodBorders);
  if (dice.chance(25)) return dice.one_of(kBad);
  return good_date(dice);
}

std::string datetime_text(Dice& dice) {
  static const std::vector<std::string> kBorders{
      "1700-01-01T00:00:00Z",      "1699-12-31T23:59:59Z",      "1700-01-01T00:30:00+01:00",
      "1699-12-31T23:30:00-01:00", "4000-12-31T23:59:59Z",      "4001-01-01T00:00:00Z",
      "4000-12-31T23:30:00-01:00", "4001-01-01T00:30:00+01:00", "2024-02-29T12:00:00Z",
      "4001-01-01 00:00+00",       "1699-12-31T23:59:59.999Z"};
  static const std::vector<std::string> kBad{"2026-02-28T13:30:00",
                                             "2026-02-30T13:30:00Z",
                                             "2026-02-28T24:30:00Z",
                                             "yesterday",
                                             "2026-02-28T13:60:00Z",
                                             "2026-02-28T13:30:61Z",
                                             "28.02.2026 13:30",
                                             "1772285400",
                                             "2026-02-28",
                                             "2026-02-28T13:30:00+15:00",
                                             "2026-02-28T13:30:00 Europe/Berlin",
                                             "2026-02-28T13:30:00UTC"};
  if (dice.chance(50)) return dice.one_of(kBorders);
  if (dice.chance(25)) return dice.one_of(kBad);
  return good_date(dice) + (dice.chance(100) ? " " : "T") + clock(dice, !dice.chance(100)) +
         zone(dice);
}

std::string time_text(Dice& dice) {
  static const std::vector<std::string> kBorders{"00:00:00.000Z", "23:59:59.999Z", "00:00",
                                                 "23:59"};
  static const std::vector<std::string> kBad{"24:00:00",       "12:60", "12:00:60", "noon",
                                             "1:30",           "13.30", "1:30 PM",  "13",
                                             "13:30:00+02:00", "13:3"};
  if (dice.chance(60)) return dice.one_of(kBorders);
  if (dice.chance(30)) return dice.one_of(kBad);
  return clock(dice, !dice.chance(200)) + (dice.chance(600) ? "Z" : "");
}

}  // namespace crosswalk::truth
