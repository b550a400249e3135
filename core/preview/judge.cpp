#include "preview/judge.hpp"

#include <algorithm>

#include "convert/text.hpp"
#include "diagnostic/codes/records.hpp"
#include "diagnostic/report.hpp"
#include "diagnostic/utf8.hpp"
#include "preview/words.hpp"

namespace crosswalk::preview {
namespace {

using convert::Change;
using convert::FieldRole;
using convert::ProgramField;
using convert::RefusalKind;
using convert::Value;
using diagnostic::Severity;

// What Salesforce answers to two rows of one request with the same key, and to a value that a
// unique field has already.
constexpr std::string_view kDuplicateKey = "DUPLICATE_EXTERNAL_ID";
constexpr std::string_view kDuplicateValue = "DUPLICATE_VALUE";

constexpr std::uint64_t kPlatformKeySeed = ~std::uint64_t{0};

Subject subject_of(const diagnostic::Code& code, const ProgramField* field = nullptr) {
  Subject subject{code.code, code.severity, {}, {}};
  if (field == nullptr) return subject;
  subject.platform = field->platform_name;
  subject.salesforce = field->salesforce_name;
  return subject;
}

bool is_blank(const Value& value) {
  return value.is_nothing() || (value.is_text() && convert::trim(value.text).empty());
}

std::uint64_t hash_of_key(const ProgramField& field, std::string_view text, std::size_t index) {
  return field.case_sensitive ? hash_of(text, index) : hash_without_case(text, index);
}

}  // namespace

Judge::Judge(const convert::Program& program, const JudgeSettings& settings)
    : program_(program), settings_(settings), tally_(settings.examples_max) {
  ragged_ = tally_.add(subject_of(codes::kRowRagged));
  unreadable_ = tally_.add(subject_of(codes::kRowUnreadable));
  unknown_column_ = tally_.add(subject_of(codes::kColumnUnknown));
  Subject key = subject_of(codes::kValueTwice);
  key.platform = program.platform_key();
  key_twice_ = tally_.add(key);
  creates_ = program.may_create();
  const auto fields = program.fields();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const bool written = fields[i].push && (fields[i].createable || fields[i].updateable);
    if (written && fields[i].role != FieldRole::constant) works_.push_back(make_work(i));
  }
  if (!creates_) return;
  for (const convert::Program::Missing& missing : program.unmapped_required()) {
    Subject subject = subject_of(codes::kValueRequired);
    subject.salesforce = missing.name;
    missing_.push_back(tally_.add(subject));
  }
}

Judge::Work Judge::make_work(std::size_t index) {
  const ProgramField& field = program_.fields()[index];
  Work work;
  work.field = index;
  work.number = field.salesforce_form == convert::Form::number;
  work.missing_key = tally_.add(subject_of(codes::kKeyMissing, &field));
  work.twice = tally_.add(subject_of(codes::kValueTwice, &field));
  work.missing_column = tally_.add(subject_of(codes::kColumnMissing, &field));
  bool first = true;
  for (const convert::RefusalRule& rule : convert::refusal_rules()) {
    Subject subject{rule.code, Severity::error, field.platform_name, field.salesforce_name};
    const std::size_t number = tally_.add(subject);
    if (first) work.refusals = number;
    first = false;
  }
  for (std::size_t change = 0; change < convert::kChanges; ++change) {
    const std::size_t number = tally_.add(subject_of(code_of(static_cast<Change>(change)), &field));
    if (change == 0) work.changes = number;
  }
  return work;
}

void Judge::take(convert::Row values, const Value& key) {
  ++rows_;
  row_ = values;
  arena_.clear();
  bool good = take_key(key);
  unique_.clear();
  for (std::size_t i = 0; i < works_.size(); ++i) {
    if (!take_value(i, values[works_[i].field])) good = false;
  }
  if (!missing_.empty()) {
    refuse_missing();
    good = false;
  }
  if (!unique_.empty() && !are_unique(values, good)) good = false;
  if (!good) ++refused_;
}

