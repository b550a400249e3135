#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "json/read.hpp"
#include "mapping/members.hpp"
#include "mapping/reader.hpp"
#include "mapping/words.hpp"
#include "mapping/writer.hpp"

namespace crosswalk::mapping {
namespace {

constexpr std::string_view kEverything = R"({
  // every member of the contract
  "version": 1, "name": "All", "policy": "strict-events",
  "people": [{ "platform": "p", "order": ["Contact"], "create": "none" }],
  "objects": [{
    "platform": "p", "salesforce": "Contact", "direction": "both",
    "match": { "externalId": "K__c", "fields": ["email"], "onMultiple": "newest" },
    "create": false, "update": false, "onDelete": "mirror", "owner": "connectedUser",
    "where": { "salesforce": "A = 1", "platform": "b = 'c'" },
    "fields": [
      { "platform": "a", "salesforce": "A__c" },
      { "platform": "b", "salesforce": "B__c", "direction": "pull", "conflict": "salesforceUnlessBlank",
        "transform": [{ "map": { "x": null, "y": 1.50, "z": true }, "otherwise": "o" }, { "join": ";" }],
        "onTooLong": "truncate", "onNull": "default", "default": 12345678901234567890.10, "display": true }
    ],
    "constants": [{ "salesforce": "C__c", "value": false }],
    "lists": ["L"], "campaign": { "name": "N" }, "parent": { "salesforce": "AccountId" },
    "assignOwner": { "default": "u" }, "recordType": "R", "shape": "person",
    "consent": { "salesforce": "X" }, "stamps": { "lastSync": "S__c" }
  }]
})";

TEST(MappingReader, ReadsEveryMemberOfTheContract) {
  const ReadOutcome outcome = read(kEverything);
  ASSERT_TRUE(outcome.document.has_value());
  EXPECT_TRUE(outcome.report.ok());
  const Document& document = *outcome.document;
  EXPECT_EQ(document.name, "All");
  EXPECT_EQ(document.kept.size(), 1U);
  EXPECT_EQ(document.policy, "strict-events");
  ASSERT_EQ(document.objects.size(), 1U);
  const ObjectMapping& object = document.objects[0];
  EXPECT_EQ(object.direction, Direction::both);
  EXPECT_EQ(object.match.external_id, "K__c");
  EXPECT_EQ(object.match.on_multiple, OnMultiple::newest);
  EXPECT_FALSE(object.create || object.update);
  EXPECT_EQ(object.on_delete, OnDelete::mirror);
  EXPECT_EQ(object.owner, Owner::connected_user);
  EXPECT_EQ(object.where.platform, "b = 'c'");
  EXPECT_EQ(object.kept.size(), 8U);
  ASSERT_EQ(object.fields.size(), 2U);
  const FieldMapping& field = object.fields[1];
  EXPECT_EQ(field.pointer, "/objects/0/fields/1");
  EXPECT_EQ(field.default_value, (Literal{LiteralKind::number, "12345678901234567890.10"}));
  EXPECT_EQ(field.on_null, OnNull::default_value);
  EXPECT_EQ(field.conflict, Conflict::salesforce_unless_blank);
  EXPECT_EQ(effective_direction(object, field), Direction::pull);
  ASSERT_EQ(field.transforms.size(), 2U);
  const Transform& map = field.transforms[0];
  EXPECT_EQ(map.step, Step::map);
  EXPECT_EQ(map.entries[0].to.kind, LiteralKind::null);
  EXPECT_EQ(map.entries[1].to.text, "1.50");
  EXPECT_EQ(map.otherwise.text, "o");
  EXPECT_EQ(field.transforms[1].step, Step::join);
  EXPECT_EQ(field.transforms[1].text("join"), ";");
}

TEST(MappingReader, SaysWhatThisVersionDoesNotCarryOut) {
  std::set<std::string> pointers;
  for (const Diagnostic& found : read(kEverything).report.diagnostics) {
    EXPECT_EQ(found.code, "CW1107");
    EXPECT_EQ(found.severity, Severity::warning);
    pointers.insert(found.pointer);
  }
  EXPECT_EQ(pointers,
            (std::set<std::string>{"/people", "/objects/0/onDelete", "/objects/0/lists",
                                   "/objects/0/campaign", "/objects/0/parent",
                                   "/objects/0/assignOwner", "/objects/0/recordType",
                                   "/objects/0/shape", "/objects/0/consent", "/objects/0/stamps"}));
}

TEST(MappingWriter, LosesNothing) {
  const ReadOutcome first = read(kEverything);
  const std::string written = write(*first.document);
  const ReadOutcome second = read(written);
  ASSERT_TRUE(second.document.has_value()) << written;
  EXPECT_TRUE(second.report.ok()) << written;
  EXPECT_EQ(write(*second.document), written);
  EXPECT_EQ(second.document->objects[0].fields[1].default_value,
            first.document->objects[0].fields[1].default_value);
  EXPECT_EQ(second.document->objects[0].kept, first.document->objects[0].kept);
  EXPECT_EQ(second.document->kept, first.document->kept);
  EXPECT_EQ(second.document->policy, first.document->policy);
}

