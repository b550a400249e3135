#include "core/validate/case_differences.hpp"

#include <stdexcept>

#include "names/nearest.hpp"

namespace crosswalk::validate {

void merge(Tree& into, const Tree& difference) {
  if (!difference.is_object()) {
    into = difference;
    return;
  }
  if (!into.is_object()) into = Tree::object();
  for (const auto& [key, value] : difference.items()) {
    if (value.is_null()) {
      into.erase(key);
    } else {
      merge(into[key], value);
    }
  }
}

Tree* named_member(Tree& list, const std::string& name) {
  for (Tree& member : list) {
    if (member.is_object() && names::same_name(member.value("name", ""), name)) return &member;
  }
  return nullptr;
}

void merge_by_name(Tree& list, const Tree& differences, const Fresh& fresh) {
  for (const auto& [name, difference] : differences.items()) {
    Tree* member = named_member(list, name);
    if (difference.is_null()) {
      if (member == nullptr) throw std::runtime_error("nothing to take away: " + name);
      list.erase(list.begin() + (member - &list[0]));
      continue;
    }
    if (member == nullptr) {
      list.push_back(fresh(name));
      member = &list.back();
    }
    merge(*member, difference);
  }
}

Tree fresh_platform_field(const std::string& name) { return {{"name", name}, {"type", "text"}}; }

Tree fresh_salesforce_field(const std::string& name) {
  return {{"name", name},
          {"label", name},
          {"type", "string"},
          {"length", 255},
          {"createable", true},
          {"updateable", true},
          {"nillable", true},
          {"defaultedOnCreate", false},
          {"filterable", true},
          {"sortable", true},
          {"groupable", true},
          {"permissionable", true},
          {"custom", name.ends_with("__c")}};
}

void merge_objects(Tree& objects, const Tree& differences, const Fresh& fresh,
                   const Fresh& fresh_field) {
  for (const auto& [name, difference] : differences.items()) {
    Tree rest = difference;
    Tree fields;
    if (rest.is_object() && rest.contains("fields") && rest["fields"].is_object()) {
      fields = rest["fields"];
      rest.erase("fields");
    }
    merge_by_name(objects, {{name, rest}}, fresh);
    if (fields.is_object()) {
      merge_by_name((*named_member(objects, name))["fields"], fields, fresh_field);
    }
  }
}

Tree fresh_salesforce_object(const std::string& name) {
  return {{"name", name},
          {"label", name},
          {"custom", name.ends_with("__c")},
          {"createable", true},
          {"updateable", true},
          {"deletable", true},
          {"queryable", true},
          {"fields", Tree::array({{{"name", "Id"},
                                   {"label", "Record ID"},
                                   {"type", "id"},
                                   {"length", 18},
                                   {"createable", false},
                                   {"updateable", false},
                                   {"nillable", false},
                                   {"defaultedOnCreate", true}}})}};
}

Tree fresh_platform_object(const std::string& name) {
  return {{"name", name},
          {"key", "id"},
          {"fields", Tree::array({{{"name", "id"}, {"type", "text"}, {"maxLength", 36}}})}};
}

}  // namespace crosswalk::validate
