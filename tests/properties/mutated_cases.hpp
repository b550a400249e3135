// Mappings made of the golden ones by mutation, each with the schemas of its golden case.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "properties/mutations.hpp"
#include "validate/validate.hpp"

namespace crosswalk::properties {

// A golden case with nothing wrong in its schemas: of tests/golden/validate, or of
// tests/golden/rules.
struct Base {
  std::string name;
  nlohmann::ordered_json mapping;
  std::string platform;
  std::vector<std::string> describes;
  std::string org;
  std::vector<std::string> admin;
  std::vector<std::string> words;
};

// In the order of their names. Those on real describes are not among them, which are large.
const std::vector<Base>& bases();

// With the schemas of one of the bases; made once.
const validate::Workspace& workspace_of(const Base& base);

struct MutatedCase {
  std::size_t base = 0;
  std::string mapping;
};

// Drawn from the seed; the same everywhere.
std::vector<MutatedCase> mutated_cases(std::size_t count, std::uint64_t seed);

}  // namespace crosswalk::properties
