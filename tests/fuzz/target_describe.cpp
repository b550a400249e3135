#include "diagnostic/error.hpp"
#include "fuzz/targets.hpp"
#include "schema/describe_reader.hpp"
#include "schema/field_kind.hpp"

namespace crosswalk::fuzz {

// Small limits, so that a short text can meet them.
constexpr json::Limits kLimits{.depth_max = 16, .nodes_max = 4'000, .text_bytes_max = 4'000};

void read_describe(std::string_view input) {
  const auto objects = schema::read_describes(input, kLimits);
  if (!objects) {
    require(!objects.error().code.empty() && !objects.error().message.empty(),
            "a refusal says what and why");
    return;
  }
  for (const schema::SalesforceObject& object : *objects) {
    for (const schema::SalesforceField& field : object.fields) {
      require(!schema::setup_label(field).empty(), "every field has a type in words");
      require(object.find(field.name) != nullptr, "every field is found by its name");
    }
  }
}

}  // namespace crosswalk::fuzz
