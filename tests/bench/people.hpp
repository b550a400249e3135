// Records for the benchmarks of the preview: a mapping of ten fields of all kinds beside the key,
// both schemas, and as many rows of CSV as wanted, always the same. A few in a thousand of the
// values are ones that Salesforce would refuse or change.
#pragma once

#include <cstdint>
#include <string>

namespace crosswalk::bench {

inline constexpr const char* kPeopleMapping = R"({
  "version": 1, "name": "People",
  "objects": [{
    "platform": "person", "salesforce": "Contact", "direction": "push",
    "match": { "externalId": "Person_Id__c" },
    "fields": [
      { "platform": "name", "salesforce": "LastName" },
      { "platform": "email", "salesforce": "Email" },
      { "platform": "score", "salesforce": "Score__c" },
      { "platform": "born", "salesforce": "Birthdate" },
      { "platform": "registered_at", "salesforce": "Registered_At__c" },
      { "platform": "opt_out", "salesforce": "HasOptedOutOfEmail" },
      { "platform": "status", "salesforce": "Status__c" },
      { "platform": "phone", "salesforce": "Phone" },
      { "platform": "website", "salesforce": "Website__c" },
      { "platform": "visits", "salesforce": "Visits__c" }
    ]
  }]
})";

inline constexpr const char* kPeoplePlatform = R"({
  "version": 1,
  "objects": [{ "name": "person", "key": "id", "fields": [
    { "name": "id", "type": "text", "maxLength": 36, "required": true, "unique": true },
    { "name": "name", "type": "text", "maxLength": 80, "required": true },
    { "name": "email", "type": "email", "maxLength": 80 },
    { "name": "score", "type": "number", "precision": 7, "scale": 2 },
    { "name": "born", "type": "date" },
    { "name": "registered_at", "type": "datetime" },
    { "name": "opt_out", "type": "boolean" },
    { "name": "status", "type": "selectList", "values": ["registered", "came", "canceled", "waiting"] },
    { "name": "phone", "type": "phone" },
    { "name": "website", "type": "url" },
    { "name": "visits", "type": "integer" }
  ] }]
})";

inline constexpr const char* kPeopleDescribe = R"({
  "name": "Contact", "label": "Contact", "createable": true, "updateable": true, "queryable": true,
  "fields": [
    { "name": "Id", "label": "Contact ID", "type": "id", "length": 18, "nillable": false, "defaultedOnCreate": true },
    { "name": "Person_Id__c", "label": "Person Id", "type": "string", "length": 36, "externalId": true, "unique": true, "createable": true, "updateable": true, "nillable": true, "custom": true },
    { "name": "LastName", "label": "Last Name", "type": "string", "length": 80, "createable": true, "updateable": true, "nillable": false },
    { "name": "Email", "label": "Email", "type": "email", "length": 80, "createable": true, "updateable": true, "nillable": true },
    { "name": "Score__c", "label": "Score", "type": "double", "precision": 7, "scale": 2, "createable": true, "updateable": true, "nillable": true, "custom": true },
    { "name": "Birthdate", "label": "Birthdate", "type": "date", "createable": true, "updateable": true, "nillable": true },
    { "name": "Registered_At__c", "label": "Registered At", "type": "datetime", "createable": true, "updateable": true, "nillable": true, "custom": true },
    { "name": "HasOptedOutOfEmail", "label": "Email Opt Out", "type": "boolean", "createable": true, "updateable": true, "nillable": false, "defaultedOnCreate": true },
    { "name": "Status__c", "label": "Status", "type": "picklist", "length": 255, "restrictedPicklist": true, "createable": true, "updateable": true, "nillable": true, "custom": true,
      "picklistValues": [ { "value": "registered", "label": "Registered", "active": true }, { "value": "came", "label": "Came", "active": true }, { "value": "canceled", "label": "Canceled", "active": true }, { "value": "waiting", "label": "Waiting", "active": true } ] },
    { "name": "Phone", "label": "Phone", "type": "phone", "length": 40, "createable": true, "updateable": true, "nillable": true },
    { "name": "Website__c", "label": "Website", "type": "url", "length": 255, "createable": true, "updateable": true, "nillable": true, "custom": true },
    { "name": "Visits__c", "label": "Visits", "type": "double", "precision": 18, "scale": 0, "createable": true, "updateable": true, "nillable": true, "custom": true }
  ]
})";

inline constexpr const char* kPeopleHeader =
    "id,name,email,score,born,registered_at,opt_out,status,phone,website,visits\r\n";

// Rows in their order; each is the same however they are taken.
class People {
 public:
  void append_row(std::string& out) {
    ++row_;
    state_ = row_ * 0x9E3779B97F4A7C15U;
    const std::uint64_t dice = next();
    const auto pick = [&](const char* const* list, std::size_t size) {
      return list[next() % size];
    };
    static constexpr const char* kNames[] = {"Martin", "Bernard",  "Dupont",  "Müller",
                                             "García", "Nguyễn",   "O'Brien", "Kowalska",
                                             "Rossi",  "Andersson"};
    static constexpr const char* kStatus[] = {"registered", "came", "canceled", "waiting"};
    const std::string number = std::to_string(row_);
    const char* const name = pick(kNames, 10);
    out += "P-" + std::string(number.size() < 8 ? 8 - number.size() : 0, '0') + number + ",";
    if (dice % 1000 == 1) {
      out += "";  // a required value is missing
    } else if (dice % 50 == 2) {
      out += "\"" + std::string(name) + ", \"\"" + number + "\"\"\"";
    } else {
      out += std::string(name) + " " + number;
    }
    out += ",user" + number + (dice % 1000 == 3 ? "(at)" : "@") + "example.com,";
    out += std::to_string(next() % 100000) + "." + std::to_string(next() % 10) +
           (dice % 100 == 4 ? "755," : "5,");
    append_day(out, 1940, 70);
    out += ",";
    append_day(out, 2015, 11);
    out += "T";
    append_two(out, next() % 24);
    out += ":";
    append_two(out, next() % 60);
    out += ":";
    append_two(out, next() % 60);
    out += dice % 3 == 0 ? "+02:00," : "Z,";
    out += dice % 2 == 0 ? "true," : "false,";
    out += dice % 1000 == 5 ? "lost," : std::string(pick(kStatus, 4)) + ",";
    out += "+33 1 " + std::to_string(10000000 + next() % 90000000) +
           (dice % 7 == 0 ? " ext. 4," : ",");
    out += "https://www.example.com/people/" + number + ",";
    out += std::to_string(next() % 500) + "\r\n";
  }

 private:
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = (state_ ^ state_ >> 30) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBU;
    return mixed ^ mixed >> 31;
  }
  static void append_two(std::string& out, std::uint64_t number) {
    out += static_cast<char>('0' + number / 10);
    out += static_cast<char>('0' + number % 10);
  }
  void append_day(std::string& out, std::uint64_t first_year, std::uint64_t years) {
    out += std::to_string(first_year + next() % years) + "-";
    append_two(out, 1 + next() % 12);
    out += "-";
    append_two(out, 1 + next() % 28);
  }

  std::uint64_t row_ = 0, state_ = 0;
};

}  // namespace crosswalk::bench
