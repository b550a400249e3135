// Tenants, keys, sessions, tickets, apps, connections, documents.
#include "server/store/contract.hpp"

namespace crosswalk::store::test {
namespace {

TEST_P(StoreContract, FindsATenantByTheHashOfItsKeyAndRefusesOthers) {
  auto found = wait_for(store_->tenants().find_key("hash of t2"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->tenant, kOther);
  auto missing = wait_for(store_->tenants().find_key("another hash"));
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::unauthorised);
}

TEST_P(StoreContract, RefusesASecondTenantOfOneName) {
  auto again = wait_for(store_->tenants().create(
      {.id = "t9", .name = "name of t1", .created_at = at(0)},
      {.id = "k", .tenant = "t9", .hash = "h9", .label = "", .created_at = at(0)}));
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, "tenantExists");
  EXPECT_FALSE(wait_for(store_->tenants().find_key("h9")));
}

TEST_P(StoreContract, ForgetsAnErasedKey) {
  ASSERT_TRUE(wait_for(store_->tenants().add_key(
      kTenant,
      {.id = "k2", .tenant = kTenant, .hash = "second", .label = "ci", .created_at = at(1)})));
  EXPECT_EQ(wait_for(store_->tenants().keys(kTenant))->size(), 2U);
  EXPECT_FALSE(wait_for(store_->tenants().erase_key(kOther, "k2")));
  ASSERT_TRUE(wait_for(store_->tenants().erase_key(kTenant, "k2")));
  EXPECT_FALSE(wait_for(store_->tenants().find_key("second")));
}

TEST_P(StoreContract, WritesForAnUnknownTenantAreRefused) {
  auto put = wait_for(store_->apps().put("nobody", AppRow{.name = "a"}));
  ASSERT_FALSE(put);
  EXPECT_EQ(put.error().kind, ErrorKind::not_found);
  std::vector<RecordWrite> batch(1);
  batch[0].object = "participant";
  batch[0].key = "x";
  batch[0].fields_json = "{}";
  auto record = wait_for(store_->records().put("nobody", batch, at(0)));
  ASSERT_FALSE(record);
  EXPECT_EQ(record.error().code, "tenant");
}

TEST_P(StoreContract, TakesATicketOnceAndOnlyOfItsKindAndInTime) {
  auto add = [&](const std::string& hash) {
    return wait_for(store_->sessions().add_ticket({.hash = hash,
                                                   .kind = TicketKind::oauth_state,
                                                   .tenant = kTenant,
                                                   .subject = "c1",
                                                   .payload = std::string("a\0b", 3),
                                                   .created_at = at(0),
                                                   .expires_at = at(1000)}));
  };
  ASSERT_TRUE(add("one"));
  ASSERT_TRUE(add("two"));
  auto take = [&](const std::string& hash, TicketKind kind, long long now) {
    return wait_for(store_->sessions().take_ticket(hash, kind, at(now)));
  };
  EXPECT_FALSE(take("one", TicketKind::sign_in, 1));
  EXPECT_TRUE(wait_for(store_->sessions().peek_ticket("one", TicketKind::oauth_state, at(1))));
  auto taken = take("one", TicketKind::oauth_state, 1);
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->payload, std::string("a\0b", 3));
  EXPECT_EQ(taken->subject, "c1");
  EXPECT_FALSE(take("one", TicketKind::oauth_state, 1));
  EXPECT_FALSE(take("two", TicketKind::oauth_state, 1000));
  EXPECT_EQ(*wait_for(store_->sessions().sweep(at(1000))), 1U);
}

TEST_P(StoreContract, SessionsEndInTimeAndWhenClosed) {
  auto& sessions = store_->sessions();
  ASSERT_TRUE(wait_for(
      sessions.open({.hash = "s", .tenant = kTenant, .created_at = at(0), .expires_at = at(100)})));
  EXPECT_TRUE(wait_for(sessions.find("s", at(99))));
  EXPECT_FALSE(wait_for(sessions.find("s", at(100))));
  ASSERT_TRUE(wait_for(sessions.extend("s", at(500))));
  EXPECT_EQ(wait_for(sessions.find("s", at(100)))->tenant, kTenant);
  ASSERT_TRUE(wait_for(sessions.close("s")));
  auto closed = wait_for(sessions.find("s", at(1)));
  ASSERT_FALSE(closed);
  EXPECT_EQ(closed.error().kind, ErrorKind::unauthorised);
}

