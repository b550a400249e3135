#include "schema/describe_reader.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "schema/field_kind.hpp"

namespace crosswalk::schema {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(DescribeReader, TakesNullAndAbsentForTheSame) {
  const auto object = read_describe(
      R"({"name":"X__c","label":null,"fields":[{"name":"A__c","type":"string","length":null},
          {"name":"B__c","type":"hologram"},{"type":"string"},17]})");
  ASSERT_TRUE(object.has_value());
  EXPECT_EQ(object->label, "X__c");
  ASSERT_EQ(object->fields.size(), 2U);
  EXPECT_EQ(object->find("a__C")->length, 0U);
  EXPECT_EQ(object->find("B__c")->type, FieldType::unknown);
  EXPECT_EQ(object->find("B__c")->type_text, "hologram");
}

TEST(DescribeReader, TakesPropertiesOfAWrongTypeForAbsent) {
  const auto object = read_describe(
      R"({"name":"X","fields":[{"name":"A","type":"double","precision":"5","scale":-1,
          "createable":"yes","picklistValues":{},"referenceTo":"Y"}],"recordTypeInfos":7})");
  ASSERT_TRUE(object.has_value());
  EXPECT_EQ(object->fields[0].precision, 0U);
  EXPECT_EQ(object->fields[0].scale, 0U);
  EXPECT_FALSE(object->fields[0].createable);
}

// One field that has every property that is kept, each unlike its default.
constexpr std::string_view kEveryProperty = R"({"name":"A__c","label":"A","type":"double",
  "soapType":"xsd:double","length":1,"byteLength":2,"precision":3,"scale":4,"digits":5,
  "relationshipOrder":1,"createable":true,"updateable":true,"nillable":false,
  "defaultedOnCreate":true,"permissionable":true,"deprecatedAndHidden":true,"calculated":true,
  "calculatedFormula":"TODAY() \u003e X__c","formulaTreatNullNumberAsZero":true,"autoNumber":true,
  "custom":true,"nameField":true,"unique":true,"caseSensitive":true,"externalId":true,
  "idLookup":true,"filterable":false,"sortable":false,"groupable":false,"aggregatable":false,
  "queryByDistance":true,"searchPrefilterable":true,"restrictedPicklist":true,
  "dependentPicklist":true,"htmlFormatted":true,"encrypted":true,"highScaleNumber":true,
  "displayLocationInDecimal":true,"dataTranslationEnabled":true,"polymorphicForeignKey":false,
  "namePointing":true,"cascadeDelete":true,"restrictedDelete":true,
  "writeRequiresMasterRead":true,"filteredLookupInfo":{"controllingFields":[],"dependent":false},
  "defaultValue":7.50,"defaultValueFormula":"1 + 1","compoundFieldName":"B","controllerName":"C",
  "relationshipName":"D","referenceTargetField":"E","extraTypeInfo":"F","inlineHelpText":"G",
  "mask":"asterisk","maskType":"all","referenceTo":["H","I"],
  "picklistValues":[{"active":false,"defaultValue":true,"label":"L","validFor":"gAAA","value":"V"}]
})";

std::vector<bool> truths(const SalesforceField& field) {
  return {field.createable,
          field.updateable,
          field.defaulted_on_create,
          field.permissionable,
          field.deprecated_and_hidden,
          field.calculated,
          field.has_formula,
          field.blanks_are_zero,
          field.auto_number,
          field.custom,
          field.name_field,
          field.unique,
          field.case_sensitive,
          field.external_id,
          field.id_lookup,
          field.query_by_distance,
          field.search_prefilterable,
          field.restricted_picklist,
          field.dependent_picklist,
          field.html_formatted,
          field.encrypted,
          field.high_scale_number,
          field.display_location_in_decimal,
          field.data_translation_enabled,
          field.polymorphic,
          field.name_pointing,
          field.cascade_delete,
          field.restricted_delete,
          field.write_requires_master_read,
          field.lookup_filter,
          !field.nillable,
          !field.filterable,
          !field.sortable,
          !field.groupable,
          !field.aggregatable};
}

