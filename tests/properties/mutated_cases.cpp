#include "properties/mutated_cases.hpp"

#include <map>
#include <string_view>
#include <utility>

#include "core/validate/golden.hpp"
#include "core/validate/rule_cases.hpp"

namespace crosswalk::properties {
namespace {

using Tree = nlohmann::ordered_json;

// Only where there is something to mutate and nothing is to be said of the schemas.
void add(Base base, const std::string& mapping, std::vector<Base>& out) {
  base.mapping = Tree::parse(mapping, nullptr, false, true);
  if (!base.mapping.is_object()) return;
  validate::Workspace workspace;
  if (!workspace.set_platform(base.platform).diagnostics.empty()) return;
  for (const std::string& text : base.describes) {
    if (!workspace.add_describe(text).diagnostics.empty()) return;
  }
  for (const std::string& text : base.admin) {
    if (!workspace.add_admin_describe(text).diagnostics.empty()) return;
  }
  if (!workspace.set_org(base.org).diagnostics.empty()) return;
  base.words = words_of(base.platform, base.describes);
  out.push_back(std::move(base));
}

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint32_t next() {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>(state_ >> 33);
  }

 private:
  std::uint64_t state_;
};

}  // namespace

const std::vector<Base>& bases() {
  static const std::vector<Base> kBases = [] {
    std::vector<Base> out;
    for (const validate::GoldenCase& given : validate::golden_cases()) {
      add({given.name, {}, given.platform, given.describes, given.org, {}, {}}, given.mapping, out);
    }
    for (const validate::RuleCase& given : validate::rule_cases()) {
      if (given.skipped || given.real) continue;
      add({validate::test_name(given),
           {},
           given.platform,
           given.describes,
           given.org,
           given.admin,
           {}},
          given.mapping, out);
    }
    return out;
  }();
  return kBases;
}

const validate::Workspace& workspace_of(const Base& base) {
  static std::map<std::string, validate::Workspace> made;
  const auto [place, fresh] = made.try_emplace(base.name);
  validate::Workspace& workspace = place->second;
  if (!fresh) return workspace;
  workspace.set_platform(base.platform);
  for (const std::string& text : base.describes) workspace.add_describe(text);
  for (const std::string& text : base.admin) workspace.add_admin_describe(text);
  workspace.set_org(base.org);
  return workspace;
}

std::vector<MutatedCase> mutated_cases(std::size_t count, std::uint64_t seed) {
  Dice dice(seed);
  std::vector<MutatedCase> out;
  while (out.size() < count) {
    const std::size_t number = dice.next() % bases().size();
    const Base& base = bases()[number];
    Tree document = base.mapping;
    for (std::uint32_t left = 1 + dice.next() % 4; left > 0; --left) {
      Mutation mutation;
      mutation.kind = dice.next();
      mutation.place = dice.next();
      mutation.choice = dice.next();
      mutate(document, mutation, base.words);
    }
    out.push_back({number, text_of(document, dice.next())});
  }
  return out;
}

}  // namespace crosswalk::properties
