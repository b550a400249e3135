// Steps of a transform: those that take what the field holds, and what each of them may say.

#include "mapping/steps.hpp"

#include <algorithm>

#include "complete/asked.hpp"
#include "convert/typing.hpp"

namespace crosswalk::complete {
namespace {

using mapping::StepRow;

bool is_there(const Asked& asked, std::string_view member) {
  const auto& there = asked.draft.members;
  return std::find(there.begin(), there.end(), member) != there.end();
}

void offer_key(const Asked& asked, std::string_view name, std::string_view help, Offers& offers) {
  if (is_there(asked, name)) return;
  Offer offer = offer_of(Kind::key, std::string(name), std::string(name));
  offer.help = help;
  offers.push_back(std::move(offer));
}

}  // namespace

void offer_steps(const Asked& asked, Offers& offers) {
  for (const StepRow& row : mapping::steps()) {
    if (!is_there(asked, row.name)) continue;
    for (const std::string_view name : row.beside) offer_key(asked, name, {}, offers);
    return;
  }
  // What a step gets behind others is theirs to say: only the first is known to get the field.
  const schema::PlatformField* const field = asked.platform_field();
  const bool first = field != nullptr && asked.tokens.back() == "0";
  for (const StepRow& row : mapping::steps()) {
    if (first && !convert::takes(row.step, convert::form_of(field->type))) continue;
    offer_key(asked, row.name, row.help, offers);
  }
}

void offer_step_words(const Asked& asked, Offers& offers) {
  const std::string& member = asked.tokens.back();
  if (const StepRow* const row = mapping::find_step(member); row != nullptr) {
    for (const names::Member& inside : row->inside) offer_key(asked, inside.name, {}, offers);
  }
  const mapping::MemberRule* const rule = mapping::find_rule(member);
  if (rule == nullptr) return;
  for (const std::string_view word : rule->words) {
    offers.push_back(offer_of(Kind::word, std::string(word), std::string(word)));
  }
}

}  // namespace crosswalk::complete
