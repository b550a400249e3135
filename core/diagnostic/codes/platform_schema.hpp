// CW12xx: a platform schema.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kSchemaUnknownKey{
    .code = "CW1201",
    .severity = Severity::warning,
    .title = "A key of the platform schema that nobody knows",
};

inline constexpr Code kSchemaWrongType{
    .code = "CW1202",
    .severity = Severity::error,
    .title = "A value of the wrong type in the platform schema",
};

inline constexpr Code kSchemaMissingMember{
    .code = "CW1203",
    .severity = Severity::error,
    .title = "A member of the platform schema is missing",
};

inline constexpr Code kSchemaUnknownType{
    .code = "CW1204",
    .severity = Severity::error,
    .title = "A platform field type that nobody knows",
};

inline constexpr Code kSchemaDuplicateName{
    .code = "CW1205",
    .severity = Severity::error,
    .title = "A name comes twice in the platform schema",
};

inline constexpr Code kSchemaKeyUnknown{
    .code = "CW1206",
    .severity = Severity::error,
    .title = "The key of a platform object is none of its fields",
};

inline constexpr Code kSchemaBadNumber{
    .code = "CW1207",
    .severity = Severity::error,
    .title = "A length, precision or scale that cannot be",
};

inline constexpr Code kSchemaReferenceUnknown{
    .code = "CW1208",
    .severity = Severity::warning,
    .title = "A reference to an object that the schema does not have",
};

inline constexpr Code kSchemaVersion{
    .code = "CW1209",
    .severity = Severity::error,
    .title = "A platform schema version that this program cannot read",
};

inline constexpr Code kSchemaListEmpty{
    .code = "CW1210",
    .severity = Severity::warning,
    .title = "A list field without values",
};

}  // namespace crosswalk::diagnostic::codes
