// The readers of documents from outside, all behind one face: text in, report out.
#pragma once

#include <string>
#include <string_view>

#include "validate/validate.hpp"

namespace crosswalk::robustness {

struct Reader {
  const char* name;
  Report (*read)(std::string_view text);
  // A small good document of this kind.
  std::string_view good;
};

inline constexpr std::string_view kPlatform =
    R"({"version":1,"objects":[{"name":"person","key":"id","fields":[{"name":"id","type":"text",
    "maxLength":36},{"name":"kind","type":"selectList","values":["a","é","\ud83d\ude00"]}]}]})";

inline constexpr std::string_view kDescribe =
    R"({"name":"Contact","label":"Kontakt","createable":true,"fields":[{"name":"Id","type":"id",
    "length":18,"nillable":false},{"name":"Key__c","type":"string","length":36,"externalId":true,
    "unique":true,"idLookup":true,"createable":true,"updateable":true},{"name":"Kind__c","type":"picklist","length":255,"custom":true,
    "createable":true,"picklistValues":[{"value":"a","label":"\u00c4","active":true}],
    "referenceTo":[]}],"recordTypeInfos":[{"name":"Master","master":true}]})";

inline constexpr std::string_view kMapping =
    R"({"version":1,"name":"People", // a comment
    "objects":[{"platform":"person","salesforce":"Contact","direction":"push",
    "match":{"externalId":"Key__c"},"fields":[{"platform":"kind","salesforce":"Kind__c"}]}]})";

inline constexpr std::string_view kOrg =
    R"({"limits":{"DailyApiRequests":{"Max":15000,"Remaining":14000}},"recordCounts":{"Contact":12},
    "personAccounts":false,"multiCurrency":true})";

inline constexpr Reader kReaders[] = {
    {"Platform", [](std::string_view text) { return validate::Workspace().set_platform(text); },
     kPlatform},
    {"Describe", [](std::string_view text) { return validate::Workspace().add_describe(text); },
     kDescribe},
    {"Org", [](std::string_view text) { return validate::Workspace().set_org(text); }, kOrg},
    {"Mapping",
     [](std::string_view text) {
       static const validate::Workspace schemas = [] {
         validate::Workspace made;
         (void)made.set_platform(kPlatform);
         (void)made.add_describe(kDescribe);
         return made;
       }();
       return schemas.validate(text);
     },
     kMapping},
};

}  // namespace crosswalk::robustness
