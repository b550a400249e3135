// Fields of related records, by the names of relationships: "Account.Owner.Email".
#pragma once

#include <cstddef>
#include <string_view>

#include "schema/salesforce.hpp"

namespace crosswalk::validate {

// Salesforce follows no more relationships from a record to its parents.
inline constexpr std::size_t kRelationshipsMax = 5;

bool is_path(std::string_view name);  // has a dot

struct RelatedField {
  const schema::SalesforceField* field = nullptr;    // where the path ends, if it is known
  const schema::SalesforceObject* object = nullptr;  // the last object that was reached
  std::string_view unknown;      // the first name that certainly does not exist there
  bool by_relationship = false;  // `unknown` stands where a relationship belongs
  bool broken = false;           // a name is empty: "Owner."
  std::size_t relationships = 0;
};

// As far as the schema knows: without field, unknown and broken, nothing can be said.
RelatedField follow(const schema::SalesforceSchema& schema, const schema::SalesforceObject& from,
                    std::string_view path);

}  // namespace crosswalk::validate
