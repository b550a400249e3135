#include "plan/plan_text.hpp"

#include "plan/document.hpp"
#include "plan/pairing.hpp"
#include "plan/records.hpp"

namespace crosswalk::plan {
namespace {

Error bad(std::string code, std::string path, std::string message) {
  return {ErrorKind::bad_input, std::move(code), std::move(path), std::move(message), 0, {}};
}

Result<std::vector<convert::Program>> compile_all(const TextInput& input) {
  std::vector<convert::Program> programs;
  for (std::size_t i = 0; i < input.mapping.objects.size(); ++i) {
    const mapping::ObjectMapping& object = input.mapping.objects[i];
    const schema::PlatformObject* platform = input.platform.find(object.platform);
    if (platform == nullptr) {
      return bad("platformObjectUnknown", object.pointer + "/platform",
                 "The platform schema has no object " + object.platform + ".");
    }
    const schema::SalesforceObject* salesforce = input.salesforce.find(object.salesforce);
    if (salesforce == nullptr) {
      return bad("salesforceObjectUnknown", object.pointer + "/salesforce",
                 "No describe of " + object.salesforce + " was given.");
    }
    auto program = convert::compile(input.mapping, i, *platform, *salesforce);
    if (!program) return program.error();
    programs.push_back(*std::move(program));
  }
  return programs;
}

Result<void> read_left(const TextInput& input, RecordReader& reader) {
  if (!input.left_is_csv) return reader.read_platform(input.left);
  std::string_view object = input.left_object;
  if (object.empty() && input.mapping.objects.size() == 1) {
    object = input.mapping.objects.front().platform;
  }
  const schema::PlatformObject* schema = input.platform.find(object);
  if (schema == nullptr) {
    return bad("platformObjectUnknown", "left",
               object.empty() ? "Name the object of the CSV: the mapping has several."
                              : "The platform schema has no object " + std::string(object) + ".");
  }
  return reader.read_platform_csv(input.left, schema->name, *schema);
}

Pair pair_of(const Couple& couple) {
  Pair pair;
  if (couple.link != nullptr) {
    pair.key = couple.link->key;
    pair.id = couple.link->id;
    pair.has_base = couple.link->has_base;
    pair.base = couple.link->base;
  }
  if (couple.platform != nullptr) {
    pair.key = couple.platform->key;
    pair.has_platform = true;
    pair.platform = couple.platform->row;
  }
  if (couple.salesforce != nullptr) {
    pair.id = couple.salesforce->id;
    pair.has_salesforce = true;
    pair.salesforce = couple.salesforce->row;
    pair.salesforce_changed = couple.salesforce->changed;
  }
  return pair;
}

// Decides every couple of one object and adds the records to the plan.
void plan_object(const convert::Program& program, const LoadedObject& object, std::uint32_t rank,
                 Heading& heading, std::vector<PlannedRecord>& records) {
  convert::Arena arena;
  Scratch scratch;
  Decision decision;
  Totals own;
  for (const Couple& couple : pair_records(program, object, arena)) {
    // A link whose records were not given at all concerns nothing that is planned here.
    if (couple.platform == nullptr && couple.salesforce == nullptr) continue;
    const Pair pair = pair_of(couple);
    if (couple.conflict.empty()) {
      decide(program, pair, scratch, decision);
    } else {
      decision.clear();
      decision.action = Action::conflict;
      decision.reason = couple.conflict;
    }
    own.add(decision);
    heading.totals.add(decision);
    records.push_back({rank, program.platform_object(), std::string(pair.key), std::string(pair.id),
                       record_json(program, pair, decision)});
  }
  heading.calls += cost::calls_for(
      {true, object.salesforce.size(), own.salesforce.create, own.salesforce.update, 0});
}

}  // namespace

Result<std::string> plan_text(const TextInput& input) {
  auto programs = compile_all(input);
  if (!programs) return programs.error();
  convert::Arena arena;
  std::vector<LoadedObject> objects(programs->size());
  RecordReader reader(*programs, objects, arena);
  if (auto read = read_left(input, reader); !read) return read.error();
  if (auto read = reader.read_salesforce(input.right); !read) return read.error();
  if (auto read = reader.read_links(input.links); !read) return read.error();

  Heading heading;
  heading.mapping = input.mapping.name;
  std::vector<PlannedRecord> records;
  const std::vector<std::uint32_t> ranks = dependency_ranks(*programs);
  for (std::size_t i = 0; i < programs->size(); ++i) {
    plan_object((*programs)[i], objects[i], ranks[i], heading, records);
  }
  sort_records(records);
  return write_plan(heading, records);
}

}  // namespace crosswalk::plan
