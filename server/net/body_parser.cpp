#include "net/body_parser.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <functional>
#include <iterator>
#include <limits>

namespace crosswalk::net {

namespace {

namespace http = boost::beast::http;
using boost::beast::error_code;

constexpr std::size_t kExtensionBytesMax = 4'096;  // of all chunks of one body

Error bad_framing(std::string message) {
  return {.kind = ErrorKind::bad_input,
          .code = "badFraming",
          .path = {},
          .message = std::move(message),
          .salesforce_code = {}};
}

}  // namespace

struct BodyParser::Impl {
  using Parser = http::request_parser<http::buffer_body>;
  using OnChunk = std::function<void(std::uint64_t, boost::beast::string_view, error_code&)>;

  Impl() {
    parser.header_limit(std::numeric_limits<std::uint32_t>::max());  // check_head has bounded it
    parser.body_limit(boost::none);                                  // the caller counts
    on_chunk = [this](std::uint64_t, boost::beast::string_view extensions, error_code& code) {
      extension_bytes += extensions.size();
      if (extension_bytes > kExtensionBytesMax) code = http::error::bad_chunk_extension;
    };
    parser.on_chunk_header(on_chunk);
  }

  [[nodiscard]] std::size_t field_count() const {
    const auto& fields = parser.get().base();
    return static_cast<std::size_t>(std::distance(fields.begin(), fields.end()));
  }

  Parser parser;
  OnChunk on_chunk;
  std::size_t extension_bytes = 0;
  std::size_t fields_expected = 0;
};

BodyParser::BodyParser(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
BodyParser::BodyParser(BodyParser&&) noexcept = default;
BodyParser& BodyParser::operator=(BodyParser&&) noexcept = default;
BodyParser::~BodyParser() = default;

Result<BodyParser> BodyParser::start(std::string_view raw_head, std::size_t fields_expected) {
  auto impl = std::make_unique<Impl>();
  error_code code;
  const std::size_t taken =
      impl->parser.put(boost::asio::buffer(raw_head.data(), raw_head.size()), code);
  if (code || taken != raw_head.size() || !impl->parser.is_header_done() ||
      impl->field_count() != fields_expected) {
    return bad_framing("The head of the request cannot be read.");
  }
  impl->fields_expected = fields_expected;
  return BodyParser(std::move(impl));
}

bool BodyParser::done() const { return impl_->parser.is_done(); }

Result<std::size_t> BodyParser::feed(std::string_view bytes, std::string& out, std::size_t room) {
  auto& parser = impl_->parser;
  auto& body = parser.get().body();
  const std::size_t before = out.size();
  out.resize(before + room);
  body.data = out.data() + before;
  body.size = room;
  body.more = true;
  std::size_t taken = 0;
  error_code code;
  while (!parser.is_done() && taken < bytes.size() && body.size > 0 && !code) {
    taken += parser.put(boost::asio::buffer(bytes.data() + taken, bytes.size() - taken), code);
  }
  out.resize(out.size() - body.size);
  body.data = nullptr;
  body.size = 0;
  if (code && code != http::error::need_more && code != http::error::need_buffer) {
    return bad_framing("The framing of the request's body is broken.");
  }
  if (parser.is_done() && impl_->field_count() != impl_->fields_expected) {
    return bad_framing("Trailers are not taken.");
  }
  return taken;
}

}  // namespace crosswalk::net
