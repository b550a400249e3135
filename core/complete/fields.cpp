// Fields and paths.

#include <algorithm>
#include <utility>

#include "compat/policy.hpp"
#include "complete/asked.hpp"
#include "names/nearest.hpp"
#include "schema/field_kind.hpp"
#include "validate/related.hpp"

namespace crosswalk::complete {
namespace {

using schema::PlatformField;
using schema::SalesforceField;
using schema::SalesforceObject;

Offer offer_of(const PlatformField& field) {
  Offer offer = offer_of(Kind::platform_field, field.name, field.label);
  offer.type = compat::words(field.type);
  offer.length = field.max_length.value_or(0);
  offer.precision = field.precision.value_or(0);
  offer.scale = field.scale.value_or(0);
  offer.required = field.required;
  return offer;
}

Offer offer_of(const SalesforceObject& object, const SalesforceField& field,
               const std::string& path) {
  Offer offer = offer_of(Kind::salesforce_field, path + field.name, field.label);
  offer.type = compat::words(compat::column_of(object, field));
  offer.help = field.inline_help_text;
  offer.length = field.length;
  offer.precision = field.precision;
  offer.scale = field.scale;
  offer.required = path.empty() && schema::is_required_on_create(field);
  offer.read_only = !path.empty() || schema::is_read_only(field);
  return offer;
}

struct Ways {
  bool push = false;
  bool pull = false;
};

// Of a line; a new one goes the way of its pair, which pushes unless it says otherwise.
Ways ways_of(const Asked& asked) {
  const DraftLine* const line = asked.line();
  if (line != nullptr && line->display) return {.pull = true};
  const std::string& own = line == nullptr ? asked.draft.direction : line->direction;
  const std::string& direction = own.empty() ? asked.draft.direction : own;
  return {.push = direction != "pull", .pull = direction == "pull" || direction == "both"};
}

Fit fit_of(const PlatformField& platform, const SalesforceField& salesforce, Ways ways) {
  Fit fit;
  const auto take = [&](compat::Way way) {
    compat::FieldVerdict verdict = compat::verdict(platform, salesforce, way);
    if (!fit.reason.empty() && verdict.cls <= fit.cls) return;
    fit = {verdict.cls, std::move(verdict.reason), std::move(verdict.loss)};
  };
  if (ways.push) take(compat::Way::to_salesforce);
  if (ways.pull) take(compat::Way::to_platform);
  return fit;
}

// What a policy refuses does not fit, whatever the types say.
void heed_policy(std::string_view name, const PlatformField& platform,
                 const SalesforceField& salesforce, compat::Column column, Fit& fit) {
  const compat::Policy* const policy = compat::find_policy(name);
  if (policy == nullptr || fit.cls == compat::Class::incompatible) return;
  const compat::Objection objection = compat::objection_of(*policy, platform, salesforce, column);
  if (objection == compat::Objection::none) return;
  fit = {compat::Class::incompatible,
         "The policy " + std::string(name) + " does not allow this pair of types.",
         {}};
}

Fit fit_of(const Asked& asked, const PlatformField& platform, const SalesforceField& salesforce) {
  Fit fit = fit_of(platform, salesforce, ways_of(asked));
  const compat::Column column = compat::column_of(*asked.salesforce, salesforce);
  heed_policy(asked.draft.policy, platform, salesforce, column, fit);
  heed_policy(asked.input.policy, platform, salesforce, column, fit);
  return fit;
}

bool fits(const Offer& offer) {
  return !offer.fit || offer.fit->cls != compat::Class::incompatible;
}

// The field whose name is the nearest to the other side's, where it fits and is free.
void mark_likely(std::string_view name, Offers& offers) {
  std::vector<std::string_view> free;
  for (const Offer& offer : offers) {
    if (offer.used || !fits(offer) || offer.kind == Kind::relationship) continue;
    free.push_back(offer.text);
  }
  const auto same = std::find(free.begin(), free.end(), name);
  const auto nearest = same != free.end() ? std::optional(*same) : names::nearest(name, free);
  if (!nearest) return;
  for (Offer& offer : offers) offer.likely = offer.text == *nearest;
}

void offer_fields(const Asked& asked, Offers& offers, bool (*suits)(const SalesforceField&)) {
  if (asked.salesforce == nullptr) return;
  for (const SalesforceField& field : asked.salesforce->fields) {
    if (field.deprecated_and_hidden || !suits(field)) continue;
    offers.push_back(offer_of(*asked.salesforce, field, {}));
  }
}

bool can_be_written(const SalesforceField& field) { return !schema::is_read_only(field); }

bool has_line_with(const Asked& asked, std::string DraftLine::*side, std::string_view name) {
  const DraftLine* const own = asked.line();
  return std::any_of(
      asked.draft.lines.begin(), asked.draft.lines.end(),
      [&](const DraftLine& line) { return &line != own && names::same_name(line.*side, name); });
}

// The object at the end of "Account.Owner.", or null.
const SalesforceObject* object_at(const Asked& asked, const std::string& path) {
  if (path.empty()) return asked.salesforce;
  const validate::RelatedField way =
      validate::follow(asked.input.salesforce, *asked.salesforce, path + "Id");
  const bool reached = !way.broken && !way.by_relationship &&
                       (way.field != nullptr || !way.unknown.empty()) &&
                       way.relationships <= validate::kRelationshipsMax;
  return reached ? way.object : nullptr;
}

// The relationships of the object that a path has come to.
void offer_relationships(const Asked& asked, const SalesforceObject& object,
                         const std::string& path, Offers& offers) {
  const auto steps = static_cast<std::size_t>(std::count(path.begin(), path.end(), '.'));
  if (steps >= validate::kRelationshipsMax) return;
  for (const SalesforceField& field : object.fields) {
    if (field.relationship_name.empty() || field.reference_to.size() != 1) continue;
    const SalesforceObject* const target = asked.input.salesforce.find(field.reference_to.front());
    if (target == nullptr || !target->has_fields) continue;
    Offer offer = offer_of(Kind::relationship, path + field.relationship_name + ".", target->label);
    offer.help = field.label;
    offers.push_back(std::move(offer));
  }
}

// What may follow the path that is typed already: fields, and further relationships.
void offer_path(const Asked& asked, std::string_view typed, Offers& offers,
                bool (*suits)(const SalesforceField&)) {
  const std::string path(typed.substr(0, typed.rfind('.') + 1));
  const SalesforceObject* const object = object_at(asked, path);
  if (object == nullptr || !object->has_fields) return;
  for (const SalesforceField& field : object->fields) {
    if (!field.deprecated_and_hidden && suits(field)) {
      offers.push_back(offer_of(*object, field, path));
    }
  }
  offer_relationships(asked, *object, path, offers);
}

}  // namespace

void offer_platform_fields(const Asked& asked, Offers& offers) {
  if (asked.platform == nullptr) return;
  for (const PlatformField& field : asked.platform->fields) offers.push_back(offer_of(field));
}

void offer_line_platform(const Asked& asked, Offers& offers) {
  if (asked.platform == nullptr) return;
  const SalesforceField* const other = asked.salesforce_field();
  for (const PlatformField& field : asked.platform->fields) {
    Offer offer = offer_of(field);
    offer.used = has_line_with(asked, &DraftLine::platform, field.name);
    if (other != nullptr) offer.fit = fit_of(asked, field, *other);
    offers.push_back(std::move(offer));
  }
  if (other != nullptr) mark_likely(other->name, offers);
}

// A line may read a field of a related record; it cannot write one.
void offer_line_path(const Asked& asked, Offers& offers) {
  const std::string& typed = asked.draft.written;
  offer_path(asked, typed, offers, [](const SalesforceField&) { return true; });
  const std::string path(typed.substr(0, typed.rfind('.') + 1));
  const SalesforceObject* const object = object_at(asked, path);
  const PlatformField* const other = asked.platform_field();
  if (object == nullptr || other == nullptr) return;
  for (Offer& offer : offers) {
    const SalesforceField* const field = object->find(offer.text.substr(path.size()));
    if (field == nullptr) continue;
    if (ways_of(asked).push) {
      offer.fit = Fit{
          compat::Class::incompatible, "A field of a related record is read, never written.", {}};
    } else {
      offer.fit = fit_of(*other, *field, {.pull = true});
    }
  }
}

void offer_line_salesforce(const Asked& asked, Offers& offers) {
  if (asked.salesforce == nullptr) return;
  if (asked.draft.written.find('.') != std::string::npos) return offer_line_path(asked, offers);
  const PlatformField* const other = asked.platform_field();
  for (const SalesforceField& field : asked.salesforce->fields) {
    if (field.deprecated_and_hidden) continue;
    Offer offer = offer_of(*asked.salesforce, field, {});
    offer.used = has_line_with(asked, &DraftLine::salesforce, field.name);
    if (other != nullptr) offer.fit = fit_of(asked, *other, field);
    offers.push_back(std::move(offer));
  }
  if (other != nullptr) mark_likely(other->name, offers);
  if (!ways_of(asked).push) offer_relationships(asked, *asked.salesforce, {}, offers);
}

void offer_match_platform(const Asked& asked, Offers& offers) {
  offer_platform_fields(asked, offers);
  const auto& others = asked.draft.siblings;
  for (Offer& offer : offers) {
    offer.used = std::find(others.begin(), others.end(), offer.text) != others.end();
  }
}

void offer_external_ids(const Asked& asked, Offers& offers) {
  offer_fields(asked, offers, schema::is_upsert_key);
  const PlatformField* const key =
      asked.platform == nullptr ? nullptr : asked.platform->key_field();
  if (key == nullptr) return;
  for (Offer& offer : offers) {
    const SalesforceField* const field = asked.salesforce->find(offer.text);
    if (field != nullptr) offer.fit = fit_of(*key, *field, {.push = true});
  }
}

void offer_writable(const Asked& asked, Offers& offers) {
  offer_fields(asked, offers, can_be_written);
  for (Offer& offer : offers) {
    const auto holds = [&](const DraftConstant& constant) {
      return constant.name != asked.tokens.at(3) &&
             names::same_name(constant.salesforce, offer.text);
    };
    const auto& constants = asked.draft.constants;
    offer.used = std::any_of(constants.begin(), constants.end(), holds) ||
                 has_line_with(asked, &DraftLine::salesforce, offer.text);
  }
}

void offer_checkboxes(const Asked& asked, Offers& offers) {
  offer_fields(asked, offers, [](const SalesforceField& field) {
    return field.type == schema::FieldType::boolean;
  });
}

void offer_stamps(const Asked& asked, Offers& offers) {
  offer_fields(asked, offers, [](const SalesforceField& field) {
    return field.type == schema::FieldType::datetime && can_be_written(field);
  });
}

void offer_texts(const Asked& asked, Offers& offers) {
  offer_fields(asked, offers, [](const SalesforceField& field) {
    return field.type == schema::FieldType::string && can_be_written(field);
  });
}

void offer_references(const Asked& asked, Offers& offers) {
  offer_fields(asked, offers, [](const SalesforceField& field) {
    return field.type == schema::FieldType::reference && can_be_written(field);
  });
}

void offer_condition_salesforce(const Asked& asked, Offers& offers) {
  const std::string& written = asked.draft.written;
  std::size_t begin = written.size();
  const auto of_name = [](char letter) {
    return letter == '_' || letter == '.' || (letter >= '0' && letter <= '9') ||
           (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
  };
  while (begin > 0 && of_name(written[begin - 1])) --begin;
  offer_path(asked, std::string_view(written).substr(begin), offers,
             [](const SalesforceField& field) { return field.filterable; });
}

void offer_short_lines(const Asked& asked, Offers& offers) {
  if (!asked.draft.object) return;
  offer_platform_fields(asked, offers);
  std::erase_if(offers, [&](const Offer& offer) {
    const auto& there = asked.draft.members;
    return std::find(there.begin(), there.end(), offer.text) != there.end();
  });
}

}  // namespace crosswalk::complete
