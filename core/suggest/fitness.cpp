#include "suggest/fitness.hpp"

namespace crosswalk::suggest {
namespace {

using compat::Kind;
using schema::PlatformType;

constexpr int kOtherSort = 750;        // a number, truth or date kept as a text
constexpr int kListAsText = 970;       // a picklist would hold it better
constexpr int kNarrowSort = 850;       // an address, number or URL kept in a field of no such kind
constexpr int kTextAsReference = 800;  // a text that may be anything, taken for an Id

bool is_plain_text(Kind kind) { return kind <= Kind::encrypted_text || kind == Kind::combobox; }

bool is_list(Kind kind) {
  return kind == Kind::picklist || kind == Kind::restricted_picklist ||
         kind == Kind::multipicklist || kind == Kind::restricted_multipicklist;
}

bool is_number(PlatformType type) {
  return type == PlatformType::integer || type == PlatformType::number ||
         type == PlatformType::currency || type == PlatformType::percent;
}

bool is_truth(PlatformType type) {
  return type == PlatformType::boolean || type == PlatformType::nullable_boolean;
}

bool is_address_of_a_kind(PlatformType type) {
  return type == PlatformType::email || type == PlatformType::phone || type == PlatformType::url;
}

int by_class(compat::Class cls) {
  switch (cls) {
    case compat::Class::exact:
    case compat::Class::widening:
      return 1000;
    case compat::Class::conditional:
      return 990;
    case compat::Class::lossy:
      return 970;
    case compat::Class::incompatible:
      return 0;
  }
  return 0;
}

int by_sort(PlatformType type, Kind kind) {
  if (is_lookup(kind)) return is_record(type) ? 1000 : kTextAsReference;
  if (kind == Kind::record_id) return 1000;
  if (is_number(type) || is_truth(type) || is_moment(type) || is_record(type)) {
    return is_plain_text(kind) || is_list(kind) ? kOtherSort : 1000;
  }
  if (type == PlatformType::select_list && is_plain_text(kind)) return kListAsText;
  if (is_address_of_a_kind(type) && (is_plain_text(kind) || is_list(kind))) return kNarrowSort;
  return 1000;
}

}  // namespace

bool is_lookup(Kind kind) {
  return kind == Kind::lookup || kind == Kind::hierarchy || kind == Kind::master_detail ||
         kind == Kind::polymorphic_lookup;
}

bool is_moment(Kind kind) {
  return kind == Kind::date || kind == Kind::datetime || kind == Kind::time;
}

bool is_moment(PlatformType type) {
  return type == PlatformType::date || type == PlatformType::datetime || type == PlatformType::time;
}

bool is_record(PlatformType type) {
  return type == PlatformType::reference || type == PlatformType::id;
}

Target target_of(const schema::SalesforceObject& object, const schema::SalesforceField& field,
                 compat::Way way) {
  const bool closed = field.deprecated_and_hidden ||
                      (way == compat::Way::to_salesforce && schema::is_read_only(field));
  return {&field, compat::column_of(object, field), closed};
}

int fitness(PlatformType platform, const Target& target, compat::Way way) {
  if (target.closed) return 0;
  const int cls = by_class(compat::verdict(platform, target.column, way).cls);
  return cls * by_sort(platform, target.column.kind) / 1000;
}

}  // namespace crosswalk::suggest
