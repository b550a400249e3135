// How the commands print: results to standard output, everything else to standard error; colours
// only where a person looks at them and NO_COLOR is not set.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "diagnostic/result.hpp"

namespace crosswalk::cli {

enum class Colour { none, red, yellow, blue, green, dim, bold };

class Terminal {
 public:
  Terminal();

  void print(std::string_view text);  // to standard output, with a line end
  void flush();
  void note(std::string_view text);   // to standard error
  void error(std::string_view text);  // "crosswalk: …" on standard error
  void error(const Error& error);     // "path: message (code)"

  [[nodiscard]] std::string paint(Colour colour, std::string_view text) const;

  // The first row is the heading. Columns are as wide as their widest cell; control characters of
  // cells are not let through to the terminal.
  void table(const std::vector<std::vector<std::string>>& rows);

  // file:line:column: severity CODE: message, and below it the cause and the fixes' titles.
  void report(std::string_view file, const Report& report);

 private:
  bool coloured_ = false;
};

// Characters below 0x20 and 0x7f as '?': what comes from outside does not steer the terminal.
std::string printable(std::string_view text);

}  // namespace crosswalk::cli
