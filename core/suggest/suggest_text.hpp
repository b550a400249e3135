// Schemas and records in, suggestions out as text: the face of `crosswalk suggest` and of the
// WebAssembly module.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "diagnostic/result.hpp"
#include "schema/platform.hpp"
#include "schema/salesforce.hpp"
#include "suggest/samples_reader.hpp"
#include "suggest/suggest.hpp"

namespace crosswalk::suggest {

struct TextInput {
  const schema::PlatformSchema& platform;
  const schema::SalesforceSchema& salesforce;
  Records records = {};  // none: no values are looked at
  bool pull = false;     // judged for what travels from Salesforce to the platform
};

// {"suggestions":[{"object","platform","salesforceObject","salesforce","score","reason"}]}; score
// is 0 to 1 with two digits. Errors: those of the records, see read_samples().
Result<std::string> write_suggestions(const TextInput& input);

// The same, before it is written.
Result<std::vector<Suggestion>> suggestions(const TextInput& input);
std::string write_suggestions(std::span<const Suggestion> suggestions);

// A score as it is written: "0.93", "1".
std::string score_text(int hundredths);

}  // namespace crosswalk::suggest
