// Rules that look at an object pair as a whole.

#include <array>
#include <map>
#include <set>
#include <utility>

#include "diagnostic/codes/fields.hpp"
#include "diagnostic/codes/objects.hpp"
#include "json/pointer.hpp"
#include "names/members.hpp"
#include "schema/field_kind.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;

std::string at(const ObjectPair& pair, std::string_view member) {
  return json::child(pair.mapping->pointer, member);
}

void fields_are_described(const ObjectPair& pair, Report& report) {
  if (pair.salesforce == nullptr || pair.salesforce->has_fields) return;
  report.add(make(codes::kObjectWithoutFields, at(pair, "salesforce"),
                  sentence({"The fields of ", *pair.salesforce, " are not known."}),
                  "Only the list of objects was given for it, not its own description."));
}

void pair_comes_once(const ObjectPair& pair, Report& report) {
  if (pair.mapping->platform.empty() || pair.mapping->salesforce.empty()) return;
  for (std::size_t i = 0; i < pair.number; ++i) {
    const mapping::ObjectMapping& earlier = pair.document->objects[i];
    if (!names::same_name(earlier.platform, pair.mapping->platform) ||
        !names::same_name(earlier.salesforce, pair.mapping->salesforce)) {
      continue;
    }
    report.add(make(codes::kDuplicatePair, pair.mapping->pointer,
                    sentence({Part::quoted(pair.mapping->platform), " and ",
                              Part::quoted(pair.mapping->salesforce),
                              " are already paired by entry ", std::to_string(i + 1), "."}),
                    "Two entries for the same pair would write the same records twice."));
    return;
  }
}

void object_is_queryable(const ObjectPair& pair, Report& report) {
  if (pair.salesforce == nullptr || pair.salesforce->queryable) return;
  report.add(make(codes::kObjectNotQueryable, at(pair, "salesforce"),
                  sentence({"Records of ", *pair.salesforce, " cannot be read."}),
                  "Salesforce allows no queries on this object, so records cannot be compared."));
}

void pair_does_something(const ObjectPair& pair, Report& report) {
  if (pair.mapping->create || pair.mapping->update) return;
  report.add(make(codes::kNeitherCreateNorUpdate, pair.mapping->pointer,
                  "This pair may neither create nor change records.",
                  "\"create\" and \"update\" are both false: nothing would be written."));
}

void report_second(const ObjectPair& pair, const FieldPair& line, std::string pointer,
                   const std::string& target, const std::string& first, Report& report) {
  Diagnostic found = make(codes::kDuplicateTarget, std::move(pointer),
                          sentence({target, " is already written by ", first, "."}),
                          "Of two lines that write one field, the later would undo the earlier.");
  if (!is_matched_by(pair, line)) found.fixes.push_back(remove_line(line));
  report.add(std::move(found));
}

using Pushed = std::map<const schema::SalesforceField*, const FieldPair*>;

void constants_come_once(const ObjectPair& pair, const Pushed& pushed, Report& report) {
  std::set<const schema::SalesforceField*> written;
  for (const mapping::Constant& constant : pair.mapping->constants) {
    const schema::SalesforceField* const field = pair.salesforce->find(constant.salesforce);
    if (field == nullptr) continue;
    const auto line = pushed.find(field);
    const bool fresh = written.insert(field).second;
    if (line == pushed.end() && fresh) continue;
    Diagnostic found = make(
        codes::kDuplicateTarget, json::child(constant.pointer, "salesforce"),
        named(*field) + " is already written by " +
            (line == pushed.end() ? "another constant" : quoted(line->second->line->platform)) +
            ".",
        fresh ? "A constant and a mapped field cannot both fill it."
              : "Of two constants for one field, only one can be written.");
    if (!fresh) found.fixes.push_back(remove_constant(constant));
    report.add(std::move(found));
  }
}

void targets_come_once(const ObjectPair& pair, Report& report) {
  Pushed pushed;
  std::map<const schema::PlatformField*, const FieldPair*> pulled;
  for (const FieldPair& line : pair.fields) {
    if (line.salesforce != nullptr && line.pushes) {
      const auto [first, fresh] = pushed.emplace(line.salesforce, &line);
      if (!fresh) {
        report_second(pair, line, salesforce_pointer(pair, line), named(*line.salesforce),
                      quoted(first->second->line->platform), report);
        continue;
      }
    }
    if (line.platform != nullptr && line.pulls) {
      const auto [first, fresh] = pulled.emplace(line.platform, &line);
      if (!fresh) {
        report_second(pair, line, platform_pointer(pair, line), named(*line.platform),
                      quoted(first->second->line->salesforce), report);
      }
    }
  }
  if (pair.fields_known()) constants_come_once(pair, pushed, report);
}

constexpr std::array kRules{
    ObjectRule{codes::kObjectWithoutFields, "its fields are described", "object.fields",
               fields_are_described},
    ObjectRule{codes::kDuplicatePair, "no pair comes twice", "", pair_comes_once},
    ObjectRule{codes::kObjectNotQueryable, "what is compared can be read", "object.queryable",
               object_is_queryable},
    ObjectRule{codes::kNeitherCreateNorUpdate, "the pair does something", "", pair_does_something},
    ObjectRule{codes::kDuplicateTarget, "no field is written twice", "name", targets_come_once},
};

}  // namespace

RuleFamily object_rules() { return {.name = "objects", .object_rules = kRules}; }

}  // namespace crosswalk::validate
