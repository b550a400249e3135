// CW40xx: a SOQL query. CW400x and CW401x need no schema, CW402x and CW403x do.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kSoqlSyntax{
    .code = "CW4001",
    .severity = Severity::error,
    .title = "The query cannot be read",
    .example = "SELECT Id FORM Contact",
    .cause = "Salesforce answers MALFORMED_QUERY.",
    .cure = "Write what is expected at that place.",
};

inline constexpr Code kSoqlTooLarge{
    .code = "CW4002",
    .severity = Severity::error,
    .title = "The query, a text in it or its nesting is too large",
    .example = "A text of more than 4,000 characters",
    .cause =
        "A query has at most 100,000 characters, a text in it 4,000, and 64 levels are read here.",
    .cure = "Split the query.",
};

inline constexpr Code kSoqlApexOnly{
    .code = "CW4003",
    .severity = Severity::warning,
    .title = "Apex understands it, the REST API does not",
    .example = "SELECT Id FROM Contact WHERE AccountId = :account.Id",
    .cause = "It is right inside Apex code; sent as it is, Salesforce answers MALFORMED_QUERY.",
    .cure = "Put the value itself in place of a variable; leave the rest out.",
};

inline constexpr Code kSoqlUrlTooLong{
    .code = "CW4004",
    .severity = Severity::warning,
    .title = "The query does not fit a URL",
    .example = "WHERE Id IN (…) with 1,000 ids",
    .cause = "The REST API takes a query in the URL, which may have 16,384 bytes.",
    .cure = "Ask in parts, about 600 ids each, or use the Bulk API.",
};

inline constexpr Code kSoqlLiteral{
    .code = "CW4005",
    .severity = Severity::error,
    .title = "A value that cannot be",
    .example = "WHERE CloseDate = 2026-02-30",
    .cause = "No day, time or text is written like that.",
    .cure = "Correct the value.",
};

inline constexpr Code kSoqlFunction{
    .code = "CW4006",
    .severity = Severity::error,
    .title = "A function that is unknown, or used where or as it may not be",
    .example = "WHERE COUNT(Id) > 1",
    .cause = "Each function has its places and its arguments.",
    .cure = "Aggregates stand in SELECT, HAVING and ORDER BY; GEOLOCATION inside DISTANCE.",
};

inline constexpr Code kSoqlGrouping{
    .code = "CW4007",
    .severity = Severity::error,
    .title = "Groups and single records are mixed",
    .example = "SELECT LastName, COUNT(Id) FROM Contact",
    .cause = "A query with aggregates answers groups, which have no fields of single records.",
    .cure = "Name the field in GROUP BY, or put it into an aggregate.",
};

inline constexpr Code kSoqlFields{
    .code = "CW4008",
    .severity = Severity::error,
    .title = "FIELDS() needs a small LIMIT",
    .example = "SELECT FIELDS(ALL) FROM Contact",
    .cause = "FIELDS(ALL) and FIELDS(CUSTOM) want LIMIT 200 or less.",
    .cure = "Add LIMIT 200, or name the fields.",
};

inline constexpr Code kSoqlRange{
    .code = "CW4009",
    .severity = Severity::error,
    .title = "A number beyond its range",
    .example = "OFFSET 2001",
    .cause = "OFFSET may be 2,000 at most: NUMBER_OUTSIDE_VALID_RANGE.",
    .cure = "Page by a key: WHERE Id > 'the last one' ORDER BY Id.",
};

inline constexpr Code kSoqlJoin{
    .code = "CW4010",
    .severity = Severity::error,
    .title = "A query inside IN that Salesforce refuses",
    .example = "WHERE Id IN (SELECT AccountId FROM Contact LIMIT 5)",
    .cause =
        "At most two, not nested, not beside OR; one id or reference field; no ORDER BY, LIMIT.",
    .cure = "Simplify the inner query, or ask in two steps.",
};

inline constexpr Code kSoqlRelations{
    .code = "CW4011",
    .severity = Severity::error,
    .title = "Too many relationships, or too deep",
    .example = "SELECT A.B.C.D.E.F.Name FROM Contact",
    .cause = "5 levels up, 5 down, 55 parents and 20 child queries at most.",
    .cure = "Ask in two steps.",
};

inline constexpr Code kSoqlDoubtful{
    .code = "CW4012",
    .severity = Severity::warning,
    .title = "Salesforce probably refuses it",
    .example = "SELECT Name n FROM Account",
    .cause = "It is known from practice, not from the reference.",
    .cure = "Try it in the org, or write it differently.",
};

inline constexpr Code kSoqlTwice{
    .code = "CW4013",
    .severity = Severity::error,
    .title = "A field or an alias comes twice",
    .example = "SELECT Id, Name, Id FROM Contact",
    .cause = "Salesforce answers MALFORMED_QUERY: duplicate field selected.",
    .cure = "Name it once.",
};

