#include "observe/secret.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <type_traits>
#include <utility>

namespace crosswalk::observe {
namespace {

template <class T>
concept Printable = requires(std::ostream& out, const T& value) {
  out << value;
};

static_assert(Printable<std::string>);
static_assert(!Printable<Secret>);
static_assert(!std::is_convertible_v<Secret, std::string_view>);
static_assert(!std::is_convertible_v<std::string, Secret>);

TEST(Secret, GivesBackWhatItWasMadeOf) {
  EXPECT_EQ(Secret("token").reveal(), "token");
  EXPECT_TRUE(Secret().empty());
  EXPECT_EQ(Secret("").reveal(), "");
  EXPECT_EQ(Secret(std::string("a\0b", 3)).size(), 3U);
}

TEST(Secret, WipesTheStringItWasMovedFrom) {
  std::string text = "a token that is long enough to live on the heap";
  const char* bytes = text.data();
  const Secret secret(std::move(text));
  EXPECT_EQ(secret.size(), 47U);
  EXPECT_EQ(*bytes, '\0');
}

TEST(Secret, CopiesAndMovesWithoutSharingBytes) {
  Secret first("token");
  Secret copy = first;
  EXPECT_NE(copy.reveal().data(), first.reveal().data());
  const Secret moved = std::move(first);
  EXPECT_EQ(moved.reveal(), "token");
  EXPECT_TRUE(first.empty());  // NOLINT: a moved-from Secret is empty by contract
  copy = Secret("other");
  EXPECT_EQ(copy.reveal(), "other");
}

TEST(Wipe, OverwritesTheBytesItself) {
  std::string text = "another token that is long enough for the heap";
  const char* bytes = text.data();
  wipe(text);
  EXPECT_TRUE(text.empty());
  for (std::size_t i = 0; i < 40; ++i) EXPECT_EQ(bytes[i], '\0') << i;
}

}  // namespace
}  // namespace crosswalk::observe
