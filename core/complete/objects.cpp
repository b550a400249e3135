// Objects of both sides.

#include <algorithm>
#include <utility>

#include "complete/asked.hpp"

namespace crosswalk::complete {

using schema::SalesforceObject;

void offer_platform_objects(const Asked& asked, Offers& offers) {
  for (const schema::PlatformObject& object : asked.input.platform.objects) {
    offers.push_back(offer_of(Kind::platform_object, object.name, object.label));
  }
}

void offer_salesforce_objects(const Asked& asked, Offers& offers) {
  const auto& pairs = asked.draft.salesforce_objects;
  for (const SalesforceObject& object : asked.input.salesforce.objects) {
    if (object.deprecated_and_hidden || !object.queryable) continue;
    Offer offer = offer_of(Kind::salesforce_object, object.name, object.label);
    offer.read_only = !object.createable && !object.updateable;
    offer.used = std::find(pairs.begin(), pairs.end(), object.name) != pairs.end() &&
                 object.name != asked.draft.written;
    offers.push_back(std::move(offer));
  }
}

void offer_pair_objects(const Asked& asked, Offers& offers) {
  for (const std::string& name : asked.draft.salesforce_objects) {
    const SalesforceObject* const object = asked.input.salesforce.find(name);
    offers.push_back(
        offer_of(Kind::salesforce_object, name, object == nullptr ? std::string() : object->label));
  }
}

}  // namespace crosswalk::complete
