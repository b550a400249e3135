// The console's files, read once at start into memory: what is not in this table does not exist, so
// no request path ever reaches the file system. Read-only afterwards, safe from every thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "api/answer.hpp"
#include "diagnostic/result.hpp"
#include "net/exchange.hpp"

namespace crosswalk::api {

class ConsoleFiles {
 public:
  ConsoleFiles() = default;  // no console: every path is not found

  // Every regular file below `directory`; symbolic links are not followed. Files named X.br beside
  // X are X in brotli. Bounded: 2,000 files, 64 MiB.
  static Result<ConsoleFiles> load(const std::string& directory);

  [[nodiscard]] bool has(const std::vector<std::string>& path) const;
  // For GET and HEAD of a path that is there.
  [[nodiscard]] Answer answer(const net::RequestHead& head) const;
  [[nodiscard]] std::size_t size() const { return files_.size(); }

 private:
  struct File {
    std::string_view content_type;
    std::string etag;
    std::string bytes;
    std::string brotli;  // empty: none
    bool hashed_name = false;
  };
  [[nodiscard]] const File* find(const std::vector<std::string>& path) const;

  std::map<std::string, File, std::less<>> files_;
};

// The headers that every page and file of the console carries (threat rows S8, S9).
void add_page_headers(Answer& answer);

}  // namespace crosswalk::api
