// Both sides' schemas for the tests of offers: small, with a field of each sort that offers tell
// apart.
#pragma once

#include <string>
#include <string_view>

#include "schema/describe_reader.hpp"
#include "schema/platform_reader.hpp"
#include "validate/validate.hpp"

namespace crosswalk::complete {

inline constexpr std::string_view kPlatform = R"({"version": 1, "objects": [
  {"name": "participant", "label": "Participant", "key": "id", "fields": [
    {"name": "id", "type": "text", "maxLength": 36, "required": true, "unique": true},
    {"name": "last_name", "label": "Last name", "type": "text", "maxLength": 80, "required": true},
    {"name": "company", "type": "text", "maxLength": 300},
    {"name": "status", "type": "selectList", "values": ["registered", "came"]},
    {"name": "vip", "type": "boolean"},
    {"name": "birth_date", "type": "date"}]},
  {"name": "account", "label": "Account", "key": "id", "fields": [
    {"name": "id", "type": "text", "maxLength": 36}]}]})";

inline constexpr std::string_view kContact = R"({"name": "Contact", "label": "Contact",
  "createable": true, "updateable": true, "queryable": true,
  "recordTypeInfos": [
    {"recordTypeId": "012000000000001AAA", "name": "Guest", "developerName": "Guest",
     "active": true, "available": true, "master": false},
    {"recordTypeId": "012000000000000AAA", "name": "Master", "developerName": "Master",
     "active": true, "available": true, "master": true}],
  "fields": [
    {"name": "Id", "label": "Contact ID", "type": "id", "length": 18, "idLookup": true},
    {"name": "LastName", "label": "Last Name", "type": "string", "length": 80, "createable": true,
     "updateable": true, "nillable": false, "filterable": true},
    {"name": "Department", "label": "Department", "type": "string", "length": 80,
     "createable": true, "updateable": true, "inlineHelpText": "Where they work."},
    {"name": "AccountId", "label": "Account ID", "type": "reference", "length": 18,
     "referenceTo": ["Account"], "relationshipName": "Account", "createable": true,
     "updateable": true},
    {"name": "RecordTypeId", "label": "Record Type ID", "type": "reference", "length": 18,
     "referenceTo": ["RecordType"], "relationshipName": "RecordType", "createable": true,
     "updateable": true},
    {"name": "Status__c", "label": "Status", "type": "picklist", "length": 255, "custom": true,
     "createable": true, "updateable": true, "restrictedPicklist": true, "picklistValues": [
       {"value": "Registered", "label": "Has registered", "active": true},
       {"value": "Gone", "label": "Gone", "active": false},
       {"value": "Came", "label": "Came", "active": true}]},
    {"name": "Participant_Id__c", "label": "Participant", "type": "string", "length": 36,
     "custom": true, "externalId": true, "unique": true, "idLookup": true, "createable": true,
     "updateable": true},
    {"name": "HasOptedOutOfEmail", "label": "Email Opt Out", "type": "boolean",
     "createable": true, "updateable": true},
    {"name": "Birthdate", "label": "Birthdate", "type": "date", "createable": true,
     "updateable": true},
    {"name": "Old__c", "label": "Old", "type": "string", "length": 9, "custom": true,
     "deprecatedAndHidden": true},
    {"name": "CreatedDate", "label": "Created Date", "type": "datetime"}]})";

inline constexpr std::string_view kAccount = R"({"name": "Account", "label": "Company",
  "createable": true, "updateable": true, "queryable": true, "fields": [
    {"name": "Id", "label": "Account ID", "type": "id", "length": 18},
    {"name": "Name", "label": "Account Name", "type": "string", "length": 255,
     "createable": true, "updateable": true, "nillable": false},
    {"name": "ParentId", "label": "Parent Account ID", "type": "reference", "length": 18,
     "referenceTo": ["Account"], "relationshipName": "Parent", "createable": true,
     "updateable": true}]})";

inline constexpr std::string_view kOrg = R"({
  "campaigns": [{"id": "701000000000001AAA", "name": "Spring fair", "statuses": []}],
  "recordTypes": {"Contact": {"Guest": {"picklistFieldValues": {
    "Status__c": {"values": [{"value": "Came", "label": "Came", "validFor": []}]}}}}}})";

inline validate::Workspace workspace() {
  validate::Workspace all;
  all.set_platform(kPlatform);
  all.add_describe(kContact);
  all.add_describe(kAccount);
  all.set_org(kOrg);
  return all;
}

}  // namespace crosswalk::complete
