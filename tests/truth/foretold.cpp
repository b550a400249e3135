#include "truth/foretold.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "diagnostic/codes/records.hpp"
#include "json/read.hpp"
#include "preview/preview.hpp"

namespace crosswalk::truth {
namespace {

// A line of --offenders: {"row","code","salesforce","salesforceCode","message"}.
void take_offenders(const std::string& lines, std::vector<Foretold>& out) {
  for (std::size_t start = 0; start < lines.size();) {
    const std::size_t end = lines.find('\n', start);
    const auto tree = json::read(std::string_view(lines).substr(start, end - start));
    start = end + 1;
    Foretold& row = out[static_cast<std::size_t>(json::integer_member(*tree, "row")) - 1];
    Foretold::Cause cause{json::text_member(*tree, "salesforceCode"),
                          json::text_member(*tree, "salesforce")};
    if (cause.code.empty()) {
      row.ours = true;
      row.unreadable |= json::text_member(*tree, "code") == codes::kRowUnreadable.code;
    } else {
      row.causes.push_back(std::move(cause));
    }
  }
}

Error problem(std::string message) {
  return {ErrorKind::internal, "previewMiscounts", {}, std::move(message), 0, {}};
}

}  // namespace

bool Foretold::has(std::string_view code, std::string_view field) const {
  return std::any_of(causes.begin(), causes.end(), [&](const Cause& cause) {
    return cause.code == code && cause.field == field;
  });
}

bool Foretold::has(std::string_view code) const {
  return std::any_of(causes.begin(), causes.end(),
                     [&](const Cause& cause) { return cause.code == code; });
}

Result<std::vector<Foretold>> foretell(Dice& dice, const Scenario& scenario, const Rows& rows) {
  auto preview = preview::Preview::open({.mapping = scenario.mapping,
                                         .platform = scenario.platform_schema,
                                         .salesforce = scenario.salesforce_schema,
                                         .object = {},
                                         .format = preview::Format::ndjson,
                                         .offenders = true});
  if (!preview) return preview.error();
  std::vector<Foretold> out(rows.cells.size());
  for (std::size_t at = 0; at < rows.ndjson.size();) {
    const std::size_t bytes = std::min(dice.between(1, 20'000), rows.ndjson.size() - at);
    const auto fed = preview->feed(std::string_view(rows.ndjson).substr(at, bytes));
    if (!fed) return fed.error();
    take_offenders(preview->take_offenders(), out);
    at += bytes;
  }
  const auto finished = preview->finish();
  if (!finished) return finished.error();
  take_offenders(preview->take_offenders(), out);
  const auto refused =
      std::count_if(out.begin(), out.end(), [](const Foretold& row) { return !row.taken(); });
  const auto progress = preview->progress();
  if (progress.rows != out.size()) return problem("The preview read another number of rows.");
  if (progress.refused != static_cast<std::uint64_t>(refused))
    return problem("The preview counts other rows as refused than it names.");
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i].unreadable != rows.cells[i].empty())
      return problem("Row " + std::to_string(i + 1) + " is read by one side alone.");
  }
  return out;
}

}  // namespace crosswalk::truth
