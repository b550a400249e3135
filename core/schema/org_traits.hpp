// What the described objects tell about the org they come from. Nothing in a describe says these
// outright; the fields that Salesforce adds do.
#pragma once

#include "schema/salesforce.hpp"

namespace crosswalk::schema {

// Account, Contact and others have IsPersonAccount, and Account the person's fields, when the org
// uses person accounts. Only where this user sees them: false does not mean that it does not.
bool shows_person_accounts(const SalesforceObject& object);
bool shows_person_accounts(const SalesforceSchema& schema);

// A field of Account that exists on person accounts only: a mirror of Contact's (X__pc), or
// Person*.
bool is_person_account_field(const SalesforceObject& object, const SalesforceField& field);

// CurrencyIsoCode is there when the org uses several currencies.
bool shows_currencies(const SalesforceObject& object);

}  // namespace crosswalk::schema
