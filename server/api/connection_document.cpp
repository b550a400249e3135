#include "api/connection_document.hpp"

#include <nlohmann/json.hpp>

#include "sync/documents.hpp"

namespace crosswalk::api {
namespace {

using nlohmann::ordered_json;

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

}  // namespace

std::string_view name_of(store::ConnectionKind kind) {
  return kind == store::ConnectionKind::primary ? "primary" : "personal";
}

std::string_view name_of(store::ConnectionState state) {
  switch (state) {
    case store::ConnectionState::pending:
      return "pending";
    case store::ConnectionState::active:
      return "active";
    case store::ConnectionState::needs_reauthorisation:
      return "needsReauthorisation";
    case store::ConnectionState::disconnected:
      break;
  }
  return "disconnected";
}

std::vector<std::string> split_scopes(std::string_view scopes) {
  std::vector<std::string> list;
  while (!scopes.empty()) {
    const std::size_t space = std::min(scopes.find(' '), scopes.size());
    if (space > 0) list.emplace_back(scopes.substr(0, space));
    scopes.remove_prefix(std::min(space + 1, scopes.size()));
  }
  return list;
}

std::string join_scopes(const std::vector<std::string>& scopes) {
  std::string text;
  for (const std::string& scope : scopes) text += (text.empty() ? "" : " ") + scope;
  return text;
}

ordered_json connection_document(const store::ConnectionRow& row) {
  const bool known = !row.org_id.empty();  // a pending connection has no org yet
  ordered_json document;
  document["id"] = row.id;
  document["app"] = row.app;
  document["kind"] = name_of(row.kind);
  document["user"] = text_or_null(row.user);
  document["state"] = name_of(row.state);
  document["cause"] = text_or_null(row.cause);
  document["orgId"] = text_or_null(row.org_id);
  document["orgName"] = text_or_null(row.org_name);
  document["edition"] = text_or_null(row.edition);
  document["sandbox"] = known ? ordered_json(row.sandbox) : ordered_json(nullptr);
  document["userId"] = text_or_null(row.user_id);
  document["username"] = text_or_null(row.username);
  document["instanceUrl"] = text_or_null(row.instance_url);
  document["apiVersion"] = text_or_null(row.api_version);
  document["scopes"] = split_scopes(row.scopes);
  if (row.limit.max > 0) {
    document["limit"]["used"] = row.limit.used;
    document["limit"]["max"] = row.limit.max;
    document["limit"]["at"] = sync::write_stamp(row.limit.at);
  } else {
    document["limit"] = nullptr;
  }
  return document;
}

bool is_route_name(std::string_view text) {
  if (text.empty() || text.size() > 120 || text.front() < 'a' || text.front() > 'z') return false;
  char before = 0;
  for (const char c : text) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_';
    if (!word && (c != '/' || before == '/')) return false;
    before = c;
  }
  return before != '/';
}

std::string route_location(std::string_view route_name) { return "/#/" + std::string(route_name); }

}  // namespace crosswalk::api
