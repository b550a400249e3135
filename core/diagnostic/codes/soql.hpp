// CW40xx: a SOQL query. CW400x and CW401x need no schema, CW402x and CW403x do.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kSoqlSyntax{
    .code = "CW4001",
    .severity = Severity::error,
    .cause = "Salesforce answers MALFORMED_QUERY.",
};
inline constexpr Entry kSoqlSyntaxEntry{
    .code = kSoqlSyntax,
    .title = "The query cannot be read",
    .example = "SELECT Id FORM Contact",
    .cure = "Write what is expected at that place.",
};

inline constexpr Code kSoqlTooLarge{
    .code = "CW4002",
    .severity = Severity::error,
    .cause =
        "A query has at most 100,000 characters, a text in it 4,000, and 64 levels are read here.",
};
inline constexpr Entry kSoqlTooLargeEntry{
    .code = kSoqlTooLarge,
    .title = "The query, a text in it or its nesting is too large",
    .example = "A text of more than 4,000 characters",
    .cure = "Split the query.",
};

inline constexpr Code kSoqlApexOnly{
    .code = "CW4003",
    .severity = Severity::warning,
    .cause = "It is right inside Apex code; sent as it is, Salesforce answers MALFORMED_QUERY.",
};
inline constexpr Entry kSoqlApexOnlyEntry{
    .code = kSoqlApexOnly,
    .title = "Apex understands it, the REST API does not",
    .example = "SELECT Id FROM Contact WHERE AccountId = :account.Id",
    .cure = "Put the value itself in place of a variable; leave the rest out.",
};

inline constexpr Code kSoqlUrlTooLong{
    .code = "CW4004",
    .severity = Severity::warning,
    .cause = "The REST API takes a query in the URL, which may have 16,384 bytes.",
};
inline constexpr Entry kSoqlUrlTooLongEntry{
    .code = kSoqlUrlTooLong,
    .title = "The query does not fit a URL",
    .example = "WHERE Id IN (…) with 1,000 ids",
    .cure = "Ask in parts, about 600 ids each, or use the Bulk API.",
};

inline constexpr Code kSoqlLiteral{
    .code = "CW4005",
    .severity = Severity::error,
    .cause = "No day, time or text is written like that.",
};
inline constexpr Entry kSoqlLiteralEntry{
    .code = kSoqlLiteral,
    .title = "A value that cannot be",
    .example = "WHERE CloseDate = 2026-02-30",
    .cure = "Correct the value.",
};

inline constexpr Code kSoqlFunction{
    .code = "CW4006",
    .severity = Severity::error,
    .cause = "Each function has its places and its arguments.",
};
inline constexpr Entry kSoqlFunctionEntry{
    .code = kSoqlFunction,
    .title = "A function that is unknown, or used where or as it may not be",
    .example = "WHERE COUNT(Id) > 1",
    .cure = "Aggregates stand in SELECT, HAVING and ORDER BY; GEOLOCATION inside DISTANCE.",
};

inline constexpr Code kSoqlGrouping{
    .code = "CW4007",
    .severity = Severity::error,
    .cause = "A query with aggregates answers groups, which have no fields of single records.",
};
inline constexpr Entry kSoqlGroupingEntry{
    .code = kSoqlGrouping,
    .title = "Groups and single records are mixed",
    .example = "SELECT LastName, COUNT(Id) FROM Contact",
    .cure = "Name the field in GROUP BY, or put it into an aggregate.",
};

inline constexpr Code kSoqlFields{
    .code = "CW4008",
    .severity = Severity::error,
    .cause = "FIELDS(ALL) and FIELDS(CUSTOM) want LIMIT 200 or less.",
};
inline constexpr Entry kSoqlFieldsEntry{
    .code = kSoqlFields,
    .title = "FIELDS() needs a small LIMIT",
    .example = "SELECT FIELDS(ALL) FROM Contact",
    .cure = "Add LIMIT 200, or name the fields.",
};

