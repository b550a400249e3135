#include "api/call.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "api/body.hpp"
#include "api/problem.hpp"
#include "net/http.hpp"

namespace crosswalk::api {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::string_view media_type_of(std::string_view header) {
  return trimmed(header.substr(0, header.find(';')));
}

bool accepts(std::string_view range, std::string_view media_type) {
  if (range == "*/*" || net::equals_ignoring_case(range, media_type)) return true;
  return range.ends_with("/*") && net::equals_ignoring_case(range.substr(0, range.size() - 1),
                                                            media_type.substr(0, range.size() - 1));
}

// Two or more digits at `at`, as a number; -1 when they are not all digits.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  if (at + count > text.size()) return -1;
  const char* begin = text.data() + at;
  const auto [end, failure] = std::from_chars(begin, begin + count, value);
  return failure == std::errc() && end == begin + count && *begin != '-' ? value : -1;
}

}  // namespace

std::optional<std::string> Call::query(std::string_view name) const {
  for (const auto& [field, value] : head().query) {
    if (field == name && !value.empty()) return value;
  }
  return std::nullopt;
}

Result<store::PageRequest> Call::page(std::size_t limit_default, std::size_t limit_max) const {
  store::PageRequest page{.after = query("after").value_or(""), .limit = limit_default};
  const auto limit = query("limit");
  if (!limit) return page;
  const char* end = limit->data() + limit->size();
  const auto [stop, failure] = std::from_chars(limit->data(), end, page.limit);
  if (failure != std::errc() || stop != end || page.limit < 1 || page.limit > limit_max) {
    return bad_query("limit", "This must be a number from 1 to " + std::to_string(limit_max) + ".");
  }
  return page;
}

Result<std::optional<std::int64_t>> Call::expected_version() const {
  const auto header = head().headers.get("If-Match");
  if (!header || trimmed(*header) == "*") return std::optional<std::int64_t>();
  std::string_view text = trimmed(*header);
  if (text.starts_with('"') && text.ends_with('"') && text.size() > 2) {
    text = text.substr(1, text.size() - 2);
  }
  std::int64_t version = 0;
  const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), version);
  if (failure == std::errc() && stop == text.data() + text.size() && version >= 0) {
    return std::optional<std::int64_t>(version);
  }
  return make_error(ErrorKind::bad_input, "badIfMatch", "If-Match must be a version, like \"7\".");
}

std::string_view Call::content_type() const {
  return media_type_of(head().headers.get("Content-Type").value_or(""));
}

Result<std::string_view> Call::wanted_media_type() const {
  std::string_view list = head().headers.get("Accept").value_or("*/*");
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    const std::string_view range = media_type_of(list.substr(0, comma));
    list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    for (const BodyShape& shape : route.response) {
      if (accepts(range, shape.media_type)) return shape.media_type;
    }
  }
  std::string offered;
  for (const BodyShape& shape : route.response) {
    offered += (offered.empty() ? "" : ", ") + std::string(shape.media_type);
  }
  return make_error(ErrorKind::bad_input, "notAcceptable", "This answers " + offered + ".");
}

Task<std::string> Call::document_body(std::size_t bytes_max) {
  if (!net::equals_ignoring_case(content_type(), "application/json")) {
    co_return make_error(ErrorKind::bad_input, "unsupportedMediaType",
                         "The body must be sent as Content-Type: application/json.");
  }
  co_return co_await exchange.body(bytes_max);
}

Task<nlohmann::ordered_json> Call::json_body() {
  auto text = co_await document_body(kRequestBytesMax);
  if (!text) co_return text.error();
  co_return parse_object(*text, kRequestBytesMax);
}

Task<nlohmann::ordered_json> Call::json_body_or_empty() {
  if (!content_type().empty()) co_return co_await json_body();
  auto text = co_await exchange.body(kRequestBytesMax);
  if (!text) co_return text.error();
  if (text->empty()) co_return nlohmann::ordered_json::object();
  co_return make_error(ErrorKind::bad_input, "unsupportedMediaType",
                       "The body must be sent as Content-Type: application/json.");
}

Result<void> check_name(std::string_view name) {
  const auto good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
  };
  if (!name.empty() && name.size() <= 64 && name.front() != '.' &&
      std::all_of(name.begin(), name.end(), good)) {
    return {};
  }
  return make_error(ErrorKind::bad_input, "badName",
                    "A name has 1 to 64 letters, digits, '.', '_' or '-', and does not begin "
                    "with '.'.");
}

Result<runtime::Stamp> parse_stamp(std::string_view name, std::string_view text) {
  using namespace std::chrono;
  const Error bad = bad_query(name, "This must be a stamp like 2026-11-22T13:30:00Z.");
  const bool shape = text.size() >= 20 && text.size() <= 32 && text[4] == '-' && text[7] == '-' &&
                     text[10] == 'T' && text[13] == ':' && text[16] == ':' && text.ends_with('Z');
  if (!shape) return bad;
  const year_month_day date{year(digits(text, 0, 4)),
                            month(static_cast<unsigned>(digits(text, 5, 2))),
                            day(static_cast<unsigned>(digits(text, 8, 2)))};
  const int hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
  if (!date.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
      second > 60) {
    return bad;
  }
  int thousandths = 0;
  if (text.size() > 20) {
    if (text[19] != '.' || text.size() < 22) return bad;
    for (std::size_t i = 20; i + 1 < text.size(); ++i) {
      const int digit = digits(text, i, 1);
      if (digit < 0) return bad;
      if (i < 23) thousandths += digit * (i == 20 ? 100 : i == 21 ? 10 : 1);
    }
  }
  return runtime::Stamp(sys_days(date).time_since_epoch() + hours(hour) + minutes(minute) +
                        seconds(second) + milliseconds(thousandths));
}

}  // namespace crosswalk::api
