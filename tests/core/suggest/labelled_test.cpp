// Judges suggestions on fields of real products, each product without what it alone has taught the
// vocabulary. Prints a line for each.
#include "core/suggest/labelled.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>

#include "core/suggest/left_out.hpp"
#include "core/suggest/standard_objects.hpp"
#include "suggest/fitness.hpp"
#include "suggest/reading.hpp"
#include "suggest/suggest.hpp"

namespace crosswalk::suggest_test {
namespace {

using suggest::Suggestion;
using suggest::Vocabulary;

struct Verdict {
  std::size_t pairs = 0, right = 0, wrong = 0;
  void add(const Verdict& other) {
    pairs += other.pairs;
    right += other.right;
    wrong += other.wrong;
  }
  [[nodiscard]] double precision() const {
    return right + wrong == 0 ? 1 : double(right) / double(right + wrong);
  }
  [[nodiscard]] double recall() const { return pairs == 0 ? 1 : double(right) / double(pairs); }
};

void print(const std::string& name, const Verdict& verdict) {
  std::printf("%-28s %4zu pairs  precision %.3f  recall %.3f\n", name.c_str(), verdict.pairs,
              verdict.precision(), verdict.recall());
}

// SUGGEST_EXPLAIN=1 prints every wrong and every missed pair.
void explain(const LabelledFile& file, const LabelledObject& object, const std::string& field,
             const std::string& expected, const std::string& found) {
  if (std::getenv("SUGGEST_EXPLAIN") == nullptr) return;
  std::printf("  %s %s.%s: expected %s, found %s\n", file.file.c_str(), object.salesforce.c_str(),
              field.c_str(), expected.empty() ? "none" : expected.c_str(),
              found.empty() ? "none" : found.c_str());
}

// A pair that cannot travel that way at all is none that could be found.
bool possible(const schema::PlatformField& field, const schema::SalesforceObject& object,
              const std::string& target, compat::Way way) {
  const schema::SalesforceField* salesforce = object.find(target);
  if (salesforce == nullptr) throw std::runtime_error(object.name + " has no field " + target);
  return suggest::fitness(field.type, suggest::target_of(object, *salesforce, way), way) > 0;
}

Verdict judge(const LabelledFile& file, const LabelledObject& object, compat::Way way,
              const Vocabulary& vocabulary) {
  const schema::SalesforceObject& salesforce = standard_object(object.salesforce);
  std::map<std::string, std::string> found;
  for (const Suggestion& suggestion :
       suggest_fields(object.platform, salesforce, nullptr, way, vocabulary)) {
    found[suggestion.platform] = suggestion.salesforce;
  }
  Verdict verdict;
  for (const schema::PlatformField& field : object.platform.fields) {
    std::string expected = object.targets.at(field.name);
    if (!expected.empty() && !possible(field, salesforce, expected, way)) expected.clear();
    const std::string& got = found[field.name];
    verdict.pairs += !expected.empty();
    verdict.right += !got.empty() && got == expected;
    verdict.wrong += !got.empty() && got != expected;
    if (got != expected) explain(file, object, field.name, expected, got);
  }
  return verdict;
}

using MakeKeeps = std::function<LeftOut::Keeps(const std::string& product)>;

std::map<std::string, Verdict> judge_all(compat::Way way, const MakeKeeps& keeps) {
  std::map<std::string, Verdict> verdicts;
  for (const LabelledFile& file : labelled_files()) {
    const LeftOut left(keeps(file.product));
    for (const LabelledObject& object : file.objects) {
      verdicts[file.product].add(judge(file, object, way, left.vocabulary()));
    }
  }
  return verdicts;
}

LeftOut::Keeps everything(const std::string&) {
  return [](const suggest::PhraseRow&, const std::string&) { return true; };
}

// The phrases that a product's names and labels are read by.
std::map<std::string, std::set<std::string>> phrases_by_product() {
  const Vocabulary vocabulary;
  std::map<std::string, std::set<std::string>> phrases;
  for (const LabelledFile& file : labelled_files()) {
    suggest::Lexicon lexicon(vocabulary);
    for (const LabelledObject& object : file.objects) {
      for (const schema::PlatformField& field : object.platform.fields) {
        for (const std::string* text : {&field.name, &field.label}) {
          for (const suggest::Reading& reading : suggest::read_text(*text, {}, lexicon)) {
            for (const auto& heard : reading.heard) phrases[file.product].insert(heard.phrase);
          }
        }
      }
    }
  }
  return phrases;
}

Verdict sum_of(const std::map<std::string, Verdict>& verdicts) {
  Verdict sum;
  for (const auto& [product, verdict] : verdicts) sum.add(verdict);
  return sum;
}

TEST(Labelled, NamesTheSourceOfEveryProduct) {
  std::set<std::string> products;
  std::size_t pairs = 0;
  for (const LabelledFile& file : labelled_files()) {
    products.insert(file.product);
    EXPECT_NE(file.source.find("https://"), std::string::npos) << file.file;
    for (const LabelledObject& object : file.objects) {
      for (const auto& [field, target] : object.targets) pairs += !target.empty();
    }
  }
  EXPECT_GE(products.size(), 8U);
  EXPECT_GE(pairs, 400U);
}

TEST(Labelled, ProductsAreJudgedWithoutWhatTheyTaught) {
  const auto verdicts = judge_all(compat::Way::to_salesforce, LeftOut::taught_by_others);
  for (const auto& [product, verdict] : verdicts) print(product, verdict);
  const Verdict sum = sum_of(verdicts);
  print("all", sum);
  EXPECT_GE(sum.pairs, 400U);
  EXPECT_GE(sum.precision(), 0.95);
  EXPECT_GE(sum.recall(), 0.90);
}

TEST(Labelled, WhatTheyTaughtHelpsWhereItComesFrom) {
  const Verdict without = sum_of(judge_all(compat::Way::to_salesforce, LeftOut::taught_by_others));
  const Verdict with = sum_of(judge_all(compat::Way::to_salesforce, everything));
  print("all, nothing left out", with);
  EXPECT_GE(with.right, without.right);
  EXPECT_GE(with.precision(), 0.95);
}

// Harder: without every phrase that no other product of the set uses, be it a dictionary's word.
// What is lost then is found no more; it must not be found wrongly.
TEST(Labelled, WordsThatOnlyOneProductUsesAreMissedNotMistaken) {
  const auto phrases = phrases_by_product();
  const auto shared = [&](const std::string& product) -> LeftOut::Keeps {
    return [&, product](const suggest::PhraseRow&, const std::string& phrase) {
      if (!phrases.at(product).contains(phrase)) return true;
      for (const auto& [other, own] : phrases) {
        if (other != product && own.contains(phrase)) return true;
      }
      return false;
    };
  };
  const auto verdicts = judge_all(compat::Way::to_salesforce, shared);
  for (const auto& [product, verdict] : verdicts) {
    if (verdict.recall() < 0.9) print(product, verdict);
  }
  const Verdict sum = sum_of(verdicts);
  print("all, without own words", sum);
  EXPECT_GE(sum.precision(), 0.95);
}

TEST(Labelled, PullIsJudgedAsWell) {
  const Verdict sum = sum_of(judge_all(compat::Way::to_platform, LeftOut::taught_by_others));
  print("all, pulled", sum);
  EXPECT_GE(sum.precision(), 0.95);
  EXPECT_GE(sum.recall(), 0.90);
}

}  // namespace
}  // namespace crosswalk::suggest_test
