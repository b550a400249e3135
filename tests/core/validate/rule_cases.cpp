#include "core/validate/rule_cases.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "core/validate/case_differences.hpp"
#include "core/validate/golden.hpp"

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
      merge_objects(seen, given_["admin"], fresh_salesforce_object, fresh_salesforce_field);
      for (const Tree& object : seen) made_.admin.push_back(object.dump());
    }
    merge_objects(objects, given_.value("salesforce", Tree::object()), fresh_salesforce_object,
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

}  // namespace crosswalk::validate
