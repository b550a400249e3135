#include "plan/merge.hpp"

#include <algorithm>

#include "convert/calendar.hpp"
#include "convert/decimal.hpp"

namespace crosswalk::plan {

using convert::FieldRole;
using convert::ProgramField;
using convert::Refusal;
using convert::same_value;
using convert::Value;
using mapping::Conflict;

void Merger::run() {
  const bool linked = pair_.has_base || (!pair_.key.empty() && !pair_.id.empty());
  if (pair_.has_platform && (pair_.has_salesforce || linked)) {
    merge_fields();
  } else if (pair_.has_platform) {
    create_in_salesforce();
  } else if (pair_.has_salesforce && !linked) {
    create_on_platform();
  } else {
    out_.base.assign(pair_.base.begin(), pair_.base.end());
    finish(Action::skip, Side::none, "The platform no longer has the record.");
  }
}

Value Merger::platform_value(std::size_t index) const {
  const Value value = index < pair_.platform.size() ? pair_.platform[index] : Value{};
  const bool key = program_.fields()[index].role == FieldRole::key;
  if (!key || !value.is_nothing() || pair_.key.empty()) return value;
  const bool numeric = program_.fields()[index].salesforce_form == convert::Form::number &&
                       convert::is_json_number(pair_.key);
  return numeric ? Value::of_number(pair_.key) : Value::of_text(pair_.key);
}

Value Merger::in_platform_form(std::size_t index, const Value& salesforce) {
  return convert::to_platform(program_, index, salesforce, scratch_.arena_, scratch_.ignored_);
}

void Merger::create_in_salesforce() {
  if (!program_.pushes()) {
    return finish(Action::skip, Side::salesforce,
                  "Salesforce has no such record, and this mapping does not write there.");
  }
  if (!program_.may_create()) {
    return finish(Action::skip, Side::salesforce,
                  "Salesforce has no such record, and the mapping does not create any.");
  }
  const auto fields = program_.fields();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const ProgramField& field = fields[i];
    out_.base.push_back({});
    if (!field.push || !field.createable) continue;
    const Value given = platform_value(i);
    const std::size_t refused = scratch_.push_refusals_.size();
    Value value = convert::to_salesforce(program_, i, given, pair_.platform, scratch_.arena_,
                                         scratch_.push_refusals_);
    Rule rule = field.role == FieldRole::constant ? Rule::constant : Rule::create;
    if (scratch_.push_refusals_.size() > refused) continue;
    const Value fallback = field.default_value.view();
    if (given.is_absent() && !fallback.is_absent() && field.role == FieldRole::mapped) {
      value = fallback;
    }
    if (given.is_nothing() && !fallback.is_absent() && value == fallback) {
      rule = Rule::default_value;
    }
    if (value.is_nothing()) {
      if (field.salesforce_required) {
        convert::refuse_missing(program_, i, scratch_.push_refusals_);
      }
      continue;  // a new record holds nothing there anyway
    }
    out_.changes.push_back({i, Side::salesforce, rule, Value::of_null(), value});
    out_.base.back() = value;
  }
  for (const auto& missing : program_.unmapped_required()) {
    convert::refuse_missing(missing, convert::Bound::to_salesforce, scratch_.push_refusals_);
  }
  out_.action = Action::create;
  settle();
}

void Merger::create_on_platform() {
  if (!program_.pulls()) {
    return finish(Action::skip, Side::platform,
                  "The platform has no such record, and this mapping does not write there.");
  }
  if (!program_.may_create()) {
    return finish(Action::skip, Side::platform,
                  "The platform has no such record, and the mapping does not create any.");
  }
  const auto fields = program_.fields();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Value given = i < pair_.salesforce.size() ? pair_.salesforce[i] : Value{};
    // What is only pushed was agreed on by nobody.
    out_.base.push_back(fields[i].pull ? given : Value{});
    if (!fields[i].pull) continue;
    const Value value =
        convert::to_platform(program_, i, given, scratch_.arena_, scratch_.pull_refusals_);
    if (value.is_nothing()) continue;
    out_.changes.push_back({i, Side::platform, Rule::create, Value::of_null(), value});
  }
  for (const auto& missing : program_.unmapped_required_on_platform()) {
    convert::refuse_missing(missing, convert::Bound::to_platform, scratch_.pull_refusals_);
  }
  out_.action = Action::create;
  settle();
}

void Merger::merge_fields() {
  const auto fields = program_.fields();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Sight sight = look(i);
    out_.base.push_back(sight.base);
    if (fields[i].role == FieldRole::key) {
      merge_key(sight);
    } else {
      merge_field(sight);
    }
  }
  out_.action = Action::update;
  settle();
}

