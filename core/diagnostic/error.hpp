// The one error type of the repository: what an expected failure is made of. A value, never thrown.
#pragma once

#include <string>

namespace crosswalk::diagnostic {

// What kind of failure it is; decides the exit code of a command and the status of an HTTP answer.
enum class ErrorKind {
  bad_input,     // the caller's document or argument is wrong
  unreadable,    // a file or stream could not be read
  unauthorised,  // no credential, or one that is not accepted
  forbidden,     // known, but not allowed
  not_found,
  conflict,     // the state of the thing does not allow it now
  too_large,    // a bound was reached: bytes, depth, nodes, rows
  timeout,      // a deadline passed
  unavailable,  // the other side cannot be reached or says "later"
  refused,      // the other side understood and said no (Salesforce's code is beside)
  internal,     // a bug or a broken world
};

struct Error {
  ErrorKind kind = ErrorKind::internal;
  std::string code = {};      // stable, camelCase: "jsonSyntax", "mappingNotFound"
  std::string path = {};      // where: a JSON Pointer, file:line:column, or empty
  std::string message = {};   // one sentence for a person; never a secret, never a record's value
  int salesforce_status = 0;  // HTTP status of Salesforce's answer, 0 where there was none
  std::string salesforce_code = {};  // "INVALID_SESSION_ID", ...

  friend bool operator==(const Error&, const Error&) = default;
};

}  // namespace crosswalk::diagnostic
