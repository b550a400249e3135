#include "fuzz/targets.hpp"
#include "soql/check.hpp"
#include "soql/parser.hpp"
#include "soql/printer.hpp"

namespace crosswalk::fuzz {
namespace {

template <class Parse>
void print_and_parse_again(std::string_view input, Parse parse) {
  soql::Fault fault;
  const auto tree = parse(input, &fault);
  if (!tree) {
    require(fault.span.offset <= input.size(), "a fault lies within the text");
    require(!fault.message.empty(), "a fault says what is wrong");
    return;
  }
  const std::string printed = soql::print(*tree);
  const auto again = parse(printed, nullptr);
  require(again.has_value(), "a printed query can be parsed");
  require(*again == *tree, "parsing what was printed gives the same tree");
}

}  // namespace

void read_soql(std::string_view input) {
  print_and_parse_again(
      input, [](std::string_view text, soql::Fault* fault) { return soql::parse(text, fault); });
  print_and_parse_again(input, [](std::string_view text, soql::Fault* fault) {
    return soql::parse_condition(text, fault);
  });
  (void)soql::check(input, nullptr);
}

}  // namespace crosswalk::fuzz
