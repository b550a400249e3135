// Programs for tests: a mapping's text against the schemas of tests/golden.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "convert/program.hpp"
#include "mapping/reader.hpp"
#include "schema/describe_reader.hpp"
#include "schema/platform_reader.hpp"

namespace crosswalk::convert {

inline std::string golden_text(const std::string& path) {
  std::stringstream text;
  text << std::ifstream(std::string(CROSSWALK_SOURCE_DIR) + "/tests/golden/" + path).rdbuf();
  return text.str();
}

// `object` is the JSON of one object of a mapping.
inline Result<Program> golden_program(std::string_view object) {
  const std::string text = R"({"version":1,"name":"Test","objects":[)" + std::string(object) + "]}";
  const mapping::ReadOutcome read = mapping::read(text);
  if (!read.document) return Error{ErrorKind::bad_input, "unreadable", {}, text, 0, {}};
  const auto platform = schema::read_platform(golden_text("schemas/platform.json"));
  const auto describe = schema::read_describe(golden_text("schemas/salesforce/Contact.json"));
  if (!platform) return platform.error();
  if (!describe) return describe.error();
  return compile(*read.document, 0, *platform->find("participant"), *describe);
}

// A program of fields given as JSON, in an object that goes both ways.
inline Program program_of(const std::string& fields, const std::string& more = {}) {
  auto program =
      golden_program(R"({"platform":"participant","salesforce":"Contact",)"
                     R"("direction":"both","match":{"externalId":"Participant_Id__c"},)" +
                     more + R"("fields":[)" + fields + "]}");
  EXPECT_TRUE(program.has_value()) << program.error().path << ": " << program.error().message;
  return program ? *std::move(program) : Program{};
}

}  // namespace crosswalk::convert
