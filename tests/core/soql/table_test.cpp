// What must hold of every query, tried on the table of queries and on real describes.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "schema/describe_reader.hpp"
#include "soql/check.hpp"
#include "soql/parser.hpp"
#include "soql/printer.hpp"

namespace crosswalk::soql {
namespace {

std::string text_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Those of tests/soql/queries.txt that can be read.
std::vector<std::string> readable_queries() {
  std::vector<std::string> out;
  std::ifstream file(CROSSWALK_SOURCE_DIR "/tests/soql/queries.txt");
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || line[0] == '@' || line.substr(0, tab) == "bad CW4001") continue;
    std::string query = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    const std::string line_end = "⏎";
    for (std::size_t at = 0; (at = query.find(line_end, at)) != std::string::npos;)
      query.replace(at, line_end.size(), "\n");
    if (parse(query)) out.push_back(std::move(query));
  }
  return out;
}

TEST(EveryQuery, ReadsBackFromItsPrintTheSame) {
  const std::vector<std::string> queries = readable_queries();
  ASSERT_GT(queries.size(), 300U);
  for (const std::string& query : queries) {
    const auto tree = parse(query);
    const std::string printed = print(*tree);
    const auto again = parse(printed);
    ASSERT_TRUE(again.has_value()) << query << "\n" << printed << "\n" << again.error().message;
    EXPECT_TRUE(*again == *tree) << query << "\n" << printed;
    EXPECT_EQ(print(*again), printed) << query;
  }
}

// Cut anywhere, or with a piece left out, a query is good or refused: no crash, no place outside.
TEST(EveryQuery, IsAnsweredWhereverItIsCut) {
  for (const std::string& query : readable_queries()) {
    for (std::size_t at = 0; at < query.size(); at += 7) {
      for (const std::string& text :
           {query.substr(0, at), query.substr(at),
            query.substr(0, at) + query.substr(std::min(at + 3, query.size()))}) {
        const Report report = check(text, nullptr);
        for (const Diagnostic& one : report.diagnostics)
          for (const Fix& fix : one.fixes)
            for (const TextEdit& edit : fix.edits)
              EXPECT_LE(edit.offset + edit.length, text.size());
      }
    }
  }
}

class RealDescribe : public testing::Test {
 protected:
  void SetUp() override {
    const char* const corpus = std::getenv("CROSSWALK_CORPUS");
    if (corpus == nullptr || *corpus == '\0')
      GTEST_SKIP() << "CROSSWALK_CORPUS names no folder: real describes are NOT tested";
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(corpus) + "/describe")) {
      auto objects = schema::read_describes(text_of_file(entry.path()));
      if (!objects || entry.path().filename().string().starts_with("amplabs")) continue;
      for (schema::SalesforceObject& object : *objects) {
        schema::SalesforceSchema schema;
        schema.add(std::move(object));
        schema.index_objects();
        schemas_.push_back(std::move(schema));
      }
    }
    ASSERT_GT(schemas_.size(), 5U);
  }

  std::vector<schema::SalesforceSchema> schemas_;
};

TEST_F(RealDescribe, AllItsFieldsCanBeSelected) {
  for (const schema::SalesforceSchema& schema : schemas_) {
    const schema::SalesforceObject& object = schema.objects.front();
    std::string query = "SELECT ";
    for (const schema::SalesforceField& field : object.fields) query += field.name + ", ";
    for (const schema::SalesforceField& field : object.fields)
      if (field.reference_to.size() == 1 && !field.relationship_name.empty())
        query += field.relationship_name + ".Id, ";
    query.resize(query.size() - 2);
    const Report report = check(query + " FROM " + object.name, &schema);
    EXPECT_TRUE(report.ok()) << object.name << ": " << report.diagnostics.front().message;
  }
}

TEST_F(RealDescribe, ItsFieldsAreFilteredSortedAndGroupedAsItSays) {
  for (const schema::SalesforceSchema& schema : schemas_) {
    const schema::SalesforceObject& object = schema.objects.front();
    for (const schema::SalesforceField& field : object.fields) {
      const auto good = [&](const std::string& rest) {
        return check("SELECT COUNT(Id) FROM " + object.name + rest, &schema).ok();
      };
      const bool compound =
          field.type == schema::FieldType::address || field.type == schema::FieldType::location;
      if (!compound) {
        EXPECT_EQ(good(" WHERE " + field.name + " = null"), field.filterable) << field.name;
      }
      EXPECT_EQ(good(" GROUP BY " + field.name), field.groupable) << field.name;
      EXPECT_EQ(check("SELECT Id FROM " + object.name + " ORDER BY " + field.name, &schema).ok(),
                field.sortable)
          << field.name;
    }
  }
}

TEST_F(RealDescribe, ItsMisspeltNamesAreRecognised) {
  std::size_t tried = 0, recognised = 0;
  for (const schema::SalesforceSchema& schema : schemas_) {
    const schema::SalesforceObject& object = schema.objects.front();
    for (const schema::SalesforceField& field : object.fields) {
      if (field.name.size() < 6) continue;
      std::string name = field.name;
      std::swap(name[2], name[3]);
      if (object.find(name) != nullptr) continue;
      const Report report = check("SELECT " + name + " FROM " + object.name, &schema);
      ASSERT_EQ(report.errors(), 1U) << name;
      ++tried;
      const auto& fixes = report.diagnostics.front().fixes;
      if (!fixes.empty() && fixes[0].edits[0].text == field.name) ++recognised;
    }
  }
  EXPECT_GT(tried, 100U);
  EXPECT_GT(recognised * 100, tried * 95);
}

}  // namespace
}  // namespace crosswalk::soql
