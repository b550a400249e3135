// Rules about names: what they name exists, the connected user sees it, and it is written as it is.

#include <array>
#include <utility>

#include "diagnostic/codes/fields.hpp"
#include "diagnostic/codes/objects.hpp"
#include "json/pointer.hpp"
#include "names/api_name.hpp"
#include "names/members.hpp"
#include "validate/related.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::SalesforceField;
using schema::SalesforceObject;

std::string at(const ObjectPair& pair, std::string_view member) {
  return json::child(pair.mapping->pointer, member);
}

// What a person slipped on, in words; empty where the letters speak for themselves.
std::string slip_words(std::string_view written, std::string_view meant) {
  switch (names::slip_between(written, meant)) {
    case names::Slip::blanks:
      return "There is a blank before or after the name.";
    case names::Slip::missing_suffix:
      return "API names of custom fields and objects end with __c.";
    case names::Slip::extra_suffix:
      return "It is a standard name, and those have no ending like __c.";
    case names::Slip::missing_namespace:
      return "It belongs to a package, whose namespace stands before its name.";
    case names::Slip::extra_namespace:
    case names::Slip::other_namespace:
      return "The namespace before the name is not its own.";
    case names::Slip::other_suffix:
      return "Fields end with __c, relationships with __r.";
    default:
      return {};
  }
}

struct Meant {
  std::string_view name;
  std::string why;
};

// The item that `written` most likely means: by its name, its label, or its name without what a
// package or a custom field adds.
template <class Items>
std::optional<Meant> meant_by(std::string_view written, const Items& items) {
  const std::string_view bare = names::without_blanks(written);
  std::vector<std::string_view> choices;
  choices.reserve(items.size());
  // One pass: a thousand fields are more than the processor keeps at hand.
  std::string_view labelled;
  for (const auto& item : items) {
    if (labelled.empty() && names::same_name(item.label, bare)) labelled = item.name;
    choices.push_back(item.name);
  }
  if (bare.size() != written.size()) {
    for (const std::string_view choice : choices) {
      if (names::same_name(choice, bare)) return Meant{choice, slip_words(written, choice)};
    }
  }
  if (!labelled.empty()) {
    return Meant{labelled, quoted(bare) + " is its label; here its API name is needed."};
  }
  if (const auto near = names::nearest(bare, choices)) {
    return Meant{*near, slip_words(written, *near)};
  }
  const std::string_view proper = names::split_api_name(bare).proper;
  for (const std::string_view choice : choices) {
    if (names::same_name(names::split_api_name(choice).proper, proper)) {
      return Meant{choice, slip_words(written, choice)};
    }
  }
  return std::nullopt;
}

void ask(const std::optional<Meant>& meant, Diagnostic& found) {
  if (!meant) return;
  found.message += " Did you mean " + quoted(meant->name) + "?";
  if (!meant->why.empty()) found.cause = meant->why;
}

void platform_object_exists(const ObjectPair& pair, Report& report) {
  const std::string& name = pair.mapping->platform;
  if (pair.platform != nullptr || name.empty()) return;
  Diagnostic found = make(codes::kUnknownPlatformObject, at(pair, "platform"),
                          sentence({"The platform has no object ", Part::quoted(name), "."}));
  const auto meant = meant_by(name, pair.platform_schema->objects);
  ask(meant, found);
  if (meant) {
    found.fixes.push_back(change_to(found.pointer, meant->name));
  } else if (pair.platform_schema->objects.empty()) {
    found.cause = "The platform schema has no objects.";
  } else {
    std::vector<std::string_view> choices;
    for (const auto& object : pair.platform_schema->objects) choices.push_back(object.name);
    found.cause = sentence({"It must be one of ", names::one_of(choices), "."});
  }
  report.add(std::move(found));
}

void salesforce_object_exists(const ObjectPair& pair, Report& report) {
  const std::string& name = pair.mapping->salesforce;
  if (pair.salesforce != nullptr || pair.admin != nullptr || name.empty()) return;
  Diagnostic found = make(codes::kUnknownSalesforceObject, at(pair, "salesforce"),
                          sentence({"Salesforce has no object ", Part::quoted(name), "."}));
  const auto meant = meant_by(name, pair.salesforce_schema->objects);
  ask(meant, found);
  if (meant) found.fixes.push_back(change_to(found.pointer, meant->name));
  report.add(std::move(found));
}

void object_is_visible(const ObjectPair& pair, Report& report) {
  if (pair.salesforce != nullptr || pair.admin == nullptr) return;
  report.add(make(codes::kObjectNotVisible, at(pair, "salesforce"),
                  sentence({"The connected user may not see ", *pair.admin, "."})));
}

void report_hidden(const ObjectPair& pair, std::string_view name, std::string pointer,
                   Report& report) {
  if (!pair.is_hidden(name)) return;
  report.add(make(codes::kFieldNotVisible, std::move(pointer),
                  sentence({"The connected user may not see ", *pair.admin->find(name), " of ",
                            *pair.salesforce, "."})));
}

