#include "vault/vault.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>
#include <vector>

#include "runtime/system_random.hpp"
#include "server/store/wait_for.hpp"
#include "store/all.hpp"
#include "vault/seal.hpp"
#include "vault/tokens.hpp"

namespace crosswalk::vault {
namespace {

using store::test::at;
using store::test::TemporaryFolder;
using store::test::wait_for;

class VaultTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto opened = store::open_sqlite({.data = folder_.path()});
    ASSERT_TRUE(opened);
    store_ = std::move(*opened);
    for (const std::string& tenant : {std::string("t1"), std::string("t2")})
      ASSERT_TRUE(wait_for(store_->tenants().create(
          {.id = tenant, .name = tenant, .created_at = at(0)},
          {.id = "k", .tenant = tenant, .hash = tenant, .label = "", .created_at = at(0)})));
  }
  std::unique_ptr<Vault> open_vault() {
    auto key = read_key_file(folder_.path(), true, random_);
    EXPECT_TRUE(key) << key.error().message;
    return std::make_unique<Vault>(std::move(*key), store_->wrapped_keys(), random_);
  }
  std::string encrypt(Vault& vault, const std::string& tenant, const std::string& row,
                      const std::string& plain) {
    auto blob = wait_for(vault.encrypt(tenant, row, observe::Secret(std::string_view(plain))));
    EXPECT_TRUE(blob) << blob.error().message;
    return blob.value_or("");
  }

  TemporaryFolder folder_;
  runtime::SystemRandom random_;
  std::unique_ptr<store::Store> store_;
};

