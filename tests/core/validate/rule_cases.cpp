#include "core/validate/rule_cases.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <stdexcept>

#include "core/validate/golden.hpp"
#include "json/source_map.hpp"
#include "names/nearest.hpp"

namespace crosswalk::validate {
namespace {

namespace fs = std::filesystem;
using Tree = nlohmann::ordered_json;

constexpr std::string_view kCorpus = "corpus:";

fs::path golden() { return fs::path(CROSSWALK_SOURCE_DIR) / "tests" / "golden"; }

Tree parsed_file(const fs::path& path) {
  try {
    return Tree::parse(read_file(path.string()));
  } catch (const Tree::exception& problem) {
    throw std::runtime_error(path.string() + ": " + problem.what());
  }
}

// RFC 7396, but the order of the members stays.
void merge(Tree& into, const Tree& difference) {
  if (!difference.is_object()) {
    into = difference;
    return;
  }
  if (!into.is_object()) into = Tree::object();
  for (const auto& [key, value] : difference.items()) {
    if (value.is_null()) {
      into.erase(key);
    } else {
      merge(into[key], value);
    }
  }
}

// The member of a list that has this name, in any case of letters as Salesforce has it.
Tree* named_member(Tree& list, const std::string& name) {
  for (Tree& member : list) {
    if (member.is_object() && names::same_name(member.value("name", ""), name)) return &member;
  }
  return nullptr;
}

using Fresh = std::function<Tree(const std::string& name)>;

// Differences by name: null takes a member away, a new name adds one that starts as `fresh`.
void merge_by_name(Tree& list, const Tree& differences, const Fresh& fresh) {
  for (const auto& [name, difference] : differences.items()) {
    Tree* member = named_member(list, name);
    if (difference.is_null()) {
      if (member == nullptr) throw std::runtime_error("nothing to take away: " + name);
      list.erase(list.begin() + (member - &list[0]));
      continue;
    }
    if (member == nullptr) {
      list.push_back(fresh(name));
      member = &list.back();
    }
    merge(*member, difference);
  }
}

Tree fresh_platform_field(const std::string& name) { return {{"name", name}, {"type", "text"}}; }

Tree fresh_salesforce_field(const std::string& name) {
  return {{"name", name},
          {"label", name},
          {"type", "string"},
          {"length", 255},
          {"createable", true},
          {"updateable", true},
          {"nillable", true},
          {"defaultedOnCreate", false},
          {"filterable", true},
          {"sortable", true},
          {"groupable", true},
          {"permissionable", true},
          {"custom", name.ends_with("__c")}};
}

// Objects, whose "fields" may be differences by name, too.
void merge_objects(Tree& objects, const Tree& differences, const Fresh& fresh,
                   const Fresh& fresh_field) {
  for (const auto& [name, difference] : differences.items()) {
    Tree rest = difference;
    Tree fields;
    if (rest.is_object() && rest.contains("fields") && rest["fields"].is_object()) {
      fields = rest["fields"];
      rest.erase("fields");
    }
    merge_by_name(objects, {{name, rest}}, fresh);
    if (fields.is_object()) {
      merge_by_name((*named_member(objects, name))["fields"], fields, fresh_field);
    }
  }
}

Tree fresh_object(const std::string& name) {
  return {{"name", name},
          {"label", name},
          {"custom", name.ends_with("__c")},
          {"createable", true},
          {"updateable", true},
          {"deletable", true},
          {"queryable", true},
          {"fields", Tree::array({{{"name", "Id"},
                                   {"label", "Record ID"},
                                   {"type", "id"},
                                   {"length", 18},
                                   {"createable", false},
                                   {"updateable", false},
                                   {"nillable", false},
                                   {"defaultedOnCreate", true}}})}};
}

Tree fresh_platform_object(const std::string& name) {
  return {{"name", name},
          {"key", "id"},
          {"fields", Tree::array({{{"name", "id"}, {"type", "text"}, {"maxLength", 36}}})}};
}

// A describe may be wrapped in an answer; the object is the first that has a name and fields.
Tree* described_object(Tree& tree) {
  if (tree.is_object() && tree.contains("name") && tree.contains("fields")) return &tree;
  if (!tree.is_structured()) return nullptr;
  for (Tree& part : tree) {
    if (Tree* const found = described_object(part)) return found;
  }
  return nullptr;
}

// Puts a case together. The steps follow the members that a case may have.
class Maker {
 public:
  Maker(RuleCase& made, const Tree& given) : made_(made), given_(given) {
    static const std::vector<std::string> kKnown{
        "name",   "describe", "salesforce", "admin",        "platform",     "org",     "document",
        "object", "line",     "lines",      "objects",      "text",         "pointer", "message",
        "fix",    "severity", "at",         "platformText", "describeText", "orgText", "mended"};
    for (const auto& [key, value] : given.items()) {
      if (std::find(kKnown.begin(), kKnown.end(), key) == kKnown.end()) {
        throw std::runtime_error("unknown member \"" + key + "\"");
      }
    }
  }

