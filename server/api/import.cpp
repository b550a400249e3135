// Importing platform records: streamed in, written in batches, bad lines reported by number.
#include <charconv>
#include <nlohmann/json.hpp>

#include "api/import_reader.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "json/read.hpp"
#include "net/http.hpp"

namespace crosswalk::api {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kImportBytesMax = std::size_t{4} << 30;
constexpr std::size_t kBatchRecords = 500;
constexpr std::size_t kErrorsShown = 1000;

class Import {
 public:
  explicit Import(Call& call) : call_(call) {}

  // Writes what was read; in batches unless this is the end.
  Task<void> write(std::vector<ImportedLine>& lines, bool all) {
    for (ImportedLine& line : lines) {
      if (line.record) {
        batch_.push_back(std::move(*line.record));
        batch_lines_.push_back(line.line);
      } else {
        refuse(line.line, line.record.error().code, line.record.error().message);
      }
      if (batch_.size() >= kBatchRecords) {
        auto flushed = co_await flush();
        if (!flushed) co_return flushed.error();
      }
    }
    lines.clear();
    if (all && !batch_.empty()) co_return co_await flush();
    co_return Result<void>();
  }

  void refuse(std::size_t line, std::string_view code, std::string_view message) {
    ++refused_;
    if (errors_.size() >= kErrorsShown) return;
    ordered_json error;
    error["line"] = line;
    error["code"] = code;
    error["message"] = message;
    errors_.push_back(std::move(error));
  }

  [[nodiscard]] bool begun() const { return accepted_ + refused_ > 0; }

  // The file breaks off being CSV here: what came before is taken, what follows cannot be read.
  void refuse_rest(const Error& error) {
    std::size_t line = 0;
    static_cast<void>(
        std::from_chars(error.path.data(), error.path.data() + error.path.size(), line));
    refuse(line, error.code, error.message + " Nothing after this place was read.");
  }

  [[nodiscard]] std::string document() const {
    ordered_json node;
    node["accepted"] = accepted_;
    node["refused"] = refused_;
    node["errors"] = errors_;
    return json::write(node);
  }

 private:
  Task<void> flush() {
    auto outcomes =
        co_await call_.store().records().put(call_.tenant(), std::move(batch_), call_.now());
    batch_.clear();
    if (!outcomes) co_return outcomes.error();
    using Change = store::PutOutcome::Change;
    for (std::size_t i = 0; i < outcomes->size(); ++i) {
      if ((*outcomes)[i].change == Change::bad_fields) {
        refuse(batch_lines_[i], "badFields", "The record store cannot keep these fields.");
      } else {
        ++accepted_;
      }
    }
    batch_lines_.clear();
    co_return Result<void>();
  }

  Call& call_;
  std::vector<store::RecordWrite> batch_;
  std::vector<std::size_t> batch_lines_;
  std::size_t accepted_ = 0, refused_ = 0;
  ordered_json errors_ = ordered_json::array();
};

Result<std::unique_ptr<ImportReader>> reader_for(const Call& call, const RecordShape& shape) {
  const std::string_view type = call.content_type();
  for (const std::string_view name : {"application/x-ndjson", "application/ndjson"}) {
    if (net::equals_ignoring_case(type, name)) return ndjson_reader(shape);
  }
  if (net::equals_ignoring_case(type, "text/csv")) return csv_reader(shape);
  return make_error(ErrorKind::bad_input, "unsupportedMediaType",
                    "An import is application/x-ndjson or text/csv.");
}

Task<Answer> import_records(Call& call) {
  auto shape = co_await load_shape(call, call.parameters[0]);
  if (!shape) co_return shape.error();
  auto reader = reader_for(call, *shape);
  if (!reader) co_return reader.error();
  Import import(call);
  std::vector<ImportedLine> lines;
  while (true) {
    auto chunk = co_await call.exchange.body_chunk(kImportBytesMax);
    if (!chunk) co_return chunk.error();
    auto read = chunk->empty() ? (*reader)->finish(lines) : (*reader)->feed(*chunk, lines);
    auto written = co_await import.write(lines, chunk->empty() || !read);
    if (!written) co_return written.error();
    if (!read) {
      if (!import.begun()) co_return read.error();
      import.refuse_rest(read.error());
      break;
    }
    if (chunk->empty()) break;
  }
  co_return Answer::json(import.document());
}

constexpr BodyShape kLines[] = {{"application/x-ndjson", "ImportLine"}, {"text/csv", ""}};
constexpr BodyShape kImported[] = {{"application/json", "Imported"}};

constexpr Route kRoutes[] = {
    {"POST",
     "/api/v1/records/{object}/import",
     "importRecords",
     "Set many records, a line each; bad lines are reported and the rest is taken",
     Access::tenant,
     kLines,
     200,
     kImported,
     {},
     import_records},
};

}  // namespace

std::span<const Route> import_routes() { return kRoutes; }

}  // namespace crosswalk::api
