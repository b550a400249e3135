#include "properties/mutations.hpp"

#include <array>
#include <utility>

namespace crosswalk::properties {
namespace {

using Tree = nlohmann::ordered_json;

constexpr std::array<std::string_view, 44> kMembers{
    "version",    "name",      "policy",    "people",        "platform",
    "salesforce", "direction", "match",     "create",        "update",
    "onDelete",   "where",     "owner",     "fields",        "constants",
    "lists",      "campaign",  "parent",    "assignOwner",   "recordType",
    "shape",      "consent",   "stamps",    "externalId",    "onMultiple",
    "conflict",   "transform", "onTooLong", "onNull",        "default",
    "display",    "value",     "join",      "map",           "otherwise",
    "unknown",    "$schema",   "objects",   "Platform",      "sales_force",
    "directon",   "transfrom", "",          "no/such~member"};

// Values that mean something in one place of a mapping or another.
const std::vector<Tree>& values() {
  static const std::vector<Tree> kValues = [] {
    std::vector<Tree> out{nullptr,
                          true,
                          false,
                          0,
                          1,
                          2,
                          -1,
                          3.25,
                          "",
                          " ",
                          "x",
                          "push",
                          "pull",
                          "both",
                          "truncate",
                          "refuse",
                          "skip",
                          "default",
                          "clear",
                          "latest",
                          "review",
                          "salesforce",
                          "platform",
                          "salesforceUnlessBlank",
                          "newest",
                          "oldest",
                          "mirror",
                          "deactivate",
                          "connectedUser",
                          "strict-events",
                          "pul",
                          "bothh",
                          "Email",
                          "Emial",
                          "lastname",
                          "Owner.Email",
                          "Account.Name",
                          "Id",
                          "2026-02-30",
                          "2026-01-31T10:00:00Z",
                          "003000000000001",
                          "1e400",
                          "Email != null AND (LastName LIKE 'A%' OR Title IN ('a', 'b'))",
                          "Email =",
                          "CreatedDate > LAST_N_DAYS:30",
                          "a\u00e9\U0001f39f\u2028"};
    for (const char* text :
         {R"([])", R"({})", R"([{"join": ";"}])",
          R"([{"map": {"a": "b", "c": null}, "otherwise": "d"}])",
          R"({"externalId": "Participant_Id__c"})",
          R"({"fields": ["email"], "onMultiple": "newest"})", R"({"salesforce": "Email != null"})",
          R"({"salesforce": "HasOptedOutOfEmail", "unknown": "import"})",
          R"({"platform": "email", "salesforce": "Email"})",
          R"({"email": "Email", "last_name": "LastName"})",
          R"([{"salesforce": "LeadSource", "value": "Web"}])"}) {
      out.push_back(Tree::parse(text));
    }
    return out;
  }();
  return kValues;
}

void collect(Tree& tree, std::vector<Tree*>& out) {
  out.push_back(&tree);
  if (!tree.is_structured()) return;
  for (Tree& part : tree) collect(part, out);
}

// As fingers slip; ASCII only, so that what comes out is UTF-8.
std::string misspelt(std::string text, std::uint32_t choice) {
  for (const char letter : text) {
    if (static_cast<unsigned char>(letter) > 0x7F) return "";
  }
  if (text.empty()) return "x";
  const std::size_t at = choice / 8 % text.size();
  switch (choice % 8) {
    case 0:
      text.erase(at, 1);
      return text;
    case 1:
      text.insert(at, 1, text[at]);
      return text;
    case 2:
      if (at + 1 < text.size()) std::swap(text[at], text[at + 1]);
      return text;
    case 3:
      text[at] = static_cast<char>('a' + choice / 64 % 26);
      return text;
    case 4:
      for (char& letter : text) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
      }
      return text;
    case 5:
      return text + "__c";
    case 6:
      return " " + text;
    default:
      return text.substr(0, at + 1);
  }
}

// An object with one member's key changed, in its place.
void rename(Tree& object, std::size_t number, const std::string& key) {
  Tree out = Tree::object();
  std::size_t at = 0;
  for (auto& member : object.get_ref<Tree::object_t&>()) {
    const std::string& name = at++ == number ? key : member.first;
    if (!out.contains(name)) out[name] = std::move(member.second);
  }
  object = std::move(out);
}

void change_object(Tree& object, const Mutation& given) {
  const std::string key(kMembers[given.choice % kMembers.size()]);
  if (object.empty()) {
    object[key] = values()[given.choice % values().size()];
    return;
  }
  const std::size_t number = given.choice % object.size();
  auto& members = object.get_ref<Tree::object_t&>();
  const auto member = members.begin() + static_cast<std::ptrdiff_t>(number);
  switch (given.kind / 8 % 4) {
    case 0:
      members.erase(member);
      return;
    case 1:
      rename(object, number, key);
      return;
    case 2:
      rename(object, number, misspelt(member->first, given.choice));
      return;
    default:
      object[key] = values()[given.choice / 64 % values().size()];
  }
}

void change_list(Tree& list, const Mutation& given) {
  if (list.empty()) {
    list.push_back(values()[given.choice % values().size()]);
    return;
  }
  const std::size_t number = given.choice % list.size();
  const auto at = list.begin() + static_cast<std::ptrdiff_t>(number);
  switch (given.kind / 8 % 3) {
    case 0:
      list.erase(at);
      return;
    case 1: {
      Tree copy = *at;
      list.push_back(std::move(copy));
      return;
    }
    default:
      std::swap(*at, list.back());
  }
}

}  // namespace

