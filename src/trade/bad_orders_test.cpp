// SPDX-License-Identifier: Apache-2.0
// Everything that people really hand in. Each test reads the message, for the message is the
// product: it must name the thing, the place and the remedy.
#include <gtest/gtest.h>

#include "base/file.h"
#include "trade/testing.h"

namespace cordon::trade {
namespace {

using namespace testing;

TEST(BadOrders, AFolder) {
    const auto text = read_file(CORDON_SOURCE_DIR);
    ASSERT_FALSE(text.has_value());
    EXPECT_TRUE(says(text.error().to_text(), CORDON_SOURCE_DIR)) << text.error().to_text();
}

TEST(BadOrders, AnEmptyFile) {
    for (const std::string text : {"", "  \r\n\n", "\xEF\xBB\xBF"}) {
        const std::string said = said_against(text, "orders.json");
        EXPECT_TRUE(says(said, "the file is empty")) << said;
    }
}

TEST(BadOrders, AListOfNothing) {
    EXPECT_TRUE(says(said_against("[]", "orders.json"), "holds no transaction"));
    EXPECT_TRUE(says(said_against("7", "orders.json"), "holds no transaction"));
    EXPECT_TRUE(says(said_against(R"({"transactions": []})", "o.json"), "holds no transaction"));
}

TEST(BadOrders, SomethingBesideTheTransactions) {
    const std::string said = said_against(R"({"transactions": [], "customer": "A"})", "o.json");
    EXPECT_TRUE(says(said, "\"customer\" stands beside \"transactions\"")) << said;
}

TEST(BadOrders, ASpreadsheetAndUtf16) {
    EXPECT_TRUE(says(said_against("PK\x03\x04zzz", "orders.csv"), "a spreadsheet"));
    EXPECT_TRUE(says(said_against("\xFF\xFE{", "orders.json"), "is UTF-16"));
}

TEST(BadOrders, InvalidUtf8) {
    const std::string json = said_against(order_with("\"narrative\": \"\xC3\x28\""), "o.json");
    EXPECT_TRUE(says(json, "UTF-8") && says(json, "o.json:1")) << json;
    const std::string line =
        said_against(order_with("") + "\n" + order_with("\"narrative\": \"\xFF\""), "o.ndjson");
    EXPECT_TRUE(says(line, "UTF-8") && says(line, "o.ndjson:2")) << line;
    const std::string csv = said_against(
        "date,activity,item,end_user\n2024-06-01,export,H100,\xFF\n2024-06-01,export,H100,A\n",
        "o.csv");
    EXPECT_TRUE(says(csv, "UTF-8") && says(csv, "o.csv:2")) << csv;
}

TEST(BadOrders, DuplicateKeys) {
    const std::string said = said_against(order_with(R"("date": "2024-06-02")"), "o.json");
    EXPECT_TRUE(says(said, "date")) << said;
    EXPECT_TRUE(says(said, "o.json:1")) << said;
}

TEST(BadOrders, NestingWithoutEnd) {
    const std::string said = said_against(std::string(70, '[') + std::string(70, ']'), "o.json");
    EXPECT_TRUE(says(said, "64")) << said;
}

TEST(BadOrders, AFieldThatDoesNotExist) {
    const std::string said = said_against(order_with(R"("narative": "x")"), "o.json");
    EXPECT_TRUE(says(said, "narative") && says(said, "narrative")) << said;
    EXPECT_TRUE(says(said, "o.json:1:")) << said;
}

TEST(BadOrders, AFactThatCordonComputes) {
    const std::string said = said_against(
        R"({"date": "2024-06-01", "activity": "export",
            "items": [{"name": "x", "vendor_class": "3A991"}],
            "parties": [{"name": "A", "roles": ["end_user"]}]})",
        "o.json");
    EXPECT_TRUE(says(said, "vendor_class") && says(said, "items[0].vendor_class")) << said;
}

