// Reports: the same input gives the same bytes by every way in, places lie in the text, and the
// order in which describes come means nothing.
#include <algorithm>
#include <string_view>

#include "diagnostic/codes.hpp"
#include "diagnostic/report.hpp"
#include "json/position.hpp"
#include "json/read.hpp"
#include "json/source_map.hpp"
#include "properties/describes.hpp"
#include "properties/holds.hpp"
#include "properties/mutants.hpp"
#include "properties/platform_schemas.hpp"
#include "schema/platform_reader.hpp"

namespace crosswalk::properties {
namespace {

std::vector<std::string_view> views(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

std::vector<std::string> reversed(std::vector<std::string> texts) {
  std::reverse(texts.begin(), texts.end());
  return texts;
}

TEST(ReportProperties, EveryWayInAndEveryTurnGivesTheSameBytes) {
  holds(1500, [] {
    const Mutant mutant = *mutants();
    const Base& base = *mutant.base;
    const std::string report = validate::validate_json(
        mutant.text, base.platform, views(base.describes), base.org, views(base.admin));
    RC_ASSERT(json::read(report).has_value());
    const validate::Workspace& workspace = workspace_of(base);
    for (int turn = 0; turn < 2; ++turn) {
      RC_ASSERT(write_report(workspace.validate(mutant.text)) == report);
    }
  });
}

TEST(ReportProperties, TheOrderOfDescribesMeansNothing) {
  holds(800, [] {
    const Mutant mutant = *mutants();
    const Base& base = *mutant.base;
    validate::Workspace turned;
    turned.set_platform(base.platform);
    turned.set_org(base.org);
    for (const std::string& text : reversed(base.admin)) turned.add_admin_describe(text);
    for (const std::string& text : reversed(base.describes)) turned.add_describe(text);
    const std::string report = write_report(workspace_of(base).validate(mutant.text));
    RC_ASSERT(write_report(turned.validate(mutant.text)) == report);
  });
}

TEST(ReportProperties, PlacesLieInTheTextAndComeInItsOrder) {
  holds(1500, [] {
    const Mutant mutant = *mutants();
    const Report report = workspace_of(*mutant.base).validate(mutant.text);
    const json::SourceMap map = json::SourceMap::build(mutant.text);
    const Position end = json::position_of(mutant.text, mutant.text.size());
    Position last{1, 1};
    for (const Diagnostic& found : report.diagnostics) {
      RC_ASSERT(codes::find(found.code) != nullptr);
      RC_ASSERT(found.position.has_value());
      const Position at = *found.position;
      RC_ASSERT(std::pair(at.line, at.column) <= std::pair(end.line, end.column));
      RC_ASSERT(std::pair(at.line, at.column) >= std::pair(last.line, last.column));
      last = at;
      bool exact = false;
      const json::Place place = map.find_nearest(found.pointer, exact);
      const Position begin = map.position(place.has_key() ? place.key_begin : place.value_begin);
      const Position close = map.position(place.value_end);
      if (std::pair(at.line, at.column) < std::pair(begin.line, begin.column) ||
          std::pair(at.line, at.column) > std::pair(close.line, close.column)) {
        RC_FAIL(std::string(found.code) + " " + found.pointer + " points elsewhere\n" +
                mutant.text);
      }
    }
  });
}

// A mapping of every pair of two generated schemas, which nobody has thought of.
std::string every_pair(const schema::PlatformSchema& platform,
                       const schema::SalesforceObject& object) {
  using Tree = nlohmann::ordered_json;
  Tree pairs = Tree::array();
  for (const schema::PlatformObject& own : platform.objects) {
    Tree lines = Tree::array();
    for (const schema::PlatformField& field : own.fields) {
      for (const schema::SalesforceField& theirs : object.fields) {
        lines.push_back({{"platform", field.name}, {"salesforce", theirs.name}});
      }
    }
    pairs.push_back({{"platform", own.name},
                     {"salesforce", object.name},
                     {"direction", "both"},
                     {"fields", lines}});
  }
  return json::write(Tree{{"version", 1}, {"objects", pairs}});
}

TEST(ReportProperties, AnySchemasGiveAReport) {
  holds(300, [] {
    const schema::PlatformSchema platform = *platform_schemas();
    const schema::SalesforceObject object = *salesforce_objects();
    validate::Workspace workspace;
    RC_ASSERT(workspace.set_platform(schema::write_platform(platform)).ok());
    RC_ASSERT(workspace.add_describe(properties_of(object).dump()).ok());
    const std::string mapping = every_pair(platform, object);
    const Report report = workspace.validate(mapping);
    RC_ASSERT(json::read(write_report(report)).has_value());
    RC_ASSERT(write_report(workspace.validate(mapping)) == write_report(report));
    for (const Diagnostic& found : report.diagnostics) {
      RC_ASSERT(!found.message.empty());
      RC_ASSERT(!found.cause.empty());
    }
  });
}

}  // namespace
}  // namespace crosswalk::properties
