// What SOQL's named dates mean, in days since 1970. The running user's time zone is UTC here, the
// week begins on Sunday and the fiscal year is the calendar's.
#include <chrono>

#include "org/query_filter.hpp"

namespace crosswalk::org {
namespace {

namespace calendar = std::chrono;

std::int64_t day_number(calendar::year_month month) {
  return calendar::sys_days{month / calendar::day{1}}.time_since_epoch().count();
}

// The unit that holds `today`, moved by `steps`, `count` units long.
std::optional<MomentRange> unit_range(std::string_view unit, std::int64_t today, int steps,
                                      int count) {
  if (unit == "DAY") return MomentRange{today + steps, today + steps + count};
  if (unit == "WEEK") {
    const std::int64_t start = today - (today + 4) % 7;
    return MomentRange{start + 7 * steps, start + 7 * (steps + count)};
  }
  if (unit.starts_with("FISCAL_")) unit.remove_prefix(7);
  const int months = unit == "MONTH" ? 1 : unit == "QUARTER" ? 3 : unit == "YEAR" ? 12 : 0;
  if (months == 0) return std::nullopt;
  const calendar::year_month_day date{calendar::sys_days{calendar::days{today}}};
  const auto index = static_cast<unsigned>(date.month()) - 1;
  const calendar::year_month start =
      date.year() / calendar::month{index - index % static_cast<unsigned>(months) + 1};
  return MomentRange{day_number(start + calendar::months{months * steps}),
                     day_number(start + calendar::months{months * (steps + count)})};
}

}  // namespace

std::optional<MomentRange> relative_range(const std::string& name, std::int64_t now_seconds) {
  const std::int64_t today = now_seconds / 86'400;
  if (name == "TODAY") return MomentRange{today, today + 1};
  if (name == "YESTERDAY") return MomentRange{today - 1, today};
  if (name == "TOMORROW") return MomentRange{today + 1, today + 2};
  if (name == "LAST_90_DAYS") return MomentRange{today - 90, today + 1};
  if (name == "NEXT_90_DAYS") return MomentRange{today + 1, today + 91};
  const auto colon = name.find(':');
  if (colon == std::string::npos) {
    const std::string unit = name.substr(5);
    if (name.starts_with("LAST_")) return unit_range(unit, today, -1, 1);
    if (name.starts_with("THIS_")) return unit_range(unit, today, 0, 1);
    return unit_range(unit, today, 1, 1);
  }
  const auto count = read_integer(std::string_view(name).substr(colon + 1));
  if (!count || *count < 0 || *count > 100'000) return std::nullopt;
  const int n = static_cast<int>(*count);
  const std::string head = name.substr(0, colon);
  if (head.ends_with("_AGO")) return unit_range(head.substr(2, head.size() - 7), today, -n, 1);
  const std::string unit = head.substr(7, head.size() - 8);
  if (head.starts_with("NEXT_")) return unit_range(unit, today, 1, n);
  if (unit == "DAY") return MomentRange{today - n, today + 1};  // today counts too
  return unit_range(unit, today, -n, n);
}

}  // namespace crosswalk::org
