#include "suggest/suggest.hpp"

#include <algorithm>
#include <numeric>

#include "names/nearest.hpp"
#include "suggest/assign.hpp"
#include "suggest/objects.hpp"
#include "suggest/pairing.hpp"
#include "suggest/reason.hpp"

namespace crosswalk::suggest {
namespace {

bool by_name(std::string_view left, std::string_view right) {
  const int order = names::compare_names(left, right);
  return order != 0 ? order < 0 : left < right;
}

// Rows and columns in the order of names, so that of equally good choices always the same is made.
struct Order {
  std::vector<std::uint32_t> rows;     // platform fields
  std::vector<std::uint32_t> columns;  // by Salesforce field: its place
};

Order order_of(const schema::PlatformObject& platform, const schema::SalesforceObject& salesforce) {
  Order order;
  order.rows.resize(platform.fields.size());
  std::iota(order.rows.begin(), order.rows.end(), 0U);
  std::sort(order.rows.begin(), order.rows.end(), [&](std::uint32_t left, std::uint32_t right) {
    return by_name(platform.fields[left].name, platform.fields[right].name);
  });
  std::vector<std::uint32_t> columns(salesforce.fields.size());
  std::iota(columns.begin(), columns.end(), 0U);
  std::sort(columns.begin(), columns.end(), [&](std::uint32_t left, std::uint32_t right) {
    return by_name(salesforce.fields[left].name, salesforce.fields[right].name);
  });
  order.columns.resize(columns.size());
  for (std::uint32_t place = 0; place < columns.size(); ++place)
    order.columns[columns[place]] = place;
  return order;
}

std::vector<std::vector<Choice>> ordered(const std::vector<std::vector<Choice>>& choices,
                                         const Order& order) {
  std::vector<std::vector<Choice>> rows;
  rows.reserve(choices.size());
  for (const std::uint32_t row : order.rows) {
    rows.push_back(choices[row]);
    for (Choice& choice : rows.back()) choice.column = order.columns[choice.column];
  }
  return rows;
}

int score_of(const std::vector<Choice>& choices, std::uint32_t column) {
  for (const Choice& choice : choices) {
    if (choice.column == column) return choice.score;
  }
  return 0;
}

}  // namespace

std::vector<Suggestion> suggest_fields(const schema::PlatformObject& platform,
                                       const schema::SalesforceObject& salesforce,
                                       const SamplesByField* samples, compat::Way way,
                                       const Vocabulary& vocabulary) {
  const Pairing pairing({platform, salesforce, way, samples}, vocabulary);
  const Order order = order_of(platform, salesforce);
  std::vector<std::uint32_t> field_at(order.columns.size());
  for (std::uint32_t field = 0; field < order.columns.size(); ++field) {
    field_at[order.columns[field]] = field;
  }
  const std::vector<std::vector<Choice>> rows = ordered(pairing.choices(), order);
  const std::vector<std::uint32_t> chosen = assign(rows, order.columns.size());
  std::vector<Suggestion> out;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (chosen[row] == kAlone) continue;
    const std::uint32_t left = order.rows[row], right = field_at[chosen[row]];
    out.push_back(
        {platform.name, platform.fields[left].name, salesforce.name, salesforce.fields[right].name,
         (score_of(rows[row], chosen[row]) + 5) / 10,
         reason_of(pairing.match(left, right), pairing.evidence(left, right), pairing.lexicon())});
  }
  return out;
}

std::vector<Suggestion> suggest(const Input& input, const Vocabulary& vocabulary) {
  std::vector<ObjectPair> pairs = pair_objects(input, vocabulary);
  std::sort(pairs.begin(), pairs.end(), [](const ObjectPair& left, const ObjectPair& right) {
    return by_name(left.platform->name, right.platform->name);
  });
  std::vector<Suggestion> out;
  for (ObjectPair& pair : pairs) {
    for (Suggestion& suggestion : pair.fields) out.push_back(std::move(suggestion));
  }
  return out;
}

}  // namespace crosswalk::suggest
