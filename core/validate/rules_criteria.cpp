// Rules about the two conditions of a pair: can they be read, do their fields, operators and values
// go together. soql::check_where judges Salesforce's and the grammar of both; the platform's fields
// are judged here.

#include <algorithm>
#include <array>
#include <utility>

#include "diagnostic/codes/conditions.hpp"
#include "diagnostic/codes/fields.hpp"
#include "diagnostic/codes/soql.hpp"
#include "names/nearest.hpp"
#include "soql/check.hpp"
#include "soql/literal.hpp"
#include "validate/condition_walk.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::PlatformType;
using soql::LiteralKind;
using soql::Operator;

// What the checker of queries calls the findings that a mapping's conditions can have, too.
struct Counterpart {
  std::string_view query;
  const diagnostic::Code& condition;
};

constexpr std::array kCounterparts{
    Counterpart{codes::kSoqlSyntax.code, codes::kWhereSyntax},
    Counterpart{codes::kSoqlTooLarge.code, codes::kWhereSyntax},
    Counterpart{codes::kSoqlLiteral.code, codes::kWhereLiteral},
    Counterpart{codes::kSoqlUnknownField.code, codes::kWhereUnknownField},
    Counterpart{codes::kFieldNotVisible.code, codes::kFieldNotVisible},
    Counterpart{codes::kSoqlUnknownRelationship.code, codes::kWhereUnknownField},
    Counterpart{codes::kSoqlNotFilterable.code, codes::kWhereNotFilterable},
    Counterpart{codes::kSoqlOperator.code, codes::kWhereOperator},
    Counterpart{codes::kSoqlValueType.code, codes::kWhereLiteral},
    Counterpart{codes::kSoqlValueUnknown.code, codes::kWhereValueUnknown},
};

// Codes that have no counterpart say what Salesforce refuses, or, as a warning, probably refuses.
void take_over(Diagnostic finding, Report& report) {
  const auto row =
      std::find_if(kCounterparts.begin(), kCounterparts.end(),
                   [&finding](const Counterpart& own) { return own.query == finding.code; });
  if (row == kCounterparts.end()) {
    finding.code = codes::kWhereRefused.code;
  } else {
    finding.code = row->condition.code;
    finding.severity = row->condition.severity;
    if (row->condition.code == codes::kWhereSyntax.code) finding.cause = codes::kWhereSyntax.cause;
  }
  report.add(std::move(finding));
}

// The name that stands at a place of a condition.
std::string_view name_at(std::string_view text, std::size_t at) {
  constexpr std::string_view kOfNames =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
  const std::size_t end = std::min(text.find_first_not_of(kOfNames, at), text.size());
  return text.substr(std::min(at, end), end - std::min(at, end));
}

// A field that only an admin sees is not said to be missing.
void tell_what_is_hidden(const ObjectPair& pair, std::string_view text, Diagnostic& finding) {
  if (finding.code != codes::kSoqlUnknownField.code) return;
  const std::string_view name = name_at(text, finding.inside);
  if (!pair.is_hidden(name)) return;
  const std::size_t inside = finding.inside;
  finding = make(codes::kFieldNotVisible, std::move(finding.pointer),
                 sentence({"The condition asks for ", *pair.admin->find(name), " of ",
                           *pair.salesforce, ", which the connected user may not see."}));
  finding.inside = inside;
}

void salesforce_takes_its_condition(const ObjectPair& pair, Report& report) {
  const std::string& text = pair.mapping->where.salesforce;
  if (text.empty()) return;
  Report found = soql::check_where(text, pair.fields_known() ? pair.salesforce : nullptr,
                                   pair.salesforce_schema, where_pointer(pair, "salesforce"));
  for (Diagnostic& finding : found.diagnostics) {
    tell_what_is_hidden(pair, text, finding);
    take_over(std::move(finding), report);
  }
}

