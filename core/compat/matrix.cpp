#include "compat/matrix.hpp"

#include <map>
#include <utility>

#include "compat/policy.hpp"
#include "compat/rules.hpp"
#include "diagnostic/report.hpp"

namespace crosswalk::compat {
namespace {

using diagnostic::append_json_string;
using schema::PlatformType;

void key(std::string& out, std::string_view name) {
  if (out.back() != '{') out += ',';
  append_json_string(out, name);
  out += ':';
}

// An empty text says nothing, and its member is left out.
void member(std::string& out, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  key(out, name);
  append_json_string(out, text);
}

void open_item(std::string& out, char bracket) {
  if (out.back() != '[') out += ',';
  out += bracket;
}

template <class AnyVerdict>
std::string verdict_text(const AnyVerdict& verdict) {
  std::string out = "{";
  member(out, "class", class_name(verdict.cls));
  member(out, "reason", verdict.reason);
  member(out, "loss", verdict.loss);
  member(out, "note", verdict.note);
  if (!verdict.remedies.empty()) {
    key(out, "remedies");
    out += '[';
    for (const Remedy& remedy : verdict.remedies) {
      open_item(out, '{');
      key(out, "transform");
      append_json_string(out, remedy.transform);
      member(out, "advice", remedy.advice);
      out += '}';
    }
    out += ']';
  }
  return out + "}";
}

void write_sides(std::string& out) {
  key(out, "platformTypes");
  out += '[';
  for (std::size_t i = 0; i < schema::platform_type_names().size(); ++i) {
    open_item(out, '{');
    member(out, "name", schema::platform_type_names()[i]);
    member(out, "label", words(static_cast<PlatformType>(i)));
    out += '}';
  }
  out += ']';
  key(out, "columns");
  out += '[';
  for (const Column column : columns()) {
    open_item(out, '{');
    member(out, "name", column_name(column));
    member(out, "kind", kind_name(column.kind));
    member(out, "trait", trait_name(column.trait));
    member(out, "label", words(column));
    out += '}';
  }
  out += ']';
}

// The rows of one way; a verdict that is new gets the next number. What it says depends on its
// letter and its note alone.
std::string rows(Way way, std::map<std::pair<char, std::string_view>, std::size_t>& numbers,
                 std::string& verdicts) {
  std::string out = "[";
  for (std::size_t type = 0; type < schema::platform_type_names().size(); ++type) {
    open_item(out, '[');
    for (const Column column : columns()) {
      const auto platform = static_cast<PlatformType>(type);
      const std::pair key(letter_of(platform, column, way), note_of(column.trait, way));
      const auto [place, fresh] = numbers.emplace(key, numbers.size());
      if (fresh) {
        if (verdicts.back() != '[') verdicts += ',';
        verdicts += verdict_text(verdict(platform, column, way));
      }
      if (out.back() != '[') out += ',';
      out += std::to_string(place->second);
    }
    out += ']';
  }
  return out + ']';
}

void write_policies(std::string& out) {
  key(out, "policies");
  out += '[';
  for (const Policy& policy : policies()) {
    open_item(out, '{');
    member(out, "name", policy.name);
    key(out, "allowed");
    out += '[';
    for (const AllowedPair& pair : policy.allowed) {
      open_item(out, '[');
      append_json_string(out, schema::platform_type_name(pair.platform));
      out += ',';
      append_json_string(out, kind_name(pair.salesforce));
      out += ']';
    }
    out += ']';
    key(out, "exempt");
    out += '[';
    for (const std::string_view name : policy.exempt) {
      if (out.back() != '[') out += ',';
      append_json_string(out, name);
    }
    out += ']';
    key(out, "textUnitsMax");
    out += std::to_string(policy.text_units_max) + "}";
  }
  out += ']';
}

}  // namespace

std::string write_verdict(const Verdict& verdict) { return verdict_text(verdict); }
std::string write_verdict(const FieldVerdict& verdict) { return verdict_text(verdict); }

std::string write_matrix() {
  std::string out = "{";
  write_sides(out);
  std::map<std::pair<char, std::string_view>, std::size_t> numbers;
  std::string verdicts = "[";
  const std::string to_salesforce = rows(Way::to_salesforce, numbers, verdicts);
  const std::string to_platform = rows(Way::to_platform, numbers, verdicts);
  key(out, "verdicts");
  out += verdicts + "]";
  key(out, "toSalesforce");
  out += to_salesforce;
  key(out, "toPlatform");
  out += to_platform;
  write_policies(out);
  return out + "}";
}

}  // namespace crosswalk::compat
