// `where.platform` of a mapping: the WHERE grammar of SOQL, evaluated over a platform record. Texts
// compare without regard to ASCII case, numbers by amount, multi-select values as sets; a
// comparison with nothing is false, except with null itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "convert/form.hpp"
#include "convert/value.hpp"
#include "diagnostic/result.hpp"
#include "schema/platform.hpp"
#include "soql/ast.hpp"

namespace crosswalk::sync {

class PlatformFilter {
 public:
  // Errors (bad_input, "whereUnknownField" | "whereNotCarriedOut" | SOQL's own): a field that the
  // object does not have; functions, subqueries and dates that depend on the day.
  static Result<PlatformFilter> compile(std::string_view text,
                                        const schema::PlatformObject& object);

  // The fields that accepts() wants, in its row's order.
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  [[nodiscard]] bool accepts(convert::Row row) const;

 private:
  Result<void> check(const soql::Condition& condition, const schema::PlatformObject& object);
  [[nodiscard]] bool holds(const soql::Condition& condition, convert::Row row) const;
  [[nodiscard]] bool compare(const soql::Condition& condition, convert::Row row) const;

  soql::Condition condition_;
  std::vector<std::string> columns_;
  std::vector<convert::Form> forms_;
};

}  // namespace crosswalk::sync
