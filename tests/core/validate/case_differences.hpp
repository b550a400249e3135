// How a case of tests/golden/rules differs from the schemas that it starts from.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>

namespace crosswalk::validate {

using Tree = nlohmann::ordered_json;
using Fresh = std::function<Tree(const std::string& name)>;

// RFC 7396, but the order of the members stays.
void merge(Tree& into, const Tree& difference);

// The member of a list that has this name, in any case of letters as Salesforce has it.
Tree* named_member(Tree& list, const std::string& name);

// Differences by name: null takes a member away, a new name adds one that starts as `fresh`.
void merge_by_name(Tree& list, const Tree& differences, const Fresh& fresh);

// Objects, whose "fields" may be differences by name, too.
void merge_objects(Tree& objects, const Tree& differences, const Fresh& fresh,
                   const Fresh& fresh_field);

// What a new name starts as: a writable Text of 255, an object with its Id, a text, an object with
// its key.
Tree fresh_salesforce_field(const std::string& name);
Tree fresh_salesforce_object(const std::string& name);
Tree fresh_platform_field(const std::string& name);
Tree fresh_platform_object(const std::string& name);

}  // namespace crosswalk::validate
