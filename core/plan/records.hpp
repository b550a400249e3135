// Reads the records and links of a plan's inputs into rows of values. Inside plan only.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "convert/arena.hpp"
#include "convert/program.hpp"
#include "diagnostic/result.hpp"

namespace crosswalk::plan {

struct LoadedRecord {
  std::string_view key;  // platform key; of a record of Salesforce: empty
  std::string_view id;   // in 18 characters where it is a Salesforce Id
  std::string_view created;
  std::string_view changed;
  std::vector<convert::Value> row;
};

struct LoadedLink {
  std::string_view key, id;
  bool has_base = false;
  std::vector<convert::Value> base;
};

// All that concerns one program, by key or id. The texts lie in the arena of the reader.
struct LoadedObject {
  std::map<std::string_view, LoadedRecord> platform;    // by key
  std::map<std::string_view, LoadedRecord> salesforce;  // by id
  std::vector<LoadedLink> links;
};

class RecordReader {
 public:
  RecordReader(std::span<const convert::Program> programs, std::vector<LoadedObject>& into,
               convert::Arena& arena)
      : programs_(programs), into_(into), arena_(arena) {}

  Result<void> read_platform(std::string_view ndjson);
  Result<void> read_platform_csv(std::string_view csv, std::string_view object,
                                 const schema::PlatformObject& schema);
  Result<void> read_salesforce(std::string_view ndjson);
  Result<void> read_links(std::string_view ndjson);

 private:
  // What a line says about itself, before its program is known.
  struct Head {
    std::string_view object, key, salesforce, id, created, changed;
    std::string_view fields;  // JSON text of "fields" or "base"
    bool has_fields = false;
  };

  template <class Use>
  Result<void> each_line(std::string_view name, std::string_view ndjson, Use use);
  Result<Head> read_head(std::string_view line, bool rest_record);
  template <class Use>
  Result<void> each_field(std::string_view object, Use use);
  convert::Value salesforce_base(const convert::Program& program, std::size_t field,
                                 const convert::Value& platform);

  std::span<const convert::Program> programs_;
  std::vector<LoadedObject>& into_;
  convert::Arena& arena_;
};

}  // namespace crosswalk::plan
