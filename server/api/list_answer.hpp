// {"items":[…],"next":…}: the one shape of a list. Also the one way a store's not_found becomes the
// resource's own.
#pragma once

#include <string>

#include "api/answer.hpp"
#include "api/problem.hpp"
#include "diagnostic/report.hpp"
#include "store/page.hpp"

namespace crosswalk::api {

// `write` gives a row's JSON text.
template <class Row, class Write>
Answer list_answer(const store::Page<Row>& page, Write write) {
  std::string body = R"({"items":[)";
  for (const Row& row : page.items) {
    if (body.back() != '[') body += ',';
    body += write(row);
  }
  body += R"(],"next":)";
  if (page.next) {
    diagnostic::append_json_string(body, *page.next);
  } else {
    body += "null";
  }
  body += '}';
  return Answer::json(std::move(body));
}

}  // namespace crosswalk::api
