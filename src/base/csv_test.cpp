// SPDX-License-Identifier: Apache-2.0
#include "base/csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace cordon {
namespace {

CsvTable read(std::string_view text, CsvOptions options = {.file = "t.csv"}) {
    return MUST(read_csv(text, options));
}

/// "line[cell|cell]" for each row, then "!line message" for each refused one.
std::string shown(const CsvTable& table) {
    std::string out;
    for (const CsvRow& row : table.rows) {
        out += std::to_string(row.line) + "[";
        for (std::size_t i = 0; i < row.cells.size(); ++i) out += (i ? "|" : "") + row.cells[i];
        out += "]";
    }
    for (const Error& error : table.refused) {
        out += "!" + std::to_string(error.position.line) + " " + error.message;
    }
    return out;
}

TEST(Csv, ReadsTheDirtPeopleExport) {
    EXPECT_EQ(shown(read("a,b\n1,2\n")), "2[1|2]");
    EXPECT_EQ(shown(read("\xEF\xBB\xBF\"a\";b\r\n1;2\r\n\r\n \r\n3;4")), "2[1|2]5[3|4]");
    EXPECT_EQ(shown(read("a\tb\r1\t2\r3\t4")), "2[1|2]3[3|4]");
    EXPECT_EQ(shown(read("a|b\n1|2")), "2[1|2]");
    EXPECT_EQ(shown(read("a,b,c\n1\n")), "2[1||]");
    EXPECT_EQ(shown(read("a,b\n\"x, \"\"y\"\"\nz\",2\n3,4")), "2[x, \"y\"\nz|2]4[3|4]");
    EXPECT_EQ(shown(read("a,b\n\"x\r\ny\rz\",2\r\n3,4")), "2[x\r\ny\rz|2]5[3|4]");
    EXPECT_EQ(read("\n\n a , b \n1,2").header, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(shown(read("a,b\n , ")), "2[ | ]");
}

TEST(Csv, SniffsTheSeparatorOutsideQuotes) {
    EXPECT_EQ(read("\"a,b,c\";d\n").header, (std::vector<std::string>{"a,b,c", "d"}));
    EXPECT_EQ(read("alone\nx").header, (std::vector<std::string>{"alone"}));
    EXPECT_EQ(read("a,b;c\n", {.file = "", .separator = ';'}).header,
              (std::vector<std::string>{"a,b", "c"}));
}

TEST(Csv, DoesWithoutAHeaderWhenToldSo) {
    const CsvTable table =
        read("1,2\n3,4,5\n", {.file = "", .separator = ',', .has_header = false});
    EXPECT_TRUE(table.header.empty());
    EXPECT_EQ(shown(table), "1[1|2]2[3|4|5]");
}

TEST(Csv, RefusesARowAndReadsTheNext) {
    EXPECT_EQ(shown(read("a,b\n1,2,3\n4,5\n")), "3[4|5]!2 the row has 3 cells, the header 2");
    EXPECT_EQ(shown(read("a,b\n\xFF,2\n4,5\n")), "3[4|5]!2 the row is not valid UTF-8");
    EXPECT_EQ(shown(read("a,b\n5\" pipe,2\n4,5\n")),
              "3[4|5]!2 a quote stands inside a cell that is not quoted");
    EXPECT_EQ(shown(read("a,b\n\"x\" y,2\n4,5\n")), "3[4|5]!2 a quote stands inside a cell");
}

TEST(Csv, AnUnclosedQuoteDoesNotSwallowTheRest) {
    EXPECT_EQ(shown(read("a,b\n1,\"x\n2,y\n3,z\n")), "3[2|y]4[3|z]!2 a quoted cell never ends");
    // The quote of line 2 would close at that of line 4, where text follows.
    EXPECT_EQ(shown(read("a,b\n1,\"x\n2,y\n3,\"z\"\n")),
              "3[2|y]4[3|z]!4 a quote stands inside a cell");
}

TEST(Csv, HostileQuotesStayLinear) {
    std::string text = "a,b\n";
    for (int i = 0; i < 200'000; ++i) text += i % 3 == 0 ? "\"x\n" : "\"\"\"\",\"\n";
    EXPECT_FALSE(read(text).refused.empty());
    std::string open = "a,b\n";
    for (int i = 0; i < 200'000; ++i) open += "1,\"\"\"\n";
    EXPECT_EQ(read(open).rows.size(), 100'000U);  // every second line closes the one before
}

TEST(Csv, FailsWithoutAUsableHeader) {
    const auto message = [](std::string_view text) {
        const auto table = read_csv(text, {.file = "t.csv"});
        return table ? "accepted" : table.error().to_text();
    };
    EXPECT_EQ(message(""),
              "t.csv:1: the table is empty\n  expected: a header row and rows below it");
    EXPECT_EQ(message("\n \n").substr(0, 28), "t.csv:1: the table is empty\n");
    EXPECT_EQ(message("\n\na,b,a\n"),
              "t.csv:3: a: two columns are called \"a\" (columns 1 and 3)\n"
              "  expected: each name once\n  remedy: rename one of them");
    EXPECT_EQ(message("a,,\n1,2,3"), "accepted");  // columns without a name may be several
    EXPECT_NE(message("\xFF\xFE"
                      "a"),
              "accepted");
    EXPECT_NE(message("a,\"b\n"), "accepted");
}

TEST(Csv, QuotesACellOnlyWhereItMust) {
    EXPECT_EQ(csv_cell("plain text"), "plain text");
    EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_cell("say \"x\""), "\"say \"\"x\"\"\"");
    EXPECT_EQ(csv_cell("a\nb"), "\"a\nb\"");
}

RC_GTEST_PROP(Csv, WhatIsWrittenReadsBackTheSame, ()) {
    const auto any_cell = [] {
        return *rc::gen::container<std::string>(
            rc::gen::element('a', ' ', ',', ';', '\t', '|', '"', '\n', '\r', 'z'));
    };
    const int columns = *rc::gen::inRange(2, 5);
    const int count = *rc::gen::inRange(0, 6);
    std::string text;
    for (int c = 0; c < columns; ++c) text += (c ? ",name" : "name") + std::to_string(c);
    text += "\r\n";
    std::vector<std::vector<std::string>> rows;
    for (int r = 0; r < count; ++r) {
        rows.emplace_back();
        for (int c = 0; c < columns; ++c) {
            rows.back().push_back(any_cell());
            text += (c ? "," : "") + csv_cell(rows.back().back());
        }
        text += "\r\n";
    }
    const CsvTable table = read(text);
    RC_ASSERT(table.refused.empty());
    RC_ASSERT(table.rows.size() == rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) RC_ASSERT(table.rows[r].cells == rows[r]);
}

}  // namespace
}  // namespace cordon
