// Describes as Salesforce answered them, kept for a while per connection: the editor asks for the
// same object at each keystroke's pause, and every describe is one of the org's API calls. Bounded
// by bytes; the oldest goes first. Used from one executor.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/clock.hpp"
#include "runtime/task.hpp"
#include "sync/engine.hpp"

namespace crosswalk::api {

class DescribeCache {
 public:
  struct Options {
    std::chrono::minutes life{10};
    std::size_t bytes_max = std::size_t{96} << 20;
  };

  DescribeCache(sync::OrgFactory& orgs, runtime::Clock& clock);
  DescribeCache(sync::OrgFactory& orgs, runtime::Clock& clock, Options options);

  using Text = std::shared_ptr<const std::string>;
  // `fresh` asks Salesforce whatever is kept.
  Task<Text> describe(std::string tenant, std::string connection, std::string object, bool fresh);
  Task<Text> global(std::string tenant, std::string connection, bool fresh);
  void forget(std::string_view tenant, std::string_view connection);

 private:
  struct Entry {
    std::string tenant, connection, object;  // object empty: the global describe
    Text text;
    std::chrono::steady_clock::time_point until;
  };

  Text find(std::string_view tenant, std::string_view connection, std::string_view object);
  void keep(Entry entry);

  sync::OrgFactory& orgs_;
  runtime::Clock& clock_;
  Options options_;
  std::list<Entry> entries_;  // oldest first
  std::size_t bytes_ = 0;
};

}  // namespace crosswalk::api
