#include "schema/field_kind.hpp"

#include <gtest/gtest.h>

#include <string>

#include "schema/describe_reader.hpp"

namespace crosswalk::schema {
namespace {

struct Case {
  std::string name;
  std::string properties;  // members of the field's describe, name aside
  FieldKind kind;
  std::string label;
};

class LookAlike : public testing::TestWithParam<Case> {};

TEST_P(LookAlike, IsToldApart) {
  const auto object = read_describe(R"({"name":"X__c","fields":[{"name":"F__c","custom":true,)" +
                                    GetParam().properties + "}]}");
  ASSERT_TRUE(object.has_value()) << object.error().message;
  EXPECT_EQ(field_kind(object->fields[0]), GetParam().kind);
  EXPECT_EQ(setup_label(object->fields[0]), GetParam().label);
}

INSTANTIATE_TEST_SUITE_P(
    FieldKind, LookAlike,
    testing::Values(
        Case{"Text", R"("type":"string","createable":true)", FieldKind::plain, "Text"},
        Case{"Formula", R"("type":"double","calculated":true,"calculatedFormula":"1+1")",
             FieldKind::formula, "Formula"},
        Case{"FormulaOfText", R"("type":"string","calculated":true,"calculatedFormula":"Name")",
             FieldKind::formula, "Formula"},
        Case{"RollUp", R"("type":"currency","calculated":true,"calculatedFormula":null)",
             FieldKind::roll_up, "Roll-Up Summary"},
        Case{"ComputedWithoutAWord", R"("type":"double")", FieldKind::server_computed, "Number"},
        Case{"AutoNumber", R"("type":"string","autoNumber":true)", FieldKind::auto_number,
             "Auto Number"},
        Case{"Lookup", R"("type":"reference","referenceTo":["Account"],"createable":true)",
             FieldKind::lookup, "Lookup Relationship"},
        Case{"MasterDetailByOrder", R"("type":"reference","relationshipOrder":0)",
             FieldKind::master_detail, "Master-Detail Relationship"},
        Case{"MasterDetailByCascade", R"("type":"reference","cascadeDelete":true,"nillable":false)",
             FieldKind::master_detail, "Master-Detail Relationship"},
        Case{"PolymorphicByProperty", R"("type":"reference","polymorphicForeignKey":true)",
             FieldKind::polymorphic_lookup, "Lookup Relationship"},
        Case{"PolymorphicByTargets", R"("type":"reference","referenceTo":["Lead","Contact"])",
             FieldKind::polymorphic_lookup, "Lookup Relationship"},
        Case{"ExternalLookup", R"("type":"reference","extraTypeInfo":"externallookup")",
             FieldKind::external_lookup, "External Lookup Relationship"},
        Case{"IndirectLookup", R"("type":"reference","extraTypeInfo":"indirectlookup")",
             FieldKind::indirect_lookup, "Indirect Lookup Relationship"},
        Case{"TextArea", R"("type":"textarea","length":255)", FieldKind::plain, "Text Area"},
        Case{"LongText", R"("type":"textarea","length":32768)", FieldKind::long_text,
             "Text Area (Long)"},
        Case{"RichText", R"("type":"textarea","length":32768,"htmlFormatted":true)",
             FieldKind::rich_text, "Text Area (Rich)"},
        Case{"Address", R"("type":"address")", FieldKind::compound, "Address"},
        Case{"Unknown", R"("type":"hologram")", FieldKind::plain, "hologram"}),
    [](const testing::TestParamInfo<Case>& info) { return info.param.name; });

TEST(RequiredOnCreate, NeedsCreateableNotNillableAndNoDefault) {
  SalesforceField field;
  field.type = FieldType::string;
  field.createable = true;
  field.nillable = false;
  EXPECT_TRUE(is_required_on_create(field));
  field.defaulted_on_create = true;
  EXPECT_FALSE(is_required_on_create(field));
  field.defaulted_on_create = false;
  field.type = FieldType::boolean;  // never nillable, never required
  EXPECT_FALSE(is_required_on_create(field));
}

}  // namespace
}  // namespace crosswalk::schema
