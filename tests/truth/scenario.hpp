// A generated mapping with both of its schemas, read and compiled as a sync would: pairs of fields
// whose types the relation does not call incompatible, with everything that a line may say.
#pragma once

#include <string>
#include <vector>

#include "convert/program.hpp"
#include "diagnostic/result.hpp"
#include "schema/platform.hpp"
#include "schema/salesforce.hpp"
#include "truth/dice.hpp"

namespace crosswalk::truth {

// A field of the platform as it is filled, and what it goes into.
struct Line {
  schema::PlatformField platform;
  schema::SalesforceField salesforce;
  std::vector<std::string> mapped;  // what the line's map names; empty: it has none
  bool key = false;                 // the platform's key
  bool distinct = false;            // Salesforce takes no value twice
  // Salesforce fills what is left out; what it makes of a null there is not known.
  bool never_empty = false;
};

struct Scenario {
  std::vector<std::string> describes;  // that of kObject first
  std::string platform, mapping;
  std::string external_id;  // what records are matched by; empty: not by an external id
  std::vector<Line> lines;  // that of the key first
  schema::PlatformSchema platform_schema;
  schema::SalesforceSchema salesforce_schema;
  convert::Program program;
};

// An error is one of the generator: the documents are meant to be good.
Result<Scenario> make_scenario(Dice& dice);

}  // namespace crosswalk::truth