Merger::Sight Merger::look(std::size_t index) {
  const ProgramField& field = program_.fields()[index];
  Sight sight{index, field, platform_value(index), {}, {}, {}, false};
  if (pair_.has_base && index < pair_.base.size()) sight.base = pair_.base[index];
  if (pair_.has_salesforce && index < pair_.salesforce.size()) {
    sight.salesforce = pair_.salesforce[index];
  }
  // What was not read is taken to stand where both sides left it.
  if (sight.salesforce.is_absent()) sight.salesforce = sight.base;
  if (field.push) {
    const std::size_t refused = scratch_.push_refusals_.size();
    sight.outgoing = convert::to_salesforce(program_, index, sight.platform, pair_.platform,
                                            scratch_.arena_, scratch_.push_refusals_);
    sight.outgoing_known = scratch_.push_refusals_.size() == refused;
  }
  return sight;
}

// The external id is filled where a record that was matched otherwise has none, and never changed.
void Merger::merge_key(const Sight& sight) {
  const bool fills = sight.field.push && sight.field.updateable && !pair_.has_base &&
                     pair_.has_salesforce && sight.outgoing_known;
  if (fills && same_value(sight.field.salesforce_form, sight.salesforce, Value::of_null()) &&
      !sight.outgoing.is_nothing()) {
    return push(sight, Rule::only_platform);
  }
  if (!sight.salesforce.is_absent()) agree(sight, sight.salesforce);
}

// The platform's value differs from what was agreed on, seen in either form: a value that lost a
// part on its way here is no change.
bool Merger::platform_changed(const Sight& sight) {
  // Where nothing was ever agreed on, a null that is given still clears a field that only the
  // platform fills (onNull: clear).
  if (sight.field.push && !sight.field.pull && sight.base.is_absent() && sight.outgoing.is_null()) {
    return true;
  }
  if (sight.field.push) {
    // What Salesforce would refuse today may be what both sides hold (a picklist value that was
    // closed since): as long as it is not to be written, it stands in nobody's way.
    if (!sight.outgoing_known) {
      const bool comparable = sight.field.pull && !sight.base.is_absent();
      if (!comparable || !is_agreed(sight)) return true;
      forgive(sight);
      return false;
    }
    if (sight.outgoing.is_absent()) return false;
    if (same_value(sight.field.salesforce_form, sight.outgoing, sight.base)) return false;
    if (!sight.field.pull) return true;
  }
  return !sight.platform.is_absent() && !is_agreed(sight);
}

bool Merger::is_agreed(const Sight& sight) {
  const Value agreed = in_platform_form(sight.index, sight.base);
  return same_value(sight.field.platform_form, sight.platform, agreed);
}

bool Merger::in_step(const Sight& sight) {
  const ProgramField& field = sight.field;
  if (field.push && sight.outgoing_known && !sight.outgoing.is_absent() &&
      same_value(field.salesforce_form, sight.outgoing, sight.salesforce)) {
    return true;
  }
  if (!field.pull || sight.platform.is_absent()) return false;
  const Value incoming = in_platform_form(sight.index, sight.salesforce);
  return same_value(field.platform_form, sight.platform, incoming);
}

void Merger::merge_field(const Sight& sight) {
  if (!sight.field.push && !sight.field.pull) return;
  const bool ours = platform_changed(sight);
  const bool theirs = !same_value(sight.field.salesforce_form, sight.salesforce, sight.base);
  const bool kept_away = sight.platform.is_absent() && sight.field.role == FieldRole::mapped;
  if (!ours && !theirs) {
    if (!pair_.has_base && !sight.salesforce.is_absent()) agree(sight, sight.salesforce);
    return;
  }
  if (!kept_away && in_step(sight)) {
    forgive(sight);
    if (ours && theirs && pair_.has_base) leave(sight, Rule::same);
    return agree(sight, sight.salesforce);
  }
  if (ours && theirs) return settle_conflict(sight);
  if (ours) {
    const Rule rule =
        sight.field.role == FieldRole::constant ? Rule::constant : Rule::only_platform;
    if (sight.field.push) push(sight, rule);
    return;
  }
  if (sight.field.pull) pull(sight, Rule::only_salesforce);
}

void Merger::settle_conflict(const Sight& sight) {
  const ProgramField& field = sight.field;
  if (field.role == FieldRole::constant) return push(sight, Rule::constant);
  bool platform_wins = false;
  Rule rule = Rule::policy_salesforce;
  switch (field.conflict) {
    case Conflict::salesforce:
      break;
    case Conflict::platform:
      platform_wins = true;
      rule = Rule::policy_platform;
      break;
    case Conflict::salesforce_unless_blank:
      platform_wins = same_value(field.salesforce_form, sight.salesforce, Value::of_null());
      rule = Rule::policy_salesforce_unless_blank;
      break;
    case Conflict::latest: {
      const int later = later_side();
      if (later == 0) return leave(sight, Rule::policy_review);
      platform_wins = later > 0;
      rule = Rule::policy_latest;
      break;
    }
    case Conflict::review:
      return leave(sight, Rule::policy_review);
  }
  // A side that is never written keeps its value.
  if (platform_wins && field.push) return push(sight, rule);
  if (!platform_wins && field.pull) return pull(sight, rule);
}

