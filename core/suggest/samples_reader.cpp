#include "suggest/samples_reader.hpp"

#include <vector>

#include "csv/reader.hpp"
#include "json/scanner.hpp"

namespace crosswalk::suggest {
namespace {

Error bad(std::string path, std::string message) {
  return {ErrorKind::bad_input, "recordSyntax", std::move(path), std::move(message), 0, {}};
}

Result<const schema::PlatformObject*> object_named(std::string_view name,
                                                   const schema::PlatformSchema& platform) {
  if (name.empty() && platform.objects.size() == 1) return &platform.objects.front();
  const schema::PlatformObject* object = platform.find(name);
  if (object != nullptr) return object;
  return bad("records", name.empty()
                            ? "Name the object of the records: the platform schema has several."
                            : "The platform schema has no object " + std::string(name) + ".");
}

Result<SamplesByObject> read_csv(const Records& records, const schema::PlatformSchema& platform) {
  const auto object = object_named(records.object, platform);
  if (!object) return object.error();
  csv::Reader reader;
  reader.feed_all(records.text);
  SamplesByObject out;
  SamplesByField& fields = out[(*object)->name];
  std::vector<Samples*> columns;
  for (std::size_t row = 0; row <= kSamplesMax; ++row) {
    auto step = reader.next();
    if (!step) {
      step.error().path = "records:" + step.error().path;
      return step.error();
    }
    if (*step == csv::Step::end) break;
    const auto cells = reader.cells();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (row == 0) {
        const schema::PlatformField* field = (*object)->find(cells[i]);
        columns.push_back(field == nullptr ? nullptr : &fields[field->name]);
      } else if (i < columns.size() && columns[i] != nullptr) {
        columns[i]->add(cells[i]);
      }
    }
  }
  return out;
}

// One line of NDJSON. Values are kept until the object is known: it may stand behind them.
class Line {
 public:
  explicit Line(std::string_view text) : scanner_(text) {}

  bool read() {
    json::Token token;
    if (!scanner_.next(token)) return false;
    if (token.kind != json::TokenKind::begin_object) {
      return scanner_.fail(token.begin, "recordSyntax", "A record is a JSON object.");
    }
    return members(true) && scanner_.next(token);
  }

  [[nodiscard]] Error error() const { return scanner_.error(); }
  [[nodiscard]] std::string_view object() const { return object_; }
  // Those of "fields" where the record has them, its own members otherwise.
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& values() const {
    return has_fields_ ? fields_ : own_;
  }

 private:
  bool members(bool top) {
    json::Token key, value;
    while (scanner_.next(key)) {
      if (key.kind == json::TokenKind::end_object) return true;
      if (!scanner_.next(value)) return false;
      const std::string name = json::unescape(key);
      if (top && name == "object" && value.kind == json::TokenKind::text) {
        object_ = json::unescape(value);
      }
      if (top && name == "fields" && value.kind == json::TokenKind::begin_object) {
        has_fields_ = true;
        if (!members(false)) return false;
        continue;
      }
      keep(name, value, top ? own_ : fields_);
      if (!scanner_.skip(value)) return false;
    }
    return false;
  }

  static void keep(const std::string& name, const json::Token& value,
                   std::vector<std::pair<std::string, std::string>>& into) {
    if (value.kind == json::TokenKind::text) into.emplace_back(name, json::unescape(value));
    if (value.kind == json::TokenKind::number) into.emplace_back(name, std::string(value.raw));
    if (value.kind == json::TokenKind::truth)
      into.emplace_back(name, value.truth ? "true" : "false");
  }

  json::Scanner scanner_;
  std::string object_;
  bool has_fields_ = false;
  std::vector<std::pair<std::string, std::string>> own_, fields_;
};

// "1:14" of a line becomes "records:7:14".
std::string place(std::size_t line, const std::string& path) {
  return "records:" + std::to_string(line) + path.substr(std::min(path.find(':'), path.size()));
}

Result<SamplesByObject> read_lines(const Records& records, const schema::PlatformSchema& platform) {
  SamplesByObject out;
  std::string_view rest = records.text;
  for (std::size_t number = 1; !rest.empty() && number <= kSamplesMax; ++number) {
    const std::size_t end = rest.find('\n');
    const std::string_view text = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Line line(text);
    if (!line.read()) {
      Error error = line.error();
      error.path = place(number, error.path);
      return error;
    }
    const auto object =
        object_named(line.object().empty() ? records.object : line.object(), platform);
    if (!object) {
      Error error = object.error();
      error.path = place(number, "1:1");
      return error;
    }
    SamplesByField& fields = out[(*object)->name];
    for (const auto& [name, value] : line.values()) {
      const schema::PlatformField* field = (*object)->find(name);
      if (field != nullptr) fields[field->name].add(value);
    }
  }
  return out;
}

}  // namespace

Result<SamplesByObject> read_samples(const Records& records,
                                     const schema::PlatformSchema& platform) {
  if (records.text.empty()) return SamplesByObject{};
  return records.csv ? read_csv(records, platform) : read_lines(records, platform);
}

}  // namespace crosswalk::suggest
