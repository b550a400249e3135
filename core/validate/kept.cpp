#include "validate/kept.hpp"

#include <nlohmann/json.hpp>

#include "json/pointer.hpp"
#include "json/read.hpp"

namespace crosswalk::validate {

Kept::Kept(const mapping::ObjectMapping& object, std::string_view name)
    : pointer_(json::child(object.pointer, name)) {
  for (const mapping::KeptMember& member : object.kept) {
    if (member.key != name) continue;
    const Result<nlohmann::ordered_json> tree = json::read(member.json);
    if (!tree) return;
    if (tree->is_string()) text_ = tree->get<std::string>();
    if (!tree->is_object()) return;
    for (const auto& item : tree->get_ref<const nlohmann::ordered_json::object_t&>()) {
      if (item.second.is_string()) {
        members_.emplace_back(item.first, item.second.get<std::string>());
      }
    }
    return;
  }
}

const std::string& Kept::text(std::string_view member) const {
  static const std::string kNone;
  for (const auto& [name, text] : members_) {
    if (name == member) return text;
  }
  return kNone;
}

std::string Kept::pointer(std::string_view member) const { return json::child(pointer_, member); }

}  // namespace crosswalk::validate
