#include "org/schema.hpp"

#include <cstdlib>
#include <filesystem>
#include <set>

#include "org/object_table.hpp"
#include "org/test/local_org.hpp"

namespace crosswalk::org {
namespace {

TEST(ObjectTables, NameTheLineThatCannotBeRead) {
  const std::pair<const char*, const char*> cases[] = {
      {"object A \"A\" \"As\" 001\nName text(80)", "t.txt:2"},
      {"object A", "t.txt:1"},
      {"object A \"A\" \"As\" 001\n\n@nothing", "t.txt:3"},
      {"object A \"A", "t.txt:1"}};
  for (const auto& [text, place] : cases) {
    const auto table = parse_table(text, "t.txt");
    ASSERT_FALSE(table.has_value());
    EXPECT_EQ(table.error().path, place);
  }
}

TEST(ObjectTables, BecomeDescribesThatTellRequiredFieldsAsSalesforceDoes) {
  Schema schema;
  const auto tables = read_tables(CROSSWALK_ORG_OBJECTS);
  ASSERT_TRUE(tables.has_value());
  for (const Json& table : *tables) schema.add(*read_describe(table));
  const std::map<std::string, std::set<std::string>> wanted = {
      {"Contact", {"LastName"}},
      {"Lead", {"LastName", "Company"}},
      {"Account", {"Name"}},
      {"Opportunity", {"Name", "StageName", "CloseDate"}}};
  for (const auto& [name, fields] : wanted) {
    std::set<std::string> required;
    for (const Field& field : schema.find(name)->fields)
      if (field.required_on_create()) required.insert(field.name);
    EXPECT_EQ(required, fields) << name;
  }
}

// The folder of real describes, where there is one; empty otherwise.
std::string corpus_folder() {
  const char* named = std::getenv("CROSSWALK_CORPUS");
  const std::string folder = named ? std::string(named) + "/describe" : "";
  return std::filesystem::is_directory(folder) ? folder : "";
}

TEST(RealDescribes, AreAllReadAndHaveTheShapeOfOurs) {
  const std::string folder = corpus_folder();
  if (folder.empty())
    GTEST_SKIP()
        << "SKIPPED LOUDLY: no real describes; CROSSWALK_CORPUS names no folder with describe/";
  Schema schema;
  std::vector<std::string> passed_over;
  ASSERT_TRUE(load_describes(folder, schema, passed_over).has_value());
  EXPECT_FALSE(schema.objects().empty());
  const Object* real = schema.find("Contact");
  ASSERT_NE(real, nullptr);
  const auto tables = read_tables(CROSSWALK_ORG_OBJECTS);
  for (const Json& table : *tables) {
    if (table["name"] != "Contact") continue;
    const Object ours = *read_describe(table);
    for (const Field& field : real->fields) {
      const auto place = ours.find(field.name);
      ASSERT_TRUE(place) << field.name;
      const Field& own = ours.fields[*place];
      EXPECT_EQ(
          std::tie(own.type_name, own.length, own.precision, own.scale, own.nillable,
                   own.createable, own.updateable, own.filterable, own.sortable, own.id_lookup),
          std::tie(field.type_name, field.length, field.precision, field.scale, field.nillable,
                   field.createable, field.updateable, field.filterable, field.sortable,
                   field.id_lookup))
          << field.name;
    }
  }
}

TEST(Describe, AnswersWithTheVersionOfTheCallAnd304WhenUnchanged) {
  LocalOrg org;
  const Response whole = org.send("GET", "/services/data/v59.0/sobjects/contact/describe");
  EXPECT_EQ(whole.status, 200);
  EXPECT_NE(whole.body.find("/services/data/v59.0/sobjects/Contact/describe"), std::string::npos);
  EXPECT_EQ(whole.body.find("{version}"), std::string::npos);
  const Response same = org.send("GET", "sobjects/Contact/describe", "",
                                 {{"if-modified-since", header_of(whole, "Last-Modified")}});
  EXPECT_EQ(same.status, 304);
  EXPECT_TRUE(same.body.empty());
  EXPECT_EQ(org.send("GET", "sobjects/Nope/describe").status, 404);
  EXPECT_EQ(org.send("GET", "/services/data/v20.0/sobjects").status, 410);
}

}  // namespace
}  // namespace crosswalk::org