TEST(BadOrders, DaysThatDoNotExist) {
    for (const std::string day :
         {"2023-02-29", "2024-04-31", "2024-13-01", "01.06.2024", "2024-6-1", "0000-01-01"}) {
        const std::string said =
            said_against(R"({"date": ")" + day + R"(", "activity": "export", "items": ["H100"],
                "parties": [{"name": "A", "roles": ["end_user"]}]})",
                         "o.json");
        EXPECT_TRUE(says(said, day)) << said;
        EXPECT_TRUE(says(said, "date")) << said;
        EXPECT_FALSE(says(said, "has no date")) << said;
    }
}

std::string with_item(const std::string& members) {
    return R"({"date": "2024-06-01", "activity": "export", "items": [{"name": "H100", )" + members +
           R"(}], "parties": [{"name": "A", "roles": ["end_user"]}]})";
}

TEST(BadOrders, QuantitiesThatCannotBe) {
    const std::string thirty = "1" + std::string(30, '0');
    for (const std::string& quantity :
         {std::string("0"), std::string("-3"), thirty, std::string("1e30"), std::string("1.5"),
          std::string("\"many\""), std::string("true")}) {
        const std::string said = said_against(with_item(R"("quantity": )" + quantity), "o.json");
        EXPECT_TRUE(says(said, "items[0].quantity")) << quantity << ": " << said;
    }
    EXPECT_TRUE(says(said_against(with_item(R"("quantity": 0)"), "o.json"), "above 0"));
}

TEST(BadOrders, AUnitThatDoesNotMeasureIt) {
    const std::string said = said_against(with_item(R"("value": "100 GB/s")"), "o.json");
    EXPECT_TRUE(says(said, "GB/s") && says(said, "items[0].value")) << said;
}

TEST(BadOrders, CountriesThatDoNotExist) {
    EXPECT_TRUE(says(said_against(order_with(R"("route": {"to": "XX"})"), "o.json"), "XX"));
    const std::string said = said_against(order_with(R"("route": {"to": "UK"})"), "o.json");
    EXPECT_TRUE(says(said, "GB") && says(said, "route.to")) << said;
    EXPECT_TRUE(
        says(said_against(order_with(R"("route": {"to": "Atlantis"})"), "o.json"), "Atlantis"));
}

TEST(BadOrders, WrongTypes) {
    EXPECT_TRUE(says(said_against(order_with(R"("route": "CN")"), "o.json"), "route"));
    EXPECT_TRUE(says(said_against(order_with(R"("end_use": {"military": 3})"), "o.json"),
                     "end_use.military"));
    EXPECT_TRUE(says(said_against(R"(["A-1"])", "o.json"), "a transaction is not an object"));
    const std::string said = said_against(
        R"({"date": "2024-06-01", "activity": "export", "items": 8, "parties": {}})", "o.json");
    EXPECT_TRUE(says(said, "items") && says(said, "parties")) << said;
}

TEST(BadOrders, AWordThatIsNoOption) {
    const std::string said = said_against(
        R"({"date": "2024-06-01", "activity": "exprot", "items": ["H100"],
            "parties": [{"name": "A", "roles": ["enduser"]}]})",
        "o.json");
    EXPECT_TRUE(says(said, "exprot") && says(said, "export")) << said;
    EXPECT_TRUE(says(said, "enduser") && says(said, "end_user")) << said;
}

TEST(BadOrders, APartyThatIsJustAName) {
    const std::string said = said_against(
        R"({"date": "2024-06-01", "activity": "export", "items": ["H100"], "parties": ["Acme"]})",
        "o.json");
    EXPECT_TRUE(says(said, "\"Acme\" has no role")) << said;
}

TEST(BadOrders, TextAfterTheEnd) {
    const std::string said = said_against(order_with("") + " }", "o.json");
    EXPECT_TRUE(says(said, "o.json:1:")) << said;
}

// ---- tables ----

TEST(BadTables, AnUnknownColumnNamesTheNearestAndTheRemedy) {
    const std::string said =
        said_against("date,activity,item,end_usr\n2024-06-01,export,H100,A\n", "o.csv");
    EXPECT_TRUE(says(said, "\"end_usr\"")) << said;
    EXPECT_TRUE(says(said, "did you mean \"end_user\"?")) << said;
    EXPECT_TRUE(says(said, "map the column or ignore it")) << said;
}

