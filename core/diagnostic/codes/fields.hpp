// CW2101 to CW2132: the two fields of a line, what may be written, what is complete.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kUnknownPlatformField{
    .code = "CW2101",
    .severity = Severity::error,
    .cause = "Only fields of the platform schema have values.",
};
inline constexpr Entry kUnknownPlatformFieldEntry{
    .code = kUnknownPlatformField,
    .title = "The platform object has no such field",
    .example = R"("platform": "emial")",
    .cure = "Correct the name, or add the field to the platform schema.",
};

inline constexpr Code kUnknownSalesforceField{
    .code = "CW2102",
    .severity = Severity::error,
    .cause =
        "It does not exist, or the connected user may not see it: Salesforce shows no difference.",
};
inline constexpr Entry kUnknownSalesforceFieldEntry{
    .code = kUnknownSalesforceField,
    .title = "The Salesforce object has no such field",
    .example = R"("salesforce": "Emial")",
    .cure = "Correct the API name, or check the field permissions.",
};

inline constexpr Code kIncompatibleTypes{
    .code = "CW2103",
    .severity = Severity::error,
    .cause = "No value could be converted.",
};
inline constexpr Entry kIncompatibleTypesEntry{
    .code = kIncompatibleTypes,
    .title = "The two types cannot be mapped",
    .example = "a picture into a Date",
    .cure = "Choose another field, or a transform that is offered.",
};

inline constexpr Code kLossyTypes{
    .code = "CW2104",
    .severity = Severity::warning,
    .cause = "What is lost does not come back.",
};
inline constexpr Entry kLossyTypesEntry{
    .code = kLossyTypes,
    .title = "The conversion loses something",
    .example = "a datetime into a Date",
    .cure = "Choose a field that holds all of it, if that matters.",
};

inline constexpr Code kTextMayBeTooLong{
    .code = "CW2105",
    .severity = Severity::warning,
    .cause = "Salesforce refuses the records whose text is longer.",
};
inline constexpr Entry kTextMayBeTooLongEntry{
    .code = kTextMayBeTooLong,
    .title = "A text may be longer than the target takes",
    .example = "a text of 300 into a Text(255)",
    .cure = "Set \"onTooLong\" to \"truncate\", or raise the field's length.",
};

inline constexpr Code kNumberMayNotFit{
    .code = "CW2106",
    .severity = Severity::warning,
    .cause = "Numbers with too many digits are refused or rounded.",
};
inline constexpr Entry kNumberMayNotFitEntry{
    .code = kNumberMayNotFit,
    .title = "A number may not fit the target",
    .example = "12345.678 into a Number(5, 2)",
    .cure = "Give the field more digits.",
};

inline constexpr Code kPicklistValueMissing{
    .code = "CW2107",
    .severity = Severity::error,
    .cause = "A restricted picklist refuses it; another one stores what reports do not know.",
};
inline constexpr Entry kPicklistValueMissingEntry{
    .code = kPicklistValueMissing,
    .title = "A value is not in the picklist",
    .example = R"(the value "came" where the picklist has "Attended")",
    .cure = "Map the value, or add it to the picklist.",
};

inline constexpr Code kNotWritable{
    .code = "CW2108",
    .severity = Severity::error,
    .cause = "Salesforce refuses records that set it.",
};
inline constexpr Entry kNotWritableEntry{
    .code = kNotWritable,
    .title = "The field cannot be written",
    .example = "a line that pushes into a formula",
    .cure = "Pull it instead, or remove the line.",
};

inline constexpr Code kNotCreateable{
    .code = "CW2109",
    .severity = Severity::warning,
    .cause = "It stays empty on new records until their next change.",
};
inline constexpr Entry kNotCreateableEntry{
    .code = kNotCreateable,
    .title = "The field cannot be set on new records",
    .example = "a line into a field that is updateable only",
    .cure = "Set it by a later change, or ask for the permission.",
};

inline constexpr Code kNotUpdateable{
    .code = "CW2110",
    .severity = Severity::warning,
    .cause = "Later changes on the platform do not arrive.",
};
inline constexpr Entry kNotUpdateableEntry{
    .code = kNotUpdateable,
    .title = "The field cannot be changed on existing records",
    .example = "a line into a field that is createable only",
    .cure = "Accept it, or choose another field.",
};

inline constexpr Code kRequiredUnmapped{
    .code = "CW2111",
    .severity = Severity::error,
    .cause = "Salesforce refuses to create a record without it.",
};
inline constexpr Entry kRequiredUnmappedEntry{
    .code = kRequiredUnmapped,
    .title = "A field that new records need is not mapped",
    .example = "a Contact pair without LastName",
    .cure = "Map a field to it, give it as a constant, or set \"create\" to false.",
};

