#include "previews.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "diagnostic/report.hpp"
#include "json/read.hpp"

namespace crosswalk::wasm {
namespace {

constexpr std::size_t kPreviewsMax = 16;

std::string not_open() { return refusal("previewClosed", "This preview is not open."); }

}  // namespace

std::string Previews::open(const Schemas& schemas, const Tree& input) {
  if (open_.size() >= kPreviewsMax) {
    return refusal("tooManyPreviews", "16 previews are under way; end one first.");
  }
  if (!has_text(input, "mapping")) return must_be_text("mapping");
  const std::string mapping = json::text_member(input, "mapping");
  const std::string object = json::text_member(input, "object");
  const std::string format = json::text_member(input, "format");
  const std::string separator = json::text_member(input, "separator");
  if (!format.empty() && format != "csv" && format != "ndjson") {
    return refusal("badInput", "\"format\" is \"csv\" or \"ndjson\".");
  }
  if (separator.size() > 1) return refusal("badInput", "\"separator\" is one character.");
  auto opened = preview::Preview::open(
      {.mapping = mapping,
       .platform = schemas.parsed.platform(),
       .salesforce = schemas.parsed.salesforce(),
       .object = object,
       .format = format == "ndjson" ? preview::Format::ndjson : preview::Format::csv,
       .separator = separator.empty() ? '\0' : separator[0],
       .offenders = json::truth_member(input, "offenders")});
  if (!opened) return refusal_of(opened.error());
  open_.emplace(++last_number_, Open{std::move(*opened), {}});
  return "{\"preview\":" + std::to_string(last_number_) + "}";
}

char* Previews::room(int number, std::size_t bytes) {
  Open* const open = find(number);
  if (open == nullptr) return nullptr;
  if (open->room.size() < bytes) open->room.resize(bytes);
  return open->room.data();
}

std::string Previews::feed(int number, std::size_t bytes) {
  Open* const open = find(number);
  if (open == nullptr || bytes > open->room.size()) return not_open();
  const auto fed = open->preview.feed(std::string_view(open->room).substr(0, bytes));
  return fed ? open->preview.progress_json() : refusal_of(fed.error());
}

std::string Previews::finish(const Tree& input) {
  Open* const open = named(input);
  if (open == nullptr) return not_open();
  const auto finished = open->preview.finish();
  return finished ? open->preview.report_json() : refusal_of(finished.error());
}

std::string Previews::report(const Tree& input) {
  Open* const open = named(input);
  return open == nullptr ? not_open() : open->preview.report_json();
}

std::string Previews::offenders(const Tree& input) {
  Open* const open = named(input);
  if (open == nullptr) return not_open();
  std::string answer = "{\"lines\":";
  diagnostic::append_json_string(answer, open->preview.take_offenders());
  return answer + "}";
}

std::string Previews::close(const Tree& input) {
  open_.erase(static_cast<int>(json::integer_member(input, "preview")));
  return "{}";
}

Previews::Open* Previews::find(int number) {
  const auto found = open_.find(number);
  return found == open_.end() ? nullptr : &found->second;
}

Previews::Open* Previews::named(const Tree& input) {
  return find(static_cast<int>(json::integer_member(input, "preview")));
}

Previews& previews() {
  static Previews all;
  return all;
}

}  // namespace crosswalk::wasm
