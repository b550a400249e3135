// What the command and the server say to each other over the provision socket: one line each way,
// words apart by spaces, every value in base64url.
#pragma once

#include <string>
#include <string_view>

#include "diagnostic/result.hpp"
#include "store/tenants.hpp"

namespace crosswalk::store {

inline constexpr std::size_t kProvisionLineMax = std::size_t{16} << 10;

struct ProvisionRequest {
  TenantRow tenant;
  ApiKeyRow key;
};

std::string write_provision(const ProvisionRequest& request);
Result<ProvisionRequest> read_provision(std::string_view line);

std::string write_provision_answer(const Result<void>& outcome);
Result<void> read_provision_answer(std::string_view line);

}  // namespace crosswalk::store
