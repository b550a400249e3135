// The tenant's platform schema. A schema with errors is not taken: the answer is the report.
#include "api/body.hpp"
#include "api/call.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "diagnostic/report.hpp"
#include "schema/platform_reader.hpp"
#include "store/documents.hpp"

namespace crosswalk::api {
namespace {

Task<Answer> put_schema(Call& call) {
  auto text = co_await call.document_body(kDocumentBytesMax);
  if (!text) co_return text.error();
  const auto outcome = schema::read_platform_report(*text);
  if (!outcome.schema) {
    co_return report_problem("platformSchemaInvalid", "The platform schema has errors.",
                             outcome.report);
  }
  store::DocumentRow row{.kind = store::DocumentKind::platform_schema,
                         .name = store::kPlatformSchemaName,
                         .version = 0,
                         .text = std::move(*text),
                         .updated_at = call.now()};
  auto put = co_await call.store().documents().put(call.tenant(), std::move(row), std::nullopt);
  if (!put) co_return put.error();
  co_return Answer::json(diagnostic::write_report(outcome.report))
      .with("ETag", '"' + std::to_string(*put) + '"');
}

Task<Answer> get_schema(Call& call) {
  auto row = co_await call.store().documents().get(
      call.tenant(), store::DocumentKind::platform_schema, store::kPlatformSchemaName);
  if (!row) co_return missing(row.error(), "platformSchema");
  co_return Answer::json(std::move(row->text))
      .with("ETag", '"' + std::to_string(row->version) + '"');
}

constexpr BodyShape kSchema[] = {{"application/json", "PlatformSchema"}};
constexpr BodyShape kReport[] = {{"application/json", "Report"}};

constexpr Route kRoutes[] = {
    {"PUT",
     "/api/v1/platform/schema",
     "putPlatformSchema",
     "Set the platform schema; answers the report of its check",
     Access::tenant,
     kSchema,
     200,
     kReport,
     {},
     put_schema},
    {"GET",
     "/api/v1/platform/schema",
     "getPlatformSchema",
     "The platform schema as it was sent",
     Access::tenant,
     {},
     200,
     kSchema,
     {},
     get_schema},
};

}  // namespace

std::span<const Route> platform_routes() { return kRoutes; }

}  // namespace crosswalk::api
