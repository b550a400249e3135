#include "json/number.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

namespace crosswalk::json {
namespace {

// The C library is right in the C locale, which is the one here.
void expect_as_strtod(const std::string& number) {
  EXPECT_EQ(std::bit_cast<std::uint64_t>(nearest_double(number)),
            std::bit_cast<std::uint64_t>(std::strtod(number.c_str(), nullptr)))
      << number;
}

TEST(NearestDouble, IsRightAtTheEdges) {
  for (const std::string& number : {
           std::string("0.0"),
           std::string("-0.0"),
           std::string("0e99999999999"),
           std::string("1e308"),
           std::string("1.7976931348623157e308"),
           std::string("1.7976931348623158e308"),
           std::string("1.7976931348623159e308"),
           std::string("1e309"),
           std::string("-1e999999999999"),
           std::string("1e-999999999999"),
           std::string("2.2250738585072011e-308"),
           std::string("2.2250738585072014e-308"),
           std::string("4.9406564584124654e-324"),
           std::string("2.4703282292062328e-324"),
           std::string("2.4703282292062327e-324"),
           std::string("1e23"),
           std::string("9007199254740993.0"),
           std::string("9007199254740993.00000000000001"),
           std::string("18446744073709551616"),
           std::string("0.1"),
           std::string("0.30000000000000004"),
           "1" + std::string(400, '0') + "e-400",
           "0." + std::string(400, '0') + "1e401",
           "0." + std::string(200'000, '0') + "1e200001",
           std::string(200'000, '9'),
           "9007199254740993." + std::string(900, '0'),
           "9007199254740993." + std::string(900, '0') + "1",
       }) {
    expect_as_strtod(number);
  }
}

TEST(NearestDouble, IsWhatTheCLibraryReads) {
  std::mt19937_64 random(11);
  char text[64];
  for (int round = 0; round < 20'000; ++round) {
    // A double of any size in 17 digits, and the same in fewer: near it, between its neighbours.
    const double value = std::bit_cast<double>(random() & 0x7FEFFFFFFFFFFFFF);
    for (const int digits : {17, 16, 9, 3}) {
      std::snprintf(text, sizeof text, "%.*e", digits - 1, value);
      expect_as_strtod(text);
    }
    std::snprintf(text, sizeof text, "%.*f", static_cast<int>(random() % 12),
                  static_cast<double>(random() % 100'000'000) / 977);
    expect_as_strtod(text);
  }
}

TEST(NearestDouble, IsEvenBetweenTwoNeighbours) {
  std::mt19937_64 random(13);
  for (int round = 0; round < 2'000; ++round) {
    // Odd and even integers of 54 bits: each second lies exactly between two doubles.
    const std::uint64_t between = (std::uint64_t{1} << 53) + (random() >> 11);
    expect_as_strtod(std::to_string(between) + ".0");
    expect_as_strtod(std::to_string(between) + ".00000000000000000000000000001");
  }
}

}  // namespace
}  // namespace crosswalk::json
