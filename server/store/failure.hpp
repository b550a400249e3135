// An Error of the store in one line.
#pragma once

#include <string>
#include <utility>

#include "diagnostic/result.hpp"

namespace crosswalk::store {

inline Error failure(ErrorKind kind, std::string code, std::string path, std::string message) {
  Error error;
  error.kind = kind;
  error.code = std::move(code);
  error.path = std::move(path);
  error.message = std::move(message);
  return error;
}

}  // namespace crosswalk::store
