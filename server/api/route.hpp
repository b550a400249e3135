// One row of the HTTP API: everything that the router and the OpenAPI document need to know of a
// route. Rows are constants; each resource's file exports its own table, routes.cpp joins them.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <span>
#include <string_view>

#include "api/answer.hpp"
#include "runtime/task.hpp"

namespace crosswalk::api {

class Call;
using Handler = Task<Answer> (*)(Call&);

enum class Access {
  open,    // no credential: health, the OAuth callback, signing in
  key,     // an API key only
  tenant,  // an API key or a console session
};

struct QueryParameter {
  std::string_view name;
  std::string_view type;  // JSON Schema type: string, integer
  std::string_view description;
};

// A body as OpenAPI shows it: media type and the name of a schema in schemas.cpp; both empty =
// none.
struct BodyShape {
  std::string_view media_type;
  std::string_view schema;
};

struct Route {
  std::string_view method;
  std::string_view pattern;    // "/api/v1/runs/{id}/events"; a parameter fills one whole segment
  std::string_view operation;  // OpenAPI operationId
  std::string_view summary;
  Access access;
  std::span<const BodyShape> request;   // one entry per accepted media type
  int status;                           // of the good answer
  std::span<const BodyShape> response;  // one entry per media type that can be asked for
  std::span<const QueryParameter> query;
  Handler handler;
};

// Query parameters that many rows share.
inline constexpr QueryParameter kAfter{"after", "string", "Cursor: `next` of the page before"};
inline constexpr QueryParameter kLimit{"limit", "integer", "Items of a page, 1 to 1000"};
inline constexpr QueryParameter kPaging[] = {kAfter, kLimit};

}  // namespace crosswalk::api