std::vector<std::string> words_of(std::string_view platform,
                                  const std::vector<std::string>& describes) {
  std::vector<std::string> words;
  std::vector<std::string> texts{std::string(platform)};
  texts.insert(texts.end(), describes.begin(), describes.end());
  for (const std::string& text : texts) {
    Tree tree = Tree::parse(text, nullptr, false, true);
    std::vector<Tree*> parts;
    collect(tree, parts);
    for (const Tree* part : parts) {
      if (!part->is_object()) continue;
      for (const char* member : {"name", "label", "value"}) {
        const auto found = part->find(member);
        if (found != part->end() && found->is_string()) words.push_back(*found);
      }
    }
  }
  if (words.empty()) words.emplace_back("Email");
  return words;
}

void mutate(Tree& document, const Mutation& given, const std::vector<std::string>& words) {
  std::vector<Tree*> parts;
  collect(document, parts);
  Tree& part = *parts[given.place % parts.size()];
  switch (given.kind % 8) {
    case 0:
      part = values()[given.choice % values().size()];
      return;
    case 1: {
      Tree other = *parts[given.choice % parts.size()];
      part = std::move(other);
      return;
    }
    default:
      break;
  }
  if (part.is_object()) return change_object(part, given);
  if (part.is_array()) return change_list(part, given);
  if (!part.is_string()) {
    part = values()[given.choice % values().size()];
  } else if (given.kind % 8 < 5) {
    part = words[given.choice % words.size()];
  } else {
    part = misspelt(part.get<std::string>(), given.choice);
  }
}

std::string text_of(const Tree& document, std::uint32_t choice) {
  const bool ascii = choice / 4 % 2 == 1;
  std::string text = document.dump(choice % 4 == 0 ? -1 : static_cast<int>(choice % 4), ' ', ascii,
                                   Tree::error_handler_t::replace);
  if (choice / 8 % 3 == 1) text = "// \u00e9, kept\n" + text + "\n";
  if (choice / 8 % 3 == 2 && text.find('\n') != std::string::npos) {
    std::string out;
    for (const char letter : text)
      out += letter == '\n' ? std::string(" // note\r\n") : std::string(1, letter);
    return out;
  }
  return text;
}

}  // namespace crosswalk::properties
