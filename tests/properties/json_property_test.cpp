// JSON with places: a source map finds what was printed where it was printed, and an edit of the
// text says the same as the patch that it was made of.
#include "diagnostic/utf8.hpp"
#include "json/pointer.hpp"
#include "json/position.hpp"
#include "json/read.hpp"
#include "json/source_map.hpp"
#include "properties/choices.hpp"
#include "properties/holds.hpp"
#include "properties/laid_out_json.hpp"
#include "properties/patches.hpp"

namespace crosswalk::properties {
namespace {

using Tree = nlohmann::ordered_json;

constexpr json::Limits kComments{.comments = true};

TEST(JsonProperties, ALaidOutTextIsReadAsItsTree) {
  holds(1500, [] {
    const Tree tree = *rc::gen::exec(any_tree);
    const LaidOut given = *rc::gen::exec([&] { return laid_out(tree); });
    const auto read = json::read(given.text, kComments);
    if (!read) RC_FAIL(read.error().message + "\n" + given.text);
    RC_ASSERT(*read == tree);
    const auto again = json::read(json::write(tree));
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == tree);
  });
}

TEST(JsonProperties, ASourceMapFindsEveryPointerWhereItWasPrinted) {
  holds(1500, [] {
    const LaidOut given = *rc::gen::exec([] { return laid_out(any_tree()); });
    const json::SourceMap map = json::SourceMap::build(given.text);
    for (const Spot& spot : given.spots) {
      const std::optional<json::Place> place = map.find(spot.pointer);
      if (!place) RC_FAIL("not found: " + spot.pointer + " in " + given.text);
      RC_ASSERT(place->key_begin == spot.key_begin);
      RC_ASSERT(place->key_end == spot.key_end);
      RC_ASSERT(place->value_begin == spot.value_begin);
      RC_ASSERT(place->value_end == spot.value_end);
      RC_ASSERT(place->members == spot.members);
      RC_ASSERT(place->object == spot.object);
      const std::string beyond = json::child(spot.pointer, "no such member");
      RC_ASSERT(!map.find(beyond));
      bool exact = true;
      RC_ASSERT(map.find_nearest(beyond, exact).value_begin == spot.value_begin);
      RC_ASSERT(!exact);
    }
  });
}

TEST(JsonProperties, LinesColumnsAndUnitsAgreeWithCounting) {
  holds(300, [] {
    const LaidOut given = *rc::gen::exec([] { return laid_out(any_tree()); });
    const json::SourceMap map = json::SourceMap::build(given.text);
    for (const Spot& spot : given.spots) {
      for (const std::size_t offset : {spot.key_begin, spot.value_begin, spot.value_end}) {
        RC_ASSERT(map.position(offset) == json::position_of(given.text, offset));
        RC_ASSERT(map.utf16(offset) ==
                  diagnostic::utf16_length(std::string_view(given.text).substr(0, offset)));
      }
    }
  });
}

// A step that can be carried out on the tree.
std::optional<PatchOp> step_for(const LaidOut& given) {
  const Spot& spot = one_of(given.spots);
  PatchOp step;
  step.path = spot.pointer;
  step.value_json = one_of<std::string>({"1", "\"x, \u00e9\"", "{ \"a\": [1] }"});
  const bool inner = !spot.pointer.empty();
  switch (below(4)) {
    case 0:
      step.op = "replace";
      return step;
    case 1:
      if (!inner) return std::nullopt;
      step.op = "remove";
      return step;
    case 2:
      step.op = "add";
      if (spot.object) {
        step.path = json::child(spot.pointer, some_text(3));
      } else if (given.text[spot.value_begin] == '[') {
        step.path =
            chance(50)
                ? spot.pointer + "/-"
                : json::child(spot.pointer,
                              static_cast<std::size_t>(below(static_cast<int>(spot.members) + 1)));
      } else {
        return std::nullopt;
      }
      return step;
    default:
      if (spot.key_end == 0) return std::nullopt;
      step.op = "move";
      step.from = spot.pointer;
      step.path = json::child(json::parent(spot.pointer), "renamed: \u4e2d");
      return step;
  }
}

TEST(JsonProperties, AnEditOfTheTextSaysWhatThePatchSays) {
  holds(1500, [] {
    const LaidOut given = *rc::gen::exec([] { return laid_out(any_tree()); });
    const std::optional<PatchOp> step = *rc::gen::exec([&] { return step_for(given); });
    RC_PRE(step.has_value());
    const json::SourceMap map = json::SourceMap::build(given.text);
    const std::vector<TextEdit> edits = json::edits_for({*step}, map);
    const std::string said = step->op + " " + step->path + "\n" + given.text;
    if (edits.empty()) RC_FAIL("no edits for " + said);
    const std::optional<std::string> text = edited(given.text, edits);
    if (!text) RC_FAIL("the edits do not fit: " + said);
    const std::optional<nlohmann::json> tree = parsed(*text);
    const std::optional<nlohmann::json> wanted = patched(*parsed(given.text), {*step});
    RC_ASSERT(wanted.has_value());
    if (!tree || *tree != *wanted) RC_FAIL(said + "\nbecame\n" + *text);
  });
}

TEST(JsonProperties, SeveralMembersGoIntoOneObject) {
  holds(300, [] {
    const LaidOut given = *rc::gen::exec([] { return laid_out(any_tree()); });
    std::vector<PatchOp> steps;
    for (const Spot& spot : given.spots) {
      if (!spot.object || !steps.empty()) continue;
      for (const char* name : {"new 1", "new 2", "new 3"}) {
        steps.push_back({"add", json::child(spot.pointer, name), "1", ""});
      }
    }
    RC_PRE(!steps.empty());
    const std::optional<std::string> text =
        edited(given.text, json::edits_for(steps, json::SourceMap::build(given.text)));
    RC_ASSERT(text.has_value());
    if (parsed(*text) != patched(*parsed(given.text), steps)) {
      RC_FAIL(given.text + "\nbecame\n" + *text);
    }
  });
}

}  // namespace
}  // namespace crosswalk::properties
