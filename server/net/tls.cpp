#include "net/tls.hpp"

#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <utility>

namespace crosswalk::net {

namespace ssl = boost::asio::ssl;

namespace {

Error tls_error(ErrorKind kind, std::string code, std::string path, std::string message) {
  return {.kind = kind,
          .code = std::move(code),
          .path = std::move(path),
          .message = std::move(message),
          .salesforce_code = {}};
}

}  // namespace

Result<std::shared_ptr<ssl::context>> make_tls_context(const std::string& ca_file) {
  auto context = std::make_shared<ssl::context>(ssl::context::tls_client);
  boost::system::error_code code;
  context->set_default_verify_paths(code);
  if (code) {
    return tls_error(ErrorKind::internal, "caUnreadable", {},
                     "The system's certificates cannot be read.");
  }
  if (!ca_file.empty()) {
    context->load_verify_file(ca_file, code);
    if (code) {
      return tls_error(ErrorKind::unreadable, "caUnreadable", ca_file,
                       "The CA file cannot be read as PEM certificates.");
    }
  }
  context->set_verify_mode(ssl::verify_peer);
  SSL_CTX* native = context->native_handle();
  SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
  SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  return context;
}

Result<std::unique_ptr<TlsStream>> make_tls_stream(ssl::context& context,
                                                   boost::asio::ip::tcp::socket socket,
                                                   const std::string& host) {
  auto stream = std::make_unique<TlsStream>(std::move(socket), context);
  boost::system::error_code code;
  boost::asio::ip::make_address(host, code);
  const bool is_name = code.failed();
  // RFC 6066: an address is never sent as a server name.
  if (is_name && SSL_set_tlsext_host_name(stream->native_handle(), host.c_str()) != 1) {
    return tls_error(ErrorKind::internal, "tlsFailed", {}, "The server name cannot be sent.");
  }
  stream->set_verify_mode(ssl::verify_peer);
  stream->set_verify_callback(ssl::host_name_verification(host));
  return stream;
}

Error tls_failure(TlsStream& stream, const std::string& host) {
  const long verdict = SSL_get_verify_result(stream.native_handle());
  if (verdict == X509_V_OK) {
    return tls_error(ErrorKind::unavailable, "tlsFailed", {},
                     "No secure connection to " + host + " could be agreed on.");
  }
  return tls_error(ErrorKind::unavailable, "tlsFailed", {},
                   "The certificate of " + host +
                       " is not accepted: " + X509_verify_cert_error_string(verdict) + ".");
}

}  // namespace crosswalk::net