TEST(DescribeReader, KeepsEveryPropertyOfAField) {
  const auto object = read_describe(R"({"name":"X","fields":[{"name":"Plain"},)" +
                                    std::string(kEveryProperty) + "]}");
  ASSERT_TRUE(object.has_value()) << object.error().message;
  const SalesforceField& field = object->fields[1];
  EXPECT_EQ(truths(field), std::vector<bool>(truths(field).size(), true));
  EXPECT_EQ(truths(object->fields[0]), std::vector<bool>(truths(field).size(), false));
  EXPECT_EQ((std::vector{field.length, field.byte_length, field.precision, field.scale,
                         field.digits, *field.relationship_order}),
            (std::vector<std::uint32_t>{1, 2, 3, 4, 5, 1}));
  EXPECT_EQ(
      (std::vector{field.name, field.label, field.type_text, field.soap_type, field.default_value,
                   field.default_value_formula, field.formula, field.compound_field_name,
                   field.controller_name, field.relationship_name, field.reference_target_field,
                   field.extra_type_info, field.inline_help_text, field.mask, field.mask_type}),
      (std::vector<std::string>{"A__c", "A", "double", "xsd:double", "7.50", "1 + 1",
                                "TODAY() > X__c", "B", "C", "D", "E", "F", "G", "asterisk",
                                "all"}));
  EXPECT_EQ(field.reference_to, (std::vector<std::string>{"H", "I"}));
  ASSERT_EQ(field.picklist_values.size(), 1U);
  const PicklistValue& value = field.picklist_values[0];
  EXPECT_EQ(value.value + value.label + value.valid_for, "VLgAAA");
  EXPECT_TRUE(!value.active && value.default_value);
}

TEST(DescribeReader, KeepsWhatAnObjectSaysBesidesItsFields) {
  const auto object = read_describe(R"({"name":"X","label":"A","labelPlural":"As","keyPrefix":"a0B",
    "associateEntityType":"History","associateParentEntity":"Y","custom":true,"customSetting":true,
    "deprecatedAndHidden":true,"createable":false,"updateable":false,"deletable":false,
    "undeletable":true,"queryable":false,"retrieveable":false,"searchable":false,
    "triggerable":false,"replicateable":true,"mergeable":true,"hasSubtypes":true,"isSubtype":true,
    "isInterface":true,"supportedScopes":[{"label":"Mine","name":"mine"},{"name":"team"}],
    "recordTypeInfos":[{"active":false,"available":false,"defaultRecordTypeMapping":true,
      "developerName":"D","master":true,"name":"N","recordTypeId":"012","urls":{"layout":"/x"}}],
    "childRelationships":[{"cascadeDelete":true,"childSObject":"C","deprecatedAndHidden":true,
      "field":"F","junctionIdListNames":[],"relationshipName":"R","restrictedDelete":true}]})");
  ASSERT_TRUE(object.has_value()) << object.error().message;
  EXPECT_EQ(object->label_plural + object->key_prefix + object->associate_entity_type +
                object->associate_parent_entity,
            "Asa0BHistoryY");
  const std::vector<bool> set{
      object->custom,       object->custom_setting, object->deprecated_and_hidden,
      object->undeletable,  object->replicateable,  object->mergeable,
      object->has_subtypes, object->is_subtype,     object->is_interface};
  EXPECT_EQ(set, std::vector<bool>(set.size(), true));
  const std::vector<bool> cleared{object->createable,  object->updateable,   object->deletable,
                                  object->queryable,   object->retrieveable, object->searchable,
                                  object->triggerable, object->has_fields};
  EXPECT_EQ(cleared, std::vector<bool>(cleared.size(), false));
  EXPECT_EQ(object->supported_scopes, (std::vector<std::string>{"mine", "team"}));
  ASSERT_EQ(object->record_types.size(), 1U);
  const RecordType& type = object->record_types[0];
  EXPECT_EQ(type.id + type.name + type.developer_name, "012ND");
  EXPECT_TRUE(!type.active && !type.available && type.default_mapping && type.master);
  ASSERT_EQ(object->child_relationships.size(), 1U);
  const ChildRelationship& child = object->child_relationships[0];
  EXPECT_EQ(child.object + child.field + child.name, "CFR");
  EXPECT_TRUE(child.cascade_delete && child.restricted_delete && child.deprecated_and_hidden);
}

