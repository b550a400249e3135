// Made-up people, the same for the same seed: international names, odd phone numbers, long texts.
// Person i of a seed exists on the platform as `P-00000i`; the org's contacts are made from the
// same people, with partly different values, and from others that the platform does not know.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace crosswalk::org {

// The flaws that every 400th platform person carries, in this order: person 37, 437, 837, …
enum class Flaw { none, company_too_long, unknown_status, last_name_missing, email_malformed };

struct Person {
  std::string key;  // "P-000001"
  std::string first_name, last_name, email, phone, company, title, status, city, country, notes;
  std::string birth_date, registered_at, lead_source;  // "1980-02-29", "2026-01-31T09:00:00Z"
  std::vector<std::string> interests, tags;
  int score_hundredths = 0;
  std::int64_t lifetime_value_cents = 0;
  bool vip = false, email_opt_out = false;
  Flaw flaw = Flaw::none;
};

// As the platform knows the person, flaws included; index counts from 1.
Person platform_person(std::uint64_t seed, std::uint64_t index);

// The i-th contact of an org (from 0) with `total` contacts: three of four are platform people with
// values that drifted (no flaws), the others have an empty key.
Person salesforce_person(std::uint64_t seed, std::uint64_t index, std::uint64_t total);

// One line of a platform import: {"key":"P-000001","fields":{…}}, without what Salesforce owns.
std::string import_line(const Person& person);

// The sequence that everything random here is drawn from (splitmix64).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t roll();
  std::uint64_t below(std::uint64_t bound) { return roll() % bound; }
  bool one_in(std::uint64_t n) { return below(n) == 0; }

 private:
  std::uint64_t state_;
};

}  // namespace crosswalk::org
