// Rows of a platform CSV as values: the header names platform fields, an empty cell is null, a
// missing column absent, and what a cell means is said by its field's type. Inside preview only.
#pragma once

#include <string_view>
#include <vector>

#include "csv/reader.hpp"
#include "diagnostic/result.hpp"
#include "preview/judge.hpp"
#include "preview/rows.hpp"
#include "schema/platform.hpp"

namespace crosswalk::preview {

class CsvRows final : public Rows {
 public:
  CsvRows(const convert::Program& program, const schema::PlatformObject& object, char separator,
          Judge& judge);

  Result<void> feed(std::string_view chunk) override;
  Result<void> finish() override;

 private:
  Result<void> drain();
  void take_header();
  void take_row();

  static constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

  const convert::Program& program_;
  const schema::PlatformObject& object_;
  Judge& judge_;
  csv::Reader reader_;
  bool header_taken_ = false;
  std::size_t columns_ = 0;
  struct Source {
    std::size_t column = kNoColumn;
    convert::Form form = convert::Form::text;
    // A number that goes to a number as it is: the conversion looks whether it is one.
    bool number_as_it_is = false;
  };
  std::vector<Source> sources_;  // of each field of the program
  Source key_;
  std::vector<convert::Value> values_;
};

}  // namespace crosswalk::preview