  void run() {
    made_.name = given_.at("name");
    make_describes();
    if (made_.skipped) return;
    make_platform();
    make_mapping();
    made_.org = text_or("orgText", given_.contains("org") ? given_["org"].dump() : "");
    for (const char* member : {"pointer", "message", "fix", "severity", "at", "mended"}) {
      if (given_.contains(member)) made_.expected[member] = given_[member];
    }
  }

 private:
  // A text, or its lines.
  std::string text_or(const char* member, std::string otherwise) const {
    if (!given_.contains(member)) return otherwise;
    const Tree& text = given_[member];
    if (text.is_string()) return text;
    std::string lines;
    for (const Tree& line : text) lines += line.get<std::string>() + "\n";
    return lines;
  }

  void make_describes() {
    Tree objects = Tree::array();
    Tree wanted = given_.value("describe", Tree());
    if (wanted.is_string()) wanted = Tree::array({wanted});
    for (const Tree& name : wanted) {
      const std::string file = name;
      if (!file.starts_with(kCorpus)) throw std::runtime_error("\"describe\" names the corpus");
      made_.real = true;
      if (corpus_folder().empty()) {
        made_.skipped = true;
        return;
      }
      Tree tree = parsed_file(fs::path(corpus_folder()) / file.substr(kCorpus.size()));
      Tree* const object = described_object(tree);
      if (object == nullptr) throw std::runtime_error(file + " describes no object");
      if (objects.empty()) real_object_ = object->at("name");
      objects.push_back(std::move(*object));
    }
    if (wanted.empty()) {
      for (const char* name : {"Account", "Contact"}) {
        objects.push_back(
            parsed_file(golden() / "schemas" / "salesforce" / (std::string(name) + ".json")));
      }
    } else {
      add_external_id(objects.front());
    }
    if (given_.contains("admin")) {
      Tree seen = objects;
      merge_objects(seen, given_["admin"], fresh_object, fresh_salesforce_field);
      for (const Tree& object : seen) made_.admin.push_back(object.dump());
    }
    merge_objects(objects, given_.value("salesforce", Tree::object()), fresh_object,
                  fresh_salesforce_field);
    for (const Tree& object : objects) made_.describes.push_back(object.dump());
    if (given_.contains("describeText")) made_.describes = {text_or("describeText", "")};
  }

  // The field that every org must add for the platform's key.
  static void add_external_id(Tree& object) {
    if (named_member(object["fields"], "Participant_Id__c") != nullptr) return;
    Tree field = fresh_salesforce_field("Participant_Id__c");
    field["label"] = "Participant Id";
    field["length"] = 36;
    for (const char* property : {"externalId", "idLookup", "unique"}) field[property] = true;
    object["fields"].push_back(std::move(field));
  }

  void make_platform() {
    Tree schema = parsed_file(golden() / "schemas" / "platform.json");
    merge_objects(schema["objects"], given_.value("platform", Tree::object()),
                  fresh_platform_object, fresh_platform_field);
    made_.platform = text_or("platformText", schema.dump());
  }

  void make_mapping() {
    Tree document = parsed_file(golden() / "schemas" / "mapping.json");
    Tree& pair = document["objects"][0];
    if (!real_object_.empty()) pair["salesforce"] = real_object_;
    merge(pair, given_.value("object", Tree::object()));
    Tree lines = given_.value("lines", Tree::array());
    if (given_.contains("line")) lines.push_back(given_["line"]);
    for (const Tree& line : lines) pair["fields"].push_back(line);
    for (const Tree& more : given_.value("objects", Tree::array())) {
      document["objects"].push_back(more);
    }
    merge(document, given_.value("document", Tree::object()));
    made_.mapping = text_or("text", readable(document));
  }

