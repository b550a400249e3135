// A place that was asked about, with what is known around it; and what the functions that offer
// something for it have in common. Inside complete only.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "complete/complete.hpp"
#include "complete/draft.hpp"
#include "names/members.hpp"

namespace crosswalk::complete {

struct Word {
  std::string_view text;
  std::string_view help;
};

struct Place;

struct Asked {
  const Input& input;
  const Place& place;
  std::vector<std::string> tokens;  // of the pointer
  Draft draft;
  const schema::PlatformObject* platform = nullptr;      // of the pair; null where unknown
  const schema::SalesforceObject* salesforce = nullptr;  // of the pair; with its fields, or null

  // The line or the constant that the place lies in; null for a new one.
  [[nodiscard]] const DraftLine* line() const;
  [[nodiscard]] const schema::PlatformField* platform_field() const;
  // Of the line, or of the constant.
  [[nodiscard]] const schema::SalesforceField* salesforce_field() const;
};

using Offers = std::vector<Offer>;
using Offering = void (*)(const Asked& asked, Offers& offers);

// One row of the table of places. In a pattern # stands for an item's number, * for any name.
struct Place {
  std::string_view pattern;
  std::string_view help;  // what the member is for
  Offering offer = nullptr;
  std::span<const Word> words{};
  std::span<const names::Member> members{};
};

// The row of a place, or null.
const Place* find_place(std::span<const std::string> tokens);
std::span<const Place> places();  // for tests

// A label that is no more than the text is left out.
Offer offer_of(Kind kind, std::string text, std::string label);

// objects.cpp
void offer_platform_objects(const Asked& asked, Offers& offers);
void offer_salesforce_objects(const Asked& asked, Offers& offers);
void offer_pair_objects(const Asked& asked, Offers& offers);

// fields.cpp
void offer_platform_fields(const Asked& asked, Offers& offers);
void offer_line_platform(const Asked& asked, Offers& offers);
void offer_line_salesforce(const Asked& asked, Offers& offers);
void offer_match_platform(const Asked& asked, Offers& offers);
void offer_external_ids(const Asked& asked, Offers& offers);
void offer_writable(const Asked& asked, Offers& offers);
void offer_checkboxes(const Asked& asked, Offers& offers);
void offer_stamps(const Asked& asked, Offers& offers);
void offer_texts(const Asked& asked, Offers& offers);
void offer_references(const Asked& asked, Offers& offers);
void offer_condition_salesforce(const Asked& asked, Offers& offers);
void offer_short_lines(const Asked& asked, Offers& offers);

// steps.cpp
void offer_steps(const Asked& asked, Offers& offers);       // members of a transform
void offer_step_words(const Asked& asked, Offers& offers);  // words, or members of a step's object

// values.cpp
void offer_truths(const Asked& asked, Offers& offers);
void offer_salesforce_values(const Asked& asked, Offers& offers);
void offer_platform_values(const Asked& asked, Offers& offers);  // as members of a map
void offer_record_types(const Asked& asked, Offers& offers);
void offer_campaign_names(const Asked& asked, Offers& offers);
void offer_campaign_ids(const Asked& asked, Offers& offers);

}  // namespace crosswalk::complete
