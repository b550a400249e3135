// SOQL: printing and parsing are each other's inverse, layout means nothing, and no text does harm.
#include <nlohmann/json.hpp>

#include "diagnostic/report.hpp"
#include "json/read.hpp"
#include "properties/choices.hpp"
#include "properties/holds.hpp"
#include "properties/soql_trees.hpp"
#include "soql/check.hpp"
#include "soql/lexer.hpp"
#include "soql/parser.hpp"
#include "soql/printer.hpp"

namespace crosswalk::properties {
namespace {

TEST(SoqlProperties, AnyQueryReadsBackAsItWasPrinted) {
  holds(4000, [] {
    const soql::Query query = *queries();
    const std::string text = soql::print(query);
    const auto read = soql::parse(text);
    if (!read) RC_FAIL(read.error().path + " " + read.error().message + "\n" + text);
    RC_ASSERT(*read == query);
    RC_ASSERT(soql::print(*read) == text);
  });
}

TEST(SoqlProperties, AnyConditionReadsBackAsItWasPrinted) {
  holds(4000, [] {
    const soql::Condition condition = *conditions();
    const std::string text = soql::print(condition);
    const auto read = soql::parse_condition(text);
    if (!read) RC_FAIL(read.error().path + " " + read.error().message + "\n" + text);
    RC_ASSERT(*read == condition);
  });
}

// The same tokens with other blanks and with comments between them.
std::string laid_out(const std::string& text) {
  std::string out;
  std::size_t end = 0;
  for (const soql::Token& token : soql::tokens_of(text).list) {
    const bool apart = token.span.offset > end;
    end = token.span.offset + token.span.length;
    if (apart) {
      out += one_of<const char*>({" ", "\n", "\t \r\n", "/* x */", " // y\n", "  "});
    }
    out += text.substr(token.span.offset, token.span.length);
  }
  return out;
}

TEST(SoqlProperties, BlanksAndCommentsChangeNothing) {
  holds(500, [] {
    soql::Condition condition = *conditions();
    const std::string text = soql::print(condition);
    // What stands in a variable of Apex is kept with its blanks.
    RC_PRE(text.find(" :") == std::string::npos && text.find("(:") == std::string::npos);
    const auto read = soql::parse_condition(laid_out(text));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == condition);
  });
}

void expect_in_text(const Report& report, std::string_view text) {
  const Result<nlohmann::ordered_json> written = json::read(write_report(report));
  RC_ASSERT(written.has_value());
  for (const Diagnostic& found : report.diagnostics) {
    RC_ASSERT(!found.message.empty());
    for (const Fix& fix : found.fixes) {
      for (const TextEdit& edit : fix.edits) RC_ASSERT(edit.offset + edit.length <= text.size());
    }
  }
}

TEST(SoqlProperties, APieceOfAQueryGivesAReportThatPointsIntoIt) {
  holds(800, [] {
    std::string text = soql::print(*queries());
    const auto size = static_cast<int>(text.size());
    const auto begin = static_cast<std::size_t>(below(size));
    text.erase(begin, static_cast<std::size_t>(between(1, 10)));
    if (chance(50)) text.resize(text.size() / 2);
    soql::Fault fault;
    if (!soql::parse(text, &fault)) {
      RC_ASSERT(fault.span.offset + fault.span.length <= text.size());
      RC_ASSERT(!fault.message.empty());
    }
    expect_in_text(soql::check(text, nullptr), text);
    const Report where = soql::check_where(text, nullptr, nullptr, "/objects/0/where/salesforce");
    for (const Diagnostic& found : where.diagnostics) RC_ASSERT(found.inside <= text.size());
  });
}

}  // namespace
}  // namespace crosswalk::properties
