// What real values say about a field: whether they are e-mail addresses, numbers, values of a
// picklist, and whether one comes twice. Counts alone are kept, and a bounded number of distinct
// values.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "compat/relation.hpp"
#include "schema/salesforce.hpp"

namespace crosswalk::suggest {

inline constexpr std::size_t kSamplesMax = 1000;        // of one field
inline constexpr std::size_t kDistinctValuesMax = 200;  // remembered
inline constexpr std::size_t kSampleBytesMax = 255;     // of one value

struct Samples {
  std::size_t values = 0;  // not empty
  std::size_t emails = 0, urls = 0, phones = 0, dates = 0, numbers = 0, ids = 0;
  bool repeated = false;  // a value came twice
  std::set<std::string, std::less<>> distinct;

  void add(std::string_view value);
};

using SamplesByField = std::map<std::string, Samples, std::less<>>;
using SamplesByObject = std::map<std::string, SamplesByField, std::less<>>;

// What the values say about one target: a factor in thousandths (below 1000: they speak against
// it), whether they speak for it, and that in an admin's words.
struct Evidence {
  int factor = 1000;
  bool supports = false;
  std::string_view words;
};

Evidence evidence_of(const Samples& samples, const schema::SalesforceField& field,
                     compat::Kind kind);

// The concept that the values alone speak of: "email", "phone", "website"; empty when none.
std::string_view concept_of(const Samples& samples);

}  // namespace crosswalk::suggest
