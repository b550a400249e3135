// Whatever gives rows of values to a judge from a file's bytes. Inside preview only.
#pragma once

#include <string_view>

#include "diagnostic/result.hpp"

namespace crosswalk::preview {

class Rows {
 public:
  Rows() = default;
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  virtual ~Rows() = default;

  // An error is final.
  virtual Result<void> feed(std::string_view chunk) = 0;
  virtual Result<void> finish() = 0;
};

}  // namespace crosswalk::preview