  RuleCase& made_;
  const Tree& given_;
  std::string real_object_;
};

void make_cases(const fs::path& file, const Tree& tree, bool bad, std::vector<RuleCase>& out) {
  std::size_t number = 0;
  for (const Tree& given : tree.at(bad ? "bad" : "good")) {
    RuleCase made;
    made.code = tree.at("code");
    made.bad = bad;
    made.number = number++;
    made.file = file.string();
    try {
      Maker(made, given).run();
    } catch (const std::exception& problem) {
      throw std::runtime_error(file.filename().string() + ", " + given.value("name", "?") + ": " +
                               problem.what());
    }
    out.push_back(std::move(made));
  }
}

void write_readable(const Tree& tree, std::size_t indent, std::size_t before, std::string& out) {
  constexpr std::size_t kWidth = 110;
  if (!tree.is_structured()) {
    out += tree.dump();
    return;
  }
  const bool object = tree.is_object();
  std::string line = object ? "{" : "[";
  for (const auto& [key, value] : tree.items()) {
    if (line.size() > 1) line += ",";
    if (object) line += " " + Tree(key).dump() + ":";
    if (object || line.size() > 1) line += " ";
    write_readable(value, 0, 0, line);
    if (line.size() > 4 * kWidth) break;  // will not fit
  }
  if (!object) {
    // "[ a, b ]" without the blanks
    if (line.size() > 1 && line[1] == ' ') line.erase(1, 1);
    line += "]";
  } else {
    line += tree.empty() ? "}" : " }";
  }
  if (before + line.size() <= kWidth && line.find('\n') == std::string::npos) {
    out += line;
    return;
  }
  out += object ? "{" : "[";
  const char* separator = "\n";
  for (const auto& [key, value] : tree.items()) {
    out += separator + std::string(indent + 2, ' ');
    std::size_t taken = indent + 3;
    if (object) {
      const std::string name = Tree(key).dump() + ": ";
      out += name;
      taken += name.size();
    }
    write_readable(value, indent + 2, taken, out);
    separator = ",\n";
  }
  out += "\n" + std::string(indent, ' ') + (object ? "}" : "]");
}

}  // namespace

std::string corpus_folder() {
  const char* const folder = std::getenv("CROSSWALK_CORPUS");
  return folder != nullptr && fs::is_directory(folder) ? folder : "";
}

std::vector<RuleCase> rule_cases() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(golden() / "rules")) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<RuleCase> cases;
  for (const fs::path& file : files) {
    const Tree tree = parsed_file(file);
    if (tree.at("code") != file.stem().string()) {
      throw std::runtime_error(file.string() + " is about another code");
    }
    make_cases(file, tree, false, cases);
    make_cases(file, tree, true, cases);
  }
  return cases;
}

std::string report_of(const RuleCase& given) {
  const std::vector<std::string_view> describes(given.describes.begin(), given.describes.end());
  const std::vector<std::string_view> admin(given.admin.begin(), given.admin.end());
  return validate_json(given.mapping, given.platform, describes, given.org, admin);
}

std::string test_name(const RuleCase& given) {
  std::string name = given.code + (given.bad ? "_Bad_" : "_Good_");
  bool upper = true;
  for (const char letter : given.name) {
    const bool small = letter >= 'a' && letter <= 'z';
    const bool plain =
        small || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    if (plain) name += upper && small ? static_cast<char>(letter - 'a' + 'A') : letter;
    upper = !plain;
  }
  return name;
}

std::string readable(const Tree& tree) {
  std::string out;
  write_readable(tree, 0, 0, out);
  return out + "\n";
}

std::string edited(const std::string& text, const std::vector<TextEdit>& edits) {
  const json::SourceMap map = json::SourceMap::build(text);
  const auto byte_of = [&](std::size_t units) {
    std::size_t at = 0;
    while (at < text.size() && map.utf16(at) < units) {
      do ++at;
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    }
    return at;
  };
  std::string out = text;
  for (std::size_t i = edits.size(); i-- > 0;) {
    const std::size_t begin = byte_of(edits[i].offset);
    const std::size_t end = byte_of(edits[i].offset + edits[i].length);
    out.replace(begin, end - begin, edits[i].text);
  }
  return out;
}

}  // namespace crosswalk::validate
