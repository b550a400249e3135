#include "compat/relation.hpp"

#include <array>
#include <cassert>
#include <cstddef>

#include "compat/rules.hpp"

namespace crosswalk::compat {
namespace {

using schema::PlatformType;

constexpr std::size_t kPlatformTypes = static_cast<std::size_t>(PlatformType::document) + 1;

// Columns, in the order of Kind: text, text area, long, rich, encrypted, auto number; email, phone,
// url; picklist, restricted, combobox, multi; checkbox; int, long, number, currency, percent,
// coordinate; date, datetime, time; Id, lookup, master-detail, polymorphic, external; name,
// address, geolocation; file, any, opaque, unknown. Letters are rows of rules.cpp.
struct Line {
  PlatformType platform;
  std::string_view to_salesforce;
  std::string_view to_platform;
};

constexpr std::array<Line, kPlatformTypes> kTable{{
    {PlatformType::text,  //
     "==whka coo pr=m y yyyyyy yyy gssso nnn xxxu", "==LHkw www ww=j w wwwwww www wwwww NAO FxSu"},
    {PlatformType::multiline_text,  //
     "l==hka xxx xxlx y yyyyyy yyy gxxxx nnn xxxu", "ww=Hkw www wwwj w wwwwww www wwwww NAO FxSu"},
    {PlatformType::integer,  //
     "wwwwka xwx MMwx y b==CPB yyy gxxxx nnn xxxu", "yyyyyy yyy yyyx y ==qqqq xxx xxxxx yAO FxSu"},
    {PlatformType::number,  //
     "wwwwka xxx MMwx y qq=CPB yyy gxxxx nnn xxxu", "yyyyyy yyy yyyx y ww=Uw= xxx xxxxx yAO FxSu"},
    {PlatformType::currency,  //
     "wwwwka xxx xxwx y qqU=xx yyy gxxxx nnn xxxu", "yyyyyy yyy yyyx y CCC=xx xxx xxxxx yAO FxSu"},
    {PlatformType::percent,  //
     "wwwwka xxx xxwx y qqwx=x yyy gxxxx nnn xxxu", "yyyyyy yyy yyyx y PPPx=x xxx xxxxx yAO FxSu"},
    {PlatformType::boolean,  //
     "wwwwka xxx MMwx = yyyyyy yyy gxxxx nnn xxxu", "yyyyyy yyy vvyx = yyyyyy xxx xxxxx yAO FxSu"},
    {PlatformType::nullable_boolean,  //
     "wwwwka xxx MMwx z yyyyyy yyy gxxxx nnn xxxu", "yyyyyy yyy vvyx w yyyyyy xxx xxxxx yAO FxSu"},
    {PlatformType::date,  //
     "wwwwka xxx xxwx y xxxxxx =tx gxxxx nnn xxxu", "yyyyyy yyy yyyx x xxxxxx =dx xxxxx yAO FxSu"},
    {PlatformType::datetime,  //
     "wwwwka xxx xxwx y xxxxxx d=x gxxxx nnn xxxu", "yyyyyy yyy yyyx x xxxxxx t=x xxxxx yAO FxSu"},
    {PlatformType::time,  //
     "wwwwka xxx xxwx y xxxxxx xx= gxxxx nnn xxxu", "yyyyyy yyy yyyx x xxxxxx xx= xxxxx yAO FxSu"},
    {PlatformType::select_list,  //
     "wwwhka cww Vrwr y yyyyyy yyy gxxxw nnn xxxu", "RRRxRR RRR RRRi R RRRRRR xxx xxxxR RAO FxSu"},
    {PlatformType::multiselect_list,  //
     "jjjhja xxx iijr x xxxxxx xxx gxxxx nnn xxxu", "RRRxRx xxx RRRR x xxxxxx xxx xxxxx xAO FxSu"},
    {PlatformType::email,  //
     "wwwhka =xx xxwx y yyyyyy yyy gxxxx nnn xxxu", "ccxxkx =xx xxcx x xxxxxx xxx xxxxx xAO FxSu"},
    {PlatformType::phone,  //
     "wwwhka x=x xxwx y yyyyyy yyy gxxxx nnn xxxu", "wwxxkx x=x xxwx x wwxxxx xxx xxxxx xAO FxSu"},
    {PlatformType::url,  //
     "wwwhka xx= xxwx y yyyyyy yyy gxxxx nnn xxxu", "wwxxkx xx= xxwx x xxxxxx xxx xxxxx xAO FxSu"},
    {PlatformType::id,  //
     "wwwwka xxx xxwx x xxxxxx xxx gsssw nnn xxxu", "wxxxkw xxx xxxx x wwxxxx xxx ====w xAO FxSu"},
    {PlatformType::reference,  //
     "wwwwka xxx xxwx x xxxxxx xxx geeew nnn xxxu", "wxxxkw xxx xxxx x wwxxxx xxx EEEEw xAO FxSu"},
    {PlatformType::address,  //
     "AAAAAA AAA AAAA A AAAAAA AAA AAAAA AAA AAAu", "AAAAAA AAA AAAA A AAAAAA AAA AAAAA AAA FASu"},
    {PlatformType::location,  //
     "OOOOOO OOO OOOO O OOOOOO OOO OOOOO OOO OOOu", "OOOOOO OOO OOOO O OOOOOO OOO OOOOO OOO FOSu"},
    {PlatformType::json,  //
     "SSSSSS SSS SSSS S SSSSSS SSS SSSSS SSS SSSu", "SSSSSS SSS SSSS S SSSSSS SSS SSSSS SSS FSSu"},
    {PlatformType::file,  //
     "FFFFFF FFF FFFF F FFFFFF FFF FFFFF FFF FFFu", "FFFFFF FFF FFFF F FFFFFF FFF FFFFF FFF FFFu"},
    {PlatformType::picture,  //
     "FFFFFF FFF FFFF F FFFFFF FFF FFFFF FFF FFFu", "FFFFFF FFF FFFF F FFFFFF FFF FFFFF FFF FFFu"},
    {PlatformType::document,  //
     "FFFFFF FFF FFFF F FFFFFF FFF FFFFF FFF FFFu", "FFFFFF FFF FFFF F FFFFFF FFF FFFFF FFF FFFu"},
}};

constexpr char letter_at(std::string_view line, std::size_t column) {
  for (const char letter : line) {
    if (letter == ' ') continue;
    if (column == 0) return letter;
    --column;
  }
  return '\0';
}

constexpr bool table_is_whole() {
  for (std::size_t row = 0; row < kTable.size(); ++row) {
    if (static_cast<std::size_t>(kTable[row].platform) != row) return false;
    for (const std::string_view line : {kTable[row].to_salesforce, kTable[row].to_platform}) {
      if (letter_at(line, kKinds - 1) == '\0' || letter_at(line, kKinds) != '\0') return false;
    }
  }
  return true;
}
static_assert(table_is_whole(), "every platform type has a line with a letter for every kind");

}  // namespace

Verdict verdict(PlatformType platform, Kind salesforce, Way way) {
  const Line& line = kTable[static_cast<std::size_t>(platform)];
  const char letter = letter_at(way == Way::to_salesforce ? line.to_salesforce : line.to_platform,
                                static_cast<std::size_t>(salesforce));
  const Rule* rule = find_rule(letter);
  assert(rule != nullptr);
  return {rule->cls, rule->reason, rule->loss, rule->remedies};
}

std::string_view class_name(Class cls) {
  switch (cls) {
    case Class::exact:
      return "exact";
    case Class::widening:
      return "widening";
    case Class::conditional:
      return "conditional";
    case Class::lossy:
      return "lossy";
    case Class::incompatible:
      return "incompatible";
  }
  return {};
}

}  // namespace crosswalk::compat
