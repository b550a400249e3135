#include "org/field_rules.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "json/read.hpp"

namespace crosswalk::org {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::int64_t kFirstDay = -98'615;  // 1700-01-01
constexpr std::int64_t kLastDay = 741'807;   // 4000-12-31
constexpr std::size_t kEmailNameMax = 64;

Refusal refusal(std::string code, std::string message, const Field& field) {
  return {std::move(code), std::move(message), {field.name}};
}

const char* token_name(const Json& json) {
  switch (json.type()) {
    case Json::value_t::object:
      return "START_OBJECT";
    case Json::value_t::array:
      return "START_ARRAY";
    case Json::value_t::string:
      return "VALUE_STRING";
    case Json::value_t::boolean:
      return json.get<bool>() ? "VALUE_TRUE" : "VALUE_FALSE";
    case Json::value_t::number_float:
      return "VALUE_NUMBER_FLOAT";
    case Json::value_t::null:
      return "VALUE_NULL";
    default:
      return "VALUE_NUMBER_INT";
  }
}

// A scalar as text; Salesforce's reader takes "12" for 12 and 12 for "12".
std::optional<std::string> scalar(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_boolean()) return json.get<bool>() ? "true" : "false";
  if (json.is_number()) return json.dump();
  return std::nullopt;
}

Accepted accept_truth(const Field&, const Json& json) {
  if (json.is_boolean()) return Value(json.get<bool>());
  const std::string text = json.is_string() ? lower(json.get<std::string>()) : "";
  if (text == "true") return Value(true);
  if (text == "false") return Value(false);
  return wrong_type("boolean", json);
}

Refusal out_of_range(const Field& field, const std::string& number) {
  return refusal("NUMBER_OUTSIDE_VALID_RANGE",
                 field.label + ": value outside of valid range on numeric field: " + number, field);
}

Accepted accept_integer(const Field& field, const Json& json) {
  const auto text = scalar(json);
  const auto number = text && !json.is_boolean() ? read_integer(*text) : std::nullopt;
  if (!number) return wrong_type("int", json);
  const bool narrow = field.type_name == "int";
  if (narrow && (*number > 2'147'483'647 || *number < -2'147'483'648LL))
    return wrong_type("int", json);
  const std::string written = std::to_string(*number);
  if (narrow && field.digits > 0 && written.size() - (*number < 0 ? 1 : 0) > field.digits)
    return out_of_range(field, written);
  return Value(*number);
}

// How far a part of an address or a geolocation goes either way; nothing for other numbers.
std::optional<double> coordinate_limit(const Field& field) {
  const std::string name = lower(field.name);
  if (field.compound.empty()) return std::nullopt;
  if (name.ends_with("latitude") || name.ends_with("latitude__s")) return 90;
  if (name.ends_with("longitude") || name.ends_with("longitude__s")) return 180;
  return std::nullopt;
}

// The decimal that is written rounds, not the double nearest to it: 9.995 becomes 10.00.
double rounded(double number, std::size_t scale) {
  char text[400];
  const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::fixed);
  std::string digits(text, end.ptr);
  const auto point = digits.find('.');
  if (point == std::string::npos || digits.size() - point - 1 <= scale) return number;
  const bool up = digits[point + 1 + scale] >= '5';
  digits.resize(point + 1 + scale);
  const double step = std::pow(10.0, -static_cast<double>(scale));
  const double cut = *read_double(digits.back() == '.' ? digits + "0" : digits);
  if (!up) return cut;
  const double risen = std::signbit(number) ? cut - step : cut + step;
  char kept[400];  // without the noise of the addition
  const auto kept_end = std::to_chars(kept, kept + sizeof kept, risen, std::chars_format::fixed,
                                      static_cast<int>(scale));
  return *read_double({kept, kept_end.ptr});
}

