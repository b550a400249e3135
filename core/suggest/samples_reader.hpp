// Reads records of the platform for what their values say: NDJSON as plans take it
// ({"object","key","fields":{}}, or the fields alone), or CSV with a header of field names. Only
// the first thousand rows; the rest is not looked at.
#pragma once

#include <string_view>

#include "diagnostic/result.hpp"
#include "schema/platform.hpp"
#include "suggest/samples.hpp"

namespace crosswalk::suggest {

struct Records {
  std::string_view text;
  bool csv = false;
  std::string_view object;  // of records that do not name theirs; may be empty: the only object
};

// Errors: bad_input with path "records:LINE:COLUMN" or "records".
Result<SamplesByObject> read_samples(const Records& records,
                                     const schema::PlatformSchema& platform);

}  // namespace crosswalk::suggest