inline constexpr Code kDuplicateTarget{
    .code = "CW2112",
    .severity = Severity::error,
    .cause = "Of two lines that write one field, the later undoes the earlier.",
};
inline constexpr Entry kDuplicateTargetEntry{
    .code = kDuplicateTarget,
    .title = "A field is written by two lines",
    .example = "email and private_email, both into Email",
    .cure = "Remove one of them.",
};

inline constexpr Code kDisplayPushed{
    .code = "CW2113",
    .severity = Severity::error,
    .cause = "A field for display is only shown.",
};
inline constexpr Entry kDisplayPushedEntry{
    .code = kDisplayPushed,
    .title = "A field for display cannot be pushed",
    .example = R"("display": true, "direction": "push")",
    .cure = "Remove one of the two.",
};

inline constexpr Code kDirectionConflict{
    .code = "CW2114",
    .severity = Severity::error,
    .cause = "A line can do less than its pair, never more.",
};
inline constexpr Entry kDirectionConflictEntry{
    .code = kDirectionConflict,
    .title = "The field's direction does not go with the object's",
    .example = R"(a line "both" in a pair "push")",
    .cure = "Change the pair's direction or the line's.",
};

inline constexpr Code kDefaultMissing{
    .code = "CW2115",
    .severity = Severity::error,
    .cause = "There is nothing to put into empty fields.",
};
inline constexpr Entry kDefaultMissingEntry{
    .code = kDefaultMissing,
    .title = "onNull asks for a default that is not given",
    .example = R"("onNull": "default" without "default")",
    .cure = "Add \"default\", or remove \"onNull\".",
};

inline constexpr Code kDefaultUnfit{
    .code = "CW2116",
    .severity = Severity::error,
    .cause = "Salesforce would refuse every record that gets it.",
};
inline constexpr Entry kDefaultUnfitEntry{
    .code = kDefaultUnfit,
    .title = "The default value does not fit the field",
    .example = R"("default": "many" for a Number)",
    .cure = "Give a value that the field takes.",
};

inline constexpr Code kTransformUnfit{
    .code = "CW2117",
    .severity = Severity::error,
    .cause = "The transform has nothing to work on.",
};
inline constexpr Entry kTransformUnfitEntry{
    .code = kTransformUnfit,
    .title = "The transform does not go with the field",
    .example = "a join on a text",
    .cure = "Remove it.",
};

inline constexpr Code kTruncationUnfit{
    .code = "CW2118",
    .severity = Severity::warning,
    .cause = "Half of an address, a choice or a number means something else.",
};
inline constexpr Entry kTruncationUnfitEntry{
    .code = kTruncationUnfit,
    .title = "Truncation is asked where it does not apply",
    .example = R"("onTooLong": "truncate" on an Email)",
    .cure = "Remove \"onTooLong\".",
};

inline constexpr Code kConflictWithoutBoth{
    .code = "CW2119",
    .severity = Severity::warning,
    .cause = "Values that go one way cannot conflict.",
};
inline constexpr Entry kConflictWithoutBothEntry{
    .code = kConflictWithoutBoth,
    .title = "A conflict policy on a field that goes one way",
    .example = R"("conflict": "latest" on a line that pushes)",
    .cure = "Remove \"conflict\", or let the line go both ways.",
};

inline constexpr Code kFieldHidden{
    .code = "CW2120",
    .severity = Severity::warning,
    .cause = "Salesforce keeps it for old programs; it may go.",
};
inline constexpr Entry kFieldHiddenEntry{
    .code = kFieldHidden,
    .title = "The field is deprecated and hidden",
    .example = "a field with deprecatedAndHidden",
    .cure = "Map the field that replaced it.",
};

inline constexpr Code kMaskedText{
    .code = "CW2121",
    .severity = Severity::warning,
    .cause = "Without View Encrypted Data a mask is read, and may be written back.",
};
inline constexpr Entry kMaskedTextEntry{
    .code = kMaskedText,
    .title = "The field is encrypted and may be read masked",
    .example = "a pulled Text (Encrypted)",
    .cure = "Only push it, or give the user the permission.",
};

inline constexpr Code kConditionalTypes{
    .code = "CW2122",
    .severity = Severity::warning,
    .cause = "Values that cannot be converted are refused, one by one.",
};
inline constexpr Entry kConditionalTypesEntry{
    .code = kConditionalTypes,
    .title = "Only some values can be converted",
    .example = "a text into a Date",
    .cure = "Choose a field of the same kind, or map the values.",
};