inline constexpr Code kSoqlRange{
    .code = "CW4009",
    .severity = Severity::error,
    .cause = "OFFSET may be 2,000 at most: NUMBER_OUTSIDE_VALID_RANGE.",
};
inline constexpr Entry kSoqlRangeEntry{
    .code = kSoqlRange,
    .title = "A number beyond its range",
    .example = "OFFSET 2001",
    .cure = "Page by a key: WHERE Id > 'the last one' ORDER BY Id.",
};

inline constexpr Code kSoqlJoin{
    .code = "CW4010",
    .severity = Severity::error,
    .cause =
        "At most two, not nested, not beside OR; one id or reference field; no ORDER BY, LIMIT.",
};
inline constexpr Entry kSoqlJoinEntry{
    .code = kSoqlJoin,
    .title = "A query inside IN that Salesforce refuses",
    .example = "WHERE Id IN (SELECT AccountId FROM Contact LIMIT 5)",
    .cure = "Simplify the inner query, or ask in two steps.",
};

inline constexpr Code kSoqlRelations{
    .code = "CW4011",
    .severity = Severity::error,
    .cause = "5 levels up, 5 down, 55 parents and 20 child queries at most.",
};
inline constexpr Entry kSoqlRelationsEntry{
    .code = kSoqlRelations,
    .title = "Too many relationships, or too deep",
    .example = "SELECT A.B.C.D.E.F.Name FROM Contact",
    .cure = "Ask in two steps.",
};

inline constexpr Code kSoqlDoubtful{
    .code = "CW4012",
    .severity = Severity::warning,
    .cause = "It is known from practice, not from the reference.",
};
inline constexpr Entry kSoqlDoubtfulEntry{
    .code = kSoqlDoubtful,
    .title = "Salesforce probably refuses it",
    .example = "SELECT Name n FROM Account",
    .cure = "Try it in the org, or write it differently.",
};

inline constexpr Code kSoqlTwice{
    .code = "CW4013",
    .severity = Severity::error,
    .cause = "Salesforce answers MALFORMED_QUERY: duplicate field selected.",
};
inline constexpr Entry kSoqlTwiceEntry{
    .code = kSoqlTwice,
    .title = "A field or an alias comes twice",
    .example = "SELECT Id, Name, Id FROM Contact",
    .cure = "Name it once.",
};

inline constexpr Code kSoqlUnknownObject{
    .code = "CW4020",
    .severity = Severity::error,
    .cause = "The object does not exist, or the connected user may not see it.",
};
inline constexpr Entry kSoqlUnknownObjectEntry{
    .code = kSoqlUnknownObject,
    .title = "A query of an object that does not exist",
    .example = "SELECT Id FROM Contcat",
    .cure = "Use the API name; custom objects end in __c.",
};

inline constexpr Code kSoqlUnknownField{
    .code = "CW4021",
    .severity = Severity::error,
    .cause = "The field does not exist, or the connected user may not see it.",
};
inline constexpr Entry kSoqlUnknownFieldEntry{
    .code = kSoqlUnknownField,
    .title = "A query of a field that does not exist",
    .example = "SELECT Emial FROM Contact",
    .cure = "Use the API name, not the label; custom fields end in __c.",
};

inline constexpr Code kSoqlUnknownRelationship{
    .code = "CW4022",
    .severity = Severity::error,
    .cause = "A path goes by relationship names: Account for AccountId, Parent__r for Parent__c.",
};
inline constexpr Entry kSoqlUnknownRelationshipEntry{
    .code = kSoqlUnknownRelationship,
    .title = "A path over a relationship that does not exist",
    .example = "SELECT AccountId.Name FROM Contact",
    .cure = "Use the relationship's name.",
};

inline constexpr Code kSoqlUnknownChild{
    .code = "CW4023",
    .severity = Severity::error,
    .cause = "A child query names the child relationship (Contacts, Children__r), not the object.",
};
inline constexpr Entry kSoqlUnknownChildEntry{
    .code = kSoqlUnknownChild,
    .title = "A child query over a relationship that does not exist",
    .example = "SELECT (SELECT Id FROM Contact) FROM Account",
    .cure = "Use the child relationship's name.",
};

