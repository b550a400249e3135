#include "properties/platform_schemas.hpp"

#include <set>
#include <string>

#include "properties/choices.hpp"
#include "schema/platform_reader.hpp"

namespace crosswalk::schema {

void showValue(const PlatformSchema& schema, std::ostream& out) { out << write_platform(schema); }

}  // namespace crosswalk::schema

namespace crosswalk::properties {
namespace {

using schema::PlatformField;
using schema::PlatformObject;
using schema::PlatformSchema;

std::uint32_t number(int low, int high) { return static_cast<std::uint32_t>(between(low, high)); }

std::vector<std::string> values() {
  std::set<std::string> seen;
  std::vector<std::string> out;
  for (std::string& value : listed(1, 5, [] { return any_text(); })) {
    if (seen.insert(value).second) out.push_back(std::move(value));
  }
  return out;
}

PlatformObject object(std::string name) {
  PlatformObject out;
  out.name = std::move(name);
  out.label = any_text();
  for (std::string& field : distinct(listed(1, 12, [] { return some_text(); }))) {
    out.fields.push_back(platform_field(std::move(field)));
  }
  out.key = one_of(out.fields).name;
  return out;
}

}  // namespace

PlatformField platform_field(std::string name) {
  PlatformField out;
  out.name = std::move(name);
  out.label = any_text();
  out.type = static_cast<schema::PlatformType>(
      below(static_cast<int>(schema::platform_type_names().size())));
  if (chance(40)) out.max_length = number(1, 70'000);
  if (chance(30)) out.precision = number(1, 38);
  if (chance(30)) out.scale = number(0, static_cast<int>(out.precision.value_or(38)));
  out.required = chance(30);
  out.unique = chance(30);
  if (chance(30)) out.values = values();
  return out;
}

rc::Gen<PlatformSchema> platform_schemas() {
  return rc::gen::exec([] {
    PlatformSchema out;
    for (std::string& name : distinct(listed(0, 4, api_name))) {
      out.objects.push_back(object(std::move(name)));
    }
    for (PlatformObject& object : out.objects) {
      for (PlatformField& field : object.fields) {
        if (chance(20)) field.object = one_of(out.objects).name;
      }
    }
    out.reindex();
    return out;
  });
}

}  // namespace crosswalk::properties
