#include "org/people.hpp"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "json/read.hpp"
#include "org/name_pools.hpp"

namespace crosswalk::org {
namespace {

constexpr std::uint64_t kFlawEvery = 400, kFirstFlaw = 37;
constexpr std::uint64_t kStrangers = 50'000'000;  // indexes of people only Salesforce knows
constexpr std::string_view kInterests[] = {"Keynotes",       "Workshops",   "Networking",
                                           "Exhibition",     "Gala Dinner", "Site Visits",
                                           "Online Sessions"};
constexpr std::string_view kTags[] = {"VIP", "Press", "Speaker", "Sponsor", "Staff"};
constexpr std::string_view kSources[] = {"Web", "Event", "Partner Referral", "Phone Inquiry",
                                         "Other"};
constexpr std::string_view kDomains[] = {"example.com", "example.org", "mail.example.net",
                                         "events.example"};

template <class Pool>
std::string pick(Dice& dice, const Pool& pool) {
  return std::string(pool[dice.below(std::size(pool))]);
}

std::string digits(Dice& dice, std::string_view pattern) {
  std::string out;
  for (const char c : pattern) out += c == '#' ? static_cast<char>('0' + dice.below(10)) : c;
  return out;
}

// As people type them: mostly the country's form, at times an extension, letters or nothing useful.
std::string phone(Dice& dice, const NamePool& pool) {
  switch (dice.below(25)) {
    case 0:
      return digits(dice, "001-800-FLOWERS ext. ##");
    case 1:
      return digits(dice, "###########");
    case 2:
      return "n/a";
    case 3:
      return digits(dice, "tel:+##-####-####;ext=##");
    default:
      return digits(dice, pool.phone);
  }
}

std::string date(Dice& dice, int first_year, int years) {
  char out[16];
  std::snprintf(out, sizeof out, "%04d-%02d-%02d", first_year + static_cast<int>(dice.below(years)),
                1 + static_cast<int>(dice.below(12)), 1 + static_cast<int>(dice.below(28)));
  return out;
}

std::string moment(Dice& dice) {
  char time[16];
  std::snprintf(time, sizeof time, "T%02d:%02d:%02dZ", static_cast<int>(dice.below(24)),
                static_cast<int>(dice.below(60)), static_cast<int>(dice.below(60)));
  return date(dice, 2024, 2) + time;
}

std::string notes(Dice& dice) {
  if (dice.one_in(3)) return {};
  const std::uint64_t count = dice.one_in(50) ? 60 + dice.below(60) : 1 + dice.below(6);
  std::string out;
  for (std::uint64_t i = 0; i < count; ++i) {
    if (i > 0) out += i % 4 == 0 ? "\n\n" : " ";
    out += pick(dice, sentences());
  }
  return out;
}

template <class Pool>
std::vector<std::string> some(Dice& dice, const Pool& pool, std::uint64_t odds) {
  std::vector<std::string> out;
  for (const std::string_view value : pool)
    if (dice.one_in(odds)) out.emplace_back(value);
  return out;
}

Dice dice_of(std::uint64_t seed, std::uint64_t index, std::uint64_t purpose) {
  Dice mixer(seed * 0x9E3779B97F4A7C15ULL + purpose);
  return Dice(mixer.roll() ^ (index * 0xD1B54A32D192ED03ULL));
}

Person base_person(std::uint64_t seed, std::uint64_t index) {
  Dice dice = dice_of(seed, index, 1);
  const NamePool& pool = name_pools()[dice.below(name_pools().size())];
  Person person;
  person.first_name = pick(dice, pool.first);
  if (dice.one_in(150)) person.first_name += " 🎉";
  person.last_name = pick(dice, pool.last);
  person.email = "guest." + std::to_string(index) + "@" + pick(dice, kDomains);
  person.phone = phone(dice, pool);
  person.company = pick(dice, companies());
  person.title = pick(dice, titles());
  person.status = dice.one_in(10) ? "Cancelled" : dice.one_in(3) ? "Came" : "Registered";
  person.city = pick(dice, pool.cities);
  person.country = pool.country;
  person.birth_date = dice.one_in(4) ? "" : date(dice, 1940, 65);
  person.registered_at = moment(dice);
  person.notes = notes(dice);
  person.interests = some(dice, kInterests, 3);
  person.tags = some(dice, kTags, 8);
  person.score_hundredths = static_cast<int>(dice.below(10'001));
  person.vip = dice.one_in(20);
  person.lead_source = pick(dice, kSources);
  person.lifetime_value_cents =
      dice.one_in(3) ? 0 : static_cast<std::int64_t>(dice.below(5'000'000));
  person.email_opt_out = dice.one_in(15);
  return person;
}

std::string key_of(std::uint64_t index) {
  char out[32];
  std::snprintf(out, sizeof out, "P-%06llu", static_cast<unsigned long long>(index));
  return out;
}

void add_flaw(Person& person, std::uint64_t index) {
  if (index % kFlawEvery != kFirstFlaw) return;
  person.flaw = static_cast<Flaw>(1 + index / kFlawEvery % 4);
  switch (person.flaw) {
    case Flaw::company_too_long:
      person.company = std::string(300, 'C');
      break;
    case Flaw::unknown_status:
      person.status = "Maybe";
      break;
    case Flaw::last_name_missing:
      person.last_name.clear();
      break;
    case Flaw::email_malformed:
      person.email = "guest " + std::to_string(index) + " at example.com";
      break;
    case Flaw::none:
      break;
  }
}

}  // namespace

std::uint64_t Dice::roll() {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

Person platform_person(std::uint64_t seed, std::uint64_t index) {
  Person person = base_person(seed, index);
  person.key = key_of(index);
  add_flaw(person, index);
  return person;
}

Person salesforce_person(std::uint64_t seed, std::uint64_t index, std::uint64_t total) {
  const std::uint64_t known = total * 3 / 4;
  if (index >= known) return base_person(seed, kStrangers + index);
  Person person = base_person(seed, index + 1);
  person.key = key_of(index + 1);
  Dice dice = dice_of(seed, index, 2);
  if (dice.one_in(6)) person.phone = phone(dice, name_pools()[dice.below(name_pools().size())]);
  if (dice.one_in(8))
    person.city = pick(dice, name_pools()[dice.below(name_pools().size())].cities);
  if (dice.one_in(12)) person.email = "old." + person.email;
  if (dice.one_in(10)) person.interests = some(dice, kInterests, 4);
  if (dice.one_in(5)) person.status = "Registered";
  if (dice.one_in(9)) person.birth_date.clear();
  if (dice.one_in(25)) person.vip = !person.vip;
  person.notes.clear();  // the platform's own; Salesforce has none before the first sync
  return person;
}

std::string import_line(const Person& person) {
  nlohmann::ordered_json fields;
  const auto text = [&](const char* name, const std::string& value) {
    fields[name] = value.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(value);
  };
  text("first_name", person.first_name);
  text("last_name", person.last_name);
  text("email", person.email);
  text("phone", person.phone);
  text("company", person.company);
  text("status", person.status);
  fields["interests"] = person.interests;
  fields["tags"] = person.tags;
  fields["score"] = person.score_hundredths / 100.0;
  text("birth_date", person.birth_date);
  text("registered_at", person.registered_at);
  fields["vip"] = person.vip;
  text("notes", person.notes);
  text("city", person.city);
  text("country", person.country);
  return json::write({{"key", person.key}, {"fields", fields}});
}

}  // namespace crosswalk::org
