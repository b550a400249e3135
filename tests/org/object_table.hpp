// The compact tables under objects/: one object per file, one field per line. The grammar stands in
// README.md. Turned into a describe result as Salesforce gives it for API 62.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/result.hpp"

namespace crosswalk::org {

struct TableRow {
  std::string name, type;              // Name, "text"
  std::vector<std::string> arguments;  // {"80"}
  std::string label;
  std::map<std::string, std::string> flags;  // "required" → "", "rel" → "Account"
  bool has(const char* flag) const { return flags.contains(flag); }
  std::string value(const char* flag) const {
    const auto found = flags.find(flag);
    return found == flags.end() ? std::string() : found->second;
  }
};

struct TableChild {
  std::string object, field, relationship;
  bool cascade = false;
};

struct ObjectTable {
  std::string name, label, plural, prefix;
  std::map<std::string, std::string> flags;
  std::vector<std::pair<std::string, std::string>> scopes;
  std::vector<TableRow> rows;
  std::vector<TableChild> children;
};

Result<ObjectTable> parse_table(std::string_view text, const std::string& file);

// One field as it stands in a describe.
nlohmann::ordered_json field_describe(const TableRow& row);

// The whole describe; `children` are the relationships that other tables' lookups bring.
nlohmann::ordered_json object_describe(const ObjectTable& table,
                                       const std::vector<TableChild>& children);

}  // namespace crosswalk::org
