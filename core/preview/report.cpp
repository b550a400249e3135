#include "preview/report.hpp"

#include "diagnostic/report.hpp"

namespace crosswalk::preview {
namespace {

using diagnostic::append_json_string;

void append_member(std::string& out, std::string_view name, std::uint64_t number) {
  out += '"';
  out += name;
  out += "\":" + std::to_string(number);
}

void append_text_or_null(std::string& out, std::string_view text) {
  if (text.empty()) {
    out += "null";
  } else {
    append_json_string(out, text);
  }
}

void append_example(std::string& out, const Example& example) {
  out += "{";
  append_member(out, "row", example.row);
  out += ",\"value\":";
  if (example.value) {
    append_json_string(out, *example.value);
  } else {
    out += "null";
  }
  out += ",\"message\":";
  append_json_string(out, example.message);
  out += '}';
}

void append_finding(std::string& out, const Tally::Total& total) {
  out += "{\"code\":";
  append_json_string(out, total.subject.code);
  out += ",\"severity\":";
  append_json_string(out, diagnostic::severity_name(total.subject.severity));
  out += ",\"platform\":";
  append_text_or_null(out, total.subject.platform);
  out += ",\"salesforce\":";
  append_text_or_null(out, total.subject.salesforce);
  out += ',';
  append_member(out, "count", total.finding.count);
  out += ",\"examples\":[";
  bool first = true;
  for (const Example& example : total.finding.examples) {
    if (!first) out += ',';
    first = false;
    append_example(out, example);
  }
  out += "]}";
}

void append_measure(std::string& out, const Judge::Measured& measured) {
  const FieldMeasure& measure = measured.measure;
  out += "{\"salesforce\":";
  append_json_string(out, measured.salesforce);
  out += ',';
  append_member(out, "longest", measure.longest);
  out += ',';
  append_member(out, "longestRow", measure.longest_row);
  out += ',';
  append_member(out, "nulls", measure.nulls);
  out += ',';
  append_member(out, "absent", measure.absent);
  out += ',';
  append_member(out, "distinct", measure.distinct.count());
  out += ",\"distinctAtLeast\":";
  out += measure.distinct.full() ? "true" : "false";
  if (measured.number) {
    out += ',';
    append_member(out, "integerDigits", measure.integer_digits);
    out += ',';
    append_member(out, "fractionDigits", measure.fraction_digits);
  }
  out += '}';
}

}  // namespace

std::string write_preview(const Judge& judge, bool complete) {
  std::string out = "{";
  append_member(out, "rows", judge.rows());
  out += ',';
  append_member(out, "accepted", judge.rows() - judge.refused());
  out += ',';
  append_member(out, "refused", judge.refused());
  out += ",\"complete\":";
  out += complete ? "true" : "false";
  out += ",\"duplicates\":{\"exact\":";
  out += judge.seen().overflowed() ? "false" : "true";
  out += ',';
  append_member(out, "valuesMax", SeenValues::kMax);
  out += "},\"findings\":[";
  bool first = true;
  for (const Tally::Total& total : judge.tally().totals()) {
    if (!first) out += ',';
    first = false;
    append_finding(out, total);
  }
  out += "],\"fields\":[";
  first = true;
  for (const Judge::Measured& measured : judge.measures()) {
    if (!first) out += ',';
    first = false;
    append_measure(out, measured);
  }
  return out + "]}";
}

}  // namespace crosswalk::preview
