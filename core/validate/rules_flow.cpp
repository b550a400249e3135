// Rules about how values flow between lines and between pairs: two sources into one target, what
// is read back, circles of references.

#include <array>
#include <functional>
#include <utility>

#include "diagnostic/codes/direction.hpp"
#include "json/pointer.hpp"
#include "names/nearest.hpp"
#include "validate/match_place.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;

// Two pairs whose conditions differ may share their records out between them.
bool may_be_parted(const std::string& left, const std::string& right) {
  return !left.empty() && !right.empty() && left != right;
}

// The first earlier pair that `is_rival` says yes to, or null.
template <class Rival>
const ObjectPair* earlier(const ResolvedMapping& mapping, const ObjectPair& pair, Rival is_rival) {
  for (std::size_t i = 0; i < pair.number && i < mapping.pairs.size(); ++i) {
    if (is_rival(mapping.pairs[i])) return &mapping.pairs[i];
  }
  return nullptr;
}

const ObjectPair* earlier_writer(const ResolvedMapping& mapping, const ObjectPair& pair) {
  if (!pair.fields_known() || pair.platform == nullptr || !pair.pushes) return nullptr;
  return earlier(mapping, pair, [&](const ObjectPair& other) {
    return other.salesforce == pair.salesforce && other.pushes && other.platform != nullptr &&
           other.platform != pair.platform;
  });
}

std::string entry(const ObjectPair& pair) {
  return sentence({"entry ", std::to_string(pair.number + 1), " (", pair.mapping->platform, " and ",
                   pair.mapping->salesforce, ")"});
}

bool shares_external_id(const ObjectPair& pair, const ObjectPair& other) {
  return pair.external_id() != nullptr && pair.external_id() == other.external_id();
}

void external_ids_are_not_shared(const ResolvedMapping& mapping, Report& report) {
  for (const ObjectPair& pair : mapping.pairs) {
    const ObjectPair* const other = earlier_writer(mapping, pair);
    if (other == nullptr || !shares_external_id(pair, *other)) continue;
    Diagnostic found = make(codes::kExternalIdShared, external_id_pointer(pair),
                            sentence({*pair.external_id(), " would hold the keys of ",
                                      Part::quoted(other->platform->name), " and of ",
                                      Part::quoted(pair.platform->name), "."}));
    offer_external_id(pair, found);
    report.add(std::move(found));
  }
}

constexpr std::size_t kElsewhere = static_cast<std::size_t>(-1);

template <class Field>
std::size_t place_in(const std::vector<Field>& fields, const Field* field) {
  const std::less<> before;
  if (field == nullptr || fields.empty() || before(field, &fields.front()) ||
      before(&fields.back(), field)) {
    return kElsewhere;
  }
  return static_cast<std::size_t>(field - fields.data());
}

// The place of a line's Salesforce field in its object; a related record's is elsewhere.
std::size_t place_of(const ObjectPair& pair, const FieldPair& line) {
  return place_in(pair.salesforce->fields, line.salesforce);
}

// Where the line writes to: the place of the field in Salesforce's object, or in the platform's.
std::size_t target_of(const ObjectPair& pair, const FieldPair& line, bool salesforce) {
  if (!(salesforce ? line.pushes : line.pulls)) return kElsewhere;
  return salesforce ? place_of(pair, line) : place_in(pair.platform->fields, line.platform);
}

// The fields that lines of both pairs write to.
std::vector<std::string> common(const ObjectPair& pair, const ObjectPair& other, bool salesforce) {
  std::vector<char> written(salesforce ? pair.salesforce->fields.size()
                                       : pair.platform->fields.size());
  for (const FieldPair& line : other.fields) {
    const std::size_t place = target_of(other, line, salesforce);
    if (place != kElsewhere) written[place] = 1;
  }
  std::vector<std::string> names;
  for (const FieldPair& line : pair.fields) {
    const std::size_t place = target_of(pair, line, salesforce);
    if (place == kElsewhere || written[place] == 0) continue;
    written[place] = 0;
    names.push_back(salesforce ? line.salesforce->name : line.platform->name);
  }
  return names;
}

