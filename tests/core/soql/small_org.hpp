// A small schema to check queries against: a field of each type, a relationship of each kind.
#pragma once

#include "schema/salesforce.hpp"

namespace crosswalk::soql {

inline schema::SalesforceField field(std::string name, schema::FieldType type,
                                     std::string label = "") {
  schema::SalesforceField out;
  out.name = std::move(name);
  out.label = std::move(label);
  out.type = type;
  return out;
}

inline schema::SalesforceField lookup(std::string name, std::string relationship,
                                      std::vector<std::string> to) {
  schema::SalesforceField out = field(std::move(name), schema::FieldType::reference);
  out.relationship_name = std::move(relationship);
  out.reference_to = std::move(to);
  return out;
}

inline schema::SalesforceObject object(std::string name,
                                       std::vector<schema::SalesforceField> fields) {
  schema::SalesforceObject out;
  out.name = std::move(name);
  out.has_fields = true;
  out.fields = std::move(fields);
  out.fields.insert(out.fields.begin(), field("Id", schema::FieldType::id));
  return out;
}

inline schema::SalesforceObject small_contact() {
  using enum schema::FieldType;
  schema::SalesforceField notes = field("Notes__c", textarea, "Notes");
  notes.length = 32'000;
  notes.filterable = notes.sortable = notes.groupable = false;
  schema::SalesforceField interests = field("Interests__c", multipicklist, "Interests");
  interests.sortable = interests.groupable = false;
  interests.restricted_picklist = true;
  schema::SalesforceField status = field("Status__c", picklist, "Status");
  status.restricted_picklist = true;
  for (const char* const value : {"Registered", "Came", "O'Hara"}) {
    status.picklist_values.emplace_back().value = value;
    interests.picklist_values.emplace_back().value = value;
  }
  schema::SalesforceField created = field("CreatedDate", datetime, "Created Date");
  created.groupable = false;
  return object("Contact",
                {field("LastName", string, "Last Name"), field("Email", email),
                 field("HasOptedOutOfEmail", boolean, "Email Opt Out"), field("Birthdate", date),
                 std::move(created), field("StartTime__c", time, "Start"),
                 field("Score__c", double_, "Score"), std::move(notes), std::move(interests),
                 std::move(status), field("Mailing__c", location, "Mailing Place"),
                 lookup("AccountId", "Account", {"Account"}), lookup("OwnerId", "Owner", {"User"}),
                 lookup("Friend__c", "", {"Contact"})});
}

inline schema::SalesforceSchema small_org() {
  using enum schema::FieldType;
  schema::SalesforceSchema out;
  out.add(small_contact());
  schema::SalesforceObject account = object(
      "Account",
      {field("Name", string, "Account Name"), field("Phone", phone),
       field("AnnualRevenue", currency, "Annual Revenue"),
       field("NumberOfEmployees", int_, "Employees"), lookup("ParentId", "Parent", {"Account"}),
       lookup("OwnerId", "Owner", {"User"}), lookup("IndustryId", "Industry", {"Industry"})});
  account.child_relationships = {{"Contact", "AccountId", "Contacts", false},
                                 {"Account", "ParentId", "ChildAccounts", false},
                                 {"Note", "ParentId", "", false}};
  out.add(std::move(account));
  out.add(object("User", {field("Name", string), field("Username", string)}));
  out.add(
      object("Task", {field("Subject", string), lookup("WhatId", "What", {"Account", "Contact"})}));
  schema::SalesforceObject history = object("ActivityHistory", {});
  history.queryable = false;
  out.add(std::move(history));
  out.reindex();
  return out;
}

}  // namespace crosswalk::soql
