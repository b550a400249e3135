#include "suggest/objects.hpp"

#include <algorithm>
#include <array>

#include "suggest/assign.hpp"
#include "suggest/reading.hpp"
#include "suggest/words.hpp"

namespace crosswalk::suggest {
namespace {

// Of the score of two objects: what their names give, and what their fields give.
constexpr int kNameShare = 450;
constexpr int kFieldShare = 550;
constexpr int kObjectThreshold = 250;
constexpr int kFieldsCounted = 12;  // a small object that fits whole is as good as a large one

// Objects that are looked at for one platform object, so that whole orgs stay in bounds.
constexpr std::size_t kCandidatesMax = 12;

// Where customer data belongs when the names do not say it, the likeliest first.
constexpr std::array<std::string_view, 8> kUsual{
    "Contact", "Lead", "Account", "Opportunity", "Campaign", "CampaignMember", "Case", "Task"};

int usual_rank(std::string_view name) {
  const auto* const at = std::find(kUsual.begin(), kUsual.end(), name);
  return static_cast<int>(at - kUsual.begin());
}

struct ReadObject {
  std::string letters;
  std::vector<Reading> readings;
};

ReadObject read_object(std::string_view name, std::string_view label, Lexicon& lexicon) {
  ReadObject out{letters_of(name), read_text(name, {}, lexicon)};
  for (Reading& reading : read_text(label, {}, lexicon)) out.readings.push_back(std::move(reading));
  return out;
}

int names_alike(const ReadObject& left, const ReadObject& right, const Vocabulary& vocabulary) {
  if (left.letters == right.letters) return 1000;
  int best = 0;
  for (const Reading& reading : left.readings) {
    for (const Reading& other : right.readings) {
      best = std::max(best, alike(reading, other, {}, vocabulary));
    }
  }
  return best;
}

int fields_score(const std::vector<Suggestion>& fields, std::size_t count) {
  int sum = 0;
  for (const Suggestion& field : fields) sum += field.score * 10;
  const auto most = static_cast<int>(std::min<std::size_t>(count, kFieldsCounted));
  return most == 0 ? 0 : std::min(1000, sum / most);
}

class ObjectPairing {
 public:
  ObjectPairing(const Input& input, const Vocabulary& vocabulary)
      : input_(input), vocabulary_(vocabulary), lexicon_(vocabulary) {
    for (const schema::SalesforceObject& object : input.salesforce.objects) {
      // A global describe lists objects without their fields, and histories and the like are
      // written by Salesforce itself.
      const bool usable = !object.fields.empty() && !object.deprecated_and_hidden &&
                          (object.createable || input.way == compat::Way::to_platform);
      if (usable) salesforce_.push_back(&object);
    }
    std::sort(salesforce_.begin(), salesforce_.end(),
              [](const auto* left, const auto* right) { return left->name < right->name; });
    for (const schema::SalesforceObject* object : salesforce_) {
      read_.push_back(read_object(object->name, object->label, lexicon_));
    }
    for (const schema::PlatformObject& object : input.platform.objects)
      platform_.push_back(&object);
    std::sort(platform_.begin(), platform_.end(),
              [](const auto* left, const auto* right) { return left->name < right->name; });
  }

  std::vector<ObjectPair> pair() {
    std::vector<std::vector<Choice>> rows(platform_.size());
    for (std::size_t i = 0; i < platform_.size(); ++i) {
      found_.emplace_back();
      look_at(i, rows[i]);
    }
    const std::vector<std::uint32_t> chosen = assign(rows, salesforce_.size());
    std::vector<ObjectPair> out;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (Found& found : found_[i]) {
        if (found.column != chosen[i]) continue;
        out.push_back({platform_[i], salesforce_[found.column], std::move(found.fields)});
      }
    }
    return out;
  }

 private:
  struct Candidate {
    std::uint32_t column = 0;
    int names = 0;
  };
  struct Found {
    std::uint32_t column = 0;
    std::vector<Suggestion> fields;
  };

  // The objects whose names are nearest, filled up with the usual ones.
  std::vector<Candidate> candidates(const ReadObject& read) const {
    std::vector<Candidate> all;
    for (std::uint32_t column = 0; column < salesforce_.size(); ++column) {
      all.push_back({column, names_alike(read, read_[column], vocabulary_)});
    }
    std::stable_sort(all.begin(), all.end(), [&](const Candidate& left, const Candidate& right) {
      if (left.names != right.names) return left.names > right.names;
      return usual_rank(salesforce_[left.column]->name) <
             usual_rank(salesforce_[right.column]->name);
    });
    if (all.size() > kCandidatesMax) all.resize(kCandidatesMax);
    return all;
  }

  void look_at(std::size_t i, std::vector<Choice>& row) {
    const schema::PlatformObject& object = *platform_[i];
    const bool only = platform_.size() == 1 && salesforce_.size() == 1;
    for (const Candidate& candidate :
         candidates(read_object(object.name, object.label, lexicon_))) {
      std::vector<Suggestion> fields = suggest_fields(object, *salesforce_[candidate.column],
                                                      samples_of(object), input_.way, vocabulary_);
      if (fields.empty()) continue;
      const int score = candidate.names * kNameShare / 1000 +
                        fields_score(fields, object.fields.size()) * kFieldShare / 1000;
      if (score < kObjectThreshold && !only) continue;
      row.push_back({candidate.column, std::max(score, 1)});
      found_[i].push_back({candidate.column, std::move(fields)});
    }
  }

  [[nodiscard]] const SamplesByField* samples_of(const schema::PlatformObject& object) const {
    if (input_.samples == nullptr) return nullptr;
    const auto at = input_.samples->find(object.name);
    return at == input_.samples->end() ? nullptr : &at->second;
  }

  const Input& input_;
  const Vocabulary& vocabulary_;
  Lexicon lexicon_;
  std::vector<const schema::PlatformObject*> platform_;
  std::vector<const schema::SalesforceObject*> salesforce_;
  std::vector<ReadObject> read_;
  std::vector<std::vector<Found>> found_;
};

}  // namespace

std::vector<ObjectPair> pair_objects(const Input& input, const Vocabulary& vocabulary) {
  return ObjectPairing(input, vocabulary).pair();
}

}  // namespace crosswalk::suggest
