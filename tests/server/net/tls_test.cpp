// Who may answer over TLS: only a trusted, valid certificate for exactly this host passes, and
// where it does not, no byte of the request is sent.
#include <gtest/gtest.h>
#include <openssl/ssl.h>

#include "server/net/certificates.hpp"
#include "server/net/client_fixture.hpp"
#include "server/net/scripted_peer.hpp"

namespace crosswalk::net {
namespace {

using testing::allowing;
using testing::CertificateWishes;
using testing::Identity;
using testing::make_authority;
using testing::make_certificate;
using testing::ScriptedPeer;
using testing::TemporaryFile;
using testing::TestClient;

const std::string kOk = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

struct TlsRow {
  const char* name;
  const char* host;
  CertificateWishes wishes;
  bool trusted;
  int version_max;
  bool passes;
};
void PrintTo(const TlsRow& row, std::ostream* out) { *out << row.name; }

class TlsPeer : public ::testing::TestWithParam<TlsRow> {};

TEST_P(TlsPeer, IsSpokenToOnlyWhenItsCertificateIsRight) {
  const auto& row = GetParam();
  const auto ours = make_authority("ours");
  const auto signer = row.trusted ? ours : make_authority("theirs");
  const auto identity = make_certificate(signer, row.wishes);
  const TemporaryFile ca(ours.certificate);
  const ScriptedPeer peer({{{kOk}}}, {identity.certificate, identity.key, row.version_max, false});
  const std::string origin = std::string("https://") + row.host + ":" + std::to_string(peer.port());
  auto options = allowing(origin);
  options.ca_file = ca.path();
  TestClient client(std::move(options));
  const auto answer = client.get(origin + "/secret");
  EXPECT_EQ(answer.has_value(), row.passes);
  EXPECT_EQ(peer.connections(), 1);
  EXPECT_EQ(peer.requests().size(), row.passes ? 1U : 0U);
  if (answer) {
    EXPECT_EQ(answer->body, "ok");
    EXPECT_EQ(peer.server_name(), std::string(row.host) == "localhost" ? "localhost" : "");
  } else {
    EXPECT_EQ(answer.error().code, "tlsFailed");
    EXPECT_EQ(answer.error().kind, ErrorKind::unavailable);
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, TlsPeer,
    ::testing::ValuesIn(std::vector<TlsRow>{
        {"Right", "localhost", {"DNS:localhost", -1, 1}, true, 0, true},
        {"RightAddress", "127.0.0.1", {"IP:127.0.0.1", -1, 1}, true, 0, true},
        {"RightOverTls12", "localhost", {"DNS:localhost", -1, 1}, true, TLS1_2_VERSION, true},
        {"UntrustedAuthority", "localhost", {"DNS:localhost", -1, 1}, false, 0, false},
        {"WrongHost", "localhost", {"DNS:other.example", -1, 1}, true, 0, false},
        {"HostAsPrefix", "localhost", {"DNS:localhost.evil.example", -1, 1}, true, 0, false},
        {"NameForAddress", "127.0.0.1", {"DNS:127.0.0.1", -1, 1}, true, 0, false},
        {"WrongAddress", "127.0.0.1", {"IP:127.0.0.2", -1, 1}, true, 0, false},
        {"Expired", "localhost", {"DNS:localhost", -3, -1}, true, 0, false},
        {"NotYetValid", "localhost", {"DNS:localhost", 1, 3}, true, 0, false},
        {"Tls11", "localhost", {"DNS:localhost", -1, 1}, true, TLS1_1_VERSION, false},
        {"Tls10", "localhost", {"DNS:localhost", -1, 1}, true, TLS1_VERSION, false},
    }),
    [](const auto& info) { return std::string(info.param.name); });

TEST(Tls, RefusesASelfSignedCertificate) {
  const auto self = make_authority("localhost");
  const ScriptedPeer peer({{{kOk}}}, {self.certificate, self.key, 0, false});
  const std::string origin = "https://localhost:" + std::to_string(peer.port());
  TestClient client(allowing(origin));
  const auto answer = client.get(origin);
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(answer.error().code, "tlsFailed");
  EXPECT_NE(answer.error().message.find("self-signed"), std::string::npos)
      << answer.error().message;
  EXPECT_TRUE(peer.requests().empty());
}

TEST(Tls, TakesAnAnswerWithoutLengthOnlyWithTlssGoodbye) {
  const auto ours = make_authority("ours");
  const auto identity = make_certificate(ours, {"DNS:localhost", -1, 1});
  const TemporaryFile ca(ours.certificate);
  for (const bool cut : {false, true}) {
    const ScriptedPeer peer({{{"HTTP/1.1 200 OK\r\n\r\nall of it"}}},
                            {identity.certificate, identity.key, 0, cut});
    const std::string origin = "https://localhost:" + std::to_string(peer.port());
    auto options = allowing(origin);
    options.ca_file = ca.path();
    TestClient client(std::move(options));
    const auto answer = client.get(origin);
    EXPECT_EQ(answer.has_value(), !cut);
    EXPECT_EQ(answer ? "" : answer.error().code, answer ? "" : "connectionLost");
  }
}

TEST(Tls, KeepsAndReusesItsConnections) {
  const auto ours = make_authority("ours");
  const auto identity = make_certificate(ours, {"DNS:localhost", -1, 1});
  const TemporaryFile ca(ours.certificate);
  const ScriptedPeer peer({{{kOk}, {kOk}, {kOk}}}, {identity.certificate, identity.key, 0, false});
  const std::string origin = "https://localhost:" + std::to_string(peer.port());
  auto options = allowing(origin);
  options.ca_file = ca.path();
  TestClient client(std::move(options));
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(client.get(origin).has_value());
  EXPECT_EQ(peer.connections(), 1);
}

TEST(Tls, SaysWhichCaFileCannotBeRead) {
  boost::asio::io_context context;
  ClientOptions options;
  options.ca_file = "/no/such/file.pem";
  const auto made = make_transport(context.get_executor(), options);
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().code, "caUnreadable");
  EXPECT_EQ(made.error().path, "/no/such/file.pem");
}

}  // namespace
}  // namespace crosswalk::net
