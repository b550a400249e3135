#include "preview/seen.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace crosswalk::preview {
namespace {

TEST(Hash, TellsTextsApartThatDifferAnywhere) {
  std::set<std::uint64_t> hashes;
  std::size_t texts = 0;
  for (std::size_t size = 0; size <= 40; ++size) {
    std::string text(size, 'a');
    hashes.insert(hash_of(text, 0));
    ++texts;
    for (std::size_t at = 0; at < size; ++at) {
      for (const char other : {'b', 'A', '\0', '\xC3'}) {
        std::string changed = text;
        changed[at] = other;
        hashes.insert(hash_of(changed, 0));
        ++texts;
      }
    }
  }
  EXPECT_EQ(hashes.size(), texts);
  EXPECT_NE(hash_of("a", 0), hash_of("a", 1));
}

TEST(Hash, WithoutCaseTakesAsciiLettersAloneAsTheSame) {
  EXPECT_EQ(hash_without_case("Ana-17 XYZ azAZ", 0), hash_without_case("aNA-17 xyz AZaz", 0));
  EXPECT_NE(hash_without_case("a", 0), hash_without_case("b", 0));
  // Neighbours of the letters, and bytes of other letters, keep their difference of 0x20.
  for (const auto& [one, other] : {std::pair{"@@@@@@@@", "````````"},
                                   {"[", "{"},
                                   {"0", "P"},
                                   {"\xC3\x84", "\xC3\xA4"},
                                   {"\xC1\xC1", "\xE1\xE1"}}) {
    EXPECT_NE(hash_without_case(one, 0), hash_without_case(other, 0)) << one;
  }
}

TEST(DistinctCounter, CountsExactlyUpToItsBound) {
  DistinctCounter counter;
  for (int round = 0; round < 2; ++round) {
    for (std::uint64_t i = 0; i < 5000; ++i) counter.add(hash_of(std::to_string(i), 0));
  }
  EXPECT_EQ(counter.count(), 5000u);
  EXPECT_FALSE(counter.full());
  for (std::uint64_t i = 0; i < 50000; ++i) counter.add(hash_of(std::to_string(i), 0));
  EXPECT_EQ(counter.count(), DistinctCounter::kMax);
  EXPECT_TRUE(counter.full());
}

TEST(SeenValues, NamesTheRowThatHadTheValueFirst) {
  SeenValues seen;
  const auto hash = [](std::uint64_t i) { return hash_of("P-" + std::to_string(i), 7); };
  for (std::uint64_t i = 1; i <= 100000; ++i) ASSERT_EQ(seen.first_row(hash(i), i), 0u) << i;
  for (std::uint64_t i = 1; i <= 100000; ++i) ASSERT_EQ(seen.first_row(hash(i), 200000), i);
  EXPECT_FALSE(seen.overflowed());
}

TEST(SeenValues, SaysWhenValuesWereLeftOutAndStillComparesWithThoseThatWereNot) {
  SeenValues seen;
  const auto hash = [](std::uint64_t i) { return hash_of(std::to_string(i), 0); };
  for (std::uint64_t i = 1; i <= SeenValues::kMax; ++i) {
    ASSERT_EQ(seen.first_row(hash(i), i), 0u) << i << " was taken for another value";
  }
  EXPECT_FALSE(seen.overflowed());
  EXPECT_EQ(seen.first_row(hash(SeenValues::kMax + 1), SeenValues::kMax + 1), 0u);
  EXPECT_TRUE(seen.overflowed());
  EXPECT_EQ(seen.first_row(hash(SeenValues::kMax + 1), SeenValues::kMax + 2), 0u) << "left out";
  EXPECT_EQ(seen.first_row(hash(17), 1u << 30), 17u);
}

TEST(SeenValues, AVeryLateRowIsSomeEarlierOne) {
  SeenValues seen;
  EXPECT_EQ(seen.first_row(hash_of("x", 0), 1u << 25), 0u);
  EXPECT_EQ(seen.first_row(hash_of("x", 0), (1u << 25) + 1), SeenValues::kSomeRow);
}

}  // namespace
}  // namespace crosswalk::preview