inline constexpr Code kSoqlUnknownObject{
    .code = "CW4020",
    .severity = Severity::error,
    .title = "A query of an object that does not exist",
    .example = "SELECT Id FROM Contcat",
    .cause = "The object does not exist, or the connected user may not see it.",
    .cure = "Use the API name; custom objects end in __c.",
};

inline constexpr Code kSoqlUnknownField{
    .code = "CW4021",
    .severity = Severity::error,
    .title = "A query of a field that does not exist",
    .example = "SELECT Emial FROM Contact",
    .cause = "The field does not exist, or the connected user may not see it.",
    .cure = "Use the API name, not the label; custom fields end in __c.",
};

inline constexpr Code kSoqlUnknownRelationship{
    .code = "CW4022",
    .severity = Severity::error,
    .title = "A path over a relationship that does not exist",
    .example = "SELECT AccountId.Name FROM Contact",
    .cause = "A path goes by relationship names: Account for AccountId, Parent__r for Parent__c.",
    .cure = "Use the relationship's name.",
};

inline constexpr Code kSoqlUnknownChild{
    .code = "CW4023",
    .severity = Severity::error,
    .title = "A child query over a relationship that does not exist",
    .example = "SELECT (SELECT Id FROM Contact) FROM Account",
    .cause = "A child query names the child relationship (Contacts, Children__r), not the object.",
    .cure = "Use the child relationship's name.",
};

inline constexpr Code kSoqlNotFilterable{
    .code = "CW4024",
    .severity = Severity::error,
    .title = "A condition on a field that cannot be filtered",
    .example = "WHERE Description LIKE '%x%'",
    .cause = "Long and rich text, encrypted text and files cannot be filtered.",
    .cure = "Filter by another field.",
};

inline constexpr Code kSoqlNotSortable{
    .code = "CW4025",
    .severity = Severity::error,
    .title = "Ordered by a field that cannot be sorted",
    .example = "ORDER BY Description",
    .cause = "Long text, multi-select picklists and addresses cannot be sorted.",
    .cure = "Order by another field.",
};

inline constexpr Code kSoqlNotGroupable{
    .code = "CW4026",
    .severity = Severity::error,
    .title = "Grouped by a field that cannot be grouped",
    .example = "GROUP BY CreatedDate",
    .cause = "Describe says groupable: false.",
    .cure = "Group by another field, or by a date function: DAY_ONLY(CreatedDate).",
};

inline constexpr Code kSoqlOperator{
    .code = "CW4027",
    .severity = Severity::error,
    .title = "An operator that the field's type does not take",
    .example = "WHERE IsActive > TRUE",
    .cause =
        "LIKE is for text, INCLUDES and EXCLUDES for multi-select picklists, < and > for order.",
    .cure = "Use an operator of the field's type.",
};

inline constexpr Code kSoqlValueType{
    .code = "CW4028",
    .severity = Severity::error,
    .title = "A value of another type than the field",
    .example = "WHERE CreatedDate > '2026-01-31'",
    .cause = "Texts stand in quotes; numbers, dates, TRUE and FALSE do not.",
    .cure = "Write the value in the form of the field's type.",
};

inline constexpr Code kSoqlValueUnknown{
    .code = "CW4029",
    .severity = Severity::warning,
    .title = "A value that is not in the picklist",
    .example = "WHERE LeadSource = 'Wbe'",
    .cause = "No record can have a value that the restricted picklist does not list.",
    .cure = "Use one of the picklist's values, not its label.",
};

inline constexpr Code kSoqlArgumentType{
    .code = "CW4030",
    .severity = Severity::error,
    .title = "A function of a field whose type it does not take",
    .example = "SUM(LastName)",
    .cause = "Sums want numbers, date functions dates, toLabel picklists.",
    .cure = "Use a field of a fitting type.",
};

inline constexpr Code kSoqlTypeOf{
    .code = "CW4031",
    .severity = Severity::error,
    .title = "TYPEOF of a field that has one type",
    .example = "SELECT TYPEOF Account WHEN User THEN Name END FROM Contact",
    .cause = "TYPEOF is for relationships to several objects, such as What, Who and Owner.",
    .cure = "Use a path: Account.Name.",
};

inline constexpr Code kSoqlNotQueryable{
    .code = "CW4032",
    .severity = Severity::error,
    .title = "A query of an object that cannot be queried",
    .example = "SELECT Id FROM ActivityHistory",
    .cause = "Describe says queryable: false.",
    .cure = "Ask for it through its parent, or ask another object.",
};

}  // namespace crosswalk::diagnostic::codes
