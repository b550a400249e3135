// How well a platform type goes with a Salesforce field, beside what their names say: the relation
// of core/compat, and a doubt where the values would arrive but are of another sort (a number in a
// note).
#pragma once

#include "compat/relation.hpp"
#include "schema/platform.hpp"
#include "schema/salesforce.hpp"

namespace crosswalk::suggest {

struct Target {
  const schema::SalesforceField* field = nullptr;
  compat::Column column;
  bool closed = false;  // cannot be written, and that is the way
};

Target target_of(const schema::SalesforceObject& object, const schema::SalesforceField& field,
                 compat::Way way);

// In thousandths; 0: incompatible, never suggested.
int fitness(schema::PlatformType platform, const Target& target, compat::Way way);

bool is_lookup(compat::Kind kind);
bool is_moment(compat::Kind kind);  // date, date and time, time
bool is_moment(schema::PlatformType type);
bool is_record(schema::PlatformType type);  // holds another record's id

}  // namespace crosswalk::suggest
