// The tenant's documents, kept as the text that was sent (comments and layout included), versioned.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "runtime/clock.hpp"
#include "runtime/task.hpp"
#include "store/page.hpp"

namespace crosswalk::store {

enum class DocumentKind { platform_schema, mapping, sync, describe };

// The one name of a tenant's platform schema.
inline constexpr const char* kPlatformSchemaName = "platform";

struct DocumentRow {
  DocumentKind kind = DocumentKind::mapping;
  std::string name;
  std::int64_t version = 0;  // 1, 2, ...: raised by each put that changes the text
  std::string text;
  runtime::Stamp updated_at;
};

class Documents {
 public:
  virtual ~Documents() = default;
  // Answers the version now kept. `expected`: Error{conflict, "versionMismatch"} when it differs
  // (0: must not exist yet). The row's own version is ignored.
  virtual Task<std::int64_t> put(std::string tenant, DocumentRow document,
                                 std::optional<std::int64_t> expected) = 0;
  virtual Task<DocumentRow> get(std::string tenant, DocumentKind kind, std::string name) = 0;
  virtual Task<Page<DocumentRow>> list(std::string tenant, DocumentKind kind, PageRequest page) = 0;
  virtual Task<void> erase(std::string tenant, DocumentKind kind, std::string name) = 0;
};

}  // namespace crosswalk::store
