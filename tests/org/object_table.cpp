#include "org/object_table.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace crosswalk::org {
namespace {

Error malformed(const std::string& file, std::size_t line, std::string message) {
  Error out;
  out.kind = ErrorKind::bad_input;
  out.code = "tableSyntax";
  out.path = file + ":" + std::to_string(line);
  out.message = std::move(message);
  return out;
}

// Words parted by blanks; a quoted part may hold blanks, and \" a quote.
std::optional<std::vector<std::string>> words(std::string_view line) {
  std::vector<std::string> out;
  std::string word;
  bool quoted = false, any = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted && c == '\\' && i + 1 < line.size()) {
      word += line[++i];
    } else if (c == '"') {
      quoted = !quoted;
      any = true;
    } else if (!quoted && (c == ' ' || c == '\t')) {
      if (any) out.push_back(std::exchange(word, {}));
      any = false;
    } else {
      word += c;
      any = true;
    }
  }
  if (quoted) return std::nullopt;
  if (any) out.push_back(word);
  return out;
}

void read_flags(const std::vector<std::string>& from, std::size_t start,
                std::map<std::string, std::string>& into) {
  for (std::size_t i = start; i < from.size(); ++i) {
    const auto equals = from[i].find('=');
    if (equals == std::string::npos) {
      into[from[i]] = "";
    } else {
      into[from[i].substr(0, equals)] = from[i].substr(equals + 1);
    }
  }
}

// "number(5,2)" → type "number", arguments {"5", "2"}.
void read_type(const std::string& word, TableRow& row) {
  const auto open = word.find('(');
  row.type = word.substr(0, open);
  if (open == std::string::npos) return;
  std::string inside = word.substr(open + 1, word.size() - open - 2);
  for (std::size_t start = 0; start <= inside.size();) {
    const auto comma = std::min(inside.find(',', start), inside.size());
    row.arguments.push_back(inside.substr(start, comma - start));
    start = comma + 1;
  }
}

TableRow row_of(const std::vector<std::string>& line) {
  TableRow row;
  row.name = line[0];
  read_type(line[1], row);
  row.label = line[2];
  read_flags(line, 3, row.flags);
  return row;
}

// The groups of fields that most objects share, written in the table as one line.
constexpr std::string_view kAudit[] = {
    R"(CreatedDate datetime "Created Date" system)",
    R"(CreatedById lookup(User) "Created By ID" rel=CreatedBy system)",
    R"(LastModifiedDate datetime "Last Modified Date" system)",
    R"(LastModifiedById lookup(User) "Last Modified By ID" rel=LastModifiedBy system)",
    R"(SystemModstamp datetime "System Modstamp" system)"};
constexpr std::string_view kViewed[] = {
    R"(LastViewedDate datetime "Last Viewed Date" readonly)",
    R"(LastReferencedDate datetime "Last Referenced Date" readonly)"};
constexpr std::string_view kActivity[] = {R"(LastActivityDate date "Last Activity" readonly)"};
constexpr std::pair<std::string_view, std::string_view> kAddress[] = {
    {"Street", "textarea(255)"},    {"City", "text(40)"},
    {"State", "text(80)"},          {"PostalCode", "text(20)"},
    {"Country", "text(80)"},        {"Latitude", "number(18,15)"},
    {"Longitude", "number(18,15)"}, {"GeocodeAccuracy", "picklist(40)"},
};
constexpr std::string_view kAccuracies =
    "Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown";

std::string address_label(std::string_view part) {
  if (part == "State") return "State/Province";
  if (part == "PostalCode") return "Zip/Postal Code";
  if (part == "GeocodeAccuracy") return "Geocode Accuracy";
  return std::string(part);
}

void add_address(ObjectTable& table, const std::string& prefix, const std::string& label) {
  const std::string lead = prefix == "." ? "" : prefix;
  const std::string before = label.empty() ? "" : label + " ";
  for (const auto& [part, type] : kAddress) {
    TableRow row;
    row.name = lead + std::string(part);
    read_type(std::string(type), row);
    row.label = before + address_label(part);
    row.flags["part"] = lead + "Address";
    if (part == "GeocodeAccuracy")
      row.flags = {
          {"part", lead + "Address"}, {"restricted", ""}, {"values", std::string(kAccuracies)}};
    table.rows.push_back(row);
  }
  TableRow whole;
  whole.name = lead + "Address";
  whole.type = "address";
  whole.label = before + "Address";
  whole.flags["readonly"] = "";
  table.rows.push_back(whole);
}

// A custom geolocation is three fields: the whole, which is read, and two parts, which are written.
void add_geolocation(ObjectTable& table, const std::string& name, const std::string& label) {
  for (const char* part : {"Latitude", "Longitude"}) {
    TableRow row = row_of(
        {name + "__" + part + "__s", "number(18,15)", label + " (" + std::string(part) + ")"});
    row.flags["part"] = name + "__c";
    table.rows.push_back(std::move(row));
  }
  TableRow whole = row_of({name + "__c", "location", label});
  whole.flags["readonly"] = "";
  table.rows.push_back(std::move(whole));
}

bool expand_group(ObjectTable& table, const std::vector<std::string>& line) {
  const auto add = [&](const auto& rows) {
    for (const std::string_view row : rows) table.rows.push_back(row_of(*words(row)));
  };
  if (line[0] == "@id" && line.size() == 2) {
    table.rows.push_back(row_of({"Id", "id", line[1]}));
    table.rows.push_back(row_of({"IsDeleted", "boolean", "Deleted", "readonly"}));
  } else if (line[0] == "@audit") {
    add(kAudit);
  } else if (line[0] == "@viewed") {
    add(kViewed);
  } else if (line[0] == "@activity") {
    add(kActivity);
  } else if (line[0] == "@address" && line.size() == 3) {
    add_address(table, line[1], line[2]);
  } else if (line[0] == "@geolocation" && line.size() == 3) {
    add_geolocation(table, line[1], line[2]);
  } else {
    return false;
  }
  return true;
}

// One line; an empty text means that it was understood.
std::string read_line(ObjectTable& table, const std::vector<std::string>& line) {
  if (line[0] == "object") {
    if (line.size() < 5) return "object needs a name, a label, a plural and a prefix";
    table.name = line[1], table.label = line[2], table.plural = line[3], table.prefix = line[4];
    read_flags(line, 5, table.flags);
  } else if (line[0] == "scopes") {
    for (std::size_t i = 1; i + 1 < line.size(); i += 2)
      table.scopes.emplace_back(line[i], line[i + 1]);
  } else if (line[0] == "child") {
    if (line.size() < 4) return "child needs an object, a field and a relationship name";
    table.children.push_back({line[1], line[2], line[3], line.size() > 4 && line[4] == "cascade"});
  } else if (line[0].front() == '@') {
    if (!expand_group(table, line)) return "unknown group " + line[0];
  } else {
    if (line.size() < 3) return "a field needs a name, a type and a label";
    table.rows.push_back(row_of(line));
  }
  return {};
}

}  // namespace

Result<ObjectTable> parse_table(std::string_view text, const std::string& file) {
  ObjectTable table;
  std::size_t number = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    const auto parts = words(line);
    if (!parts) return malformed(file, number, "a quote is not closed");
    if (parts->empty() || parts->front().front() == '#') continue;
    if (std::string problem = read_line(table, *parts); !problem.empty())
      return malformed(file, number, std::move(problem));
  }
  if (table.name.empty()) return malformed(file, number, "no object line");
  return table;
}

}  // namespace crosswalk::org
