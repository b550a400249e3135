// The answer to one request of the client, fed with bytes as they arrive: Beast's parser behind a
// small face that knows no socket. Interim answers (1xx) are skipped, trailers never become
// headers, an encoding other than exactly chunked is refused.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "diagnostic/result.hpp"
#include "net/http.hpp"

namespace crosswalk::net {

class AnswerParser {
 public:
  AnswerParser(bool to_head_request, std::size_t body_bytes_max);
  AnswerParser(AnswerParser&&) noexcept;
  ~AnswerParser();

  // How many bytes it took; it wants more while it is not done. answerTooLarge, answerMalformed.
  Result<std::size_t> feed(std::string_view bytes);
  // The other side has closed: the end of an answer without length, or connectionLost.
  Result<void> feed_end();

  [[nodiscard]] bool done() const;
  [[nodiscard]] bool started() const;     // any byte was taken
  [[nodiscard]] bool keep_alive() const;  // once done
  HttpResponse take();                    // once done

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace crosswalk::net
