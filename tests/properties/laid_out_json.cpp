#include "properties/laid_out_json.hpp"

#include "json/pointer.hpp"
#include "properties/choices.hpp"

namespace crosswalk::properties {
namespace {

using Tree = nlohmann::ordered_json;

Tree tree_of(int depth) {
  const int kind = depth == 0 && chance(90) ? between(5, 7) : below(depth < 4 ? 8 : 5);
  switch (kind) {
    case 0:
      return nullptr;
    case 1:
      return chance(50);
    case 2:
      return between(-1000, 100'000);
    case 3:
      return 0.5 * below(1000);
    case 4:
      return any_text();
    case 5: {
      Tree out = Tree::array();
      for (int left = between(0, 4); left > 0; --left) out.push_back(tree_of(depth + 1));
      return out;
    }
    default: {
      Tree out = Tree::object();
      for (int left = between(0, 5); left > 0; --left) out[any_text(5)] = tree_of(depth + 1);
      return out;
    }
  }
}

class Printer {
 public:
  void value(const Tree& tree, Spot spot) {
    const std::size_t number = out.spots.size();
    spot.value_begin = out.text.size();
    spot.members = tree.is_structured() ? tree.size() : 0;
    spot.object = tree.is_object();
    out.spots.push_back(spot);
    if (tree.is_object()) {
      members(tree, spot.pointer);
    } else if (tree.is_array()) {
      elements(tree, spot.pointer);
    } else {
      out.text += tree.dump(-1, ' ', chance(30));
    }
    out.spots[number].value_end = out.text.size();
  }

  void gap() {
    out.text += one_of<const char*>(
        {"", "", " ", "\n  ", "\r\n", "\t", "\n    ", " /* \u00e9, } */ ", "// \"x\": [\n"});
  }

  LaidOut out;

 private:
  void members(const Tree& tree, const std::string& pointer) {
    out.text += '{';
    bool first = true;
    for (const auto& member : tree.get_ref<const Tree::object_t&>()) {
      if (!first) {
        gap();
        out.text += ',';
      }
      first = false;
      gap();
      Spot spot;
      spot.pointer = json::child(pointer, member.first);
      spot.key_begin = out.text.size();
      out.text += Tree(member.first).dump(-1, ' ', chance(30));
      spot.key_end = out.text.size();
      gap();
      out.text += ':';
      gap();
      value(member.second, spot);
    }
    gap();
    out.text += '}';
  }

  void elements(const Tree& tree, const std::string& pointer) {
    out.text += '[';
    for (std::size_t i = 0; i < tree.size(); ++i) {
      if (i > 0) {
        gap();
        out.text += ',';
      }
      gap();
      Spot spot;
      spot.pointer = json::child(pointer, i);
      value(tree[i], spot);
    }
    gap();
    out.text += ']';
  }
};

}  // namespace

Tree any_tree() { return tree_of(0); }

LaidOut laid_out(const Tree& tree) {
  Printer printer;
  printer.gap();
  printer.value(tree, {});
  printer.gap();
  return std::move(printer.out);
}

}  // namespace crosswalk::properties
