// CW12xx: a platform schema.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kSchemaUnknownKey{
    .code = "CW1201",
    .severity = Severity::warning,
    .cause = "It has no effect.",
};
inline constexpr Entry kSchemaUnknownKeyEntry{
    .code = kSchemaUnknownKey,
    .title = "A key of the platform schema that nobody knows",
    .example = R"("maxlength": 40)",
    .cure = "Correct its name, or remove it.",
};

inline constexpr Code kSchemaWrongType{
    .code = "CW1202",
    .severity = Severity::error,
    .cause = "The member means nothing in this form.",
};
inline constexpr Entry kSchemaWrongTypeEntry{
    .code = kSchemaWrongType,
    .title = "A value of the wrong type in the platform schema",
    .example = R"("required": "yes")",
    .cure = "Write the value in the form that is asked for.",
};

inline constexpr Code kSchemaMissingMember{
    .code = "CW1203",
    .severity = Severity::error,
    .cause = "Without it, the rest has no meaning.",
};
inline constexpr Entry kSchemaMissingMemberEntry{
    .code = kSchemaMissingMember,
    .title = "A member of the platform schema is missing",
    .example = R"(a field without "type")",
    .cure = "Add the member.",
};

inline constexpr Code kSchemaUnknownType{
    .code = "CW1204",
    .severity = Severity::error,
    .cause = "Only the platform types that are listed are known.",
};
inline constexpr Entry kSchemaUnknownTypeEntry{
    .code = kSchemaUnknownType,
    .title = "A platform field type that nobody knows",
    .example = R"("type": "string")",
    .cure = "Use one of them; \"text\" takes any text.",
};

inline constexpr Code kSchemaDuplicateName{
    .code = "CW1205",
    .severity = Severity::error,
    .cause = "Only one of the two could be mapped.",
};
inline constexpr Entry kSchemaDuplicateNameEntry{
    .code = kSchemaDuplicateName,
    .title = "A name comes twice in the platform schema",
    .example = R"(two fields "email")",
    .cure = "Rename or remove one of them.",
};

inline constexpr Code kSchemaKeyUnknown{
    .code = "CW1206",
    .severity = Severity::error,
    .cause = "The key tells records apart; it must be a field.",
};
inline constexpr Entry kSchemaKeyUnknownEntry{
    .code = kSchemaKeyUnknown,
    .title = "The key of a platform object is none of its fields",
    .example = R"("key": "uuid" without such a field)",
    .cure = "Name a field of the object as its key.",
};

inline constexpr Code kSchemaBadNumber{
    .code = "CW1207",
    .severity = Severity::error,
    .cause = "No value could have this form.",
};
inline constexpr Entry kSchemaBadNumberEntry{
    .code = kSchemaBadNumber,
    .title = "A length, precision or scale that cannot be",
    .example = R"("precision": 5, "scale": 7)",
    .cure = "Correct the number.",
};

inline constexpr Code kSchemaReferenceUnknown{
    .code = "CW1208",
    .severity = Severity::warning,
    .cause = "References to it cannot be checked or followed.",
};
inline constexpr Entry kSchemaReferenceUnknownEntry{
    .code = kSchemaReferenceUnknown,
    .title = "A reference to an object that the schema does not have",
    .example = R"("object": "compny")",
    .cure = "Name an object of the schema, or add it.",
};

inline constexpr Code kSchemaVersion{
    .code = "CW1209",
    .severity = Severity::error,
    .cause = "A later version may mean other things by the same words.",
};
inline constexpr Entry kSchemaVersionEntry{
    .code = kSchemaVersion,
    .title = "A platform schema version that this program cannot read",
    .example = R"("version": 2)",
    .cure = "Use a newer Crosswalk, or write version 1.",
};

inline constexpr Code kSchemaListEmpty{
    .code = "CW1210",
    .severity = Severity::warning,
    .cause = "Its values cannot be compared with a picklist.",
};
inline constexpr Entry kSchemaListEmptyEntry{
    .code = kSchemaListEmpty,
    .title = "A list field without values",
    .example = R"(a selectList without "values")",
    .cure = "List the values.",
};

}  // namespace crosswalk::diagnostic::codes
