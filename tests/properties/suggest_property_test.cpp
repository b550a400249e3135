// Suggestions of any two objects: one to one, never an incompatible pair, and the same in whatever
// order the fields come.
#include <algorithm>
#include <set>

#include "properties/choices.hpp"
#include "properties/describes.hpp"
#include "properties/holds.hpp"
#include "properties/platform_schemas.hpp"
#include "suggest/suggest.hpp"

namespace crosswalk::properties {
namespace {

using compat::Way;
using suggest::Suggestion;

// Names that are often understood, often nearly the same, and sometimes nothing at all.
std::string field_name() {
  static const std::vector<std::string> kWords{
      "first",   "last",  "name",     "email",   "phone",  "mobile", "home",    "city",
      "billing", "other", "street",   "address", "1",      "2",      "company", "owner",
      "id",      "date",  "start",    "title",   "status", "amount", "opt",     "out",
      "Vorname", "PLZ",   "都道府県", "fname",   "score",  "badge",  "badges",  "Straße"};
  if (chance(8)) return some_text(8);
  std::string name;
  const bool camel = chance(50);
  for (int left = between(1, 3); left > 0; --left) {
    std::string word = one_of(kWords);
    if (camel && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
    name += (name.empty() || camel ? "" : "_") + word;
  }
  return name;
}

struct Objects {
  schema::PlatformObject platform;
  schema::SalesforceObject salesforce;
};

Objects objects() {
  Objects out;
  out.platform.name = one_of<std::string>({"participant", "company", "deal", "thing"});
  out.salesforce.name = one_of<std::string>({"Contact", "Account", "Opportunity", "Thing__c"});
  for (const std::string& name : distinct(listed(1, 12, field_name))) {
    out.platform.fields.push_back(platform_field(name));
    if (chance(50)) out.platform.fields.back().label = field_name();
  }
  for (const std::string& name : distinct(listed(1, 16, field_name))) {
    out.salesforce.fields.push_back(salesforce_field(name));
    if (chance(50)) out.salesforce.fields.back().label = field_name();
  }
  return out;
}

suggest::SamplesByField samples_of(const schema::PlatformObject& object) {
  suggest::SamplesByField samples;
  for (const schema::PlatformField& field : object.fields) {
    for (int left = below(4); left > 0; --left) {
      samples[field.name].add(one_of<std::string>(
          {"a@b.org", "https://example.org", "+49 30 123456", "2026-11-30", "12", "red", ""}));
    }
  }
  return samples;
}

std::vector<Suggestion> suggested(Objects& objects, const suggest::SamplesByField& samples,
                                  Way way) {
  static const suggest::Vocabulary kVocabulary;
  objects.platform.reindex();
  objects.salesforce.reindex();
  return suggest_fields(objects.platform, objects.salesforce, &samples, way, kVocabulary);
}

TEST(SuggestProperties, PairsAreOneToOneCompatibleAndExplained) {
  holds(1500, [] {
    auto objects = *rc::gen::exec([] { return properties::objects(); });
    const auto samples = *rc::gen::exec([&] { return samples_of(objects.platform); });
    for (const Way way : {Way::to_salesforce, Way::to_platform}) {
      std::set<std::string> platform, salesforce;
      for (const Suggestion& suggestion : suggested(objects, samples, way)) {
        RC_ASSERT(platform.insert(suggestion.platform).second);
        RC_ASSERT(salesforce.insert(suggestion.salesforce).second);
        const auto* left = objects.platform.find(suggestion.platform);
        const auto* right = objects.salesforce.find(suggestion.salesforce);
        RC_ASSERT(left != nullptr && right != nullptr);
        RC_ASSERT(compat::verdict(*left, *right, way).cls != compat::Class::incompatible);
        RC_ASSERT(suggestion.score >= 70 && suggestion.score <= 100);
        RC_ASSERT(!suggestion.reason.empty());
      }
    }
  });
}

TEST(SuggestProperties, TheOrderOfFieldsMeansNothing) {
  holds(800, [] {
    auto objects = *rc::gen::exec([] { return properties::objects(); });
    const auto samples = *rc::gen::exec([&] { return samples_of(objects.platform); });
    const auto before = suggested(objects, samples, Way::to_salesforce);
    Objects turned = objects;
    std::reverse(turned.platform.fields.begin(), turned.platform.fields.end());
    const int by = below(static_cast<int>(turned.salesforce.fields.size()));
    std::rotate(turned.salesforce.fields.begin(), turned.salesforce.fields.begin() + by,
                turned.salesforce.fields.end());
    RC_ASSERT(suggested(turned, samples, Way::to_salesforce) == before);
  });
}

}  // namespace
}  // namespace crosswalk::properties
