#include <cstdint>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "fuzz/targets.hpp"
#include "json/read.hpp"
#include "preview/preview.hpp"
#include "schema/describe_reader.hpp"
#include "schema/platform_reader.hpp"

namespace crosswalk::fuzz {
namespace {

std::string file(const std::string& name) {
  std::ifstream in(CROSSWALK_SOURCE_DIR "/tests/golden/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

preview::Preview open(preview::Format format) {
  static const std::string mapping = file("preview/changes/mapping.json");
  static const auto platform = schema::read_platform(file("schemas/platform.json"));
  static const auto salesforce = [] {
    const std::string contact = file("schemas/salesforce/Contact.json");
    const std::string_view describes[] = {contact};
    return schema::read_schema(describes);
  }();
  require(platform && salesforce, "the golden schemas are good");
  auto opened = preview::Preview::open({.mapping = mapping,
                                        .platform = *platform,
                                        .salesforce = *salesforce,
                                        .object = {},
                                        .format = format,
                                        .offenders = true});
  require(opened.has_value(), "the golden mapping compiles");
  return *std::move(opened);
}

std::string told(std::string_view text, std::string_view borders, preview::Format format) {
  preview::Preview preview = open(format);
  std::string offenders;
  bool good = true;
  for (std::size_t border = 0; good && !text.empty();) {
    std::size_t size = text.size();
    if (!borders.empty()) {
      size = static_cast<unsigned char>(borders[border++ % borders.size()]) % 97U + 1;
    }
    good = preview.feed(text.substr(0, size)).has_value();
    text.remove_prefix(std::min(size, text.size()));
    offenders += preview.take_offenders();
  }
  if (good) good = preview.finish().has_value();
  offenders += preview.take_offenders();
  const auto progress = preview.progress();
  require(progress.refused <= progress.rows, "no more rows are refused than there are");
  require((progress.refused > 0) == !offenders.empty(), "every refused row says why");
  const std::string report = preview.report_json();
  require(json::read(report).has_value(), "a report is JSON");
  return report + offenders + (good ? "" : "error");
}

}  // namespace

void read_preview(std::string_view input) {
  const std::size_t head = input.size() < 8 ? 0 : 8;
  const std::string_view borders = input.substr(0, head), text = input.substr(head);
  for (const preview::Format format : {preview::Format::csv, preview::Format::ndjson}) {
    require(told(text, {}, format) == told(text, borders.empty() ? "\x01" : borders, format),
            "a preview is the same wherever chunks are cut");
  }
}

}  // namespace crosswalk::fuzz
