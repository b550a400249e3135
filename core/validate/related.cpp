#include "validate/related.hpp"

#include <algorithm>

#include "names/nearest.hpp"

namespace crosswalk::validate {
namespace {

const schema::SalesforceField* by_relationship(const schema::SalesforceObject& object,
                                               std::string_view name) {
  for (const schema::SalesforceField& field : object.fields) {
    if (!field.relationship_name.empty() && names::same_name(field.relationship_name, name)) {
      return &field;
    }
  }
  return nullptr;
}

}  // namespace

bool is_path(std::string_view name) { return name.find('.') != std::string_view::npos; }

RelatedField follow(const schema::SalesforceSchema& schema, const schema::SalesforceObject& from,
                    std::string_view path) {
  RelatedField found;
  found.object = &from;
  found.relationships = static_cast<std::size_t>(std::count(path.begin(), path.end(), '.'));
  found.broken = path.front() == '.' || path.back() == '.' || path.find("..") != path.npos;
  if (found.broken) return found;
  while (true) {
    const std::size_t dot = path.find('.');
    const std::string_view name = path.substr(0, dot);
    if (dot == std::string_view::npos) {
      found.field = found.object->find(name);
      if (found.field == nullptr) found.unknown = name;
      return found;
    }
    path.remove_prefix(dot + 1);
    const schema::SalesforceField* const reference = by_relationship(*found.object, name);
    if (reference == nullptr) {
      found.unknown = name;
      found.by_relationship = true;
      return found;
    }
    if (reference->reference_to.size() != 1) return found;  // which object, only the record knows
    const schema::SalesforceObject* const next = schema.find(reference->reference_to.front());
    if (next == nullptr || !next->has_fields) return found;
    found.object = next;
  }
}

}  // namespace crosswalk::validate
