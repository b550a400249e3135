// Tries a property on many generated values and reports the smallest one that breaks it. The seed
// is fixed, so that a test means the same at every run; RC_PARAMS="max_success=100000" searches
// elsewhere, and for longer.
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <sstream>
#include <string>
#include <unordered_map>
#include <utility>

namespace crosswalk::properties {

// rapidcheck's own would tell of a seed that is not used.
class SilentListener : public rc::detail::TestListener {
 public:
  void onTestCaseFinished(const rc::detail::CaseDescription&) override {}
  void onShrinkTried(const rc::detail::CaseDescription&, bool) override {}
  void onTestFinished(const rc::detail::TestMetadata&, const rc::detail::TestResult&) override {}
};

template <class Property>
void holds(int runs, Property&& property) {
  rc::detail::TestParams params;
  if (std::getenv("RC_PARAMS") != nullptr) {
    params = rc::detail::configuration().testParams;
  } else {
    params.seed = 20261122;
    params.maxSuccess = runs;
  }
  SilentListener listener;
  const auto result = rc::detail::checkTestable(
      std::forward<Property>(property), rc::detail::TestMetadata(), params, listener,
      std::unordered_map<std::string, rc::detail::Reproduce>());
  std::ostringstream told;
  rc::detail::printResultMessage(result, told);
  if (!result.template is<rc::detail::SuccessResult>()) FAIL() << told.str();
}

}  // namespace crosswalk::properties
