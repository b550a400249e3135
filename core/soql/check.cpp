#include "soql/check.hpp"

#include <cstdint>
#include <utility>

#include "diagnostic/codes/soql.hpp"
#include "diagnostic/fixes.hpp"
#include "diagnostic/report.hpp"
#include "diagnostic/utf8.hpp"
#include "soql/checker.hpp"
#include "soql/literal.hpp"

namespace crosswalk::soql {

Finding& Findings::add(const diagnostic::Code& code, Span span, std::string message,
                       std::string_view cause) {
  const bool full = kept.size() == kMost;
  if (full && code.severity == Severity::error) ++errors_left_out;
  if (full && code.severity == Severity::warning) ++warnings_left_out;
  Finding& out = full ? spare_ : kept.emplace_back();
  out.code = &code;
  out.span = span;
  out.message = std::move(message);
  out.cause = cause.empty() ? code.cause : cause;
  return out;
}

namespace {

constexpr std::size_t kUrlBytesMax = 16'384;
constexpr std::string_view kUrl =
    "https://my-company.my.salesforce.com/services/data/v62.0/query?q=";

std::size_t url_bytes(std::string_view text) {
  std::size_t out = kUrl.size();
  for (const char c : text) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '-' || c == '_' || c == '.' || c == '~' || c == ' ';
    out += plain ? 1 : 3;
  }
  return out;
}

void add_reading(const Reading& reading, bool failed, Findings& findings) {
  for (const ApexOnly& one : reading.apex_only)
    findings.add(codes::kSoqlApexOnly, one.span,
                 concat({one.what, ": Apex reads it, the REST API refuses it."}), {});
  if (!failed) return;
  const Fault& fault = reading.fault;
  findings.add(*fault.code, fault.span, concat({fault.message, "."}), {}).mend = fault.mend;
}

// Their numbers in the order of the text. They come nearly so, and are not many.
std::vector<std::uint16_t> in_order(const std::vector<Finding>& findings) {
  std::vector<std::uint16_t> out(findings.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    std::size_t at = i;
    for (; at > 0 && findings[out[at - 1]].span.offset > findings[i].span.offset; --at)
      out[at] = out[at - 1];
    out[at] = static_cast<std::uint16_t>(i);
  }
  return out;
}

TextEdit edit_of(std::string_view text, const Mend& mend) {
  return {diagnostic::utf16_length(text.substr(0, mend.span.offset)),
          diagnostic::utf16_length(text.substr(mend.span.offset, mend.span.length)), mend.text};
}

Diagnostic made(const Finding& finding) {
  return diagnostic::make(*finding.code, {}, finding.message, std::string(finding.cause));
}

// A text that is not UTF-8 has no places that could be counted.
bool is_readable(std::string_view text, Report& report, const std::string& pointer) {
  if (diagnostic::find_invalid_utf8(text) == text.size()) return true;
  report.add(diagnostic::make(codes::kSoqlSyntax, pointer, "The text is not UTF-8.",
                              "Salesforce reads queries as UTF-8."));
  return false;
}

}  // namespace

Report check(std::string_view text, const schema::SalesforceSchema* schema) {
  Report report;
  if (!is_readable(text, report, {})) return report;
  Findings findings;
  Reading reading;
  const auto query = parse(text, &reading);
  add_reading(reading, !query, findings);
  if (query) {
    Checker(text, schema, findings).query(*query);
    if (const std::size_t bytes = url_bytes(text); bytes > kUrlBytesMax)
      findings.add(codes::kSoqlUrlTooLong, {},
                   concat({"In a URL this query takes ", std::to_string(bytes),
                           " bytes; 16,384 are allowed."}),
                   {});
  }
  for (const std::uint16_t number : in_order(findings.kept)) {
    const Finding& finding = findings.kept[number];
    if (report.full()) {
      report.add(made(finding));  // counted, not kept
      continue;
    }
    Diagnostic one = made(finding);
    const Place place = place_of(text, finding.span.offset);
    one.position = Position{place.line, place.column};
    if (!finding.mend.title.empty())
      one.fixes.push_back({finding.mend.title, {}, {edit_of(text, finding.mend)}});
    report.add(std::move(one));
  }
  report.errors_left_out += findings.errors_left_out;
  report.warnings_left_out += findings.warnings_left_out;
  return report;
}

Report check_where(std::string_view text, const schema::SalesforceObject* object,
                   const schema::SalesforceSchema* schema, const std::string& pointer) {
  Report report;
  if (!is_readable(text, report, pointer)) return report;
  Findings findings;
  Reading reading;
  const auto condition = parse_condition(text, &reading);
  add_reading(reading, !condition, findings);
  if (condition) Checker(text, schema, findings).condition_alone(*condition, object);
  for (const std::uint16_t number : in_order(findings.kept)) {
    const Finding& finding = findings.kept[number];
    Diagnostic one = made(finding);
    one.pointer = pointer;
    one.inside = finding.span.offset;
    if (finding.code == &codes::kSoqlApexOnly) one.severity = Severity::error;
    const Mend& mend = finding.mend;
    if (!mend.title.empty()) {
      std::string whole(text);
      whole.replace(mend.span.offset, mend.span.length, mend.text);
      one.fixes.push_back(replace_text(mend.title, pointer, whole));
    }
    report.add(std::move(one));
  }
  report.errors_left_out += findings.errors_left_out;
  report.warnings_left_out += findings.warnings_left_out;
  return report;
}

}  // namespace crosswalk::soql
