#include "core/suggest/standard_objects.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "json/read.hpp"
#include "org/object_table.hpp"
#include "schema/describe_reader.hpp"

namespace crosswalk::suggest_test {
namespace {

schema::SalesforceSchema read_all() {
  schema::SalesforceSchema schema;
  const std::filesystem::path folder =
      std::filesystem::path(CROSSWALK_SOURCE_DIR) / "tests" / "org" / "objects";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string path = entry.path().string();
    const auto table = org::parse_table(file_text(path), path);
    if (!table) throw std::runtime_error(table.error().path + ": " + table.error().message);
    auto object = schema::read_describe(json::write(org::object_describe(*table, {})));
    if (!object) throw std::runtime_error(path + ": " + object.error().message);
    // The org's own fields belong to the story that it tells.
    std::erase_if(object->fields,
                  [](const schema::SalesforceField& field) { return field.custom; });
    object->reindex();
    schema.add(*std::move(object));
  }
  schema.reindex();
  return schema;
}

}  // namespace

std::string file_text(const std::string& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

const schema::SalesforceSchema& standard_objects() {
  static const schema::SalesforceSchema schema = read_all();
  return schema;
}

const schema::SalesforceObject& standard_object(std::string_view name) {
  const schema::SalesforceObject* object = standard_objects().find(name);
  if (object == nullptr) throw std::runtime_error("no object " + std::string(name));
  return *object;
}

}  // namespace crosswalk::suggest_test
