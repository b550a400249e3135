// The step "phone": the digits of a number, or the number as ITU-T E.164 writes it. Only prefixes
// are looked at: what kind of number it is, and whether anybody has it, is not guessed.
#include "convert/countries.hpp"
#include "convert/steps.hpp"
#include "convert/text.hpp"

namespace crosswalk::convert {
namespace {

constexpr std::size_t kDigitsMin = 6, kDigitsMax = 15;  // behind the +
constexpr std::uint8_t kDigitsOnly = 0;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits, with a + before them where the number has one; nothing where it holds anything but
// what people write between digits.
struct Dialled {
  std::string_view digits;
  bool international = false;
  bool zero_in_brackets = false;  // +49 (0) 30: the trunk prefix, shown and not to be dialled
};

std::optional<Dialled> take_apart(std::string_view text, Arena& arena) {
  Dialled dialled;
  TextMaker out(arena, text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c)) {
      out.add(c);
    } else if (c == '+' && out.size() == 0 && !dialled.international) {
      dialled.international = true;
    } else if (text.substr(i, 3) == "(0)" && out.size() > 0) {
      dialled.zero_in_brackets = true;
      i += 2;
    } else if (text.substr(i, 2) == "\xC2\xA0") {
      ++i;
    } else if (std::string_view(" -./()\t").find(c) == std::string_view::npos) {
      return {};
    }
  }
  dialled.digits = out.done();
  return dialled;
}

std::string_view after(std::string_view text, std::string_view prefix) {
  return !prefix.empty() && text.starts_with(prefix) ? text.substr(prefix.size())
                                                     : std::string_view();
}

// The national number behind its trunk prefix; nothing where it cannot be told.
std::string_view national(std::string_view digits, const Dialling& dialling) {
  const std::size_t wanted = dialling.national_digits;
  if (wanted == 0) {
    const std::string_view rest = after(digits, dialling.trunk);
    return rest.empty() ? digits : rest;
  }
  // Where a number may begin with the trunk prefix itself, its length tells.
  if (digits.size() == wanted) return digits;
  const std::string_view rest = after(digits, dialling.trunk);
  return rest.size() == wanted ? rest : std::string_view();
}

std::string_view write_number(std::string_view code, std::string_view rest, Arena& arena) {
  if (rest.empty()) return {};
  const std::size_t size = code.size() + rest.size();
  if (size < kDigitsMin || size > kDigitsMax) return {};
  TextMaker out(arena, size + 1);
  out.add('+');
  out.add(code);
  out.add(rest);
  return out.done();
}

std::string_view e164(const Dialled& dialled, std::string_view country, Arena& arena) {
  if (dialled.international) {
    if (dialled.digits.starts_with('0')) return {};
    if (dialled.zero_in_brackets && trunk_of_code(dialled.digits) != "0") return {};
    return write_number({}, dialled.digits, arena);
  }
  const auto dialling = dialling_of(country);
  if (!dialling || dialled.zero_in_brackets) return {};
  const std::string_view abroad = after(dialled.digits, dialling->international);
  if (!abroad.empty()) {
    return abroad.starts_with('0') ? std::string_view() : write_number({}, abroad, arena);
  }
  return write_number(dialling->code, national(dialled.digits, *dialling), arena);
}

}  // namespace

bool read_phone(const Travel& travel, const TransformStep& step, Value& value) {
  const auto dialled = take_apart(trim(text_of(value, travel.arena)), travel.arena);
  std::string_view made;
  if (dialled && step.choice == kDigitsOnly) made = dialled->digits;
  if (dialled && step.choice != kDigitsOnly) made = e164(*dialled, step.text, travel.arena);
  if (made.empty()) {
    return give_up(travel, step, value, "is not a telephone number that can be told by its prefix");
  }
  value = Value::of_text(made);
  return true;
}

}  // namespace crosswalk::convert
