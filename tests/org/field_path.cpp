#include "org/field_path.hpp"

#include <algorithm>

#include "soql/literal.hpp"
#include "soql/parser.hpp"

namespace crosswalk::org {
namespace {

constexpr std::size_t kExcerpt = 32;
constexpr std::size_t kHopsMax = 5;

Refusal no_column(const QueryText& query, const soql::Path& path, const std::string& name,
                  const Object& object) {
  return located(
      query, path.span, "INVALID_FIELD",
      "No such column '" + name + "' on entity '" + object.name +
          "'. If you are attempting to use a custom field, be sure to append the '__c' after the "
          "custom "
          "field name. Please reference your WSDL or the describe call for the appropriate names.");
}

Refusal no_relationship(const QueryText& query, const soql::Path& path, const std::string& name) {
  return located(query, path.span, "INVALID_FIELD",
                 "Didn't understand relationship '" + name +
                     "' in field path. If you are attempting to use a custom relationship, be sure "
                     "to append the "
                     "'__r' after the custom relationship name. Please reference your WSDL or the "
                     "describe call for "
                     "the appropriate names.");
}

// The first of a reference's targets that the org has and, where a name is given, that has the
// field.
const Object* target_of(const RecordStore& store, const Field& field, const std::string* name) {
  for (const std::string& target : field.reference_to) {
    const Object* object = store.schema().find(target);
    if (object && (!name || object->find(*name))) return object;
  }
  return nullptr;
}

}  // namespace

Refusal located(const QueryText& query, soql::Span span, std::string code,
                const std::string& reason) {
  const soql::Place place = soql::place_of(query.text, span.offset);
  std::size_t start = span.offset > kExcerpt ? span.offset - kExcerpt : 0;
  while (start < query.text.size() &&
         (static_cast<unsigned char>(query.text[start]) & 0xC0) == 0x80)
    ++start;
  const auto line = query.text.substr(0, span.offset).rfind('\n');
  if (line != std::string_view::npos) start = std::max(start, line + 1);
  std::size_t end = std::min(span.offset + std::max(span.length, kExcerpt), query.text.size());
  while (end < query.text.size() && (static_cast<unsigned char>(query.text[end]) & 0xC0) == 0x80)
    ++end;
  const std::string excerpt(query.text.substr(start, end - start));
  return {std::move(code),
          "\n" + excerpt.substr(0, excerpt.find('\n')) + "\n" +
              std::string(span.offset - start, ' ') +
              "^\nERROR at Row:" + std::to_string(place.line) +
              ":Column:" + std::to_string(place.column) + "\n" + reason,
          {}};
}

std::optional<RecordStore::Found> parent_of(const RecordStore& store, const Table& table,
                                            RowNumber row, std::string_view relationship) {
  const auto place = table.object().by_relationship(relationship);
  const std::string* id = place ? text_of(table.row(row)[*place]) : nullptr;
  if (!id) return std::nullopt;
  return store.resolve(*id);
}

Value FieldPath::read(const RecordStore& store, const Table& table, RowNumber row) const {
  if (hops.empty()) return table.row(row)[field];
  RecordStore::Found at{&table, row};
  for (const std::string& hop : hops) {
    const auto next = parent_of(store, *at.table, at.row, hop);
    if (!next) return {};
    at = *next;
  }
  if (is_type) return text_value(at.table->object().name);
  const auto place =
      &at.table->object() == home ? std::optional(field) : at.table->object().find(name);
  return place ? at.table->row(at.row)[*place] : Value();
}

std::variant<FieldPath, Refusal> compile_path(const RecordStore& store, const Object& object,
                                              const QueryText& query, const soql::Path& path) {
  std::vector<std::string> names = path.names;
  const bool own = names.size() > 1 &&
                   (soql::same_word(names[0], query.alias) ||
                    (soql::same_word(names[0], object.name) && !object.by_relationship(names[0])));
  if (own) names.erase(names.begin());
  if (names.size() > kHopsMax + 1)
    return located(query, path.span, "MALFORMED_QUERY",
                   "A field path may have five relationships, no more");
  FieldPath out;
  const Object* at = &object;
  const Field* last_hop = nullptr;
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    const auto place = at->by_relationship(names[i]);
    if (!place) return no_relationship(query, path, names[i]);
    last_hop = &at->fields[*place];
    out.hops.push_back(last_hop->relationship);
    const Object* next =
        target_of(store, *last_hop, i + 2 == names.size() ? &names.back() : nullptr);
    if (!next && i + 2 == names.size()) next = target_of(store, *last_hop, nullptr);
    if (!next) return no_relationship(query, path, names[i]);
    at = next;
  }
  out.name = names.back();
  out.home = at;
  out.is_type = last_hop && last_hop->reference_to.size() > 1 && soql::same_word(out.name, "Type");
  if (out.is_type) return out;
  const auto place = at->find(out.name);
  if (!place) return no_column(query, path, out.name, *at);
  out.field = *place;
  out.name = at->fields[*place].name;
  return out;
}

}  // namespace crosswalk::org
