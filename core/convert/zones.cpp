#include "convert/zones.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "json/pointer.hpp"
#include "json/read.hpp"

namespace crosswalk::convert {
namespace {

using Tree = nlohmann::ordered_json;

constexpr std::int64_t kOffsetMax = std::int64_t{26} * 3600;
constexpr std::int64_t kAtMax = std::int64_t{1} << 40;

Error bad(std::string pointer, std::string_view message) {
  return {ErrorKind::bad_input, "zonesInvalid", std::move(pointer), std::string(message), 0, {}};
}

bool is_within(const Tree& value, std::int64_t most) {
  return value.is_number_integer() && value >= -most && value <= most;
}

Result<Zone> read_zone(const Tree& tree, const std::string& pointer) {
  const Tree* const offsets = json::member(tree, "offsets");
  const Tree* const transitions = json::member(tree, "transitions");
  if (offsets == nullptr || !offsets->is_array() || offsets->empty()) {
    return bad(pointer, "A zone has a list \"offsets\" of at least one.");
  }
  for (const Tree& offset : *offsets) {
    if (!is_within(offset, kOffsetMax)) return bad(pointer, "An offset is whole seconds of a day.");
  }
  Zone zone;
  zone.offset = offsets->front().get<std::int32_t>();
  if (transitions == nullptr) return zone;
  if (!transitions->is_array() || transitions->size() % 2 != 0) {
    return bad(pointer, "\"transitions\" is a list of pairs: a second, and an offset's index.");
  }
  std::int32_t before = zone.offset;
  for (std::size_t i = 0; i < transitions->size(); i += 2) {
    const Tree& at = (*transitions)[i];
    const Tree& index = (*transitions)[i + 1];
    const auto last = static_cast<std::int64_t>(offsets->size()) - 1;
    if (!is_within(at, kAtMax) || !is_within(index, last) || index < 0 ||
        (!zone.transitions.empty() && at <= zone.transitions.back().at)) {
      return bad(json::child(json::child(pointer, "transitions"), i),
                 "Transitions stand in the order of their seconds and name an offset.");
    }
    const auto after = (*offsets)[index.get<std::size_t>()].get<std::int32_t>();
    zone.transitions.push_back({at.get<std::int64_t>(), before, after});
    before = after;
  }
  return zone;
}

}  // namespace

std::int32_t Zone::offset_at(std::int64_t utc) const {
  const auto later = std::upper_bound(
      transitions.begin(), transitions.end(), utc,
      [](std::int64_t moment, const Transition& transition) { return moment < transition.at; });
  return later == transitions.begin() ? offset : std::prev(later)->after;
}

std::int64_t Zone::to_utc(std::int64_t local) const {
  const auto later = std::upper_bound(transitions.begin(), transitions.end(), local,
                                      [](std::int64_t clock, const Transition& transition) {
                                        return clock < transition.at + std::max(transition.before,
                                                                                transition.after);
                                      });
  return local - (later == transitions.begin() ? offset : std::prev(later)->after);
}

Result<Zones> read_zones(std::string_view text) {
  const Result<Tree> tree = json::read(text);
  if (!tree) return tree.error();
  const Tree* const zones = json::member(*tree, "zones");
  if (zones == nullptr || !zones->is_object()) return bad("/zones", "There are no \"zones\".");
  Zones read;
  for (const auto& item : zones->get_ref<const Tree::object_t&>()) {
    auto zone = read_zone(item.second, json::child("/zones", item.first));
    if (!zone) return zone.error();
    read.emplace(item.first, *std::move(zone));
  }
  return read;
}

}  // namespace crosswalk::convert
