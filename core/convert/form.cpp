#include "convert/form.hpp"

#include "convert/calendar.hpp"
#include "convert/decimal.hpp"
#include "convert/record_id.hpp"
#include "convert/text.hpp"

namespace crosswalk::convert {
namespace {

constexpr std::string_view kSetSeparator = ";";

bool is_nothing(const Value& value) {
  return value.is_nothing() || (value.is_text() && value.text.empty());
}

bool has_member(std::string_view set, std::string_view wanted) {
  return !for_each_member(set, kSetSeparator,
                          [&](std::string_view member) { return member != wanted; });
}

bool includes(std::string_view set, std::string_view subset) {
  return for_each_member(subset, kSetSeparator,
                         [&](std::string_view member) { return has_member(set, member); });
}

bool is_empty_set(std::string_view set) {
  return for_each_member(set, kSetSeparator, [](std::string_view) { return false; });
}

// The text of a text or number; truth has none.
bool texts_equal(const Value& left, const Value& right) {
  if (left.is_truth() || right.is_truth()) return left == right;
  return same_text(left.text, right.text);
}

bool numbers_equal(const Value& left, const Value& right) {
  const auto a = Decimal::read(left.text), b = Decimal::read(right.text);
  if (left.is_truth() || right.is_truth() || !a || !b) return texts_equal(left, right);
  return Decimal::compare(*a, *b) == 0;
}

template <class Read>
bool equal_as(const Value& left, const Value& right, Read read) {
  if (!left.is_text() || !right.is_text()) return texts_equal(left, right);
  const auto a = read(left.text), b = read(right.text);
  return a && b ? *a == *b : texts_equal(left, right);
}

}  // namespace

Form form_of(schema::PlatformType type) {
  using enum schema::PlatformType;
  switch (type) {
    case integer:
    case number:
    case currency:
    case percent:
      return Form::number;
    case boolean:
    case nullable_boolean:
      return Form::truth;
    case date:
      return Form::date;
    case datetime:
      return Form::datetime;
    case time:
      return Form::time;
    case multiselect_list:
      return Form::set;
    default:
      return Form::text;
  }
}

Form form_of(const schema::SalesforceField& field) {
  using enum schema::FieldType;
  switch (field.type) {
    case currency:
    case int_:
    case long_:
    case double_:
    case percent:
      return Form::number;
    case boolean:
      return Form::truth;
    case date:
      return Form::date;
    case datetime:
      return Form::datetime;
    case time:
      return Form::time;
    case multipicklist:
      return Form::set;
    case id:
      return Form::id;
    case reference: {
      const schema::FieldKind kind = schema::field_kind(field);
      const bool outside =
          kind == schema::FieldKind::external_lookup || kind == schema::FieldKind::indirect_lookup;
      return outside ? Form::text : Form::id;
    }
    default:
      return Form::text;
  }
}

bool same_value(Form form, const Value& left, const Value& right) {
  if (form == Form::set) {
    const bool a = is_nothing(left) || (left.is_text() && is_empty_set(left.text));
    const bool b = is_nothing(right) || (right.is_text() && is_empty_set(right.text));
    if (a || b) return a == b;
    if (!left.is_text() || !right.is_text()) return texts_equal(left, right);
    return includes(left.text, right.text) && includes(right.text, left.text);
  }
  if (is_nothing(left) || is_nothing(right)) return is_nothing(left) == is_nothing(right);
  switch (form) {
    case Form::number:
      return numbers_equal(left, right);
    case Form::date:
      return equal_as(left, right, read_day);
    case Form::datetime:
      return equal_as(left, right, [](std::string_view text) {
        // Salesforce keeps whole seconds.
        std::optional<Instant> instant = read_instant(text);
        if (instant) instant->milliseconds = 0;
        return instant;
      });
    case Form::time:
      return equal_as(left, right, read_time);
    case Form::id:
      if (left.is_text() && right.is_text() && is_record_id(left.text) && is_record_id(right.text))
        return same_record_id(left.text, right.text);
      return texts_equal(left, right);
    default:
      return texts_equal(left, right);
  }
}

}  // namespace crosswalk::convert
