#include <array>

#include "suggest/phrases.hpp"

namespace crosswalk::suggest {
namespace {

constexpr std::array kRows{
    PhraseRow{"account number", "acct no|acct num"},
    PhraseRow{"address", "addr|adr"},
    PhraseRow{"address 1", "addr 1"},
    PhraseRow{"address 2", "addr 2"},
    PhraseRow{"amount", "amt"},
    PhraseRow{"assistant", "asst"},
    PhraseRow{"billing", "ba", 100, "Quentn"},
    PhraseRow{"billing", "bill"},
    PhraseRow{"birth date", "dob"},
    PhraseRow{"campaign", "evt"},
    PhraseRow{"city", "cty"},
    PhraseRow{"company", "acct|co|comp|corp|org"},
    PhraseRow{"country", "ctry"},
    PhraseRow{"date", "dt"},
    PhraseRow{"deal", "opp|oppty"},
    PhraseRow{"department", "dept"},
    PhraseRow{"description", "desc|descr|dscr"},
    PhraseRow{"email", "eml|mail"},
    PhraseRow{"employees",
              "emp count|empl|employees no|no of employees|num emp|num employees|num of employees"},
    PhraseRow{"extension", "ext"},
    PhraseRow{"filler", "d|de|l|n|s"},
    PhraseRow{"first name", "first nm|fname|fst name|given nm"},
    PhraseRow{"id", "ids|uid"},
    PhraseRow{"industry", "ind"},
    PhraseRow{"last name", "last nm|lname|lst name"},
    PhraseRow{"mailing", "mlg"},
    PhraseRow{"middle name", "mname"},
    PhraseRow{"mobile+phone", "mob|mob tel|mobile tel|mobtel"},
    PhraseRow{"name", "nm"},
    PhraseRow{"number", "no|nr|num"},
    PhraseRow{"person", "cust|ppl"},
    PhraseRow{"phone", "ph|ph no|phone no|tel|tel no"},
    PhraseRow{"postal", "zip|zip code|zip postal code|zipcode"},
    PhraseRow{"probability", "prob"},
    PhraseRow{"quantity", "qty"},
    PhraseRow{"secondary", "sec"},
    PhraseRow{"shipping", "ship"},
    PhraseRow{"state", "prov|st"},
    PhraseRow{"street", "str"},
    PhraseRow{"website", "web|www"},
};

}  // namespace

PhraseTable abbreviations() { return {Tongue::abbreviation, kRows}; }

}  // namespace crosswalk::suggest