// The kind of literal that a platform type is compared with; null where it cannot be compared.
LiteralKind literal_of(PlatformType type) {
  switch (type) {
    case PlatformType::integer:
    case PlatformType::number:
    case PlatformType::currency:
    case PlatformType::percent:
      return LiteralKind::number;
    case PlatformType::boolean:
    case PlatformType::nullable_boolean:
      return LiteralKind::truth;
    case PlatformType::date:
      return LiteralKind::date;
    case PlatformType::datetime:
      return LiteralKind::datetime;
    case PlatformType::time:
      return LiteralKind::time;
    case PlatformType::address:
    case PlatformType::location:
    case PlatformType::json:
    case PlatformType::file:
    case PlatformType::picture:
    case PlatformType::document:
      return LiteralKind::null;
    default:
      return LiteralKind::text;
  }
}

std::string_view form_of(LiteralKind kind) {
  switch (kind) {
    case LiteralKind::number:
      return "a number without quotes: 12.5";
    case LiteralKind::truth:
      return "TRUE or FALSE, without quotes";
    case LiteralKind::date:
      return "a date without quotes: 2026-01-31";
    case LiteralKind::datetime:
      return "a date and time without quotes: 2026-01-31T10:00:00Z";
    case LiteralKind::time:
      return "a time without quotes: 13:30:00.000Z";
    default:
      return "a text in single quotes: 'text'";
  }
}

bool takes(PlatformType type, Operator op) {
  const LiteralKind kind = literal_of(type);
  const bool set = type == PlatformType::multiselect_list;
  switch (op) {
    case Operator::equal:
    case Operator::not_equal:
      return true;
    case Operator::in:
    case Operator::not_in:
    case Operator::less:
    case Operator::less_equal:
    case Operator::greater:
    case Operator::greater_equal:
      return kind != LiteralKind::truth && !set;
    case Operator::like:
      return kind == LiteralKind::text && !set;
    case Operator::includes:
    case Operator::excludes:
      return set;
  }
  return false;
}

// The literal in the form that is wanted, when its text can be read so.
std::optional<std::string> in_form(const soql::Literal& literal, LiteralKind wanted) {
  if (literal.kind == LiteralKind::bind || literal.kind == LiteralKind::relative_date) {
    return std::nullopt;
  }
  std::string candidate = literal.text;
  if (wanted == LiteralKind::text) return soql::quote(candidate);
  if (wanted == LiteralKind::datetime && candidate.size() == 10) candidate += "T00:00:00Z";
  if (wanted == LiteralKind::date && candidate.size() > 10) candidate.resize(10);
  const auto read = read_condition("x = " + candidate);
  if (!read || read->values.size() != 1 || read->values[0].kind != wanted) return std::nullopt;
  return candidate;
}

// One walk over the platform's condition.
class PlatformCheck {
 public:
  PlatformCheck(const ObjectPair& pair, Report& report)
      : pair_(pair), text_(pair.mapping->where.platform), report_(report) {}

  void comparison(const soql::Condition& comparison) {
    const std::string_view name = own_field(comparison);
    if (name.empty() || !comparison.inner.empty() || depends_on_the_day(comparison)) {
      return report_.add(about(codes::kWhereNotEvaluable, comparison.span.offset,
                               "This condition cannot be evaluated over platform records."));
    }
    const schema::PlatformField* const field = pair_.platform->find(name);
    if (field == nullptr) return unknown(comparison, name);
    if (literal_of(field->type) == LiteralKind::null) {
      return report_.add(about(codes::kWhereNotFilterable, comparison.span.offset,
                               sentence({*field, " cannot be used in a condition."}),
                               sentence({"Conditions do not look into ",
                                         schema::platform_type_name(field->type), " fields."})));
    }
    if (!takes(field->type, comparison.op)) return wrong_operator(comparison, *field);
    for (const soql::Literal& literal : comparison.values) value(comparison, *field, literal);
  }

 private:
  static bool depends_on_the_day(const soql::Condition& comparison) {
    return std::any_of(
        comparison.values.begin(), comparison.values.end(), [](const soql::Literal& literal) {
          return literal.kind == LiteralKind::relative_date || literal.kind == LiteralKind::bind;
        });
  }

  Diagnostic about(const diagnostic::Code& code, std::size_t at, std::string message,
                   std::string cause = {}) const {
    Diagnostic found =
        make(code, where_pointer(pair_, "platform"), std::move(message), std::move(cause));
    found.inside = at;
    return found;
  }