Accepted accept_number(const Field& field, const Json& json) {
  const auto text = scalar(json);
  auto number = text && !json.is_boolean() ? read_double(*text) : std::nullopt;
  if (!number) return wrong_type("double", json);
  *number = rounded(*number, field.scale);
  const int whole_digits = static_cast<int>(field.precision) - static_cast<int>(field.scale);
  const auto limit = coordinate_limit(field);
  if ((field.precision > 0 && std::fabs(*number) >= std::pow(10.0, whole_digits)) ||
      (limit && std::fabs(*number) > *limit))
    return out_of_range(field, java_double(*number));
  return Value(*number);
}

Accepted accept_moment(const Field& field, const Json& json) {
  const std::string text = json.is_string() ? json.get<std::string>() : "";
  const bool date = field.type == FieldType::date;
  std::optional<std::int64_t> value;
  if (date) value = read_date(text);
  if (field.type == FieldType::datetime) value = read_datetime(text);
  if (field.type == FieldType::time) value = read_time(text);
  if (!value) return wrong_type(field.type_name, json);
  if (field.type == FieldType::time) return Value(*value);
  const std::int64_t scale = date ? 1 : 86'400;
  if (*value < kFirstDay * scale || *value >= (kLastDay + 1) * scale)
    return refusal("FIELD_INTEGRITY_EXCEPTION", field.label + ": invalid date: " + text, field);
  return Value(*value);
}

Refusal too_long(const Field& field, const std::string& text) {
  return refusal("STRING_TOO_LONG",
                 field.label + ": data value too large: " + text +
                     " (max length=" + std::to_string(field.length) + ")",
                 field);
}

// External and indirect lookups hold a text, not an id, that names a record elsewhere.
bool holds_foreign_key(const Field& field) {
  return field.extra == "externallookup" || field.extra == "indirectlookup";
}

Accepted accept_reference(const RecordStore& store, const Field& field, const std::string& text) {
  const auto id = read_id(text);
  if (!id)
    return refusal("MALFORMED_ID", field.label + ": id value of incorrect type: " + text, field);
  bool known_target = false, right_type = field.reference_to.empty();
  for (const std::string& target : field.reference_to) {
    const Object* object = store.schema().find(target);
    known_target = known_target || object;
    right_type = right_type || !object || id->starts_with(object->key_prefix);
  }
  if (!right_type)
    return refusal("MALFORMED_ID", field.label + ": id value of incorrect type: " + text, field);
  const auto found = store.resolve(*id);
  const bool checkable = known_target && store.schema().by_prefix(*id);
  if (checkable && !found)
    return refusal("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", field);
  if (found && found->table->is_deleted(found->row))
    return refusal("ENTITY_IS_DELETED", "entity is deleted", field);
  return text_value(*id);
}

const PicklistValue* find_value(const Field& field, const std::string& text) {
  const std::string wanted = lower(text);
  for (const PicklistValue& value : field.values)
    if (value.active && lower(value.value) == wanted) return &value;
  return nullptr;
}

