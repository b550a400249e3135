#include "compat/matrix.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "compat/rules.hpp"

namespace crosswalk::compat {
namespace {

using nlohmann::json;
using schema::PlatformType;

TEST(Matrix, SaysOfEveryCellWhatTheVerdictSays) {
  const json matrix = json::parse(write_matrix());
  ASSERT_EQ(matrix["platformTypes"].size(), schema::platform_type_names().size());
  for (const Way way : {Way::to_salesforce, Way::to_platform}) {
    const json& rows = matrix[way == Way::to_salesforce ? "toSalesforce" : "toPlatform"];
    ASSERT_EQ(rows.size(), schema::platform_type_names().size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
      ASSERT_EQ(rows[row].size(), columns().size());
      for (std::size_t i = 0; i < columns().size(); ++i) {
        const Verdict cell = verdict(static_cast<PlatformType>(row), columns()[i], way);
        const json& said = matrix["verdicts"].at(rows[row][i].get<std::size_t>());
        EXPECT_EQ(said, json::parse(write_verdict(cell)));
        EXPECT_EQ(said["class"], class_name(cell.cls));
        EXPECT_EQ(said["reason"], cell.reason);
        EXPECT_EQ(said.value("loss", ""), cell.loss);
        EXPECT_EQ(said.value("note", ""), cell.note);
        EXPECT_EQ(said.value("remedies", json::array()).size(), cell.remedies.size());
      }
    }
  }
}

TEST(Matrix, ColumnsAreNamedInTheirOrder) {
  const json matrix = json::parse(write_matrix());
  ASSERT_EQ(matrix["columns"].size(), columns().size());
  for (std::size_t i = 0; i < columns().size(); ++i) {
    const json& column = matrix["columns"][i];
    EXPECT_EQ(column["name"], column_name(columns()[i]));
    EXPECT_EQ(column["label"], words(columns()[i]));
    EXPECT_EQ(column["kind"], kind_name(columns()[i].kind));
    EXPECT_EQ(column.value("trait", ""), trait_name(columns()[i].trait));
  }
  EXPECT_EQ(matrix["policies"][0]["name"], "strict-events");
  EXPECT_EQ(matrix["policies"][0]["allowed"][0], json::parse(R"(["text","text"])"));
}

TEST(Matrix, AVerdictIsWrittenWithItsNote) {
  const json cell = json::parse(write_verdict(
      verdict(PlatformType::number, Column{Kind::number, Trait::formula}, Way::to_platform)));
  EXPECT_EQ(cell["class"], "exact");
  EXPECT_EQ(cell["note"].get<std::string>().rfind("It can change", 0), 0U);
}

TEST(MatrixPage, HasEveryTypeKindAndReason) {
  const std::string page = write_matrix_page();
  for (std::size_t i = 0; i < schema::platform_type_names().size(); ++i) {
    EXPECT_NE(page.find("(`" + std::string(schema::platform_type_names()[i]) + "`)"),
              std::string::npos);
  }
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    EXPECT_NE(page.find(words(static_cast<Kind>(kind))), std::string::npos);
  }
  for (const Rule& rule : rules()) EXPECT_NE(page.find(rule.reason), std::string::npos);
  for (std::size_t at = 0; (at = page.find("\n|", at)) != std::string::npos; ++at) {
    const std::string line = page.substr(at + 1, page.find('\n', at + 1) - at - 1);
    EXPECT_TRUE(line.ends_with('|')) << line;
  }
}

}  // namespace
}  // namespace crosswalk::compat
