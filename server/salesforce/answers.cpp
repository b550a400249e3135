#include "salesforce/answers.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "json/read.hpp"
#include "salesforce/errors.hpp"

namespace crosswalk::salesforce {
namespace {

constexpr json::Limits kErrorLimits{.depth_max = 32, .nodes_max = 10'000, .bytes_max = 1u << 20};

bool may_pass(int status) { return status == 420 || status == 429 || status >= 500; }

ErrorKind kind_of(int status, const ErrorRow& row) {
  if (row.kind == ErrorClass::transient || row.kind == ErrorClass::throttle)
    return ErrorKind::unavailable;
  if (status == 401) return ErrorKind::unauthorised;
  if (status == 404) return ErrorKind::not_found;
  return may_pass(status) ? ErrorKind::unavailable : ErrorKind::refused;
}

// Without a body that can be read only the status speaks. A good status with a page of something
// else comes from a gateway and may pass.
ErrorKind kind_of(int status) {
  if (status == 401) return ErrorKind::unauthorised;
  if (status == 404) return ErrorKind::not_found;
  return may_pass(status) || status < 300 ? ErrorKind::unavailable : ErrorKind::refused;
}

std::string not_json_message(int status) {
  if (status == 503) return "Salesforce answered with a maintenance page.";
  if (status == 404) return "Nothing of Salesforce answers at this address.";
  if (status >= 300 && status < 400)
    return "Salesforce sent us to another page: the address is no API.";
  return "The answer is not JSON: something between here and Salesforce gave a page of its own.";
}

Error base_error(int status) {
  return Error{.kind = kind_of(status),
               .code = std::string(kNotJson),
               .path = "",
               .message = not_json_message(status),
               .salesforce_status = status,
               .salesforce_code = ""};
}

std::vector<std::string> read_texts(const nlohmann::ordered_json* list) {
  std::vector<std::string> texts;
  if (list == nullptr || !list->is_array()) return texts;
  for (const auto& entry : *list) {
    if (entry.is_string()) texts.push_back(entry.get<std::string>());
  }
  return texts;
}

std::optional<WriteAnswer> read_item(const nlohmann::ordered_json& item) {
  const auto* success = json::member(item, "success");
  if (success == nullptr || !success->is_boolean()) return std::nullopt;
  WriteAnswer answer;
  answer.success = success->get<bool>();
  // A failed upsert says created:true for what it would have created.
  answer.created = answer.success && json::truth_member(item, "created");
  answer.id = answer.success ? long_record_id(json::text_member(item, "id")) : std::string();
  if (answer.success) return answer.id.empty() ? std::nullopt : std::optional(answer);
  const auto* errors = json::member(item, "errors");
  if (errors == nullptr || !errors->is_array() || errors->empty()) return std::nullopt;
  const auto& first = errors->front();
  answer.code = json::text_member(first, "statusCode", json::text_member(first, "errorCode"));
  answer.message = json::text_member(first, "message");
  answer.fields = read_texts(json::member(first, "fields"));
  return answer;
}

Error lost(std::string message) {
  return Error{.kind = ErrorKind::unavailable,
               .code = std::string(kAnswerLost),
               .path = "",
               .message = std::move(message),
               .salesforce_status = 200,
               .salesforce_code = ""};
}

}  // namespace

Error read_error(int status, const net::Headers& headers, std::string_view body) {
  const auto type = headers.get("Content-Type");
  if (type && type->find("html") != std::string_view::npos) return base_error(status);
  const auto tree = json::read(body, kErrorLimits);
  if (!tree) return base_error(status);
  Error error = base_error(status);
  error.code = std::string(kRefused);
  if (status == 300) {
    error.kind = ErrorKind::conflict;
    error.salesforce_code = "DUPLICATE_EXTERNAL_ID";
    error.message = "Several Salesforce records hold this key.";
    return error;
  }
  const auto* first = tree->is_array() && !tree->empty() ? &tree->front() : &*tree;
  if (!first->is_object()) return base_error(status);
  error.salesforce_code =
      json::text_member(*first, "errorCode", json::text_member(*first, "error"));
  error.message =
      json::text_member(*first, "message", json::text_member(*first, "error_description"));
  if (error.salesforce_code.empty()) return base_error(status);
  error.kind = kind_of(status, error_row(error.salesforce_code, error.message));
  return error;
}

Result<std::vector<WriteAnswer>> read_collection(std::string_view body, std::size_t records) {
  const auto tree = json::read(body, {.depth_max = 32, .nodes_max = 200'000});
  if (!tree || !tree->is_array()) return lost("The answer to a collection cannot be read.");
  if (tree->size() != records) return lost("The answer to a collection has another length.");
  std::vector<WriteAnswer> answers;
  answers.reserve(records);
  for (const auto& item : *tree) {
    auto answer = read_item(item);
    if (!answer) return lost("An entry of the answer to a collection cannot be read.");
    answers.push_back(std::move(*answer));
  }
  return answers;
}

std::optional<ApiUsage> read_usage(std::string_view header) {
  constexpr std::string_view kName = "api-usage=";
  std::size_t at = header.find(kName);
  // per-app-api-usage= ends in the same letters: take the name only at the start of an entry.
  while (at != std::string_view::npos && at > 0 && header[at - 1] == '-')
    at = header.find(kName, at + 1);
  if (at == std::string_view::npos) return std::nullopt;
  const char* const end = header.data() + header.size();
  ApiUsage usage;
  const auto used = std::from_chars(header.data() + at + kName.size(), end, usage.used);
  if (used.ec != std::errc() || used.ptr == end || *used.ptr != '/') return std::nullopt;
  const auto max = std::from_chars(used.ptr + 1, end, usage.max);
  if (max.ec != std::errc() || usage.used < 0 || usage.max <= 0) return std::nullopt;
  return usage;
}

Result<ApiUsage> read_limits(std::string_view body) {
  const auto tree = json::read(body, kErrorLimits);
  const auto* daily = tree ? json::member(*tree, "DailyApiRequests") : nullptr;
  if (daily == nullptr || !daily->is_object()) {
    return Error{.kind = ErrorKind::unavailable,
                 .code = std::string(kNotJson),
                 .path = "",
                 .message = "Salesforce's limits do not name the daily API requests.",
                 .salesforce_status = 200,
                 .salesforce_code = ""};
  }
  const auto max = json::integer_member(*daily, "Max");
  return ApiUsage{.used = max - json::integer_member(*daily, "Remaining", max), .max = max};
}

bool is_record_id(std::string_view id) {
  if (id.size() != 15 && id.size() != 18) return false;
  return std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

bool same_record_id(std::string_view left, std::string_view right) {
  return is_record_id(left) && is_record_id(right) && left.substr(0, 15) == right.substr(0, 15);
}

std::string long_record_id(std::string_view id) {
  if (id.size() != 15 || !is_record_id(id)) return std::string(id);
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  std::string longer(id);
  // Each group of five gives one character: bit n says that its letter n is a capital.
  for (std::size_t group = 0; group < 3; ++group) {
    std::size_t bits = 0;
    for (std::size_t i = 0; i < 5; ++i) {
      const char c = id[group * 5 + i];
      if (c >= 'A' && c <= 'Z') bits |= std::size_t{1} << i;
    }
    longer += kDigits[bits];
  }
  return longer;
}

}  // namespace crosswalk::salesforce
