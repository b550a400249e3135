// The verdicts of one pair. Each side is a name, of a type or of a field of the schemas, or a
// document with one field.

#include <nlohmann/json.hpp>
#include <optional>

#include "compat/matrix.hpp"
#include "compat/policy.hpp"
#include "compat/relation.hpp"
#include "diagnostic/report.hpp"
#include "json/read.hpp"
#include "operations.hpp"
#include "schema/describe_reader.hpp"
#include "schema/platform_reader.hpp"

namespace crosswalk::wasm {
namespace {

using compat::Way;

// A column of the relation, or, where more is known, a field.
struct SalesforceSide {
  compat::Column column;
  std::optional<schema::SalesforceField> field;
};

Error unknown(std::string_view what, const std::string& name) {
  return Error{.kind = ErrorKind::not_found,
               .code = "notFound",
               .message = "There is no " + std::string(what) + " \"" + name + "\"."};
}

Error unreadable(std::string_view what) {
  return Error{.kind = ErrorKind::bad_input,
               .code = "badInput",
               .message = "The " + std::string(what) + " field cannot be read."};
}

// "Contact.Email" in either schema; null where it is not there.
template <class Schema>
auto field_at(const Schema& schema, const std::string& path) {
  const std::size_t dot = path.find('.');
  const auto* const object = schema.find(std::string_view(path).substr(0, dot));
  return object == nullptr ? nullptr : object->find(std::string_view(path).substr(dot + 1));
}

Result<schema::PlatformField> platform_side(const Schemas& schemas, const Tree& given) {
  if (const auto* const name = given.get_ptr<const std::string*>()) {
    if (name->find('.') != std::string::npos) {
      const auto* const field = field_at(schemas.parsed.platform(), *name);
      if (field == nullptr) return unknown("platform field", *name);
      return *field;
    }
    const auto type = schema::platform_type_from(*name);
    if (!type) return unknown("platform type", *name);
    schema::PlatformField field;
    field.type = *type;
    return field;
  }
  const auto read = schema::read_platform(json::write(given));
  if (!read) return read.error();
  if (read->objects.empty() || read->objects[0].fields.empty()) return unreadable("platform");
  return read->objects[0].fields[0];
}

Result<SalesforceSide> salesforce_side(const Schemas& schemas, const Tree& given) {
  SalesforceSide side;
  if (const auto* const name = given.get_ptr<const std::string*>()) {
    if (name->find('.') != std::string::npos) {
      const auto* const field = field_at(schemas.parsed.salesforce(), *name);
      if (field == nullptr) return unknown("Salesforce field", *name);
      side.field = *field;
      return side;
    }
    for (const compat::Column& column : compat::columns()) {
      if (compat::column_name(column) != *name) continue;
      side.column = column;
      return side;
    }
    return unknown("kind of Salesforce field", *name);
  }
  const auto read = schema::read_describe(json::write(given));
  if (!read) return read.error();
  if (read->fields.empty()) return unreadable("Salesforce");
  side.field = read->fields[0];
  return side;
}

std::string verdict_of(const schema::PlatformField& platform, const SalesforceSide& salesforce,
                       Way way) {
  return salesforce.field
             ? compat::write_verdict(compat::verdict(platform, *salesforce.field, way))
             : compat::write_verdict(compat::verdict(platform.type, salesforce.column, way));
}

// Whether the policy of the workspace objects, whatever the types say.
bool is_refused(const Schemas& schemas, const schema::PlatformField& platform,
                const SalesforceSide& salesforce) {
  const auto* const policy = compat::find_policy(schemas.parsed.policy());
  if (policy == nullptr) return false;
  const auto field = salesforce.field.value_or(schema::SalesforceField());
  const auto column =
      salesforce.field ? compat::column_of(schema::SalesforceObject(), field) : salesforce.column;
  return compat::objection_of(*policy, platform, field, column) != compat::Objection::none;
}

}  // namespace

std::string compat(const Schemas& schemas, const Tree& input) {
  const auto* const platform = json::member(input, "platform");
  const auto* const salesforce = json::member(input, "salesforce");
  if (platform == nullptr || salesforce == nullptr) {
    return refusal("badInput", "A platform field and a Salesforce field are needed.");
  }
  const auto left = platform_side(schemas, *platform);
  if (!left) return refusal_of(left.error());
  const auto right = salesforce_side(schemas, *salesforce);
  if (!right) return refusal_of(right.error());
  std::string answer = "{\"toSalesforce\":" + verdict_of(*left, *right, Way::to_salesforce) +
                       ",\"toPlatform\":" + verdict_of(*left, *right, Way::to_platform);
  if (is_refused(schemas, *left, *right)) {
    answer += ",\"refusedBy\":";
    diagnostic::append_json_string(answer, schemas.parsed.policy());
  }
  return answer + "}";
}

}  // namespace crosswalk::wasm
