#include "org/org.hpp"

#include <nlohmann/json.hpp>

#include "json/read.hpp"

namespace crosswalk::org {
namespace {

constexpr int kNewestVersion = 66, kOldestVersion = 31;
constexpr std::size_t kTargetBytesMax = 16'384;

// "v62.0" → 62; 0 when it is no version.
int version_number(const std::string& segment) {
  if (segment.size() < 4 || segment[0] != 'v' || !segment.ends_with(".0")) return 0;
  const auto number = read_integer(std::string_view(segment).substr(1, segment.size() - 3));
  return number && *number > 0 && *number < 1000 ? static_cast<int>(*number) : 0;
}

Response versions() {
  constexpr const char* kSeasons[] = {"Winter", "Spring", "Summer"};
  std::string body;
  for (int number = kOldestVersion; number <= kNewestVersion; ++number) {
    // Version 62 is Winter '25; three releases a year, and Winter carries the next year's name.
    const int releases = number - 62 + 3 * 25;
    body += (body.empty() ? "" : ",") + ("{\"label\":\"" + std::string(kSeasons[releases % 3])) +
            " '" + std::to_string(releases / 3) + "\",\"url\":\"/services/data/v" +
            std::to_string(number) + ".0\",\"version\":\"" + std::to_string(number) + ".0\"}";
  }
  return json_response(200, "[" + body + "]");
}

std::string bearer(const Request& request, const Target& target) {
  const std::string header = request.header("authorization");
  for (const char* scheme : {"Bearer ", "OAuth "})
    if (header.starts_with(scheme)) return header.substr(std::string_view(scheme).size());
  return target.parameter("oauth_token");
}

}  // namespace

std::string organization_id() { return id_of("00D", 1); }
std::string user_id() { return id_of("005", 1); }

Org::Org(Schema schema, OrgOptions options, Now now)
    : schema_(std::move(schema)),
      store_(schema_),
      now_(std::move(now)),
      login_(
          [&] {
            options.login.organization_id = organization_id();
            options.login.user_id = user_id();
            return options.login;
          }(),
          [this] { return now_ms(); }),
      api_(store_, faults_, stats_, user_id(), [this] { return now_ms() / 1000; }) {
  faults_.limit_max = options.daily_limit;
  fill(store_, options.seed, options.contacts, now_ms() / 1000);
}

Response Org::handle(const Request& request) {
  const Target target = take_apart(request.target);
  Response out =
      request.target.size() > kTargetBytesMax
          ? error_response(414, {"URI_TOO_LONG", "The URI is longer than 16,384 bytes", {}})
          : route(request, target);
  out.headers.emplace_back("Date", format_http_date(now_ms() / 1000));
  return out;
}

Response Org::route(const Request& request, const Target& target) {
  const auto& path = target.segments;
  const auto is = [&](std::initializer_list<const char*> names) {
    return path.size() == names.size() && std::equal(path.begin(), path.end(), names.begin());
  };
  if (!path.empty() && path[0] == "__org") return control(request, target);
  if (is({"services", "oauth2", "authorize"})) return login_.authorize(target);
  if (is({"services", "oauth2", "authorize", "decision"}) && request.method == "POST")
    return login_.decide(request);
  if (is({"services", "oauth2", "token"})) return login_.token(request);
  if (is({"services", "oauth2", "revoke"})) return login_.revoke(request, target);
  if (is({"services", "oauth2", "introspect"}) && request.method == "POST")
    return login_.introspect(request);
  if (is({"services", "oauth2", "userinfo"})) return identity(request, target, true);
  if (path.size() == 3 && path[0] == "id") return identity(request, target, false);
  if (is({"services", "data"})) return versions();
  if (path.size() >= 3 && path[0] == "services" && path[1] == "data") return data(request, target);
  return html_response(404, "URL No Longer Exists", "<h1>URL No Longer Exists</h1>");
}

Response Org::data(const Request& request, const Target& target) {
  const int version = version_number(target.segments[2]);
  if (version == 0 || version > kNewestVersion) return not_found();
  if (version < kOldestVersion)
    return error_response(410,
                          {"UNSUPPORTED_API_VERSION", "The requested API version is retired", {}});
  const std::string header = request.header("authorization");
  if (!header.empty() && !header.starts_with("Bearer ") && !header.starts_with("OAuth "))
    return error_response(401, {"INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE", {}});
  if (!login_.is_valid(bearer(request, target))) {
    Response out = error_response(401, {"INVALID_SESSION_ID", "Session expired or invalid", {}});
    out.headers.emplace_back("WWW-Authenticate", "Token");
    return out;
  }
  if (faults_.api_disabled)
    return error_response(
        403, {"API_DISABLED_FOR_ORG", "The REST API is not enabled for this Organization.", {}});
  if (faults_.limit_used >= faults_.limit_max)
    return error_response(403, {"REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.", {}});
  DataCall call{request,
                target,
                std::to_string(version) + ".0",
                {target.segments.begin() + 3, target.segments.end()}};
  Response out;
  if (faults_.refuse_count > 0) {
    --faults_.refuse_count;
    call.kind = "refused";
    out = error_response(faults_.refuse_status, {faults_.refuse_code, faults_.refuse_message, {}});
  } else {
    out = api_.handle(call);
  }
  spend_call(call, out);
  return out;
}

void Org::spend_call(const DataCall& call, Response& answer) {
  ++stats_.calls[call.kind];
  ++faults_.limit_used;
  answer.headers.emplace_back(
      "Sforce-Limit-Info",
      "api-usage=" + std::to_string(faults_.limit_used) + "/" + std::to_string(faults_.limit_max));
  if (faults_.lose_count > 0 && call.request.target.find(faults_.lose_path) != std::string::npos) {
    --faults_.lose_count;
    answer.drop = true;
  }
  if (faults_.delay_count > 0) {
    --faults_.delay_count;
    answer.delay_ms = faults_.delay_ms;
  }
}

Response Org::identity(const Request& request, const Target& target, bool userinfo) {
  if (!login_.is_valid(bearer(request, target))) {
    Response out;
    out.status = 403;
    out.body = "Bad_OAuth_Token";
    out.headers.emplace_back("Content-Type", "text/html;charset=UTF-8");
    return out;
  }
  nlohmann::ordered_json body;
  const std::string &base = login_.base(), id = base + "/id/" + organization_id() + "/" + user_id();
  nlohmann::ordered_json urls;
  for (const char* name : {"sobjects", "query", "search", "recent"})
    urls[name] = base + "/services/data/v{version}/" + name + "/";
  urls["rest"] = base + "/services/data/v{version}/";
  if (userinfo) body["sub"] = id;
  body["id"] = id;
  body["asserted_user"] = true;
  body["user_id"] = user_id();
  body["organization_id"] = organization_id();
  body[userinfo ? "preferred_username" : "username"] = "integration@lumen-events.example";
  body[userinfo ? "nickname" : "nick_name"] = "integration";
  body[userinfo ? "name" : "display_name"] = "Ida Integration";
  body["email"] = "integration@lumen-events.example";
  body["email_verified"] = true;
  body[userinfo ? "given_name" : "first_name"] = "Ida";
  body[userinfo ? "family_name" : "last_name"] = "Integration";
  body[userinfo ? "zoneinfo" : "timezone"] = "Europe/Berlin";
  body["urls"] = urls;
  body["active"] = true;
  body["user_type"] = "STANDARD";
  body["language"] = "en_US";
  body["locale"] = "en_US";
  body["utcOffset"] = 3'600'000;
  body["is_salesforce_integration_user"] = true;
  return json_response(200, json::write(body));
}

std::string Org::stats() const {
  nlohmann::ordered_json out;
  std::uint64_t total = 0;
  out["calls"] = nlohmann::ordered_json::object();
  for (const auto& [kind, count] : stats_.calls) {
    out["calls"][kind] = count;
    total += count;
  }
  out["total"] = total;
  out["records"] = {{"created", stats_.records_created},
                    {"updated", stats_.records_updated},
                    {"deleted", stats_.records_deleted},
                    {"refused", stats_.records_refused}};
  return json::write(out);
}

// The tests' own door; Salesforce has no such thing.
Response Org::control(const Request& request, const Target& target) {
  const std::string what = target.segments.size() == 2 ? target.segments[1] : "";
  const bool post = request.method == "POST";
  if (what == "stats" && request.method == "GET") return json_response(200, stats());
  if (what == "stats" && request.method == "DELETE") {
    stats_ = {};
    return json_response(204, "");
  }
  if (what == "token" && post)
    return json_response(201, "{\"instanceUrl\":\"" + login_.base() + "\",\"accessToken\":\"" +
                                  login_.open_session() + "\"}");
  if (what == "expire-tokens" && post)
    login_.expire_access_tokens();
  else if (what == "revoke-everything" && post)
    login_.revoke_everything();
  else if (what == "faults" && post) {
    auto body = read_body(request);
    if (auto* refusal = std::get_if<Response>(&body)) return std::move(*refusal);
    if (const std::string problem = set_faults(faults_, std::get<nlohmann::ordered_json>(body));
        !problem.empty())
      return error_response(400, {"INVALID_FAULT", problem, {}});
  } else if (what == "faults" && request.method == "DELETE") {
    Faults fresh;
    fresh.limit_max = faults_.limit_max;
    fresh.limit_used = faults_.limit_used;
    fresh.clock_offset_s = faults_.clock_offset_s;
    faults_ = fresh;
  } else {
    return not_found();
  }
  return json_response(204, "");
}

}  // namespace crosswalk::org
