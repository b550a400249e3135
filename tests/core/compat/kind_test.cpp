// The look-alikes of a describe, told apart.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "compat/relation.hpp"
#include "schema/describe_reader.hpp"

namespace crosswalk::compat {
namespace {

struct LookAlike {
  const char* name;
  const char* object;
  const char* field;  // as a describe has it
  const char* column;
};

class LookAlikes : public testing::TestWithParam<LookAlike> {};

TEST_P(LookAlikes, AreToldApart) {
  const LookAlike& c = GetParam();
  const auto object = schema::read_describe(std::string(R"({"name":")") + c.object +
                                            R"(","fields":[)" + c.field + "]}");
  ASSERT_TRUE(object.has_value());
  ASSERT_EQ(object->fields.size(), 1U);
  EXPECT_EQ(column_name(column_of(*object, object->fields[0])), c.column);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, LookAlikes,
    testing::Values(
        LookAlike{"Text", "A", R"({"name":"F__c","type":"string","length":80})", "text"},
        LookAlike{"AutoNumber", "A",
                  R"({"name":"F__c","type":"string","length":30,"autoNumber":true})", "autoNumber"},
        LookAlike{"FormulaOfText", "A",
                  R"({"name":"F__c","type":"string","length":1300,"calculated":true,
                     "calculatedFormula":"Name"})",
                  "formulaText"},
        LookAlike{"FormulaOfALink", "A",
                  R"({"name":"F__c","type":"string","length":1300,"calculated":true,
                     "calculatedFormula":"Link__c","htmlFormatted":true})",
                  "formulaRichText"},
        LookAlike{"FormulaOfACheckbox", "A",
                  R"({"name":"F__c","type":"boolean","calculated":true,"calculatedFormula":"A"})",
                  "formulaCheckbox"},
        LookAlike{"FormulaOfANumber", "A",
                  R"({"name":"F__c","type":"double","calculated":true,"calculatedFormula":"1"})",
                  "formulaNumber"},
        LookAlike{"RollUp", "A",
                  R"({"name":"F__c","type":"currency","custom":true,"calculated":true})",
                  "rollUpCurrency"},
        LookAlike{"TextArea", "A", R"({"name":"F__c","type":"textarea","length":255})", "textArea"},
        LookAlike{"LongTextArea", "A", R"({"name":"F__c","type":"textarea","length":256})",
                  "longText"},
        LookAlike{"RichTextArea", "A",
                  R"({"name":"F__c","type":"textarea","length":32768,"htmlFormatted":true})",
                  "richText"},
        LookAlike{"Encrypted", "A", R"({"name":"F__c","type":"encryptedstring","length":175})",
                  "encryptedText"},
        LookAlike{"Picklist", "A", R"({"name":"F__c","type":"picklist"})", "picklist"},
        LookAlike{"RestrictedPicklist", "A",
                  R"({"name":"F__c","type":"picklist","restrictedPicklist":true})",
                  "restrictedPicklist"},
        LookAlike{"MultiPicklist", "A", R"({"name":"F__c","type":"multipicklist"})",
                  "multipicklist"},
        LookAlike{"RestrictedMultiPicklist", "A",
                  R"({"name":"F__c","type":"multipicklist","restrictedPicklist":true})",
                  "restrictedMultipicklist"},
        LookAlike{"Lookup", "A",
                  R"({"name":"F__c","type":"reference","custom":true,"referenceTo":["User"]})",
                  "lookup"},
        LookAlike{"Hierarchy", "User",
                  R"({"name":"F__c","type":"reference","custom":true,"referenceTo":["User"]})",
                  "hierarchy"},
        LookAlike{"ManagerIsALookup", "User",
                  R"({"name":"ManagerId","type":"reference","referenceTo":["User"]})", "lookup"},
        LookAlike{"MasterDetail", "A",
                  R"({"name":"F__c","type":"reference","custom":true,"referenceTo":["B"],
                     "relationshipOrder":0})",
                  "masterDetail"},
        LookAlike{"MasterDetailOfOldVersions", "A",
                  R"({"name":"F__c","type":"reference","custom":true,"referenceTo":["B"],
                     "cascadeDelete":true,"nillable":false})",
                  "masterDetail"},
        LookAlike{"Polymorphic", "Task",
                  R"({"name":"WhoId","type":"reference","referenceTo":["Contact","Lead"]})",
                  "polymorphicLookup"},
        LookAlike{"ExternalLookup", "A",
                  R"({"name":"F__c","type":"reference","referenceTo":["B__x"],
                     "extraTypeInfo":"externallookup"})",
                  "externalLookup"},
        LookAlike{"IndirectLookup", "A__x",
                  R"({"name":"F__c","type":"reference","referenceTo":["Account"],
                     "extraTypeInfo":"indirectlookup","referenceTargetField":"Key__c"})",
                  "indirectLookup"},
        LookAlike{"PersonName", "Contact",
                  R"({"name":"Name","type":"string","nameField":true,"extraTypeInfo":"personname",
                     "createable":false,"updateable":false})",
                  "compoundName"},
        LookAlike{"LastName", "Contact",
                  R"({"name":"LastName","type":"string","compoundFieldName":"Name"})",
                  "namePartText"},
        LookAlike{"AccountName", "Account",
                  R"({"name":"Name","type":"string","compoundFieldName":"Name","createable":true,
                     "updateable":true,"nameField":true,"extraTypeInfo":"switchablepersonname"})",
                  "text"},
        LookAlike{"Street", "Contact",
                  R"({"name":"MailingStreet","type":"textarea","length":255,
                     "compoundFieldName":"MailingAddress"})",
                  "addressPartTextArea"},
        LookAlike{"LeadStreet", "Lead",
                  R"({"name":"City","type":"string","compoundFieldName":"Address"})",
                  "addressPartText"},
        LookAlike{"StandardLatitude", "Contact",
                  R"({"name":"MailingLatitude","type":"double","precision":18,"scale":15,
                     "compoundFieldName":"MailingAddress"})",
                  "geolocationPart"},
        LookAlike{"CustomLatitude", "A",
                  R"({"name":"Place__Latitude__s","type":"double","compoundFieldName":"Place__c"})",
                  "geolocationPart"},
        LookAlike{"FiscalYearIsNoAddress", "Opportunity",
                  R"({"name":"FiscalYear","type":"int","compoundFieldName":"Fiscal"})", "integer"},
        LookAlike{"PersonAccountMirror", "Account",
                  R"({"name":"Diet__pc","type":"string","custom":true})", "personAccountText"},
        LookAlike{"PersonAccountStandard", "Account", R"({"name":"PersonEmail","type":"email"})",
                  "personAccountEmail"},
        LookAlike{"PersonAccountFormula", "Account",
                  R"({"name":"Age__pc","type":"double","calculated":true,
                     "calculatedFormula":"1"})",
                  "formulaNumber"},
        LookAlike{"NoPersonAtAll", "A", R"({"name":"Personnel__c","type":"string","custom":true})",
                  "text"},
        LookAlike{"ANewType", "A", R"({"name":"F__c","type":"hologram"})", "unknown"}),
    [](const auto& info) { return info.param.name; });

