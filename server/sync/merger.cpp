#include "sync/merger.hpp"

#include "convert/form.hpp"
#include "sync/documents.hpp"

namespace crosswalk::sync {
namespace {

std::vector<std::string> platform_columns(const convert::Program& program) {
  std::vector<std::string> columns;
  for (const convert::ProgramField& field : program.fields())
    columns.push_back(field.platform_name);
  return columns;
}

std::vector<std::string> salesforce_columns(const convert::Program& program) {
  std::vector<std::string> columns;
  for (const convert::ProgramField& field : program.fields())
    columns.push_back(field.salesforce_name);
  return columns;
}

}  // namespace

Merger::Merger(const CrossingJob& job)
    : job_(job),
      platform_reader_(platform_columns(job.program)),
      salesforce_reader_(salesforce_columns(job.program)),
      base_reader_(salesforce_columns(job.program)),
      sent_reader_(salesforce_columns(job.program)),
      filter_reader_(job.filter ? job.filter->columns() : std::vector<std::string>()),
      platform_(job.program.fields().size()),
      salesforce_(platform_.size()),
      base_(platform_.size()),
      sent_(platform_.size()),
      filter_(job.filter ? job.filter->columns().size() : 0) {}

Result<void> Merger::merge(std::span<const store::PairRow> rows, DecisionConsumer* consumer) {
  for (const store::PairRow& row : rows) {
    if (auto merged = merge_one(row, consumer); !merged) return merged;
  }
  return {};
}

Result<bool> Merger::is_wanted(const store::PairRow& row) {
  // Deletions are not carried over by this version, on either side.
  if (row.record_deleted || row.staged_deleted) return false;
  if (!row.record_json && !row.staged_json) return false;
  if (!job_.filter || !row.record_json) return true;
  if (auto read = filter_reader_.read(*row.record_json, filter_); !read) return read.error();
  return job_.filter->accepts(filter_);
}

// A value that a former run sent without learning its fate, and that Salesforce holds, is what both
// sides agreed on then: it is nobody's change over there.
Result<void> Merger::agree_on_sent(const store::PairRow& row, plan::Pair* pair) {
  if (!pair->has_salesforce) return {};
  for (const std::string& sent : row.sent_json) {
    if (auto read = sent_reader_.read(sent, sent_); !read) return read;
    for (std::size_t i = 0; i < sent_.size(); ++i) {
      const convert::Form form = job_.program.fields()[i].salesforce_form;
      if (sent_[i].is_absent() || !convert::same_value(form, sent_[i], salesforce_[i])) continue;
      base_[i] = salesforce_[i];
      pair->has_base = true;
    }
  }
  return {};
}

// It was asked for and did not come: it lies outside of the mapping's criteria by now, or is gone.
// The query cannot tell which. Where nothing is to be carried over, nothing is amiss.
void Merger::decide_out_of_reach(const store::PairRow& row, const plan::Pair& pair,
                                 DecisionConsumer* consumer) {
  plan::decide(job_.program, pair, scratch_, decision_);
  const bool waits = decision_.action != plan::Action::unchanged;
  decision_.clear();
  decision_.action = plan::Action::skip;
  decision_.side = plan::Side::salesforce;
  decision_.reason =
      "The Salesforce record was deleted, or no longer meets the mapping's criteria (where).";
  consumer->leave_linked(row, pair, decision_, waits);
}

Result<void> Merger::merge_one(const store::PairRow& row, DecisionConsumer* consumer) {
  const auto wanted = is_wanted(row);
  if (!wanted) return wanted.error();
  if (!*wanted) {
    consumer->leave(row);
    return {};
  }
  if (row.record_json) platform_changed_ = write_stamp(row.record_changed_at);
  plan::Pair pair{.key = row.key,
                  .id = row.id,
                  .has_platform = row.record_json.has_value(),
                  .has_salesforce = row.staged_json.has_value(),
                  .has_base = row.base_json.has_value(),
                  .platform = platform_,
                  .salesforce = salesforce_,
                  .base = base_,
                  .platform_changed = row.record_json ? platform_changed_ : std::string_view(),
                  .salesforce_changed = row.modstamp};
  const auto read_side = [](const std::optional<std::string>& text, salesforce::RowReader& reader,
                            std::span<convert::Value> out) -> Result<void> {
    if (text) return reader.read(*text, out);
    for (convert::Value& value : out) value = convert::Value{};
    return {};
  };
  if (auto read = read_side(row.record_json, platform_reader_, platform_); !read) return read;
  if (auto read = read_side(row.staged_json, salesforce_reader_, salesforce_); !read) return read;
  if (auto read = read_side(row.base_json, base_reader_, base_); !read) return read;
  if (auto own = agree_on_sent(row, &pair); !own) return own;
  scratch_.clear();
  decision_.clear();
  if (row.match == store::PairMatch::ambiguous) {
    decision_.action = plan::Action::conflict;
    decision_.reason = "Several records match; none is chosen.";
  } else if (job_.limited && row.base_json && !row.staged_json) {
    decide_out_of_reach(row, pair, consumer);
    return {};
  } else {
    plan::decide(job_.program, pair, scratch_, decision_);
  }
  consumer->take(row, pair, decision_);
  return {};
}

}  // namespace crosswalk::sync
