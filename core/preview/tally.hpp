// What a preview counts: findings with their first examples, and what each field's values are
// like. Memory is that of the findings and their examples, however many rows there are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/code.hpp"
#include "preview/seen.hpp"

namespace crosswalk::preview {

struct Example {
  std::uint64_t row = 0;
  std::optional<std::string> value;  // nothing: null, or none
  std::string message;
};

struct Finding {
  std::uint64_t count = 0;
  std::vector<Example> examples;
};

// What a finding is about.
struct Subject {
  std::string_view code;
  diagnostic::Severity severity = diagnostic::Severity::error;
  std::string_view platform, salesforce;  // empty: of no field
};

struct FieldMeasure {
  std::uint64_t longest = 0;  // UTF-16 units of the longest value
  std::uint64_t longest_row = 0;
  std::uint64_t nulls = 0;
  std::uint64_t absent = 0;
  std::size_t integer_digits = 0;  // the most of any number, before and after the point
  std::size_t fraction_digits = 0;
  DistinctCounter distinct;
};

class Tally {
 public:
  explicit Tally(std::size_t examples_max) : examples_max_(examples_max) {}

  // Makes room for a finding; answers its number.
  std::size_t add(const Subject& subject);

  // Counts one. True: an example is wanted.
  bool count(std::size_t finding) { return ++findings_[finding].count <= examples_max_; }
  void keep(std::size_t finding, std::uint64_t row, std::optional<std::string_view> value,
            std::string message);

  struct Total {
    Subject subject;
    Finding finding;
  };
  // What was found at all, in the order of `add`; findings that say the same of the same field are
  // one.
  [[nodiscard]] std::vector<Total> totals() const;

 private:
  std::size_t examples_max_;
  std::vector<Subject> subjects_;
  std::vector<Finding> findings_;
};

}  // namespace crosswalk::preview
