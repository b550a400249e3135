// Fixes: whatever a report offers for a mapping that was changed at random, carrying it out takes
// its finding away, brings no error, and means the same as a patch and as edits of the text.
#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "diagnostic/report.hpp"
#include "properties/holds.hpp"
#include "properties/mutants.hpp"
#include "properties/patches.hpp"

namespace crosswalk::properties {
namespace {

using Finding = std::pair<std::string_view, std::string>;

int times(const Report& report, const Finding& finding) {
  return static_cast<int>(std::count_if(
      report.diagnostics.begin(), report.diagnostics.end(), [&](const Diagnostic& found) {
        return found.code == finding.first && found.message == finding.second;
      }));
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

std::map<std::string_view, int> errors_by_code(const Report& report) {
  std::map<std::string_view, int> out;
  for (const Diagnostic& found : report.diagnostics) {
    if (found.severity == Severity::error) ++out[found.code];
  }
  return out;
}

bool is_about_the_document(std::string_view code) { return code < "CW1200"; }

// What was probably meant in place of what means nothing, a pair set the other way, a condition
// read on after its first error: rules can now look, and say what they see.
bool brings_to_light(const Diagnostic& found, const Fix& fix) {
  return fix.title.starts_with("Change to ") || fix.title.starts_with("Match by ") ||
         found.code == "CW2114" || found.code == "CW2305" || found.code == "CW2306";
}

bool is_readable(const Report& report) {
  return std::none_of(
      report.diagnostics.begin(), report.diagnostics.end(), [](const Diagnostic& found) {
        return found.severity == Severity::error && is_about_the_document(found.code);
      });
}

void expect_mended(const Mutant& mutant, const validate::Workspace& workspace, const Report& report,
                   const Diagnostic& found, const Fix& fix) {
  const std::optional<std::string> text = edited(mutant.text, fix.edits);
  RC_ASSERT(text.has_value());
  const Report after = workspace.validate(*text);
  const Finding finding{found.code, found.message};
  if (times(after, finding) >= times(report, finding)) {
    RC_FAIL("the finding stays: " + told(found, fix, mutant) + "\nbecomes\n" + *text);
  }
  std::map<std::string_view, int> before = errors_by_code(report);
  for (const auto& [code, count] : errors_by_code(after)) {
    const bool from_dark =
        is_about_the_document(found.code) || (brings_to_light(found, fix) && code != found.code);
    if (count <= before[code] || from_dark) continue;
    RC_FAIL("one more " + std::string(code) + ": " + told(found, fix, mutant) + "\nbecomes\n" +
            *text);
  }
}

// Where the document itself is broken, only that is to be mended first: a rule sees the part that
// could be read.
TEST(FixProperties, AFixTakesItsFindingAwayAndBringsNoError) {
  std::size_t tried = 0;
  holds(4000, [&] {
    const Mutant mutant = *mutants();
    const validate::Workspace& workspace = workspace_of(*mutant.base);
    const Report report = workspace.validate(mutant.text);
    const bool readable = is_readable(report);
    for (const Diagnostic& found : report.diagnostics) {
      if (!readable && !is_about_the_document(found.code)) continue;
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
