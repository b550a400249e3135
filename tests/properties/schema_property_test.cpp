// Both schemas: a reader finds what was written, whatever the order of members.
#include <nlohmann/json.hpp>

#include "diagnostic/report.hpp"
#include "properties/describes.hpp"
#include "properties/holds.hpp"
#include "properties/platform_schemas.hpp"
#include "schema/describe_reader.hpp"
#include "schema/platform_reader.hpp"

namespace crosswalk::properties {
namespace {

TEST(SchemaProperties, AnyPlatformSchemaReadsBackAsItWasWritten) {
  holds(500, [] {
    const schema::PlatformSchema given = *platform_schemas();
    const std::string text = schema::write_platform(given);
    const schema::PlatformOutcome read = schema::read_platform_report(text);
    if (!read.schema) RC_FAIL(write_report(read.report) + text);
    RC_ASSERT(schema::write_platform(*read.schema) == text);
    for (std::size_t i = 0; i < given.objects.size(); ++i) {
      const schema::PlatformObject& wanted = given.objects[i];
      const schema::PlatformObject* const object = read.schema->find(wanted.name);
      RC_ASSERT(object != nullptr);
      RC_ASSERT(object->key == wanted.key);
      for (const schema::PlatformField& field : wanted.fields) {
        const schema::PlatformField* const found = object->find(field.name);
        RC_ASSERT(found != nullptr);
        RC_ASSERT(found->type == field.type);
        RC_ASSERT(found->max_length == field.max_length);
        RC_ASSERT(found->values == field.values);
      }
    }
  });
}

TEST(SchemaProperties, ADescribeIsReadInAnyOrderOfItsMembers) {
  holds(300, [] {
    const schema::SalesforceObject given = *salesforce_objects();
    const nlohmann::ordered_json wanted = properties_of(given);
    const std::string text = *rc::gen::exec([&] { return describe_text(wanted); });
    const auto read = schema::read_describe(text);
    if (!read) RC_FAIL(read.error().message + text);
    RC_ASSERT(properties_of(*read) == wanted);
    for (const schema::SalesforceField& field : given.fields) {
      const schema::SalesforceField* const found = read->find(field.name);
      RC_ASSERT(found != nullptr);
      RC_ASSERT(found->type == field.type);
    }
  });
}

}  // namespace
}  // namespace crosswalk::properties
