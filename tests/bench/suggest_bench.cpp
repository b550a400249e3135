// Times suggestions for one large pair of objects: suggest_bench FIELDS SALESFORCE_FIELDS ROUNDS,
// prints one JSON line with every round's time. The names are those of a large org: standard fields
// beside many custom ones that share their words.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "bench/rounds.hpp"
#include "suggest/suggest.hpp"

namespace {

using namespace crosswalk;

constexpr std::array<const char*, 40> kWords{
    "Billing",  "Mailing",  "Primary", "Account", "Contact", "Customer", "Last",    "First",
    "Renewal",  "Contract", "Health",  "Score",   "Region",  "Segment",  "Partner", "Invoice",
    "Email",    "Phone",    "Street",  "City",    "Country", "Postal",   "Code",    "Status",
    "Type",     "Reason",   "Source",  "Owner",   "Start",   "End",      "Date",    "Amount",
    "Discount", "Quota",    "Tier",    "Survey",  "Ticket",  "Product",  "Version", "Notes"};

// Three words and a number: alike, yet no two the same. One in three has words of its own behind a
// word that all of those share, as a package's fields have.
std::string name_of(std::size_t i) {
  if (i % 3 == 1) {
    std::string own = "Acme_";
    for (std::size_t left = i * 7919 + 17; left > 0; left /= 26) {
      own += static_cast<char>('a' + left % 26);
    }
    return own + "ing";
  }
  return std::string(kWords[i % 40]) + "_" + kWords[(i / 40 + i) % 40] + "_" +
         kWords[(i / 7 + 3 * i) % 40] + (i % 3 == 0 ? "" : std::to_string(i % 5));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: suggest_bench FIELDS SALESFORCE_FIELDS ROUNDS\n", stderr);
    return 2;
  }
  schema::PlatformObject platform;
  platform.name = "customer";
  for (std::size_t i = 0; i < std::strtoul(argv[1], nullptr, 10); ++i) {
    schema::PlatformField field;
    field.name = name_of(i * 2 + 1);
    platform.fields.push_back(field);
  }
  schema::SalesforceObject salesforce;
  salesforce.name = "Account";
  for (std::size_t i = 0; i < std::strtoul(argv[2], nullptr, 10); ++i) {
    schema::SalesforceField field;
    field.name = name_of(i) + "__c";
    field.label = name_of(i);
    field.type = schema::FieldType::string;
    field.length = 255;
    field.createable = field.updateable = true;
    salesforce.fields.push_back(field);
  }
  std::size_t found = 0;
  const std::vector<double> ms = bench::times_ms(std::max(1, std::atoi(argv[3])), [&] {
    const suggest::Vocabulary vocabulary;
    found = suggest_fields(platform, salesforce, nullptr, compat::Way::to_salesforce, vocabulary)
                .size();
  });
  const nlohmann::json answer{{"suggestions", found}, {"ms", ms}};
  std::printf("%s\n", answer.dump().c_str());
  return 0;
}
