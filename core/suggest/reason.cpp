#include "suggest/reason.hpp"

namespace crosswalk::suggest {
namespace {

constexpr std::size_t kPhrasesMax = 2;  // a reason is read at a glance

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string concepts_of(const Heard& heard, const Lexicon& lexicon) {
  std::string out;
  for (const std::uint32_t id : heard.concepts) {
    if (!out.empty()) out += ' ';
    out += lexicon.name(id);
  }
  return quoted(out);
}

std::string phrase_of(const Heard& heard, const Lexicon& lexicon) {
  const std::string meaning = concepts_of(heard, lexicon);
  switch (heard.tongue) {
    case Tongue::english:
      return quoted(heard.phrase) + " stands for " + meaning;
    case Tongue::abbreviation:
      return quoted(heard.phrase) + " is short for " + meaning;
    default:
      return quoted(heard.phrase) + " is " + std::string(tongue_name(heard.tongue)) + " for " +
             meaning;
  }
}

// Only what matters: fillers and qualifiers explain nothing.
bool explains(const Heard& heard, const Lexicon& lexicon) {
  const Role role = lexicon.vocabulary().concept_of(heard.concepts[0]).role;
  return role == Role::thing || role == Role::qualifier || role == Role::context;
}

std::string of_meaning(const Reading& reading, const Lexicon& lexicon) {
  std::string out;
  std::size_t phrases = 0;
  for (const Heard& heard : reading.heard) {
    if (phrases == kPhrasesMax || !explains(heard, lexicon)) continue;
    out += (out.empty() ? "" : ", ") + phrase_of(heard, lexicon);
    ++phrases;
  }
  return out.empty() ? "The names say the same." : out + ".";
}

}  // namespace

std::string reason_of(const Match& match, const Evidence& evidence, const Lexicon& lexicon) {
  std::string out;
  switch (match.by) {
    case Match::By::same_name:
      out = "The names are the same.";
      break;
    case Match::By::same_label:
      out = "The labels are the same.";
      break;
    case Match::By::meaning:
      out = of_meaning(*match.platform, lexicon);
      break;
    case Match::By::values:
    case Match::By::nothing:
      break;
  }
  if (evidence.supports) {
    if (!out.empty()) out += ' ';
    out += evidence.words;
  }
  return out;
}

}  // namespace crosswalk::suggest
