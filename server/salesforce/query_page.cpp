#include "salesforce/query_page.hpp"

#include "salesforce/column_tree.hpp"
#include "salesforce/errors.hpp"

namespace crosswalk::salesforce {
namespace {

constexpr std::size_t kRowsMax = 10'000;  // Salesforce's own bound is 2,000

}  // namespace

struct QueryPage::State {
  simdjson::ondemand::parser parser;
  std::string body;
  std::vector<convert::Value> values;  // row after row
  std::deque<std::string> built;
  std::size_t columns = 0;
  std::size_t rows = 0;
  std::int64_t total = 0;
  bool done = false;
  bool has_records = false;
  std::string next;

  simdjson::error_code read(const ColumnTree& tree);
  simdjson::error_code read_records(const ColumnTree& tree, simdjson::ondemand::array records);
};

simdjson::error_code QueryPage::State::read_records(const ColumnTree& tree,
                                                    simdjson::ondemand::array records) {
  has_records = true;
  for (auto record : records) {
    simdjson::ondemand::object object;
    if (const auto error = record.get_object().get(object)) return error;
    if (rows == kRowsMax) return simdjson::CAPACITY;
    values.resize((rows + 1) * columns);
    const std::span<convert::Value> row(values.data() + rows * columns, columns);
    if (const auto error = tree.read(object, row, &built)) return error;
    ++rows;
  }
  return simdjson::SUCCESS;
}

simdjson::error_code QueryPage::State::read(const ColumnTree& tree) {
  simdjson::ondemand::document document;
  if (const auto error = parser.iterate(body.data(), body.size(), body.capacity()).get(document))
    return error;
  simdjson::ondemand::object top;
  if (const auto error = document.get_object().get(top)) return error;
  for (auto field : top) {
    std::string_view name;
    if (const auto error = field.unescaped_key().get(name)) return error;
    simdjson::error_code error = simdjson::SUCCESS;
    if (name == "totalSize") {
      error = field.value().get_int64().get(total);
    } else if (name == "done") {
      error = field.value().get_bool().get(done);
    } else if (name == "nextRecordsUrl") {
      std::string_view url;
      error = field.value().get_string().get(url);
      if (!error) next = url;
    } else if (name == "records") {
      simdjson::ondemand::array records;
      error = field.value().get_array().get(records);
      if (!error) error = read_records(tree, records);
    }
    if (error) return error;
  }
  return simdjson::SUCCESS;
}

QueryPage::QueryPage(std::unique_ptr<State> state) : state_(std::move(state)) {}
QueryPage::QueryPage(QueryPage&&) noexcept = default;
QueryPage& QueryPage::operator=(QueryPage&&) noexcept = default;
QueryPage::~QueryPage() = default;

Result<QueryPage> QueryPage::read(std::string body, const std::vector<std::string>& columns) {
  auto state = std::make_unique<State>();
  body.reserve(body.size() + simdjson::SIMDJSON_PADDING);
  state->body = std::move(body);
  state->columns = columns.size();
  const ColumnTree tree(columns);
  const auto error = state->read(tree);
  const bool whole = state->has_records && (state->done || !state->next.empty());
  if (!error && whole) return QueryPage(std::move(state));
  return Error{.kind = ErrorKind::unavailable,
               .code = std::string(kNotJson),
               .path = "",
               .message = "The answer to a query cannot be read, or is not whole.",
               .salesforce_status = 200,
               .salesforce_code = ""};
}

std::int64_t QueryPage::total() const { return state_->total; }
std::size_t QueryPage::rows() const { return state_->rows; }
const std::string& QueryPage::next() const { return state_->next; }

std::span<const convert::Value> QueryPage::row(std::size_t index) const {
  return {state_->values.data() + index * state_->columns, state_->columns};
}

}  // namespace crosswalk::salesforce
