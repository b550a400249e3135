// The previews that are under way: files of rows that come in pieces. Numbers from 1. A piece goes
// straight into the room that the module gives for it, not through a text of the edge's.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "preview/preview.hpp"
#include "schemas.hpp"

namespace crosswalk::wasm {

class Previews {
 public:
  // {"mapping","object"?,"format"?: "csv" | "ndjson","separator"?,"examples"?,"offenders"?} →
  // {"preview"}
  std::string open(const Schemas& schemas, const Tree& input);

  // Where the next `bytes` bytes go: good until the next call of room(). Null for a number that is
  // not open.
  char* room(int number, std::size_t bytes);
  // The first `bytes` bytes of the room → {"bytes","rows","refused"}
  std::string feed(int number, std::size_t bytes);

  // {"preview"} → what the method of preview::Preview says
  std::string finish(const Tree& input);     // the report
  std::string report(const Tree& input);     // the report so far
  std::string offenders(const Tree& input);  // {"lines"}
  std::string close(const Tree& input);      // {}

 private:
  struct Open {
    preview::Preview preview;
    std::string room;
  };

  Open* find(int number);
  Open* named(const Tree& input);

  std::map<int, Open> open_;
  int last_number_ = 0;
};

// The module's own: one instance is one thread.
Previews& previews();

}  // namespace crosswalk::wasm
