#include "core/suggest/left_out.hpp"

#include <sstream>

namespace crosswalk::suggest_test {

std::vector<suggest::PhraseTable> LeftOut::tables(const Keeps& keeps) {
  std::vector<suggest::PhraseTable> tables;
  for (const suggest::PhraseTable& table : suggest::all_phrases()) {
    std::vector<suggest::PhraseRow>& rows = rows_.emplace_back();
    for (suggest::PhraseRow row : table.rows) {
      std::string kept;
      std::stringstream phrases{std::string(row.phrases)};
      for (std::string phrase; std::getline(phrases, phrase, '|');) {
        if (keeps(row, phrase)) kept += (kept.empty() ? "" : "|") + phrase;
      }
      if (kept.empty()) continue;
      row.phrases = texts_.emplace_back(std::move(kept));
      rows.push_back(row);
    }
    tables.push_back({table.tongue, rows});
  }
  return tables;
}

LeftOut::LeftOut(const Keeps& keeps) : vocabulary_(tables(keeps)) {}

LeftOut::Keeps LeftOut::taught_by_others(const std::string& product) {
  return [product](const suggest::PhraseRow& row, const std::string&) {
    return row.taught != product;
  };
}

}  // namespace crosswalk::suggest_test
