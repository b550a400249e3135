// OriginPolicy: which origins the server may send a request to. Salesforce's own domains over https
// on port 443, and what the operator named at start-up. It is asked inside the client, so no call
// goes around it, and it says whether an address that a name resolved to may be connected to.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/result.hpp"
#include "net/url.hpp"

namespace crosswalk::net {

enum class OriginClass { refused, salesforce, operator_named };

class OriginPolicy {
 public:
  OriginPolicy() = default;  // Salesforce's domains alone

  // One start-up origin: exact scheme, host and port; plain http for loopback alone.
  Result<void> allow(std::string_view origin);

  [[nodiscard]] OriginClass classify(const Origin& origin) const;
  [[nodiscard]] Result<OriginClass> check(const Origin& origin) const;  // refused → originRefused
  // Those of a name's addresses that may be connected to: public ones for Salesforce, loopback for
  // plain http, any for an operator's https origin. None left → addressRefused (forbidden).
  [[nodiscard]] Result<std::vector<std::string>> reachable(
      const Origin& origin, std::vector<std::string> addresses) const;
  // Shown in /readyz.
  [[nodiscard]] std::span<const Origin> operator_origins() const { return operator_origins_; }

 private:
  std::vector<Origin> operator_origins_;
};

// login.salesforce.com, x.my.salesforce.com, x.sandbox.my.salesforce.com, ...; names only,
// lowercase.
bool is_salesforce_host(std::string_view host);
// "localhost" or a loopback address.
bool is_loopback_host(std::string_view host);
// An address of the public internet: not private, loopback, link-local, unique-local, shared
// (CGNAT), documentation, multicast, unspecified, nor a v4 one of these mapped or embedded in v6.
// Text form.
bool is_public_address(std::string_view address);

}  // namespace crosswalk::net
