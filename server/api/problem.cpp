#include "api/problem.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "diagnostic/report.hpp"
#include "json/read.hpp"

namespace crosswalk::api {
namespace {

struct KindStatus {
  ErrorKind kind;
  int status;
};

constexpr std::array kKindStatus{
    KindStatus{ErrorKind::bad_input, 400},    KindStatus{ErrorKind::unreadable, 400},
    KindStatus{ErrorKind::unauthorised, 401}, KindStatus{ErrorKind::forbidden, 403},
    KindStatus{ErrorKind::not_found, 404},    KindStatus{ErrorKind::conflict, 409},
    KindStatus{ErrorKind::too_large, 413},    KindStatus{ErrorKind::refused, 422},
    KindStatus{ErrorKind::internal, 500},     KindStatus{ErrorKind::unavailable, 503},
    KindStatus{ErrorKind::timeout, 504},
};

// HTTP has finer statuses than the kinds: these codes name theirs.
struct CodeStatus {
  std::string_view code;
  int status;
};

constexpr std::array kCodeStatus{
    CodeStatus{"methodNotAllowed", 405},     CodeStatus{"versionMismatch", 412},
    CodeStatus{"unsupportedMediaType", 415}, CodeStatus{"notAcceptable", 406},
    CodeStatus{"hostUnknown", 421},
};

struct StatusTitle {
  int status;
  std::string_view title;
};

constexpr std::array kTitles{
    StatusTitle{400, "The request is not right"},
    StatusTitle{401, "A credential is needed"},
    StatusTitle{403, "Not allowed"},
    StatusTitle{404, "Not found"},
    StatusTitle{405, "Method not allowed"},
    StatusTitle{406, "No such representation"},
    StatusTitle{409, "Not possible in the present state"},
    StatusTitle{412, "Changed in the meantime"},
    StatusTitle{413, "Too large"},
    StatusTitle{415, "Media type not supported"},
    StatusTitle{421, "Misdirected"},
    StatusTitle{422, "Refused"},
    StatusTitle{500, "Internal error"},
    StatusTitle{503, "Not available now"},
    StatusTitle{504, "Took too long"},
};

std::string_view title_of(int status) {
  for (const StatusTitle& row : kTitles) {
    if (row.status == status) return row.title;
  }
  return "Error";
}

}  // namespace

int status_of(const Error& error) {
  for (const CodeStatus& row : kCodeStatus) {
    if (row.code == error.code) return row.status;
  }
  for (const KindStatus& row : kKindStatus) {
    if (row.kind == error.kind) return row.status;
  }
  return 500;
}

Answer problem(const Error& error, std::span<const ProblemMember> members) {
  const int status = status_of(error);
  const bool opaque = status == 500;  // what went wrong inside is for the log, not for the caller
  nlohmann::ordered_json document;
  document["type"] = opaque ? "about:blank" : "urn:crosswalk:problem:" + error.code;
  document["title"] = title_of(status);
  document["status"] = status;
  document["code"] = opaque ? "internal" : error.code;
  document["detail"] =
      opaque ? "Something failed inside the server; its log says what." : error.message;
  if (!opaque) {
    if (error.path.starts_with('/')) {
      document["pointer"] = error.path;
    } else if (!error.path.empty()) {
      document["at"] = error.path;
    }
    if (error.salesforce_status != 0 || !error.salesforce_code.empty()) {
      document["salesforce"] = {{"status", error.salesforce_status},
                                {"code", error.salesforce_code},
                                {"message", error.message}};
    }
    for (const auto& [name, value] : members) document[std::string(name)] = value;
  }
  Answer answer = Answer::json(json::write(document), status);
  answer.content_type = "application/problem+json";
  if (status == 401) answer.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"crosswalk\"");
  return answer;
}

Answer report_problem(std::string_view code, std::string_view message, const Report& report) {
  Error error = make_error(ErrorKind::bad_input, code, message);
  for (const Diagnostic& finding : report.diagnostics) {
    if (finding.severity != Severity::error) continue;
    error.message += " " + finding.message;
    error.path = finding.pointer;
    if (error.path.empty() && finding.position) {
      error.path =
          std::to_string(finding.position->line) + ":" + std::to_string(finding.position->column);
    }
    break;
  }
  Answer answer = problem(error);
  answer.body.pop_back();  // the closing brace
  answer.body += R"(,"report":)" + write_report(report) + "}";
  return answer;
}

Error make_error(ErrorKind kind, std::string_view code, std::string_view message,
                 std::string path) {
  Error error;
  error.kind = kind;
  error.code = code;
  error.message = message;
  error.path = std::move(path);
  return error;
}

Error not_found(std::string_view what) {
  return make_error(ErrorKind::not_found, std::string(what) + "NotFound",
                    "There is no such " + std::string(what) + ".");
}

Error missing(Error error, std::string_view what) {
  return error.kind == ErrorKind::not_found ? not_found(what) : error;
}

Error bad_member(std::string pointer, std::string message) {
  return make_error(ErrorKind::bad_input, "badMember", std::move(message), std::move(pointer));
}

Error bad_query(std::string_view name, std::string message) {
  return make_error(ErrorKind::bad_input, "badQuery", std::move(message), "?" + std::string(name));
}

}  // namespace crosswalk::api
