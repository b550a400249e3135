// The errors that a connection tells its handler.
#pragma once

#include <string>

#include "diagnostic/error.hpp"

namespace crosswalk::net {

inline Error client_gone() {
  return {.kind = ErrorKind::unavailable,
          .code = "clientGone",
          .path = {},
          .message = "The client closed the connection.",
          .salesforce_code = {}};
}

inline Error body_too_large() {
  return {.kind = ErrorKind::too_large,
          .code = "bodyTooLarge",
          .path = {},
          .message = "The body of the request is larger than this call takes.",
          .salesforce_code = {}};
}

inline Error too_slow() {
  return {.kind = ErrorKind::timeout,
          .code = "timedOut",
          .path = {},
          .message = "The request came too slowly.",
          .salesforce_code = {}};
}

inline Error crashed() {
  return {.kind = ErrorKind::internal,
          .code = "internal",
          .path = {},
          .message = "The server could not answer this request.",
          .salesforce_code = {}};
}

}  // namespace crosswalk::net
