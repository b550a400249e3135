// The steps of the schema, one text each. Enums are kept as the numbers of their declaration's
// order, stamps as milliseconds since 1970, encrypted values as blobs.
#pragma once

#include <string_view>

namespace crosswalk::store::sqlite {

extern const std::string_view kSchema1;

}  // namespace crosswalk::store::sqlite
