// What can be read of a mapping's text around one place, be the text whole or broken: the names of
// the pair that the place lies in, its lines, and what is written at the place and beside it. A
// text that breaks off is read up to the break.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::complete {

struct DraftLine {
  std::string name;  // its number, in the short form the platform's field
  std::string platform;
  std::string salesforce;
  std::string direction;  // empty: the pair's
  bool display = false;
};

struct DraftConstant {
  std::string name;  // its number
  std::string salesforce;
};

struct Draft {
  std::string policy;
  std::vector<std::string> salesforce_objects;  // of all pairs

  // Of the pair.
  std::string platform;
  std::string salesforce;
  std::string direction;
  std::string external_id;
  std::string record_type;
  std::vector<DraftLine> lines;
  std::vector<DraftConstant> constants;

  bool object = false;                // an object stands at the place
  std::string written;                // the text at the place
  std::vector<std::string> members;   // names of its members
  std::vector<std::string> siblings;  // texts of the other items of the list it stands in

  [[nodiscard]] const DraftLine* line(std::string_view name) const;
  [[nodiscard]] const DraftConstant* constant(std::string_view name) const;
};

Draft read_draft(std::string_view text, std::span<const std::string> place);

}  // namespace crosswalk::complete