int Merger::later_side() const {
  const auto platform = convert::read_instant(pair_.platform_changed);
  const auto salesforce = convert::read_instant(pair_.salesforce_changed);
  if (!platform || !salesforce || *platform == *salesforce) return 0;
  if (platform->seconds != salesforce->seconds) {
    return platform->seconds > salesforce->seconds ? 1 : -1;
  }
  return platform->milliseconds > salesforce->milliseconds ? 1 : -1;
}

void Merger::push(const Sight& sight, Rule rule) {
  if (!sight.outgoing_known) return;  // the refusal is noted
  if (!sight.field.updateable) return;
  const bool from_default =
      sight.platform.is_null() && sight.field.on_null == mapping::OnNull::default_value;
  if (from_default && rule == Rule::only_platform) rule = Rule::default_value;
  out_.changes.push_back({sight.index, Side::salesforce, rule, sight.salesforce, sight.outgoing});
  agree(sight, sight.outgoing);
}

void Merger::pull(const Sight& sight, Rule rule) {
  forgive(sight);
  const std::size_t refused = scratch_.pull_refusals_.size();
  const Value value = convert::to_platform(program_, sight.index, sight.salesforce, scratch_.arena_,
                                           scratch_.pull_refusals_);
  if (scratch_.pull_refusals_.size() > refused) return;
  if (value.is_absent()) return;  // nothing that the platform could take: it keeps what it has
  if (same_value(sight.field.platform_form, sight.platform, value)) {
    return agree(sight, sight.salesforce);
  }
  out_.changes.push_back({sight.index, Side::platform, rule, sight.platform, value});
  agree(sight, sight.salesforce);
}

void Merger::leave(const Sight& sight, Rule rule) {
  const Value before = rule == Rule::same ? sight.base : sight.platform;
  out_.changes.push_back({sight.index, Side::none, rule, before, sight.salesforce});
}

// Whatever the platform's value would have met on its way does not matter: it is not written.
void Merger::forgive(const Sight& sight) {
  std::erase_if(scratch_.push_refusals_,
                [&](const Refusal& refusal) { return refusal.field == sight.index; });
}

void Merger::agree(const Sight& sight, const Value& value) { out_.base[sight.index] = value; }

// Nothing of the record is written to a side that would refuse a part of it.
void Merger::withdraw(Side side) {
  for (const FieldChange& change : out_.changes) {
    if (change.side != side) continue;
    const bool known = pair_.has_base && change.field < pair_.base.size();
    out_.base[change.field] = known ? pair_.base[change.field] : Value{};
  }
  std::erase_if(out_.changes, [&](const FieldChange& change) { return change.side == side; });
}

void Merger::settle() {
  Side refused = Side::none;
  for (auto* refusals : {&scratch_.push_refusals_, &scratch_.pull_refusals_}) {
    if (refusals->empty()) continue;
    const Side side = refusals == &scratch_.push_refusals_ ? Side::salesforce : Side::platform;
    refused = refused == Side::none ? side : Side::both;
    withdraw(side);
    for (Refusal& refusal : *refusals) out_.refusals.push_back(std::move(refusal));
  }
  bool to_salesforce = false, to_platform = false, left = false;
  for (const FieldChange& change : out_.changes) {
    to_salesforce = to_salesforce || change.side == Side::salesforce;
    to_platform = to_platform || change.side == Side::platform;
    left = left || change.rule == Rule::policy_review;
  }
  const bool creating = out_.action == Action::create;
  if (!creating && !program_.may_update() && (to_salesforce || to_platform)) {
    withdraw(Side::salesforce);
    withdraw(Side::platform);
    return finish(Action::skip, Side::both, "The records differ, and the mapping does not update.");
  }
  if (to_salesforce || to_platform || (creating && out_.refusals.empty())) {
    const Side both = creating ? (pair_.has_platform ? Side::salesforce : Side::platform)
                               : (to_salesforce && to_platform ? Side::both
                                  : to_salesforce              ? Side::salesforce
                                                               : Side::platform);
    return finish(out_.action, both, creating ? "The other side has no such record." : "");
  }
  if (!out_.refusals.empty()) return finish(Action::skip, refused, "");
  if (left) {
    return finish(Action::review, Side::none, "Both sides changed; the mapping asks a person.");
  }
  finish(Action::unchanged, Side::none, pair_.has_base ? "" : "The records match.");
}

void Merger::finish(Action action, Side side, std::string_view reason) {
  out_.action = action;
  out_.side = side;
  out_.reason = reason;
  for (const Refusal& refusal : out_.refusals) {
    if (!out_.reason.empty()) out_.reason += ' ';
    out_.reason += refusal.message;
  }
  for (std::size_t i = 0; i < out_.base.size(); ++i) {
    const Value before = pair_.has_base && i < pair_.base.size() ? pair_.base[i] : Value{};
    if (!(out_.base[i] == before)) out_.base_moved = true;
  }
}

}  // namespace crosswalk::plan