TEST(Shorthand, IsReadAndPrintedBack) {
  const ReadOutcome outcome = read(R"({ "version": 1, "objects": [{ "platform": "p",
      "salesforce": "C", "fields": { "a": "A__c", "b/c": "B__c" } }] })");
  ASSERT_TRUE(outcome.document.has_value());
  EXPECT_TRUE(outcome.report.ok());
  const ObjectMapping& object = outcome.document->objects[0];
  EXPECT_TRUE(object.short_fields);
  ASSERT_EQ(object.fields.size(), 2U);
  EXPECT_EQ(object.fields[1].pointer, "/objects/0/fields/b~1c");
  const std::string written = write(*outcome.document, FieldStyle::shorthand);
  EXPECT_NE(written.find("\"b/c\": \"B__c\""), std::string::npos) << written;
  const ReadOutcome again = read(written);
  EXPECT_TRUE(again.document->objects[0].short_fields);
  EXPECT_EQ(write(*again.document, FieldStyle::full), write(*outcome.document, FieldStyle::full));
}

TEST(Shorthand, IsNotPrintedWhereAFieldSaysMore) {
  const ReadOutcome outcome = read(R"({ "version": 1, "objects": [{ "platform": "p",
      "salesforce": "C", "fields": [{ "platform": "a", "salesforce": "A", "onNull": "skip" }] }] })");
  const std::string written = write(*outcome.document, FieldStyle::shorthand);
  EXPECT_NE(written.find("\"onNull\": \"skip\""), std::string::npos) << written;
}

TEST(MappingReader, GivesNoDocumentForWhatIsNone) {
  for (const char* text : {"", "[]", "7", "{}", "{ \"version\": 1 }", "{ \"objects\": 7 }"}) {
    const ReadOutcome outcome = read(text);
    EXPECT_FALSE(outcome.document.has_value()) << text;
    EXPECT_FALSE(outcome.report.ok()) << text;
    for (const Diagnostic& found : outcome.report.diagnostics) {
      EXPECT_TRUE(found.position.has_value()) << text;
    }
  }
}

// What the schema lists at a level, and what the reader's table lists.
template <std::size_t N>
void expect_same_members(const nlohmann::ordered_json& level, const std::array<Member, N>& table) {
  std::set<std::string> published;
  for (const auto& item : level.at("properties").items()) published.insert(item.key());
  std::set<std::string> read;
  std::set<std::string> required;
  for (const Member& member : table) {
    read.insert(std::string(member.name));
    if (member.required) required.insert(std::string(member.name));
  }
  EXPECT_EQ(published, read);
  std::set<std::string> published_required;
  if (level.contains("required")) {
    for (const auto& name : level.at("required")) published_required.insert(name);
  }
  EXPECT_EQ(published_required, required);
  EXPECT_EQ(level.at("additionalProperties"), false);
}

template <std::size_t N>
void expect_same_words(const nlohmann::ordered_json& level,
                       const std::array<std::string_view, N>& words) {
  std::set<std::string> published;
  for (const auto& word : level.at("enum")) published.insert(word);
  EXPECT_EQ(published, std::set<std::string>(words.begin(), words.end()));
}

TEST(JsonSchema, ListsWhatTheReaderTakes) {
  const auto schema = json::read(json_schema());
  ASSERT_TRUE(schema.has_value()) << schema.error().message;
  const auto& parts = schema->at("$defs");
  expect_same_members(*schema, kDocumentMembers);
  expect_same_members(parts.at("object"), kObjectMembers);
  expect_same_members(parts.at("match"), kMatchMembers);
  expect_same_members(parts.at("where"), kWhereMembers);
  expect_same_members(parts.at("consent"), kConsentMembers);
  expect_same_members(parts.at("field"), kFieldMembers);
  expect_same_members(parts.at("constant"), kConstantMembers);
  expect_same_members(parts.at("transform"), kTransformMembers);
  expect_same_words(parts.at("direction"), kDirectionWords);
  const auto& object = parts.at("object").at("properties");
  expect_same_words(object.at("onDelete"), kOnDeleteWords);
  expect_same_words(object.at("owner"), kOwnerWords);
  const auto& field = parts.at("field").at("properties");
  expect_same_words(field.at("conflict"), kConflictWords);
  expect_same_words(field.at("onTooLong"), kOnTooLongWords);
  expect_same_words(field.at("onNull"), kOnNullWords);
  expect_same_words(parts.at("match").at("properties").at("onMultiple"), kOnMultipleWords);
  expect_same_words(parts.at("consent").at("properties").at("unknown"), kUnknownConsentWords);
}

}  // namespace
}  // namespace crosswalk::mapping
