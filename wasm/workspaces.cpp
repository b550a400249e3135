#include "workspaces.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "json/read.hpp"

namespace crosswalk::wasm {
namespace {

constexpr std::size_t kWorkspacesMax = 64;
// Only the envelope: every document inside it is read under its own bounds.
constexpr json::Limits kEnvelope{.bytes_max = std::size_t{256} << 20};

}  // namespace

std::string Workspaces::open(std::string_view input) {
  if (open_.size() >= kWorkspacesMax) {
    return refusal("tooManyWorkspaces", "64 workspaces are open; dispose of one first.");
  }
  const auto tree = json::read(input, kEnvelope);
  if (!tree) return refusal_of(tree.error());
  auto texts = read_schema_texts(*tree);
  if (!texts) return refusal_of(texts.error());
  open_.emplace(++last_handle_, parse(std::move(*texts)));
  return "{\"handle\":" + std::to_string(last_handle_) + "}";
}

std::string Workspaces::call(int handle, std::string_view operation, std::string_view input) const {
  const auto open = open_.find(handle);
  if (handle != 0 && open == open_.end()) {
    return refusal("workspaceClosed", "This workspace is closed.");
  }
  const auto all = operations();
  const auto found = std::find_if(all.begin(), all.end(), [operation](const Operation& each) {
    return each.name == operation;
  });
  if (found == all.end()) return refusal("unknownOperation", "There is no such operation.");
  if (handle != 0 && found->of_text != nullptr) return found->of_text(open->second, input);
  const auto tree = json::read(input, kEnvelope);
  if (!tree) return refusal_of(tree.error());
  if (found->plain != nullptr) return found->plain(*tree);
  const Schemas nothing;
  return found->with_schemas(handle == 0 ? nothing : open->second, *tree);
}

void Workspaces::close(int handle) { open_.erase(handle); }

}  // namespace crosswalk::wasm
