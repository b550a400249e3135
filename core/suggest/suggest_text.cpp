#include "suggest/suggest_text.hpp"

#include "diagnostic/report.hpp"

namespace crosswalk::suggest {
namespace {

void member(std::string& out, std::string_view key, std::string_view value) {
  out += out.back() == '{' ? "\"" : ",\"";
  out += key;
  out += "\":";
  diagnostic::append_json_string(out, value);
}

}  // namespace

// Not a double's digits: two are always enough, and 0.93 stays 0.93.
std::string score_text(int hundredths) {
  if (hundredths >= 100) return "1";
  std::string digits = std::to_string(hundredths < 0 ? 0 : hundredths);
  if (digits.size() == 1) digits.insert(0, "0");
  if (digits.back() == '0') digits.pop_back();
  return digits == "0" ? "0" : "0." + digits;
}

std::string write_suggestions(std::span<const Suggestion> suggestions) {
  std::string out = "{\"suggestions\":[";
  for (const Suggestion& suggestion : suggestions) {
    if (out.back() != '[') out += ',';
    out += '{';
    member(out, "object", suggestion.object);
    member(out, "platform", suggestion.platform);
    member(out, "salesforceObject", suggestion.salesforce_object);
    member(out, "salesforce", suggestion.salesforce);
    out += ",\"score\":" + score_text(suggestion.score);
    member(out, "reason", suggestion.reason);
    out += '}';
  }
  return out + "]}";
}

Result<std::vector<Suggestion>> suggestions(const TextInput& input) {
  const auto samples = read_samples(input.records, input.platform);
  if (!samples) return samples.error();
  const Vocabulary vocabulary;
  const compat::Way way = input.pull ? compat::Way::to_platform : compat::Way::to_salesforce;
  return suggest({input.platform, input.salesforce, &*samples, way}, vocabulary);
}

Result<std::string> write_suggestions(const TextInput& input) {
  const auto found = suggestions(input);
  if (!found) return found.error();
  return write_suggestions(std::span<const Suggestion>(*found));
}

}  // namespace crosswalk::suggest
