#include "validate/org.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "json/read.hpp"
#include "names/nearest.hpp"

namespace crosswalk::validate {
namespace {

using Tree = nlohmann::ordered_json;
using json::member;
using json::text_member;

constexpr std::size_t kNodesMax = 1'000'000;
constexpr std::size_t kIdLength = 15;

// Calls use(key, value) for each member of an object that is there and within its bound.
template <class Use>
void for_members(const Tree* tree, std::size_t most, Use use) {
  if (tree == nullptr || !tree->is_object() || tree->size() > most) return;
  for (const auto& item : tree->get_ref<const Tree::object_t&>()) use(item.first, item.second);
}

template <class Use>
void for_items(const Tree* tree, std::size_t most, Use use) {
  if (tree == nullptr || !tree->is_array() || tree->size() > most) return;
  for (const Tree& item : *tree) use(item);
}

std::optional<bool> truth_of(const Tree& tree, std::string_view key) {
  const Tree* const value = member(tree, key);
  if (value == nullptr || !value->is_boolean()) return std::nullopt;
  return value->get<bool>();
}

std::optional<long long> number_of(const Tree& tree, std::string_view key) {
  const Tree* const value = member(tree, key);
  if (value == nullptr || !value->is_number_integer()) return std::nullopt;
  return json::integer_member(tree, key);
}

void read_counts(const Tree* tree, Org& org) {
  if (tree == nullptr) return;
  if (const Tree* const answer = member(*tree, "sObjects")) {
    for_items(answer, kOrgObjectsMax, [&org](const Tree& item) {
      if (const auto count = number_of(item, "count")) {
        org.record_counts.push_back({text_member(item, "name"), *count});
      }
    });
    return;
  }
  for_members(tree, kOrgObjectsMax, [&org](const std::string& object, const Tree& count) {
    if (!count.is_number_integer()) return;
    org.record_counts.push_back({object, json::integer_of(count)});
  });
}

void read_campaign(const Tree& tree, Org& org) {
  Campaign campaign;
  campaign.id = text_member(tree, "id");
  campaign.name = text_member(tree, "name");
  for_items(member(tree, "statuses"), kOrgStatusesMax, [&](const Tree& status) {
    if (status.is_string()) campaign.statuses.push_back(status.get<std::string>());
  });
  if (!campaign.id.empty() || !campaign.name.empty()) org.campaigns.push_back(std::move(campaign));
}

OfferedPicklist read_picklist(const std::string& field, const Tree& tree) {
  OfferedPicklist picklist;
  picklist.field = field;
  for_items(tree.is_array() ? &tree : member(tree, "values"), kOrgChoicesMax,
            [&picklist](const Tree& item) {
              std::string value =
                  item.is_string() ? item.get<std::string>() : text_member(item, "value");
              if (!value.empty()) picklist.values.push_back(std::move(value));
            });
  return picklist;
}

void read_record_types(const std::string& object, const Tree& tree, Org& org) {
  for_members(&tree, kOrgRecordTypesMax, [&](const std::string& name, const Tree& answer) {
    RecordTypeOffer offer;
    offer.object = object;
    offer.record_type = name;
    const Tree* const inner = member(answer, "picklistFieldValues");
    for_members(inner == nullptr ? &answer : inner, kOrgPicklistsMax,
                [&offer](const std::string& field, const Tree& values) {
                  OfferedPicklist picklist = read_picklist(field, values);
                  // No values: nothing that a rule could hold against a mapping.
                  if (!picklist.values.empty()) offer.picklists.push_back(std::move(picklist));
                });
    org.record_types.push_back(std::move(offer));
  });
}

// "15m"; nothing for what is none.
std::optional<long long> seconds_of(std::string_view text) {
  constexpr long long kMost = 366LL * 86'400;
  if (text.size() < 2 || text.size() > 9) return std::nullopt;
  long long number = 0;
  for (const char digit : text.substr(0, text.size() - 1)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + (digit - '0');
  }
  switch (text.back()) {
    case 's':
      break;
    case 'm':
      number *= 60;
      break;
    case 'h':
      number *= 3'600;
      break;
    case 'd':
      number *= 86'400;
      break;
    default:
      return std::nullopt;
  }
  return number > 0 && number <= kMost ? std::optional(number) : std::nullopt;
}

void read_sync(const Tree* tree, SyncFacts& sync) {
  if (tree == nullptr || !tree->is_object()) return;
  if (const Tree* const schedule = member(*tree, "schedule")) {
    sync.every_seconds = seconds_of(text_member(*schedule, "every"));
  }
  if (const Tree* const reserve = member(*tree, "reserve");
      reserve != nullptr && reserve->is_number()) {
    const double share = reserve->get<double>();
    if (share >= 0 && share < 1) sync.reserve_percent = std::llround(share * 100);
  }
  const Tree* const deletes = member(*tree, "deletes");
  sync.deletes_limited = deletes != nullptr && (member(*deletes, "maxCount") != nullptr ||
                                                member(*deletes, "maxShare") != nullptr);
}

}  // namespace

const OfferedPicklist* RecordTypeOffer::find(std::string_view field) const {
  for (const OfferedPicklist& own : picklists) {
    if (names::same_name(own.field, field)) return &own;
  }
  return nullptr;
}

std::optional<long long> Org::records_of(std::string_view object) const {
  for (const RecordCount& own : record_counts) {
    if (names::same_name(own.object, object)) return own.count;
  }
  return std::nullopt;
}

const Campaign* Org::campaign(std::string_view id) const {
  if (id.size() < kIdLength) return nullptr;
  for (const Campaign& own : campaigns) {
    if (own.id.substr(0, kIdLength) == id.substr(0, kIdLength)) return &own;
  }
  return nullptr;
}

const RecordTypeOffer* Org::offer_of(std::string_view object,
                                     const schema::RecordType& type) const {
  for (const RecordTypeOffer& own : record_types) {
    if (!names::same_name(own.object, object)) continue;
    if (names::same_name(own.record_type, type.developer_name)) return &own;
    if (type.id.size() >= kIdLength &&
        own.record_type.substr(0, kIdLength) == type.id.substr(0, kIdLength)) {
      return &own;
    }
  }
  return nullptr;
}

Result<Org> read_org(std::string_view text) {
  Org org;
  if (text.empty()) return org;
  const Result<Tree> tree =
      json::read(text, {.nodes_max = kNodesMax, .text_bytes_max = std::size_t{1} << 20});
  if (!tree) return tree.error();
  if (!tree->is_object()) {
    Error error;
    error.kind = ErrorKind::bad_input;
    error.code = "orgUnreadable";
    error.path = "1:1";
    error.message = "The org facts are a JSON object.";
    return error;
  }
  org.person_accounts = truth_of(*tree, "personAccounts");
  org.multi_currency = truth_of(*tree, "multiCurrency");
  const Tree* const limits = member(*tree, "limits");
  const Tree* const daily = limits == nullptr ? nullptr : member(*limits, "DailyApiRequests");
  if (daily != nullptr) {
    org.daily_api_requests_max = number_of(*daily, "Max");
    org.daily_api_requests_remaining = number_of(*daily, "Remaining");
  }
  read_counts(member(*tree, "recordCounts"), org);
  for_items(member(*tree, "campaigns"), kOrgCampaignsMax,
            [&org](const Tree& campaign) { read_campaign(campaign, org); });
  for_members(member(*tree, "recordTypes"), kOrgObjectsMax,
              [&org](const std::string& object, const Tree& types) {
                read_record_types(object, types, org);
              });
  read_sync(member(*tree, "sync"), org.sync);
  return org;
}

}  // namespace crosswalk::validate
