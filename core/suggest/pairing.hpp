// Every pair of fields of two objects that is worth a thought, with its score. A pair is looked at
// only when the two speak of one thing, so large objects cost little more than small ones.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "suggest/assign.hpp"
#include "suggest/fitness.hpp"
#include "suggest/reading.hpp"
#include "suggest/samples.hpp"

namespace crosswalk::suggest {

// A field of either side, made ready.
struct ReadField {
  std::string letters;        // of the name without namespace and suffix
  std::string label_letters;  // empty when there is no label
  bool ambiguous = false;     // the name may mean several things
  std::vector<Reading> readings;
};

// Why a pair goes together, as far as names say it.
struct Match {
  enum class By : std::uint8_t { nothing, same_name, same_label, meaning, values };
  By by = By::nothing;
  int score = 0;                      // in thousandths
  const Reading* platform = nullptr;  // of meaning and values
};

struct PairingInput {
  const schema::PlatformObject& platform;
  const schema::SalesforceObject& salesforce;
  compat::Way way = compat::Way::to_salesforce;
  const SamplesByField* samples = nullptr;
};

class Pairing {
 public:
  Pairing(const PairingInput& input, const Vocabulary& vocabulary);

  // By platform field, in the order of the schema: the best choices, best first; none below the
  // threshold. A column is the place of a Salesforce field.
  [[nodiscard]] const std::vector<std::vector<Choice>>& choices() const { return choices_; }

  [[nodiscard]] Match match(std::size_t platform, std::size_t salesforce) const;
  [[nodiscard]] Evidence evidence(std::size_t platform, std::size_t salesforce) const;
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

 private:
  void read_platform();
  void read_salesforce();
  void add_values_reading(ReadField& read);
  void index();
  void index_term(std::uint32_t id, std::uint32_t field);
  void settle(ReadField& field) const;
  void choose();
  [[nodiscard]] std::vector<std::uint32_t> candidates(const ReadField& field);
  [[nodiscard]] bool is_common(std::uint32_t id) const;
  void gather(std::uint32_t id, std::vector<std::uint32_t>& into);
  [[nodiscard]] int score(std::size_t platform, std::size_t salesforce) const;
  [[nodiscard]] const Samples* samples_of(std::size_t platform) const;

  PairingInput input_;
  Lexicon lexicon_;
  std::vector<std::uint32_t> own_;
  std::vector<ReadField> platform_, salesforce_;
  std::vector<Target> targets_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> near_;
  std::vector<std::vector<std::uint32_t>> fields_of_;  // by concept or word
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> fields_named_;
  std::vector<std::uint32_t> seen_;  // by Salesforce field: the last gathering that met it
  std::uint32_t gathering_ = 0;
  std::vector<std::vector<Choice>> choices_;
};

inline constexpr int kThreshold = 700;  // below it a field stays alone

}  // namespace crosswalk::suggest
