// One generated value of a record, as its NDJSON line has it and as the preview reads it there.
#pragma once

#include <string>
#include <vector>

#include "convert/value.hpp"

namespace crosswalk::truth {

struct Cell {
  // A list of texts is read as one text, joined by ';'; an object says nothing: it is absent.
  enum class Kind { absent, null, text, number, truth, list, object };
  Kind kind = Kind::absent;
  std::string text;  // of text, list (joined) and number (as written)
  bool truth = false;

  static Cell of_null() { return {Kind::null, {}, false}; }
  static Cell of_text(std::string text) { return {Kind::text, std::move(text), false}; }
  static Cell of_number(std::string text) { return {Kind::number, std::move(text), false}; }
  static Cell of_truth(bool truth) { return {Kind::truth, {}, truth}; }
  static Cell of_list(const std::vector<std::string>& members);
  static Cell of_object() { return {Kind::object, {}, false}; }

  // A view of this cell.
  [[nodiscard]] convert::Value value() const;
};

// A number is written as it stands; a value that is absent has no JSON.
std::string json_of(const convert::Value& value);
std::string json_of(const Cell& cell);

}  // namespace crosswalk::truth
