#include "api/openapi.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/schemas.hpp"
#include "json/read.hpp"

namespace crosswalk::api {
namespace {

using nlohmann::ordered_json;

ordered_json reference(std::string_view schema) {
  ordered_json node;
  node["$ref"] = "#/components/schemas/" + std::string(schema);
  return node;
}

ordered_json content(std::span<const BodyShape> shapes) {
  ordered_json node = ordered_json::object();
  for (const BodyShape& shape : shapes) {
    if (shape.media_type.empty()) continue;
    ordered_json& media = node[std::string(shape.media_type)] = ordered_json::object();
    if (!shape.schema.empty()) media["schema"] = reference(shape.schema);
  }
  return node;
}

ordered_json path_parameters(std::string_view pattern) {
  ordered_json list = ordered_json::array();
  for (std::size_t open = pattern.find('{'); open != std::string_view::npos;
       open = pattern.find('{', open + 1)) {
    const std::size_t close = pattern.find('}', open);
    ordered_json parameter;
    parameter["name"] = pattern.substr(open + 1, close - open - 1);
    parameter["in"] = "path";
    parameter["required"] = true;
    parameter["schema"]["type"] = "string";
    list.push_back(std::move(parameter));
  }
  return list;
}

ordered_json operation(const Route& route) {
  ordered_json node;
  node["operationId"] = route.operation;
  node["summary"] = route.summary;
  ordered_json parameters = path_parameters(route.pattern);
  for (const QueryParameter& query : route.query) {
    ordered_json parameter;
    parameter["name"] = query.name;
    parameter["in"] = "query";
    parameter["description"] = query.description;
    parameter["schema"]["type"] = query.type;
    parameters.push_back(std::move(parameter));
  }
  if (!parameters.empty()) node["parameters"] = std::move(parameters);
  if (!route.request.empty()) {
    node["requestBody"]["required"] = true;
    node["requestBody"]["content"] = content(route.request);
  }
  ordered_json& good = node["responses"][std::to_string(route.status)];
  good["description"] = route.summary;
  ordered_json shapes = content(route.response);
  if (!shapes.empty()) good["content"] = std::move(shapes);
  ordered_json& bad = node["responses"]["default"];
  bad["description"] = "A refusal";
  bad["content"]["application/problem+json"]["schema"] = reference("Problem");
  ordered_json security = ordered_json::array();
  const ordered_json any_scope = ordered_json::array();
  if (route.access != Access::open) {
    ordered_json key;
    key["apiKey"] = any_scope;
    security.push_back(std::move(key));
  }
  if (route.access == Access::tenant) {
    ordered_json session;
    session["session"] = any_scope;
    security.push_back(std::move(session));
  }
  node["security"] = std::move(security);
  return node;
}

std::string lowercase(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  });
  return lower;
}

}  // namespace

std::string openapi(std::span<const Route> routes, std::string_view public_url,
                    std::string_view version) {
  ordered_json document;
  document["openapi"] = "3.1.0";
  document["info"]["title"] = "Crosswalk";
  document["info"]["version"] = version;
  document["info"]["description"] =
      "Keeps a platform's records and a Salesforce org in step. Unsafe calls with a console "
      "session "
      "carry the header X-Crosswalk: 1 and come from the server's own origin.";
  ordered_json server;
  server["url"] = public_url;
  document["servers"].push_back(std::move(server));
  for (const Route& route : routes) {
    document["paths"][std::string(route.pattern)][lowercase(route.method)] = operation(route);
  }
  ordered_json& components = document["components"];
  for (const NamedSchema& schema : schemas()) {
    auto tree = json::read(schema.text);
    components["schemas"][std::string(schema.name)] = tree ? std::move(*tree) : ordered_json();
  }
  components["securitySchemes"]["apiKey"]["type"] = "http";
  components["securitySchemes"]["apiKey"]["scheme"] = "bearer";
  ordered_json& session = components["securitySchemes"]["session"];
  session["type"] = "apiKey";
  session["in"] = "cookie";
  session["name"] = "crosswalk_session";
  return json::write(document);
}

}  // namespace crosswalk::api
