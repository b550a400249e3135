// CW22xx: how the two records of one thing are found.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kMatchMissing{
    .code = "CW2201",
    .severity = Severity::error,
    .cause = "Without it, every record would be created again.",
};
inline constexpr Entry kMatchMissingEntry{
    .code = kMatchMissing,
    .title = "Nothing says how records are matched",
    .example = "an object pair that pushes, without \"match\"",
    .cure = "Add \"match\" with the external id field that holds the platform's key.",
};

inline constexpr Code kExternalIdUnknown{
    .code = "CW2202",
    .severity = Severity::error,
    .cause = "The field does not exist, or the connected user may not see it.",
};
inline constexpr Entry kExternalIdUnknownEntry{
    .code = kExternalIdUnknown,
    .title = "The external id field does not exist",
    .example = R"("match": { "externalId": "Particpant_Id__c" })",
    .cure =
        "Create it in Salesforce as Text, external id and unique, and give the connected user "
        "access to it.",
};

inline constexpr Code kExternalIdUnfit{
    .code = "CW2203",
    .severity = Severity::error,
    .cause = "Salesforce finds records by external id fields and a few standard ones only.",
};
inline constexpr Entry kExternalIdUnfitEntry{
    .code = kExternalIdUnfit,
    .title = "The field cannot serve as external id",
    .example = R"("match": { "externalId": "Title" })",
    .cure = "Choose a field that is marked as External ID and that takes the platform's key.",
};

inline constexpr Code kExternalIdNotUnique{
    .code = "CW2204",
    .severity = Severity::warning,
    .cause =
        "Two Salesforce records may carry the same value; then neither is written, and the "
        "record becomes an issue.",
};
inline constexpr Entry kExternalIdNotUniqueEntry{
    .code = kExternalIdNotUnique,
    .title = "The external id is not unique",
    .example = "an external id field without \"Do not allow duplicate values\"",
    .cure = "Mark the field as unique in Salesforce.",
};

inline constexpr Code kExternalIdTooShort{
    .code = "CW2205",
    .severity = Severity::warning,
    .cause = "Records with a longer key will be refused.",
};
inline constexpr Entry kExternalIdTooShortEntry{
    .code = kExternalIdTooShort,
    .title = "The external id is shorter than the platform's key",
    .example = "a key of 36 characters and an external id of Text(20)",
    .cure = "Lengthen the field in Salesforce, or choose another one.",
};

inline constexpr Code kMatchFieldUnknown{
    .code = "CW2206",
    .severity = Severity::error,
    .cause = "Records can be matched only by fields that are mapped.",
};
inline constexpr Entry kMatchFieldUnknownEntry{
    .code = kMatchFieldUnknown,
    .title = "A match field is not mapped",
    .example = R"("match": { "fields": ["emial"] })",
    .cure = "Name platform fields that this pair maps.",
};

inline constexpr Code kCreateWithoutExternalId{
    .code = "CW2207",
    .severity = Severity::error,
    .cause = "If Salesforce's answer is lost, sending the record again would create it twice.",
};
inline constexpr Entry kCreateWithoutExternalIdEntry{
    .code = kCreateWithoutExternalId,
    .title = "Creating without an external id may create twice",
    .example = R"("match": { "fields": ["email"] }, "create": true)",
    .cure = "Match by an external id field, or set \"create\" to false.",
};

inline constexpr Code kExternalIdType{
    .code = "CW2208",
    .severity = Severity::error,
    .cause = "The external id must take every key of the platform.",
};
inline constexpr Entry kExternalIdTypeEntry{
    .code = kExternalIdType,
    .title = "The external id does not take the platform's key",
    .example = "a text key and an external id of type Number",
    .cure = "Choose an external id of a type that takes the key, Text at best.",
};

inline constexpr Code kExternalIdMapped{
    .code = "CW2210",
    .severity = Severity::error,
    .cause = "\"match\" uses this field to find the record.",
};
inline constexpr Entry kExternalIdMappedEntry{
    .code = kExternalIdMapped,
    .title = "The external id is written by another field",
    .example = R"({ "platform": "badge", "salesforce": "Participant_Id__c" })",
    .cure = "Remove the line; the external id is written by itself.",
};

inline constexpr Code kExternalIdCase{
    .code = "CW2211",
    .severity = Severity::info,
    .cause = "Two keys that differ in letter case only would be one record in Salesforce.",
};
inline constexpr Entry kExternalIdCaseEntry{
    .code = kExternalIdCase,
    .title = "The external id does not tell letter case apart",
    .example = "the keys \"a1X\" and \"A1x\" in an external id that is not case-sensitive",
    .cure = "Set the field to unique and case-sensitive, unless keys never differ so.",
};

inline constexpr Code kExternalIdNoLookup{
    .code = "CW2212",
    .severity = Severity::error,
    .cause = "Salesforce refuses upserts by a field that is not open to lookups.",
};
inline constexpr Entry kExternalIdNoLookupEntry{
    .code = kExternalIdNoLookup,
    .title = "Records cannot be found by the external id",
    .example = "an external id field whose describe says idLookup false",
    .cure = "Choose another external id, or ask the admin to index the field anew.",
};

