// The few pages that the server writes itself (the end of signing in and of connecting an org):
// text alone, escaped, no script. Everything else that a person sees is the console.
#pragma once

#include <string>
#include <string_view>

#include "api/answer.hpp"

namespace crosswalk::api {

struct Page {
  std::string title;
  std::string text;
  std::string detail;  // what the other side said; shown as it came, escaped; may be empty
  std::string link;    // a path of this server; empty: none
  std::string link_text;
};

Answer page(int status, const Page& content);
Answer redirect(std::string location);

}  // namespace crosswalk::api
