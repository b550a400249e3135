// Mapping documents: kept as they were sent, comments included, and checked against the tenant's
// platform schema and a connection's describes. The report is the one that the command line and the
// WebAssembly module give for the same input.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/body.hpp"
#include "api/call.hpp"
#include "api/describe_cache.hpp"
#include "api/list_answer.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "json/read.hpp"
#include "mapping/reader.hpp"
#include "runtime/offload.hpp"
#include "store/documents.hpp"
#include "sync/documents.hpp"
#include "sync/settings.hpp"
#include "validate/validate.hpp"

namespace crosswalk::api {
namespace {

using nlohmann::ordered_json;
using store::DocumentKind;

constexpr std::size_t kObjectsMax = 100;  // of one mapping: each costs a describe

Task<Answer> put_mapping(Call& call) {
  auto named = check_name(call.parameters[0]);
  if (!named) co_return named.error();
  auto text = co_await call.document_body(kDocumentBytesMax);
  if (!text) co_return text.error();
  const auto outcome = mapping::read(*text);
  if (!outcome.document || !outcome.report.ok()) {
    co_return report_problem("mappingInvalid", "The mapping has errors.", outcome.report);
  }
  auto expected = call.expected_version();
  if (!expected) co_return expected.error();
  store::DocumentRow row{.kind = DocumentKind::mapping,
                         .name = call.parameters[0],
                         .version = 0,
                         .text = std::move(*text),
                         .updated_at = call.now()};
  auto put = co_await call.store().documents().put(call.tenant(), std::move(row), *expected);
  if (!put) co_return put.error();
  co_return Answer::json(write_report(outcome.report))
      .with("ETag", '"' + std::to_string(*put) + '"');
}

Task<Answer> get_mapping(Call& call) {
  auto row = co_await call.store().documents().get(call.tenant(), DocumentKind::mapping,
                                                   call.parameters[0]);
  if (!row) co_return missing(row.error(), "mapping");
  co_return Answer::json(std::move(row->text))
      .with("ETag", '"' + std::to_string(row->version) + '"');
}

Task<Answer> list_mappings(Call& call) {
  auto page = call.page();
  if (!page) co_return page.error();
  auto rows = co_await call.store().documents().list(call.tenant(), DocumentKind::mapping, *page);
  if (!rows) co_return rows.error();
  co_return list_answer(*rows, [](const store::DocumentRow& row) {
    const auto outcome = mapping::read_unlocated(row.text);
    ordered_json node;
    node["name"] = row.name;
    node["title"] = outcome.document ? outcome.document->name : std::string();
    node["version"] = row.version;
    node["updatedAt"] = sync::write_stamp(row.updated_at);
    return json::write(node);
  });
}

// The connection whose describes are asked: named, or that of the named sync, or of the one sync
// that uses the mapping.
Task<std::string> connection_for(Call& call) {
  if (const auto connection = call.query("connection")) co_return *connection;
  auto& documents = call.store().documents();
  if (const auto name = call.query("sync")) {
    auto row = co_await documents.get(call.tenant(), DocumentKind::sync, *name);
    if (!row) co_return missing(row.error(), "sync");
    auto settings = sync::read_sync(row->text);
    if (!settings) co_return settings.error();
    co_return settings->connection;
  }
  store::PageRequest first{.after = "", .limit = 1000};
  auto rows = co_await documents.list(call.tenant(), DocumentKind::sync, std::move(first));
  if (!rows) co_return rows.error();
  for (const store::DocumentRow& row : rows->items) {
    const auto settings = sync::read_sync(row.text);
    if (settings && settings->mapping == call.parameters[0]) co_return settings->connection;
  }
  co_return bad_query("connection", "No sync uses this mapping yet: name a connection or a sync.");
}

struct Material {
  std::string mapping, platform, org;
  std::vector<DescribeCache::Text> describes;
};

std::string org_of(const store::ConnectionRow& row) {
  if (row.limit.max <= 0) return "";
  ordered_json org;
  org["limits"]["DailyApiRequests"]["Max"] = row.limit.max;
  org["limits"]["DailyApiRequests"]["Remaining"] = row.limit.max - row.limit.used;
  return json::write(org);
}

// Describes of the objects that the mapping names. One that Salesforce does not know brings the
// list of all objects along, so that the report can say what was probably meant.
Task<std::vector<DescribeCache::Text>> describes_of(Call& call, std::string connection,
                                                    std::string mapping_text) {
  std::vector<std::string> names;
  const auto outcome = mapping::read_unlocated(mapping_text);
  if (outcome.document) {
    for (const mapping::ObjectMapping& object : outcome.document->objects) {
      const bool known = std::find(names.begin(), names.end(), object.salesforce) != names.end();
      if (!known && !object.salesforce.empty()) names.push_back(object.salesforce);
    }
  }
  if (names.size() > kObjectsMax) names.resize(kObjectsMax);
  std::vector<DescribeCache::Text> texts;
  bool unknown = false;
  for (const std::string& name : names) {
    auto text = co_await call.services.describes.describe(call.tenant(), connection, name, false);
    if (text) {
      texts.push_back(std::move(*text));
    } else if (text.error().salesforce_status == 404) {
      unknown = true;
    } else {
      co_return text.error();
    }
  }
  if (unknown) {
    auto text = co_await call.services.describes.global(call.tenant(), connection, false);
    if (!text) co_return text.error();
    texts.push_back(std::move(*text));
  }
  co_return texts;
}

Task<Material> gather(Call& call) {
  auto& documents = call.store().documents();
  Material material;
  auto mapping_row =
      co_await documents.get(call.tenant(), DocumentKind::mapping, call.parameters[0]);
  if (!mapping_row) co_return missing(mapping_row.error(), "mapping");
  material.mapping = std::move(mapping_row->text);
  auto platform = co_await documents.get(call.tenant(), DocumentKind::platform_schema,
                                         store::kPlatformSchemaName);
  if (!platform) co_return missing(platform.error(), "platformSchema");
  material.platform = std::move(platform->text);
  auto connection = co_await connection_for(call);
  if (!connection) co_return connection.error();
  auto row = co_await call.store().connections().get(call.tenant(), *connection);
  if (!row) co_return missing(row.error(), "connection");
  material.org = org_of(*row);
  auto describes = co_await describes_of(call, std::move(*connection), material.mapping);
  if (!describes) co_return describes.error();
  material.describes = std::move(*describes);
  co_return material;
}

Task<Answer> validate_mapping(Call& call) {
  auto body = co_await call.exchange.body(kRequestBytesMax);
  if (!body) co_return body.error();
  if (!body->empty()) {
    auto org = parse_object(*body, kRequestBytesMax);
    if (!org) co_return org.error();
  }
  auto material = co_await gather(call);
  if (!material) co_return material.error();
  if (!body->empty()) material->org = std::move(*body);
  auto work = [&material] {
    std::vector<std::string_view> views;
    for (const DescribeCache::Text& text : material->describes) views.push_back(*text);
    return validate::validate_json(material->mapping, material->platform, views, material->org);
  };
  co_return Answer::json(co_await runtime::offload(call.services.workers, std::move(work)));
}

constexpr BodyShape kMapping[] = {{"application/json", "Mapping"}};
constexpr BodyShape kReport[] = {{"application/json", "Report"}};
constexpr BodyShape kList[] = {{"application/json", "MappingList"}};
constexpr QueryParameter kValidateQuery[] = {
    {"connection", "string", "Whose describes to check against"},
    {"sync", "string", "The sync whose connection is asked"}};

constexpr Route kRoutes[] = {
    {"GET",
     "/api/v1/mappings",
     "listMappings",
     "Mappings of the tenant",
     Access::tenant,
     {},
     200,
     kList,
     kPaging,
     list_mappings},
    {"PUT",
     "/api/v1/mappings/{name}",
     "putMapping",
     "Set a mapping; answers the report of reading it",
     Access::tenant,
     kMapping,
     200,
     kReport,
     {},
     put_mapping},
    {"GET",
     "/api/v1/mappings/{name}",
     "getMapping",
     "A mapping as it was sent",
     Access::tenant,
     {},
     200,
     kMapping,
     {},
     get_mapping},
    {"POST",
     "/api/v1/mappings/{name}/validate",
     "validateMapping",
     "Check a mapping against the platform schema and an org",
     Access::tenant,
     {},
     200,
     kReport,
     kValidateQuery,
     validate_mapping},
};

}  // namespace

std::span<const Route> mapping_routes() { return kRoutes; }

}  // namespace crosswalk::api
