// Bytes of a file as UTF-8: a byte order mark is passed over and says what follows, UTF-16 and
// UTF-32 are transcoded, everything else is handed on as it came. Without a mark, zero bytes give
// the wider ones away. Fed with chunks cut anywhere, in the middle of a unit or of a pair, too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crosswalk::csv {

enum class Encoding : std::uint8_t { utf8, utf16_le, utf16_be, utf32_le, utf32_be };

class Decoder {
 public:
  // The text of the chunk: a view of it, or of a buffer that is good until the next call. Half a
  // pair, and a number that is no character, become bytes that are no UTF-8, so that whoever looks
  // at the text sees that it was broken.
  std::string_view feed(std::string_view chunk);
  // What was held back at the end.
  std::string_view finish();

  [[nodiscard]] Encoding encoding() const { return encoding_; }

 private:
  std::size_t recognise(std::string_view head);
  std::string_view decode(std::string_view bytes);
  void take_unit(std::uint32_t unit);
  [[nodiscard]] std::uint32_t unit_at(const unsigned char* bytes) const;
  [[nodiscard]] std::size_t unit_bytes() const;

  Encoding encoding_ = Encoding::utf8;
  bool known_ = false;
  std::string head_;         // the first bytes, until they say what follows
  unsigned char rest_[4]{};  // of a unit that the chunk's end cut
  std::size_t rest_bytes_ = 0;
  std::uint32_t high_ = 0;  // the first half of a pair
  std::string out_;
};

}  // namespace crosswalk::csv
