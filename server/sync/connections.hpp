// Apps and connections as they are kept: secrets and tokens encrypted by the vault, rows in the
// store. Nobody else reads or writes those blobs. open() gives one org per connection, shared by
// all who use it, so that an expired session is refreshed once: while anybody holds an org, its
// connection gets no other session, whatever is set anew meanwhile. Same executor for all calls.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "net/transport.hpp"
#include "runtime/clock.hpp"
#include "runtime/random.hpp"
#include "salesforce/oauth.hpp"
#include "store/connections.hpp"
#include "store/store.hpp"
#include "sync/engine.hpp"

namespace crosswalk::salesforce {
class Session;
}

namespace crosswalk::vault {
class Vault;
}

namespace crosswalk::sync {

class Connections final : public OrgFactory {
 public:
  struct Parts {
    boost::asio::any_io_executor executor;
    net::Transport& transport;
    runtime::Clock& clock;
    runtime::Random& random;
    store::Store& store;
    vault::Vault& vault;
    salesforce::Settings settings = {};
  };

  explicit Connections(Parts parts);
  ~Connections() override;

  Task<void> put_app(std::string tenant, std::string name, salesforce::App app);
  Task<salesforce::App> app(std::string tenant, std::string name);

  // The end of the web-server flow: the code from the callback becomes tokens, stored encrypted,
  // and the row learns who and which org it is. A connection that had tokens has its former grant
  // revoked. One that knew another org stays as it was: Error{conflict, "otherOrg"}.
  Task<store::ConnectionRow> authorise(std::string tenant, std::string connection, std::string code,
                                       std::string redirect_uri, observe::Secret verifier);
  // Revokes, forgets the tokens, state disconnected. Good also when Salesforce cannot be reached.
  Task<void> disconnect(std::string tenant, std::string connection);

  // Error{conflict, "connectionNotActive" | "needsReauthorisation"} when there is nothing to open.
  Task<std::shared_ptr<salesforce::Org>> open(std::string tenant, std::string connection) override;

 private:
  using Name = std::pair<std::string, std::string>;  // tenant, connection

  struct Opened {
    std::shared_ptr<salesforce::Session> session;
    std::shared_ptr<salesforce::Org> org;
  };

  // The app's credentials, with the connection's own login URL where it has one.
  Task<salesforce::App> app_of(std::string tenant, store::ConnectionRow row);
  Task<salesforce::App> app_of_connection(std::string tenant, std::string connection);
  void drop_unused();
  void forget_tokens(const std::string& tenant, const std::string& connection);

  Parts parts_;
  salesforce::OAuthClient oauth_;
  std::map<Name, Opened> opened_;
};

}  // namespace crosswalk::sync