TEST(BadTables, EveryUnknownColumnIsNamed) {
    const std::string said = said_against(
        "date,activity,item,end_user,Bemerkung,订单\n2024-06-01,export,H100,A,,\n", "o.csv");
    EXPECT_TRUE(says(said, "Bemerkung") && says(said, "订单")) << said;
}

TEST(BadTables, AFileOfAnotherKindIsNotToldColumnByColumn) {
    std::string header = "date";
    for (int i = 0; i < 1000; ++i) header += ",zzzz" + std::to_string(i);
    const auto batch = read_orders(header + "\n2024-06-01\n", schema(), named("o.csv"));
    ASSERT_FALSE(batch.has_value());
    EXPECT_EQ(batch.error().related.size(), 19U);
}

TEST(BadTables, AComputedFactAndATableCannotBeColumns) {
    EXPECT_TRUE(
        says(said_against("date,item.vendor_class\n2024-06-01,3A991\n", "o.csv"), "computes"));
    EXPECT_TRUE(
        says(said_against("date,end_user_owners\n2024-06-01,x\n", "o.csv"), "a table in a cell"));
}

TEST(BadTables, TwoColumnsOfOneMeaning) {
    const std::string said = said_against(
        "date,activity,to,route.to,item,end_user\n2024-06-01,export,SG,SG,H100,A\n", "o.csv");
    EXPECT_FALSE(said.empty());
    EXPECT_TRUE(says(said, "both mean")) << said;
}

TEST(BadTables, AHeaderAlone) {
    EXPECT_TRUE(says(said_against("date,activity,item,end_user\n", "o.csv"), "no rows"));
}

TEST(BadTables, AnErrorNamesTheColumnAndTheLine) {
    const std::string said = said_against(
        "date,activity,item,quantity,end_user\n2024-06-01,export,H100,1,A\n"
        "2024-02-30,export,H100,0,A\n",
        "o.csv");
    EXPECT_TRUE(says(said, "o.csv:3")) << said;
    EXPECT_TRUE(says(said, "column \"date\"")) << said;
    EXPECT_TRUE(says(said, "column \"quantity\"")) << said;
    EXPECT_TRUE(says(said, "2024-02-30")) << said;
}

TEST(BadTables, RowsOfOneIdThatDisagree) {
    const std::string said = said_against(
        "id,date,activity,item,end_user\nA,2024-06-01,export,H100,X\nA,2024-06-02,,L4,\n", "o.csv");
    EXPECT_TRUE(says(said, "disagree") && says(said, "o.csv:3") && says(said, "line 2")) << said;
}

TEST(BadTables, AnotherCurrency) {
    const std::string said = said_against(
        "date,activity,item,value,currency,end_user\n2024-06-01,export,H100,9,EUR,A\n", "o.csv");
    EXPECT_TRUE(says(said, "EUR") && says(said, "USD") && says(said, "o.csv:2")) << said;
}

TEST(BadTables, AGroupedNumberWithoutAMapping) {
    const std::string said = said_against(
        "date,activity,item,quantity,end_user\n2024-06-01,export,H100,\"1,200\",A\n", "o.csv");
    EXPECT_TRUE(says(said, "1,200") && says(said, "column \"quantity\"")) << said;
    EXPECT_TRUE(says(said, "thousands = \",\"")) << said;
}

TEST(BadTables, ARowWithTooManyCellsIsLeftOutAndTheRestGoesOn) {
    const auto batch = read(
        "date,activity,item,end_user\n2024-06-01,export,H100,A,B,C\n2024-06-01,export,H100,A\n",
        "o.csv");
    EXPECT_EQ(batch.transactions.size(), 1U);
    ASSERT_EQ(batch.refused.size(), 1U);
    EXPECT_EQ(batch.refused[0].position.line, 2U);
}

}  // namespace
}  // namespace cordon::trade
