#include "net/origin_policy.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/ip/address.hpp>
#include <cstdint>

namespace crosswalk::net {

namespace {

namespace ip = boost::asio::ip;

// Exactly these hosts: where users log in.
constexpr std::array<std::string_view, 4> kLoginHosts{
    "login.salesforce.com", "test.salesforce.com", "login.salesforce.mil", "test.salesforce.mil"};

// One or more labels and then this: My Domain of production, sandboxes, scratch, developer and
// partitioned orgs (x.my.salesforce.com, x--y.sandbox.my.salesforce.com, x.develop.my.…).
constexpr std::array<std::string_view, 2> kMyDomainSuffixes{".my.salesforce.com",
                                                            ".my.salesforce.mil"};

// Exactly one label that is an instance's name (na123, cs4, eu12, usa2s): an instance URL of an org
// without an enforced My Domain. Other labels there are web sites.
constexpr std::string_view kInstanceSuffix = ".salesforce.com";

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_label(std::string_view label) {
  if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') {
    return false;
  }
  return std::all_of(label.begin(), label.end(),
                     [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

bool are_labels(std::string_view text) {
  while (true) {
    const std::size_t dot = text.find('.');
    if (!is_label(text.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

bool is_instance_label(std::string_view label) {
  std::size_t at = 0;
  while (at < label.size() && is_lower(label[at])) ++at;
  const std::size_t letters = at;
  while (at < label.size() && is_digit(label[at])) ++at;
  const std::size_t digits = at - letters;
  if (at < label.size() && label[at] == 's') ++at;  // a sandbox instance, as in usa2s
  return at == label.size() && letters >= 2 && letters <= 4 && digits >= 1 && digits <= 4;
}

struct Block {
  std::string_view network;
  unsigned bits;
};

// IANA's special-purpose registries: nothing here is a host of the public internet.
constexpr std::array<Block, 16> kSpecialV4{{
    {"0.0.0.0", 8},        // this network
    {"10.0.0.0", 8},       // private
    {"100.64.0.0", 10},    // shared (carrier-grade NAT)
    {"127.0.0.0", 8},      // loopback
    {"169.254.0.0", 16},   // link-local; cloud metadata
    {"172.16.0.0", 12},    // private
    {"192.0.0.0", 24},     // protocol assignments
    {"192.0.2.0", 24},     // documentation
    {"192.88.99.0", 24},   // 6to4 relays
    {"192.168.0.0", 16},   // private
    {"198.18.0.0", 15},    // benchmarks
    {"198.51.100.0", 24},  // documentation
    {"203.0.113.0", 24},   // documentation
    {"224.0.0.0", 4},      // multicast
    {"240.0.0.0", 4},      // reserved
    {"255.255.255.255", 32},
}};

// In v6 the public internet is 2000::/3 less these.
constexpr std::array<Block, 6> kSpecialV6{{
    {"2001::", 23},      // protocol assignments, Teredo
    {"2001:db8::", 32},  // documentation
    {"2002::", 16},      // 6to4: embeds any v4 address
    {"3fff::", 20},      // documentation
    {"3ffe::", 16},      // the old 6bone
    {"2001:10::", 28},   // ORCHID
}};

template <class Bytes>
bool lies_in(const Bytes& address, const Bytes& network, unsigned bits) {
  for (std::size_t i = 0; i < address.size() && bits > 0; ++i) {
    const unsigned here = std::min(bits, 8U);
    const auto mask = static_cast<unsigned char>(0xff00U >> here);
    if ((address[i] & mask) != (network[i] & mask)) return false;
    bits -= here;
  }
  return true;
}

bool is_public_v4(const ip::address_v4& address) {
  return std::none_of(kSpecialV4.begin(), kSpecialV4.end(), [&](const Block& block) {
    return lies_in(address.to_bytes(), ip::make_address_v4(std::string(block.network)).to_bytes(),
                   block.bits);
  });
}

bool is_public_v6(const ip::address_v6& address) {
  if (address.is_v4_mapped()) {
    return is_public_v4(ip::make_address_v4(ip::v4_mapped, address));
  }
  if ((address.to_bytes()[0] & 0xe0) != 0x20) return false;
  return std::none_of(kSpecialV6.begin(), kSpecialV6.end(), [&](const Block& block) {
    return lies_in(address.to_bytes(), ip::make_address_v6(std::string(block.network)).to_bytes(),
                   block.bits);
  });
}

Error refused(std::string code, std::string message) {
  return {.kind = ErrorKind::forbidden,
          .code = std::move(code),
          .path = {},
          .message = std::move(message),
          .salesforce_code = {}};
}

}  // namespace

bool is_salesforce_host(std::string_view host) {
  if (host.size() > 253) return false;
  if (std::find(kLoginHosts.begin(), kLoginHosts.end(), host) != kLoginHosts.end()) return true;
  for (const auto suffix : kMyDomainSuffixes) {
    if (host.ends_with(suffix)) return are_labels(host.substr(0, host.size() - suffix.size()));
  }
  return host.ends_with(kInstanceSuffix) &&
         is_instance_label(host.substr(0, host.size() - kInstanceSuffix.size()));
}

bool is_loopback_host(std::string_view host) {
  if (host == "localhost") return true;
  boost::system::error_code code;
  const auto address = ip::make_address(std::string(host), code);
  return !code && address.is_loopback();
}

bool is_public_address(std::string_view text) {
  boost::system::error_code code;
  const auto address = ip::make_address(std::string(text), code);
  if (code) return false;
  return address.is_v4() ? is_public_v4(address.to_v4()) : is_public_v6(address.to_v6());
}

Result<void> OriginPolicy::allow(std::string_view text) {
  auto origin = parse_origin(text);
  if (!origin) return origin.error();
  if (origin->scheme == "http" && !is_loopback_host(origin->host)) {
    return refused("originRefused", "Plain http is taken for loopback alone; use https.");
  }
  operator_origins_.push_back(std::move(*origin));
  return {};
}

OriginClass OriginPolicy::classify(const Origin& origin) const {
  if (std::find(operator_origins_.begin(), operator_origins_.end(), origin) !=
      operator_origins_.end()) {
    return OriginClass::operator_named;
  }
  const bool salesforce =
      origin.scheme == "https" && origin.port == 443 && is_salesforce_host(origin.host);
  return salesforce ? OriginClass::salesforce : OriginClass::refused;
}

Result<OriginClass> OriginPolicy::check(const Origin& origin) const {
  const auto found = classify(origin);
  if (found != OriginClass::refused) return found;
  return refused("originRefused",
                 "The server may not send requests to " + origin.text() +
                     ": it is neither a Salesforce domain nor an origin named at start-up.");
}

Result<std::vector<std::string>> OriginPolicy::reachable(const Origin& origin,
                                                         std::vector<std::string> addresses) const {
  auto found = check(origin);
  if (!found) return found.error();
  if (*found == OriginClass::salesforce) {
    std::erase_if(addresses, [](const auto& address) { return !is_public_address(address); });
  } else if (origin.scheme == "http") {
    std::erase_if(addresses, [](const auto& address) { return !is_loopback_host(address); });
  }
  if (addresses.empty()) {
    return refused("addressRefused",
                   "The name " + origin.host + " resolves to an address that may not be reached.");
  }
  return addresses;
}

}  // namespace crosswalk::net
