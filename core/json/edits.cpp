// Turns the steps of a JSON Patch into edits of the source text.

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "diagnostic/fixes.hpp"
#include "json/pointer.hpp"
#include "json/source_map.hpp"

namespace crosswalk::json {
namespace {

// A change in bytes; becomes a TextEdit at the end.
struct Splice {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

std::size_t begin_of(const Place& place) {
  return place.has_key() ? place.key_begin : place.value_begin;
}

// The comma after `offset`, blanks and comments passed over; npos when something else comes.
std::size_t comma_after(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const std::string_view rest = text.substr(offset, 2);
    if (rest == "//") {
      offset = std::min(text.find_first_of("\r\n", offset), text.size());
    } else if (rest == "/*") {
      const std::size_t end = text.find("*/", offset + 2);
      if (end == std::string_view::npos) break;
      offset = end + 2;
    } else if (text[offset] == ',') {
      return offset;
    } else if (std::string_view(" \t\r\n").find(text[offset]) != std::string_view::npos) {
      ++offset;
    } else {
      break;
    }
  }
  return std::string_view::npos;
}

// The blanks before `offset` back to the line's beginning, when there is nothing else.
std::optional<std::string_view> indentation(std::string_view text, std::size_t offset) {
  std::size_t begin = offset;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  if (begin != 0 && text[begin - 1] != '\n' && text[begin - 1] != '\r') return std::nullopt;
  return text.substr(begin, offset - begin);
}

// Takes a whole line along when nothing but [begin, end) and blanks stand on it.
void widen_to_line(std::string_view text, std::size_t& begin, std::size_t& end) {
  const std::optional<std::string_view> before = indentation(text, begin);
  std::size_t after = end;
  while (after < text.size() && (text[after] == ' ' || text[after] == '\t')) ++after;
  if (before) {
    const bool crlf = text.substr(after, 2) == "\r\n";
    if (crlf || (after < text.size() && text[after] == '\n')) {
      begin -= before->size();
      end = after + (crlf ? 2 : 1);
    }
  } else if (after < text.size() && text[after] != '\n' && text[after] != '\r') {
    end = after;  // on a shared line, one gap is enough
  }
}

bool remove(const PatchOp& step, const SourceMap& map, std::vector<Splice>& out) {
  const std::optional<Place> place = map.find(step.path);
  if (!place || step.path.empty()) return false;
  const std::string_view text = map.text();
  std::size_t begin = begin_of(*place);
  std::size_t end = place->value_end;
  const std::size_t comma = comma_after(text, end);
  if (comma != std::string_view::npos) {
    end = comma + 1;
    widen_to_line(text, begin, end);
    out.push_back({begin, end, {}});
    return true;
  }
  // The last one: the comma before it goes, too.
  const std::string_view parent_pointer = parent(step.path);
  const std::optional<Place> holder = map.find(parent_pointer);
  if (holder && holder->members > 1) {
    const std::optional<Place> previous = map.find_member(parent_pointer, holder->members - 2);
    const std::size_t before = previous ? comma_after(text, previous->value_end) : text.size();
    if (!previous || before >= begin) return false;
    out.push_back({before, before + 1, {}});
  }
  widen_to_line(text, begin, end);
  out.push_back({begin, end, {}});
  return true;
}

bool insert(const std::string& member, const Place& holder, std::size_t number,
            std::string_view pointer, const SourceMap& map, std::vector<Splice>& out) {
  const std::string_view text = map.text();
  if (holder.members == 0) {
    const std::size_t at = holder.value_begin + 1;
    const bool second = std::any_of(out.begin(), out.end(), [&](const Splice& before) {
      return before.begin == at && before.end == at;
    });
    out.push_back({at, at, second ? ", " + member : member});
    return true;
  }
  const bool last = number >= holder.members;
  const std::optional<Place> beside = map.find_member(pointer, last ? holder.members - 1 : number);
  if (!beside) return false;
  const std::optional<std::string_view> indent = indentation(text, begin_of(*beside));
  const bool crlf = text.find("\r\n") != std::string_view::npos;
  const std::string gap = indent ? (crlf ? "\r\n" : "\n") + std::string(*indent) : std::string(" ");
  if (last) {
    out.push_back({beside->value_end, beside->value_end, "," + gap + member});
  } else {
    out.push_back({begin_of(*beside), begin_of(*beside), member + "," + gap});
  }
  return true;
}

bool replace(const PatchOp& step, const SourceMap& map, std::vector<Splice>& out) {
  const std::optional<Place> place = map.find(step.path);
  if (!place) return false;
  out.push_back({place->value_begin, place->value_end, step.value_json});
  return true;
}

bool add(const PatchOp& step, const SourceMap& map, std::vector<Splice>& out) {
  const std::string_view parent_pointer = parent(step.path);
  const std::optional<Place> holder = map.find(parent_pointer);
  if (!holder || step.path.empty()) return false;
  const std::string token = last_token(step.path);
  if (holder->object) {
    if (map.find(step.path)) return replace(step, map, out);
    return insert(quoted(token) + ": " + step.value_json, *holder, holder->members, parent_pointer,
                  map, out);
  }
  if (map.text()[holder->value_begin] != '[') return false;
  std::size_t number = holder->members;
  if (token != "-") {
    const auto got = std::from_chars(token.data(), token.data() + token.size(), number);
    if (got.ec != std::errc{} || number > holder->members) return false;
  }
  return insert(step.value_json, *holder, number, parent_pointer, map, out);
}

// Only a new name for a member: its text stays where it is.
bool rename(const PatchOp& step, const SourceMap& map, std::vector<Splice>& out) {
  const std::optional<Place> place = map.find(step.from);
  if (!place || !place->has_key() || parent(step.from) != parent(step.path)) return false;
  if (map.find(step.path)) return false;
  out.push_back({place->key_begin, place->key_end, quoted(last_token(step.path))});
  return true;
}

}  // namespace

std::vector<TextEdit> edits_for(const std::vector<PatchOp>& patch, const SourceMap& map) {
  std::vector<Splice> splices;
  for (const PatchOp& step : patch) {
    const bool said = step.op == "replace"  ? replace(step, map, splices)
                      : step.op == "remove" ? remove(step, map, splices)
                      : step.op == "add"    ? add(step, map, splices)
                      : step.op == "move"   ? rename(step, map, splices)
                                            : false;
    if (!said) return {};
  }
  // In the order of the text. A fix has few steps, so each is put in its place.
  std::vector<TextEdit> edits;
  for (const Splice& splice : splices) {
    const std::size_t offset = map.utf16(splice.begin);
    const auto place = std::upper_bound(
        edits.begin(), edits.end(), offset,
        [](std::size_t wanted, const TextEdit& edit) { return wanted < edit.offset; });
    edits.insert(place, {offset, map.utf16(splice.end) - offset, splice.text});
  }
  return edits;
}

}  // namespace crosswalk::json
