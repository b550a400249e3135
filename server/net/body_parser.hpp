// The body of one request, fed with bytes as they arrive: Beast's parser behind a small face that
// knows no socket. Chunk extensions are bounded, trailers refused.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "diagnostic/result.hpp"

namespace crosswalk::net {

class BodyParser {
 public:
  // `raw_head` has passed check_head. A head that Beast reads otherwise than we did is badFraming.
  static Result<BodyParser> start(std::string_view raw_head, std::size_t fields_expected);

  BodyParser(BodyParser&&) noexcept;
  BodyParser& operator=(BodyParser&&) noexcept;
  ~BodyParser();

  [[nodiscard]] bool done() const;
  // Takes from `bytes` what it can, appends at most `room` body bytes to `out`, and answers how
  // many bytes it took. It wants more bytes when it is not done and `out` did not grow by `room`.
  Result<std::size_t> feed(std::string_view bytes, std::string& out, std::size_t room);

 private:
  struct Impl;
  explicit BodyParser(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace crosswalk::net
