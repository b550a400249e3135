#include "truth/comparison.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "json/read.hpp"
#include "truth/describes.hpp"
#include "truth/sent.hpp"

namespace crosswalk::truth {
namespace {

constexpr std::size_t kDisagreementsMax = 30;

bool is_duplicate(const Foretold::Cause& cause) { return cause.code.starts_with("DUPLICATE_"); }

// The code, with every field that the answer names.
bool foresaw(const Foretold& foretold, const Answered& answered) {
  if (answered.fields.empty()) return foretold.has(answered.code);
  return std::all_of(answered.fields.begin(), answered.fields.end(),
                     [&](const std::string& field) { return foretold.has(answered.code, field); });
}

// Whether the answer to a whole row says enough of one of its causes.
bool confirms(const Answered& answered, const Foretold::Cause& cause, const Foretold& foretold) {
  if (answered.code != cause.code) return false;
  const auto alike =
      std::count_if(foretold.causes.begin(), foretold.causes.end(),
                    [&](const Foretold::Cause& other) { return other.code == cause.code; });
  return answered.fields.empty() ? alike == 1 || is_duplicate(cause) : answered.names(cause.field);
}

std::string given_of(const Scenario& scenario, const std::vector<Cell>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out += (out.empty() ? "" : ", ") + scenario.lines[i].platform.name + "=" + json_of(cells[i]);
  }
  return out;
}

// One file of rows.
class File {
 public:
  File(std::uint64_t seed, const Scenario& scenario, const Rows& rows,
       const std::vector<Foretold>& foretold, Comparison& into)
      : seed_(seed), scenario_(scenario), rows_(rows), foretold_(foretold), into_(into) {}

  void compare() {
    Asking org(scenario_);
    const std::vector<Answered> answered = org.rows(rows_, foretold_);
    for (std::size_t i = 0; i < rows_.cells.size(); ++i) {
      ++into_.rows;
      if (rows_.cells[i].empty()) {
        ++into_.unreadable;
      } else if (!answered[i].asked) {
        ++into_.ours;
      } else {
        compare_row(i, answered[i]);
      }
    }
    ask_for_others(org);
  }

 private:
  struct Other {
    std::size_t row;
    Foretold::Cause cause;
  };

  void compare_row(std::size_t row, const Answered& answered) {
    const Foretold& foretold = foretold_[row];
    const bool refused = !answered.code.empty();
    if (!refused && foretold.causes.empty()) ++into_.taken;
    if (refused) {
      CodeCount& code = into_.codes[answered.code];
      ++code.refused;
      if (foresaw(foretold, answered)) {
        ++code.foretold;
      } else {
        keep(row, foretold.causes, answered, record_of(scenario_, rows_.cells[row]));
      }
    }
    for (const Foretold::Cause& cause : foretold.causes) {
      if (!refused || confirms(answered, cause, foretold)) {
        count_alarm(row, cause, answered, refused, record_of(scenario_, rows_.cells[row]));
      } else if (is_duplicate(cause)) {
        ++into_.unasked;
      } else {
        others_.push_back({row, cause});
      }
    }
  }

  void ask_for_others(Asking& org) {
    std::vector<std::string> records;
    for (const Other& other : others_) {
      records.push_back(record_with_fault(scenario_, rows_.cells[other.row], other.cause.field));
    }
    const std::vector<Answered> answers = org.records(records);
    for (std::size_t i = 0; i < others_.size(); ++i) {
      const auto& [row, cause] = others_[i];
      const bool right = answers[i].code == cause.code &&
                         (answers[i].fields.empty() || answers[i].names(cause.field));
      count_alarm(row, cause, answers[i], right, records[i]);
    }
  }

  void count_alarm(std::size_t row, const Foretold::Cause& cause, const Answered& answered,
                   bool right, const std::string& sent) {
    CodeCount& code = into_.codes[cause.code];
    ++code.alarms;
    if (right) return;
    ++code.false_alarms;
    keep(row, {cause}, answered, sent);
  }

  void keep(std::size_t row, const std::vector<Foretold::Cause>& causes, const Answered& answered,
            const std::string& sent) {
    if (into_.disagreements.size() >= kDisagreementsMax) return;
    into_.disagreements.push_back(
        {seed_, row + 1, causes, answered, given_of(scenario_, rows_.cells[row]), sent});
  }

  const std::uint64_t seed_;
  const Scenario& scenario_;
  const Rows& rows_;
  const std::vector<Foretold>& foretold_;
  Comparison& into_;
  std::vector<Other> others_;
};

Json counts_of(const CodeCount& count) {
  return Json::object({{"refused", count.refused},
                       {"foretold", count.foretold},
                       {"alarms", count.alarms},
                       {"falseAlarms", count.false_alarms}});
}

double share(std::uint64_t part, std::uint64_t whole, double of_nothing) {
  return whole == 0 ? of_nothing : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Result<void> compare(std::uint64_t seed, std::size_t files, std::size_t rows, Comparison& into) {
  Dice dice(seed);
  const auto scenario = make_scenario(dice);
  if (!scenario) return scenario.error();
  ++into.mappings;
  for (std::size_t file = 0; file < files; ++file) {
    const Rows made = make_rows(dice, *scenario, rows);
    const auto foretold = foretell(dice, *scenario, made);
    if (!foretold) return foretold.error();
    File(seed, *scenario, made, *foretold, into).compare();
  }
  return {};
}

CodeCount Comparison::sum() const {
  CodeCount out;
  for (const auto& [name, code] : codes) {
    out.refused += code.refused;
    out.foretold += code.foretold;
    out.alarms += code.alarms;
    out.false_alarms += code.false_alarms;
  }
  return out;
}

double Comparison::recall() const { return share(sum().foretold, sum().refused, 1); }
double Comparison::share_of_false() const { return share(sum().false_alarms, sum().alarms, 0); }

std::string Comparison::json() const {
  Json list = Json::array();
  for (const auto& [name, code] : codes) {
    Json row = Json::object({{"code", name}});
    row.update(counts_of(code));
    list.push_back(std::move(row));
  }
  Json out = Json::object({{"mappings", mappings},
                           {"rows", rows},
                           {"taken", taken},
                           {"ours", ours},
                           {"unreadable", unreadable},
                           {"unasked", unasked}});
  out.update(counts_of(sum()));
  out["codes"] = std::move(list);
  return json::write(out);
}

std::string Comparison::disagreements_text() const {
  constexpr std::size_t kShown = 2000;
  std::string out;
  for (const Disagreement& one : disagreements) {
    out +=
        "mapping " + std::to_string(one.seed) + ", row " + std::to_string(one.row) + "\n  preview:";
    for (const Foretold::Cause& cause : one.causes)
      out += " " + cause.code + " (" + cause.field + ")";
    out += one.causes.empty() ? " takes it" : "";
    out += "\n  org:     " + (one.answered.code.empty() ? "takes it" : one.answered.code) + " " +
           one.answered.message.substr(0, kShown) + "\n  given:   " + one.given.substr(0, kShown) +
           "\n  sent:    " + one.sent.substr(0, kShown) + "\n";
  }
  return out;
}

}  // namespace crosswalk::truth
