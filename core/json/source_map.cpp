#include "json/source_map.hpp"

#include <algorithm>
#include <charconv>

#include "diagnostic/utf8.hpp"
#include "json/pointer.hpp"
#include "json/scanner.hpp"

namespace crosswalk::json {
namespace {

// No text that is larger has been read, so there is nothing to point at inside it.
constexpr Limits kLimits{.comments = true};

// Long lines are common, and a place in one is found by counting from the block's beginning.
constexpr std::size_t kBlockBytes = 512;

std::vector<std::uint32_t> lines_of(std::string_view text) {
  std::vector<std::uint32_t> begins{0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool ends =
        text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    if (ends) begins.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return begins;
}

std::vector<std::uint32_t> units_of_blocks(std::string_view text) {
  std::vector<std::uint32_t> units{0};
  for (std::size_t at = 0; at + kBlockBytes <= text.size(); at += kBlockBytes) {
    const std::size_t inside = diagnostic::utf16_length(text.substr(at, kBlockBytes));
    units.push_back(units.back() + static_cast<std::uint32_t>(inside));
  }
  return units;
}

}  // namespace

SourceMap SourceMap::build(std::string_view text) {
  SourceMap map;
  map.text_ = text;
  if (text.size() > kLimits.bytes_max) return map;
  map.line_begins_ = lines_of(text);
  map.block_units_ = units_of_blocks(text);
  Scanner scanner(text, kLimits);
  std::vector<std::uint32_t> open;
  Token token;
  Token key;
  const auto add = [&] {
    Node node;
    node.key_begin = static_cast<std::uint32_t>(key.begin);
    node.key_end = static_cast<std::uint32_t>(key.end);
    node.value_begin = static_cast<std::uint32_t>(token.begin);
    node.value_end = static_cast<std::uint32_t>(token.end);
    if (!open.empty()) ++map.nodes_[open.back()].members;
    map.nodes_.push_back(node);
    map.nodes_.back().after = static_cast<std::uint32_t>(map.nodes_.size());
    key = Token{};
  };
  const auto close = [&](std::size_t end) {
    map.nodes_[open.back()].value_end = static_cast<std::uint32_t>(end);
    map.nodes_[open.back()].after = static_cast<std::uint32_t>(map.nodes_.size());
    open.pop_back();
  };
  while (scanner.next(token) && token.kind != TokenKind::end) {
    if (token.kind == TokenKind::key) {
      key = token;
    } else if (token.kind == TokenKind::end_object || token.kind == TokenKind::end_array) {
      close(token.end);
    } else {
      add();
      const bool opens =
          token.kind == TokenKind::begin_object || token.kind == TokenKind::begin_array;
      if (opens) open.push_back(static_cast<std::uint32_t>(map.nodes_.size() - 1));
    }
  }
  while (!open.empty()) close(scanner.error_offset());
  return map;
}

Place SourceMap::place(const Node& node) const {
  Place found;
  found.key_begin = node.key_begin;
  found.key_end = node.key_end;
  found.value_begin = node.value_begin;
  found.value_end = node.value_end;
  found.members = node.members;
  found.object = text_[node.value_begin] == '{';
  return found;
}

std::optional<std::uint32_t> SourceMap::step(std::uint32_t node, std::string_view token) const {
  const Node& parent = nodes_[node];
  const char opener = text_[parent.value_begin];
  std::size_t index = 0;
  if (opener == '[') {
    const auto got = std::from_chars(token.data(), token.data() + token.size(), index);
    if (got.ec != std::errc{} || got.ptr != token.data() + token.size()) return std::nullopt;
  }
  std::uint32_t child = node + 1;
  for (std::uint32_t i = 0; i < parent.members; ++i, child = nodes_[child].after) {
    if (opener == '[') {
      if (i == index) return child;
      continue;
    }
    Token key;
    key.raw = text_.substr(nodes_[child].key_begin + 1,
                           nodes_[child].key_end - nodes_[child].key_begin - 2);
    key.escaped = key.raw.find('\\') != std::string_view::npos;
    if (key.escaped ? unescape(key) == token : key.raw == token) return child;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> SourceMap::walk(std::string_view pointer, std::uint32_t& last) const {
  last = 0;
  if (nodes_.empty()) return std::nullopt;
  for (const std::string& token : split(pointer)) {
    const std::optional<std::uint32_t> child = step(last, token);
    if (!child) return std::nullopt;
    last = *child;
  }
  return last;
}

std::optional<Place> SourceMap::find(std::string_view pointer) const {
  std::uint32_t last = 0;
  const std::optional<std::uint32_t> node = walk(pointer, last);
  if (!node) return std::nullopt;
  return place(nodes_[*node]);
}

Place SourceMap::find_nearest(std::string_view pointer, bool& exact) const {
  std::uint32_t last = 0;
  exact = walk(pointer, last).has_value();
  return nodes_.empty() ? Place{} : place(nodes_[last]);
}

std::optional<Place> SourceMap::find_member(std::string_view pointer, std::size_t number) const {
  std::uint32_t last = 0;
  const std::optional<std::uint32_t> node = walk(pointer, last);
  if (!node || number >= nodes_[*node].members) return std::nullopt;
  std::uint32_t child = *node + 1;
  for (std::size_t i = 0; i < number; ++i) child = nodes_[child].after;
  return place(nodes_[child]);
}

Position SourceMap::position(std::size_t offset) const {
  if (line_begins_.empty()) return {};
  const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  const auto line = static_cast<std::size_t>(after - line_begins_.begin()) - 1;
  std::size_t begin = line_begins_[line];
  if (begin == 0 && offset >= 3 && text_.substr(0, 3) == "\xEF\xBB\xBF") begin = 3;
  return {line + 1, 1 + utf16(offset) - utf16(begin)};
}

std::size_t SourceMap::utf16(std::size_t offset) const {
  const std::size_t block = offset / kBlockBytes;
  if (block >= block_units_.size()) return 0;
  const std::size_t begin = block * kBlockBytes;
  return block_units_[block] + diagnostic::utf16_length(text_.substr(begin, offset - begin));
}

namespace {

// Where in the source the byte `inside` of a text's value lies; 0, its beginning, when escapes
// stand before it.
std::size_t offset_inside(const Diagnostic& found, const Place& place, const SourceMap& map) {
  if (found.inside == 0 || place.value_begin + found.inside + 1 >= place.value_end) return 0;
  const std::string_view before = map.text().substr(place.value_begin, found.inside + 1);
  return before.find('\\') == std::string_view::npos ? found.inside + 1 : 0;
}

}  // namespace

void locate(Report& report, const SourceMap& map) {
  for (Diagnostic& found : report.diagnostics) {
    if (!found.position) {
      bool exact = false;
      const Place place = map.find_nearest(found.pointer, exact);
      const bool at_key = exact && found.aim == diagnostic::Aim::key && place.has_key();
      found.position = map.position(at_key  ? place.key_begin
                                    : exact ? place.value_begin + offset_inside(found, place, map)
                                            : place.value_begin);
    }
    for (Fix& fix : found.fixes) {
      if (fix.edits.empty()) fix.edits = edits_for(fix.patch, map);
    }
    // What cannot be said in the text, its place being of another shape, mends nothing.
    std::erase_if(found.fixes, [](const Fix& fix) { return fix.edits.empty(); });
  }
}

void locate(Report& report, std::string_view text) {
  for (const Diagnostic& found : report.diagnostics) {
    bool ready = found.position.has_value();
    for (const Fix& fix : found.fixes) ready = ready && !fix.edits.empty();
    if (ready) continue;
    locate(report, SourceMap::build(text));
    return;
  }
}

}  // namespace crosswalk::json
