#include "core/suggest/labelled.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "core/suggest/standard_objects.hpp"
#include "json/read.hpp"

namespace crosswalk::suggest_test {
namespace {

LabelledObject read_object(const nlohmann::ordered_json& tree, const std::string& file) {
  LabelledObject object;
  object.platform.name = tree.at("platform");
  object.platform.label = tree.at("label");
  object.salesforce = tree.at("salesforce");
  for (const auto& row : tree.at("fields")) {
    schema::PlatformField field;
    field.name = row.at(0);
    field.label = row.at(1);
    const auto type = schema::platform_type_from(row.at(2).get<std::string>());
    if (!type) throw std::runtime_error(file + ": no type " + row.at(2).get<std::string>());
    field.type = *type;
    object.targets[field.name] = row.at(3).is_null() ? "" : row.at(3).get<std::string>();
    object.platform.fields.push_back(std::move(field));
  }
  object.platform.reindex();
  return object;
}

}  // namespace

std::vector<LabelledFile> labelled_files() {
  const std::filesystem::path folder =
      std::filesystem::path(CROSSWALK_SOURCE_DIR) / "tests" / "core" / "suggest" / "labelled";
  std::vector<LabelledFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    const auto tree = json::read(file_text(entry.path().string()));
    if (!tree) throw std::runtime_error(entry.path().string() + ": " + tree.error().message);
    LabelledFile file;
    file.file = entry.path().filename().string();
    file.product = tree->at("product");
    file.source = tree->at("source").at("title").get<std::string>() + ", " +
                  tree->at("source").at("address").get<std::string>();
    for (const auto& object : tree->at("objects")) {
      file.objects.push_back(read_object(object, file.file));
    }
    files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end(), [](const LabelledFile& left, const LabelledFile& right) {
    return left.file < right.file;
  });
  return files;
}

}  // namespace crosswalk::suggest_test
