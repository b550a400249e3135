// Checks a mapping against both schemas. All findings at once, in the order of the document, each
// with a stable code, a position, a reason in an admin's words, and a fix where one exists. A
// Workspace holds the parsed schemas, so that checking again costs only the mapping.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.hpp"
#include "diagnostic/result.hpp"
#include "schema/platform.hpp"
#include "schema/salesforce.hpp"
#include "validate/org.hpp"

namespace crosswalk::validate {

struct Input {
  std::string_view mapping;
  const schema::PlatformSchema& platform;
  const schema::SalesforceSchema& salesforce;
  const Org* org = nullptr;  // null: nothing is known
  // What an admin sees of the same org; null: not given. It tells what does not exist from what the
  // connected user may not see.
  const schema::SalesforceSchema* admin = nullptr;
  // A policy that holds beside the mapping's own; empty: none.
  std::string_view policy = {};
};

Report validate(const Input& input);

// The schemas, read once. A schema that cannot be read makes every report of the workspace name it.
class Workspace {
 public:
  Workspace() = default;

  // Each gives findings about its own text; on errors the previous content stays.
  Report set_platform(std::string_view text);
  Report add_describe(std::string_view text);        // one file: one or many objects
  Report add_admin_describe(std::string_view text);  // of the same org, as an admin sees it
  Report set_org(std::string_view text);
  Report set_policy(std::string_view name);  // by name; empty: none
  void clear_salesforce();                   // the admin's as well

  [[nodiscard]] Report validate(std::string_view mapping) const;

  [[nodiscard]] const schema::PlatformSchema& platform() const { return platform_; }
  [[nodiscard]] const schema::SalesforceSchema& salesforce() const { return salesforce_; }
  [[nodiscard]] const Org& org() const { return org_; }
  [[nodiscard]] std::string_view policy() const { return policy_; }

 private:
  schema::PlatformSchema platform_;
  schema::SalesforceSchema salesforce_;
  schema::SalesforceSchema admin_;
  Org org_;
  std::string policy_;
};

// Text in, report text out: the face of the command line and of the WebAssembly module. Findings
// about a schema or the org come first, with "Platform schema", "Describe 2", "Admin's describe 1",
// "Org" or "Policy" in the message; when one of them is an error, the mapping is not checked. `org`
// and `policy` may be empty.
std::string validate_json(std::string_view mapping, std::string_view platform,
                          std::span<const std::string_view> describes, std::string_view org = {},
                          std::span<const std::string_view> admin_describes = {},
                          std::string_view policy = {});

}  // namespace crosswalk::validate