TEST(DescribeReader, ReadsMembersInAnyOrderAndEscapedNames) {
  const auto object = read_describe(
      R"({"fields":[{"updateable":true,"n\u0061me":"A","createable":true,"unheardOf":{"name":[{}]}}],
          "unheardOf":[[{"name":"Y","fields":[]}]],"name":"X"})");
  ASSERT_TRUE(object.has_value()) << object.error().message;
  EXPECT_EQ(object->name, "X");
  ASSERT_EQ(object->fields.size(), 1U);
  EXPECT_TRUE(object->fields[0].createable && object->fields[0].updateable);
}

TEST(DescribeReader, RefusesAPropertyThatComesTwice) {
  const auto object = read_describe(
      "{\"name\":\"X\",\"fields\":[{\"name\":\"A\",\n\"unique\":true,\"unique\":false}]}");
  ASSERT_FALSE(object.has_value());
  EXPECT_EQ(object.error().code, "jsonDuplicateKey");
  EXPECT_EQ(object.error().path, "2:15");
}

struct Wrapping {
  std::string name;
  std::string before, after;
};

class Wrapped : public testing::TestWithParam<Wrapping> {};

TEST_P(Wrapped, IsUnwrapped) {
  const auto object = read_describe(
      GetParam().before + R"({"name":"X","queryable":true,"fields":[]})" + GetParam().after);
  ASSERT_TRUE(object.has_value()) << object.error().message;
  EXPECT_EQ(object->name, "X");
  EXPECT_TRUE(object->has_fields);
}

INSTANTIATE_TEST_SUITE_P(
    Describe, Wrapped,
    testing::Values(
        Wrapping{"Alone", "", ""}, Wrapping{"InAList", "[", "]"},
        Wrapping{"InComposite", R"({"compositeResponse":[{"httpStatusCode":200,"body":)", "}]}"},
        Wrapping{"InBatch", R"({"hasErrors":false,"results":[{"statusCode":200,"result":)", "}]}"},
        Wrapping{"AsBasicAnswer", R"({"objectDescribe":)", R"(,"recentItems":[]})"}),
    [](const testing::TestParamInfo<Wrapping>& info) { return info.param.name; });

TEST(DescribeReader, SaysThatATextIsNoDescribe) {
  for (const char* text : {"{}", "[]", "7", R"({"records":[{"Name":"x"}]})",
                           R"([{"message":"x","errorCode":"NOT_FOUND"}])"}) {
    const auto objects = read_describes(text);
    ASSERT_FALSE(objects.has_value()) << text;
    EXPECT_EQ(objects.error().code, "describeUnrecognised");
  }
  EXPECT_EQ(read_describes("{\"name\": ").error().code, "jsonSyntax");
}

TEST(DescribeReader, PrefersADescribeWithFieldsToAListing) {
  const std::string_view listing = R"({"sobjects":[{"name":"X","queryable":true}]})";
  const std::string_view full = R"({"name":"X","fields":[{"name":"Id","type":"id"}]})";
  for (const auto& texts : {std::vector{listing, full}, std::vector{full, listing}}) {
    const auto schema = read_schema(texts);
    ASSERT_TRUE(schema.has_value());
    ASSERT_EQ(schema->objects.size(), 1U);
    EXPECT_TRUE(schema->find("x")->has_fields);
  }
}