std::string corpus_folder() {
  const char* named = std::getenv("CROSSWALK_CORPUS");
  return named != nullptr ? std::string(named) + "/describe" : std::string();
}

TEST(RealDescribes, HaveNoFieldOfAnUnknownColumn) {
  const std::string folder = corpus_folder();
  if (!std::filesystem::is_directory(folder)) {
    GTEST_SKIP() << "CROSSWALK_CORPUS names no folder: real describes are NOT tested";
  }
  std::map<std::string, int> seen;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::stringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    const auto objects = schema::read_describes(text.str());
    ASSERT_TRUE(objects.has_value()) << entry.path();
    for (const schema::SalesforceObject& object : *objects) {
      for (const schema::SalesforceField& field : object.fields) {
        const Column column = column_of(object, field);
        EXPECT_NE(column.kind, Kind::unknown) << object.name << '.' << field.name;
        ++seen[column_name(column)];
      }
    }
  }
  for (const char* column :
       {"personAccountEmail", "personAccountPhone", "personAccountAddress", "formulaNumber",
        "formulaText", "formulaCheckbox", "formulaCurrency", "formulaDate", "namePartText",
        "addressPartTextArea", "geolocationPart", "polymorphicLookup", "compoundName"}) {
    EXPECT_GT(seen[column], 0) << column;
  }
}

}  // namespace
}  // namespace crosswalk::compat
