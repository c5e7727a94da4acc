// SPDX-License-Identifier: Apache-2.0
#include "trade/mapping.h"

#include <gtest/gtest.h>

#include "trade/cell.h"
#include "trade/testing.h"

namespace cordon::trade {
namespace {

using namespace testing;

std::string iso(std::string_view form, std::string_view text) {
    const auto date = MUST(DateForm::parse(form)).to_iso(text);
    return date ? *date : "refused: " + date.error().message;
}

TEST(Mapping, ReadsDatesInTheFormsPeopleUse) {
    EXPECT_EQ(iso("dd/mm/yyyy", "03/04/2024"), "2024-04-03");
    EXPECT_EQ(iso("m/d/yyyy", "3/4/2024"), "2024-03-04");
    EXPECT_EQ(iso("m/d/yyyy", "12/31/2024"), "2024-12-31");
    EXPECT_EQ(iso("yyyy年m月d日", "2024年6月12日"), "2024-06-12");
    EXPECT_EQ(iso("yyyymmdd", "20240612"), "2024-06-12");
    EXPECT_EQ(iso("iso", "2024-06-12"), "2024-06-12");
}

TEST(Mapping, RefusesDatesThatAreNot) {
    EXPECT_TRUE(says(iso("dd/mm/yyyy", "3/4/2024"), "refused"));
    EXPECT_TRUE(says(iso("dd/mm/yyyy", "31/04/2024"), "refused"));
    EXPECT_TRUE(says(iso("dd/mm/yyyy", "12/31/2024"), "refused"));
    EXPECT_TRUE(says(iso("m/d/yyyy", "3/4/24"), "refused"));
    EXPECT_TRUE(says(iso("m/d/yyyy", "3/4/2024 00:00"), "refused"));
    for (const std::string form : {"", "dd/mm", "dd/mm/yy", "mm/mm/yyyy", "20yy-mm-dd"}) {
        EXPECT_FALSE(DateForm::parse(form).has_value()) << form;
    }
}

std::string plain(const std::string& text, char decimal, char thousands) {
    Mapping mapping;
    mapping.decimal_mark = decimal;
    mapping.thousands_mark = thousands;
    const auto number = plain_number(text, mapping);
    return number ? *number : "refused";
}

TEST(Mapping, ReadsGroupedNumbers) {
    EXPECT_EQ(plain("1,200", '.', ','), "1200");
    EXPECT_EQ(plain("1,234,567.5", '.', ','), "1234567.5");
    EXPECT_EQ(plain("1.234,5", ',', '.'), "1234.5");
    EXPECT_EQ(plain("12,5", ',', '.'), "12.5");
    EXPECT_EQ(plain("4.800 TPP", ',', '.'), "4800 TPP");
    EXPECT_EQ(plain("-3", ',', '.'), "-3");
}

TEST(Mapping, RefusesNumbersThatAreGroupedAmiss) {
    EXPECT_EQ(plain("1,20", '.', ','), "refused");
    EXPECT_EQ(plain("1.5", ',', '.'), "refused");
    EXPECT_EQ(plain("1,2000", '.', ','), "refused");
    EXPECT_EQ(plain(",200", '.', ','), "refused");
    EXPECT_EQ(plain("1.5,000", '.', ','), "refused");
}

std::string refused(const std::string& toml) {
    const auto mapping = read_mapping(toml, "my.map.toml");
    return mapping ? "" : mapping.error().to_text();
}

TEST(Mapping, RefusesWhatItDoesNotKnow) {
    EXPECT_TRUE(says(refused("datum_format = \"iso\""), "datum_format"));
    EXPECT_TRUE(says(refused("date_fromat = \"iso\""), "did you mean \"date_format\"?"));
    EXPECT_TRUE(says(refused("\"订单日期\" = \"date\""), "[columns]"));
    EXPECT_TRUE(says(refused("订单日期 = \"date\""), "my.map.toml:1"));
    EXPECT_TRUE(says(refused("[columns]\nx = 3"), "my.map.toml:2"));
    EXPECT_TRUE(says(refused("date_format = \"dd-mm\""), "dd-mm"));
    EXPECT_TRUE(says(refused("ignore = \"x\""), "ignore"));
    EXPECT_TRUE(says(refused("separator = \"::\""), "one character"));
    EXPECT_TRUE(says(refused("decimal_comma = 1"), "decimal_comma"));
    EXPECT_TRUE(says(refused("thousands = \".\""), "same mark"));
    EXPECT_TRUE(says(refused("[values]\nactivity = \"x\""), "values.activity"));
}

ReadOptions mapped(const std::string& toml) {
    ReadOptions options = named("o.csv");
    options.mapping_text = toml;
    options.mapping_file = "my.map.toml";
    return options;
}

constexpr const char* kTable = "Datum,Ware,Kunde,Notiz\n12.06.2024,H100,Acme,eilt\n";

TEST(Mapping, GivesHeadersTheirMeaning) {
    const auto batch = read_orders(kTable, schema(), mapped(R"(
        date_format = "dd.mm.yyyy"
        ignore = ["Notiz"]
        constants = { activity = "export", exporter = "Maker Inc." }
        [columns]
        Datum = "date"
        Ware = "item"
        Kunde = "end_user")"));
    ASSERT_TRUE(batch.has_value()) << batch.error().to_text();
    ASSERT_EQ(batch->transactions.size(), 1U);
    EXPECT_EQ(value(batch->transactions[0], "date"), "2024-06-12");
    EXPECT_EQ(value(batch->transactions[0], "activity"), "export");
    EXPECT_EQ(batch->transactions[0].facts.parties.size(), 2U);
}

TEST(Mapping, AColumnThatIsNotThereIsAnError) {
    const std::string said = said_against(kTable, mapped(R"(
        ignore = ["Notiz"]
        [columns]
        Datun = "date"
        Ware = "item"
        Kunde = "end_user")"));
    EXPECT_TRUE(says(said, "\"Datun\"") && says(said, "did you mean \"Datum\"?")) << said;
}

TEST(Mapping, AMeaningThatDoesNotExistIsAnError) {
    const std::string said = said_against(kTable, mapped(R"(
        ignore = ["Notiz", "Ware", "Kunde"]
        [columns]
        Datum = "dat")"));
    EXPECT_TRUE(says(said, "\"dat\"") && says(said, "column \"Datum\"")) << said;
}

TEST(Mapping, ADateInAnotherFormNamesTheColumnAndTheLine) {
    const std::string said = said_against(kTable, mapped(R"(
        date_format = "yyyy/mm/dd"
        ignore = ["Notiz"]
        constants = { activity = "export" }
        [columns]
        Datum = "date"
        Ware = "item"
        Kunde = "end_user")"));
    EXPECT_TRUE(says(said, "12.06.2024") && says(said, "column \"Datum\"")) << said;
    EXPECT_TRUE(says(said, "o.csv:2")) << said;
}

TEST(Mapping, TheirWordsBecomeOurs) {
    const auto batch = read_orders(
        "date,activity,item,end_user,end_use.military\n2024-06-12,Ausfuhr,H100,Acme,否\n", schema(),
        mapped(R"(
        [values.activity]
        Ausfuhr = "export"
        [values."end_use.military"]
        "否" = "no")"));
    ASSERT_TRUE(batch.has_value()) << batch.error().to_text();
    ASSERT_EQ(batch->transactions.size(), 1U);
    EXPECT_EQ(value(batch->transactions[0], "activity"), "export");
    EXPECT_EQ(value(batch->transactions[0], "end_use.military"), "no");
}

}  // namespace
}  // namespace cordon::trade
