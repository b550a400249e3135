#include "preview/tally.hpp"

#include <algorithm>

#include "convert/text.hpp"

namespace crosswalk::preview {
namespace {

constexpr std::size_t kShownUnits = 120;

}  // namespace

std::size_t Tally::add(const Subject& subject) {
  subjects_.push_back(subject);
  findings_.emplace_back();
  return findings_.size() - 1;
}

void Tally::keep(std::size_t finding, std::uint64_t row, std::optional<std::string_view> value,
                 std::string message) {
  Example example{row, {}, std::move(message)};
  if (value) {
    const std::string_view shown = convert::cut(*value, kShownUnits);
    example.value = std::string(shown);
    if (shown.size() < value->size()) *example.value += "…";
  }
  findings_[finding].examples.push_back(std::move(example));
}

std::vector<Tally::Total> Tally::totals() const {
  std::vector<Total> totals;
  for (std::size_t i = 0; i < findings_.size(); ++i) {
    if (findings_[i].count == 0) continue;
    const Subject& subject = subjects_[i];
    const auto same = std::find_if(totals.begin(), totals.end(), [&](const Total& total) {
      return total.subject.code == subject.code && total.subject.platform == subject.platform &&
             total.subject.salesforce == subject.salesforce;
    });
    if (same == totals.end()) {
      totals.push_back({subject, findings_[i]});
      continue;
    }
    same->finding.count += findings_[i].count;
    std::vector<Example>& examples = same->finding.examples;
    const auto& more = findings_[i].examples;
    examples.insert(examples.end(), more.begin(), more.end());
    std::stable_sort(examples.begin(), examples.end(),
                     [](const Example& a, const Example& b) { return a.row < b.row; });
    if (examples.size() > examples_max_) examples.resize(examples_max_);
  }
  return totals;
}

}  // namespace crosswalk::preview
