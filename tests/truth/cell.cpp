#include "truth/cell.hpp"

#include "diagnostic/report.hpp"

namespace crosswalk::truth {
namespace {

std::string quoted(std::string_view text) {
  std::string out;
  diagnostic::append_json_string(out, text);
  return out;
}

}  // namespace

Cell Cell::of_list(const std::vector<std::string>& members) {
  Cell out{Kind::list, {}, false};
  for (const std::string& member : members)
    out.text += (&member == &members[0] ? "" : ";") + member;
  return out;
}

convert::Value Cell::value() const {
  switch (kind) {
    case Kind::null:
      return convert::Value::of_null();
    case Kind::text:
    case Kind::list:
      return convert::Value::of_text(text);
    case Kind::number:
      return convert::Value::of_number(text);
    case Kind::truth:
      return convert::Value::of_truth(truth);
    case Kind::absent:
    case Kind::object:
      break;
  }
  return {};
}

std::string json_of(const convert::Value& value) {
  if (value.is_truth()) return value.truth ? "true" : "false";
  if (value.is_number()) return std::string(value.text);
  return value.is_text() ? quoted(value.text) : "null";
}

std::string json_of(const Cell& cell) {
  if (cell.kind == Cell::Kind::object) return R"({"nested":[1,{"deeper":null}]})";
  if (cell.kind != Cell::Kind::list) return json_of(cell.value());
  std::string out = "[";
  for (std::size_t start = 0; start <= cell.text.size();) {
    const std::size_t end = std::min(cell.text.find(';', start), cell.text.size());
    if (start > 0) out += ',';
    out += quoted(std::string_view(cell.text).substr(start, end - start));
    start = end + 1;
  }
  return out + "]";
}

}  // namespace crosswalk::truth
