#include "fuzz/targets.hpp"
#include "schema/platform_reader.hpp"

namespace crosswalk::fuzz {

void read_platform(std::string_view input) {
  const schema::PlatformOutcome outcome = schema::read_platform_report(input);
  require(outcome.schema.has_value() == outcome.report.ok(),
          "there is a schema unless there are errors");
  if (!outcome.schema) return;
  const std::string printed = schema::write_platform(*outcome.schema);
  const auto again = schema::read_platform(printed);
  require(again.has_value(), "a printed schema can be read");
  require(schema::write_platform(*again) == printed, "printing is settled after one round");
}

}  // namespace crosswalk::fuzz
