#include "server/net/certificates.hpp"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace crosswalk::net::testing {

namespace {

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;

template <class T>
T* needed(T* pointer) {
  if (pointer == nullptr) throw std::runtime_error("OpenSSL refused");
  return pointer;
}

void add_extension(X509* certificate, X509* issuer, int id, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  auto* extension = needed(X509V3_EXT_conf_nid(nullptr, &context, id, value));
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

Certificate blank_certificate(EVP_PKEY* key, const std::string& name, int from_days,
                              int until_days) {
  static std::atomic<long> serial = 1;
  Certificate certificate(needed(X509_new()), &X509_free);
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial++);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), from_days * 86'400L);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), until_days * 86'400L);
  X509_set_pubkey(certificate.get(), key);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  return certificate;
}

template <class Write>
std::string pem_of(Write write) {
  Memory memory(needed(BIO_new(BIO_s_mem())), &BIO_free);
  write(memory.get());
  char* data = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &data);
  return {data, static_cast<std::size_t>(size)};
}

Identity identity_of(X509* certificate, EVP_PKEY* key) {
  Identity out;
  out.certificate = pem_of([&](BIO* memory) { PEM_write_bio_X509(memory, certificate); });
  out.key = pem_of([&](BIO* memory) {
    PEM_write_bio_PrivateKey(memory, key, nullptr, nullptr, 0, nullptr, nullptr);
  });
  return out;
}

Memory reading(const std::string& pem) {
  return {needed(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))), &BIO_free};
}

}  // namespace

Identity make_authority(const std::string& name) {
  const Key key(needed(EVP_EC_gen("P-256")), &EVP_PKEY_free);
  const auto certificate = blank_certificate(key.get(), name, -1, 2);
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
  add_extension(certificate.get(), certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
  add_extension(certificate.get(), certificate.get(), NID_key_usage, "critical,keyCertSign");
  X509_sign(certificate.get(), key.get(), EVP_sha256());
  return identity_of(certificate.get(), key.get());
}

Identity make_certificate(const Identity& authority, const CertificateWishes& wishes) {
  const auto issuer_memory = reading(authority.certificate);
  const Certificate issuer(
      needed(PEM_read_bio_X509(issuer_memory.get(), nullptr, nullptr, nullptr)), &X509_free);
  const auto key_memory = reading(authority.key);
  const Key issuer_key(needed(PEM_read_bio_PrivateKey(key_memory.get(), nullptr, nullptr, nullptr)),
                       &EVP_PKEY_free);
  const Key key(needed(EVP_EC_gen("P-256")), &EVP_PKEY_free);
  const auto certificate =
      blank_certificate(key.get(), "a server", wishes.valid_from_days, wishes.valid_until_days);
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get()));
  add_extension(certificate.get(), issuer.get(), NID_subject_alt_name,
                wishes.subject_alternatives.c_str());
  X509_sign(certificate.get(), issuer_key.get(), EVP_sha256());
  return identity_of(certificate.get(), key.get());
}

TemporaryFile::TemporaryFile(const std::string& content) {
  std::string path = "/tmp/crosswalk_net_XXXXXX";
  const int file = ::mkstemp(path.data());
  if (file < 0) throw std::runtime_error("no temporary file");
  ::close(file);
  path_ = path;
  std::ofstream(path_) << content;
}

TemporaryFile::~TemporaryFile() { std::remove(path_.c_str()); }

}  // namespace crosswalk::net::testing
