// The data folder and its lock: one process at a time owns it. The lock file says "open" while a
// process works and is empty after a clean stop, so the next start knows what came before.
#pragma once

#include <filesystem>
#include <memory>

#include "diagnostic/result.hpp"

namespace crosswalk::store::sqlite {

class DataFolder {
 public:
  // Creates the folder (0700) when absent. Error{conflict, "dataInUse"} when another process has
  // it.
  static Result<std::unique_ptr<DataFolder>> take(const std::filesystem::path& folder);
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;
  ~DataFolder();  // a clean stop

  [[nodiscard]] bool was_unclean() const { return was_unclean_; }
  [[nodiscard]] std::filesystem::path database() const { return folder_ / "crosswalk.db"; }

 private:
  DataFolder(std::filesystem::path folder, int lock, bool was_unclean);

  std::filesystem::path folder_;
  int lock_;
  bool was_unclean_;
};

}  // namespace crosswalk::store::sqlite
