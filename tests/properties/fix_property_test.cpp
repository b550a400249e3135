// Fixes: whatever a report offers for a mapping that was changed at random, carrying it out takes
// its finding away, brings no error, and means the same as a patch and as edits of the text.
#include <map>
#include <string>
#include <utility>

#include "diagnostic/report.hpp"
#include "properties/holds.hpp"
#include "properties/mutants.hpp"
#include "properties/patches.hpp"

namespace crosswalk::properties {
namespace {

using Finding = std::pair<std::string_view, std::string>;

std::map<Finding, int> findings_of(const Report& report, bool errors_only) {
  std::map<Finding, int> out;
  for (const Diagnostic& found : report.diagnostics) {
    if (errors_only && found.severity != Severity::error) continue;
    ++out[{found.code, found.message}];
  }
  return out;
}

std::string told(const Diagnostic& found, const Fix& fix, const Mutant& mutant) {
  return std::string(found.code) + " " + found.pointer + ": " + found.message +
         "\nfix: " + fix.title + "\nin " + mutant.base->name + "\n" + mutant.text;
}

TEST(FixProperties, PatchAndEditsGiveTheSameDocument) {
  std::size_t tried = 0;
  holds(3000, [&] {
    const Mutant mutant = *mutants();
    const std::optional<nlohmann::json> before = parsed(mutant.text);
    RC_PRE(before.has_value());
    for (const Diagnostic& found : workspace_of(*mutant.base).validate(mutant.text).diagnostics) {
      for (const Fix& fix : found.fixes) {
        ++tried;
        if (fix.edits.empty()) RC_FAIL("no edits: " + told(found, fix, mutant));
        const std::optional<nlohmann::json> after = patched(*before, fix.patch);
        if (!after) RC_FAIL("the patch does not fit: " + told(found, fix, mutant));
        const std::optional<std::string> text = edited(mutant.text, fix.edits);
        if (!text) RC_FAIL("the edits do not fit: " + told(found, fix, mutant));
        if (parsed(*text) != after) {
          RC_FAIL("they differ: " + told(found, fix, mutant) + "\nbecomes\n" + *text + "\nnot\n" +
                  after->dump(2));
        }
      }
    }
  });
  EXPECT_GT(tried, 1000U);
}

void expect_mended(const Mutant& mutant, const validate::Workspace& workspace, const Report& report,
                   const Diagnostic& found, const Fix& fix) {
  const std::optional<std::string> text = edited(mutant.text, fix.edits);
  RC_ASSERT(text.has_value());
  const Report after = workspace.validate(*text);
  const Finding finding{found.code, found.message};
  if (findings_of(after, false)[finding] >= findings_of(report, false)[finding]) {
    RC_FAIL("the finding stays: " + told(found, fix, mutant) + "\nbecomes\n" + *text);
  }
  std::map<Finding, int> known = findings_of(report, true);
  for (const auto& [error, count] : findings_of(after, true)) {
    if (count <= known[error]) continue;
    RC_FAIL("a new error, " + std::string(error.first) + " " + error.second + ": " +
            told(found, fix, mutant) + "\nbecomes\n" + *text);
  }
}

TEST(FixProperties, AFixTakesItsFindingAwayAndBringsNoError) {
  std::size_t tried = 0;
  holds(3000, [&] {
    const Mutant mutant = *mutants();
    const validate::Workspace& workspace = workspace_of(*mutant.base);
    const Report report = workspace.validate(mutant.text);
    for (const Diagnostic& found : report.diagnostics) {
      for (const Fix& fix : found.fixes) {
        ++tried;
        expect_mended(mutant, workspace, report, found, fix);
      }
    }
  });
  EXPECT_GT(tried, 1000U);
}

}  // namespace
}  // namespace crosswalk::properties