TEST(DescribeReader, NamesTheTextThatIsBroken) {
  const std::vector<std::string_view> texts{R"({"name":"X","fields":[]})", "{\n]"};
  EXPECT_EQ(read_schema(texts).error().path, "1:2:1");
}

// Every answer of the real corpus: describes give objects, and all else a clear refusal.
class Corpus : public testing::Test {
 protected:
  void SetUp() override {
    const char* const folder = std::getenv("CROSSWALK_CORPUS");
    if (folder == nullptr || !fs::is_directory(folder)) {
      GTEST_SKIP() << "CROSSWALK_CORPUS names no folder: real describes are NOT tested";
    }
    folder_ = folder;
  }
  fs::path folder_;
};

TEST_F(Corpus, EveryDescribeIsRead) {
  std::size_t files = 0;
  std::size_t fields = 0;
  for (const auto& entry : fs::directory_iterator(folder_ / "describe")) {
    SCOPED_TRACE(entry.path().filename().string());
    const auto objects = read_describes(text_of(entry.path()));
    ASSERT_TRUE(objects.has_value()) << objects.error().path << " " << objects.error().message;
    for (const SalesforceObject& object : *objects) {
      EXPECT_TRUE(object.has_fields) << object.name;
      EXPECT_FALSE(object.fields.empty()) << object.name;
      for (const SalesforceField& field : object.fields) {
        EXPECT_NE(field.type, FieldType::unknown) << field.name << " " << field.type_text;
        EXPECT_EQ(object.find(field.name), &field);
        EXPECT_FALSE(setup_label(field).empty());
      }
      fields += object.fields.size();
    }
    ++files;
  }
  EXPECT_GE(files, 15U);
  EXPECT_GT(fields, 780U);
  RecordProperty("fields", static_cast<int>(fields));
}

TEST_F(Corpus, GlobalDescribesAreRead) {
  std::map<std::string, std::size_t> least{
      {"global/cumulusci-describeGlobal.json", 100},
      {"rest/restforce-list_sobjects_success_response.json", 1},
      {"rest/restforce-describe_sobjects_success_response.json", 1}};
  for (const auto& [file, count] : least) {
    const auto objects = read_describes(text_of(folder_ / file));
    ASSERT_TRUE(objects.has_value()) << file << ": " << objects.error().message;
    EXPECT_GE(objects->size(), count) << file;
    EXPECT_FALSE(objects->front().name.empty()) << file;
  }
}

TEST_F(Corpus, EveryFileGivesObjectsOrAClearRefusal) {
  std::size_t read = 0;
  std::size_t refused = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
    if (!entry.is_regular_file()) continue;
    const auto objects = read_describes(text_of(entry.path()));
    if (objects) {
      ++read;
      continue;
    }
    ++refused;
    EXPECT_FALSE(objects.error().message.empty()) << entry.path();
    EXPECT_FALSE(objects.error().path.empty()) << entry.path();
  }
  EXPECT_GE(read, 18U);
  EXPECT_GT(refused, 100U);
}

TEST_F(Corpus, RequiredFieldsAreTheKnownOnes) {
  const std::map<std::string, std::vector<std::string>> required{
      {"cumulusci-Contact.json", {"LastName"}},
      {"cumulusci-Lead.json", {"LastName", "Company"}},
      {"cumulusci-Opportunity.json", {"Name", "StageName", "CloseDate"}}};
  for (const auto& [file, names] : required) {
    const auto object = read_describe(text_of(folder_ / "describe" / file));
    ASSERT_TRUE(object.has_value()) << file;
    std::vector<std::string> found;
    for (const SalesforceField& field : object->fields) {
      if (is_required_on_create(field)) found.push_back(field.name);
    }
    EXPECT_EQ(found, names) << file;
  }
}

}  // namespace
}  // namespace crosswalk::schema