  void unknown(const soql::Condition& comparison, std::string_view name) {
    std::vector<std::string_view> choices;
    for (const auto& field : pair_.platform->fields) choices.push_back(field.name);
    const auto meant = names::nearest(name, choices);
    std::string message =
        sentence({"The condition asks for ", Part::quoted(name), ", which the platform object ",
                  Part::quoted(pair_.platform->name), " does not have."});
    if (meant) message += " Did you mean " + quoted(*meant) + "?";
    const soql::Span& span = comparison.operand.path.span;
    Diagnostic found = about(codes::kWhereUnknownField, span.offset, std::move(message),
                             "Only fields of the platform schema can be asked for.");
    if (meant) found.fixes.push_back(mend_condition(found.pointer, text_, span, *meant));
    report_.add(std::move(found));
  }

  void wrong_operator(const soql::Condition& comparison, const schema::PlatformField& field) {
    report_.add(about(codes::kWhereOperator, comparison.span.offset,
                      sentence({field, " is ", with_article(compat::words(field.type)),
                                " and cannot be compared so."})));
  }

  void value(const soql::Condition& comparison, const schema::PlatformField& field,
             const soql::Literal& literal) {
    if (literal.kind == LiteralKind::null) return;
    const LiteralKind wanted = literal_of(field.type);
    if (literal.kind != wanted) {
      Diagnostic found = about(codes::kWhereLiteral, literal.span.offset,
                               sentence({field, " is ", with_article(compat::words(field.type)),
                                         ": compare it with ", form_of(wanted), "."}));
      const auto mended = in_form(literal, wanted);
      if (mended) {
        found.fixes.push_back(mend_condition(found.pointer, text_, literal.span, *mended));
      }
      return report_.add(std::move(found));
    }
    if (field.values.empty() || wanted != LiteralKind::text || comparison.op == Operator::like) {
      return;
    }
    choice(field, literal);
  }

  void choice(const schema::PlatformField& field, const soql::Literal& literal) {
    std::size_t begin = 0;
    while (begin <= literal.text.size()) {  // 'A;B' asks for both
      const std::size_t end = std::min(literal.text.find(';', begin), literal.text.size());
      const std::string_view part = std::string_view(literal.text).substr(begin, end - begin);
      begin = end + 1;
      if (std::any_of(field.values.begin(), field.values.end(),
                      [part](const std::string& value) { return names::same_name(value, part); })) {
        continue;
      }
      const std::vector<std::string_view> choices(field.values.begin(), field.values.end());
      const auto meant = names::nearest(part, choices);
      std::string message = sentence({field, " has no value ", Part::quoted(part), "."});
      if (meant) message += " Did you mean " + quoted(*meant) + "?";
      Diagnostic found = about(codes::kWhereValueUnknown, literal.span.offset, std::move(message));
      if (meant && part.size() == literal.text.size()) {
        found.fixes.push_back(
            mend_condition(found.pointer, text_, literal.span, soql::quote(*meant)));
      }
      report_.add(std::move(found));
    }
  }

  const ObjectPair& pair_;
  const std::string& text_;
  Report& report_;
};

void platform_takes_its_condition(const ObjectPair& pair, Report& report) {
  const std::string& text = pair.mapping->where.platform;
  if (text.empty()) return;
  // The grammar is SOQL's; what it says beyond that is about Salesforce.
  Report grammar = soql::check_where(text, nullptr, nullptr, where_pointer(pair, "platform"));
  for (Diagnostic& finding : grammar.diagnostics) {
    if (finding.code <= codes::kSoqlTooLarge.code || finding.code == codes::kSoqlLiteral.code) {
      take_over(std::move(finding), report);
    }
  }
  const auto condition = read_condition(text);
  if (!condition || pair.platform == nullptr) return;
  PlatformCheck check(pair, report);
  for_comparisons(*condition,
                  [&](const soql::Condition& comparison) { check.comparison(comparison); });
}

constexpr std::array kRules{
    ObjectRule{codes::kWhereSyntax, "Salesforce takes its condition",
               "name label type filterable relationshipName referenceTo picklistValues "
               "restrictedPicklist",
               salesforce_takes_its_condition},
    ObjectRule{codes::kWhereNotEvaluable, "the platform takes its condition", "",
               platform_takes_its_condition},
};

}  // namespace

RuleFamily criteria_rules() { return {.name = "criteria", .object_rules = kRules}; }

}  // namespace crosswalk::validate