void fields_are_visible(const ObjectPair& pair, Report& report) {
  if (pair.admin == nullptr) return;
  for (const FieldPair& field : pair.fields) {
    report_hidden(pair, field.line->salesforce, salesforce_pointer(pair, field), report);
  }
  for (const mapping::Constant& constant : pair.mapping->constants) {
    report_hidden(pair, constant.salesforce, json::child(constant.pointer, "salesforce"), report);
  }
  const std::string match = at(pair, "match");
  report_hidden(pair, pair.mapping->match.external_id, json::child(match, "externalId"), report);
}

diagnostic::Aim aim_at_platform(const ObjectPair& pair) {
  return pair.mapping->short_fields ? diagnostic::Aim::key : diagnostic::Aim::value;
}

void platform_field_exists(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (pair.platform == nullptr || field.platform != nullptr || field.line->platform.empty()) return;
  if (report.full()) return report.add(make(codes::kUnknownPlatformField, "", ""));
  Diagnostic found = make(codes::kUnknownPlatformField, platform_pointer(pair, field),
                          sentence({"The platform object ", Part::quoted(pair.platform->name),
                                    " has no field ", Part::quoted(field.line->platform), "."}));
  found.aim = aim_at_platform(pair);
  const auto meant = meant_by(field.line->platform, pair.platform->fields);
  ask(meant, found);
  if (meant) offer(found, rename_platform(pair, field, meant->name));
  report.add(std::move(found));
}

// Another line that writes the field: a second one would be an error of its own.
bool is_taken(const ObjectPair& pair, const FieldPair& field, std::string_view name) {
  const SalesforceField* const target = pair.salesforce->find(name);
  return field.pushes && target != nullptr && pair.fills(*target);
}

void salesforce_field_exists(const ObjectPair& pair, const FieldPair& field, Report& report) {
  const std::string& name = field.line->salesforce;
  if (!pair.fields_known() || field.salesforce != nullptr || name.empty() || is_path(name)) return;
  if (report.full()) return report.add(make(codes::kUnknownSalesforceField, "", ""));
  if (pair.is_hidden(name)) return;
  Diagnostic found = make(codes::kUnknownSalesforceField, salesforce_pointer(pair, field),
                          sentence({*pair.salesforce, " has no field ", Part::quoted(name), "."}),
                          pair.admin == nullptr ? "" : "An admin does not see it either.");
  const auto meant = meant_by(name, pair.salesforce->fields);
  ask(meant, found);
  if (meant && !is_taken(pair, field, meant->name)) {
    found.fixes.push_back(rename_salesforce(pair, field, meant->name));
  }
  report.add(std::move(found));
}

void names_are_written_alike(const ObjectPair& pair, const FieldPair& field, Report& report) {
  const auto found_as = [&](const std::string& written, std::string_view name,
                            std::string pointer) {
    Diagnostic found =
        make(codes::kNameWrittenOtherwise, std::move(pointer),
             sentence({Part::quoted(written), " is written ", Part::quoted(name), "."}));
    return found;
  };
  if (field.platform != nullptr && field.line->platform != field.platform->name) {
    Diagnostic found =
        found_as(field.line->platform, field.platform->name, platform_pointer(pair, field));
    found.aim = aim_at_platform(pair);
    offer(found, rename_platform(pair, field, field.platform->name));
    report.add(std::move(found));
  }
  if (field.salesforce != nullptr && field.line->salesforce != field.salesforce->name &&
      !is_path(field.line->salesforce)) {
    Diagnostic found =
        found_as(field.line->salesforce, field.salesforce->name, salesforce_pointer(pair, field));
    found.fixes.push_back(rename_salesforce(pair, field, field.salesforce->name));
    report.add(std::move(found));
  }
}

void field_is_not_hidden(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (field.salesforce == nullptr || !field.salesforce->deprecated_and_hidden) return;
  report.add(make(codes::kFieldHidden, salesforce_pointer(pair, field),
                  sentence({*field.salesforce, " is deprecated and hidden."})));
}

constexpr std::array kObjectRules{
    ObjectRule{codes::kUnknownPlatformObject, "the platform object exists", "",
               platform_object_exists},
    ObjectRule{codes::kUnknownSalesforceObject, "the Salesforce object exists",
               "object.name object.label", salesforce_object_exists},
    ObjectRule{codes::kObjectNotVisible, "the connected user sees the object", "object.name",
               object_is_visible},
    ObjectRule{codes::kFieldNotVisible, "the connected user sees the fields", "name",
               fields_are_visible},
};

constexpr std::array kFieldRules{
    FieldRule{codes::kUnknownPlatformField, "the platform field exists", "", platform_field_exists},
    FieldRule{codes::kUnknownSalesforceField, "the Salesforce field exists", "name label",
              salesforce_field_exists},
    FieldRule{codes::kNameWrittenOtherwise, "names are written as they are", "name",
              names_are_written_alike},
    FieldRule{codes::kFieldHidden, "the field is not hidden", "deprecatedAndHidden",
              field_is_not_hidden},
};

}  // namespace

RuleFamily name_rules() {
  return {.name = "names", .object_rules = kObjectRules, .field_rules = kFieldRules};
}

}  // namespace crosswalk::validate
