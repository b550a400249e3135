#include "suggest/samples.hpp"

#include <algorithm>

#include "convert/text.hpp"
#include "names/nearest.hpp"

namespace crosswalk::suggest {
namespace {

constexpr std::size_t kValuesMin = 2;  // fewer say nothing

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool starts_with_folded(std::string_view text, std::string_view start) {
  return text.size() > start.size() && names::same_name(text.substr(0, start.size()), start);
}

bool is_url(std::string_view text) {
  if (text.find(' ') != std::string_view::npos) return false;
  return starts_with_folded(text, "https://") || starts_with_folded(text, "http://") ||
         starts_with_folded(text, "www.");
}

// 0049 30 1234, +1 (415) 555-0100: digits enough, and signs that numbers are written with. One
// sign at least: a bare number may be anything.
bool is_phone(std::string_view text) {
  std::size_t digits = 0, signs = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c)) {
      ++digits;
    } else if (c == '+' ? i == 0 : std::string_view(" ()-./").find(c) != std::string_view::npos) {
      ++signs;
    } else {
      return false;
    }
  }
  return digits >= 7 && digits <= 17 && signs > 0;
}

bool is_date(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!is_digit(text[i])) return false;
  }
  return text.size() == 10 || text[10] == 'T' || text[10] == ' ';
}

bool is_number(std::string_view text) {
  if (!text.empty() && text[0] == '-') text.remove_prefix(1);
  bool digit = false, point = false;
  for (const char c : text) {
    if (c == '.') {
      if (point) return false;
      point = true;
    } else if (is_digit(c)) {
      digit = true;
    } else {
      return false;
    }
  }
  return digit;
}

bool is_record_id(std::string_view text) {
  return (text.size() == 15 || text.size() == 18) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_letter(c); });
}

bool most(std::size_t part, std::size_t all) { return part * 10 >= all * 9; }
bool few(std::size_t part, std::size_t all) { return part * 2 < all; }

Evidence by_count(std::size_t count, std::size_t values, std::string_view words) {
  if (most(count, values)) return {1000, true, words};
  return {few(count, values) ? 400 : 1000, false, {}};
}

Evidence by_picklist(const Samples& samples, const schema::SalesforceField& field) {
  std::size_t known = 0;
  for (const std::string& value : samples.distinct) known += field.find_value(value) != nullptr;
  if (samples.distinct.size() >= 2 && most(known, samples.distinct.size())) {
    return {1000, true, "Its values are values of the picklist."};
  }
  return {known == 0 && field.restricted_picklist ? 600 : 1000, false, {}};
}

}  // namespace

void Samples::add(std::string_view value) {
  value = convert::trim(value);
  if (value.empty() || values >= kSamplesMax) return;
  value = value.substr(0, kSampleBytesMax);
  ++values;
  emails += convert::is_email(value);
  urls += is_url(value);
  const bool date = is_date(value);
  dates += date;
  phones += !date && is_phone(value);
  numbers += is_number(value);
  ids += is_record_id(value);
  const auto at = distinct.find(value);
  if (at != distinct.end()) {
    repeated = true;
  } else if (distinct.size() < kDistinctValuesMax) {
    distinct.emplace(value);
  }
}

Evidence evidence_of(const Samples& samples, const schema::SalesforceField& field,
                     compat::Kind kind) {
  using compat::Kind;
  if (samples.values < kValuesMin) return {};
  const std::size_t all = samples.values;
  if ((field.unique || field.external_id) && samples.repeated) return {500, false, {}};
  switch (kind) {
    case Kind::email:
      return by_count(samples.emails, all, "Its values are e-mail addresses.");
    case Kind::url:
      return most(samples.urls, all) ? Evidence{1000, true, "Its values are web addresses."}
                                     : Evidence{most(samples.emails, all) ? 400 : 1000, false, {}};
    case Kind::phone:
      return most(samples.phones, all)
                 ? Evidence{1000, true, "Its values are phone numbers."}
                 : Evidence{few(samples.phones + samples.numbers, all) ? 600 : 1000, false, {}};
    case Kind::date:
    case Kind::datetime:
      return by_count(samples.dates, all, "Its values are dates.");
    case Kind::integer:
    case Kind::long_integer:
    case Kind::number:
    case Kind::currency:
    case Kind::percent:
      return by_count(samples.numbers, all, "Its values are numbers.");
    case Kind::picklist:
    case Kind::restricted_picklist:
      return by_picklist(samples, field);
    case Kind::lookup:
    case Kind::hierarchy:
    case Kind::master_detail:
    case Kind::polymorphic_lookup:
      return by_count(samples.ids, all, "Its values are Salesforce Ids.");
    case Kind::text:
    case Kind::text_area:
      // Addresses have fields of their own.
      return {most(samples.emails, all) ? 600 : 1000, false, {}};
    default:
      return {};
  }
}

std::string_view concept_of(const Samples& samples) {
  if (samples.values < kValuesMin) return {};
  if (most(samples.emails, samples.values)) return "email";
  if (most(samples.urls, samples.values)) return "website";
  if (most(samples.phones, samples.values)) return "phone";
  return {};
}

}  // namespace crosswalk::suggest
