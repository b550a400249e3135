// Certificates for tests, made on the spot: an authority and what it signs, as PEM.
#pragma once

#include <string>

namespace crosswalk::net::testing {

struct Identity {
  std::string certificate;  // PEM
  std::string key;          // PEM
};

struct CertificateWishes {
  std::string subject_alternatives;  // "DNS:localhost", "IP:127.0.0.1"
  int valid_from_days = -1;
  int valid_until_days = 1;
};

Identity make_authority(const std::string& name);
Identity make_certificate(const Identity& authority, const CertificateWishes& wishes);

// A file in the tests' temporary folder, removed at the end of its life.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& content);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace crosswalk::net::testing