void report_shared(const diagnostic::Code& code, const ObjectPair& pair, const ObjectPair& other,
                   std::string_view object, const std::vector<std::string>& fields,
                   std::string_view verb, Report& report) {
  Diagnostic found =
      make(code, json::child(pair.mapping->pointer, "fields"),
           sentence({listed(fields), " of ", object, (fields.size() == 1 ? " is " : " are "), verb,
                     " by ", entry(other), ", too."}));
  found.aim = diagnostic::Aim::key;
  report.add(std::move(found));
}

void targets_have_one_source(const ResolvedMapping& mapping, Report& report) {
  for (const ObjectPair& pair : mapping.pairs) {
    const ObjectPair* const other = earlier_writer(mapping, pair);
    if (other == nullptr || shares_external_id(pair, *other) ||
        may_be_parted(pair.mapping->where.salesforce, other->mapping->where.salesforce)) {
      continue;
    }
    const std::vector<std::string> fields = common(pair, *other, true);
    if (fields.empty()) continue;
    report_shared(codes::kTargetShared, pair, *other, named(*pair.salesforce), fields, "written",
                  report);
  }
}

// "people" says which object goes first for the records of a platform object.
bool shares_people_out(const mapping::Document& document, std::string_view platform) {
  for (const mapping::KeptMember& member : document.kept) {
    if (member.key != "people") continue;
    if (member.json.find("\"platform\":" + quoted(platform)) != std::string::npos) return true;
  }
  return false;
}

void sources_do_not_compete(const ResolvedMapping& mapping, Report& report) {
  for (const ObjectPair& pair : mapping.pairs) {
    if (!pair.pulls || pair.platform == nullptr || pair.salesforce == nullptr) continue;
    const ObjectPair* const other = earlier(mapping, pair, [&](const ObjectPair& candidate) {
      return candidate.platform == pair.platform && candidate.pulls &&
             candidate.salesforce != nullptr && candidate.salesforce != pair.salesforce;
    });
    if (other == nullptr || shares_people_out(*mapping.document, pair.platform->name) ||
        may_be_parted(pair.mapping->where.platform, other->mapping->where.platform)) {
      continue;
    }
    const std::vector<std::string> fields = common(pair, *other, false);
    if (fields.empty()) continue;
    report_shared(codes::kSourceShared, pair, *other, quoted(pair.platform->name), fields, "filled",
                  report);
  }
}

void written_fields_are_not_read_back(const ObjectPair& pair, Report& report) {
  if (!pair.fields_known() || !pair.pushes || !pair.pulls) return;
  std::vector<const FieldPair*> writers;  // the lines that only write, by the place of their field
  for (const FieldPair& line : pair.fields) {
    const std::size_t place = line.pushes && !line.pulls ? place_of(pair, line) : kElsewhere;
    if (place == kElsewhere) continue;
    if (writers.empty()) writers.resize(pair.salesforce->fields.size());
    writers[place] = &line;
  }
  if (writers.empty()) return;
  for (const FieldPair& line : pair.fields) {
    const std::size_t place = line.pulls && !line.pushes ? place_of(pair, line) : kElsewhere;
    if (place == kElsewhere || line.platform == nullptr) continue;
    const FieldPair* const writer = writers[place];
    if (writer == nullptr || writer->platform == nullptr || writer->platform == line.platform) {
      continue;
    }
    Diagnostic found = make(codes::kReadBack, salesforce_pointer(pair, line),
                            sentence({*line.salesforce, " is written from ", *writer->platform,
                                      " and would be read back into ", *line.platform, "."}));
    found.fixes.push_back(remove_line(line));
    report.add(std::move(found));
  }
}

