#include "suggest/reading.hpp"

#include <algorithm>
#include <initializer_list>

#include "suggest/words.hpp"

namespace crosswalk::suggest {
namespace {

constexpr int kOwnContextCost = 5;
constexpr std::size_t kWordsMax = 24;  // of one text: labels may be whole questions

// One way to read a text, while it is made: all concepts in the order of their phrases.
struct Draft {
  std::vector<std::uint32_t> concepts;
  int strength = 100;
  std::vector<Heard> heard;
};

class Finisher {
 public:
  Finisher(std::span<const std::uint32_t> own, const Lexicon& lexicon)
      : own_(own), vocabulary_(lexicon.vocabulary()) {}

  Reading finish(Draft draft) {
    ids_ = std::move(draft.concepts);
    kinds();
    address();
    parents();
    const bool said = own_context();
    if (has("opt out") && !has("fax")) put("email");
    std::sort(ids_.begin(), ids_.end());
    ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
    Reading reading;
    reading.strength = draft.strength * 10 - (said ? kOwnContextCost : 0);
    reading.heard = std::move(draft.heard);
    const bool about_something = any_thing();
    for (const std::uint32_t id : ids_) place(id, about_something, reading);
    return reading;
  }

 private:
  [[nodiscard]] bool has(std::string_view name) const {
    return std::find(ids_.begin(), ids_.end(), vocabulary_.id_of(name)) != ids_.end();
  }
  [[nodiscard]] bool has_any(std::initializer_list<std::string_view> names) const {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return has(name); });
  }
  void drop(std::string_view name) { std::erase(ids_, vocabulary_.id_of(name)); }
  void put(std::string_view name) { ids_.push_back(vocabulary_.id_of(name)); }
  void replace(std::string_view old, std::string_view with) {
    if (!has(old)) return;
    drop(old);
    put(with);
  }

  // A fax number is a phone number of a kind, and the mail of a city is no e-mail.
  void kinds() {
    if (has("fax")) drop("phone");
    if (has_any({"city", "state", "postal", "country", "street"})) replace("email", "mailing");
  }

  // "address 2" is the second line of an address, "address 2 city" the city of a second address.
  void address() {
    if (has_any(
            {"city", "state", "postal", "country", "line 1", "line 2", "latitude", "longitude"})) {
      replace("address 1", "primary");
      replace("address 2", "secondary");
      replace("address 3", "third");
      drop("address");
      if (has_any({"city", "state", "postal", "country", "line 2"})) drop("street");
    }
    if (has_any({"address 2", "address 3"})) drop("street");
    replace("address 2", "line 2");
    replace("address 3", "line 3");
    replace("address 1", "street");
    replace("line 1", "street");
    if (has_any({"email", "phone", "website", "street", "line 2", "line 3"})) drop("address");
    replace("address", "street");
  }

  // The parent of another kind is that thing: a deal's parent account is its account.
  void parents() {
    if (!has("parent")) return;
    for (const std::uint32_t id : ids_) {
      if (is_context(id) && !is_own(id)) return drop("parent");
    }
  }

  // Whether it was said whose field it is, which the object says already.
  bool own_context() {
    // What is left must say something: the id of a contact is not any id.
    const auto says = [&](std::uint32_t id) {
      if (is_own(id) || is_empty(id)) return false;
      return !is_faint(id) || id == vocabulary_.id_of("name");
    };
    if (std::none_of(ids_.begin(), ids_.end(), says)) return false;
    return std::erase_if(ids_, [&](std::uint32_t id) { return is_own(id); }) > 0;
  }

  [[nodiscard]] bool is_known(std::uint32_t id) const { return id < vocabulary_.size(); }
  [[nodiscard]] bool is_context(std::uint32_t id) const {
    return is_known(id) && vocabulary_.concept_of(id).role == Role::context;
  }
  [[nodiscard]] bool is_empty(std::uint32_t id) const {
    return is_known(id) && vocabulary_.concept_of(id).role == Role::filler;
  }
  [[nodiscard]] bool is_faint(std::uint32_t id) const {
    return is_known(id) && vocabulary_.concept_of(id).role == Role::faint;
  }
  [[nodiscard]] bool is_own(std::uint32_t id) const {
    return std::find(own_.begin(), own_.end(), id) != own_.end();
  }
  [[nodiscard]] bool any_thing() const {
    return std::any_of(ids_.begin(), ids_.end(), [&](std::uint32_t id) {
      return !is_known(id) || vocabulary_.concept_of(id).role == Role::thing;
    });
  }

