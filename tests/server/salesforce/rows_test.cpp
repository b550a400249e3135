#include <gtest/gtest.h>

#include "salesforce/json_writer.hpp"
#include "salesforce/query_page.hpp"
#include "salesforce/row_reader.hpp"

namespace crosswalk::salesforce {
namespace {

using convert::Value;

std::string shown(const Value& value) {
  if (value.is_absent()) return "absent";
  std::string text;
  append_json_value(&text, value);
  return text;
}

TEST(Rows, KeepAbsentNullAndEmptyApartAndDigitsAsWritten) {
  RowReader reader({"A", "B", "C", "D", "E", "F"});
  std::vector<Value> row(6);
  ASSERT_TRUE(reader.read(
      R"({"b":null,"C":"","D":1234567890.1234567890 ,"E":true,"F":"a\"b\u00e9\n","ignored":[1,{"x":2}]})",
      row));
  EXPECT_EQ(shown(row[0]), "absent");
  EXPECT_EQ(shown(row[1]), "null");
  EXPECT_EQ(shown(row[2]), "\"\"");
  EXPECT_EQ(shown(row[3]), "1234567890.1234567890");
  EXPECT_EQ(shown(row[4]), "true");
  EXPECT_EQ(row[5].text, "a\"b\u00e9\n");
}

TEST(Rows, JoinListsAndFollowParents) {
  RowReader reader({"tags", "Owner.Name", "Owner.Manager.Name", "none", "tags"});
  std::vector<Value> row(5);
  ASSERT_TRUE(reader.read(
      R"({"tags":["VIP","Press"],"Owner":{"Name":"Ada","Manager":null},"none":[]})", row));
  EXPECT_EQ(row[0].text, "VIP;Press");
  EXPECT_EQ(row[1].text, "Ada");
  EXPECT_TRUE(row[2].is_absent());
  EXPECT_TRUE(row[3].is_null());
  EXPECT_EQ(row[4].text, "VIP;Press") << "a name may be asked for twice";
}

TEST(Rows, ReuseOfAReaderForgetsTheFormerRecord) {
  RowReader reader({"A", "B"});
  std::vector<Value> row(2);
  ASSERT_TRUE(reader.read(R"({"A":"first","B":"second"})", row));
  ASSERT_TRUE(reader.read(R"({"B":"third"})", row));
  EXPECT_TRUE(row[0].is_absent());
  EXPECT_EQ(row[1].text, "third");
}

TEST(Rows, RefuseWhatIsNoObject) {
  RowReader reader({"A"});
  std::vector<Value> row(1);
  for (const char* text : {"", "[]", "{\"A\":", "{\"A\":\"x", "null", "{\"A\":\"\xff\"}"})
    EXPECT_FALSE(reader.read(text, row)) << text;
}

TEST(QueryPages, GiveRowsTotalAndTheNextPage) {
  auto page = QueryPage::read(
      R"({"totalSize":3,"done":false,"nextRecordsUrl":"/services/data/v62.0/query/01g-2","records":[
          {"attributes":{"type":"Contact"},"Id":"1","LastName":"A","Score__c":23.0},
          {"attributes":{"type":"Contact"},"Id":"2","LastName":null,"Score__c":1.44E12}]})",
      {"Id", "Score__c", "LastName"});
  ASSERT_TRUE(page);
  EXPECT_EQ(page->total(), 3);
  EXPECT_EQ(page->rows(), 2u);
  EXPECT_EQ(page->next(), "/services/data/v62.0/query/01g-2");
  const QueryPage moved = std::move(*page);
  EXPECT_EQ(moved.row(0)[0].text, "1");
  EXPECT_EQ(moved.row(0)[1].text, "23.0");
  EXPECT_EQ(moved.row(1)[1].text, "1.44E12");
  EXPECT_TRUE(moved.row(1)[2].is_null());
}

TEST(QueryPages, ThatAreNotWholeAreNoPages) {
  const std::string whole =
      R"({"totalSize":1,"done":true,"records":[{"Id":"1","LastName":"Lovelace"}]})";
  ASSERT_TRUE(QueryPage::read(whole, {"Id", "LastName"}));
  for (std::size_t length = 0; length < whole.size(); ++length)
    EXPECT_FALSE(QueryPage::read(whole.substr(0, length), {"Id", "LastName"})) << length;
  EXPECT_FALSE(QueryPage::read("<html></html>", {"Id"}));
  EXPECT_FALSE(QueryPage::read(R"({"totalSize":1,"done":false,"records":[]})", {"Id"}))
      << "neither done nor a next page";
}

TEST(JsonWriter, EscapesControlBytesQuotesAndBackslashes) {
  std::string text;
  append_json_text(&text, std::string_view("a\"b\\c\n\r\t\x01\x1f"
                                           "é",
                                           12));
  EXPECT_EQ(text, "\"a\\\"b\\\\c\\n\\r\\t\\u0001\\u001f\u00e9\"");
}

}  // namespace
}  // namespace crosswalk::salesforce
