// Proposes a mapping: which platform field could stand for which Salesforce field, one to one, how
// surely, and why. Judges names, labels and their meaning in several languages, types, and sample
// values where there are any. Pure; the order of objects and fields decides nothing; a pair that
// the type relation calls incompatible is never proposed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compat/relation.hpp"
#include "schema/platform.hpp"
#include "schema/salesforce.hpp"
#include "suggest/samples.hpp"
#include "suggest/vocabulary.hpp"

namespace crosswalk::suggest {

struct Suggestion {
  std::string object;  // of the platform
  std::string platform;
  std::string salesforce_object;
  std::string salesforce;
  int score = 0;  // in hundredths, 1 to 100
  std::string reason;

  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

struct Input {
  const schema::PlatformSchema& platform;
  const schema::SalesforceSchema& salesforce;
  const SamplesByObject* samples = nullptr;  // null: none were given
  compat::Way way = compat::Way::to_salesforce;
};

// Of two given objects; by platform field name.
std::vector<Suggestion> suggest_fields(const schema::PlatformObject& platform,
                                       const schema::SalesforceObject& salesforce,
                                       const SamplesByField* samples, compat::Way way,
                                       const Vocabulary& vocabulary);

// Of whole schemas: first which object goes with which, then their fields. By object, then by
// platform field name.
std::vector<Suggestion> suggest(const Input& input, const Vocabulary& vocabulary);

}  // namespace crosswalk::suggest
