#include "preview/csv_rows.hpp"

#include "convert/decimal.hpp"
#include "diagnostic/codes/records.hpp"
#include "names/nearest.hpp"

namespace crosswalk::preview {
namespace {

using convert::Form;
using convert::Value;

Value value_of(std::string_view cell, Form form) {
  if (cell.empty()) return Value::of_null();
  if (form == Form::number && convert::is_json_number(cell)) return Value::of_number(cell);
  if (form == Form::truth && (cell == "true" || cell == "false")) {
    return Value::of_truth(cell == "true");
  }
  return Value::of_text(cell);
}

}  // namespace

CsvRows::CsvRows(const convert::Program& program, const schema::PlatformObject& object,
                 char separator, Judge& judge)
    : program_(program),
      object_(object),
      judge_(judge),
      reader_({.separator = separator, .pass_over_broken_rows = true}),
      sources_(program.fields().size()),
      values_(program.fields().size()) {}

Result<void> CsvRows::feed(std::string_view chunk) {
  reader_.feed(chunk);
  return drain();
}

Result<void> CsvRows::finish() {
  reader_.finish();
  auto drained = drain();
  if (!drained) return drained;
  if (header_taken_) return {};
  return Error{ErrorKind::bad_input,
               "csvHeader",
               "1:1",
               "The file has no header line that names platform fields.",
               0,
               {}};
}

Result<void> CsvRows::drain() {
  while (true) {
    auto step = reader_.next();
    if (!step) return step.error();
    switch (*step) {
      case csv::Step::row:
        if (header_taken_) {
          take_row();
        } else {
          take_header();
        }
        break;
      case csv::Step::broken_row: {
        const Error& fault = reader_.fault();
        if (!header_taken_) return fault;
        judge_.take_unreadable(codes::kRowUnreadable, [&] {
          return "Line and column " + fault.path + ": " + fault.message;
        });
        break;
      }
      case csv::Step::need_more:
      case csv::Step::end:
        return {};
    }
  }
}

void CsvRows::take_header() {
  header_taken_ = true;
  const auto fields = program_.fields();
  for (const std::string_view name : reader_.cells()) {
    const schema::PlatformField* field = object_.find(name);
    if (field == nullptr) judge_.note_unknown_column(name);
    for (std::size_t i = 0; field != nullptr && i < fields.size(); ++i) {
      if (fields[i].role == convert::FieldRole::constant) continue;
      if (!names::same_name(fields[i].platform_name, field->name)) continue;
      const convert::ProgramField& mapped = fields[i];
      const bool as_it_is = mapped.platform_form == Form::number &&
                            mapped.salesforce_form == Form::number && mapped.push_steps.empty();
      sources_[i] = {columns_, mapped.platform_form, as_it_is};
    }
    if (names::same_name(name, program_.platform_key())) key_ = {columns_, Form::text, false};
    ++columns_;
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const bool fed = fields[i].role == convert::FieldRole::constant || !fields[i].push;
    if (!fed && sources_[i].column == kNoColumn) judge_.note_missing_column(i);
  }
}

void CsvRows::take_row() {
  const auto cells = reader_.cells();
  if (cells.size() != columns_) {
    judge_.take_unreadable(codes::kRowRagged, [&] {
      return "The row, on line " + std::to_string(reader_.line()) + ", has " +
             std::to_string(cells.size()) + " cells, the header " + std::to_string(columns_) + ".";
    });
    return;
  }
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    const Source& source = sources_[i];
    if (source.column == kNoColumn) continue;
    const std::string_view cell = cells[source.column];
    values_[i] = source.number_as_it_is && !cell.empty() ? Value::of_number(cell)
                                                         : value_of(cell, source.form);
  }
  const Value key = key_.column == kNoColumn ? Value{} : value_of(cells[key_.column], key_.form);
  judge_.take(values_, key);
}

}  // namespace crosswalk::preview
