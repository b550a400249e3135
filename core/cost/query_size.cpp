#include "cost/query_size.hpp"

namespace crosswalk::cost {
namespace {

// RFC 3986's unreserved characters stand as they are, all others become %XX.
bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

}  // namespace

void QuerySize::add(std::string_view text) {
  characters += text.size();
  for (const char c : text) url_bytes += is_unreserved(c) ? 1 : 3;
}

void QuerySize::add_field(std::string_view name) {
  characters += 2 + name.size();
  url_bytes += 6 + name.size();
}

}  // namespace crosswalk::cost
