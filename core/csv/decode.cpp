#include "csv/decode.hpp"

#include "diagnostic/utf8.hpp"

namespace crosswalk::csv {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHeadBytes = 6;  // the mark of UTF-16, and a unit of UTF-32
constexpr std::uint32_t kLastCharacter = 0x10FFFF;

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};

// The longer marks first: that of UTF-32 begins like that of UTF-16.
constexpr Mark kMarks[] = {
    {"\xFF\xFE\0\0"sv, Encoding::utf32_le}, {"\0\0\xFE\xFF"sv, Encoding::utf32_be},
    {"\xEF\xBB\xBF"sv, Encoding::utf8},     {"\xFF\xFE"sv, Encoding::utf16_le},
    {"\xFE\xFF"sv, Encoding::utf16_be},
};

}  // namespace

std::string_view Decoder::feed(std::string_view chunk) {
  if (known_) return decode(chunk);
  if (head_.empty() && chunk.size() >= kHeadBytes) return decode(chunk.substr(recognise(chunk)));
  head_ += chunk;
  if (head_.size() < kHeadBytes) return {};
  return decode(std::string_view(head_).substr(recognise(head_)));
}

std::string_view Decoder::finish() {
  if (!known_) {
    // Of a text of three bytes: whatever a unit lacks is then missing at its end.
    const std::string_view text = decode(std::string_view(head_).substr(recognise(head_)));
    if (encoding_ == Encoding::utf8) return text;
    head_.assign(text);
    head_ += finish();
    return head_;
  }
  out_.clear();
  if (high_ != 0) diagnostic::append_utf8(out_, high_);
  if (rest_bytes_ > 0) out_ += '\xFF';
  high_ = 0;
  rest_bytes_ = 0;
  return out_;
}

// Answers the bytes of the mark, which are not text. Where the zeros among the first bytes of the
// text say something else than the mark, they are right: Salesforce's own Data Loader has files of
// UTF-32 behind a mark of UTF-16.
std::size_t Decoder::recognise(std::string_view head) {
  known_ = true;
  std::size_t mark_bytes = 0;
  for (const Mark& mark : kMarks) {
    if (!head.starts_with(mark.bytes)) continue;
    encoding_ = mark.encoding;
    mark_bytes = mark.bytes.size();
    if (mark_bytes > 2) return mark_bytes;  // nothing else looks like these
    break;
  }
  const std::string_view unit = head.substr(mark_bytes, 4);
  if (unit.size() < 4) return mark_bytes;
  std::string zeros;
  for (const char byte : unit) zeros += byte == '\0' ? '0' : 'x';
  if (zeros == "x0x0") encoding_ = Encoding::utf16_le;
  if (zeros == "0x0x") encoding_ = Encoding::utf16_be;
  if (zeros == "x000") encoding_ = Encoding::utf32_le;
  if (zeros == "000x") encoding_ = Encoding::utf32_be;
  return mark_bytes;
}

std::size_t Decoder::unit_bytes() const {
  return encoding_ == Encoding::utf16_le || encoding_ == Encoding::utf16_be ? 2 : 4;
}

std::uint32_t Decoder::unit_at(const unsigned char* bytes) const {
  const auto at = [bytes](std::size_t i) { return static_cast<std::uint32_t>(bytes[i]); };
  switch (encoding_) {
    case Encoding::utf16_le:
      return at(0) | at(1) << 8;
    case Encoding::utf16_be:
      return at(1) | at(0) << 8;
    case Encoding::utf32_le:
      return at(0) | at(1) << 8 | at(2) << 16 | at(3) << 24;
    case Encoding::utf32_be:
      return at(3) | at(2) << 8 | at(1) << 16 | at(0) << 24;
    case Encoding::utf8:
      break;
  }
  return at(0);
}

std::string_view Decoder::decode(std::string_view bytes) {
  if (encoding_ == Encoding::utf8) return bytes;
  out_.clear();
  const std::size_t width = unit_bytes();
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  const auto* const end = at + bytes.size();
  while (rest_bytes_ > 0 && at < end) {
    rest_[rest_bytes_++] = *at++;
    if (rest_bytes_ < width) continue;
    take_unit(unit_at(rest_));
    rest_bytes_ = 0;
  }
  for (; static_cast<std::size_t>(end - at) >= width; at += width) take_unit(unit_at(at));
  while (at < end) rest_[rest_bytes_++] = *at++;
  return out_;
}

void Decoder::take_unit(std::uint32_t unit) {
  const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
  if (high_ != 0) {
    const std::uint32_t high = high_;
    high_ = 0;
    if (low && unit_bytes() == 2) {
      diagnostic::append_utf8(out_, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
      return;
    }
    diagnostic::append_utf8(out_, high);
  }
  if (unit >= 0xD800 && unit <= 0xDBFF && unit_bytes() == 2) {
    high_ = unit;
  } else if (unit > kLastCharacter) {
    out_ += '\xFF';
  } else {
    diagnostic::append_utf8(out_, unit);
  }
}

}  // namespace crosswalk::csv
