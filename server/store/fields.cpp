#include "store/fields.hpp"

#include <algorithm>
#include <map>

namespace crosswalk::store {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// Walks over JSON without building anything; every member function answers whether the text is
// well-formed so far and leaves `at` behind what it read.
struct Walker {
  std::string_view text;
  std::size_t at = 0;

  [[nodiscard]] char peek() const { return at < text.size() ? text[at] : '\0'; }
  void space() {
    while (at < text.size() &&
           (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r'))
      ++at;
  }
  bool take(char c) {
    if (peek() != c || at >= text.size()) return false;
    ++at;
    return true;
  }
  bool word(std::string_view expected) {
    if (text.substr(at, expected.size()) != expected) return false;
    at += expected.size();
    return true;
  }

  bool quoted() {
    if (!take('"')) return false;
    while (at < text.size()) {
      const char c = text[at++];
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c == '\\' && !escape()) return false;
    }
    return false;
  }
  bool escape() {
    const char c = peek();
    ++at;
    if (c != 'u')
      return c != '\0' && std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos;
    for (int i = 0; i < 4; ++i, ++at)
      if (!is_hex(peek())) return false;
    return true;
  }
  bool digits() {
    const std::size_t start = at;
    while (is_digit(peek())) ++at;
    return at > start;
  }
  bool number() {
    take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    if (peek() == 'e' || peek() == 'E') {
      ++at;
      if (!take('+')) take('-');
      return digits();
    }
    return true;
  }

  bool value(int depth) {
    switch (peek()) {
      case '"':
        return quoted();
      case '{':
        return depth < kFieldsDepthMax && object(depth + 1, nullptr);
      case '[':
        return depth < kFieldsDepthMax && array(depth + 1);
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return number();
    }
  }
  bool array(int depth) {
    ++at;
    space();
    if (take(']')) return true;
    do {
      space();
      if (!value(depth)) return false;
      space();
    } while (take(','));
    return take(']');
  }
  bool object(int depth, FieldSlices* members) {
    ++at;
    space();
    if (take('}')) return true;
    do {
      space();
      const std::size_t name = at;
      if (!quoted()) return false;
      const auto name_text = text.substr(name, at - name);
      space();
      if (!take(':')) return false;
      space();
      const std::size_t start = at;
      if (!value(depth)) return false;
      if (members) members->emplace_back(name_text, text.substr(start, at - start));
      space();
    } while (take(','));
    return take('}');
  }
};

void keep_last_of_each(FieldSlices& fields) {
  std::map<std::string_view, std::size_t> first;
  std::size_t end = 0;
  for (const auto& field : fields) {
    const auto [found, fresh] = first.emplace(field.first, end);
    fields[found->second] = field;
    if (fresh) ++end;
  }
  fields.resize(end);
}

}  // namespace

std::optional<FieldSlices> read_fields(std::string_view text) {
  Walker walker{text};
  FieldSlices fields;
  walker.space();
  if (walker.peek() != '{' || !walker.object(1, &fields)) return std::nullopt;
  walker.space();
  if (walker.at != text.size()) return std::nullopt;
  keep_last_of_each(fields);
  return fields;
}

std::optional<std::string> merge_fields(const FieldSlices& kept, const FieldSlices& patch) {
  FieldSlices merged = kept;
  bool changed = false;
  std::size_t hint = 0;  // names mostly come in the same order
  for (const auto& [name, value] : patch) {
    const auto same = [&name = name](const auto& field) { return field.first == name; };
    auto found =
        std::find_if(merged.begin() + static_cast<std::ptrdiff_t>(hint), merged.end(), same);
    if (found == merged.end()) found = std::find_if(merged.begin(), merged.end(), same);
    if (found == merged.end()) {
      merged.emplace_back(name, value);
      changed = true;
      continue;
    }
    hint = static_cast<std::size_t>(found - merged.begin());
    if (found->second == value) continue;
    found->second = value;
    changed = true;
  }
  if (!changed) return std::nullopt;
  return write_fields(merged);
}

std::string write_fields(const FieldSlices& fields) {
  std::string text = "{";
  for (const auto& [name, value] : fields) {
    if (text.size() > 1) text += ',';
    text += name;
    text += ':';
    text += value;
  }
  text += '}';
  return text;
}

}  // namespace crosswalk::store
