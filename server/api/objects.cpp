// What a connected org has: its objects, and the describe of one, as Salesforce answered it.
#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "api/call.hpp"
#include "api/describe_cache.hpp"
#include "api/list_answer.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "json/read.hpp"
#include "runtime/offload.hpp"
#include "schema/describe_reader.hpp"

namespace crosswalk::api {
namespace {

using nlohmann::ordered_json;

bool is_object_name(std::string_view name) {
  const auto good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !name.empty() && name.size() <= 80 && std::all_of(name.begin(), name.end(), good);
}

std::string summary(const schema::SalesforceObject& object) {
  ordered_json node;
  node["name"] = object.name;
  node["label"] = object.label;
  node["custom"] = object.custom;
  node["queryable"] = object.queryable;
  node["createable"] = object.createable;
  node["updateable"] = object.updateable;
  return json::write(node);
}

Task<DescribeCache::Text> describe(Call& call, std::string object) {
  const std::string& connection = call.parameters[0];
  auto row = co_await call.store().connections().get(call.tenant(), connection);
  if (!row) co_return missing(row.error(), "connection");
  co_return co_await call.services.describes.describe(call.tenant(), connection, std::move(object),
                                                      call.query("fresh").value_or("") == "true");
}

// Without a limit the whole list is one page: an org has at most a few thousand objects.
Task<Answer> list_objects(Call& call) {
  auto wanted = call.page();
  if (!wanted) co_return wanted.error();
  auto text = co_await describe(call, "");
  if (!text) co_return text.error();
  auto read = [&text] { return schema::read_describes(**text); };
  auto objects = co_await runtime::offload(call.services.workers, std::move(read));
  if (!objects) co_return objects.error();
  std::sort(objects->begin(), objects->end(),
            [](const auto& left, const auto& right) { return left.name < right.name; });
  const auto begin = std::upper_bound(
      objects->begin(), objects->end(), wanted->after,
      [](const std::string& after, const auto& object) { return after < object.name; });
  const auto rest = static_cast<std::size_t>(objects->end() - begin);
  const std::size_t count = call.query("limit") ? std::min(wanted->limit, rest) : rest;
  store::Page<schema::SalesforceObject> page;
  page.items.assign(std::make_move_iterator(begin),
                    std::make_move_iterator(begin + static_cast<std::ptrdiff_t>(count)));
  if (count < rest) page.next = page.items.back().name;
  co_return list_answer(page, summary);
}

Task<Answer> get_object(Call& call) {
  if (!is_object_name(call.parameters[1])) co_return not_found("object");
  auto text = co_await describe(call, call.parameters[1]);
  if (!text) {
    if (text.error().salesforce_status == 404) co_return not_found("object");
    co_return text.error();
  }
  co_return Answer::json(**text);
}

constexpr BodyShape kList[] = {{"application/json", "ObjectList"}};
constexpr BodyShape kDescribe[] = {{"application/json", "Describe"}};
constexpr QueryParameter kFresh{"fresh", "boolean",
                                "true: ask Salesforce, whatever was kept of the last ten minutes"};
constexpr QueryParameter kListQuery[] = {kFresh, kAfter, kLimit};
constexpr QueryParameter kQuery[] = {kFresh};

constexpr Route kRoutes[] = {
    {"GET",
     "/api/v1/connections/{id}/objects",
     "listObjects",
     "Objects of the org",
     Access::tenant,
     {},
     200,
     kList,
     kListQuery,
     list_objects},
    {"GET",
     "/api/v1/connections/{id}/objects/{name}",
     "getObject",
     "One object's describe, as Salesforce gives it",
     Access::tenant,
     {},
     200,
     kDescribe,
     kQuery,
     get_object},
};

}  // namespace

std::span<const Route> object_routes() { return kRoutes; }

}  // namespace crosswalk::api
