// Turns an import's bytes, as they arrive, into records: NDJSON or CSV. A line that cannot be taken
// is reported and the rest goes on; memory is bounded by one line and one batch.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/record_shape.hpp"

namespace crosswalk::api {

struct ImportedLine {
  std::size_t line = 0;  // of the file, from 1
  Result<store::RecordWrite> record;
};

class ImportReader {
 public:
  virtual ~ImportReader() = default;
  // Appends the lines that `chunk` completes. An Error ends the import: the rest cannot be read.
  virtual Result<void> feed(std::string_view chunk, std::vector<ImportedLine>& out) = 0;
  virtual Result<void> finish(std::vector<ImportedLine>& out) = 0;
};

// The shape must outlive the reader.
std::unique_ptr<ImportReader> ndjson_reader(const RecordShape& shape);
std::unique_ptr<ImportReader> csv_reader(const RecordShape& shape);

}  // namespace crosswalk::api
