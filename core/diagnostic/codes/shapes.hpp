// CW2133 to CW2149: related records, owners and parents, and the shapes that objects have.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kRelatedFieldPushed{
    .code = "CW2133",
    .severity = Severity::error,
    .cause = "A record is written with its own fields only.",
};
inline constexpr Entry kRelatedFieldPushedEntry{
    .code = kRelatedFieldPushed,
    .title = "A related record's field cannot be written",
    .example = R"("salesforce": "Account.Name" on a line that pushes)",
    .cure = "Pull the line, or map the related object in a pair of its own.",
};

inline constexpr Code kRelatedFieldUnknown{
    .code = "CW2134",
    .severity = Severity::error,
    .cause = "A way to a related field goes by relationship names, as Account.Owner.Email does.",
};
inline constexpr Entry kRelatedFieldUnknownEntry{
    .code = kRelatedFieldUnknown,
    .title = "The way to a related field leads nowhere",
    .example = R"("salesforce": "Acount.Name")",
    .cure = "Correct the name. The relationship of Account__c is Account__r.",
};

inline constexpr Code kPathTooDeep{
    .code = "CW2135",
    .severity = Severity::error,
    .cause = "Salesforce follows five relationships at most.",
};
inline constexpr Entry kPathTooDeepEntry{
    .code = kPathTooDeep,
    .title = "The way to a related field is too long",
    .example = R"("A__r.B__r.C__r.D__r.E__r.F__r.Name")",
    .cure = "Bring the value nearer by a formula field.",
};

inline constexpr Code kRelatedFieldUnchecked{
    .code = "CW2136",
    .severity = Severity::info,
    .cause = "The related object is not described here, or may be one of several.",
};
inline constexpr Entry kRelatedFieldUncheckedEntry{
    .code = kRelatedFieldUnchecked,
    .title = "A related field that could not be checked",
    .example = R"("salesforce": "Owner.Email" without a describe of User)",
    .cure = "Add the describe of the related object, if there is one.",
};

inline constexpr Code kParentFixed{
    .code = "CW2137",
    .severity = Severity::warning,
    .cause = "Salesforce refuses to move the record to another parent later.",
};
inline constexpr Entry kParentFixedEntry{
    .code = kParentFixed,
    .title = "The parent of a record can be set once",
    .example = "a line into a master-detail field that is not reparentable",
    .cure = "Allow reparenting in the field's set-up, or set the parent on new records only.",
};

inline constexpr Code kOwnerWritten{
    .code = "CW2138",
    .severity = Severity::warning,
    .cause =
        "Salesforce refuses an owner who is inactive, and each change of owner recalculates who "
        "may see the record.",
};
inline constexpr Entry kOwnerWrittenEntry{
    .code = kOwnerWritten,
    .title = "Owners are written",
    .example = "a line into OwnerId",
    .cure = "Write owners only where the platform decides them.",
};

inline constexpr Code kConvertedLeads{
    .code = "CW2139",
    .severity = Severity::warning,
    .cause = "Salesforce refuses every change of a lead that has been converted.",
};
inline constexpr Entry kConvertedLeadsEntry{
    .code = kConvertedLeads,
    .title = "Converted leads cannot be changed",
    .example = "a Lead pair that updates, without a condition on IsConverted",
    .cure = "Add the condition IsConverted = false.",
};

inline constexpr Code kCompanyOfPersons{
    .code = "CW2140",
    .severity = Severity::warning,
    .cause =
        "A lead without a company becomes a person account; with one, a business account and a "
        "contact.",
};
inline constexpr Entry kCompanyOfPersonsEntry{
    .code = kCompanyOfPersons,
    .title = "A filler for Company changes what leads become",
    .example = R"(the constant Company "Unknown" where person accounts are on)",
    .cure = "Leave Company empty where there is none.",
};

inline constexpr Code kMemberWithoutPerson{
    .code = "CW2141",
    .severity = Severity::error,
    .cause = "Salesforce creates no campaign member without a lead or a contact.",
};
inline constexpr Entry kMemberWithoutPersonEntry{
    .code = kMemberWithoutPerson,
    .title = "A campaign member without a person",
    .example = "a CampaignMember pair without LeadId and ContactId",
    .cure = "Map ContactId or LeadId, or pair the same platform object with Contact or Lead.",
};

inline constexpr Code kMemberOfTwoPersons{
    .code = "CW2142",
    .severity = Severity::error,
    .cause = "A campaign member belongs to a lead or to a contact, never to both.",
};
inline constexpr Entry kMemberOfTwoPersonsEntry{
    .code = kMemberOfTwoPersons,
    .title = "A campaign member of two persons",
    .example = "lines into LeadId and ContactId",
    .cure = "Remove one of the two.",
};

inline constexpr Code kTwoAccountNames{
    .code = "CW2143",
    .severity = Severity::error,
    .cause =
        "A person account has no Name of its own, a business account no LastName: Salesforce "
        "refuses both together.",
};
inline constexpr Entry kTwoAccountNamesEntry{
    .code = kTwoAccountNames,
    .title = "An account with a business's and a person's name",
    .example = "lines into Name and LastName of Account",
    .cure = "Map businesses and persons in pairs of their own.",
};

inline constexpr Code kShapeMisplaced{
    .code = "CW2144",
    .severity = Severity::error,
    .cause = "Only accounts are persons or businesses, and only where person accounts are on.",
};
inline constexpr Entry kShapeMisplacedEntry{
    .code = kShapeMisplaced,
    .title = R"("shape" where there are no person accounts)",
    .example = R"("shape": "person" on Contact)",
    .cure = R"(Remove "shape".)",
};

inline constexpr Code kShapeUnstated{
    .code = "CW2145",
    .severity = Severity::info,
    .cause = "The record type decides, and the connected user's default one is taken.",
};
inline constexpr Entry kShapeUnstatedEntry{
    .code = kShapeUnstated,
    .title = "New accounts may become businesses or persons",
    .example = R"(an Account pair without "shape" and record type where person accounts are on)",
    .cure = R"(Set "recordType" or "shape".)",
};

inline constexpr Code kRecordTypeTwice{
    .code = "CW2146",
    .severity = Severity::error,
    .cause = "Both would set the same field.",
};
inline constexpr Entry kRecordTypeTwiceEntry{
    .code = kRecordTypeTwice,
    .title = "The record type is given twice",
    .example = R"("recordType" and a line into RecordTypeId)",
    .cure = "Remove one of the two.",
};

inline constexpr Code kRecordTypeUnstated{
    .code = "CW2147",
    .severity = Severity::info,
    .cause = "The connected user's default one is taken, and its picklist values apply.",
};
inline constexpr Entry kRecordTypeUnstatedEntry{
    .code = kRecordTypeUnstated,
    .title = "Nothing says which record type new records get",
    .example = "a pair that creates, on an object with several record types",
    .cure = R"(Set "recordType".)",
};

}  // namespace crosswalk::diagnostic::codes
