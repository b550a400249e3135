// Records of NDJSON as values: one object a line, members named like platform fields, with typed
// values; absent, null and "" differ. A line in the form of a plan's input, {"object","key",
// "fields":{}}, is understood, too; one of another object is passed over. A line that cannot be
// read is a finding, and the next one is a row again. Inside preview only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "convert/arena.hpp"
#include "csv/decode.hpp"
#include "diagnostic/result.hpp"
#include "json/scanner.hpp"
#include "preview/judge.hpp"
#include "preview/rows.hpp"
#include "schema/platform.hpp"

namespace crosswalk::preview {

class NdjsonRows final : public Rows {
 public:
  NdjsonRows(const convert::Program& program, const schema::PlatformObject& object, Judge& judge);

  Result<void> feed(std::string_view chunk) override;
  Result<void> finish() override;

 private:
  void take_text(std::string_view text);
  void take_part(std::string_view part);
  void take_line(std::string_view line);
  bool read_record(std::string_view line);
  bool read_members();
  bool read_member(const json::Token& name, const json::Token& first, bool nested);
  bool read_value(const json::Token& first, convert::Value& value);
  bool read_list(convert::Value& value);
  void put(std::string_view name, const convert::Value& value);
  std::string_view text_of(const json::Token& token);

  const convert::Program& program_;
  const schema::PlatformObject& object_;
  Judge& judge_;
  csv::Decoder decoder_;
  std::string line_;       // the beginning of a line that a chunk's end cut
  bool too_long_ = false;  // the rest of the line is passed over
  std::uint64_t number_ = 0;

  json::Scanner scanner_;
  convert::Arena arena_;
  std::string joined_;
  bool enveloped_ = false;  // the platform schema has no field "fields"
  bool opened_ = false;     // the record's members lie in "fields"
  bool other_ = false;      // the record is one of another object
  struct Known {
    std::string_view name;
    std::size_t field;
  };
  std::vector<Known> known_;
  std::size_t next_known_ = 0;  // members come in the same order, line by line
  std::vector<convert::Value> values_;
  convert::Value key_, outer_key_;  // the latter stands beside "fields"
};

}  // namespace crosswalk::preview