inline constexpr Code kPlatformValueMissing{
    .code = "CW2123",
    .severity = Severity::warning,
    .cause = "Records with such a value are refused on their way to the platform.",
};
inline constexpr Entry kPlatformValueMissingEntry{
    .code = kPlatformValueMissing,
    .title = "A picklist value is not in the platform's list",
    .example = "a picklist value that the platform's list lacks",
    .cure = "Add the value to the platform's list.",
};

inline constexpr Code kRequiredMayBeEmpty{
    .code = "CW2124",
    .severity = Severity::warning,
    .cause = "Records without a value are refused.",
};
inline constexpr Entry kRequiredMayBeEmptyEntry{
    .code = kRequiredMayBeEmpty,
    .title = "A field that new records need may be empty",
    .example = "an optional text into LastName",
    .cure = "Give a default with \"onNull\": \"default\", or require the platform's field.",
};

inline constexpr Code kPlatformRequiredUnmapped{
    .code = "CW2125",
    .severity = Severity::warning,
    .cause = "Records that are only in Salesforce cannot be created on the platform.",
};
inline constexpr Entry kPlatformRequiredUnmappedEntry{
    .code = kPlatformRequiredUnmapped,
    .title = "A field that the platform needs is not mapped",
    .example = "a pulled pair that leaves out a required field",
    .cure = "Map a field to it.",
};

inline constexpr Code kDependentPicklist{
    .code = "CW2126",
    .severity = Severity::info,
    .cause = "Salesforce may refuse a value that does not go with the other field's.",
};
inline constexpr Entry kDependentPicklistEntry{
    .code = kDependentPicklist,
    .title = "The values allowed depend on another field",
    .example = "Region without Country",
    .cure = "Map the controlling field as well.",
};

inline constexpr Code kKeyWritten{
    .code = "CW2127",
    .severity = Severity::error,
    .cause = "A record whose key changes is another record.",
};
inline constexpr Entry kKeyWrittenEntry{
    .code = kKeyWritten,
    .title = "The platform's key would be changed",
    .example = "a pulled line into the platform's key",
    .cure = "Only push it, or remove the line.",
};

inline constexpr Code kUniqueTarget{
    .code = "CW2128",
    .severity = Severity::warning,
    .cause = "Salesforce refuses the second record with the same value.",
};
inline constexpr Entry kUniqueTargetEntry{
    .code = kUniqueTarget,
    .title = "The target must be unique and the source is not",
    .example = "a nickname into a unique field",
    .cure = "Push a field that is unique.",
};

inline constexpr Code kDefaultUnused{
    .code = "CW2129",
    .severity = Severity::warning,
    .cause = "A default is used for empty values, and only where \"onNull\" says so.",
};
inline constexpr Entry kDefaultUnusedEntry{
    .code = kDefaultUnused,
    .title = "A default that is never used",
    .example = R"("default" without "onNull": "default")",
    .cure = "Set \"onNull\" to \"default\", or remove the default.",
};

inline constexpr Code kFieldNotVisible{
    .code = "CW2130",
    .severity = Severity::error,
    .cause = "The field exists; without access to it, Salesforce answers as if it did not.",
};
inline constexpr Entry kFieldNotVisibleEntry{
    .code = kFieldNotVisible,
    .title = "The connected user may not see the field",
    .example = "a field that only the admin's describe has",
    .cure = "Give the user's profile or a permission set access to the field.",
};

inline constexpr Code kEditForbidden{
    .code = "CW2131",
    .severity = Severity::error,
    .cause = "Salesforce refuses records that set it.",
};
inline constexpr Entry kEditForbiddenEntry{
    .code = kEditForbidden,
    .title = "The connected user may not edit the field",
    .example = "a field that the admin may edit and the connected user may only read",
    .cure = "Give the user the Edit permission on the field, or only read it.",
};

inline constexpr Code kNameWrittenOtherwise{
    .code = "CW2132",
    .severity = Severity::info,
    .cause = "Upper and lower case count the same; only people who search for the name miss it.",
};
inline constexpr Entry kNameWrittenOtherwiseEntry{
    .code = kNameWrittenOtherwise,
    .title = "A name in other letters than its own",
    .example = R"("salesforce": "EMAIL")",
    .cure = "Write the name as it is.",
};

}  // namespace crosswalk::diagnostic::codes
