#include "validate/validate.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include "diagnostic/codes/describe.hpp"
#include "diagnostic/codes/text.hpp"
#include "diagnostic/report.hpp"
#include "json/read.hpp"
#include "json/source_map.hpp"
#include "mapping/reader.hpp"
#include "schema/describe_reader.hpp"
#include "schema/platform_reader.hpp"
#include "validate/mend_syntax.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

void check(const RuleFamily& family, const ResolvedMapping& mapping, Report& report) {
  for (const MappingRule& rule : family.mapping_rules) rule.check(mapping, report);
  for (const ObjectPair& pair : mapping.pairs) {
    for (const ObjectRule& rule : family.object_rules) rule.check(pair, report);
    if (family.field_rules.empty() && family.known_field_rules.empty()) continue;
    for (const FieldPair& field : pair.fields) {
      for (const FieldRule& rule : family.field_rules) rule.check(pair, field, report);
      if (!field.known()) continue;
      for (const FieldRule& rule : family.known_field_rules) rule.check(pair, field, report);
    }
  }
}

void sort_by_place(Report& report) {
  const auto place = [](const Diagnostic& found) {
    const Position at = found.position.value_or(Position{0, 0});
    return std::tuple(at.line, at.column, found.code);
  };
  std::vector<Diagnostic>& all = report.diagnostics;
  std::vector<std::uint32_t> order(all.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
  std::partial_sort(
      order.begin(), order.end(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
        const auto places = std::pair(place(all[left]), place(all[right]));
        return places.first == places.second ? left < right : places.first < places.second;
      });
  std::vector<Diagnostic> sorted;
  sorted.reserve(all.size());
  for (const std::uint32_t number : order) sorted.push_back(std::move(all[number]));
  all = std::move(sorted);
}

// Findings about another text than the mapping say which.
void name_text(Report& report, const std::string& text) {
  for (Diagnostic& found : report.diagnostics)
    found.message = sentence({text, ": ", found.message});
}

Report describe_findings(const Error& error) {
  Report report;
  if (error.code != "describeUnrecognised") {
    report.add(json::diagnose(error));
    return report;
  }
  Diagnostic found = diagnostic::make(
      codes::kDescribeUnrecognised, "", error.message,
      "Give the answer of /services/data/vXX.X/sobjects/OBJECT/describe, as Salesforce sent it.");
  found.position = Position{};
  report.add(std::move(found));
  return report;
}

Report add_objects(std::string_view text, schema::SalesforceSchema& schema) {
  Result<std::vector<schema::SalesforceObject>> objects = schema::read_describes(text);
  if (!objects) return describe_findings(objects.error());
  for (schema::SalesforceObject& object : *objects) schema.add(std::move(object));
  schema.index_objects();
  return {};
}

}  // namespace

Report validate(const Input& input) {
  mapping::ReadOutcome read = mapping::read_unlocated(input.mapping);
  Report report = std::move(read.report);
  if (read.document) {
    const ResolvedMapping mapping = resolve(*read.document, input);
    for (const auto family : rule_families()) check(family(), mapping, report);
  }
  if (!read.document && !report.diagnostics.empty() &&
      report.diagnostics.front().code == codes::kJsonSyntax.code) {
    offer_mended_syntax(input.mapping, report.diagnostics.front());
  }
  if (!report.diagnostics.empty()) {
    json::locate(report, json::SourceMap::build(input.mapping));
    sort_by_place(report);
  }
  return report;
}

Report Workspace::set_platform(std::string_view text) {
  schema::PlatformOutcome outcome = schema::read_platform_report(text);
  if (outcome.schema) platform_ = std::move(*outcome.schema);
  return std::move(outcome.report);
}

Report Workspace::add_describe(std::string_view text) { return add_objects(text, salesforce_); }

Report Workspace::add_admin_describe(std::string_view text) { return add_objects(text, admin_); }

Report Workspace::set_org(std::string_view text) {
  Report report;
  Result<Org> org = read_org(text);
  if (org) {
    org_ = std::move(*org);
  } else if (org.error().code == "orgUnreadable") {
    report.add(diagnostic::make(codes::kOrgUnreadable, "", org.error().message));
    report.diagnostics.back().position = Position{};
  } else {
    report.add(json::diagnose(org.error()));
  }
  return report;
}

Report Workspace::set_policy(std::string_view name) {
  Report report;
  if (auto found = unknown_policy(name)) {
    found->pointer.clear();
    found->fixes.clear();
    found->position = Position{};
    report.add(std::move(*found));
  } else {
    policy_ = name;
  }
  return report;
}

void Workspace::clear_salesforce() {
  salesforce_ = {};
  admin_ = {};
}

Report Workspace::validate(std::string_view mapping) const {
  return crosswalk::validate::validate({mapping, platform_, salesforce_, &org_,
                                        admin_.objects.empty() ? nullptr : &admin_, policy_});
}

std::string validate_json(std::string_view mapping, std::string_view platform,
                          std::span<const std::string_view> describes, std::string_view org,
                          std::span<const std::string_view> admin_describes,
                          std::string_view policy) {
  Workspace workspace;
  Report report = workspace.set_platform(platform);
  name_text(report, "Platform schema");
  for (std::size_t i = 0; i < describes.size(); ++i) {
    Report found = workspace.add_describe(describes[i]);
    name_text(found, "Describe " + std::to_string(i + 1));
    report.add(std::move(found));
  }
  for (std::size_t i = 0; i < admin_describes.size(); ++i) {
    Report found = workspace.add_admin_describe(admin_describes[i]);
    name_text(found, "Admin's describe " + std::to_string(i + 1));
    report.add(std::move(found));
  }
  Report found = workspace.set_org(org);
  name_text(found, "Org");
  report.add(std::move(found));
  found = workspace.set_policy(policy);
  name_text(found, "Policy");
  report.add(std::move(found));
  if (report.ok()) report.add(workspace.validate(mapping));
  return write_report(report);
}

}  // namespace crosswalk::validate
