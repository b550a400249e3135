#include "validate/condition_walk.hpp"

#include <utility>

#include "json/pointer.hpp"
#include "names/members.hpp"
#include "soql/parser.hpp"

namespace crosswalk::validate {

std::string where_pointer(const ObjectPair& pair, std::string_view side) {
  return json::child(json::child(pair.mapping->pointer, "where"), side);
}

std::optional<soql::Condition> read_condition(const std::string& text) {
  if (text.empty()) return std::nullopt;
  Result<soql::Condition> read = soql::parse_condition(text);
  if (!read) return std::nullopt;
  return std::move(*read);
}

Fix mend_condition(std::string pointer, std::string text, const soql::Span& span,
                   std::string_view by) {
  text.replace(span.offset, span.length, by);
  return replace_text("Change to " + quoted(by), std::move(pointer), text);
}

std::string_view own_field(const soql::Condition& comparison) {
  if (comparison.operand.kind != soql::OperandKind::field) return {};
  const std::vector<std::string>& names = comparison.operand.path.names;
  return names.size() == 1 ? std::string_view(names[0]) : std::string_view();
}

}  // namespace crosswalk::validate
