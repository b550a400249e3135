// Texts: around their longest length in UTF-16 units, with what Salesforce drops or trims; e-mail
// addresses and record ids, right, odd and wrong.
#include "org/value.hpp"
#include "truth/describes.hpp"
#include "truth/values.hpp"

namespace crosswalk::truth {
namespace {

using namespace std::string_literals;

std::string digits(Dice& dice, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += static_cast<char>('0' + dice.below(10));
  return out;
}

// Between characters of one byte, so that none is cut in two.
void insert(Dice& dice, std::string& text, std::string_view what) {
  std::size_t at = dice.below(text.size() + 1);
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  text.insert(at, what);
}

}  // namespace

std::string some_text(Dice& dice, std::size_t units) {
  std::string out;
  for (std::size_t left = units; left > 0;) {
    const bool edge = left == units || left == 1;
    const std::size_t choice = dice.below(40);
    if (choice == 0 && left > 1) {
      out += dice.one_of<const char*>({"\U0001F600", "\U00010348", "\U0001F39F"});
      left -= 2;
      continue;
    }
    if (choice < 3) {
      out += dice.one_of<const char*>({"é", "ß", "中", "Ω", "\u00A0", "\u2028"});
    } else if (choice < 8 && !edge) {
      out += dice.one_of<const char*>({" ", " ", "'", "\"", "\\", ",", ";", "<", "&", "/"});
    } else {
      out += static_cast<char>('a' + dice.below(26));
    }
    --left;
  }
  return out;
}

std::string text_near(Dice& dice, std::size_t units_max, bool lines) {
  std::size_t units = dice.between(1, std::min<std::size_t>(units_max, 24));
  if (dice.chance(80)) units = units_max;
  if (dice.chance(30) && units_max > 1) units = units_max - 1;
  if (dice.chance(12)) units = units_max + 1;
  if (dice.chance(4)) units = units_max + dice.between(2, 40);
  std::string out = some_text(dice, units);
  if (dice.chance(20)) insert(dice, out, dice.one_of<const char*>({"\x01", "\x1B", "\x7F", "\b"}));
  if (dice.chance(10)) insert(dice, out, "\0"s);
  if (dice.chance(5)) insert(dice, out, "\uFFFE");
  if (dice.chance(lines ? 100 : 15))
    insert(dice, out, dice.one_of<const char*>({"\n", "\r\n", "\t"}));
  if (dice.chance(40)) out += dice.one_of<const char*>({" ", "  ", "\n", "\t", " \r\n"});
  if (dice.chance(20)) out.insert(0, dice.one_of<const char*>({" ", "\t", "   "}));
  return out;
}

std::string good_email(Dice& dice, std::size_t row) {
  static const std::vector<std::string> kNames{"ana",  "o'brien", "x_y%z",         "a+tag",
                                               "j.-k", "UPPER",   "!#$&*/=?^`{|}~"};
  static const std::vector<std::string> kHosts{"example.com", "mail.ex-ample.org", "x.co",
                                               "1und1.example", "EXAMPLE.MUSEUM"};
  return dice.one_of(kNames) + std::to_string(row) + "@" + dice.one_of(kHosts);
}

std::string email_text(Dice& dice, std::size_t units_max) {
  static const std::vector<std::string> kOdd{
      "a..b@test.example", "a..@test.example", "a.@test.example", "a@b.co", "1@2.33",
      "-a@b-c.d-e.example"};
  static const std::vector<std::string> kWrong{"ana(at)example",
                                               "@example.com",
                                               "ana@",
                                               "ana@example",
                                               "ana@@example.com",
                                               "a b@example.com",
                                               ".a@example.com",
                                               "a@-b.example",
                                               "a@b-.example",
                                               "a@b..example",
                                               "a@.b.example",
                                               "a@b.example.",
                                               "a@b.c",
                                               "a@b_c.example",
                                               "a,b@example.com",
                                               "a\"b@example.com",
                                               "<a@b.example>",
                                               "a@b.example;c@d.example",
                                               "a:b@c.example",
                                               "a\\b@c.example",
                                               "a@[127.0.0.1]",
                                               "ana",
                                               "mailto:ana@example.com",
                                               "a@b!.example",
                                               "12",
                                               "n/a"};
  if (dice.chance(30)) return dice.one_of(kOdd);
  if (dice.chance(20)) return dice.one_of(kWrong);
  if (dice.chance(30)) {  // the name has at most 64 characters
    return std::string(dice.between(63, 65), 'n') + "@example.com";
  }
  if (dice.chance(40)) {
    const std::size_t units = units_max - 1 + dice.below(3);
    const std::string name(20, 'm'), end = ".example";
    std::string host;
    while (name.size() + 1 + host.size() + end.size() < units)
      host += host.size() % 50 == 49 ? "." : "h";
    if (host.back() == '.') host.back() = 'h';
    return name + "@" + host + end;
  }
  std::string out = good_email(dice, dice.below(1000));
  if (dice.chance(30)) out += dice.one_of<const char*>({" ", "\n", "\t"});
  if (dice.chance(10)) insert(dice, out, "\x02");
  return out;
}

std::string record_id_text(Dice& dice, const schema::SalesforceField& field) {
  const std::string& target = dice.one_of(field.reference_to);
  std::string whole = id_of_target(target, dice.below(kTargetRecords));
  if (dice.chance(300)) return whole.substr(0, 15);
  if (dice.chance(20)) return " " + whole + "\t";
  if (!dice.chance(25)) return whole;
  switch (dice.below(7)) {
    case 0:
      return whole.substr(0, 17) + (whole[17] == 'A' ? "B" : "A");
    case 1:
      return whole.substr(0, dice.one_of<std::size_t>({1, 14, 16, 17}));
    case 2:
      return whole + digits(dice, dice.between(1, 3));
    case 3:
      return whole.substr(0, 14) + "-";
    case 4:
      return "p-" + digits(dice, 6);
    case 5:
      return whole.substr(0, 15) + "é ";
    default:
      return digits(dice, dice.one_of<std::size_t>({1, 5, 20}));
  }
}

}  // namespace crosswalk::truth