TEST_P(StoreContract, ReplacesAnAppAndHidesItFromOtherTenants) {
  ASSERT_TRUE(wait_for(store_->apps().put(
      kTenant,
      AppRow{.name = "sf", .consumer_key = "one", .consumer_secret = std::string("\0x", 2)})));
  ASSERT_TRUE(wait_for(store_->apps().put(
      kTenant,
      AppRow{.name = "sf", .consumer_key = "two", .consumer_secret = std::string("\0y", 2)})));
  auto app = wait_for(store_->apps().get(kTenant, "sf"));
  ASSERT_TRUE(app);
  EXPECT_EQ(app->consumer_key, "two");
  EXPECT_EQ(app->consumer_secret, std::string("\0y", 2));
  EXPECT_FALSE(wait_for(store_->apps().get(kOther, "sf")));
  EXPECT_EQ(wait_for(store_->apps().list(kTenant, {}))->items.size(), 1U);
}

ConnectionRow connection(const std::string& id) {
  ConnectionRow row;
  row.id = id;
  row.app = "sf";
  row.created_at = row.updated_at = at(0);
  return row;
}

TEST_P(StoreContract, UpdatesAConnectionButKeepsItsTokensAndLimit) {
  auto& connections = store_->connections();
  ASSERT_TRUE(wait_for(connections.create(kTenant, connection("c1"))));
  EXPECT_FALSE(wait_for(connections.create(kTenant, connection("c1"))));
  ASSERT_TRUE(
      wait_for(connections.set_limit(kTenant, "c1", {.used = 7, .max = 15000, .at = at(5)})));
  ASSERT_TRUE(wait_for(connections.store_tokens(kTenant, "c1", 0, "A", "R", at(1))));
  auto row = connection("c1");
  row.state = ConnectionState::active;
  row.org_name = "Lumen";
  row.sandbox = true;
  ASSERT_TRUE(wait_for(connections.update(kTenant, row)));
  auto kept = wait_for(connections.get(kTenant, "c1"));
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->state, ConnectionState::active);
  EXPECT_EQ(kept->org_name, "Lumen");
  EXPECT_TRUE(kept->sandbox);
  EXPECT_EQ(kept->limit.max, 15000);
  EXPECT_EQ(wait_for(connections.tokens(kTenant, "c1"))->access_token, "A");
  EXPECT_FALSE(wait_for(connections.get(kOther, "c1")));
  EXPECT_FALSE(wait_for(connections.update(kOther, row)));
}

TEST_P(StoreContract, StoresTokensOnlyOverTheGenerationThatWasRead) {
  auto& connections = store_->connections();
  ASSERT_TRUE(wait_for(connections.create(kTenant, connection("c1"))));
  EXPECT_EQ(wait_for(connections.tokens(kTenant, "c1"))->generation, 0);
  EXPECT_EQ(*wait_for(connections.store_tokens(kTenant, "c1", 0, "A1", "R1", at(1))), 1);
  auto late = wait_for(connections.store_tokens(kTenant, "c1", 0, "old", "old", at(2)));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, "tokenGeneration");
  ASSERT_TRUE(wait_for(connections.mark_tokens(kTenant, "c1", 1, TokenState::refreshing, at(3))));
  ASSERT_TRUE(wait_for(connections.mark_tokens(kTenant, "c1", 1, TokenState::in_doubt, at(9))));
  auto doubt = wait_for(connections.tokens(kTenant, "c1"));
  EXPECT_EQ(doubt->state, TokenState::in_doubt);
  EXPECT_EQ(doubt->refresh_started_at, at(3));
  EXPECT_EQ(doubt->refresh_token, "R1");
  EXPECT_EQ(*wait_for(connections.store_tokens(kTenant, "c1", 1, "A2", "R2", at(4))), 2);
  auto current = wait_for(connections.tokens(kTenant, "c1"));
  EXPECT_EQ(current->state, TokenState::current);
  EXPECT_FALSE(current->refresh_started_at);
  ASSERT_TRUE(wait_for(connections.erase_tokens(kTenant, "c1")));
  EXPECT_FALSE(wait_for(connections.store_tokens(kTenant, "c1", 2, "A3", "R3", at(5))));
  EXPECT_EQ(wait_for(connections.store_tokens(kTenant, "none", 0, "", "", at(5))).error().kind,
            ErrorKind::not_found);
}

