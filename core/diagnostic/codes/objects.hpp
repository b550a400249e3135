// CW20xx: the two objects of a pair.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kUnknownPlatformObject{
    .code = "CW2001",
    .severity = Severity::error,
    .cause = "Its fields cannot be checked, and it has no records.",
};
inline constexpr Entry kUnknownPlatformObjectEntry{
    .code = kUnknownPlatformObject,
    .title = "The platform has no such object",
    .example = R"("platform": "particpant")",
    .cure = "Correct the name, or add the object to the platform schema.",
};

inline constexpr Code kUnknownSalesforceObject{
    .code = "CW2002",
    .severity = Severity::error,
    .cause = "It does not exist, or the connected user may not see it.",
};
inline constexpr Entry kUnknownSalesforceObjectEntry{
    .code = kUnknownSalesforceObject,
    .title = "Salesforce has no such object",
    .example = R"("salesforce": "Kontact")",
    .cure = "Correct the API name, or give the user access.",
};

inline constexpr Code kObjectWithoutFields{
    .code = "CW2003",
    .severity = Severity::error,
    .cause = "Nothing about its fields can be checked.",
};
inline constexpr Entry kObjectWithoutFieldsEntry{
    .code = kObjectWithoutFields,
    .title = "The object's fields are not known",
    .example = "an object that only the list of objects names",
    .cure = "Add the describe of the object.",
};

inline constexpr Code kDuplicatePair{
    .code = "CW2004",
    .severity = Severity::error,
    .cause = "Both would write the same records.",
};
inline constexpr Entry kDuplicatePairEntry{
    .code = kDuplicatePair,
    .title = "The same two objects are paired twice",
    .example = "participant and Contact in two entries",
    .cure = "Join the entries, or remove one.",
};

inline constexpr Code kObjectNotCreateable{
    .code = "CW2005",
    .severity = Severity::error,
    .cause = "Every new record would be refused.",
};
inline constexpr Entry kObjectNotCreateableEntry{
    .code = kObjectNotCreateable,
    .title = "Records of the object cannot be created",
    .example = R"("create": true for a user without the Create permission)",
    .cure = "Give the user the permission, or set \"create\" to false.",
};

inline constexpr Code kObjectNotUpdateable{
    .code = "CW2006",
    .severity = Severity::error,
    .cause = "Every change would be refused.",
};
inline constexpr Entry kObjectNotUpdateableEntry{
    .code = kObjectNotUpdateable,
    .title = "Records of the object cannot be changed",
    .example = R"("update": true for a user without the Edit permission)",
    .cure = "Give the user the permission, or set \"update\" to false.",
};

inline constexpr Code kObjectNotQueryable{
    .code = "CW2007",
    .severity = Severity::error,
    .cause = "Records could not be compared.",
};
inline constexpr Entry kObjectNotQueryableEntry{
    .code = kObjectNotQueryable,
    .title = "Records of the object cannot be read",
    .example = "a pair with an object that allows no queries",
    .cure = "Choose an object that can be queried.",
};

inline constexpr Code kNeitherCreateNorUpdate{
    .code = "CW2008",
    .severity = Severity::warning,
    .cause = "Nothing would be written.",
};
inline constexpr Entry kNeitherCreateNorUpdateEntry{
    .code = kNeitherCreateNorUpdate,
    .title = "The pair may neither create nor update",
    .example = R"("create": false, "update": false)",
    .cure = "Set one of them to true, or remove the pair.",
};

inline constexpr Code kObjectNotDeletable{
    .code = "CW2009",
    .severity = Severity::error,
    .cause = "Every deletion would be refused.",
};
inline constexpr Entry kObjectNotDeletableEntry{
    .code = kObjectNotDeletable,
    .title = "Records of the object cannot be deleted",
    .example = R"("onDelete": "mirror" for a user without the Delete permission)",
    .cure = "Give the user the permission, or use \"ignore\".",
};

inline constexpr Code kObjectNotVisible{
    .code = "CW2010",
    .severity = Severity::error,
    .cause = "The object exists, but the connected user has no access to it.",
};
inline constexpr Entry kObjectNotVisibleEntry{
    .code = kObjectNotVisible,
    .title = "The connected user may not see the object",
    .example = "an object that only the admin's describe has",
    .cure = "Give the user's profile or a permission set access to the object.",
};

}  // namespace crosswalk::diagnostic::codes
