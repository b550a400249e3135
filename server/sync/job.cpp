#include "sync/job.hpp"

#include <algorithm>
#include <numeric>

#include "convert/arena.hpp"
#include "convert/decimal.hpp"
#include "mapping/reader.hpp"
#include "names/nearest.hpp"
#include "plan/document.hpp"
#include "runtime/offload.hpp"
#include "schema/describe_reader.hpp"
#include "schema/platform_reader.hpp"
#include "soql/literal.hpp"
#include "soql/parser.hpp"
#include "soql/printer.hpp"
#include "store/connections.hpp"
#include "store/documents.hpp"
#include "validate/consent.hpp"

namespace crosswalk::sync {
namespace {

using store::DocumentKind;

Error unusable(std::string code, std::string path, std::string message) {
  return Error{.kind = ErrorKind::conflict,
               .code = std::move(code),
               .path = std::move(path),
               .message = std::move(message),
               .salesforce_status = 0,
               .salesforce_code = ""};
}

Result<mapping::Document> read_mapping(const std::string& text) {
  auto outcome = mapping::read(text);
  if (outcome.document && outcome.report.ok()) return std::move(*outcome.document);
  for (const Diagnostic& finding : outcome.report.diagnostics) {
    if (finding.severity == Severity::error)
      return unusable("mappingInvalid", finding.pointer, "The mapping: " + finding.message);
  }
  return unusable("mappingInvalid", "", "The mapping cannot be read.");
}

void add_column(CrossingJob* job, std::string* select, const std::string& name) {
  const bool asked =
      std::any_of(job->columns.begin(), job->columns.end(),
                  [&](const std::string& known) { return names::same_name(known, name); });
  job->columns.push_back(name);
  if (asked) return;
  if (!select->empty()) *select += ", ";
  *select += name;
}

void add_condition(std::string* conditions, const std::string& condition) {
  if (condition.empty()) return;
  if (!conditions->empty()) *conditions += " AND ";
  *conditions += "(" + condition + ")";
}

void write_query(CrossingJob* job, const schema::SalesforceObject& object) {
  const schema::SalesforceField* stamp = object.find("SystemModstamp");
  job->stamp_field = stamp != nullptr ? stamp->name : "";
  std::string select;
  add_column(job, &select, "Id");
  add_column(job, &select, stamp != nullptr ? stamp->name : "Id");
  // A field that transforms only read has no Salesforce field: its column holds something that is
  // there in any case, and nobody looks at it.
  for (const convert::ProgramField& field : job->program.fields())
    add_column(job, &select, field.salesforce_name.empty() ? "Id" : field.salesforce_name);
  job->select = "SELECT " + select + " FROM " + object.name;
}

Result<void> write_criteria(CrossingJob* job, const mapping::ObjectMapping& object,
                            const std::string& user_id) {
  if (!object.where.salesforce.empty()) {
    auto condition = soql::parse_condition(object.where.salesforce);
    if (!condition)
      return unusable("whereInvalid", object.pointer + "/where/salesforce",
                      condition.error().message);
    add_condition(&job->criteria, soql::print(*condition));
  }
  if (object.owner == mapping::Owner::connected_user)
    add_condition(&job->criteria, "OwnerId = " + soql::quote(user_id));
  job->limited = !job->criteria.empty();
  // Who only pushes by external id has no use for records that do not carry one.
  if (!job->program.pulls() && !job->external_id.empty())
    add_condition(&job->criteria, job->external_id + " != null");
  return {};
}

void write_match_rule(CrossingJob* job, const schema::SalesforceObject& object) {
  const mapping::Match& match = job->program.match();
  job->external_id = match.external_id;
  if (const auto* field = object.find(match.external_id); field != nullptr) {
    job->external_id = field->name;
    job->numeric_key = convert::form_of(*field) == convert::Form::number;
  }
  for (const std::size_t index : job->program.match_fields())
    job->rule.platform_fields.push_back(job->program.fields()[index].platform_name);
  using OnMultiple = store::MatchRule::OnMultiple;
  job->rule.on_multiple = match.on_multiple == mapping::OnMultiple::newest   ? OnMultiple::newest
                          : match.on_multiple == mapping::OnMultiple::oldest ? OnMultiple::oldest
                                                                             : OnMultiple::issue;
}

struct Documents {
  SyncSettings settings;
  std::string mapping_text, platform_text;
};

Task<Documents> read_documents(store::Documents& documents, std::string tenant, std::string sync) {
  auto row = co_await documents.get(tenant, DocumentKind::sync, sync);
  if (!row) co_return row.error();
  auto settings = read_sync(row->text);
  if (!settings) co_return settings.error();
  auto mapping = co_await documents.get(tenant, DocumentKind::mapping, settings->mapping);
  if (!mapping)
    co_return unusable("mappingMissing", "", "There is no mapping \"" + settings->mapping + "\".");
  auto platform =
      co_await documents.get(tenant, DocumentKind::platform_schema, store::kPlatformSchemaName);
  if (!platform)
    co_return unusable("platformSchemaMissing", "", "The platform's schema has not been given.");
  Documents read;
  read.settings = std::move(*settings);
  read.mapping_text = std::move(mapping->text);
  read.platform_text = std::move(platform->text);
  co_return read;
}

// Whom nobody may write to is not known: an admin must have said what that means.
Result<void> check_consent(const mapping::ObjectMapping& object,
                           const schema::SalesforceObject& salesforce) {
  if (validate::consent_is_unconfirmed(object, salesforce))
    return unusable("consentUnconfirmed", object.pointer + "/consent",
                    "The connected user cannot see who opted out of e-mail. Show the field " +
                        std::string(validate::opt_out_of(object, salesforce)) +
                        " to the user, or state \"unknown\" in \"consent\".");
  const bool seen = salesforce.find(validate::opt_out_of(object, salesforce)) != nullptr;
  if (!seen && object.consent && object.consent->unknown == mapping::UnknownConsent::inactive &&
      validate::pulls_people(object, salesforce))
    return unusable("consentNotCarriedOut", object.pointer + "/consent/unknown",
                    "This version cannot import people as inactive yet.");
  return {};
}

Result<CrossingJob> make_crossing(const mapping::Document& document, std::size_t index,
                                  const schema::PlatformSchema& platform,
                                  const schema::SalesforceObject& salesforce,
                                  const std::string& sync, const std::string& user_id) {
  const mapping::ObjectMapping& object = document.objects[index];
  const schema::PlatformObject* left = platform.find(object.platform);
  if (left == nullptr)
    return unusable("mappingInvalid", object.pointer + "/platform",
                    "The platform's schema has no object \"" + object.platform + "\".");
  if (auto checked = check_consent(object, salesforce); !checked) return checked.error();
  auto program = convert::compile(document, index, *left, salesforce);
  if (!program) return program.error();
  CrossingJob job;
  job.crossing = {.sync = sync, .object = left->name, .salesforce = salesforce.name};
  job.program = std::move(*program);
  write_query(&job, salesforce);
  write_match_rule(&job, salesforce);
  if (auto written = write_criteria(&job, object, user_id); !written) return written.error();
  if (!object.where.platform.empty()) {
    auto filter = PlatformFilter::compile(object.where.platform, *left);
    if (!filter)
      return unusable("whereInvalid", object.pointer + "/where/platform", filter.error().message);
    job.filter = std::move(*filter);
  }
  return job;
}

// Objects that others refer to come first; else the mapping's own order.
void order_by_dependency(std::vector<CrossingJob>* crossings) {
  std::vector<convert::Program> programs;
  programs.reserve(crossings->size());
  for (const CrossingJob& job : *crossings) programs.push_back(job.program);
  const auto ranks = plan::dependency_ranks(programs);
  std::vector<std::size_t> order(crossings->size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
  std::vector<CrossingJob> sorted;
  sorted.reserve(order.size());
  for (const std::size_t index : order) sorted.push_back(std::move((*crossings)[index]));
  *crossings = std::move(sorted);
}

}  // namespace

std::string CrossingJob::named_key(std::span<const convert::Value> fields) const {
  if (external_id.empty()) return {};
  const std::size_t index = program.find_salesforce(external_id);
  if (index == convert::kNoField) return {};
  const convert::Value& value = fields[index];
  if (!value.is_number()) return std::string(value.text);
  // Salesforce writes 23 as 23.0.
  const auto number = convert::Decimal::read(value.text);
  convert::Arena arena;
  return std::string(number ? number->plain(arena) : value.text);
}

std::string CrossingJob::soql(std::string_view from) const {
  std::string conditions = criteria;
  if (!from.empty() && !stamp_field.empty())
    add_condition(&conditions, stamp_field + " >= " + std::string(from));
  std::string text = select;
  if (!conditions.empty()) text += " WHERE " + conditions;
  return text + " ORDER BY " + (stamp_field.empty() ? "Id" : stamp_field + ", Id");
}

std::string CrossingJob::soql_of(const std::vector<std::string>& ids) const {
  std::string list;
  for (const std::string& id : ids) {
    if (!list.empty()) list += ",";
    list += soql::quote(id);
  }
  std::string conditions = criteria;
  add_condition(&conditions, "Id IN (" + list + ")");
  return select + " WHERE " + conditions;
}

Task<std::shared_ptr<const Job>> prepare(Parts& parts, std::string tenant, std::string sync) {
  auto documents = co_await read_documents(parts.store.documents(), tenant, sync);
  if (!documents) co_return documents.error();
  auto document = read_mapping(documents->mapping_text);
  if (!document) co_return document.error();
  auto platform = schema::read_platform(documents->platform_text);
  if (!platform) co_return platform.error();
  const std::string connection = documents->settings.connection;
  auto row = co_await parts.store.connections().get(tenant, connection);
  if (!row) co_return row.error();
  auto org = co_await parts.orgs.open(tenant, connection);
  if (!org) co_return org.error();

  auto job = std::make_shared<Job>();
  job->tenant = tenant;
  job->sync = sync;
  job->settings = documents->settings;
  job->org = *org;
  for (std::size_t i = 0; i < document->objects.size(); ++i) {
    auto text = co_await job->org->describe(document->objects[i].salesforce);
    if (!text) co_return text.error();
    auto read = [&] { return schema::read_describe(*text); };
    auto described = co_await runtime::offload(parts.pool, read);
    if (!described) co_return described.error();
    auto crossing = make_crossing(*document, i, *platform, *described, sync, row->user_id);
    if (!crossing) co_return crossing.error();
    job->crossings.push_back(std::move(*crossing));
  }
  order_by_dependency(&job->crossings);
  co_return std::shared_ptr<const Job>(std::move(job));
}

}  // namespace crosswalk::sync
