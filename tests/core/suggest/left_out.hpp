// The vocabulary without a part of it: what it would be had it never seen some product.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "suggest/vocabulary.hpp"

namespace crosswalk::suggest_test {

// Holds the texts that its vocabulary views.
class LeftOut {
 public:
  using Keeps = std::function<bool(const suggest::PhraseRow& row, const std::string& phrase)>;
  explicit LeftOut(const Keeps& keeps);
  LeftOut(const LeftOut&) = delete;

  [[nodiscard]] const suggest::Vocabulary& vocabulary() const { return vocabulary_; }

  // Without the rows that only this product taught.
  static Keeps taught_by_others(const std::string& product);

 private:
  std::deque<std::string> texts_;
  std::deque<std::vector<suggest::PhraseRow>> rows_;
  suggest::Vocabulary vocabulary_;

  std::vector<suggest::PhraseTable> tables(const Keeps& keeps);
};

}  // namespace crosswalk::suggest_test
