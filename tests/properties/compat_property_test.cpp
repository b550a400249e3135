// The type relation gives a verdict on any two fields, with a reason and, where something is lost,
// with what is.
#include "compat/policy.hpp"
#include "compat/relation.hpp"
#include "properties/choices.hpp"
#include "properties/describes.hpp"
#include "properties/holds.hpp"
#include "properties/platform_schemas.hpp"

namespace crosswalk::properties {
namespace {

using compat::Class;
using compat::Way;

TEST(CompatProperties, AnyTwoFieldsHaveAVerdictWithAReason) {
  holds(4000, [] {
    const auto platform = *rc::gen::exec([] { return platform_field("own"); });
    const auto salesforce = *rc::gen::exec([] { return salesforce_field("Theirs__c"); });
    for (const Way way : {Way::to_salesforce, Way::to_platform}) {
      const compat::FieldVerdict verdict = compat::verdict(platform, salesforce, way);
      const std::string told = std::string(schema::platform_type_name(platform.type)) + " and " +
                               properties_of(salesforce).dump() + ": " +
                               std::string(compat::class_name(verdict.cls)) + ", " + verdict.reason;
      RC_ASSERT(!compat::class_name(verdict.cls).empty());
      RC_ASSERT(!verdict.reason.empty());
      const bool loses = verdict.cls == Class::conditional || verdict.cls == Class::lossy;
      if (loses && verdict.loss.empty()) RC_FAIL("no loss: " + told);
      const bool writable = salesforce.createable || salesforce.updateable;
      if (way == Way::to_salesforce && !writable) {
        if (verdict.cls != Class::incompatible) RC_FAIL("not writable: " + told);
      }
    }
  });
}

// The strict rule never sees less than the relation: it only ever takes away.
TEST(CompatProperties, APolicyAnswersForAnyTwoFields) {
  holds(1000, [] {
    schema::SalesforceObject object = *salesforce_objects();
    const auto platform = *rc::gen::exec([] { return platform_field("own"); });
    for (const compat::Policy& policy : compat::policies()) {
      for (const schema::SalesforceField& field : object.fields) {
        const compat::Column column = compat::column_of(object, field);
        const auto objection = compat::objection_of(policy, platform, field, column);
        RC_ASSERT(objection == compat::objection_of(policy, platform, field, column));
        if (objection != compat::Objection::none) continue;
        const compat::Verdict cell = compat::verdict(platform.type, column, Way::to_salesforce);
        const bool exempt = std::find(policy.exempt.begin(), policy.exempt.end(), field.name) !=
                            policy.exempt.end();
        RC_ASSERT(exempt || cell.cls != Class::incompatible);
      }
    }
  });
}

}  // namespace
}  // namespace crosswalk::properties
