#include "suggest/words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crosswalk::suggest {
namespace {

struct Row {
  const char* name;
  const char* text;
  std::vector<std::string> words;
};

class WordsOf : public testing::TestWithParam<Row> {};

TEST_P(WordsOf, AreSplitWherePeopleAndProgrammersSplitThem) {
  EXPECT_EQ(words_of(GetParam().text), GetParam().words) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Suggest, WordsOf,
    testing::Values(Row{"CamelCase", "MailingPostalCode", {"mailing", "postal", "code"}},
                    Row{"SnakeCase", "first_name", {"first", "name"}},
                    Row{"Digits", "address1_line2", {"address", "1", "line", "2"}},
                    Row{"Capitals", "SICCode", {"sic", "code"}},
                    Row{"OneLetter", "EMailAddress", {"e", "mail", "address"}},
                    Row{"AllCapitals", "BILLINGCITY", {"billingcity"}},
                    Row{"Punctuation", "Zip/Postal Code (Work)", {"zip", "postal", "code", "work"}},
                    Row{"Apostrophe", "Nombre d'employés", {"nombre", "d", "employes"}},
                    Row{"German", "Straße, Übersicht", {"strasse", "ubersicht"}},
                    Row{"CzechCapitals", "PŘÍJMENÍ", {"prijmeni"}},
                    Row{"CamelCaseWithAccents", "prénomÉtat", {"prenom", "etat"}},
                    Row{"Japanese", "請求先住所 (市区町村)", {"請求先住所", "市区町村"}},
                    Row{"ScriptsMeet", "SICコード", {"sic", "コード"}},
                    Row{"FullWidthBrackets", "住所（国）", {"住所", "国"}}, Row{"Nothing", "", {}},
                    Row{"OnlySigns", " -- _", {}},
                    Row{"BrokenUtf8", "first\xc3name", {"first", "name"}}),
    [](const auto& info) { return info.param.name; });

TEST(Words, OfAnEndlessLabelAreThoseOfItsBeginning) {
  EXPECT_LT(words_of(std::string(std::size_t{1} << 20, 'a')).front().size(), 1000U);
}

TEST(Letters, AreEqualForNamesThatAreOnlySpeltOtherwise) {
  for (const char* name : {"FirstName", "first_name", "First name", "FIRST-NAME", "firstName"}) {
    EXPECT_EQ(letters_of(name), "firstname") << name;
  }
  EXPECT_NE(letters_of("First Names"), "firstname");
}

}  // namespace
}  // namespace crosswalk::suggest