bool Judge::take_value(std::size_t index, const Value& given) {
  Work& work = works_[index];
  const ProgramField& field = program_.fields()[work.field];
  if (field.role == FieldRole::key && is_blank(given)) {
    ++work.measure.nulls;
    if (tally_.count(work.missing_key)) {
      tally_.keep(work.missing_key, rows_, {}, "The row has no key.");
    }
    write_offender({codes::kKeyMissing.code, field.salesforce_name, {}, "The row has no key."});
    return false;
  }
  Value sent = convert::to_salesforce(program_, work.field, given, row_, arena_, verdict_);
  measure(work, given, sent);
  if (verdict_.changes() != 0 && !verdict_.refused()) note_changes(work, given);
  if (verdict_.refused()) {
    refuse(work, verdict_.kind(), given);
    return false;
  }
  if (given.is_absent() && field.role == FieldRole::mapped) sent = field.default_value.view();
  if (sent.is_nothing()) {
    if (!creates_ || !field.salesforce_required) return true;
    refuse(work, RefusalKind::required, given);
    return false;
  }
  if (field.role == FieldRole::key || field.unique) take_unique(index, sent);
  return true;
}

void Judge::measure(Work& work, const Value& given, const Value& sent) {
  FieldMeasure& measure = work.measure;
  if (given.is_nothing()) {
    ++(given.is_null() ? measure.nulls : measure.absent);
    return;
  }
  const std::string_view text = *shown(given);
  if (text.empty()) {
    ++measure.nulls;
    return;
  }
  std::uint64_t units = verdict_.units();
  if (units == 0) units = text.size() > measure.longest ? diagnostic::utf16_length(text) : 0;
  if (units > measure.longest) {
    measure.longest = units;
    measure.longest_row = rows_;
  }
  if (!measure.distinct.full()) {
    // By what arrives, so that 1.0 and 1 are one value.
    const std::string_view arrives = sent.is_text() || sent.is_number() ? sent.text : text;
    measure.distinct.add(hash_of(arrives, 0));
  }
  if (!work.number) return;
  measure.integer_digits = std::max(measure.integer_digits, verdict_.integer_digits());
  measure.fraction_digits = std::max(measure.fraction_digits, verdict_.fraction_digits());
}

void Judge::note_changes(const Work& work, const Value& given) {
  for (std::size_t change = 0; change < convert::kChanges; ++change) {
    if (!verdict_.has(static_cast<Change>(change))) continue;
    if (!tally_.count(work.changes + change)) continue;
    tally_.keep(work.changes + change, rows_, shown(given),
                words_of(static_cast<Change>(change), program_.fields()[work.field]));
  }
}

// The words of a refusal are made where somebody reads them.
void Judge::refuse(const Work& work, RefusalKind kind, const Value& given) {
  const std::size_t finding = work.refusals + static_cast<std::size_t>(kind);
  const bool kept = tally_.count(finding);
  if (!kept && !settings_.offenders) return;
  refusals_.clear();
  (void)convert::to_salesforce(program_, work.field, given, row_, arena_, refusals_);
  if (refusals_.empty()) convert::refuse_missing(program_, work.field, refusals_);
  const convert::Refusal& refusal = refusals_.front();
  write_offender({refusal.code, refusal.field_name, refusal.salesforce_code, refusal.message});
  if (kept) tally_.keep(finding, rows_, shown(given), refusal.message);
}

void Judge::refuse_missing() {
  const auto missing = program_.unmapped_required();
  for (std::size_t i = 0; i < missing.size(); ++i) {
    const bool kept = tally_.count(missing_[i]);
    if (!kept && !settings_.offenders) continue;
    refusals_.clear();
    convert::refuse_missing(missing[i], convert::Bound::to_salesforce, refusals_);
    const convert::Refusal& refusal = refusals_.front();
    write_offender({refusal.code, refusal.field_name, refusal.salesforce_code, refusal.message});
    if (kept) tally_.keep(missing_[i], rows_, {}, refusal.message);
  }
}

void Judge::take_unique(std::size_t work, const Value& sent) {
  const ProgramField& field = program_.fields()[works_[work].field];
  unique_.push_back({work, hash_of_key(field, *shown(sent), works_[work].field)});
  seen_.expect(unique_.back().hash);
}

