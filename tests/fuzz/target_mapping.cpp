#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "diagnostic/report.hpp"
#include "diagnostic/utf8.hpp"
#include "fuzz/targets.hpp"
#include "json/read.hpp"
#include "mapping/reader.hpp"
#include "mapping/writer.hpp"
#include "validate/validate.hpp"

namespace crosswalk::fuzz {
namespace {

std::string file(const std::string& name) {
  std::ifstream in(CROSSWALK_SOURCE_DIR "/tests/golden/schemas/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const validate::Workspace& workspace() {
  static const validate::Workspace made = [] {
    validate::Workspace all;
    require(all.set_platform(file("platform.json")).ok(), "the golden platform schema is good");
    for (const char* name : {"Account", "Contact"}) {
      require(all.add_describe(file(std::string("salesforce/") + name + ".json")).ok(),
              "the golden describes are good");
    }
    return all;
  }();
  return made;
}

}  // namespace

void read_mapping(std::string_view input) {
  const Report report = workspace().validate(input);
  for (const Diagnostic& found : report.diagnostics) {
    require(found.position.has_value(), "a finding about a text has a position in it");
    require(!found.message.empty(), "a finding says what is wrong");
  }
  require(json::read(write_report(report)).has_value(), "a report is JSON");

  const mapping::ReadOutcome outcome = mapping::read(input);
  if (!outcome.document || !outcome.report.ok()) return;
  const std::string printed = mapping::write(*outcome.document);
  const mapping::ReadOutcome again = mapping::read(printed);
  require(again.document.has_value() && again.report.ok(), "a printed mapping can be read");
  require(mapping::write(*again.document) == printed, "printing is settled after one round");
}

}  // namespace crosswalk::fuzz
