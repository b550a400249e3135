#include "json/read.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>
#include <vector>

#include "diagnostic/codes/text.hpp"
#include "json/number.hpp"
#include "json/scanner.hpp"

namespace crosswalk::json {
namespace {

using Tree = nlohmann::ordered_json;
using Members = Tree::object_t;

// Looking for a key among few members is quickest in line; among many it would be quadratic.
// A field of a describe has about sixty.
constexpr std::size_t kMembersInLine = 64;

// Builds the tree without recursion. The parents' addresses stay good, because only the innermost
// container grows while it is open.
class Builder {
 public:
  explicit Builder(Scanner& scanner) : scanner_(scanner) {}

  bool run(Tree& root) {
    Token token;
    while (scanner_.next(token)) {
      switch (token.kind) {
        case TokenKind::end:
          root = std::move(root_);
          return true;
        case TokenKind::key:
          if (!take_key(token)) return false;
          break;
        case TokenKind::end_object:
        case TokenKind::end_array:
          open_.pop_back();
          break;
        case TokenKind::begin_object:
          open_.push_back({add(Tree::object()), {}});
          break;
        case TokenKind::begin_array:
          open_.push_back({add(Tree::array()), {}});
          break;
        default:
          if (!add_scalar(token)) return false;
      }
    }
    return false;
  }

 private:
  struct Level {
    Tree* container;
    std::set<std::string> names;  // filled once the members are many
  };

  bool take_key(const Token& token) {
    key_ = unescape(token);
    Level& level = open_.back();
    const auto& members = level.container->get_ref<const Members&>();
    bool taken = false;
    if (members.size() < kMembersInLine) {
      for (const auto& member : members) taken = taken || member.first == key_;
    } else {
      if (level.names.empty()) {
        for (const auto& member : members) level.names.insert(member.first);
      }
      taken = !level.names.insert(key_).second;
    }
    if (!taken) return true;
    return scanner_.fail(token.begin, "jsonDuplicateKey",
                         "The name \"" + key_ + "\" comes twice in this object; keep one of them.");
  }

  Tree* add(Tree value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Tree& container = *open_.back().container;
    if (container.is_array()) {
      auto& items = container.get_ref<Tree::array_t&>();
      items.push_back(std::move(value));
      return &items.back();
    }
    // The map's own emplace would look for the key again, in line.
    auto& members = static_cast<Members::Container&>(container.get_ref<Members&>());
    members.emplace_back(std::move(key_), std::move(value));
    return &members.back().second;
  }

  bool add_scalar(const Token& token) {
    switch (token.kind) {
      case TokenKind::text:
        add(Tree(unescape(token)));
        return true;
      case TokenKind::truth:
        add(Tree(token.truth));
        return true;
      case TokenKind::number:
        return add_number(token);
      default:
        add(Tree(nullptr));
        return true;
    }
  }

  bool add_number(const Token& token) {
    const char* const begin = token.raw.data();
    const char* const end = begin + token.raw.size();
    std::int64_t integer = 0;
    if (const auto got = std::from_chars(begin, end, integer);
        got.ec == std::errc{} && got.ptr == end) {
      add(Tree(integer));
      return true;
    }
    std::uint64_t natural = 0;
    if (const auto got = std::from_chars(begin, end, natural);
        got.ec == std::errc{} && got.ptr == end) {
      add(Tree(natural));
      return true;
    }
    const double number = nearest_double(token.raw);
    if (!std::isfinite(number)) {
      return scanner_.fail(token.begin, "jsonSyntax", "The number is too large.");
    }
    add(Tree(number));
    return true;
  }

  Scanner& scanner_;
  Tree root_;
  std::vector<Level> open_;
  std::string key_;
};

}  // namespace

Result<nlohmann::ordered_json> read(std::string_view text, Limits limits) {
  Scanner scanner(text, limits);
  Tree root;
  if (!Builder(scanner).run(root)) return scanner.error();
  return root;
}

Diagnostic diagnose(const Error& error) {
  const diagnostic::Code& code = error.code == "jsonUtf8"           ? codes::kJsonUtf8
                                 : error.code == "jsonTooDeep"      ? codes::kJsonTooDeep
                                 : error.code == "jsonTooLarge"     ? codes::kJsonTooLarge
                                 : error.code == "jsonDuplicateKey" ? codes::kJsonDuplicateKey
                                                                    : codes::kJsonSyntax;
  Diagnostic found = diagnostic::make(code, "", error.message);
  Position place;
  const std::size_t colon = error.path.find(':');
  if (colon != std::string::npos) {
    const char* const text = error.path.data();
    std::from_chars(text, text + colon, place.line);
    std::from_chars(text + colon + 1, text + error.path.size(), place.column);
  }
  found.position = place;
  return found;
}

const nlohmann::ordered_json* member(const nlohmann::ordered_json& tree, std::string_view key) {
  if (!tree.is_object()) return nullptr;
  for (const auto& item : tree.get_ref<const Members&>()) {
    if (item.first == key) return item.second.is_null() ? nullptr : &item.second;
  }
  return nullptr;
}

std::string text_member(const nlohmann::ordered_json& tree, std::string_view key,
                        std::string_view fallback) {
  const Tree* const found = member(tree, key);
  return found != nullptr && found->is_string() ? found->get_ref<const std::string&>()
                                                : std::string(fallback);
}

bool truth_member(const nlohmann::ordered_json& tree, std::string_view key, bool fallback) {
  const Tree* const found = member(tree, key);
  return found != nullptr && found->is_boolean() ? found->get<bool>() : fallback;
}

long long integer_of(const nlohmann::ordered_json& value, long long fallback) {
  if (!value.is_number_integer()) return fallback;
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX) return fallback;
  return value.get<long long>();
}

long long integer_member(const nlohmann::ordered_json& tree, std::string_view key,
                         long long fallback) {
  const Tree* const found = member(tree, key);
  return found == nullptr ? fallback : integer_of(*found, fallback);
}

}  // namespace crosswalk::json
