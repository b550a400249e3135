#include "plan/pairing.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "convert/calendar.hpp"
#include "convert/convert.hpp"
#include "convert/decimal.hpp"
#include "convert/text.hpp"

namespace crosswalk::plan {
namespace {

using convert::Value;

using Candidates = std::map<std::string, std::vector<const LoadedRecord*>>;

class Pairing {
 public:
  Pairing(const convert::Program& program, const LoadedObject& object, convert::Arena& arena)
      : program_(program), object_(object), arena_(arena) {}

  std::vector<Couple> run() {
    take_links();
    match();
    for (const auto& [key, record] : object_.platform) {
      if (taken_keys_.count(key) == 0) couples_.push_back({&record, nullptr, nullptr, {}});
    }
    for (const auto& [id, record] : object_.salesforce) {
      if (taken_ids_.count(id) == 0) couples_.push_back({nullptr, &record, nullptr, {}});
    }
    return std::move(couples_);
  }

 private:
  void take_links() {
    std::map<std::string_view, std::size_t> keys, ids;
    for (const LoadedLink& link : object_.links) {
      ++keys[link.key];
      ++ids[link.id];
    }
    for (const LoadedLink& link : object_.links) {
      const auto platform = object_.platform.find(link.key);
      const auto salesforce = object_.salesforce.find(link.id);
      taken_keys_.insert(link.key);
      taken_ids_.insert(link.id);
      Couple couple{platform == object_.platform.end() ? nullptr : &platform->second,
                    salesforce == object_.salesforce.end() ? nullptr : &salesforce->second,
                    &link,
                    {}};
      if (keys[link.key] > 1 || ids[link.id] > 1) {
        couple.conflict = "Several links name the same record.";
      }
      couples_.push_back(std::move(couple));
    }
  }

  // The text by which records are compared, or empty.
  void add_part(std::string& out, const Value& value, bool without_case) {
    std::string part;
    if (value.is_number()) {
      const auto number = convert::Decimal::read(value.text);
      part = number ? number->plain(arena_) : value.text;
    } else if (value.is_truth()) {
      part = value.truth ? "true" : "false";
    } else {
      part = convert::trim(value.text);
    }
    if (without_case) {
      for (char& c : part) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      }
    }
    out += std::to_string(part.size()) + ":" + part;
  }

  std::string platform_mark(const LoadedRecord& record) {
    if (program_.key_field() != convert::kNoField) {
      std::string mark;
      add_part(mark, Value::of_text(record.key), false);
      return mark;
    }
    return mark_of(record, true);
  }

  std::string salesforce_mark(const LoadedRecord& record) {
    if (program_.key_field() != convert::kNoField) {
      const Value& value = record.row[program_.key_field()];
      std::string mark;
      if (value.is_nothing() || (value.is_text() && value.text.empty())) return {};
      add_part(mark, value, false);
      return mark;
    }
    return mark_of(record, false);
  }

  // The match fields of a record in Salesforce's form; letter case does not count.
  std::string mark_of(const LoadedRecord& record, bool platform) {
    std::string mark;
    for (const std::size_t field : program_.match_fields()) {
      Value value = record.row[field];
      if (platform) {
        std::vector<convert::Refusal> ignored;
        value = convert::to_salesforce(program_, field, value, record.row, arena_, ignored);
      }
      if (value.is_nothing() || (value.is_text() && convert::trim(value.text).empty())) return {};
      add_part(mark, value, true);
    }
    return mark;
  }

  void match() {
    if (program_.key_field() == convert::kNoField && program_.match_fields().empty()) return;
    Candidates left, right;
    for (const auto& [key, record] : object_.platform) {
      if (taken_keys_.count(key) > 0) continue;
      const std::string mark = platform_mark(record);
      if (!mark.empty()) left[mark].push_back(&record);
    }
    for (const auto& [id, record] : object_.salesforce) {
      if (taken_ids_.count(id) > 0) continue;
      const std::string mark = salesforce_mark(record);
      if (!mark.empty()) right[mark].push_back(&record);
    }
    for (const auto& [mark, ours] : left) {
      const auto theirs = right.find(mark);
      if (theirs != right.end()) couple(ours, theirs->second);
    }
  }

  void couple(const std::vector<const LoadedRecord*>& ours,
              const std::vector<const LoadedRecord*>& theirs) {
    for (const LoadedRecord* record : ours) taken_keys_.insert(record->key);
    for (const LoadedRecord* record : theirs) taken_ids_.insert(record->id);
    const LoadedRecord* chosen = theirs.size() == 1 ? theirs.front() : choose(theirs);
    if (ours.size() == 1 && chosen != nullptr) {
      couples_.push_back({ours.front(), chosen, nullptr, {}});
      return;
    }
    const std::string reason =
        ours.size() > 1
            ? "Several platform records match the same Salesforce record."
            : std::to_string(theirs.size()) + " Salesforce records match this platform record.";
    for (const LoadedRecord* record : ours) couples_.push_back({record, nullptr, nullptr, reason});
  }

  // By the mapping's onMultiple; null: a person must decide.
  const LoadedRecord* choose(const std::vector<const LoadedRecord*>& theirs) const {
    const auto policy = program_.match().on_multiple;
    if (policy == mapping::OnMultiple::issue) return nullptr;
    const LoadedRecord* best = nullptr;
    std::optional<convert::Instant> best_at;
    bool tie = false;
    for (const LoadedRecord* record : theirs) {
      const auto at = convert::read_instant(record->created);
      if (!at) return nullptr;
      const bool newest = policy == mapping::OnMultiple::newest;
      if (!best_at || (newest ? at->seconds > best_at->seconds : at->seconds < best_at->seconds)) {
        best = record;
        best_at = at;
        tie = false;
      } else if (at->seconds == best_at->seconds) {
        tie = true;
      }
    }
    return tie ? nullptr : best;
  }

  const convert::Program& program_;
  const LoadedObject& object_;
  convert::Arena& arena_;
  std::vector<Couple> couples_;
  std::set<std::string_view> taken_keys_, taken_ids_;
};

}  // namespace

std::vector<Couple> pair_records(const convert::Program& program, const LoadedObject& object,
                                 convert::Arena& arena) {
  return Pairing(program, object, arena).run();
}

}  // namespace crosswalk::plan
