#include "compat/matrix.hpp"

#include "compat/policy.hpp"
#include "compat/rules.hpp"
#include "diagnostic/report.hpp"

namespace crosswalk::compat {
namespace {

using diagnostic::append_json_string;
using schema::PlatformType;

constexpr Way kWays[] = {Way::to_salesforce, Way::to_platform};

std::string_view way_name(Way way) {
  return way == Way::to_salesforce ? "toSalesforce" : "toPlatform";
}

void key(std::string& out, std::string_view name) {
  if (out.back() != '{') out += ',';
  append_json_string(out, name);
  out += ':';
}

void member(std::string& out, std::string_view name, std::string_view text) {
  key(out, name);
  append_json_string(out, text);
}

void open_item(std::string& out, char bracket) {
  if (out.back() != '[') out += ',';
  out += bracket;
}

// The members that a rule and a verdict share.
template <class Cell>
void cell_members(std::string& out, const Cell& cell) {
  member(out, "class", class_name(cell.cls));
  member(out, "reason", cell.reason);
  member(out, "loss", cell.loss);
  key(out, "remedies");
  out += '[';
  for (const Remedy& remedy : cell.remedies) {
    open_item(out, '{');
    if (!remedy.transform.empty()) member(out, "transform", remedy.transform);
    member(out, "advice", remedy.advice);
    out += '}';
  }
  out += ']';
}

template <class Cell>
std::string verdict_text(const Cell& cell) {
  std::string out = "{";
  cell_members(out, cell);
  if (!cell.note.empty()) member(out, "note", cell.note);
  return out + "}";
}

void write_columns(std::string& out) {
  key(out, "columns");
  out += '[';
  for (const Column column : columns()) {
    open_item(out, '{');
    member(out, "name", column_name(column));
    member(out, "kind", kind_name(column.kind));
    if (column.trait != Trait::none) member(out, "trait", trait_name(column.trait));
    member(out, "label", words(column));
    if (column.trait != Trait::none) {
      key(out, "notes");
      out += '{';
      for (const Way way : kWays) {
        const std::string_view note = note_of(column.trait, way);
        if (!note.empty()) member(out, way_name(way), note);
      }
      out += '}';
    }
    out += '}';
  }
  out += ']';
}

void write_rows(std::string& out) {
  key(out, "rows");
  out += '[';
  for (std::size_t i = 0; i < schema::platform_type_names().size(); ++i) {
    const auto type = static_cast<PlatformType>(i);
    open_item(out, '{');
    member(out, "type", schema::platform_type_name(type));
    member(out, "label", words(type));
    for (const Way way : kWays) {
      key(out, way_name(way));
      out += '[';
      for (const Column column : columns()) {
        if (out.back() != '[') out += ',';
        out += std::to_string(find_rule(letter_of(type, column, way)) - rules().data());
      }
      out += ']';
    }
    out += '}';
  }
  out += ']';
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
  key(out, "rules");
  out += '[';
  for (const Rule& rule : rules()) {
    open_item(out, '{');
    cell_members(out, rule);
    out += '}';
  }
  out += ']';
  write_columns(out);
  write_rows(out);
  write_policies(out);
  return out + "}";
}

}  // namespace crosswalk::compat
