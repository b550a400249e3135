#include "properties/patches.hpp"

namespace crosswalk::properties {
namespace {

std::size_t units_of(unsigned char first_byte) {
  if ((first_byte & 0xC0) == 0x80) return 0;
  return first_byte >= 0xF0 ? 2 : 1;
}

// The byte that so many UTF-16 units stand before.
std::optional<std::size_t> byte_at(const std::string& text, std::size_t units) {
  std::size_t counted = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool inside = at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    if (counted == units && !inside) return at;
    if (at < text.size()) counted += units_of(static_cast<unsigned char>(text[at]));
  }
  return std::nullopt;
}

}  // namespace

std::optional<nlohmann::json> patched(const nlohmann::json& document,
                                      const std::vector<PatchOp>& patch) {
  nlohmann::json steps = nlohmann::json::array();
  for (const PatchOp& op : patch) {
    nlohmann::json step{{"op", op.op}, {"path", op.path}};
    if (op.op == "move") step["from"] = op.from;
    if (op.op == "add" || op.op == "replace") {
      const nlohmann::json value = nlohmann::json::parse(op.value_json, nullptr, false);
      if (value.is_discarded()) return std::nullopt;
      step["value"] = value;
    }
    steps.push_back(std::move(step));
  }
  try {
    return document.patch(steps);
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

std::optional<std::string> edited(const std::string& text, const std::vector<TextEdit>& edits) {
  std::string out;
  std::size_t end = 0;
  for (const TextEdit& edit : edits) {
    const std::optional<std::size_t> from = byte_at(text, edit.offset);
    const std::optional<std::size_t> to = byte_at(text, edit.offset + edit.length);
    if (!from || !to || *from < end) return std::nullopt;
    out.append(text, end, *from - end);
    out += edit.text;
    end = *to;
  }
  return out.append(text, end);
}

std::optional<nlohmann::json> parsed(const std::string& text) {
  nlohmann::json tree = nlohmann::json::parse(text, nullptr, false, true);
  if (tree.is_discarded()) return std::nullopt;
  return tree;
}

}  // namespace crosswalk::properties
