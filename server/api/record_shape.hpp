// What a record of one platform object may hold, for whoever writes records through the API: its
// fields and their kinds by the platform schema, and which of them Salesforce owns by the tenant's
// mappings. Records are read by tokens, so that every digit of a number is kept.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "api/call.hpp"
#include "schema/platform.hpp"
#include "store/records.hpp"

namespace crosswalk::api {

struct RecordShape {
  schema::PlatformObject object;
  std::set<std::string, std::less<>> salesforce_owned;  // fields that mappings only pull
};

// Error platformSchemaNotFound or objectNotFound.
Task<RecordShape> load_shape(Call& call, std::string object);

enum class ValueShape { text, number, truth, texts, any };
ValueShape value_shape(schema::PlatformType type);

inline constexpr std::size_t kRecordBytesMax = std::size_t{1} << 20;
inline constexpr std::size_t kKeyBytesMax = 255;

Result<void> check_key(std::string_view key);
// unknownField with the nearest name, or fieldAuthority.
Result<void> check_field(const RecordShape& shape, std::string_view name);

// {"key"?, "object"?, "fields":{…}, "lists"?}: `key` is the one of the path, or empty when the text
// names it (or its key field does). Errors point at the member.
Result<store::RecordWrite> read_record(const RecordShape& shape, std::string_view text,
                                       std::string_view key);

}  // namespace crosswalk::api
