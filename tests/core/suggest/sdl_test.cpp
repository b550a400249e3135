// The mapping files that Salesforce's Data Loader ships with and is tested by: their columns must
// be found again, all of them. Read from CROSSWALK_CORPUS; without it the test skips.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "core/suggest/standard_objects.hpp"
#include "names/nearest.hpp"
#include "schema/describe_reader.hpp"
#include "suggest/fitness.hpp"
#include "suggest/suggest.hpp"

namespace crosswalk::suggest_test {
namespace {

namespace fs = std::filesystem;
using schema::PlatformType;
using schema::SalesforceField;
using schema::SalesforceObject;

// Columns that no reader could place: two initials of ids, a number that stands for the Id here and
// for itself elsewhere, and columns that are named after the test.
const std::set<std::string> kSayNothing{"LID", "OID", "account_number=Id", "name_to_test",
                                        "testfield_id"};

struct Line {
  std::string left;
  std::vector<std::string> right;  // "BillingState, ShippingState" are two
};

std::string trimmed(std::string text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::vector<Line> read_sdl(const std::string& path) {
  std::vector<Line> lines;
  std::stringstream in(file_text(path));
  for (std::string text; std::getline(in, text);) {
    text = trimmed(text);
    const std::size_t equals = text.find('=');
    // Comments, columns that are left out, and constants.
    if (text.empty() || text[0] == '#' || text[0] == '"' || equals == std::string::npos) continue;
    Line line{trimmed(text.substr(0, equals)), {}};
    std::stringstream parts(text.substr(equals + 1));
    for (std::string part; std::getline(parts, part, ',');) {
      if (part = trimmed(part); !part.empty()) line.right.push_back(part);
    }
    if (!line.left.empty() && !line.right.empty()) lines.push_back(line);
  }
  return lines;
}

// A .sdl has no types: a column has the one that its values would need.
PlatformType type_for(const SalesforceField& field) {
  using schema::FieldType;
  switch (field.type) {
    case FieldType::boolean:
      return PlatformType::boolean;
    case FieldType::currency:
      return PlatformType::currency;
    case FieldType::double_:
      return PlatformType::number;
    case FieldType::int_:
      return PlatformType::integer;
    case FieldType::percent:
      return PlatformType::percent;
    case FieldType::date:
      return PlatformType::date;
    case FieldType::datetime:
      return PlatformType::datetime;
    case FieldType::textarea:
      return PlatformType::multiline_text;
    default:
      return PlatformType::text;
  }
}

std::vector<SalesforceObject> corpus_objects(const fs::path& corpus) {
  std::vector<SalesforceObject> objects;
  for (const char* name : {"Account", "Case", "Contact", "Event", "Lead", "Opportunity"}) {
    auto object = schema::read_describe(
        file_text((corpus / "describe" / ("cumulusci-" + std::string(name) + ".json")).string()));
    if (!object) throw std::runtime_error(object.error().message);
    objects.push_back(*std::move(object));
  }
  return objects;
}

struct Case {
  schema::PlatformObject platform;
  std::map<std::string, std::vector<std::string>> targets;  // by column, those that exist
  const SalesforceObject* object = nullptr;
};

// Columns that name the object, for files whose fields several objects have.
std::size_t named_after(const Case& c) {
  std::size_t count = 0;
  for (const auto& [column, targets] : c.targets) {
    count += column.find(c.object->name) != std::string::npos;
  }
  return count;
}

// Which side holds Salesforce's fields, and of which object: where most of them exist.
Case case_of(const std::vector<Line>& lines, const std::vector<SalesforceObject>& objects) {
  Case best;
  for (const SalesforceObject& object : objects) {
    for (const bool extract : {false, true}) {
      Case c;
      c.object = &object;
      c.platform.name = "row";
      for (const Line& line : lines) {
        const std::string column = extract ? line.right.front() : line.left;
        const std::vector<std::string> fields = extract ? std::vector{line.left} : line.right;
        if (c.platform.find(column) != nullptr || kSayNothing.contains(column)) continue;
        schema::PlatformField field;
        field.name = column;
        for (const std::string& target : fields) {
          const SalesforceField* found = object.find(target);
          if (found == nullptr || kSayNothing.contains(column + "=" + found->name)) continue;
          if (c.targets[column].empty()) field.type = type_for(*found);
          c.targets[column].push_back(found->name);
        }
        if (c.targets[column].empty()) c.targets.erase(column);
        c.platform.fields.push_back(field);
        c.platform.reindex();
      }
      const bool better =
          best.object == nullptr || c.targets.size() > best.targets.size() ||
          (c.targets.size() == best.targets.size() && named_after(c) > named_after(best));
      if (better) best = std::move(c);
    }
  }
  return best;
}

TEST(DataLoaderFiles, AreFoundAgainWhole) {
  const char* corpus = std::getenv("CROSSWALK_CORPUS");
  if (corpus == nullptr) GTEST_SKIP() << "CROSSWALK_CORPUS names no folder of real mapping files";
  const std::vector<SalesforceObject> objects = corpus_objects(corpus);
  const suggest::Vocabulary vocabulary;
  std::size_t files = 0, pairs = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(corpus) / "mapping")) {
    if (entry.path().extension() != ".sdl") continue;
    const Case c = case_of(read_sdl(entry.path().string()), objects);
    if (c.targets.empty()) continue;
    ++files;
    for (const compat::Way way : {compat::Way::to_salesforce, compat::Way::to_platform}) {
      std::map<std::string, std::string> found;
      for (const auto& s : suggest_fields(c.platform, *c.object, nullptr, way, vocabulary)) {
        found[s.platform] = s.salesforce;
      }
      for (const auto& [column, targets] : c.targets) {
        const SalesforceField* target = c.object->find(targets.front());
        // What only Salesforce writes can only be pulled.
        if (suggest::fitness(c.platform.find(column)->type,
                             suggest::target_of(*c.object, *target, way), way) == 0)
          continue;
        ++pairs;
        EXPECT_NE(std::find(targets.begin(), targets.end(), found[column]), targets.end())
            << entry.path().filename() << " " << c.object->name << "." << targets.front() << ": \""
            << column << "\" went to \"" << found[column] << "\"";
      }
    }
  }
  std::printf("%zu files, %zu pairs\n", files, pairs);
  EXPECT_GE(files, 40U);
}

}  // namespace
}  // namespace crosswalk::suggest_test
