// The one factory of TLS contexts and streams for connections that we make. The certificate chain
// is verified, the certificate must be for the host, SNI is sent, TLS 1.2 is the least. For net's
// own sources: this header includes OpenSSL.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <memory>
#include <string>

#include "diagnostic/result.hpp"

namespace crosswalk::net {

using TlsStream = boost::asio::ssl::stream<boost::asio::ip::tcp::socket>;

// The system's certificates, and those of `ca_file` (PEM) unless it is empty.
Result<std::shared_ptr<boost::asio::ssl::context>> make_tls_context(const std::string& ca_file);

// `host` is the name of the URL, lowercase; an address is checked against the certificate's
// addresses.
Result<std::unique_ptr<TlsStream>> make_tls_stream(boost::asio::ssl::context& context,
                                                   boost::asio::ip::tcp::socket socket,
                                                   const std::string& host);

// Why the last handshake failed, for an administrator: the certificate's flaw, or TLS in general.
Error tls_failure(TlsStream& stream, const std::string& host);

}  // namespace crosswalk::net
