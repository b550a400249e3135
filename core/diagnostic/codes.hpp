// The one table of codes. A code is never reused; a new finding gets the next free number of its
// family. CW1xxx: a document alone. CW2xxx: a mapping against both schemas. CW3xxx: a record's
// value. The severity here is the usual one; a finding may say otherwise.
#pragma once

#include <span>

#include "diagnostic/diagnostic.hpp"

namespace crosswalk::diagnostic::codes {

// CW10xx: the text
inline constexpr Code kJsonSyntax{"CW1001", Severity::error, "The text is not JSON"};
inline constexpr Code kJsonUtf8{"CW1002", Severity::error, "The text is not UTF-8"};
inline constexpr Code kJsonTooDeep{"CW1003", Severity::error, "The text is nested too deeply"};
inline constexpr Code kJsonTooLarge{"CW1004", Severity::error, "The text is too large"};
inline constexpr Code kJsonDuplicateKey{"CW1005", Severity::error, "A key comes twice"};

// CW11xx: members of a mapping document
inline constexpr Code kNotAnObject{"CW1101", Severity::error, "The document is no JSON object"};
inline constexpr Code kUnknownKey{"CW1102", Severity::error, "A key that nobody knows"};
inline constexpr Code kWrongType{"CW1103", Severity::error, "A value of the wrong type"};
inline constexpr Code kMissingMember{"CW1104", Severity::error,
                                     "A member that must be there is missing"};
inline constexpr Code kUnknownWord{"CW1105", Severity::error,
                                   "A word that is not one of the choices"};
inline constexpr Code kUnknownVersion{"CW1106", Severity::error,
                                      "A version that this program cannot read"};
inline constexpr Code kNotCarriedOut{"CW1107", Severity::warning,
                                     "A setting that this version does not carry out"};
inline constexpr Code kUnknownTransform{"CW1109", Severity::error, "A transform that nobody knows"};
inline constexpr Code kNothingMapped{"CW1110", Severity::warning, "Nothing is mapped"};
inline constexpr Code kTooManyItems{"CW1111", Severity::error, "A list is too long"};

// CW12xx: a platform schema
inline constexpr Code kSchemaUnknownKey{"CW1201", Severity::warning,
                                        "A key of the platform schema that nobody knows"};
inline constexpr Code kSchemaWrongType{"CW1202", Severity::error,
                                       "A value of the wrong type in the platform schema"};
inline constexpr Code kSchemaMissingMember{"CW1203", Severity::error,
                                           "A member of the platform schema is missing"};
inline constexpr Code kSchemaUnknownType{"CW1204", Severity::error,
                                         "A platform field type that nobody knows"};
inline constexpr Code kSchemaDuplicateName{"CW1205", Severity::error,
                                           "A name comes twice in the platform schema"};
inline constexpr Code kSchemaKeyUnknown{"CW1206", Severity::error,
                                        "The key of a platform object is none of its fields"};
inline constexpr Code kSchemaBadNumber{"CW1207", Severity::error,
                                       "A length, precision or scale that cannot be"};
inline constexpr Code kSchemaReferenceUnknown{
    "CW1208", Severity::warning, "A reference to an object that the schema does not have"};
inline constexpr Code kSchemaVersion{"CW1209", Severity::error,
                                     "A platform schema version that this program cannot read"};
inline constexpr Code kSchemaListEmpty{"CW1210", Severity::warning, "A list field without values"};

// CW13xx: describes and org facts
inline constexpr Code kDescribeUnrecognised{"CW1301", Severity::error,
                                            "The text is no describe result"};
inline constexpr Code kOrgUnreadable{"CW1302", Severity::error, "The org facts cannot be read"};

// CW20xx: objects
inline constexpr Code kUnknownPlatformObject{"CW2001", Severity::error,
                                             "The platform has no such object"};
inline constexpr Code kUnknownSalesforceObject{"CW2002", Severity::error,
                                               "Salesforce has no such object"};
inline constexpr Code kObjectWithoutFields{"CW2003", Severity::error,
                                           "The object's fields are not known"};
inline constexpr Code kDuplicatePair{"CW2004", Severity::error,
                                     "The same two objects are paired twice"};
inline constexpr Code kObjectNotCreateable{"CW2005", Severity::error,
                                           "Records of the object cannot be created"};
inline constexpr Code kObjectNotUpdateable{"CW2006", Severity::error,
                                           "Records of the object cannot be changed"};
inline constexpr Code kObjectNotQueryable{"CW2007", Severity::error,
                                          "Records of the object cannot be read"};
inline constexpr Code kNeitherCreateNorUpdate{"CW2008", Severity::warning,
                                              "The pair may neither create nor update"};
inline constexpr Code kObjectNotDeletable{"CW2009", Severity::error,
                                          "Records of the object cannot be deleted"};

// CW21xx: fields
inline constexpr Code kUnknownPlatformField{"CW2101", Severity::error,
                                            "The platform object has no such field"};
inline constexpr Code kUnknownSalesforceField{"CW2102", Severity::error,
                                              "The Salesforce object has no such field"};
inline constexpr Code kIncompatibleTypes{"CW2103", Severity::error,
                                         "The two types cannot be mapped"};
inline constexpr Code kLossyTypes{"CW2104", Severity::warning, "The conversion loses something"};
inline constexpr Code kTextMayBeTooLong{"CW2105", Severity::warning,
                                        "A text may be longer than the target takes"};
inline constexpr Code kNumberMayNotFit{"CW2106", Severity::warning,
                                       "A number may not fit the target"};
inline constexpr Code kPicklistValueMissing{"CW2107", Severity::error,
                                            "A value is not in the picklist"};
inline constexpr Code kNotWritable{"CW2108", Severity::error, "The field cannot be written"};
inline constexpr Code kNotCreateable{"CW2109", Severity::warning,
                                     "The field cannot be set on new records"};
inline constexpr Code kNotUpdateable{"CW2110", Severity::warning,
                                     "The field cannot be changed on existing records"};
inline constexpr Code kRequiredUnmapped{"CW2111", Severity::error,
                                        "A field that new records need is not mapped"};
inline constexpr Code kDuplicateTarget{"CW2112", Severity::error,
                                       "A field is written by two lines"};
inline constexpr Code kDisplayPushed{"CW2113", Severity::error,
                                     "A field for display cannot be pushed"};
inline constexpr Code kDirectionConflict{"CW2114", Severity::error,
                                         "The field's direction does not go with the object's"};
inline constexpr Code kDefaultMissing{"CW2115", Severity::error,
                                      "onNull asks for a default that is not given"};
inline constexpr Code kDefaultUnfit{"CW2116", Severity::error,
                                    "The default value does not fit the field"};
inline constexpr Code kTransformUnfit{"CW2117", Severity::error,
                                      "The transform does not go with the field"};
inline constexpr Code kTruncationUnfit{"CW2118", Severity::warning,
                                       "Truncation is asked where it does not apply"};
inline constexpr Code kConflictWithoutBoth{"CW2119", Severity::warning,
                                           "A conflict policy on a field that goes one way"};
inline constexpr Code kFieldHidden{"CW2120", Severity::warning,
                                   "The field is deprecated and hidden"};
inline constexpr Code kMaskedText{"CW2121", Severity::warning,
                                  "The field is encrypted and may be read masked"};
inline constexpr Code kConditionalTypes{"CW2122", Severity::warning,
                                        "Only some values can be converted"};
inline constexpr Code kPlatformValueMissing{"CW2123", Severity::warning,
                                            "A picklist value is not in the platform's list"};
inline constexpr Code kRequiredMayBeEmpty{"CW2124", Severity::warning,
                                          "A field that new records need may be empty"};
inline constexpr Code kPlatformRequiredUnmapped{"CW2125", Severity::warning,
                                                "A field that the platform needs is not mapped"};
inline constexpr Code kDependentPicklist{"CW2126", Severity::info,
                                         "The values allowed depend on another field"};
inline constexpr Code kKeyWritten{"CW2127", Severity::error, "The platform's key would be changed"};
inline constexpr Code kUniqueTarget{"CW2128", Severity::warning,
                                    "The target must be unique and the source is not"};
inline constexpr Code kDefaultUnused{"CW2129", Severity::warning, "A default that is never used"};

// CW22xx: matching
inline constexpr Code kMatchMissing{"CW2201", Severity::error,
                                    "Nothing says how records are matched"};
inline constexpr Code kExternalIdUnknown{"CW2202", Severity::error,
                                         "The external id field does not exist"};
inline constexpr Code kExternalIdUnfit{"CW2203", Severity::error,
                                       "The field cannot serve as external id"};
inline constexpr Code kExternalIdNotUnique{"CW2204", Severity::warning,
                                           "The external id is not unique"};
inline constexpr Code kExternalIdTooShort{"CW2205", Severity::warning,
                                          "The external id is shorter than the platform's key"};
inline constexpr Code kMatchFieldUnknown{"CW2206", Severity::error, "A match field is not mapped"};
inline constexpr Code kCreateWithoutExternalId{"CW2207", Severity::error,
                                               "Creating without an external id may create twice"};
inline constexpr Code kExternalIdType{"CW2208", Severity::error,
                                      "The external id does not take the platform's key"};
inline constexpr Code kExternalIdMapped{"CW2210", Severity::error,
                                        "The external id is written by another field"};

// CW23xx: constants and conditions
inline constexpr Code kConstantUnknownField{"CW2301", Severity::error,
                                            "A constant for a field that does not exist"};
inline constexpr Code kConstantUnfit{"CW2302", Severity::error,
                                     "A constant does not fit its field"};
inline constexpr Code kConstantNotWritable{"CW2303", Severity::error,
                                           "A constant for a field that cannot be written"};
inline constexpr Code kConstantWithoutPush{"CW2304", Severity::warning,
                                           "A constant on a pair that never pushes"};
inline constexpr Code kWhereSyntax{"CW2305", Severity::error, "A condition cannot be read"};
inline constexpr Code kWhereUnknownField{"CW2306", Severity::error,
                                         "A condition on a field that does not exist"};
inline constexpr Code kWhereNotFilterable{"CW2307", Severity::error,
                                          "A condition on a field that cannot be filtered"};
inline constexpr Code kWhereNotEvaluable{"CW2308", Severity::error,
                                         "A condition that the platform's side cannot evaluate"};

// CW24xx: the org
inline constexpr Code kPersonAccountName{"CW2401", Severity::warning,
                                         "Accounts of this org may need more than describes say"};
inline constexpr Code kCurrencyUnstated{"CW2402", Severity::info, "Amounts without their currency"};

// CW30xx: a record's value on its way to Salesforce
inline constexpr Code kValueTooLong{"CW3001", Severity::error, "A text is too long"};
inline constexpr Code kValueNotANumber{"CW3002", Severity::error, "A value is no number"};
inline constexpr Code kValueOutOfRange{"CW3003", Severity::error, "A number does not fit"};
inline constexpr Code kValueNotInPicklist{"CW3004", Severity::error,
                                          "A value is not in a restricted picklist"};
inline constexpr Code kValueNotADate{"CW3005", Severity::error, "A value is no date"};
inline constexpr Code kValueNotADatetime{"CW3006", Severity::error, "A value is no date and time"};
inline constexpr Code kValueNotATime{"CW3007", Severity::error, "A value is no time of day"};
inline constexpr Code kValueNotATruth{"CW3008", Severity::error,
                                      "A value is neither true nor false"};
inline constexpr Code kValueNotAnEmail{"CW3009", Severity::error, "A value is no e-mail address"};
inline constexpr Code kValueNotAnId{"CW3010", Severity::error, "A value is no Salesforce id"};
inline constexpr Code kValueRequired{"CW3011", Severity::error, "A required value is missing"};
inline constexpr Code kValueWrongKind{"CW3012", Severity::error, "A value of the wrong kind"};
inline constexpr Code kValueNotMapped{"CW3013", Severity::error,
                                      "A value that the map does not name"};
inline constexpr Code kValueTruncated{"CW3014", Severity::info, "A text was cut"};

// Every row, in the order of the codes.
std::span<const Code> all();

// The row of a code, or null.
const Code* find(std::string_view code);

}  // namespace crosswalk::diagnostic::codes

namespace crosswalk {
namespace codes = diagnostic::codes;
}
