// The records that an org starts with.
#include "org/name_pools.hpp"
#include "org/org.hpp"
#include "org/people.hpp"

namespace crosswalk::org {
namespace {

constexpr std::int64_t kYears = 2 * 365 * 86'400;  // how far back the oldest record was changed

// Sets fields by name; names that the object lacks are passed over, as with a foreign describe.
class RowMaker {
 public:
  RowMaker(Table& table, std::int64_t stamp)
      : table_(table), record_(table.object().fields.size()) {
    for (std::size_t i = 0; i < record_.size(); ++i) {
      const Field& field = table.object().fields[i];
      if (field.type == FieldType::boolean) record_[i] = field.default_value == "true";
      if (field.auto_number)
        record_[i] = text_value(std::to_string(100'000'000 + table.size() + 1).substr(1));
    }
    for (const char* name : {"CreatedDate", "LastModifiedDate", "SystemModstamp"})
      set(name, Value(stamp));
    for (const char* name : {"OwnerId", "CreatedById", "LastModifiedById"}) text(name, user_id());
  }
  RowMaker& set(const char* name, Value value) {
    if (const auto field = table_.object().find(name)) record_[*field] = std::move(value);
    return *this;
  }
  RowMaker& text(const char* name, std::string_view value) { return set(name, text_value(value)); }
  std::string insert() {
    refresh_name(table_, record_);
    return table_.id(table_.insert(std::move(record_)));
  }

 private:
  Table& table_;
  Record record_;
};

void fill_organization(RecordStore& store, std::int64_t stamp) {
  if (Table* table = store.find("Organization"))
    RowMaker(*table, stamp)
        .text("Name", "Lumen Events")
        .text("OrganizationType", "Developer Edition")
        .text("InstanceName", "LOCAL")
        .text("DefaultLocaleSidKey", "en_US")
        .text("TimeZoneSidKey", "UTC")
        .text("LanguageLocaleKey", "en_US")
        .set("IsSandbox", false)
        .insert();
  Table* users = store.find("User");
  if (!users) return;
  constexpr std::string_view kUsers[][2] = {
      {"Ida", "Integration"}, {"Sam", "Seller"}, {"Mona", "Marketing"}};
  for (const auto& [first, last] : kUsers) {
    const std::string name = lower(last) + "@lumen-events.example";
    RowMaker(*users, stamp)
        .text("FirstName", first)
        .text("LastName", last)
        .text("Username", name)
        .text("Email", name)
        .text("Alias", lower(last).substr(0, 8))
        .text("CommunityNickname", lower(last))
        .set("IsActive", true)
        .text("UserType", "Standard")
        .text("LanguageLocaleKey", "en_US")
        .text("LocaleSidKey", "en_US")
        .text("TimeZoneSidKey", "UTC")
        .text("EmailEncodingKey", "UTF-8")
        .insert();
  }
}

std::vector<std::string> fill_accounts(RecordStore& store, std::int64_t stamp) {
  std::vector<std::string> ids;
  Table* table = store.find("Account");
  if (!table) return ids;
  for (const std::string_view company : companies())
    ids.push_back(RowMaker(*table, stamp).text("Name", trimmed(company)).insert());
  return ids;
}

void fill_campaigns(RecordStore& store, std::int64_t stamp) {
  Table *campaigns = store.find("Campaign"), *statuses = store.find("CampaignMemberStatus");
  if (!campaigns) return;
  for (const std::string_view name : {"Lumen Summit 2026", "Lumen Winter Gala"}) {
    const std::string id = RowMaker(*campaigns, stamp)
                               .text("Name", name)
                               .text("Status", "Planned")
                               .text("Type", "Conference")
                               .set("IsActive", true)
                               .insert();
    std::int64_t order = 0;
    for (const std::string_view label : {"Sent", "Registered", "Came"})
      if (statuses)
        RowMaker(*statuses, stamp)
            .text("CampaignId", id)
            .text("Label", label)
            .set("SortOrder", ++order)
            .set("IsDefault", label == "Sent")
            .set("HasResponded", label == "Came")
            .insert();
  }
}

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : ";") + value;
  return out;
}

void add_contact(Table& table, const Person& person, const std::string& account,
                 std::int64_t stamp) {
  RowMaker row(table, stamp);
  const auto birth = read_date(person.birth_date);
  row.text("FirstName", person.first_name)
      .text("LastName", person.last_name)
      .text("Email", person.email)
      .text("Phone", person.phone)
      .text("Title", person.title)
      .text("MailingCity", person.city)
      .text("MailingCountry", person.country)
      .text("LeadSource", person.lead_source)
      .text("Participant_Id__c", person.key)
      .text("Interests__c", joined(person.interests))
      .text("AccountId", account)
      .set("Birthdate", birth ? Value(*birth) : Value())
      .set("HasOptedOutOfEmail", person.email_opt_out)
      .set("VIP__c", person.vip)
      .set("Lifetime_Value__c",
           person.lifetime_value_cents == 0
               ? Value()
               : Value(static_cast<double>(person.lifetime_value_cents) / 100));
  if (!person.key.empty()) row.text("Event_Status__c", person.status);
  row.insert();
}

}  // namespace

void fill(RecordStore& store, std::uint64_t seed, std::uint64_t contacts,
          std::int64_t now_seconds) {
  const std::int64_t oldest = now_seconds - kYears;
  fill_organization(store, oldest);
  const auto accounts = fill_accounts(store, oldest);
  fill_campaigns(store, oldest);
  Table* table = store.find("Contact");
  if (!table || contacts == 0) return;
  // Changed evenly over the two years until an hour ago, so that a watermark parts old from new.
  const std::int64_t span = kYears - 3600;
  for (std::uint64_t i = 0; i < contacts; ++i) {
    const std::int64_t stamp =
        oldest + static_cast<std::int64_t>(static_cast<std::uint64_t>(span) * i / contacts);
    add_contact(*table, salesforce_person(seed, i, contacts),
                accounts.empty() || i % 3 == 0 ? "" : accounts[i % accounts.size()], stamp);
  }
}

}  // namespace crosswalk::org
