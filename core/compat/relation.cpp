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
// url; picklist, restricted, combobox, multi, restricted multi; checkbox; int, long, number,
// currency, percent, coordinate; date, datetime, time; Id, lookup, hierarchy, master-detail,
// polymorphic, external, indirect; name, address, geolocation; file, any, structured, category,
// unknown. Letters are rows of rules.cpp.
struct Line {
  PlatformType platform;
  std::string_view to_salesforce;
  std::string_view to_platform;
};

constexpr std::array<Line, kPlatformTypes> kTable{{
    {PlatformType::text,  //
     "==whka coo pr=Gm y ###### @@@ gssssoo nnn FYSDu",
     "==LHkw www ww=ww w wwwwww www wwwwwww NAO FYSDu"},
    {PlatformType::multiline_text,  //
     "l==hka xxx xxlxx y ###### @@@ gxxxxxx nnn FYSDu",
     "w==Hkw www wwwww w wwwwww www wwwwwww NAO FYSDu"},
    {PlatformType::integer,  //
     "wwwwka xwx VMwxx y b==CPB @@@ gxxxxxx nnn FYSDu",
     "###### ### ###xx # ==qqqq xxx xxxxxxx #AO FYSDu"},
    {PlatformType::number,  //
     "wwwwka xxx VMwxx y qq=CPB @@@ gxxxxxx nnn FYSDu",
     "###### ### ###xx # ww=Uw= xxx xxxxxxx #AO FYSDu"},
    {PlatformType::currency,  //
     "wwwwka xxx xxwxx y qqU=xx @@@ gxxxxxx nnn FYSDu",
     "###### ### ###xx # CCC=xx xxx xxxxxxx #AO FYSDu"},
    {PlatformType::percent,  //
     "wwwwka xxx xxwxx y qqwx=x @@@ gxxxxxx nnn FYSDu",
     "###### ### ###xx # PPPx=x xxx xxxxxxx #AO FYSDu"},
    {PlatformType::boolean,  //
     "wwwwka xxx VMwxx = ###### @@@ gxxxxxx nnn FYSDu",
     "yyyyyy yyy vvyxx = yyyyyy xxx xxxxxxx yAO FYSDu"},
    {PlatformType::nullable_boolean,  //
     "wwwwka xxx VMwxx z ###### @@@ gxxxxxx nnn FYSDu",
     "yyyyyy yyy vvyxx w yyyyyy xxx xxxxxxx yAO FYSDu"},
    {PlatformType::date,  //
     "wwwwka xxx xxwxx y xxxxxx =Tx gxxxxxx nnn FYSDu",
     "@@@@@@ @@@ @@@xx x xxxxxx =Zx xxxxxxx @AO FYSDu"},
    {PlatformType::datetime,  //
     "wwwwka xxx xxwxx y xxxxxx d=x gxxxxxx nnn FYSDu",
     "@@@@@@ @@@ @@@xx x xxxxxx T=x xxxxxxx @AO FYSDu"},
    {PlatformType::time,  //
     "wwwwka xxx xxwxx y xxxxxx xx= gxxxxxx nnn FYSDu",
     "@@@@@@ @@@ @@@xx x xxxxxx xx= xxxxxxx @AO FYSDu"},
    {PlatformType::select_list,  //
     "wwwhka cww VrwVr y ###### @@@ gxxxxww nnn FYSDu",
     "RRRxRR RRR RRRii R RRRRRR xxx xxxxxRR RAO FYSDu"},
    {PlatformType::multiselect_list,  //
     "jjjhka xxx iijVr x xxxxxx xxx gxxxxxx nnn FYSDu",
     "RRRxRx xxx RRRRR x xxxxxx xxx xxxxxxx xAO FYSDu"},
    {PlatformType::email,  //
     "wwwhka =xx xxwxx y ###### @@@ gxxxxxx nnn FYSDu",
     "ccxxXx =xx xxcxx x xxxxxx xxx xxxxxxx xAO FYSDu"},
    {PlatformType::phone,  //
     "wwwhka x=x xxwxx y ###### @@@ gxxxxxx nnn FYSDu",
     "wwxxkx x=x xxwxx x wwxxxx xxx xxxxxxx xAO FYSDu"},
    {PlatformType::url,  //
     "wwwhka xx= xxwxx y ###### @@@ gxxxxxx nnn FYSDu",
     "wwxxkx xx= xxwxx x xxxxxx xxx xxxxxxx xAO FYSDu"},
    {PlatformType::id,  //
     "wwwwka xxx xxwxx x xxxxxx xxx gssssww nnn FYSDu",
     "wxxxkw xxx xxxxx x wwxxxx xxx =====ww xAO FYSDu"},
    {PlatformType::reference,  //
     "wwwwka xxx xxwxx x xxxxxx xxx geeeeww nnn FYSDu",
     "wxxxkw xxx xxxxx x wwxxxx xxx IIIIIww xAO FYSDu"},
    {PlatformType::address,  //
     "AAAAAA AAA AAAAA A AAAAAA AAA AAAAAAA AAA FYSDu",
     "AAAAAA AAA AAAAA A AAAAAA AAA AAAAAAA AAO FYSDu"},
    {PlatformType::location,  //
     "OOOOOO OOO OOOOO O OOOOOO OOO OOOOOOO OOO FYSDu",
     "OOOOOO OOO OOOOO O OOOOOO OOO OOOOOOO OAO FYSDu"},
    {PlatformType::json,  //
     "SSSSSS SSS SSSSS S SSSSSS SSS SSSSSSS SSS FSSSu",
     "SSSSSS SSS SSSSS S SSSSSS SSS SSSSSSS SSS FSSSu"},
    {PlatformType::file,  //
     "FFFFFF FFF FFFFF F FFFFFF FFF FFFFFFF FFF FFFFu",
     "FFFFFF FFF FFFFF F FFFFFF FFF FFFFFFF FFF FFFFu"},
    {PlatformType::picture,  //
     "FFFFFF FFF FFFFF F FFFFFF FFF FFFFFFF FFF FFFFu",
     "FFFFFF FFF FFFFF F FFFFFF FFF FFFFFFF FFF FFFFu"},
    {PlatformType::document,  //
     "FFFFFF FFF FFFFF F FFFFFF FFF FFFFFFF FFF FFFFu",
     "FFFFFF FFF FFFFF F FFFFFF FFF FFFFFFF FFF FFFFu"},
}};

