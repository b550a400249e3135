#include "properties/soql_trees.hpp"

#include <string>
#include <utility>

#include "properties/choices.hpp"
#include "soql/literal.hpp"
#include "soql/printer.hpp"

namespace crosswalk::soql {

void showValue(const Query& query, std::ostream& out) { out << print(query); }
void showValue(const Condition& condition, std::ostream& out) { out << print(condition); }

}  // namespace crosswalk::soql

namespace crosswalk::properties {
namespace {

using soql::Condition;
using soql::ConditionKind;
using soql::Literal;
using soql::LiteralKind;
using soql::Operand;
using soql::OperandKind;
using soql::Operator;
using soql::Path;
using soql::Query;

constexpr int kDeepest = 3;

Path path() {
  Path out;
  out.names = listed(1, 3, api_name);
  return out;
}

std::string alias() { return one_of<std::string>({"", "a", "total_1", "c", "Acct"}); }
std::string bind_text() {
  return one_of<std::string>({"ids", "a.b", "ids.size()", "m[0]", "new List<Id>{x}", "a + 1", "1"});
}

std::string digits(int longest) {
  std::string out = std::to_string(between(1, 9));
  for (int left = between(0, longest - 1); left > 0; --left) out += std::to_string(below(10));
  return out;
}

std::string clock() { return one_of<std::string>({"10:30:00", "00:00:00.000", "23:59:59.9"}); }
std::string zone() { return one_of<std::string>({"Z", "+02:00", "-0530", "z"}); }

void fill_text(Literal& out, bool like) {
  out.text = any_text();
  const std::string quoted = soql::quote(out.text);
  out.source = quoted.substr(1, quoted.size() - 2);
  if (!like || !chance(50)) return;
  out.source += one_of<const char*>({"\\%", "\\_", "%", "_"});
  out.text = *soql::unescape(out.source);
}

Literal literal(bool like = false) {
  Literal out;
  out.kind =
      one_of({LiteralKind::null, LiteralKind::truth, LiteralKind::number, LiteralKind::currency,
              LiteralKind::text, LiteralKind::date, LiteralKind::datetime, LiteralKind::time,
              LiteralKind::relative_date, LiteralKind::bind});
  switch (out.kind) {
    case LiteralKind::null:
      break;
    case LiteralKind::truth:
      out.text = one_of<const char*>({"true", "false"});
      break;
    case LiteralKind::number:
      out.text =
          one_of<const char*>({"", "-", "+"}) + digits(20) + (chance(50) ? "." + digits(9) : "");
      break;
    case LiteralKind::currency:
      out.text =
          one_of<const char*>({"USD", "eur"}) + digits(9) + (chance(50) ? "." + digits(2) : "");
      break;
    case LiteralKind::text:
      fill_text(out, like);
      break;
    case LiteralKind::date:
      out.text = "2026-0" + std::to_string(between(1, 9)) + "-28";
      break;
    case LiteralKind::datetime:
      out.text = "2026-01-31" + one_of<std::string>({"T", "t"}) + clock() + zone();
      break;
    case LiteralKind::time:
      out.text = clock() + zone();
      break;
    case LiteralKind::relative_date:
      out.text = one_of(soql::relative_dates());
      if (soql::is_relative_date(out.text, true)) out.text += ":" + digits(9);
      break;
    case LiteralKind::bind:
      out.text = bind_text();
      break;
  }
  return out;
}

Operand field() {
  Operand out;
  out.path = path();
  return out;
}

Operand operand(int depth);

Operand argument(int depth) {
  if (chance(60)) return operand(depth + 1);
  Operand out;
  out.kind = OperandKind::literal;
  out.literal.kind = one_of({LiteralKind::number, LiteralKind::text, LiteralKind::bind});
  if (out.literal.kind == LiteralKind::text) {
    fill_text(out.literal, false);
  } else {
    out.literal.text = out.literal.kind == LiteralKind::number ? digits(5) : bind_text();
  }
  return out;
}

Operand operand(int depth) {
  if (depth >= kDeepest || chance(60)) return field();
  Operand out;
  out.kind = OperandKind::call;
  out.path.names = {one_of<std::string>(
      {"COUNT", "count_distinct", "CALENDAR_YEAR", "toLabel", "FORMAT", "FIELDS", "DISTANCE"})};
  out.arguments = listed(0, 3, [&] { return argument(depth); });
  return out;
}

Query query(int depth);
Condition condition(int depth);

Condition comparison(int depth) {
  Condition out;
  out.operand = operand(1);
  out.op = one_of({Operator::equal, Operator::not_equal, Operator::less, Operator::less_equal,
                   Operator::greater, Operator::greater_equal, Operator::like, Operator::in,
                   Operator::not_in, Operator::includes, Operator::excludes});
  const bool joins = out.op == Operator::in || out.op == Operator::not_in;
  const bool list = joins || out.op == Operator::includes || out.op == Operator::excludes;
  if (joins && depth < kDeepest && chance(30)) {
    out.inner.push_back(query(depth + 1));
  } else {
    out.values = listed(1, list ? 4 : 1, [&] { return literal(out.op == Operator::like); });
  }
  return out;
}

Condition condition(int depth) {
  if (depth >= kDeepest || chance(50)) return comparison(depth);
  Condition out;
  out.kind = one_of({ConditionKind::all, ConditionKind::any, ConditionKind::negation});
  const bool one = out.kind == ConditionKind::negation;
  out.parts = listed(one ? 1 : 2, one ? 1 : 4, [&] { return condition(depth + 1); });
  return out;
}

soql::SelectItem select_item(int depth) {
  soql::SelectItem out;
  const int kind = below(10);
  if (kind == 9 && depth < kDeepest) {
    out.kind = soql::SelectKind::subquery;
    out.subquery.push_back(query(depth + 1));
  } else if (kind == 8) {
    out.kind = soql::SelectKind::type_of;
    out.operand = field();
    out.branches = listed(1, 3, [] {
      soql::TypeOfBranch branch;
      branch.object = api_name();
      branch.fields = listed(1, 3, path);
      return branch;
    });
    out.otherwise = listed(0, 2, path);
  } else {
    out.operand = operand(1);
    out.alias = alias();
  }
  return out;
}

soql::With with() {
  soql::With out;
  out.kind = one_of({soql::WithKind::nothing, soql::WithKind::security_enforced,
                     soql::WithKind::user_mode, soql::WithKind::system_mode,
                     soql::WithKind::data_category, soql::WithKind::condition});
  if (out.kind == soql::WithKind::condition) {
    out.condition.emplace();
    out.condition->operand = field();
    out.condition->values = {literal()};
  }
  if (out.kind == soql::WithKind::data_category) {
    out.categories = listed(1, 3, [] {
      soql::Category category;
      category.group = api_name();
      category.selector = one_of<std::string>({"AT", "ABOVE", "BELOW", "ABOVE_OR_BELOW"});
      category.names = listed(1, 3, api_name);
      return category;
    });
  }
  return out;
}

soql::Count count() {
  soql::Count out;
  const int kind = below(4);
  if (kind == 1 || kind == 2) out.number = static_cast<std::uint64_t>(below(2'000'000));
  if (kind == 3) out.bind = bind_text();
  return out;
}

soql::OrderItem order_item() {
  soql::OrderItem out;
  out.operand = operand(1);
  out.descending = chance(50);
  out.nulls = one_of({soql::Nulls::unsaid, soql::Nulls::first, soql::Nulls::last});
  return out;
}

Query query(int depth) {
  Query out;
  out.select = listed(1, 4, [&] { return select_item(depth); });
  out.from = listed(1, 2, [] { return soql::Source{path(), alias()}; });
  out.scope = one_of<std::string>({"", "", "mine", "everything"});
  if (chance(60)) out.where = condition(depth);
  if (chance(40)) out.with = with();
  if (chance(30)) {
    out.group_by = listed(1, 3, [] { return operand(1); });
    out.grouping = one_of({soql::Grouping::plain, soql::Grouping::rollup, soql::Grouping::cube});
    if (chance(50)) out.having = condition(depth);
  }
  if (chance(30)) out.order_by = listed(1, 3, order_item);
  out.limit = count();
  out.offset = count();
  for (bool* flag : {&out.for_view, &out.for_reference, &out.for_update, &out.update_tracking,
                     &out.update_viewstat, &out.all_rows}) {
    *flag = chance(15);
  }
  return out;
}

}  // namespace

rc::Gen<Query> queries() {
  return rc::gen::exec([] { return query(0); });
}

rc::Gen<Condition> conditions() {
  return rc::gen::exec([] { return condition(0); });
}

}  // namespace crosswalk::properties
