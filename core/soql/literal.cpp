#include "soql/literal.hpp"

#include <cstdint>
#include <iterator>

#include "diagnostic/utf8.hpp"

namespace crosswalk::soql {
namespace {

constexpr std::string_view kPlain[] = {"TODAY",
                                       "YESTERDAY",
                                       "TOMORROW",
                                       "LAST_WEEK",
                                       "THIS_WEEK",
                                       "NEXT_WEEK",
                                       "LAST_MONTH",
                                       "THIS_MONTH",
                                       "NEXT_MONTH",
                                       "LAST_QUARTER",
                                       "THIS_QUARTER",
                                       "NEXT_QUARTER",
                                       "LAST_YEAR",
                                       "THIS_YEAR",
                                       "NEXT_YEAR",
                                       "LAST_90_DAYS",
                                       "NEXT_90_DAYS",
                                       "LAST_FISCAL_QUARTER",
                                       "THIS_FISCAL_QUARTER",
                                       "NEXT_FISCAL_QUARTER",
                                       "LAST_FISCAL_YEAR",
                                       "THIS_FISCAL_YEAR",
                                       "NEXT_FISCAL_YEAR"};
constexpr std::string_view kUnits[] = {"DAYS",  "WEEKS",           "MONTHS",      "QUARTERS",
                                       "YEARS", "FISCAL_QUARTERS", "FISCAL_YEARS"};

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = upper(c);
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// The four digits after \u at `at`; nothing when they are not there.
std::optional<std::uint32_t> unit_at(std::string_view source, std::size_t at) {
  if (at + 4 > source.size()) return std::nullopt;
  std::uint32_t out = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const int digit = hex(source[i]);
    if (digit < 0) return std::nullopt;
    out = out * 16 + static_cast<std::uint32_t>(digit);
  }
  return out;
}

// Reads \uXXXX whose digits start at `at`, a surrogate pair as one; moves `at` behind it.
bool read_unicode(std::string_view source, std::size_t& at, std::string& out) {
  const auto first = unit_at(source, at);
  if (!first) return false;
  at += 4;
  if (*first < 0xD800 || *first > 0xDFFF) {
    diagnostic::append_utf8(out, *first);
    return true;
  }
  if (*first > 0xDBFF || source.substr(at, 2) != "\\u") return false;
  const auto second = unit_at(source, at + 2);
  if (!second || *second < 0xDC00 || *second > 0xDFFF) return false;
  at += 6;
  diagnostic::append_utf8(out, 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00));
  return true;
}

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (upper(a[i]) != upper(b[i])) return false;
  return true;
}

std::string quote(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    switch (c) {
      case '\'':
        out += "\\'";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        out += c;
    }
  }
  return out + "'";
}

std::string escape_like(std::string_view text) {
  std::string out;
  for (const char c : quote(text)) {
    if (c == '%' || c == '_') out += '\\';
    out += c;
  }
  return out.substr(1, out.size() - 2);
}

std::optional<std::string> unescape(std::string_view source) {
  std::string out;
  for (std::size_t i = 0; i < source.size();) {
    const char c = source[i++];
    if (c != '\\') {
      out += c;
      continue;
    }
    if (i == source.size()) return std::nullopt;
    switch (const char escaped = source[i++]; escaped) {
      case '\'':
      case '"':
      case '\\':
      case '_':
      case '%':
        out += escaped;
        break;
      case 'n':
      case 'N':
        out += '\n';
        break;
      case 'r':
      case 'R':
        out += '\r';
        break;
      case 't':
      case 'T':
        out += '\t';
        break;
      case 'b':
      case 'B':
        out += '\b';
        break;
      case 'f':
      case 'F':
        out += '\f';
        break;
      case 'u':
        if (!read_unicode(source, i, out)) return std::nullopt;
        break;
      default:
        return std::nullopt;
    }
  }
  return out;
}

bool has_like_escape(std::string_view source) {
  for (std::size_t i = 0; i + 1 < source.size(); ++i) {
    if (source[i] != '\\') continue;
    ++i;
    if (source[i] == '%' || source[i] == '_') return true;
  }
  return false;
}

std::string concat(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) out += part;
  return out;
}

std::size_t characters(std::string_view text) {
  std::size_t out = 0;
  for (const char c : text) out += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return out;
}

std::string upper_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = upper(c);
  return out;
}

std::vector<std::string> relative_dates() {
  std::vector<std::string> out(std::begin(kPlain), std::end(kPlain));
  for (const std::string_view unit : kUnits) {
    out.push_back(concat({"LAST_N_", unit}));
    out.push_back(concat({"NEXT_N_", unit}));
    out.push_back(concat({"N_", unit, "_AGO"}));
  }
  return out;
}

bool is_relative_date(std::string_view upper, bool takes_number) {
  if (!takes_number) {
    for (const std::string_view name : kPlain)
      if (name == upper) return true;
    return false;
  }
  const bool ago = upper.substr(0, 2) == "N_";
  if (ago) {
    if (upper.size() < 4 || upper.substr(upper.size() - 4) != "_AGO") return false;
    upper = upper.substr(2, upper.size() < 6 ? 0 : upper.size() - 6);
  } else {
    const std::string_view start = upper.substr(0, 7);
    if (start != "LAST_N_" && start != "NEXT_N_") return false;
    upper.remove_prefix(7);
  }
  for (const std::string_view unit : kUnits)
    if (unit == upper) return true;
  return false;
}

}  // namespace crosswalk::soql
