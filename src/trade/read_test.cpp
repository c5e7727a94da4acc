// SPDX-License-Identifier: Apache-2.0
#include "trade/read.h"

#include <gtest/gtest.h>

#include "trade/testing.h"

namespace cordon::trade {
namespace {

using namespace testing;

TEST(ReadOrders, OneObjectAListAndAWrappedListAreTheSame) {
    const std::string order = order_with(R"("id": "A")");
    for (const std::string& text :
         {order, "[" + order + "]", R"({"transactions": [)" + order + "]}"}) {
        const Batch batch = read(text, "orders.json");
        ASSERT_EQ(batch.transactions.size(), 1U) << text;
        EXPECT_EQ(batch.transactions[0].id, "A");
        EXPECT_TRUE(batch.refused.empty());
    }
}

TEST(ReadOrders, ObjectsOneALineAreRecognisedByNameAndByContents) {
    const std::string text = order_with(R"("id": "A")") + "\n\n" + order_with(R"("id": "B")");
    for (const std::string file : {"orders.ndjson", "orders.jsonl", "-", "orders.json"}) {
        const Batch batch = read(text, file);
        ASSERT_EQ(batch.transactions.size(), 2U) << file;
        EXPECT_EQ(batch.transactions[1].position.line, 3U);
    }
}

TEST(ReadOrders, TheContentsDecideWhenThereIsNoName) {
    EXPECT_EQ(read("\n " + order_with(""), "-").transactions.size(), 1U);
    EXPECT_EQ(
        read("date,activity,item,end_user\n2024-06-01,export,H100,A\n", "-").transactions.size(),
        1U);
    EXPECT_EQ(read("date,activity,item,end_user\n2024-06-01,export,H100,A\n", "orders.csv.gz")
                  .transactions.size(),
              1U);
}

TEST(ReadOrders, ABadTransactionIsRefusedAndTheRestGoesOn) {
    const Batch batch = read(
        "[" + order_with(R"("id": "A")") + R"(, {"id": "B"}, )" + order_with(R"("id": "C")") + "]",
        "orders.json");
    ASSERT_EQ(batch.transactions.size(), 2U);
    EXPECT_EQ(batch.transactions[1].id, "C");
    EXPECT_EQ(batch.refused_transactions, 1U);
    EXPECT_EQ(batch.refused.size(), 4U);  // date, activity, items, parties
}

TEST(ReadOrders, ABadLineOfNdjsonNamesItsLine) {
    const Batch batch =
        read(order_with("") + "\n{\"date\": \n" + order_with("") + "\n", "o.ndjson");
    EXPECT_EQ(batch.transactions.size(), 2U);
    ASSERT_EQ(batch.refused.size(), 1U);
    EXPECT_EQ(batch.refused[0].position.line, 2U);
    EXPECT_EQ(batch.transactions[1].id, "o.ndjson:3");
}

TEST(ReadOrders, TheSecondOfOneIdIsRefusedWithBothPlaces) {
    const std::string text = order_with(R"("id": "A")") + "\n" + order_with(R"("id": "A")") + "\n";
    const Batch batch = read(text, "o.ndjson");
    EXPECT_EQ(batch.transactions.size(), 1U);
    ASSERT_EQ(batch.refused.size(), 1U);
    const std::string said = batch.refused[0].to_text();
    EXPECT_TRUE(says(said, "o.ndjson:2")) << said;
    EXPECT_TRUE(says(said, "o.ndjson:1")) << said;
    EXPECT_TRUE(says(said, "\"A\" was already used")) << said;
}

TEST(ReadOrders, NamelessTransactionsOfOneLineAreTold) {
    const Batch batch = read("[" + order_with("") + "," + order_with("") + "]", "o.json");
    ASSERT_EQ(batch.transactions.size(), 2U);
    EXPECT_EQ(batch.transactions[0].id, "o.json:1");
    EXPECT_TRUE(batch.transactions[1].id.starts_with("o.json:1:"));
    EXPECT_NE(batch.transactions[0].id, batch.transactions[1].id);
}

TEST(ReadOrders, CarriageReturnsAndAByteOrderMarkDoNotMatter) {
    const std::string mark = "\xEF\xBB\xBF";
    EXPECT_EQ(read(mark + order_with("") + "\r\n" + order_with("") + "\r\n", "o.ndjson")
                  .transactions.size(),
              2U);
    EXPECT_EQ(read(mark + order_with("") + "\r\n", "o.json").transactions.size(), 1U);
    EXPECT_EQ(read(mark + "date;activity;item;end_user\r\n2024-06-01;export;H100;A\r\n", "o.csv")
                  .transactions.size(),
              1U);
}

TEST(ReadOrders, ALineThatIsTooLongIsRefusedAndTheRestGoesOn) {
    ReadOptions options = named("o.ndjson");
    options.limits.line_bytes_max = 400;
    const std::string text = order_with("") + "\n{\"narrative\": \"" + std::string(500, 'x') +
                             "\"}\n" + order_with("") + "\n";
    const Batch batch = MUST(read_orders(text, schema(), options));
    EXPECT_EQ(batch.transactions.size(), 2U);
    ASSERT_EQ(batch.refused.size(), 1U);
    EXPECT_EQ(batch.refused[0].position.line, 2U);
    EXPECT_TRUE(says(batch.refused[0].to_text(), "longer than 400 bytes"));
}

}  // namespace
}  // namespace cordon::trade
