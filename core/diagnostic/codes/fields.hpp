// CW2101 to CW2149: the two fields of a line, what may be written, what is complete.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kUnknownPlatformField{
    .code = "CW2101",
    .severity = Severity::error,
    .title = "The platform object has no such field",
};

inline constexpr Code kUnknownSalesforceField{
    .code = "CW2102",
    .severity = Severity::error,
    .title = "The Salesforce object has no such field",
};

inline constexpr Code kIncompatibleTypes{
    .code = "CW2103",
    .severity = Severity::error,
    .title = "The two types cannot be mapped",
};

inline constexpr Code kLossyTypes{
    .code = "CW2104",
    .severity = Severity::warning,
    .title = "The conversion loses something",
};

inline constexpr Code kTextMayBeTooLong{
    .code = "CW2105",
    .severity = Severity::warning,
    .title = "A text may be longer than the target takes",
};

inline constexpr Code kNumberMayNotFit{
    .code = "CW2106",
    .severity = Severity::warning,
    .title = "A number may not fit the target",
};

inline constexpr Code kPicklistValueMissing{
    .code = "CW2107",
    .severity = Severity::error,
    .title = "A value is not in the picklist",
};

inline constexpr Code kNotWritable{
    .code = "CW2108",
    .severity = Severity::error,
    .title = "The field cannot be written",
};

inline constexpr Code kNotCreateable{
    .code = "CW2109",
    .severity = Severity::warning,
    .title = "The field cannot be set on new records",
};

inline constexpr Code kNotUpdateable{
    .code = "CW2110",
    .severity = Severity::warning,
    .title = "The field cannot be changed on existing records",
};

inline constexpr Code kRequiredUnmapped{
    .code = "CW2111",
    .severity = Severity::error,
    .title = "A field that new records need is not mapped",
};

inline constexpr Code kDuplicateTarget{
    .code = "CW2112",
    .severity = Severity::error,
    .title = "A field is written by two lines",
};

inline constexpr Code kDisplayPushed{
    .code = "CW2113",
    .severity = Severity::error,
    .title = "A field for display cannot be pushed",
};

inline constexpr Code kDirectionConflict{
    .code = "CW2114",
    .severity = Severity::error,
    .title = "The field's direction does not go with the object's",
};

inline constexpr Code kDefaultMissing{
    .code = "CW2115",
    .severity = Severity::error,
    .title = "onNull asks for a default that is not given",
};

inline constexpr Code kDefaultUnfit{
    .code = "CW2116",
    .severity = Severity::error,
    .title = "The default value does not fit the field",
};

inline constexpr Code kTransformUnfit{
    .code = "CW2117",
    .severity = Severity::error,
    .title = "The transform does not go with the field",
};

inline constexpr Code kTruncationUnfit{
    .code = "CW2118",
    .severity = Severity::warning,
    .title = "Truncation is asked where it does not apply",
};

inline constexpr Code kConflictWithoutBoth{
    .code = "CW2119",
    .severity = Severity::warning,
    .title = "A conflict policy on a field that goes one way",
};

inline constexpr Code kFieldHidden{
    .code = "CW2120",
    .severity = Severity::warning,
    .title = "The field is deprecated and hidden",
};

inline constexpr Code kMaskedText{
    .code = "CW2121",
    .severity = Severity::warning,
    .title = "The field is encrypted and may be read masked",
};

inline constexpr Code kConditionalTypes{
    .code = "CW2122",
    .severity = Severity::warning,
    .title = "Only some values can be converted",
};

inline constexpr Code kPlatformValueMissing{
    .code = "CW2123",
    .severity = Severity::warning,
    .title = "A picklist value is not in the platform's list",
};

inline constexpr Code kRequiredMayBeEmpty{
    .code = "CW2124",
    .severity = Severity::warning,
    .title = "A field that new records need may be empty",
};

inline constexpr Code kPlatformRequiredUnmapped{
    .code = "CW2125",
    .severity = Severity::warning,
    .title = "A field that the platform needs is not mapped",
};

inline constexpr Code kDependentPicklist{
    .code = "CW2126",
    .severity = Severity::info,
    .title = "The values allowed depend on another field",
};

inline constexpr Code kKeyWritten{
    .code = "CW2127",
    .severity = Severity::error,
    .title = "The platform's key would be changed",
};

inline constexpr Code kUniqueTarget{
    .code = "CW2128",
    .severity = Severity::warning,
    .title = "The target must be unique and the source is not",
};

inline constexpr Code kDefaultUnused{
    .code = "CW2129",
    .severity = Severity::warning,
    .title = "A default that is never used",
};

}  // namespace crosswalk::diagnostic::codes