inline constexpr Code kSoqlNotFilterable{
    .code = "CW4024",
    .severity = Severity::error,
    .cause = "Long and rich text, encrypted text and files cannot be filtered.",
};
inline constexpr Entry kSoqlNotFilterableEntry{
    .code = kSoqlNotFilterable,
    .title = "A condition on a field that cannot be filtered",
    .example = "WHERE Description LIKE '%x%'",
    .cure = "Filter by another field.",
};

inline constexpr Code kSoqlNotSortable{
    .code = "CW4025",
    .severity = Severity::error,
    .cause = "Long text, multi-select picklists and addresses cannot be sorted.",
};
inline constexpr Entry kSoqlNotSortableEntry{
    .code = kSoqlNotSortable,
    .title = "Ordered by a field that cannot be sorted",
    .example = "ORDER BY Description",
    .cure = "Order by another field.",
};

inline constexpr Code kSoqlNotGroupable{
    .code = "CW4026",
    .severity = Severity::error,
    .cause = "Describe says groupable: false.",
};
inline constexpr Entry kSoqlNotGroupableEntry{
    .code = kSoqlNotGroupable,
    .title = "Grouped by a field that cannot be grouped",
    .example = "GROUP BY CreatedDate",
    .cure = "Group by another field, or by a date function: DAY_ONLY(CreatedDate).",
};

inline constexpr Code kSoqlOperator{
    .code = "CW4027",
    .severity = Severity::error,
    .cause =
        "LIKE is for text, INCLUDES and EXCLUDES for multi-select picklists, < and > for order.",
};
inline constexpr Entry kSoqlOperatorEntry{
    .code = kSoqlOperator,
    .title = "An operator that the field's type does not take",
    .example = "WHERE IsActive > TRUE",
    .cure = "Use an operator of the field's type.",
};

inline constexpr Code kSoqlValueType{
    .code = "CW4028",
    .severity = Severity::error,
    .cause = "Texts stand in quotes; numbers, dates, TRUE and FALSE do not.",
};
inline constexpr Entry kSoqlValueTypeEntry{
    .code = kSoqlValueType,
    .title = "A value of another type than the field",
    .example = "WHERE CreatedDate > '2026-01-31'",
    .cure = "Write the value in the form of the field's type.",
};

inline constexpr Code kSoqlValueUnknown{
    .code = "CW4029",
    .severity = Severity::warning,
    .cause = "No record can have a value that the restricted picklist does not list.",
};
inline constexpr Entry kSoqlValueUnknownEntry{
    .code = kSoqlValueUnknown,
    .title = "A value that is not in the picklist",
    .example = "WHERE LeadSource = 'Wbe'",
    .cure = "Use one of the picklist's values, not its label.",
};

inline constexpr Code kSoqlArgumentType{
    .code = "CW4030",
    .severity = Severity::error,
    .cause = "Sums want numbers, date functions dates, toLabel picklists.",
};
inline constexpr Entry kSoqlArgumentTypeEntry{
    .code = kSoqlArgumentType,
    .title = "A function of a field whose type it does not take",
    .example = "SUM(LastName)",
    .cure = "Use a field of a fitting type.",
};

inline constexpr Code kSoqlTypeOf{
    .code = "CW4031",
    .severity = Severity::error,
    .cause = "TYPEOF is for relationships to several objects, such as What, Who and Owner.",
};
inline constexpr Entry kSoqlTypeOfEntry{
    .code = kSoqlTypeOf,
    .title = "TYPEOF of a field that has one type",
    .example = "SELECT TYPEOF Account WHEN User THEN Name END FROM Contact",
    .cure = "Use a path: Account.Name.",
};

inline constexpr Code kSoqlNotQueryable{
    .code = "CW4032",
    .severity = Severity::error,
    .cause = "Describe says queryable: false.",
};
inline constexpr Entry kSoqlNotQueryableEntry{
    .code = kSoqlNotQueryable,
    .title = "A query of an object that cannot be queried",
    .example = "SELECT Id FROM ActivityHistory",
    .cure = "Ask for it through its parent, or ask another object.",
};

}  // namespace crosswalk::diagnostic::codes
