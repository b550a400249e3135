// A crossing is one object mapping of one sync: which platform object crosses to which Salesforce
// object. Links, watermarks, intents and issues belong to a crossing.
#pragma once

#include <string>

namespace crosswalk::store {

struct Crossing {
  std::string sync;        // name of the sync
  std::string object;      // platform object
  std::string salesforce;  // Salesforce object

  friend bool operator==(const Crossing&, const Crossing&) = default;
};

}  // namespace crosswalk::store
