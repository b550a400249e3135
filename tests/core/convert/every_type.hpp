// The org's objects that have a field of every kind, seen from both sides: as core reads their
// describe, and as the org answers over its API. The two share no rule.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "compat/relation.hpp"
#include "convert/program.hpp"
#include "mapping/reader.hpp"
#include "org/test/local_org.hpp"
#include "schema/describe_reader.hpp"

namespace crosswalk::convert {

struct CellField {
  const schema::SalesforceObject* object;
  const schema::SalesforceField* field;
  compat::Column column;
};

class EveryType {
 public:
  EveryType() {
    for (const char* name : {"Every_Type__c", "User"}) {
      const auto describe = org_.send("GET", "sobjects/" + std::string(name) + "/describe");
      auto object = schema::read_describe(describe.body);
      EXPECT_TRUE(object.has_value()) << name;
      if (object) objects_.push_back(std::make_unique<schema::SalesforceObject>(*object));
    }
    account_ = org_.create("Account", R"({"Name":"Acme"})");
  }

  // Every field of Every_Type__c but the mark of deleted records, which are not read; and the
  // hierarchy of User.
  std::vector<CellField> fields() const {
    std::vector<CellField> out;
    for (const auto& object : objects_) {
      for (const schema::SalesforceField& field : object->fields) {
        const compat::Column column = compat::column_of(*object, field);
        if (object->name == "User" && column.kind != compat::Kind::hierarchy) continue;
        if (field.name != "IsDeleted") out.push_back({object.get(), &field, column});
      }
    }
    return out;
  }

  // A record that lookups of the field may point at.
  std::string target_of(const CellField& cell) const {
    for (const std::string& target : cell.field->reference_to) {
      if (target == "User") return org::user_id();
    }
    return account_;
  }

  struct Answer {
    std::string id;          // of the record that was written, or
    std::string error_code;  // what the org refused it with
  };

  // Writes one field of a record; `json` is its value.
  Answer write(const CellField& cell, const std::string& json) {
    const std::string member = "\"" + cell.field->name + "\":" + json;
    if (cell.object->name == "User") {
      const auto patched =
          org_.send("PATCH", "sobjects/User/" + org::user_id(), "{" + member + "}");
      return patched.status == 204 ? Answer{org::user_id(), {}} : refused(patched);
    }
    const bool master = cell.field->name == "Master__c";
    const auto made =
        org_.send("POST", "sobjects/Every_Type__c",
                  "{" + (master ? "" : "\"Master__c\":\"" + account_ + "\",") + member + "}");
    return made.status == 201 ? Answer{org::LocalOrg::read(made)["id"], {}} : refused(made);
  }

  // The field's value as the org's answer has it, as JSON text.
  std::string read(const CellField& cell, const std::string& id) {
    const auto answer = org_.send(
        "GET", "sobjects/" + cell.object->name + "/" + id + "?fields=" + cell.field->name);
    EXPECT_EQ(answer.status, 200) << answer.body;
    const std::string key = "\"" + cell.field->name + "\":";
    const auto at = answer.body.rfind(key);
    if (at == std::string::npos) return "null";
    std::string value = answer.body.substr(at + key.size());
    value.erase(value.rfind('}'));
    return value;
  }

  // A record that holds what the org itself would make of the value in a field that nobody may
  // write: what a formula or a roll-up comes to. Nothing when the field cannot hold it.
  std::optional<std::string> hold(const CellField& cell, const org::Json& value) {
    org::RecordStore& store = org_.org->store();
    org::Table* table = store.find(cell.object->name);
    const auto place = table->object().find(cell.field->name);
    const auto accepted = org::accept(store, table->object().fields[*place], value);
    const auto* held = std::get_if<org::Value>(&accepted);
    if (held == nullptr || org::is_null(*held)) return std::nullopt;
    org::Record record(table->object().fields.size());
    record[*place] = *held;
    return table->id(table->insert(std::move(record)));
  }

 private:
  static Answer refused(const org::Response& response) {
    return {{}, org::LocalOrg::read(response)[0].value("errorCode", "")};
  }

  org::LocalOrg org_;
  std::vector<std::unique_ptr<schema::SalesforceObject>> objects_;
  std::string account_;
};

// A platform object with a field "value" of the type.
inline schema::PlatformObject platform_object(const schema::PlatformField& value) {
  schema::PlatformObject object;
  object.name = "thing";
  object.key = "id";
  schema::PlatformField key;
  key.name = "id";
  object.fields = {key, value};
  object.reindex();
  return object;
}

inline Result<Program> cell_program(const schema::PlatformField& value, const CellField& cell,
                                    const std::string& direction) {
  const std::string text = R"({"version":1,"name":"Cell","objects":[{"platform":"thing",)"
                           R"("salesforce":")" +
                           cell.object->name + R"(","direction":")" + direction +
                           R"(","match":{"fields":["value"]},"fields":[{"platform":"value",)"
                           R"("salesforce":")" +
                           cell.field->name + R"("}]}]})";
  const mapping::ReadOutcome read = mapping::read(text);
  if (!read.document) return Error{ErrorKind::bad_input, "unreadable", {}, text, 0, {}};
  return compile(*read.document, 0, platform_object(value), *cell.object);
}

}  // namespace crosswalk::convert
