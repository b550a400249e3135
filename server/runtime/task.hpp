// Task<T>: the coroutine type of the server. A Task never throws for an expected failure: it ends
// in a Result. Parameters of a Task that outlive its first suspension are taken by value.
#pragma once

#include <boost/asio/awaitable.hpp>

#include "diagnostic/result.hpp"

namespace crosswalk {

template <class T>
using Task = boost::asio::awaitable<Result<T>>;

}  // namespace crosswalk
