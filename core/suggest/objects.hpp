// Which platform object goes with which Salesforce object: by what they are called, and by how much
// of the one finds a place in the other. One to one.
#pragma once

#include <vector>

#include "suggest/suggest.hpp"

namespace crosswalk::suggest {

struct ObjectPair {
  const schema::PlatformObject* platform = nullptr;
  const schema::SalesforceObject* salesforce = nullptr;
  std::vector<Suggestion> fields;  // never empty
};

std::vector<ObjectPair> pair_objects(const Input& input, const Vocabulary& vocabulary);

}  // namespace crosswalk::suggest
