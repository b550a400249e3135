#include "store/provision_message.hpp"

#include <charconv>
#include <optional>
#include <vector>

#include "store/failure.hpp"
#include "vault/tokens.hpp"

namespace crosswalk::store {

namespace {

constexpr std::string_view kRequest = "create-tenant-1";
constexpr std::string_view kGood = "good";
constexpr std::string_view kBad = "bad";

std::string line_of(std::string_view first, const std::vector<std::string>& values) {
  std::string line(first);
  for (const auto& value : values) line += ' ' + vault::base64url_encode(value);
  return line + '\n';
}

// The decoded values after `first`; nothing when the line is not of that shape.
std::optional<std::vector<std::string>> values_of(std::string_view line, std::string_view first,
                                                  std::size_t count) {
  if (!line.empty() && line.back() == '\n') line.remove_suffix(1);
  if (line.substr(0, first.size()) != first) return std::nullopt;
  line.remove_prefix(first.size());
  std::vector<std::string> values;
  while (!line.empty()) {
    if (line.front() != ' ') return std::nullopt;
    line.remove_prefix(1);
    const auto end = std::min(line.find(' '), line.size());
    auto value = vault::base64url_decode(line.substr(0, end));
    if (!value) return std::nullopt;
    values.push_back(std::move(*value));
    line.remove_prefix(end);
  }
  return values.size() == count ? std::optional(std::move(values)) : std::nullopt;
}

template <class Number>
bool read_number(const std::string& text, Number& number) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

}  // namespace

std::string write_provision(const ProvisionRequest& request) {
  const auto& [tenant, key] = request;
  return line_of(kRequest, {tenant.id, tenant.name,
                            std::to_string(tenant.created_at.time_since_epoch().count()), key.id,
                            key.hash, key.label});
}

Result<ProvisionRequest> read_provision(std::string_view line) {
  const auto values = values_of(line, kRequest, 6);
  std::int64_t created_at = 0;
  if (!values || !read_number((*values)[2], created_at) || (*values)[0].empty() ||
      (*values)[4].size() != 64)
    return failure(ErrorKind::bad_input, "provisionRequest", {},
                   "The request is not one that this server understands.");
  const runtime::Stamp stamp{std::chrono::milliseconds(created_at)};
  return ProvisionRequest{.tenant = {.id = (*values)[0], .name = (*values)[1], .created_at = stamp},
                          .key = {.id = (*values)[3],
                                  .tenant = (*values)[0],
                                  .hash = (*values)[4],
                                  .label = (*values)[5],
                                  .created_at = stamp}};
}

std::string write_provision_answer(const Result<void>& outcome) {
  if (outcome) return line_of(kGood, {});
  const auto& error = outcome.error();
  return line_of(
      kBad, {std::to_string(static_cast<int>(error.kind)), error.code, error.path, error.message});
}

Result<void> read_provision_answer(std::string_view line) {
  if (values_of(line, kGood, 0)) return {};
  const auto values = values_of(line, kBad, 4);
  int kind = 0;
  if (!values || !read_number((*values)[0], kind) || kind < 0 ||
      kind > static_cast<int>(ErrorKind::internal))
    return failure(ErrorKind::internal, "provisionAnswer", {},
                   "The server's answer is not one that this command understands.");
  return failure(static_cast<ErrorKind>(kind), (*values)[1], (*values)[2], (*values)[3]);
}

}  // namespace crosswalk::store
