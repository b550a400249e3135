#include "fuzz/golden_schemas.hpp"

#include <fstream>
#include <iterator>
#include <string>

#include "fuzz/targets.hpp"
#include "schema/describe_reader.hpp"
#include "schema/platform_reader.hpp"

namespace crosswalk::fuzz {
namespace {

std::string file(const std::string& name) {
  std::ifstream in(CROSSWALK_SOURCE_DIR "/tests/golden/schemas/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

const schema::PlatformObject& golden_platform() {
  static const auto schema = schema::read_platform(file("platform.json"));
  require(schema.has_value(), "the golden platform schema is good");
  return *schema->find("participant");
}

const schema::SalesforceObject& golden_contact() {
  static const auto object = schema::read_describe(file("salesforce/Contact.json"));
  require(object.has_value(), "the golden describe is good");
  return *object;
}

}  // namespace crosswalk::fuzz