Refusal bad_picklist(const Field& field, const std::string& text) {
  return refusal("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                 field.label + ": bad value for restricted picklist field: " + text, field);
}

// Values are kept in the order of their definition, each once; unknown ones follow.
Accepted accept_multipicklist(const Field& field, const std::string& text) {
  std::vector<std::string> chosen;
  for (std::size_t start = 0; start <= text.size();) {
    const auto end = std::min(text.find(';', start), text.size());
    const std::string item = trimmed(std::string_view(text).substr(start, end - start));
    start = end + 1;
    if (item.empty()) continue;
    const PicklistValue* known = find_value(field, item);
    if (!known && field.restricted) return bad_picklist(field, item);
    const std::string& value = known ? known->value : item;
    if (std::find(chosen.begin(), chosen.end(), value) == chosen.end()) chosen.push_back(value);
  }
  const auto place = [&](const std::string& value) {
    return std::find_if(field.values.begin(), field.values.end(),
                        [&](const auto& known) { return known.value == value; });
  };
  std::stable_sort(chosen.begin(), chosen.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  std::string joined;
  for (const std::string& value : chosen) joined += (joined.empty() ? "" : ";") + value;
  if (field.length > 0 && utf16_length(joined) > field.length) return too_long(field, joined);
  return text_value(joined);
}

// Letters, digits and hyphens between dots, two labels at least.
bool is_host(std::string_view host) {
  std::size_t labels = 0;
  while (true) {
    const std::string_view label = host.substr(0, host.find('.'));
    if (label.empty() || label.front() == '-' || label.back() == '-') return false;
    for (const char c : label) {
      const bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c >= '0' && c <= '9') || c == '-' || static_cast<unsigned char>(c) >= 0x80;
      if (!good) return false;
    }
    ++labels;
    if (label.size() == host.size()) return labels > 1 && label.size() > 1;
    host.remove_prefix(label.size() + 1);
  }
}

// As the standard says (RFC 5321 and 5322: a name of at most 64 characters), but that Salesforce
// lets dots stand side by side and at the end of the name (its help, article 000384328).
bool is_email(const std::string& text) {
  const auto at = text.find('@');
  if (at == 0 || at == text.npos || at > kEmailNameMax || text.front() == '.') return false;
  for (const char c : std::string_view(text).substr(0, at))
    if (static_cast<unsigned char>(c) <= ' ' || c == 0x7F ||
        std::string_view("()<>,;:\\\"[]").find(c) != std::string_view::npos)
      return false;
  return is_host(std::string_view(text).substr(at + 1));
}

// Without the characters that XML 1.0 does not have, and without blanks at the ends.
std::string kept_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool blank = c == '\t' || c == '\n' || c == '\r';
    if (static_cast<unsigned char>(c) < 0x20 && !blank) continue;
    if (text.substr(i).starts_with("\uFFFE") || text.substr(i).starts_with("\uFFFF")) {
      i += 2;
      continue;
    }
    out += c;
  }
  return trimmed(out);
}

// Salesforce drops scripts and handlers from a rich text.
std::string sanitised(std::string text) {
  const auto cut = [&text](std::string_view start, std::string_view end) {
    for (std::size_t at; (at = lower(text).find(start)) != text.npos;) {
      const auto close = lower(text).find(end, at + start.size());
      text.erase(at, close == text.npos ? text.npos : close + end.size() - at);
    }
  };
  cut("<script", "</script>");
  cut(" onclick=\"", "\"");
  cut(" onerror=\"", "\"");
  return text;
}

Accepted accept_text(const Field& field, const std::string& text) {
  if (text.empty()) return Value();
  if (utf16_length(text) > field.length && field.length > 0) return too_long(field, text);
  if (field.type == FieldType::email && !is_email(text))
    return refusal("INVALID_EMAIL_ADDRESS", field.label + ": invalid email address: " + text,
                   field);
  if (field.html) return text_value(sanitised(text));
  if (field.type != FieldType::picklist) return text_value(text);
  if (const PicklistValue* known = find_value(field, text)) return text_value(known->value);
  if (field.restricted) return bad_picklist(field, text);
  return text_value(text);
}

}  // namespace

Refusal wrong_type(const std::string& wanted, const Json& json) {
  std::string message = "Cannot deserialize instance of " + wanted + " from " + token_name(json);
  if (const auto text = scalar(json)) message += " value " + *text;
  return {"JSON_PARSER_ERROR",
          message + " or request may be missing a required field at [line:1, column:1]",
          {}};
}

Accepted accept(const RecordStore& store, const Field& field, const Json& json) {
  if (field.type == FieldType::boolean) return accept_truth(field, json);
  if (json.is_null()) return Value();
  const auto text = scalar(json);
  if (!text) return wrong_type(field.type_name, json);
  if (trimmed(*text).empty()) return Value();
  switch (field.type) {
    case FieldType::integer:
      return accept_integer(field, json);
    case FieldType::number:
      return accept_number(field, json);
    case FieldType::date:
    case FieldType::datetime:
    case FieldType::time:
      return accept_moment(field, json);
    case FieldType::reference:
      if (holds_foreign_key(field)) return accept_text(field, kept_text(*text));
      return accept_reference(store, field, trimmed(*text));
    case FieldType::multipicklist:
      return accept_multipicklist(field, kept_text(*text));
    default:
      return accept_text(field, kept_text(*text));
  }
}

}  // namespace crosswalk::org