// A reference that may point at very many objects (an activity's) is followed to the first ones.
constexpr std::size_t kTargetsMax = 64;

using Graph = std::vector<std::vector<std::size_t>>;

// For each pair the pairs whose objects its written references point at, by number.
Graph reference_graph(const ResolvedMapping& mapping) {
  const std::vector<schema::SalesforceObject>& objects = mapping.input->salesforce.objects;
  Graph pairs_of(objects.size());  // by the place of the object
  for (const ObjectPair& pair : mapping.pairs) {
    const std::size_t place = pair.pushes ? place_in(objects, pair.salesforce) : kElsewhere;
    if (place != kElsewhere) pairs_of[place].push_back(pair.number);
  }
  Graph graph(mapping.pairs.size());
  for (const ObjectPair& pair : mapping.pairs) {
    for (const FieldPair& line : pair.fields) {
      if (!line.pushes || line.salesforce == nullptr ||
          line.salesforce->type != schema::FieldType::reference) {
        continue;
      }
      const std::vector<std::string>& targets = line.salesforce->reference_to;
      for (std::size_t i = 0; i < targets.size() && i < kTargetsMax; ++i) {
        const std::size_t place = place_in(objects, mapping.input->salesforce.find(targets[i]));
        if (place == kElsewhere) continue;
        for (const std::size_t number : pairs_of[place]) graph[pair.number].push_back(number);
      }
    }
  }
  return graph;
}

// The way by references from a pair to later ones and back, or nothing. Only later ones, for a
// circle is reported where it begins.
class Circle {
 public:
  Circle(const Graph& graph, std::size_t start)
      : graph_(graph), start_(start), seen_(graph.size()) {}

  std::vector<std::size_t> find() {
    if (!closes(start_)) way_.clear();
    return way_;
  }

 private:
  bool closes(std::size_t from) {
    way_.push_back(from);
    for (const std::size_t next : graph_[from]) {
      if (next == start_ && from != start_) return true;
      if (next <= start_ || seen_[next] != 0) continue;
      seen_[next] = 1;
      if (closes(next)) return true;
    }
    way_.pop_back();
    return false;
  }

  const Graph& graph_;
  std::size_t start_;
  std::vector<char> seen_;
  std::vector<std::size_t> way_;
};

void references_form_no_circle(const ResolvedMapping& mapping, Report& report) {
  if (mapping.pairs.size() < 2) return;
  const auto graph = reference_graph(mapping);
  for (const ObjectPair& pair : mapping.pairs) {
    if (graph[pair.number].empty()) continue;
    const std::vector<std::size_t> way = Circle(graph, pair.number).find();
    if (way.empty()) continue;
    std::string circle;
    for (const std::size_t number : way) {
      circle += mapping.pairs[number].salesforce->name + " → ";
    }
    Diagnostic found = make(codes::kReferenceCycle, json::child(pair.mapping->pointer, "fields"),
                            sentence({"The references that are written form a circle: ", circle,
                                      pair.salesforce->name, "."}));
    found.aim = diagnostic::Aim::key;
    report.add(std::move(found));
  }
}

constexpr std::array kMappingRules{
    MappingRule{codes::kExternalIdShared, "an external id holds one object's keys", "externalId",
                external_ids_are_not_shared},
    MappingRule{codes::kTargetShared, "a Salesforce field has one source", "name",
                targets_have_one_source},
    MappingRule{codes::kSourceShared, "a platform field has one source", "name",
                sources_do_not_compete},
    MappingRule{codes::kReferenceCycle, "references form no circle", "type referenceTo",
                references_form_no_circle},
};

constexpr std::array kObjectRules{
    ObjectRule{codes::kReadBack, "what is written is not read back", "name",
               written_fields_are_not_read_back},
};

}  // namespace

RuleFamily flow_rules() {
  return {.name = "flow", .mapping_rules = kMappingRules, .object_rules = kObjectRules};
}

}  // namespace crosswalk::validate
