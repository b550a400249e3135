#include "api/import_reader.hpp"

#include <algorithm>

#include "api/problem.hpp"
#include "csv/reader.hpp"
#include "diagnostic/report.hpp"
#include "json/scanner.hpp"

namespace crosswalk::api {
namespace {

Error line_error(std::string_view code, std::string message, std::string path = "") {
  return make_error(ErrorKind::bad_input, code, std::move(message), std::move(path));
}

class NdjsonReader final : public ImportReader {
 public:
  explicit NdjsonReader(const RecordShape& shape) : shape_(shape) {}

  Result<void> feed(std::string_view chunk, std::vector<ImportedLine>& out) override {
    while (!chunk.empty()) {
      const std::size_t end = chunk.find('\n');
      take(chunk.substr(0, end));
      if (end == std::string_view::npos) break;
      chunk.remove_prefix(end + 1);
      close_line(out);
    }
    return {};
  }

  Result<void> finish(std::vector<ImportedLine>& out) override {
    close_line(out);
    return {};
  }

 private:
  void take(std::string_view part) {
    if (too_long_ || line_.size() + part.size() > kRecordBytesMax) {
      too_long_ = true;  // the rest of the line is passed over
      line_.clear();
      return;
    }
    line_ += part;
  }

  void close_line(std::vector<ImportedLine>& out) {
    ++number_;
    std::string_view text = line_;
    if (number_ == 1 && text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    const bool blank = text.find_first_not_of(" \t\r") == std::string_view::npos;
    if (too_long_) {
      out.push_back({number_, line_error("lineTooLong", "The line is longer than 1 MiB.")});
    } else if (!blank) {
      out.push_back({number_, read_record(shape_, text, "")});
    }
    line_.clear();
    too_long_ = false;
  }

  const RecordShape& shape_;
  std::string line_;
  std::size_t number_ = 0;
  bool too_long_ = false;
};

class CsvReader final : public ImportReader {
 public:
  explicit CsvReader(const RecordShape& shape) : shape_(shape) {}

  Result<void> feed(std::string_view chunk, std::vector<ImportedLine>& out) override {
    reader_.feed(chunk);
    return drain(out);
  }

  Result<void> finish(std::vector<ImportedLine>& out) override {
    reader_.finish();
    auto drained = drain(out);
    if (!drained) return drained;
    if (columns_.empty()) {
      return line_error("csvHeader", "The file has no header line that names platform fields.");
    }
    return {};
  }

 private:
  Result<void> drain(std::vector<ImportedLine>& out) {
    while (true) {
      auto step = reader_.next();
      if (!step) return step.error();
      if (*step != csv::Step::row) return {};
      if (columns_.empty()) {
        auto header = read_header();
        if (!header) return header;
      } else if (reader_.cells().size() > 1 || !reader_.cells().front().empty()) {
        out.push_back({reader_.line(), read_row()});
      }
    }
  }

  Result<void> read_header() {
    for (std::size_t i = 0; i < reader_.cells().size(); ++i) {
      const std::string_view name = reader_.cells()[i];
      const std::string place = "1:" + std::to_string(i + 1);
      auto good = check_field(shape_, name);
      if (!good) {
        Error error = good.error();
        error.path = "column " + std::to_string(i + 1) + " of the header";
        return error;
      }
      const schema::PlatformField* field = shape_.object.find(name);
      if (std::find(columns_.begin(), columns_.end(), field) != columns_.end()) {
        return line_error("csvHeader", "The column \"" + field->name + "\" comes twice.", place);
      }
      columns_.push_back(field);
    }
    if (std::find(columns_.begin(), columns_.end(), shape_.object.key_field()) == columns_.end()) {
      return line_error("csvHeader", "The key's column \"" + shape_.object.key + "\" is missing.",
                        "1:1");
    }
    return {};
  }

  Result<store::RecordWrite> read_row() {
    const auto cells = reader_.cells();
    if (cells.size() != columns_.size()) {
      return line_error("csvColumns", "The row has " + std::to_string(cells.size()) +
                                          " cells, the header " + std::to_string(columns_.size()) +
                                          ".");
    }
    store::RecordWrite record;
    record.object = shape_.object.name;
    record.fields_json = "{";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const schema::PlatformField& field = *columns_[i];
      if (i > 0) record.fields_json += ',';
      diagnostic::append_json_string(record.fields_json, field.name);
      record.fields_json += ':';
      auto good = append_value(field, cells[i], record.fields_json);
      if (!good) return good.error();
      if (field.name == shape_.object.key) record.key = cells[i];
    }
    record.fields_json += '}';
    auto good = check_key(record.key);
    if (!good) return good.error();
    return record;
  }

  static Error wrong(const schema::PlatformField& field, std::string_view wanted) {
    return line_error("wrongType", "\"" + field.name + "\" must be " + std::string(wanted) + ".");
  }

  // The contract's cells: empty is null, numbers in JSON's grammar, multi-select joined by ';'.
  static Result<void> append_value(const schema::PlatformField& field, std::string_view cell,
                                   std::string& out) {
    if (cell.empty()) {
      out += "null";
      return {};
    }
    switch (value_shape(field.type)) {
      case ValueShape::truth:
        if (cell != "true" && cell != "false") return wrong(field, "true or false");
        out += cell;
        return {};
      case ValueShape::number: {
        json::Scanner scanner(cell, {.depth_max = 1, .nodes_max = 2, .bytes_max = 400});
        json::Token token;
        if (!scanner.next(token) || token.kind != json::TokenKind::number || token.raw != cell) {
          return wrong(field, "a number");
        }
        out += cell;
        return {};
      }
      case ValueShape::texts:
        append_texts(cell, out);
        return {};
      case ValueShape::any: {
        const bool is_json = cell.front() == '{' || cell.front() == '[';
        if (!is_json) break;
        json::Scanner scanner(cell, {.depth_max = 16, .nodes_max = 10'000});
        json::Token token;
        do {
          if (!scanner.next(token)) return wrong(field, "text or JSON");
        } while (token.kind != json::TokenKind::end);
        out += cell;
        return {};
      }
      case ValueShape::text:
        break;
    }
    diagnostic::append_json_string(out, cell);
    return {};
  }

  static void append_texts(std::string_view cell, std::string& out) {
    out += '[';
    while (!cell.empty()) {
      const std::size_t end = std::min(cell.find(';'), cell.size());
      if (out.back() != '[') out += ',';
      diagnostic::append_json_string(out, cell.substr(0, end));
      cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    out += ']';
  }

  const RecordShape& shape_;
  csv::Reader reader_;
  std::vector<const schema::PlatformField*> columns_;
};

}  // namespace

std::unique_ptr<ImportReader> ndjson_reader(const RecordShape& shape) {
  return std::make_unique<NdjsonReader>(shape);
}

std::unique_ptr<ImportReader> csv_reader(const RecordShape& shape) {
  return std::make_unique<CsvReader>(shape);
}

}  // namespace crosswalk::api
