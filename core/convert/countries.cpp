#include "convert/countries.hpp"

namespace crosswalk::convert {
namespace {

// One country after the other, in the order of their letters: "DE49 ". Behind the country code
// stands what is not the usual: "-" for no trunk prefix where "0" is usual, "/8" for another one,
// ">011" for another international prefix than "00", "=10" for the digits of every number. The code
// of North America is 1 for all that share it; their numbers hold the area.
constexpr std::string_view kTable =
    "AD376- AE971 AF93 AG1/1>011=10 AI1/1>011=10 AL355 AM374 AO244- AQ672- AR54 AS1/1>011=10 "
    "AT43 AU61>0011 AW297- AX358 AZ994 BA387 BB1/1>011=10 BD880 BE32 BF226- BG359 BH973- "
    "BI257- BJ229- BL590 BM1/1>011=10 BN673- BO591 BQ599- BR55 BS1/1>011=10 BT975- BV47- "
    "BW267- BY375/80>810=9 BZ501- CA1/1>011=10 CC61>0011 CD243 CF236- CG242- CH41 CI225- "
    "CK682- CL56- CM237- CN86 CO57- CR506- CU53 CV238- CW599- CX61>0011 CY357- CZ420- DE49 "
    "DJ253- DK45- DM1/1>011=10 DO1/1>011=10 DZ213 EC593 EE372- EG20 EH212 ER291 ES34- ET251 "
    "FI358 FJ679- FK500- FM691->011 FO298- FR33 GA241- GB44 GD1/1>011=10 GE995 GF594 GG44 "
    "GH233 GI350- GL299- GM220- GN224- GP590 GQ240- GR30- GS500- GT502- GU1/1>011=10 GW245- "
    "GY592->001 HK852->001 HM672- HN504- HR385 HT509- HU36/06 ID62>001 IE353 IL972 IM44 IN91 "
    "IO246- IQ964 IR98 IS354- IT39- JE44 JM1/1>011=10 JO962 JP81>010 KE254>000 KG996 "
    "KH855>001 KI686- KM269- KN1/1>011=10 KP850 KR82>001 KW965- KY1/1>011=10 KZ7/8>810=10 "
    "LA856 LB961 LC1/1>011=10 LI423- LK94 LR231 LS266- LT370 LU352- LV371- LY218 MA212 "
    "MC377- MD373 ME382 MF590 MG261 MH692->011 MK389 ML223- MM95 MN976>001 MO853- "
    "MP1/1>011=10 MQ596 MR222- MS1/1>011=10 MT356- MU230- MV960- MW265- MX52- MY60 MZ258- "
    "NA264 NC687- NE227- NF672- NG234>009 NI505- NL31 NO47- NP977 NR674- NU683- NZ64 OM968- "
    "PA507- PE51 PF689- PG675- PH63 PK92 PL48- PM508- PN64 PR1/1>011=10 PS970 PT351- "
    "PW680->011 PY595 QA974- RE262 RO40 RS381 RU7/8>810=10 RW250- SA966 SB677- SC248- SD249 "
    "SE46 SG65->000 SH290- SI386 SJ47- SK421 SL232 SM378- SN221- SO252 SR597 SS211 ST239- "
    "SV503- SX1/1>011=10 SY963 SZ268- TC1/1>011=10 TD235- TF262 TG228- TH66>001 TJ992- "
    "TK690- TL670- TM993- TN216- TO676- TR90 TT1/1>011=10 TV688- TW886>002 TZ255>000 UA380 "
    "UG256>000 UM1/1>011=10 US1/1>011=10 UY598 UZ998- VA39- VC1/1>011=10 VE58 VG1/1>011=10 "
    "VI1/1>011=10 VN84 VU678- WF681- WS685- XK383 YE967 YT262 ZA27 ZM260 ZW263 ";

std::string_view row_of(std::string_view country) {
  for (std::size_t at = 0; at < kTable.size();) {
    const std::size_t end = kTable.find(' ', at);
    if (kTable.substr(at, 2) == country) return kTable.substr(at + 2, end - at - 2);
    at = end + 1;
  }
  return {};
}

std::string_view take_digits(std::string_view& row) {
  const std::size_t end = row.find_first_not_of("0123456789");
  const std::string_view digits = row.substr(0, end);
  row.remove_prefix(digits.size());
  return digits;
}

Dialling read_row(std::string_view row) {
  Dialling made{take_digits(row), "0", "00", 0};
  while (!row.empty()) {
    const char sign = row.front();
    row.remove_prefix(1);
    if (sign == '-') {
      made.trunk = {};
    } else if (sign == '/') {
      made.trunk = take_digits(row);
    } else if (sign == '>') {
      made.international = take_digits(row);
    } else {
      for (const char digit : take_digits(row)) {
        made.national_digits = made.national_digits * 10 + static_cast<std::size_t>(digit - '0');
      }
    }
  }
  return made;
}

}  // namespace

bool is_country(std::string_view country) {
  return country.size() == 2 && !row_of(country).empty();
}

std::optional<Dialling> dialling_of(std::string_view country) {
  if (!is_country(country)) return {};
  return read_row(row_of(country));
}

std::string_view trunk_of_code(std::string_view digits) {
  for (std::size_t at = 0; at < kTable.size();) {
    const std::size_t end = kTable.find(' ', at);
    const Dialling made = read_row(kTable.substr(at + 2, end - at - 2));
    if (digits.starts_with(made.code)) return made.trunk;
    at = end + 1;
  }
  return {};
}

}  // namespace crosswalk::convert
