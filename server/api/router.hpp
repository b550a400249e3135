// Brings a request to its route: path, method, credential, same origin, known query parameters,
// then the handler; and every refusal to problem+json. What is no route may be a file of the
// console.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <span>
#include <string>
#include <vector>

#include "api/route.hpp"
#include "api/services.hpp"
#include "net/exchange.hpp"

namespace crosswalk::api {

class Router {
 public:
  Router(std::span<const Route> routes, Services& services);

  boost::asio::awaitable<void> handle(net::Exchange& exchange);

 private:
  struct Match {
    const Route* route = nullptr;
    std::vector<std::string> parameters;
    std::string allow;  // methods of the path; empty: no such path
  };

  [[nodiscard]] Match match(const net::RequestHead& head) const;
  Task<Answer> answer(net::Exchange& exchange);
  Task<Answer> call(net::Exchange& exchange, const Match& found);
  [[nodiscard]] Result<Answer> console(const net::RequestHead& head) const;

  struct Entry {
    const Route* route;
    std::vector<std::string> segments;
  };
  std::vector<Entry> entries_;
  Services& services_;
};

}  // namespace crosswalk::api
