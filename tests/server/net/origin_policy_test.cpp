#include "net/origin_policy.hpp"

#include <gtest/gtest.h>

namespace crosswalk::net {
namespace {

struct OriginRow {
  const char* name;
  std::string url;
  bool allowed;
};
void PrintTo(const OriginRow& row, std::ostream* out) { *out << row.name; }

class ReachesOrigin : public ::testing::TestWithParam<OriginRow> {};

TEST_P(ReachesOrigin, OnlyWhenItIsSalesforceOrNamedAtStartUp) {
  OriginPolicy policy;
  ASSERT_TRUE(policy.allow("http://127.0.0.1:8801").has_value());
  ASSERT_TRUE(policy.allow("https://proxy.corp.example:8443").has_value());
  const auto url = parse_url(GetParam().url);
  const bool allowed = url.has_value() && policy.check(url->origin).has_value();
  EXPECT_EQ(allowed, GetParam().allowed);
}

INSTANTIATE_TEST_SUITE_P(
    All, ReachesOrigin,
    ::testing::ValuesIn(std::vector<OriginRow>{
        {"Login", "https://login.salesforce.com/", true},
        {"SandboxLogin", "https://test.salesforce.com/", true},
        {"MyDomain", "https://acme.my.salesforce.com/", true},
        {"MyDomainInCapitals", "https://ACME.My.Salesforce.com/", true},
        {"Sandbox", "https://acme--uat.sandbox.my.salesforce.com/", true},
        {"Developer", "https://acme-dev-ed.develop.my.salesforce.com/", true},
        {"Scratch", "https://acme.scratch.my.salesforce.com/", true},
        {"Government", "https://acme.my.salesforce.mil/", true},
        {"Instance", "https://na123.salesforce.com/", true},
        {"SandboxInstance", "https://cs4.salesforce.com/", true},
        {"NewInstance", "https://usa2s.salesforce.com/", true},
        {"ExplicitPort", "https://acme.my.salesforce.com:443/", true},
        {"OtherPort", "https://acme.my.salesforce.com:8443/", false},
        {"PlainHttp", "http://acme.my.salesforce.com/", false},
        {"NoLabelBefore", "https://my.salesforce.com/", false},
        {"EmptyLabelBefore", "https://.my.salesforce.com/", false},
        {"EmptyLabelInside", "https://a..my.salesforce.com/", false},
        {"LabelWithUnderscore", "https://a_b.my.salesforce.com/", false},
        {"Suffixed", "https://acme.my.salesforce.com.evil.example/", false},
        {"Prefixed", "https://evilmy.salesforce.com/", false},
        {"GluedSuffix", "https://evilsalesforce.com/", false},
        {"WebSite", "https://www.salesforce.com/", false},
        {"DeveloperSite", "https://developer.salesforce.com/", false},
        {"TrailingDot", "https://acme.my.salesforce.com./", false},
        {"UserInformation", "https://acme.my.salesforce.com@evil.example/", false},
        {"UserInformationBefore", "https://evil@acme.my.salesforce.com/", false},
        {"BareDomain", "https://salesforce.com/", false},
        {"Metadata", "http://169.254.169.254/latest/", false},
        {"AddressOverHttps", "https://93.184.216.34/", false},
        {"Ipv6Address", "https://[2606:2800:220:1::1]/", false},
        {"DecimalAddress", "https://2130706433/", false},
        {"Localhost", "https://localhost/", false},
        {"Named", "http://127.0.0.1:8801/services", true},
        {"NamedWithOtherPort", "http://127.0.0.1:8802/", false},
        {"NamedWithOtherScheme", "https://127.0.0.1:8801/", false},
        {"NamedByOtherName", "http://localhost:8801/", false},
        {"NamedHttps", "https://proxy.corp.example:8443/", true},
        {"BelowNamedHttps", "https://x.proxy.corp.example:8443/", false},
    }),
    [](const auto& info) { return std::string(info.param.name); });

TEST(StartUpOrigins, TakePlainHttpForLoopbackAlone) {
  OriginPolicy policy;
  for (const auto* origin : {"http://127.0.0.1:1", "http://localhost:2", "http://[::1]:3",
                             "http://127.9.9.9:4/", "https://any.example"}) {
    EXPECT_TRUE(policy.allow(origin).has_value()) << origin;
  }
  for (const auto* origin : {"http://any.example", "http://10.0.0.1", "http://0.0.0.0:1",
                             "https://any.example/path", "https://any.example?x", "any.example",
                             "https://u@any.example", "http://localhost.evil.example"}) {
    EXPECT_FALSE(policy.allow(origin).has_value()) << origin;
  }
  EXPECT_EQ(policy.operator_origins().size(), 5U);
}

TEST(ResolvedAddresses, MustBePublicForSalesforceWhateverTheNameSays) {
  const OriginPolicy policy;
  const Origin origin{"https", "acme.my.salesforce.com", 443};
  const auto mixed = policy.reachable(origin, {"127.0.0.1", "13.110.0.1", "10.0.0.1"});
  ASSERT_TRUE(mixed.has_value());
  EXPECT_EQ(*mixed, std::vector<std::string>{"13.110.0.1"});
  const auto rebound = policy.reachable(origin, {"127.0.0.1", "::1"});
  ASSERT_FALSE(rebound.has_value());
  EXPECT_EQ(rebound.error().code, "addressRefused");
}

TEST(ResolvedAddresses, MustBeLoopbackForPlainHttp) {
  OriginPolicy policy;
  ASSERT_TRUE(policy.allow("http://localhost:8801").has_value());
  const Origin origin{"http", "localhost", 8801};
  EXPECT_EQ(*policy.reachable(origin, {"127.0.0.1", "::1"}),
            (std::vector<std::string>{"127.0.0.1", "::1"}));
  EXPECT_FALSE(policy.reachable(origin, {"93.184.216.34"}).has_value());
}

TEST(PublicAddresses, AreNoneOfTheSpecialBlocks) {
  for (const auto* address : {"0.0.0.0",
                              "10.1.2.3",
                              "100.64.0.1",
                              "100.127.255.255",
                              "127.0.0.1",
                              "169.254.169.254",
                              "172.16.0.1",
                              "172.31.255.255",
                              "192.0.0.1",
                              "192.0.2.1",
                              "192.168.1.1",
                              "198.18.0.1",
                              "198.51.100.7",
                              "203.0.113.7",
                              "224.0.0.1",
                              "255.255.255.255",
                              "::",
                              "::1",
                              "fe80::1",
                              "fec0::1",
                              "fc00::1",
                              "fd12::1",
                              "ff02::1",
                              "::ffff:127.0.0.1",
                              "::ffff:10.0.0.1",
                              "64:ff9b::7f00:1",
                              "2002:7f00:1::",
                              "2001:db8::1",
                              "2001::1",
                              "not an address",
                              ""}) {
    EXPECT_FALSE(is_public_address(address)) << address;
  }
  for (const auto* address : {"8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.255.255",
                              "172.32.0.0", "13.110.1.2", "2606:4700::1111", "::ffff:8.8.8.8"}) {
    EXPECT_TRUE(is_public_address(address)) << address;
  }
}

}  // namespace
}  // namespace crosswalk::net
