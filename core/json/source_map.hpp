// Where each key and value of a JSON text lies, by JSON Pointer. Built only when there is something
// to point at, since it costs as much as reading. Comments are tolerated. A broken text gives the
// places up to the break. Holds a view of the text, which must outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"

namespace crosswalk::json {

// Byte offsets; a key's span takes its quotes along and is empty for elements of arrays.
struct Place {
  std::size_t key_begin = 0;
  std::size_t key_end = 0;
  std::size_t value_begin = 0;
  std::size_t value_end = 0;
  std::size_t members = 0;  // of an object or array
  bool object = false;

  [[nodiscard]] bool has_key() const { return key_end > key_begin; }
};

class SourceMap {
 public:
  static SourceMap build(std::string_view text);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::optional<Place> find(std::string_view pointer) const;
  // The place itself (exact), or that of the nearest ancestor that exists.
  [[nodiscard]] Place find_nearest(std::string_view pointer, bool& exact) const;
  // The place of a member or element by its number.
  [[nodiscard]] std::optional<Place> find_member(std::string_view pointer,
                                                 std::size_t number) const;

  [[nodiscard]] Position position(std::size_t offset) const;
  [[nodiscard]] std::size_t utf16(std::size_t offset) const;  // units before the byte offset

 private:
  // Nodes lie in the order of the document, so a node's first child follows it; 24 bytes each,
  // because a broken document may be as large as the limits allow.
  struct Node {
    std::uint32_t key_begin = 0;
    std::uint32_t key_end = 0;
    std::uint32_t value_begin = 0;
    std::uint32_t value_end = 0;
    std::uint32_t after = 0;  // the node that follows the subtree
    std::uint32_t members = 0;
  };

  [[nodiscard]] Place place(const Node& node) const;
  [[nodiscard]] std::optional<std::uint32_t> walk(std::string_view pointer,
                                                  std::uint32_t& last) const;
  [[nodiscard]] std::optional<std::uint32_t> step(std::uint32_t node, std::string_view token) const;

  std::string_view text_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> line_begins_;
  std::vector<std::uint32_t> block_units_;  // UTF-16 units before each block of the text
};

// Gives every diagnostic that has none its position, and every fix the text edits of its patch.
void locate(Report& report, const SourceMap& map);
// The same; the map is built only when one of them needs it.
void locate(Report& report, std::string_view text);

// The same change as `patch`, in the text. Empty when a step cannot be said as an edit.
std::vector<TextEdit> edits_for(const std::vector<PatchOp>& patch, const SourceMap& map);

}  // namespace crosswalk::json