// Whether none of the row's unique values stood in an earlier row. A record that Salesforce refuses
// takes no value away from later ones; but its key is in the request.
bool Judge::are_unique(convert::Row values, bool good) {
  for (const UniqueValue& value : unique_) {
    const Work& work = works_[value.work];
    const ProgramField& field = program_.fields()[work.field];
    const bool key = field.role == FieldRole::key;
    const std::uint64_t first =
        key ? seen_.first_row(value.hash, rows_) : seen_.noted_row(value.hash);
    if (first == 0) continue;
    refuse_twice(
        work.twice,
        {codes::kValueTwice.code, field.salesforce_name, key ? kDuplicateKey : kDuplicateValue, {}},
        &field, values[work.field], first);
    good = false;
  }
  if (!good) return false;
  for (const UniqueValue& value : unique_) {
    const bool key = program_.fields()[works_[value.work].field].role == FieldRole::key;
    if (!key) seen_.first_row(value.hash, rows_);
  }
  return true;
}

// The platform's key, where no field of Salesforce holds it: a record comes once, all the same.
bool Judge::take_key(const Value& key) {
  if (program_.key_field() != convert::kNoField || is_blank(key)) return true;
  const std::uint64_t first = seen_.first_row(hash_of(*shown(key), kPlatformKeySeed), rows_);
  if (first == 0) return true;
  refuse_twice(key_twice_, {codes::kValueTwice.code, {}, {}, {}}, nullptr, key, first);
  return false;
}

void Judge::refuse_twice(std::size_t finding, const Offence& offence, const ProgramField* field,
                         const Value& value, std::uint64_t first) {
  const bool kept = tally_.count(finding);
  if (!kept && !settings_.offenders) return;
  const std::string words =
      words_of_twice(field == nullptr ? program_.platform_key() : label_of(*field), first);
  write_offender({offence.code, offence.salesforce, offence.salesforce_code, words});
  if (kept) tally_.keep(finding, rows_, shown(value), words);
}

bool Judge::count_unreadable(const diagnostic::Code& code) {
  ++rows_;
  ++refused_;
  example_wanted_ = tally_.count(code.code == codes::kRowRagged.code ? ragged_ : unreadable_);
  return example_wanted_ || settings_.offenders;
}

void Judge::explain_unreadable(const diagnostic::Code& code, std::string message) {
  write_offender({code.code, {}, {}, message});
  if (!example_wanted_) return;
  tally_.keep(code.code == codes::kRowRagged.code ? ragged_ : unreadable_, rows_, {},
              std::move(message));
}

void Judge::note_unknown_column(std::string_view name) {
  if (!tally_.count(unknown_column_)) return;
  tally_.keep(unknown_column_, rows_, name,
              program_.platform_object() + " has no such field; the column is not looked at.");
}

void Judge::note_missing_column(std::size_t index) {
  const ProgramField& field = program_.fields()[index];
  for (const Work& work : works_) {
    if (work.field != index || !tally_.count(work.missing_column)) continue;
    tally_.keep(work.missing_column, rows_, {},
                "The header has no column " + field.platform_name + ", which goes to " +
                    label_of(field) + ".");
  }
}

void Judge::write_offender(const Offence& offence) {
  if (!settings_.offenders) return;
  const auto text_or_null = [&](std::string_view text) {
    if (text.empty()) {
      offenders_ += "null";
    } else {
      diagnostic::append_json_string(offenders_, text);
    }
  };
  offenders_ += "{\"row\":" + std::to_string(rows_) + ",\"code\":";
  text_or_null(offence.code);
  offenders_ += ",\"salesforce\":";
  text_or_null(offence.salesforce);
  offenders_ += ",\"salesforceCode\":";
  text_or_null(offence.salesforce_code);
  offenders_ += ",\"message\":";
  text_or_null(offence.message);
  offenders_ += "}\n";
}

std::vector<Judge::Measured> Judge::measures() const {
  std::vector<Measured> measures;
  for (const Work& work : works_) {
    measures.push_back({program_.fields()[work.field].salesforce_name, work.number, work.measure});
  }
  return measures;
}

}  // namespace crosswalk::preview
