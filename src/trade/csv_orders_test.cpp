// SPDX-License-Identifier: Apache-2.0
#include "trade/csv_orders.h"

#include <gtest/gtest.h>

#include "trade/columns.h"
#include "trade/testing.h"

namespace cordon::trade {
namespace {

using namespace testing;

TEST(Table, BecomesTheJsonOfAnOrderFile) {
    const auto table = read_table(
        "id,date,from,to,via,item,quantity,end_user,end_user_country,end_use.military\n"
        "A,2024-06-01,US,Singapore,HK;MY,H100,8,Acme,SG,no\n",
        schema(), named("o.csv"));
    ASSERT_TRUE(table.has_value());
    ASSERT_EQ(table->orders.size(), 1U);
    EXPECT_EQ(write_json(sorted_keys(table->orders[0].json)),
              R"({"date":"2024-06-01","end_use":{"military":"no"},"id":"A",)"
              R"("items":[{"name":"H100","quantity":8}],)"
              R"("parties":[{"country":"SG","name":"Acme","roles":["end_user"]}],)"
              R"("route":{"from":"US","to":"SG","via":["HK","MY"]}})");
}

TEST(Table, RowsOfOneIdAreOneTransaction) {
    const Batch batch = read(
        "id,date,activity,item,quantity,end_user\n"
        "A,2024-06-01,export,H100,8,Acme\nB,2024-06-01,export,L40,1,Beta\nA,,,L4,2,\n",
        "o.csv");
    ASSERT_EQ(batch.transactions.size(), 2U);
    EXPECT_EQ(batch.transactions[0].facts.items.size(), 2U);
    EXPECT_EQ(of_item(batch.transactions[0], 1, "quantity"), "2");
    EXPECT_EQ(batch.transactions[0].facts.parties.size(), 1U);
}

TEST(Table, RowsWithoutIdAreTransactionsNamedByTheirLine) {
    const Batch batch =
        read("date,activity,item,end_user\n2024-06-01,export,H100,A\n\n2024-06-01,export,H100,A\n",
             "in/orders.csv");
    ASSERT_EQ(batch.transactions.size(), 2U);
    EXPECT_EQ(batch.transactions[0].id, "orders.csv:2");
    EXPECT_EQ(batch.transactions[1].id, "orders.csv:4");
}

TEST(Table, OneCompanyInTwoRolesIsOneParty) {
    const Batch batch = read(
        "date,activity,item,purchaser,purchaser_country,end_user,end_user_headquarters,forwarder\n"
        "2024-06-01,export,H100,Acme,SG,Acme,SG,Fast Freight\n",
        "o.csv");
    ASSERT_EQ(batch.transactions.size(), 1U);
    ASSERT_EQ(batch.transactions[0].facts.parties.size(), 2U);
    EXPECT_TRUE(says(of_party(batch.transactions[0], 0, "roles"), "purchaser"));
    EXPECT_TRUE(says(of_party(batch.transactions[0], 0, "roles"), "end_user"));
    EXPECT_EQ(of_party(batch.transactions[0], 0, "headquarters"), "SG");
}

TEST(Table, TwoBranchesOfOneNameStayTwoParties) {
    const Batch batch = read(
        "date,activity,item,purchaser,purchaser_country,end_user,end_user_country\n"
        "2024-06-01,export,H100,Acme,SG,Acme,CN\n",
        "o.csv");
    ASSERT_EQ(batch.transactions.size(), 1U);
    EXPECT_EQ(batch.transactions[0].facts.parties.size(), 2U);
}

TEST(Table, AnEmptyCellAndUnknownAreUnknown) {
    const Batch batch = read(
        "date,activity,item,end_user,end_user_headquarters,end_use.military\n"
        "2024-06-01,export,H100,A,,unknown\n",
        "o.csv");
    ASSERT_EQ(batch.transactions.size(), 1U);
    EXPECT_EQ(of_party(batch.transactions[0], 0, "headquarters"), "");
    EXPECT_EQ(value(batch.transactions[0], "end_use.military"), "");
}

TEST(Table, ARoleOfSeveralWordsIsTheLongestOne) {
    const Column column = MUST(column_named("end_user_ultimate_parent_headquarters", schema()));
    EXPECT_EQ(column.role, "end_user");
    EXPECT_EQ(column.fact->name, "ultimate_parent_headquarters");
    EXPECT_EQ(MUST(column_named("Intermediate Consignee", schema())).role,
              "intermediate_consignee");
    EXPECT_EQ(MUST(column_named("item.vendor_eccn", schema())).fact->name, "vendor_eccn");
    EXPECT_EQ(MUST(column_named("device.tpp", schema())).fact->name, "tpp");
    EXPECT_FALSE(column_named("party.country", schema()).has_value());
}

TEST(Table, FiguresOfAChipGoIntoItsDevice) {
    const Batch batch = read(
        "date,activity,item,device.tpp,device.designed_for_datacenter,end_user\n"
        "2024-06-01,export,Own chip,4800 TPP,yes,A\n",
        "o.csv");
    ASSERT_EQ(batch.transactions.size(), 1U);
    const auto& devices = batch.transactions[0].facts.items[0].alternatives[0].devices;
    ASSERT_EQ(devices.size(), 1U);
    EXPECT_TRUE(says(value(devices[0], law::SubjectKind::Device, "tpp"), "4800"));
}

TEST(Table, SemicolonsTabsAndQuotedCellsAreRead) {
    EXPECT_EQ(read("date;activity;item;end_user\r\n2024-06-01;export;\"H100; 80GB\";A\r\n", "o.csv")
                  .transactions.size(),
              1U);
    EXPECT_EQ(read("date\tactivity\titem\tend_user\n2024-06-01\texport\tH100\tA\n", "o.tsv")
                  .transactions.size(),
              1U);
}

}  // namespace
}  // namespace cordon::trade