TEST_F(VaultTest, GivesBackWhatWasEncryptedAlsoAfterARestart) {
  const auto first = open_vault();
  for (const auto& plain : {std::string(), std::string("token"), std::string(100'000, 'x')}) {
    const auto blob = encrypt(*first, "t1", "row", plain);
    EXPECT_EQ(wait_for(first->decrypt("t1", "row", blob))->reveal(), plain);
    EXPECT_EQ(wait_for(open_vault()->decrypt("t1", "row", blob))->reveal(), plain);
  }
  EXPECT_NE(encrypt(*first, "t1", "row", "same"), encrypt(*first, "t1", "row", "same"));
}

TEST_F(VaultTest, RefusesABlobThatWasMovedOrAltered) {
  const auto vault = open_vault();
  const auto blob = encrypt(*vault, "t1", "connection/1/refresh_token", "secret");
  encrypt(*vault, "t2", "x", "so that the other tenant has a key");
  const auto refused = [&](const std::string& tenant, const std::string& row,
                           const std::string& text) {
    auto plain = wait_for(vault->decrypt(tenant, row, text));
    return !plain && plain.error().code == "blobRefused";
  };
  EXPECT_TRUE(refused("t2", "connection/1/refresh_token", blob));
  EXPECT_TRUE(refused("t1", "connection/2/refresh_token", blob));
  for (std::size_t i = 0; i < blob.size(); ++i) {
    std::string altered = blob;
    altered[i] = static_cast<char>(altered[i] ^ 1);
    EXPECT_TRUE(refused("t1", "connection/1/refresh_token", altered)) << "byte " << i;
  }
  for (const std::size_t size : {0UL, 1UL, 20UL, blob.size() - 1})
    EXPECT_TRUE(refused("t1", "connection/1/refresh_token", blob.substr(0, size))) << size;
  EXPECT_TRUE(refused("t1", "connection/1/refresh_token", blob + "x"));
}

TEST_F(VaultTest, RefusesAnotherKeyFile) {
  const auto blob = encrypt(*open_vault(), "t1", "row", "secret");
  std::filesystem::remove(folder_.path() / "vault.key");
  const auto other = open_vault();
  EXPECT_EQ(wait_for(other->decrypt("t1", "row", blob)).error().code, "blobRefused");
  EXPECT_EQ(wait_for(other->encrypt("t1", "row", observe::Secret("x"))).error().code,
            "blobRefused");
}

TEST_F(VaultTest, NoSecretIsFoundInTheFilesOfTheDataFolder) {
  const auto vault = open_vault();
  std::vector<std::string> canaries;
  for (int i = 0; i < 200; ++i) {
    canaries.emplace_back(random_token("canary", random_).reveal());
    store::AppRow app;
    app.name = "app" + std::to_string(i);
    app.consumer_secret = encrypt(*vault, "t1", "app/" + app.name, canaries.back());
    ASSERT_TRUE(wait_for(store_->apps().put("t1", app)));
  }
  std::string found;
  const auto scan = [&] {
    std::size_t bytes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
      std::ostringstream text;
      text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
      bytes += text.str().size();
      for (const auto& canary : canaries)
        if (text.str().find(canary) != std::string::npos) found += entry.path().filename().string();
    }
    return bytes;
  };
  EXPECT_GT(scan(), 20'000U);  // with the log
  auto app = wait_for(store_->apps().get("t1", "app7"));
  EXPECT_EQ(wait_for(vault->decrypt("t1", "app/app7", app->consumer_secret))->reveal(),
            canaries[7]);
  store_.reset();
  EXPECT_GT(scan(), 20'000U);  // after it was written back
  EXPECT_EQ(found, "");
}

TEST_F(VaultTest, UsersOfOneTenantAtOnceEndWithOneKey) {
  const auto one = open_vault();
  const auto two = open_vault();
  const auto first = encrypt(*one, "t1", "row", "a");
  const auto second = encrypt(*two, "t1", "row", "b");
  EXPECT_EQ(wait_for(one->decrypt("t1", "row", second))->reveal(), "b");
  EXPECT_EQ(wait_for(two->decrypt("t1", "row", first))->reveal(), "a");
}

TEST(Seal, NamesItsKeyAndUsesAFreshNonceEachTime) {
  runtime::SystemRandom random;
  const std::string key(kKeyBytes, 'k');
  const auto blob = seal(key, 0x01020304, "context", "plain", random);
  EXPECT_EQ(sealed_with(blob), 0x01020304U);
  EXPECT_NE(blob.substr(5, 12), seal(key, 0x01020304, "context", "plain", random).substr(5, 12));
  EXPECT_EQ(unseal(key, "context", blob)->reveal(), "plain");
  EXPECT_FALSE(unseal(std::string(kKeyBytes, 'j'), "context", blob));
  EXPECT_FALSE(unseal("short", "context", blob));
}

TEST(KeyFile, IsMadeOnceClosedToOthersAndOnlyWhenAsked) {
  const TemporaryFolder folder;
  runtime::SystemRandom random;
  EXPECT_FALSE(read_key_file(folder.path(), false, random));
  const auto made = read_key_file(folder.path(), true, random);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->size(), 32U);
  struct stat status {};
  ASSERT_EQ(::stat((folder.path() / "vault.key").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  EXPECT_EQ(read_key_file(folder.path(), true, random)->reveal(), made->reveal());
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1)
      << "no draft is left";
}

TEST(KeyFile, IsRefusedWhenOthersMayReadItOrItIsNoKey) {
  struct Case {
    std::string name, content;
    mode_t mode;
    std::string code;
  };
  const std::string good = "0123456789abcdef0123456789ABCDEF";
  const std::vector<Case> cases = {{"world readable", good, 0644, "vaultKeyMode"},
                                   {"group readable", good, 0640, "vaultKeyMode"},
                                   {"group writable", good, 0620, "vaultKeyMode"},
                                   {"short", good.substr(1), 0600, "vaultKey"},
                                   {"long", good + "x", 0600, "vaultKey"},
                                   {"empty", "", 0600, "vaultKey"},
                                   {"zeros", std::string(32, '\0'), 0600, "vaultKey"}};
  runtime::SystemRandom random;
  for (const auto& test : cases) {
    const TemporaryFolder folder;
    const auto path = folder.path() / "vault.key";
    std::ofstream(path, std::ios::binary) << test.content;
    ::chmod(path.c_str(), test.mode);
    auto key = read_key_file(folder.path(), true, random);
    ASSERT_FALSE(key) << test.name;
    EXPECT_EQ(key.error().code, test.code) << test.name;
  }
  const TemporaryFolder folder;
  std::filesystem::create_symlink("/dev/zero", folder.path() / "vault.key");
  EXPECT_FALSE(read_key_file(folder.path(), true, random));
}

}  // namespace
}  // namespace crosswalk::vault
