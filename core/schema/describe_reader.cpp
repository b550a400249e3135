#include "schema/describe_reader.hpp"

#include <string>
#include <utility>

#include "schema/describe_scan.hpp"

namespace crosswalk::schema {
namespace {

Error unrecognised(std::string message) {
  Error error;
  error.kind = ErrorKind::bad_input;
  error.code = "describeUnrecognised";
  error.path = "1:1";
  error.message = std::move(message);
  return error;
}

}  // namespace

Result<std::vector<SalesforceObject>> read_describes(std::string_view text, json::Limits limits) {
  Result<std::vector<SalesforceObject>> objects = DescribeScan(text, limits).run();
  if (objects && objects->empty()) {
    return unrecognised(
        "The text is JSON, but no describe result of Salesforce: it names no object with its "
        "fields.");
  }
  return objects;
}

Result<SalesforceObject> read_describe(std::string_view text, json::Limits limits) {
  Result<std::vector<SalesforceObject>> objects = read_describes(text, limits);
  if (!objects) return objects.error();
  if (objects->size() != 1) {
    return unrecognised("The text describes " + std::to_string(objects->size()) +
                        " objects where one is expected.");
  }
  return std::move(objects->front());
}

Result<SalesforceSchema> read_schema(std::span<const std::string_view> texts, json::Limits limits) {
  SalesforceSchema schema;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Result<std::vector<SalesforceObject>> objects = read_describes(texts[i], limits);
    if (!objects) {
      Error error = objects.error();
      error.path = std::to_string(i) + ':' + error.path;
      return error;
    }
    for (SalesforceObject& object : *objects) schema.add(std::move(object));
  }
  schema.index_objects();
  return schema;
}

}  // namespace crosswalk::schema
