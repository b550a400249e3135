// Turns one object of a mapping document into a Program. Inside convert only; compile() is the
// face.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "compat/policy.hpp"
#include "convert/program.hpp"
#include "convert/typing.hpp"

namespace crosswalk::convert {

inline Error bad(std::string code, std::string pointer, std::string message) {
  return {ErrorKind::bad_input, std::move(code), std::move(pointer), std::move(message), 0, {}};
}

OwnValue own(const mapping::Literal& literal);

// What each side's field says of its values: names, form, limits, lists.
void take_salesforce(const schema::SalesforceField& from, ProgramField& into);
void take_platform(const schema::PlatformField& from, ProgramField& into);

class Compiler {
 public:
  Compiler(const mapping::Document& document, std::size_t object_index,
           const schema::PlatformObject& platform, const schema::SalesforceObject& salesforce,
           const Zones& zones);

  Result<Program> run();

 private:
  std::optional<Error> add_key();
  std::optional<Error> add_field(const mapping::FieldMapping& field);
  std::optional<Error> add_steps(const mapping::FieldMapping& field,
                                 const schema::PlatformField& platform, ProgramField& made);
  Result<std::vector<TransformStep>> forth(std::span<const mapping::Transform> steps);
  Result<TransformStep> step_forth(const mapping::Transform& step);
  std::optional<Error> add_zone(const mapping::Transform& step, TransformStep& made);
  void resolve_reads(std::vector<TransformStep>& steps);
  std::optional<Error> check_types(const mapping::FieldMapping& field,
                                   const schema::PlatformField& platform,
                                   const schema::SalesforceField& salesforce,
                                   const ProgramField& made);
  std::optional<Error> add_constant(const mapping::Constant& constant);
  std::optional<Error> add_match_fields();
  Result<OwnValue> literal_for(const ProgramField& field, const mapping::Literal& literal,
                               const std::string& pointer);
  void note_reference(const schema::SalesforceField& field);
  void note_missing();

  const mapping::ObjectMapping& object_;
  const schema::PlatformObject& platform_;
  const schema::SalesforceObject& salesforce_;
  const compat::Policy* policy_;  // null: none
  const std::string& country_;
  const Zones& zones_;
  Program program_;
};

}  // namespace crosswalk::convert
