// CW20xx: the two objects of a pair.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kUnknownPlatformObject{
    .code = "CW2001",
    .severity = Severity::error,
    .title = "The platform has no such object",
};

inline constexpr Code kUnknownSalesforceObject{
    .code = "CW2002",
    .severity = Severity::error,
    .title = "Salesforce has no such object",
};

inline constexpr Code kObjectWithoutFields{
    .code = "CW2003",
    .severity = Severity::error,
    .title = "The object's fields are not known",
};

inline constexpr Code kDuplicatePair{
    .code = "CW2004",
    .severity = Severity::error,
    .title = "The same two objects are paired twice",
};

inline constexpr Code kObjectNotCreateable{
    .code = "CW2005",
    .severity = Severity::error,
    .title = "Records of the object cannot be created",
};

inline constexpr Code kObjectNotUpdateable{
    .code = "CW2006",
    .severity = Severity::error,
    .title = "Records of the object cannot be changed",
};

inline constexpr Code kObjectNotQueryable{
    .code = "CW2007",
    .severity = Severity::error,
    .title = "Records of the object cannot be read",
};

inline constexpr Code kNeitherCreateNorUpdate{
    .code = "CW2008",
    .severity = Severity::warning,
    .title = "The pair may neither create nor update",
};

inline constexpr Code kObjectNotDeletable{
    .code = "CW2009",
    .severity = Severity::error,
    .title = "Records of the object cannot be deleted",
};

}  // namespace crosswalk::diagnostic::codes
