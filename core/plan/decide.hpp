// What a sync does with one record: the three-way merge of both sides against what they last agreed
// on (the base), field by field. Only one side changed: copy. Both changed to the same: nothing.
// Both changed differently: the field's policy. Pure, and without allocation per record once
// Decision and Scratch are warm; a Decision's values are views of the pair's rows, the program and
// the scratch, good until the next decide() with the same scratch.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "convert/arena.hpp"
#include "convert/convert.hpp"
#include "convert/program.hpp"

namespace crosswalk::plan {

// One record seen from both sides. Rows have program.fields().size() values in that order, each in
// its own side's form. A linked pair whose Salesforce side was not read (has_salesforce false, id
// and base given) is taken as standing at the base; its `salesforce` row may be empty.
struct Pair {
  std::string_view key;  // platform key, empty when the platform does not have the record
  std::string_view id;   // Salesforce id, empty when Salesforce does not have it
  bool has_platform = false;
  bool has_salesforce = false;
  bool has_base = false;
  convert::Row platform;
  convert::Row salesforce;
  convert::Row base;  // in Salesforce's form
  // When each side last changed (any ISO 8601 form with zone), for the policy `latest`; may be
  // empty.
  std::string_view platform_changed;
  std::string_view salesforce_changed;
};

enum class Side : std::uint8_t { none, salesforce, platform, both };

enum class Action : std::uint8_t {
  create,
  update,
  unchanged,
  skip,      // not carried out; the reason says why (refusals, create or update switched off)
  conflict,  // cannot be decided: several records match
  review,    // fields whose policy leaves the decision to a person, and nothing else to do
};

enum class Rule : std::uint8_t {
  only_platform,
  only_salesforce,
  same,
  policy_platform,
  policy_salesforce,
  policy_latest,
  policy_review,
  policy_salesforce_unless_blank,
  constant,
  default_value,
  create,
};

// One field that is written, or (side none) seen to have changed and left alone.
struct FieldChange {
  std::size_t field = 0;   // index into Program::fields()
  Side side = Side::none;  // where it is written
  Rule rule = Rule::create;
  // On the side that is written, in its form. With side none: what both sides moved away from and
  // what they hold now (rule same), or the platform's value and Salesforce's (policy review).
  convert::Value before;
  convert::Value after;
};

struct Decision {
  Action action = Action::unchanged;
  Side side = Side::none;  // where something is written, or of a skip would have been
  std::string reason;
  std::vector<FieldChange> changes;  // in the order of the fields
  std::vector<convert::Refusal> refusals;
  // What both sides agree on once the decision is carried out, in Salesforce's form, one per field:
  // the base to store.
  std::vector<convert::Value> base;
  bool base_moved = false;  // base differs from the pair's: store it even when nothing is written

  void clear();
};

// Working space, reused from record to record.
class Scratch {
 public:
  void clear();

 private:
  friend class Merger;
  convert::Arena arena_;
  std::vector<convert::Refusal> push_refusals_, pull_refusals_, ignored_;
};

void decide(const convert::Program& program, const Pair& pair, Scratch& scratch, Decision& out);

std::string_view action_name(Action action);  // contracts' words
std::string_view side_name(Side side);        // "salesforce", "platform", "both"; none is "both"
std::string_view rule_name(Rule rule);        // "onlyPlatform", "policy:salesforce", ...

}  // namespace crosswalk::plan