  void place(std::uint32_t id, bool about_something, Reading& reading) const {
    if (!is_known(id)) {
      reading.terms.push_back({id, kThingWeight});
      return;
    }
    const Concept& row = vocabulary_.concept_of(id);
    switch (row.role) {
      case Role::thing:
      case Role::faint:
        reading.terms.push_back({id, row.weight});
        break;
      case Role::context:
        reading.terms.push_back({id, about_something ? kContextWeight : kThingWeight});
        break;
      case Role::qualifier:
        reading.qualifiers.push_back(id);
        break;
      case Role::filler:
        break;
    }
  }

  std::span<const std::uint32_t> own_;
  const Vocabulary& vocabulary_;
  std::vector<std::uint32_t> ids_;
};

std::vector<std::string> known_words(std::string_view text, const Vocabulary& vocabulary) {
  std::vector<std::string> out;
  for (const std::string& word : words_of(text)) {
    for (std::string& piece : vocabulary.pieces(word)) {
      if (out.size() < kWordsMax) out.push_back(std::move(piece));
    }
  }
  return out;
}

std::string joined(std::span<const std::string> words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

void add_meaning(const Meaning& meaning, const std::string& phrase, const Vocabulary& vocabulary,
                 Draft& draft) {
  draft.concepts.insert(draft.concepts.end(), meaning.concepts.begin(), meaning.concepts.end());
  draft.strength = std::min(draft.strength, meaning.strength);
  const bool filler = vocabulary.concept_of(meaning.concepts[0]).role == Role::filler;
  const bool own_name =
      meaning.concepts.size() == 1 && vocabulary.name(meaning.concepts[0]) == phrase;
  if (!filler && !own_name) draft.heard.push_back({phrase, meaning.tongue, meaning.concepts});
}

std::vector<Draft> drafts_of(std::span<const std::string> words, Lexicon& lexicon) {
  const Vocabulary& vocabulary = lexicon.vocabulary();
  std::vector<Draft> drafts(1);
  while (!words.empty()) {
    const Vocabulary::Found found = vocabulary.longest(words);
    if (found.meanings == nullptr) {
      std::string word = words[0];
      if (word.size() > 4 && word.back() == 's') word.pop_back();
      const std::uint32_t id = lexicon.id_of(word);
      for (Draft& draft : drafts) draft.concepts.push_back(id);
      words = words.subspan(1);
      continue;
    }
    const std::string phrase = joined(words.first(found.words));
    std::vector<Draft> next;
    for (const Meaning& meaning : *found.meanings) {
      for (const Draft& draft : drafts) {
        if (next.size() >= kReadingsMax) break;
        next.push_back(draft);
        add_meaning(meaning, phrase, vocabulary, next.back());
      }
    }
    drafts = std::move(next);
    words = words.subspan(found.words);
  }
  return drafts;
}

}  // namespace

std::uint32_t Lexicon::id_of(const std::string& word) {
  const auto next = vocabulary_.size() + static_cast<std::uint32_t>(ids_.size());
  const auto [at, fresh] = ids_.emplace(word, next);
  if (fresh) words_.push_back(&at->first);
  return at->second;
}

std::string_view Lexicon::name(std::uint32_t id) const {
  if (id < vocabulary_.size()) return vocabulary_.name(id);
  return *words_[id - vocabulary_.size()];
}

std::vector<Reading> read_text(std::string_view text, std::span<const std::uint32_t> own,
                               Lexicon& lexicon) {
  std::vector<Reading> readings;
  const std::vector<std::string> words = known_words(text, lexicon.vocabulary());
  Finisher finisher(own, lexicon);
  for (Draft& draft : drafts_of(words, lexicon)) {
    Reading reading = finisher.finish(std::move(draft));
    if (!reading.terms.empty() || !reading.qualifiers.empty())
      readings.push_back(std::move(reading));
  }
  return readings;
}

std::vector<std::uint32_t> contexts_of(std::string_view name, std::string_view label,
                                       Lexicon& lexicon) {
  const Vocabulary& vocabulary = lexicon.vocabulary();
  std::vector<std::uint32_t> out;
  for (const std::string_view text : {name, label}) {
    for (const Draft& draft : drafts_of(known_words(text, vocabulary), lexicon)) {
      for (const std::uint32_t id : draft.concepts) {
        if (id < vocabulary.size() && vocabulary.concept_of(id).role == Role::context)
          out.push_back(id);
      }
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace crosswalk::suggest
