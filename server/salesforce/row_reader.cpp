#include "salesforce/row_reader.hpp"

#include "salesforce/column_tree.hpp"

namespace crosswalk::salesforce {

struct RowReader::State {
  explicit State(std::vector<std::string> columns) : tree(columns) {}

  ColumnTree tree;
  simdjson::ondemand::parser parser;
  std::string text;  // the object, with simdjson's padding behind it
  std::deque<std::string> built;
};

RowReader::RowReader(std::vector<std::string> columns)
    : state_(std::make_unique<State>(std::move(columns))) {}
RowReader::~RowReader() = default;
RowReader::RowReader(RowReader&&) noexcept = default;
RowReader& RowReader::operator=(RowReader&&) noexcept = default;

Result<void> RowReader::read(std::string_view object_json, std::span<convert::Value> out) {
  state_->built.clear();
  state_->text.reserve(object_json.size() + simdjson::SIMDJSON_PADDING);
  state_->text.assign(object_json);
  simdjson::ondemand::document document;
  simdjson::ondemand::object object;
  auto error =
      state_->parser.iterate(state_->text.data(), state_->text.size(), state_->text.capacity())
          .get(document);
  if (!error) error = document.get_object().get(object);
  if (!error) error = state_->tree.read(object, out, &state_->built);
  if (!error) return {};
  return Error{.kind = ErrorKind::bad_input,
               .code = "recordJson",
               .path = "",
               .message = std::string("A record's fields are no JSON object: ") +
                          simdjson::error_message(error),
               .salesforce_status = 0,
               .salesforce_code = ""};
}

}  // namespace crosswalk::salesforce