inline constexpr Code kExternalIdStandard{
    .code = "CW2213",
    .severity = Severity::warning,
    .cause =
        "What people change there breaks the tie between the two records, and the next run "
        "creates a second one.",
};
inline constexpr Entry kExternalIdStandardEntry{
    .code = kExternalIdStandard,
    .title = "A field that people fill holds the platform's key",
    .example = R"("match": { "externalId": "Email" })",
    .cure = "Keep the key in an external id field of its own.",
};

inline constexpr Code kKeyNotUnique{
    .code = "CW2214",
    .severity = Severity::warning,
    .cause = "Two platform records with one key would write to the same Salesforce record.",
};
inline constexpr Entry kKeyNotUniqueEntry{
    .code = kKeyNotUnique,
    .title = "The platform's key is not said to be unique",
    .example = R"({ "name": "id", "type": "text" } as the key)",
    .cure = "Give the key field \"unique\": true in the platform schema, or choose another key.",
};

inline constexpr Code kKeyMayBeEmpty{
    .code = "CW2215",
    .severity = Severity::warning,
    .cause = "A record without a key cannot be tied to a Salesforce record.",
};
inline constexpr Entry kKeyMayBeEmptyEntry{
    .code = kKeyMayBeEmpty,
    .title = "The platform's key may be empty",
    .example = R"({ "name": "id", "type": "text", "unique": true } as the key)",
    .cure = "Give the key field \"required\": true in the platform schema.",
};

inline constexpr Code kMatchFieldNotUnique{
    .code = "CW2216",
    .severity = Severity::info,
    .cause = "Where several fit, none is tied, and they become issues.",
};
inline constexpr Entry kMatchFieldNotUniqueEntry{
    .code = kMatchFieldNotUnique,
    .title = "Several platform records may match one Salesforce record",
    .example = R"("match": { "fields": ["last_name"] })",
    .cure = "Match by a field that the platform keeps unique, or by more fields.",
};

inline constexpr Code kOnMultipleMissing{
    .code = "CW2217",
    .severity = Severity::info,
    .cause = "Each such record becomes an issue until a person decides.",
};
inline constexpr Entry kOnMultipleMissingEntry{
    .code = kOnMultipleMissing,
    .title = "Nothing says what happens when several records match",
    .example = R"("match": { "fields": ["email"] } without "onMultiple")",
    .cure = "Add \"onMultiple\": \"issue\", \"newest\" or \"oldest\".",
};

inline constexpr Code kOnMultipleUnused{
    .code = "CW2218",
    .severity = Severity::warning,
    .cause = "A unique external id never finds several records.",
};
inline constexpr Entry kOnMultipleUnusedEntry{
    .code = kOnMultipleUnused,
    .title = "onMultiple has no effect",
    .example = R"("match": { "externalId": "Participant_Id__c", "onMultiple": "newest" })",
    .cure = "Remove \"onMultiple\".",
};

inline constexpr Code kOnMultipleUnfit{
    .code = "CW2219",
    .severity = Severity::warning,
    .cause = "Without a date of creation the record becomes an issue all the same.",
};
inline constexpr Entry kOnMultipleUnfitEntry{
    .code = kOnMultipleUnfit,
    .title = "The newest or oldest record cannot be told",
    .example = "\"onMultiple\": \"newest\" on an object without CreatedDate",
    .cure = "Set \"onMultiple\" to \"issue\", or match by a unique field.",
};

inline constexpr Code kMatchFieldUnfit{
    .code = "CW2220",
    .severity = Severity::warning,
    .cause = "Its values are shared by many records, or do not compare reliably.",
};
inline constexpr Entry kMatchFieldUnfitEntry{
    .code = kMatchFieldUnfit,
    .title = "Records cannot be told apart by a match field",
    .example = R"("match": { "fields": ["status"] })",
    .cure = "Match by a field that names one record: a number, an address, a code.",
};

inline constexpr Code kMatchByEmail{
    .code = "CW2221",
    .severity = Severity::info,
    .cause = "Addresses change and are shared: one person may be taken for another, or come twice.",
};
inline constexpr Entry kMatchByEmailEntry{
    .code = kMatchByEmail,
    .title = "People are matched by e-mail address alone",
    .example = R"("match": { "fields": ["email"] })",
    .cure = "Match by an external id; let the address serve for the first match only.",
};

inline constexpr Code kPullWithoutMatch{
    .code = "CW2222",
    .severity = Severity::warning,
    .cause = "What is on both sides already would be there twice on the platform.",
};
inline constexpr Entry kPullWithoutMatchEntry{
    .code = kPullWithoutMatch,
    .title = "Nothing ties what is pulled to what the platform has",
    .example = R"("direction": "pull" without "match")",
    .cure = "Add \"match\", or set \"create\" to false.",
};

}  // namespace crosswalk::diagnostic::codes
