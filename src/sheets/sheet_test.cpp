// SPDX-License-Identifier: Apache-2.0
#include "sheets/sheet.h"

#include <gtest/gtest.h>
#include <zip.h>

#include <filesystem>
#include <map>

#include "sheets/cell.h"
#include "sheets/read_xlsx.h"

namespace cordon::sheets {
namespace {

/// A zip of these parts, as a program that knows little would write a workbook.
std::string archive_of(const std::map<std::string, std::string>& parts) {
    const auto path = testing::TempDir() + "/sheet_test_parts.zip";
    int error = 0;
    zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (const auto& [name, text] : parts) {
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0),
                     ZIP_FL_OVERWRITE);
    }
    zip_close(zip);
    return MUST(read_file(path));
}

std::map<std::string, std::string> workbook(const std::string& rows) {
    return {
        {"xl/workbook.xml",
         R"(<workbook xmlns:r="r"><sheets><sheet name="Kunden" sheetId="1" r:id="rId1"/>)"
         R"(<sheet name="Alt" sheetId="2" r:id="rId2"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>)"
         R"(<Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>)"},
        {"xl/styles.xml",
         R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>)"
         R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>)"
         R"(</styleSheet>)"},
        {"xl/sharedStrings.xml",
         R"(<sst><si><t>name</t></si><si><r><t>Su</t></r><r><t>gon</t></r></si></sst>)"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
        {"xl/worksheets/sheet2.xml",
         R"(<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>old</t></is></c>)"
         R"(</row></sheetData></worksheet>)"}};
}

Result<CsvTable> read(const std::map<std::string, std::string>& parts, std::string_view sheet = "",
                      const SheetLimits& limits = {}) {
    return read_xlsx(archive_of(parts), "kunden.xlsx", sheet, limits);
}

constexpr const char* kRows =
    R"(<row r="1"><c r="A1" t="s"><v>0</v></c>)"
    R"(<c r="C1" t="inlineStr"><is><t>since</t></is></c></row>)"
    R"(<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4"><v>12.50</v></c>)"
    R"(<c r="C4" s="2"><v>45383</v></c></row>)"
    R"(<row r="5"><c r="A5" t="str"><v>a&amp;b</v></c><c r="B5"><v>1.5E+3</v></c>)"
    R"(<c r="C5" s="1"><v>60</v></c></row>)";

TEST(Sheet, ReadsStringsNumbersAndDaysWithTheRowsTheSheetShows) {
    const auto table = MUST(read(workbook(kRows)));
    EXPECT_EQ(table.header, (std::vector<std::string>{"name", "", "since"}));
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[0].line, 4U);
    EXPECT_EQ(table.rows[0].cells, (std::vector<std::string>{"Sugon", "12.5", "2024-04-01"}));
    EXPECT_EQ(table.rows[1].cells, (std::vector<std::string>{"a&b", "1500", "60"}));
}

TEST(Sheet, FindsASheetByNameOrNamesThoseThereAre) {
    EXPECT_EQ(MUST(read(workbook(kRows), "Alt")).header, std::vector<std::string>{"old"});
    const auto refused = read(workbook(kRows), "Neu");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().expected, "one of Kunden and Alt");
}

TEST(Sheet, RefusesWhatIsNoWorkbook) {
    EXPECT_FALSE(read_xlsx("PK nothing", "x.xlsx", "", {}));
    EXPECT_FALSE(read({{"readme.txt", "hello"}}));
    auto parts = workbook(kRows);
    parts["xl/workbook.xml"] = "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook/>";
    const auto refused = read(parts);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("xl/workbook.xml"), std::string::npos);
}

TEST(Sheet, RefusesABombBeforeItGrows) {
    auto parts = workbook(kRows);
    parts["xl/sharedStrings.xml"] = "<sst>" + std::string(30'000'000, ' ') + "</sst>";
    const auto refused = read(parts);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("200 times its size"), std::string::npos);
    SheetLimits small;
    small.unpacked_bytes_max = 100;
    EXPECT_FALSE(read(workbook(kRows), "", small));
}

TEST(Sheet, RefusesACellBeyondTheSheetAndARowWithCellsBeyondTheHeader) {
    EXPECT_FALSE(read(workbook(R"(<row r="1"><c r="ZZZZ1"><v>1</v></c></row>)")));
    const auto table = MUST(read(workbook(
        std::string(kRows) + R"(<row r="6"><c r="A6"><v>1</v></c><c r="F6"><v>2</v></c></row>)")));
    ASSERT_EQ(table.refused.size(), 1U);
    EXPECT_EQ(table.refused[0].position.line, 6U);
}

TEST(Sheet, ACellThatCannotBeReadIsToldWithItsSheetColumnAndRow) {
    const std::vector<std::pair<std::string, std::string>> cells = {
        {R"(<c r="B6" t="e"><v>#N/A</v></c>)", "#N/A"},
        {R"(<c r="B6" t="s"><v>99</v></c>)", "not in the workbook"},
        {R"(<c r="B6" t="s"/>)", "not in the workbook"},
        {R"(<c r="B6" t="s"><v>-1</v></c>)", "not in the workbook"},
        {R"(<c r="B6" t="s"><v>abc</v></c>)", "not in the workbook"},
        {R"(<c r="B6" t="s"><v>0x0</v></c>)", "not in the workbook"},
        {R"(<c r="B6" t="odd"><v>7</v></c>)", "\"odd\""}};
    for (const auto& [cell, reason] : cells) {
        const auto table = MUST(read(workbook(
            std::string(kRows) + R"(<row r="6"><c r="A6"><v>1</v></c>)" + cell + "</row>")));
        EXPECT_EQ(table.rows.size(), 2U) << "the others are read";
        ASSERT_EQ(table.refused.size(), 1U) << cell;
        const auto& message = table.refused[0].message;
        EXPECT_NE(message.find("B6 of the sheet \"Kunden\""), std::string::npos) << message;
        EXPECT_NE(message.find(reason), std::string::npos) << message;
        EXPECT_EQ(table.refused[0].position.line, 6U);
    }
    EXPECT_FALSE(read(workbook(R"(<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>)")));
    const auto empty = MUST(read(workbook(
        std::string(kRows) + R"(<row r="6"><c r="A6" t="n"><v>1</v></c><c r="B6"/></row>)")));
    EXPECT_EQ(empty.rows.size(), 3U) << "an empty cell is no mistake";
}

