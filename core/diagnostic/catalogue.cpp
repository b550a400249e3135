#include "diagnostic/catalogue.hpp"

#include <array>

#include "diagnostic/codes.hpp"
#include "diagnostic/report.hpp"

namespace crosswalk::diagnostic {
namespace {

// By the first of its codes.
struct Family {
  std::string_view first;
  std::string_view title;
};

constexpr std::array kFamilies{
    Family{"CW1000", "The text"},
    Family{"CW1100", "The mapping document"},
    Family{"CW1200", "The platform schema"},
    Family{"CW1300", "Describes and org facts"},
    Family{"CW2000", "Objects"},
    Family{"CW2100", "Fields"},
    Family{"CW2150", "Types and values"},
    Family{"CW2180", "Policies"},
    Family{"CW2190", "Direction and conflicts"},
    Family{"CW2200", "Matching"},
    Family{"CW2300", "Constants and conditions"},
    Family{"CW2400", "The org"},
    Family{"CW2500", "Consent and deletions"},
    Family{"CW2600", "Freshness"},
    Family{"CW2700", "Cost"},
    Family{"CW3000", "Values of records"},
    Family{"CW4000", "SOQL"},
};

const Family& family_of(const Code& code) {
  std::size_t at = 0;
  while (at + 1 < kFamilies.size() && kFamilies[at + 1].first <= code.code) ++at;
  return kFamilies[at];
}

void append_member(std::string& out, std::string_view name, std::string_view text) {
  out += out.back() == '{' ? "" : ",";
  append_json_string(out, name);
  out += ':';
  append_json_string(out, text);
}

// Text that Markdown leaves alone: what looks like a tag or a name with underscores is not one.
std::string plain(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (std::string_view("\\`*_<>[]|").find(letter) != std::string_view::npos) out += '\\';
    out += letter;
  }
  return out;
}

}  // namespace

const Entry* explain(std::string_view code) {
  while (!code.empty() && code.front() == ' ') code.remove_prefix(1);
  while (!code.empty() && code.back() == ' ') code.remove_suffix(1);
  std::string wanted = "CW";
  if (code.size() > 2 && (code[0] | 0x20) == 'c' && (code[1] | 0x20) == 'w') code.remove_prefix(2);
  wanted += code;
  return codes::find(wanted);
}

std::string write_explanation(const Entry& entry) {
  std::string out = "{";
  append_member(out, "code", entry.code.code);
  append_member(out, "severity", severity_name(entry.code.severity));
  append_member(out, "family", family_of(entry.code).title);
  append_member(out, "title", entry.title);
  append_member(out, "example", entry.example);
  append_member(out, "cause", entry.code.cause);
  append_member(out, "cure", entry.cure);
  out += '}';
  return out;
}

std::string write_catalogue() {
  std::string out = "{\"codes\":[";
  for (const Entry* entry : codes::all()) {
    if (out.back() == '}') out += ',';
    out += write_explanation(*entry);
  }
  return out + "]}";
}

std::string write_catalogue_page() {
  std::string out =
      "# What Crosswalk finds\n\nEvery code, what gives it, why it matters and what to do. Codes "
      "are "
      "never reused.\n";
  const Family* family = nullptr;
  for (const Entry* entry : codes::all()) {
    const Code& code = entry->code;
    if (&family_of(code) != family) {
      family = &family_of(code);
      out += "\n## " + std::string(family->title) + "\n";
    }
    out += "\n### " + std::string(code.code) + " " + plain(entry->title) + "\n\n*" +
           std::string(severity_name(code.severity)) + "*\n\n";
    out += "- **Example:** `" + std::string(entry->example) + "`\n";
    out += "- **Cause:** " + plain(code.cause) + "\n";
    out += "- **Cure:** " + plain(entry->cure) + "\n";
  }
  return out;
}

}  // namespace crosswalk::diagnostic
