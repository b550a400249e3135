#include "suggest/pairing.hpp"

#include <algorithm>

#include "names/api_name.hpp"
#include "suggest/near_words.hpp"
#include "suggest/words.hpp"

namespace crosswalk::suggest {
namespace {

constexpr std::size_t kChoicesMax = 8;  // of one field
constexpr std::size_t kCommonMin = 200;
constexpr int kSameLabel = 990;
constexpr int kSameAmbiguousName = 985;  // "title" gives way to "job title"
constexpr int kValuesStrength = 760;     // what values alone are worth, without any name
constexpr int kSupport = 20;             // what values add that speak for a pair
constexpr int kMuchAlike = 20;           // readings that differ by less are as sure as one another
constexpr int kScoreMax = 1000;
constexpr int kMeaningMax = 998;  // the same name is surer than the same meaning

ReadField read_field(std::string_view name, std::string_view label,
                     std::span<const std::uint32_t> own, Lexicon& lexicon) {
  const std::string_view proper = names::split_api_name(name).proper;
  ReadField out;
  out.letters = letters_of(proper);
  out.label_letters = letters_of(label);
  out.readings = read_text(proper, own, lexicon);
  out.ambiguous = out.readings.size() > 1;
  if (out.label_letters != out.letters && !label.empty()) {
    for (Reading& reading : read_text(label, own, lexicon))
      out.readings.push_back(std::move(reading));
  }
  return out;
}

// What a Salesforce field is called is known; of what its words may mean, only the surest counts.
void keep_surest(std::vector<Reading>& readings) {
  int surest = 0;
  for (const Reading& reading : readings) surest = std::max(surest, reading.strength);
  std::erase_if(readings,
                [&](const Reading& reading) { return reading.strength + kMuchAlike < surest; });
}

bool is_thing(const Term& term) { return term.weight == kThingWeight; }

// A person is a lead, too: what is said of the one is said of the other.
void add_kin(std::vector<std::uint32_t>& own, const Vocabulary& vocabulary) {
  const std::uint32_t lead = vocabulary.id_of("lead"), person = vocabulary.id_of("person");
  const auto has = [&](std::uint32_t id) {
    return std::find(own.begin(), own.end(), id) != own.end();
  };
  if (has(lead) && !has(person)) own.push_back(person);
  if (has(person) && !has(lead)) own.push_back(lead);
}

}  // namespace

Pairing::Pairing(const PairingInput& input, const Vocabulary& vocabulary)
    : input_(input), lexicon_(vocabulary) {
  own_ = contexts_of(input.platform.name, input.platform.label, lexicon_);
  for (const std::uint32_t id :
       contexts_of(input.salesforce.name, input.salesforce.label, lexicon_)) {
    if (std::find(own_.begin(), own_.end(), id) == own_.end()) own_.push_back(id);
  }
  add_kin(own_, vocabulary);
  read_platform();
  read_salesforce();
  near_ = near_words(lexicon_);
  index();
  for (ReadField& field : platform_) settle(field);
  choose();
}

void Pairing::read_platform() {
  platform_.reserve(input_.platform.fields.size());
  for (const schema::PlatformField& field : input_.platform.fields) {
    platform_.push_back(read_field(field.name, field.label, own_, lexicon_));
    add_values_reading(platform_.back());
  }
}

void Pairing::read_salesforce() {
  salesforce_.reserve(input_.salesforce.fields.size());
  targets_.reserve(input_.salesforce.fields.size());
  for (const schema::SalesforceField& field : input_.salesforce.fields) {
    targets_.push_back(target_of(input_.salesforce, field, input_.way));
    // What can never be written needs no reading.
    salesforce_.push_back(
        targets_.back().closed ? ReadField{} : read_field(field.name, field.label, own_, lexicon_));
    keep_surest(salesforce_.back().readings);
  }
}

// Where the names say nothing that is understood, the values speak for themselves.
void Pairing::add_values_reading(ReadField& read) {
  const Samples* samples = samples_of(platform_.size() - 1);
  if (samples == nullptr) return;
  const Vocabulary& vocabulary = lexicon_.vocabulary();
  const auto says_what = [&](const Term& term) {
    return term.id < vocabulary.size() && vocabulary.concept_of(term.id).role == Role::thing;
  };
  const bool understood =
      std::any_of(read.readings.begin(), read.readings.end(), [&](const Reading& reading) {
        return std::any_of(reading.terms.begin(), reading.terms.end(), says_what);
      });
  const std::string_view spoken = concept_of(*samples);
  if (understood || spoken.empty()) return;
  Reading reading;
  reading.terms.push_back({vocabulary.id_of(spoken), kThingWeight});
  reading.strength = kValuesStrength;
  reading.from_values = true;
  read.readings.push_back(std::move(reading));
}

const Samples* Pairing::samples_of(std::size_t platform) const {
  if (input_.samples == nullptr) return nullptr;
  const auto at = input_.samples->find(input_.platform.fields[platform].name);
  return at == input_.samples->end() ? nullptr : &at->second;
}

void Pairing::index_term(std::uint32_t id, std::uint32_t field) {
  if (fields_of_.size() <= id) fields_of_.resize(id + 1);
  std::vector<std::uint32_t>& fields = fields_of_[id];
  if (fields.empty() || fields.back() != field) fields.push_back(field);
}

void Pairing::index() {
  seen_.assign(salesforce_.size(), 0);
  for (std::uint32_t i = 0; i < salesforce_.size(); ++i) {
    if (targets_[i].closed) continue;
    const ReadField& field = salesforce_[i];
    if (!field.letters.empty()) fields_named_[field.letters].push_back(i);
    if (!field.label_letters.empty()) fields_named_[field.label_letters].push_back(i);
    for (const Reading& reading : field.readings) {
      const bool any_thing = std::any_of(reading.terms.begin(), reading.terms.end(), is_thing);
      for (const Term& term : reading.terms) {
        if (is_thing(term) || !any_thing) index_term(term.id, i);
      }
    }
  }
}

// "Title" may be a deal's name, but not where the other side has a job title.
void Pairing::settle(ReadField& field) const {
  int surest = 0;
  for (const Reading& reading : field.readings) surest = std::max(surest, reading.strength);
  const bool found =
      std::any_of(field.readings.begin(), field.readings.end(), [&](const Reading& reading) {
        return reading.strength + kMuchAlike >= surest &&
               std::any_of(reading.terms.begin(), reading.terms.end(), [&](const Term& term) {
                 return is_thing(term) && term.id < fields_of_.size() &&
                        !fields_of_[term.id].empty();
               });
      });
  if (found) keep_surest(field.readings);
}

// A word that hundreds of fields share finds none of them.
bool Pairing::is_common(std::uint32_t id) const {
  return id < fields_of_.size() && fields_of_[id].size() > kCommonMin;
}

void Pairing::gather(std::uint32_t id, std::vector<std::uint32_t>& into) {
  if (id >= fields_of_.size()) return;
  for (const std::uint32_t field : fields_of_[id]) {
    if (seen_[field] == gathering_) continue;
    seen_[field] = gathering_;
    into.push_back(field);
  }
}

std::vector<std::uint32_t> Pairing::candidates(const ReadField& field) {
  ++gathering_;
  std::vector<std::uint32_t> out;
  for (const std::string* letters : {&field.letters, &field.label_letters}) {
    const auto named = fields_named_.find(*letters);
    if (letters->empty() || named == fields_named_.end()) continue;
    for (const std::uint32_t salesforce : named->second) {
      if (seen_[salesforce] != gathering_) out.push_back(salesforce);
      seen_[salesforce] = gathering_;
    }
  }
  for (const Reading& reading : field.readings) {
    const bool several = std::count_if(reading.terms.begin(), reading.terms.end(), is_thing) > 1;
    for (const Term& term : reading.terms) {
      if (several && is_common(term.id)) continue;
      gather(term.id, out);
      auto near = std::lower_bound(near_.begin(), near_.end(), std::pair{term.id, 0U});
      for (; near != near_.end() && near->first == term.id; ++near) gather(near->second, out);
    }
  }
  return out;
}

Match Pairing::match(std::size_t platform, std::size_t salesforce) const {
  const ReadField& left = platform_[platform];
  const ReadField& right = salesforce_[salesforce];
  if (left.letters == right.letters && !left.letters.empty()) {
    return {Match::By::same_name, left.ambiguous ? kSameAmbiguousName : kScoreMax, nullptr};
  }
  if (!left.letters.empty() && left.letters == right.label_letters) {
    return {Match::By::same_label, kSameLabel, nullptr};
  }
  if (!left.label_letters.empty() &&
      (left.label_letters == right.label_letters || left.label_letters == right.letters)) {
    return {Match::By::same_label, kSameLabel, nullptr};
  }
  const Vocabulary& vocabulary = lexicon_.vocabulary();
  Nearness nearness{near_, {UINT32_MAX, UINT32_MAX}};
  const schema::PlatformType type = input_.platform.fields[platform].type;
  const compat::Kind kind = targets_[salesforce].column.kind;
  if (is_record(type) && is_lookup(kind)) nearness.weightless[0] = vocabulary.id_of("id");
  if (is_moment(type) && is_moment(kind)) {
    nearness.weightless[0] = vocabulary.id_of("date");
    nearness.weightless[1] = vocabulary.id_of("time");
  }
  Match best;
  for (const Reading& reading : left.readings) {
    for (const Reading& other : right.readings) {
      const int score = alike(reading, other, nearness, vocabulary);
      if (score <= best.score) continue;
      best = {reading.from_values ? Match::By::values : Match::By::meaning, score, &reading};
    }
  }
  best.score = std::min(best.score, kMeaningMax);
  return best;
}

Evidence Pairing::evidence(std::size_t platform, std::size_t salesforce) const {
  const Samples* samples = samples_of(platform);
  if (samples == nullptr) return {};
  return evidence_of(*samples, *targets_[salesforce].field, targets_[salesforce].column.kind);
}

int Pairing::score(std::size_t platform, std::size_t salesforce) const {
  const int fit = fitness(input_.platform.fields[platform].type, targets_[salesforce], input_.way);
  if (fit == 0) return 0;
  const int name = match(platform, salesforce).score;
  if (name * fit / kScoreMax < kThreshold) return 0;
  const Evidence evidence = this->evidence(platform, salesforce);
  const int sum =
      name * fit / kScoreMax * evidence.factor / 1000 + (evidence.supports ? kSupport : 0);
  return std::min(sum, kScoreMax);
}

void Pairing::choose() {
  choices_.resize(platform_.size());
  for (std::size_t i = 0; i < platform_.size(); ++i) {
    std::vector<Choice>& choices = choices_[i];
    for (const std::uint32_t salesforce : candidates(platform_[i])) {
      const int points = score(i, salesforce);
      if (points >= kThreshold) choices.push_back({salesforce, points});
    }
    // Equal scores by name, so that the order of a describe decides nothing.
    std::sort(choices.begin(), choices.end(), [&](const Choice& left, const Choice& right) {
      if (left.score != right.score) return left.score > right.score;
      return targets_[left.column].field->name < targets_[right.column].field->name;
    });
    if (choices.size() > kChoicesMax) choices.resize(kChoicesMax);
  }
}

}  // namespace crosswalk::suggest