TEST(Sheet, AWideHeaderCannotMakeEveryRowCostly) {
    const std::string wide = R"(<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>)";
    const auto refused = read(workbook(wide));
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("XFD1"), std::string::npos) << refused.error().message;
    std::string rows = R"(<row r="1"><c r="A1"><v>1</v></c><c r="AZ1"><v>2</v></c></row>)";
    for (int i = 2; i < 12; ++i) {
        const auto row = std::to_string(i);
        rows += "<row r=\"" + row + "\"><c r=\"A" + row + "\"><v>1</v></c></row>";
    }
    SheetLimits limits;
    EXPECT_TRUE(read(workbook(rows), "", limits));
    limits.cells_max = 52 * 10;  // one row short
    EXPECT_FALSE(read(workbook(rows), "", limits));
}

TEST(Sheet, FormattedCellsWithoutTextMakeNoTableWide) {
    const auto with = [](const std::string& cells) {
        return read(workbook(std::string(kRows) + R"(<row r="6"><c r="A6"><v>1</v></c>)" + cells +
                             "</row>"));
    };
    const auto table =
        MUST(with(R"(<c r="XFC6" s="1"/><c r="XFD6" t="inlineStr"><is><t> </t></is></c>)"));
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(table.rows[2].cells, (std::vector<std::string>{"1", "", ""}));
    EXPECT_TRUE(table.refused.empty());
    const auto refused = with(R"(<c r="XFC6" s="1"/><c r="XFD6" t="s"><v>1</v></c>)");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("XFD6"), std::string::npos) << refused.error().message;
    EXPECT_FALSE(with(R"(<c r="XFD6" t="e"><v>#N/A</v></c>)")) << "it may stand for a text";
}

TEST(Sheet, WritesWhatItReads) {
    const auto path = testing::TempDir() + "/sheet_test_out.xlsx";
    const OutSheet sheet{"matches",
                         {"party", "score"},
                         {{"=HYPERLINK(\"http://x\")", "93.4"}, {"曙光信息产业", ""}},
                         {1}};
    ASSERT_TRUE(write_xlsx(path, {sheet}));
    const auto table = MUST(read_table(path, "", {}));
    EXPECT_EQ(table.header, sheet.header);
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[0].cells, sheet.rows[0]);
    EXPECT_EQ(table.rows[1].cells, sheet.rows[1]);
    EXPECT_FALSE(write_xlsx("/nowhere/at/all.xlsx", {sheet}));
}

TEST(Sheet, TellsCsvFromWorkbooksByTheirBytes) {
    const auto path = testing::TempDir() + "/sheet_test.xlsx";
    ASSERT_TRUE(write_file_atomically(path, "name;country\nSugon;CN\n"));
    EXPECT_EQ(MUST(read_table(path, "", {})).rows.size(), 1U);
    EXPECT_FALSE(read_table(path, "Kunden", {}));
    ASSERT_TRUE(write_file_atomically(path, "\xD0\xCF\x11\xE0old"));
    EXPECT_FALSE(read_table(path, "", {}));
}

TEST(Cell, KnowsPlacesDaysAndFormats) {
    EXPECT_EQ(place_of("XFD1048576")->column, 16383U);
    for (const auto* name : {"A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"}) {
        EXPECT_EQ(column_name(place_of(std::string(name) + "1")->column), name);
    }
    for (const auto* wrong : {"", "A", "1", "A0", "XFE1", "A1048577", "a1", "A1x"}) {
        EXPECT_FALSE(place_of(wrong)) << wrong;
    }
    EXPECT_EQ(day_of("1", false), "1900-01-01");
    EXPECT_EQ(day_of("61", false), "1900-03-01");
    EXPECT_EQ(day_of("45383.75", false), "2024-04-01");
    EXPECT_EQ(day_of("0", true), std::nullopt);
    EXPECT_EQ(day_of("99999999", false), std::nullopt);
    EXPECT_TRUE(shows_a_day(std::string_view("d. mmmm yyyy")));
    EXPECT_FALSE(shows_a_day(std::string_view("0.00\\d\"day\"[Red]")));
    EXPECT_EQ(plain_number("1.25E-2"), "0.0125");
    EXPECT_EQ(plain_number("-3E0"), "-3");
    EXPECT_EQ(plain_number("NaN"), "NaN");
    // Programs write a binary fraction with two digits too many.
    EXPECT_EQ(plain_number("93.40000000000001"), "93.4");
    EXPECT_EQ(plain_number("0.29999999999999999"), "0.3");
    EXPECT_EQ(plain_number("999999999999999.96"), "1000000000000000");
    EXPECT_EQ(plain_number("12345678901234567"), "12345678901234567");
}

}  // namespace
}  // namespace cordon::sheets
