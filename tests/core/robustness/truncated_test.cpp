// A document that ends too soon, at whatever byte: one finding, at the place where it ends.
#include <gtest/gtest.h>

#include <string>

#include "core/robustness/readers.hpp"
#include "diagnostic/report.hpp"

namespace crosswalk::robustness {
namespace {

class Truncated : public testing::TestWithParam<Reader> {};

TEST_P(Truncated, AtEveryByteSaysWhere) {
  const std::string_view good = GetParam().good;
  ASSERT_TRUE(GetParam().read(good).ok()) << write_report(GetParam().read(good));
  const std::size_t document = good.find_last_of('}');
  for (std::size_t bytes = GetParam().name == std::string("Org") ? 1 : 0; bytes < document + 1;
       ++bytes) {
    const Report report = GetParam().read(good.substr(0, bytes));
    ASSERT_EQ(report.errors(), 1U) << good.substr(0, bytes);
    const Diagnostic& found = report.diagnostics[0];
    EXPECT_TRUE(found.position.has_value());
    EXPECT_FALSE(found.message.empty());
    EXPECT_EQ(found.code.substr(0, 4), "CW10") << write_report(report);
  }
}

TEST_P(Truncated, EveryByteSwappedIsReadOrRefusedWithAPlace) {
  std::string text(GetParam().good);
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const char other : {'\0', '"', '{', ']', ',', '9', '\\', '\xFF', '\xC3'}) {
      const char was = text[at];
      text[at] = other;
      for (const Diagnostic& found : GetParam().read(text).diagnostics) {
        EXPECT_TRUE(found.position.has_value()) << text;
      }
      text[at] = was;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Readers, Truncated, testing::ValuesIn(kReaders),
                         [](const testing::TestParamInfo<Reader>& info) {
                           return info.param.name;
                         });

}  // namespace
}  // namespace crosswalk::robustness
