// The mapping document: what is written is read as it was.
#include <nlohmann/json.hpp>

#include "diagnostic/report.hpp"
#include "mapping/reader.hpp"
#include "mapping/writer.hpp"
#include "properties/holds.hpp"
#include "properties/mapping_documents.hpp"

namespace crosswalk::properties {
namespace {

using mapping::FieldStyle;

void reads_back(const mapping::Document& document, FieldStyle style) {
  const std::string text = mapping::write(document, style);
  const mapping::ReadOutcome read = mapping::read(text);
  if (!read.document) RC_FAIL(text);
  if (!read.report.ok()) RC_FAIL(write_report(read.report) + "\n" + text);
  RC_ASSERT(members_of(*read.document) == members_of(document));
}

TEST(MappingProperties, AnyDocumentReadsBackAsItWasWritten) {
  holds(700, [] { reads_back(*mapping_documents(), FieldStyle::full); });
}

TEST(MappingProperties, AnyDocumentReadsBackAsItWasWrittenInTheShortForm) {
  holds(700, [] { reads_back(*mapping_documents(), FieldStyle::shorthand); });
}

}  // namespace
}  // namespace crosswalk::properties
