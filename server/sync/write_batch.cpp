#include "sync/write_batch.hpp"

#include <algorithm>

#include "convert/refusal.hpp"
#include "names/nearest.hpp"
#include "salesforce/json_writer.hpp"

namespace crosswalk::sync {
namespace {

using plan::Side;
using salesforce::append_json_member;

// A multi-select value arrives joined by ';' and is kept as a list, as the platform sends it.
void append_list(std::string* out, std::string_view name, std::string_view joined) {
  if (out->back() != '{') *out += ',';
  salesforce::append_json_text(out, name);
  *out += ":[";
  for (std::size_t from = 0; from < joined.size();) {
    const std::size_t end = std::min(joined.find(';', from), joined.size());
    if (out->back() != '[') *out += ',';
    salesforce::append_json_text(out, joined.substr(from, end - from));
    from = end + 1;
  }
  *out += ']';
}

store::LinkRow link_of(const store::PairRow& row, std::string key, std::string base) {
  return {.key = std::move(key),
          .id = row.id,
          .base_json = std::move(base),
          .platform_version = row.record_version,
          .modstamp = row.modstamp,
          .agreed_at = {}};
}

// A record that only Salesforce had takes the key that it names, so that the platform's own record
// of that key never becomes a second one; else its Salesforce id.
std::string new_key(const CrossingJob& job, const store::PairRow& row, const plan::Pair& pair) {
  constexpr std::size_t kKeyBytesMax = 255;
  std::string named = job.named_key(pair.salesforce);
  const bool fits = !named.empty() && named.size() <= kKeyBytesMax &&
                    std::none_of(named.begin(), named.end(),
                                 [](unsigned char c) { return c < 0x20 || c == 0x7f; });
  return fits ? named : row.id;
}

}  // namespace

WriteBatch::WriteBatch(const CrossingJob& job, bool forced, std::function<std::string()> new_id)
    : job_(job), forced_(forced), new_id_(std::move(new_id)) {}

void WriteBatch::leave(const store::PairRow& row) {
  if (row.record_json) ++batch_.read_platform;
  ++batch_.skipped;
}

void WriteBatch::leave_linked(const store::PairRow& row, const plan::Pair& pair,
                              const plan::Decision& decision, bool waits) {
  (void)pair;
  ++batch_.read_platform;
  ++batch_.skipped;
  if (!waits) return;
  add_problem(
      row, "outOfReach", decision.reason + " The platform's change was not carried over.",
      "Restore the record in Salesforce or make it meet the criteria again; its change then "
      "follows by itself. Or ignore this issue.");
}

void WriteBatch::take(const store::PairRow& row, const plan::Pair& pair,
                      const plan::Decision& decision) {
  if (pair.has_platform) ++batch_.read_platform;
  switch (decision.action) {
    case plan::Action::create:
    case plan::Action::update:
      if (decision.side == Side::platform) {
        add_platform_write(row, pair, decision);
      } else {
        add_salesforce_write(row, decision, payload_json(decision));
      }
      return;
    case plan::Action::unchanged:
      add_unchanged(row, decision);
      return;
    case plan::Action::skip:
      if (decision.refusals.empty()) {
        ++batch_.skipped;
        return;
      }
      ++(pair.has_platform ? batch_.salesforce_failed : batch_.platform_failed);
      add_issues(row, decision, &batch_.local.issues);
      return;
    case plan::Action::conflict:
      ++batch_.conflicts;
      add_problem(row, "matchAmbiguous", decision.reason,
                  "Merge or correct the records that match, or match by an external id.");
      return;
    case plan::Action::review:
      ++batch_.conflicts;
      add_issues(row, decision, &batch_.local.issues);
      return;
  }
}

void WriteBatch::add_unchanged(const store::PairRow& row, const plan::Decision& decision) {
  if (forced_ && job_.program.pushes() && job_.program.may_update() && !row.id.empty() &&
      row.record_json) {
    if (std::string payload = forced_json(decision); payload != "{}") {
      add_salesforce_write(row, decision, std::move(payload));
      return;
    }
  }
  ++batch_.unchanged;
  add_issues(row, decision, &batch_.local.issues);
  // What is agreed on stands in the store word for word already: nothing to write.
  const bool stands = row.match == store::PairMatch::linked && row.settled &&
                      row.sent_json.empty() && !decision.base_moved;
  if (!row.key.empty() && !row.id.empty() && !stands)
    batch_.local.links.push_back(link_of(row, row.key, base_json(decision)));
}

void WriteBatch::add_platform_write(const store::PairRow& row, const plan::Pair& pair,
                                    const plan::Decision& decision) {
  const bool creates = decision.action == plan::Action::create;
  const std::string key = creates && row.key.empty() ? new_key(job_, row, pair) : row.key;
  store::RecordWrite write{.object = job_.crossing.object,
                           .key = key,
                           .fields_json = platform_json(decision),
                           .lists = std::nullopt,
                           .inactive = std::nullopt,
                           .expected_version = creates ? 0 : row.record_version};
  batch_.local.records.push_back(std::move(write));
  batch_.local.links.push_back(link_of(row, key, base_json(decision)));
  add_issues(row, decision, &batch_.local.issues);
  ++(creates ? batch_.platform_created : batch_.platform_updated);
}

void WriteBatch::add_salesforce_write(const store::PairRow& row, const plan::Decision& decision,
                                      std::string payload) {
  const bool creates = row.id.empty();
  if (creates && job_.external_id.empty()) {
    // A plain insert whose answer is lost may be carried out twice: it is never sent.
    ++batch_.salesforce_failed;
    add_problem(row, "createNeedsExternalId",
                "A new record cannot be created safely without an external id.",
                "Give the mapping match.externalId, or set create to false.");
    return;
  }
  Write write;
  write.intent = {
      .operation = creates ? store::IntentOperation::upsert : store::IntentOperation::update,
      .key = row.key,
      .id = row.id,
      .payload_json = std::move(payload),
      .base_json = base_json(decision),
      .platform_version = row.record_version,
      .modstamp = row.modstamp};
  if (decision.side == Side::both) write.platform_json = platform_json(decision);
  add_issues(row, decision, &write.issues);
  (creates ? batch_.upserts : batch_.updates).push_back(std::move(write));
}

// One issue per code, with all the fields that have it.
void WriteBatch::add_issues(const store::PairRow& row, const plan::Decision& decision,
                            std::vector<store::IssueWrite>* out) const {
  const std::size_t first = out->size();
  for (const convert::Refusal& refusal : decision.refusals) {
    const auto same = std::find_if(out->begin() + static_cast<std::ptrdiff_t>(first), out->end(),
                                   [&](const auto& issue) { return issue.code == refusal.code; });
    if (same != out->end()) {
      same->fields.push_back(refusal.field_name);
      same->message += " " + refusal.message;
      continue;
    }
    store::IssueWrite issue;
    issue.id = new_id_();
    issue.key = row.key;
    issue.salesforce_id = row.id;
    issue.code = refusal.code;
    issue.salesforce_code = refusal.salesforce_code;
    issue.fields = {refusal.field_name};
    issue.message = refusal.message;
    issue.cure = refusal.cure;
    out->push_back(std::move(issue));
  }
  add_review(row, decision, out);
}

// Fields that both sides changed and a person must settle, whatever else is done with the record.
void WriteBatch::add_review(const store::PairRow& row, const plan::Decision& decision,
                            std::vector<store::IssueWrite>* out) const {
  store::IssueWrite issue;
  for (const plan::FieldChange& change : decision.changes) {
    if (change.rule == plan::Rule::policy_review)
      issue.fields.push_back(job_.program.fields()[change.field].salesforce_name);
  }
  if (issue.fields.empty()) return;
  issue.id = new_id_();
  issue.key = row.key;
  issue.salesforce_id = row.id;
  issue.code = "needsReview";
  issue.message = "Both sides changed; the mapping asks a person.";
  issue.cure = "Make both sides hold the same value, or give the field another conflict policy.";
  out->push_back(std::move(issue));
}

void WriteBatch::add_problem(const store::PairRow& row, std::string code, std::string message,
                             std::string cure) {
  store::IssueWrite issue;
  issue.id = new_id_();
  issue.key = row.key;
  issue.salesforce_id = row.id;
  issue.code = std::move(code);
  issue.message = std::move(message);
  issue.cure = std::move(cure);
  batch_.local.issues.push_back(std::move(issue));
}

// The external id names the record of an upsert and must not be in its body.
bool WriteBatch::is_external_id(const convert::ProgramField& field) const {
  return !job_.external_id.empty() && names::same_name(field.salesforce_name, job_.external_id);
}

std::string WriteBatch::payload_json(const plan::Decision& decision) const {
  std::string json = "{";
  const auto fields = job_.program.fields();
  for (const plan::FieldChange& change : decision.changes) {
    if (change.side != Side::salesforce && change.side != Side::both) continue;
    const convert::ProgramField& field = fields[change.field];
    if (decision.action == plan::Action::create && is_external_id(field)) continue;
    append_json_member(&json, field.salesforce_name, change.after);
  }
  return json + "}";
}

std::string WriteBatch::forced_json(const plan::Decision& decision) const {
  std::string json = "{";
  const auto fields = job_.program.fields();
  for (std::size_t i = 0; i < fields.size() && i < decision.base.size(); ++i) {
    if (!fields[i].push || !fields[i].updateable || is_external_id(fields[i])) continue;
    if (!decision.base[i].is_absent())
      append_json_member(&json, fields[i].salesforce_name, decision.base[i]);
  }
  return json + "}";
}

std::string WriteBatch::platform_json(const plan::Decision& decision) const {
  std::string json = "{";
  const auto fields = job_.program.fields();
  for (const plan::FieldChange& change : decision.changes) {
    if (change.side != Side::platform && change.side != Side::both) continue;
    const convert::ProgramField& field = fields[change.field];
    if (field.platform_type == schema::PlatformType::multiselect_list && change.after.is_text()) {
      append_list(&json, field.platform_name, change.after.text);
    } else {
      append_json_member(&json, field.platform_name, change.after);
    }
  }
  return json + "}";
}

std::string WriteBatch::base_json(const plan::Decision& decision) const {
  std::string json = "{";
  const auto fields = job_.program.fields();
  for (std::size_t i = 0; i < fields.size() && i < decision.base.size(); ++i) {
    if (!decision.base[i].is_absent())
      append_json_member(&json, fields[i].salesforce_name, decision.base[i]);
  }
  return json + "}";
}

}  // namespace crosswalk::sync
