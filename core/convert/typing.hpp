// The types of a field's transform: which form of value each step takes and gives, what is wrong
// with a step, and whether it can be undone. Nothing here carries a value; validation and the
// compiler both ask it, so that no program is ever made of steps that were not understood.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "convert/form.hpp"
#include "mapping/document.hpp"
#include "schema/platform.hpp"

namespace crosswalk::convert {

// The form of a value between two steps; nothing: what a map gives may be anything.
using StepForm = std::optional<Form>;

// Views of the steps and of this room: made without a text, since most often there is no problem.
struct StepProblem {
  enum class Kind : std::uint8_t {
    unsound,        // cannot be carried out, whatever it gets
    unfit,          // does not take what the step before it gives
    unknown_field,  // names a field that the platform's object lacks
    no_country,     // phone numbers whose country the mapping does not say
  };
  Kind kind = Kind::unsound;
  const mapping::Transform* step = nullptr;
  std::string_view member{};   // of the step; empty: the step itself
  std::string_view message{};  // empty: what it takes and gets
  std::size_t item = kNoItem;  // of a list
  std::string_view name{};     // of an unknown field
  StepForm got{};
  static constexpr std::size_t kNoItem = static_cast<std::size_t>(-1);
};

std::string pointer_of(const StepProblem& problem);  // into the mapping
std::string message_of(const StepProblem& problem);

struct Typing {
  StepForm form;                  // of what the last step gives
  std::vector<StepForm> inputs;   // of what each step of the list takes
  std::size_t units_max = 0;      // that a text has at the end for certain; 0: any
  bool makes_of_nothing = false;  // a step gives a value where the field has none
  std::vector<StepProblem> problems;
};

// What stands around the steps. Without an object the names of fields are not looked up.
struct StepSite {
  const schema::PlatformObject* object = nullptr;
  std::string_view country;  // of the mapping
};

// The steps must outlive the answer. One of them may be passed over, to see what is without it.
Typing type_steps(std::span<const mapping::Transform> steps, StepForm input, const StepSite& site,
                  const mapping::Transform* without = nullptr);

// Whether the step takes values of the form: for an editor that offers steps.
bool takes(mapping::Step step, Form form);

// Why what the step gives cannot be turned back into what it took; empty where it can. Of
// join and map, only what the step itself says: the values of a list may say more.
std::string_view why_one_way(const mapping::Transform& step, StepForm input);

// Whether there are steps other than join and map, which the relation of types knows by itself.
bool changes_more(std::span<const mapping::Transform> steps);

// The field as it is behind its steps: what meets the Salesforce field. The field itself where the
// steps leave its type alone, or only join and map.
schema::PlatformField field_behind(const schema::PlatformField& field,
                                   std::span<const mapping::Transform> steps, const Typing& typing);

std::string_view form_words(Form form);  // "a text", "a number", ...

}  // namespace crosswalk::convert