struct Letters {
  std::array<char, kKinds> to_salesforce{}, to_platform{};
};

// Not constexpr, so that whatever comes to call it while compiling does not compile.
[[maybe_unused]] void refuse(const char* /*why*/) {}

// Without the blanks; a line that has too few or too many letters does not compile.
consteval std::array<char, kKinds> letters_of(std::string_view line) {
  std::array<char, kKinds> out{};
  std::size_t at = 0;
  for (const char letter : line) {
    if (letter != ' ') out[at++] = letter;
  }
  if (at != kKinds) refuse("a letter for every kind");
  return out;
}

consteval std::array<Letters, kPlatformTypes> all_letters() {
  std::array<Letters, kPlatformTypes> out{};
  for (std::size_t row = 0; row < kTable.size(); ++row) {
    if (static_cast<std::size_t>(kTable[row].platform) != row) refuse("a line for every type");
    out[row] = {letters_of(kTable[row].to_salesforce), letters_of(kTable[row].to_platform)};
  }
  return out;
}

constexpr std::array<Letters, kPlatformTypes> kLetters = all_letters();

}  // namespace

char letter_of(PlatformType platform, Column salesforce, Way way) {
  if (way == Way::to_salesforce && salesforce.trait == Trait::formula) return 'f';
  if (way == Way::to_salesforce && salesforce.trait == Trait::roll_up) return '+';
  const Letters& row = kLetters[static_cast<std::size_t>(platform)];
  return (way == Way::to_salesforce ? row.to_salesforce
                                    : row.to_platform)[static_cast<std::size_t>(salesforce.kind)];
}

Verdict verdict(PlatformType platform, Column salesforce, Way way) {
  const Rule* rule = find_rule(letter_of(platform, salesforce, way));
  assert(rule != nullptr);
  return {rule->cls, rule->reason, rule->loss, rule->remedies, note_of(salesforce.trait, way)};
}

Verdict verdict(PlatformType platform, Kind salesforce, Way way) {
  return verdict(platform, Column{salesforce}, way);
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
