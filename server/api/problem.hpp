// Refusals as application/problem+json (RFC 9457): one place that decides status, title and
// members.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "api/answer.hpp"
#include "diagnostic/diagnostic.hpp"
#include "diagnostic/result.hpp"

namespace crosswalk::api {

// Members beside the standard ones, for example {"run", "<id of the run that is on>"}.
using ProblemMember = std::pair<std::string_view, std::string>;

Answer problem(const Error& error, std::span<const ProblemMember> members = {});
// A document that was refused with findings: problem members, the first finding's pointer and
// place, and the whole report as "report".
Answer report_problem(std::string_view code, std::string_view message, const Report& report);
int status_of(const Error& error);

Error make_error(ErrorKind kind, std::string_view code, std::string_view message,
                 std::string path = "");
Error not_found(std::string_view what);  // "mapping" → code mappingNotFound
// A store's not_found in the resource's own words; every other error as it is.
Error missing(Error error, std::string_view what);
Error bad_member(std::string pointer, std::string message);
Error bad_query(std::string_view name, std::string message);

}  // namespace crosswalk::api
