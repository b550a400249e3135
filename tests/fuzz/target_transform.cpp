#include <array>
#include <string>
#include <vector>

#include "convert/convert.hpp"
#include "convert/text.hpp"
#include "convert/zones.hpp"
#include "fuzz/golden_schemas.hpp"
#include "fuzz/targets.hpp"
#include "mapping/reader.hpp"
#include "validate/validate.hpp"

namespace crosswalk::fuzz {
namespace {

using convert::Value;

const convert::Zones& zones() {
  static const convert::Zones made = [] {
    auto read = convert::read_zones(
        R"({"zones":{"Europe/Berlin":{"offsets":[3600,7200],"transitions":[1774746000,1,1792890000,0]}}})");
    require(read.has_value(), "the table of zones is good");
    return *std::move(read);
  }();
  return made;
}

struct Pair {
  std::string_view platform, salesforce;
};
constexpr std::array kPairs{Pair{"notes", "Notes__c"},
                            Pair{"notes", "Lifetime_Value__c"},
                            Pair{"notes", "Birthdate"},
                            Pair{"notes", "Registered_At__c"},
                            Pair{"notes", "HasOptedOutOfEmail"},
                            Pair{"visits", "Tags__c"},
                            Pair{"birth_date", "Tags__c"},
                            Pair{"registered_at", "Tags__c"},
                            Pair{"tags", "Tags__c"}};

std::string document(std::string_view steps, const Pair& pair, std::string_view direction) {
  return R"({"version":1,"country":"DE","objects":[{"platform":"participant",)"
         R"("salesforce":"Contact","direction":")" +
         std::string(direction) + R"(","fields":[{"platform":")" + std::string(pair.platform) +
         R"(","salesforce":")" + std::string(pair.salesforce) + R"(","transform":)" +
         std::string(steps) + "}]}]}";
}

Value value_of(std::string_view text, convert::Form form) {
  if (form == convert::Form::number) return Value::of_number(text);
  if (form == convert::Form::truth) return Value::of_truth(text == "true");
  return Value::of_text(text);
}

// There and back again, where the transform says that it can be undone. A value that is none of the
// platform's field (an integer with decimals) may come back as one that is.
void undo(const convert::Program& program, const Value& value, const Value& made) {
  convert::Arena arena;
  std::vector<convert::Refusal> refusals;
  const Value back = convert::to_platform(program, 0, made, arena, refusals);
  if (!refusals.empty() || back.is_nothing()) return;
  const convert::Form form = program.fields()[0].platform_form;
  if (form != convert::Form::text && !convert::same_value(form, value, back)) return;
  const Value again = convert::to_salesforce(program, 0, back, arena, refusals);
  require(refusals.empty(), "what comes back can be sent again");
  require(convert::same_value(program.fields()[0].salesforce_form, made, again),
          "what comes back means what was sent");
}

void run(const convert::Program& program, std::string_view text, bool both) {
  std::vector<Value> row(program.fields().size());
  for (std::size_t i = 0; i < row.size(); ++i) {
    row[i] = value_of(text, program.fields()[i].platform_form);
  }
  convert::Arena arena, other;
  std::vector<convert::Refusal> refusals;
  const Value made = convert::to_salesforce(program, 0, row[0], row, arena, refusals);
  require(made.text.size() <= (std::size_t{1} << 21), "no step makes an endless text");
  if (made.is_text()) require(convert::utf16_length(made.text).has_value(), "texts are UTF-8");
  std::vector<convert::Refusal> second;
  require(made == convert::to_salesforce(program, 0, row[0], row, other, second),
          "the same value becomes the same");
  require(refusals.size() == second.size(), "and is refused the same");
  if (both && !made.is_nothing()) undo(program, row[0], made);
}

}  // namespace

// A transform, a line end, and a value for it.
void run_transform(std::string_view input) {
  const std::size_t end = input.find('\n');
  if (end == std::string_view::npos) return;
  const std::string_view steps = input.substr(0, end), value = input.substr(end + 1);
  for (const Pair& pair : kPairs) {
    for (const std::string_view direction : {"push", "both"}) {
      const std::string text = document(steps, pair, direction);
      const mapping::ReadOutcome read = mapping::read(text);
      if (!read.document || read.document->objects.size() != 1) return;
      const auto program =
          convert::compile(*read.document, 0, golden_platform(), golden_contact(), zones());
      if (!program) {
        require(!program.error().message.empty(), "a refusal says why");
        continue;
      }
      run(*program, value, direction == "both");
    }
  }
}

}  // namespace crosswalk::fuzz