TEST_P(StoreContract, VersionsADocumentAndRefusesAWriteOverAnotherVersion) {
  auto& documents = store_->documents();
  auto put = [&](const std::string& text, std::optional<std::int64_t> expected) {
    return wait_for(documents.put(kTenant,
                                  {.kind = DocumentKind::mapping,
                                   .name = "people",
                                   .version = 0,
                                   .text = text,
                                   .updated_at = at(1)},
                                  expected));
  };
  EXPECT_EQ(*put("one", 0), 1);
  EXPECT_EQ(*put("one", std::nullopt), 1) << "the same text is the same version";
  EXPECT_EQ(*put("two", 1), 2);
  auto refused = put("three", 1);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "versionMismatch");
  EXPECT_EQ(wait_for(documents.get(kTenant, DocumentKind::mapping, "people"))->text, "two");
  EXPECT_FALSE(wait_for(documents.get(kTenant, DocumentKind::sync, "people")));
  EXPECT_FALSE(wait_for(documents.get(kOther, DocumentKind::mapping, "people")));
  ASSERT_TRUE(wait_for(documents.erase(kTenant, DocumentKind::mapping, "people")));
  EXPECT_FALSE(wait_for(documents.get(kTenant, DocumentKind::mapping, "people")));
}

TEST_P(StoreContract, ListsInPagesThatMeetWithoutGapOrOverlap) {
  for (int i = 0; i < 7; ++i)
    ASSERT_TRUE(wait_for(store_->apps().put(kTenant, AppRow{.name = "app" + std::to_string(i)})));
  std::vector<std::string> names;
  PageRequest page{.after = {}, .limit = 3};
  for (bool more = true; more;) {
    auto answer = wait_for(store_->apps().list(kTenant, page));
    ASSERT_TRUE(answer);
    for (const auto& row : answer->items) names.push_back(row.name);
    more = answer->next.has_value();
    if (more) page.after = *answer->next;
  }
  EXPECT_EQ(names,
            (std::vector<std::string>{"app0", "app1", "app2", "app3", "app4", "app5", "app6"}));
  for (const char* cursor : {"!!", "AAAA", "cmVjb3JkLWs6MDp4"}) {
    auto refused = wait_for(store_->apps().list(kTenant, {.after = cursor, .limit = 3}));
    ASSERT_FALSE(refused) << cursor;
    EXPECT_EQ(refused.error().code, "cursor");
  }
}

TEST_P(StoreContract, KeepsTheFirstWrappedKeyOfANumber) {
  auto& keys = store_->wrapped_keys();
  EXPECT_FALSE(*wait_for(keys.newest(kTenant)));
  EXPECT_EQ(wait_for(keys.add(kTenant, {.number = 1, .wrapped = "first"}))->wrapped, "first");
  EXPECT_EQ(wait_for(keys.add(kTenant, {.number = 1, .wrapped = "second"}))->wrapped, "first");
  EXPECT_EQ(wait_for(keys.add(kTenant, {.number = 2, .wrapped = "third"}))->number, 2);
  EXPECT_EQ((*wait_for(keys.newest(kTenant)))->number, 2);
  EXPECT_FALSE(*wait_for(keys.find(kOther, 1)));
}

}  // namespace
}  // namespace crosswalk::store::test
