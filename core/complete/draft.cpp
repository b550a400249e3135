#include "complete/draft.hpp"

#include <algorithm>

#include "json/scanner.hpp"

namespace crosswalk::complete {
namespace {

using json::Token;
using json::TokenKind;

constexpr json::Limits kLimits{.nodes_max = 500'000, .comments = true};

// The item of this name, made when it is not there. The walk comes to an item's members one after
// the other, so it is the last one.
template <class Item>
Item& item_of(std::vector<Item>& items, const std::string& name) {
  if (items.empty() || items.back().name != name) {
    items.emplace_back();
    items.back().name = name;
  }
  return items.back();
}

class Walk {
 public:
  Walk(std::string_view text, std::span<const std::string> place)
      : scanner_(text, kLimits), place_(place) {}

  Draft run() {
    Token token;
    while (scanner_.next(token) && token.kind != TokenKind::end) step(token);
    return std::move(draft_);
  }

 private:
  struct Level {
    bool list = false;
    std::size_t items = 0;
  };

  void step(const Token& token) {
    switch (token.kind) {
      case TokenKind::key:
        path_.back() = json::unescape(token);
        // A member whose value is still to be typed is there already.
        if (inside_place()) draft_.members.push_back(path_.back());
        return;
      case TokenKind::end_object:
      case TokenKind::end_array:
        levels_.pop_back();
        path_.pop_back();
        return;
      default:
        break;
    }
    if (!levels_.empty() && levels_.back().list) {
      path_.back() = std::to_string(levels_.back().items++);
    }
    take(token);
    const bool list = token.kind == TokenKind::begin_array;
    if (!list && token.kind != TokenKind::begin_object) return;
    levels_.push_back(Level{.list = list});
    path_.emplace_back();
  }

  // Whether the path's last step is a member of the value at the place.
  [[nodiscard]] bool inside_place() const {
    return path_.size() == place_.size() + 1 &&
           std::equal(place_.begin(), place_.end(), path_.begin());
  }

  void take(const Token& token) {
    const std::string text = token.kind == TokenKind::text ? json::unescape(token) : std::string();
    if (path_.size() == place_.size()) take_at_place(token, text);
    if (path_.size() == 1 && path_[0] == "policy") draft_.policy = text;
    if (path_.size() < 3 || path_[0] != "objects") return;
    if (path_.size() == 3 && path_[2] == "salesforce") draft_.salesforce_objects.push_back(text);
    if (place_.size() < 2 || place_[1] != path_[1]) return;
    if (path_.size() == 3) take_of_pair(text);
    if (path_.size() == 4) take_of_list(text);
    if (path_.size() == 5) take_of_item(text, token.truth);
  }

  void take_at_place(const Token& token, const std::string& text) {
    const bool same = std::equal(path_.begin(), path_.end(), place_.begin());
    if (same) {
      draft_.object = token.kind == TokenKind::begin_object;
      draft_.written = text;
    } else if (levels_.back().list && std::equal(path_.begin(), path_.end() - 1, place_.begin())) {
      draft_.siblings.push_back(text);
    }
  }

  void take_of_pair(const std::string& text) {
    if (path_[2] == "platform") draft_.platform = text;
    if (path_[2] == "salesforce") draft_.salesforce = text;
    if (path_[2] == "direction") draft_.direction = text;
    if (path_[2] == "recordType") draft_.record_type = text;
  }

  void take_of_list(const std::string& text) {
    if (path_[2] == "match" && path_[3] == "externalId") draft_.external_id = text;
    if (path_[2] != "fields" || levels_.back().list) return;
    DraftLine& line = item_of(draft_.lines, path_[3]);
    line.platform = path_[3];
    line.salesforce = text;
  }

  void take_of_item(const std::string& text, bool truth) {
    if (path_[2] == "constants" && path_[4] == "salesforce") {
      item_of(draft_.constants, path_[3]).salesforce = text;
    }
    if (path_[2] != "fields") return;
    DraftLine& line = item_of(draft_.lines, path_[3]);
    if (path_[4] == "platform") line.platform = text;
    if (path_[4] == "salesforce") line.salesforce = text;
    if (path_[4] == "direction") line.direction = text;
    if (path_[4] == "display") line.display = truth;
  }

  json::Scanner scanner_;
  std::span<const std::string> place_;
  std::vector<std::string> path_;
  std::vector<Level> levels_;
  Draft draft_;
};

template <class Item>
const Item* find_named(const std::vector<Item>& items, std::string_view name) {
  const auto found = std::find_if(items.begin(), items.end(),
                                  [name](const Item& item) { return item.name == name; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

const DraftLine* Draft::line(std::string_view name) const { return find_named(lines, name); }

const DraftConstant* Draft::constant(std::string_view name) const {
  return find_named(constants, name);
}

Draft read_draft(std::string_view text, std::span<const std::string> place) {
  return Walk(text, place).run();
}

}  // namespace crosswalk::complete
