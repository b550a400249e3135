// Judges rows: converts each value as a sync would, asks what Salesforce would refuse or silently
// change, and counts it. A row is refused when anything of it is. Nothing is allocated per row once
// warm, beyond the first examples and the offenders that somebody asked for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "convert/arena.hpp"
#include "convert/convert.hpp"
#include "convert/program.hpp"
#include "diagnostic/code.hpp"
#include "preview/seen.hpp"
#include "preview/tally.hpp"

namespace crosswalk::preview {

struct JudgeSettings {
  std::size_t examples_max = 5;
  bool offenders = false;  // write a line for every cause of every refused row
};

class Judge {
 public:
  // The program must outlive the judge.
  Judge(const convert::Program& program, const JudgeSettings& settings);

  // The next row: the values of its fields, and that of the platform's key.
  void take(convert::Row values, const convert::Value& key);
  // The next row, which cannot be read: kRowRagged or kRowUnreadable. `words` makes the message,
  // and is called only where somebody reads it.
  template <class Words>
  void take_unreadable(const diagnostic::Code& code, Words&& words) {
    if (count_unreadable(code)) explain_unreadable(code, words());
  }
  // A column of the header that no field has, or a mapped field that no column has.
  void note_unknown_column(std::string_view name);
  void note_missing_column(std::size_t field);

  [[nodiscard]] std::uint64_t rows() const { return rows_; }
  [[nodiscard]] std::uint64_t refused() const { return refused_; }
  [[nodiscard]] const Tally& tally() const { return tally_; }
  [[nodiscard]] const SeenValues& seen() const { return seen_; }
  struct Measured {
    std::string_view salesforce;
    bool number = false;
    const FieldMeasure& measure;
  };
  [[nodiscard]] std::vector<Measured> measures() const;

  // Lines of JSON; whoever takes them empties the text.
  std::string& offenders() { return offenders_; }

 private:
  struct Work {
    std::size_t field = 0;
    std::size_t refusals = 0;  // number of the finding of its first refusal kind; others follow
    std::size_t changes = 0;   // the same of its changes
    std::size_t twice = 0, missing_key = 0, missing_column = 0;
    bool number = false;
    FieldMeasure measure;
  };
  // A value of the row that may come once. It is looked up when the row's other values are through,
  // by when its place in memory is near.
  struct UniqueValue {
    std::size_t work = 0;
    std::uint64_t hash = 0;
  };
  struct Offence {
    std::string_view code, salesforce, salesforce_code;
    std::string_view message;
  };

  Work make_work(std::size_t field);
  bool count_unreadable(const diagnostic::Code& code);
  void explain_unreadable(const diagnostic::Code& code, std::string message);
  bool take_value(std::size_t work, const convert::Value& given);
  bool take_key(const convert::Value& key);
  void take_unique(std::size_t work, const convert::Value& sent);
  bool are_unique(convert::Row values, bool good);
  void measure(Work& work, const convert::Value& given, const convert::Value& sent);
  void note_changes(const Work& work, const convert::Value& given);
  void refuse(const Work& work, convert::RefusalKind kind, const convert::Value& given);
  void refuse_missing();
  void refuse_twice(std::size_t finding, const Offence& offence, const convert::ProgramField* field,
                    const convert::Value& value, std::uint64_t first);
  void write_offender(const Offence& offence);

  const convert::Program& program_;
  JudgeSettings settings_;
  Tally tally_;
  std::vector<Work> works_;
  std::vector<std::size_t> missing_;  // findings of required fields that nothing fills
  bool example_wanted_ = false;       // of the unreadable row
  std::size_t ragged_ = 0, unreadable_ = 0, unknown_column_ = 0, key_twice_ = 0;
  bool creates_ = false;
  std::uint64_t rows_ = 0, refused_ = 0;
  convert::Row row_;  // that is judged: transforms may read its other values
  convert::Arena arena_;
  convert::Verdict verdict_;
  std::vector<convert::Refusal> refusals_;
  SeenValues seen_;
  std::vector<UniqueValue> unique_;
  std::string offenders_;
};

}  // namespace crosswalk::preview
