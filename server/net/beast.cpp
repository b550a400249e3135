// Boost.Beast and Asio's TLS, compiled once for the whole server. Asio itself is in
// runtime/asio.cpp.
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
