// CW12xx: a platform schema.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kSchemaUnknownKey{
    .code = "CW1201",
    .severity = Severity::warning,
    .title = "A key of the platform schema that nobody knows",
    .example = R"("maxlength": 40)",
    .cause = "It has no effect.",
    .cure = "Correct its name, or remove it.",
};

inline constexpr Code kSchemaWrongType{
    .code = "CW1202",
    .severity = Severity::error,
    .title = "A value of the wrong type in the platform schema",
    .example = R"("required": "yes")",
    .cause = "The member means nothing in this form.",
    .cure = "Write the value in the form that is asked for.",
};

inline constexpr Code kSchemaMissingMember{
    .code = "CW1203",
    .severity = Severity::error,
    .title = "A member of the platform schema is missing",
    .example = R"(a field without "type")",
    .cause = "Without it, the rest has no meaning.",
    .cure = "Add the member.",
};

inline constexpr Code kSchemaUnknownType{
    .code = "CW1204",
    .severity = Severity::error,
    .title = "A platform field type that nobody knows",
    .example = R"("type": "string")",
    .cause = "Only the platform types that are listed are known.",
    .cure = "Use one of them; \"text\" takes any text.",
};

inline constexpr Code kSchemaDuplicateName{
    .code = "CW1205",
    .severity = Severity::error,
    .title = "A name comes twice in the platform schema",
    .example = R"(two fields "email")",
    .cause = "Only one of the two could be mapped.",
    .cure = "Rename or remove one of them.",
};

inline constexpr Code kSchemaKeyUnknown{
    .code = "CW1206",
    .severity = Severity::error,
    .title = "The key of a platform object is none of its fields",
    .example = R"("key": "uuid" without such a field)",
    .cause = "The key tells records apart; it must be a field.",
    .cure = "Name a field of the object as its key.",
};

inline constexpr Code kSchemaBadNumber{
    .code = "CW1207",
    .severity = Severity::error,
    .title = "A length, precision or scale that cannot be",
    .example = R"("precision": 5, "scale": 7)",
    .cause = "No value could have this form.",
    .cure = "Correct the number.",
};

inline constexpr Code kSchemaReferenceUnknown{
    .code = "CW1208",
    .severity = Severity::warning,
    .title = "A reference to an object that the schema does not have",
    .example = R"("object": "compny")",
    .cause = "References to it cannot be checked or followed.",
    .cure = "Name an object of the schema, or add it.",
};

inline constexpr Code kSchemaVersion{
    .code = "CW1209",
    .severity = Severity::error,
    .title = "A platform schema version that this program cannot read",
    .example = R"("version": 2)",
    .cause = "A later version may mean other things by the same words.",
    .cure = "Use a newer Crosswalk, or write version 1.",
};

inline constexpr Code kSchemaListEmpty{
    .code = "CW1210",
    .severity = Severity::warning,
    .title = "A list field without values",
    .example = R"(a selectList without "values")",
    .cause = "Its values cannot be compared with a picklist.",
    .cure = "List the values.",
};

}  // namespace crosswalk::diagnostic::codes
