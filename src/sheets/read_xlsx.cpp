// SPDX-License-Identifier: Apache-2.0
// A workbook is a zip of XML parts: workbook.xml names the sheets, its relations say which part
// each is, strings stand in a part of their own, and whether a number is a day is said by the style
// of the cell.
#include "sheets/read_xlsx.h"

#include <fmt/core.h>

#include <pugixml.hpp>
#include <set>

#include "base/text.h"
#include "sheets/archive.h"
#include "sheets/cell.h"

namespace cordon::sheets {

namespace {

class Workbook {
public:
    Workbook(Archive archive, const std::string& path, const SheetLimits& limits)
        : archive_(std::move(archive)), path_(path), limits_(limits) {}
    Result<CsvTable> table(std::string_view sheet);

private:
    Result<pugi::xml_document> part(const std::string& name);
    Result<std::string> part_of_sheet(std::string_view sheet);
    Status read_strings();
    Status read_styles();
    [[nodiscard]] std::optional<std::string> text_of(const pugi::xml_node& cell) const;
    [[nodiscard]] Error unreadable_cell(const pugi::xml_node& cell, std::size_t column,
                                        std::uint32_t row) const;
    Status read_row(const pugi::xml_node& row, std::uint32_t& number, CsvTable& table);
    Status count_cells(std::size_t count, std::uint32_t row);
    Status add_row(CsvRow row, CsvTable& table);
    [[nodiscard]] Error refused(std::string what, std::string expected, std::string remedy,
                                std::uint32_t line = 0) const {
        return {std::move(what), std::move(expected), std::move(remedy), {path_, line, 0, ""}, {}};
    }

    Archive archive_;
    const std::string& path_;
    const SheetLimits& limits_;
    std::string sheet_;  ///< its title
    std::vector<std::string> strings_;
    std::vector<bool> is_day_;  ///< by style
    bool from_1904_ = false;
    std::uint64_t cells_ = 0;
};

/// The text of a string item: its runs, without the phonetic ones.
std::string rich_text(const pugi::xml_node& item) {
    std::string text = item.child_value("t");
    for (const auto& run : item.children("r")) text += run.child_value("t");
    return text;
}

Result<pugi::xml_document> Workbook::part(const std::string& name) {
    const auto text = TRY(archive_.read(name));
    pugi::xml_document document;
    // No document types: nothing a workbook needs is declared in one.
    const auto read = document.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata,
        pugi::encoding_utf8);
    if (!read || (document.first_child().type() == pugi::node_doctype)) {
        return refused(fmt::format("the part \"{}\" of the workbook is no XML it may hold", name),
                       "XML without a document type",
                       "open it in the program that made it and save it again");
    }
    return document;
}

Result<std::string> Workbook::part_of_sheet(std::string_view sheet) {
    const auto workbook = TRY(part("xl/workbook.xml"));
    const auto root = workbook.child("workbook");
    from_1904_ = root.child("workbookPr").attribute("date1904").as_bool();
    std::vector<std::string> titles;
    std::string relation;
    for (const auto& entry : root.child("sheets").children("sheet")) {
        titles.emplace_back(entry.attribute("name").value());
        if (relation.empty() && (sheet.empty() || titles.back() == sheet)) {
            relation = entry.attribute("r:id").value();
            sheet_ = titles.back();
        }
    }
    if (relation.empty()) {
        return refused(sheet.empty() ? std::string("the workbook has no sheet")
                                     : fmt::format("the workbook has no sheet \"{}\"", sheet),
                       titles.empty() ? "a sheet" : "one of " + list_of(titles),
                       "name one of its sheets");
    }
    const auto relations = TRY(part("xl/_rels/workbook.xml.rels"));
    for (const auto& entry : relations.child("Relationships").children("Relationship")) {
        if (relation != entry.attribute("Id").value()) continue;
        const std::string target = entry.attribute("Target").value();
        return target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
    return refused("the workbook does not say where its sheet is", "a whole workbook",
                   "open it in the program that made it and save it again");
}

Status Workbook::read_strings() {
    if (!archive_.has("xl/sharedStrings.xml")) return std::monostate{};
    const auto document = TRY(part("xl/sharedStrings.xml"));
    for (const auto& item : document.child("sst").children("si")) {
        strings_.push_back(rich_text(item));
    }
    return std::monostate{};
}

Status Workbook::read_styles() {
    if (!archive_.has("xl/styles.xml")) return std::monostate{};
    const auto document = TRY(part("xl/styles.xml"));
    const auto root = document.child("styleSheet");
    std::vector<std::uint32_t> days;
    for (const auto& format : root.child("numFmts").children("numFmt")) {
        if (shows_a_day(std::string_view(format.attribute("formatCode").value()))) {
            days.push_back(format.attribute("numFmtId").as_uint());
        }
    }
    for (const auto& style : root.child("cellXfs").children("xf")) {
        const auto format = style.attribute("numFmtId").as_uint();
        is_day_.push_back(shows_a_day(format) ||
                          std::find(days.begin(), days.end(), format) != days.end());
    }
    return std::monostate{};
}

/// Nothing for a cell whose text cannot be told: a formula in error, a string that is not there, a
/// type no workbook has.
std::optional<std::string> Workbook::text_of(const pugi::xml_node& cell) const {
    const std::string_view type = cell.attribute("t").value();
    std::string value = cell.child_value("v");
    if (type == "inlineStr") return rich_text(cell.child("is"));
    if (type == "s") {
        std::size_t at = 0;
        if (!read_whole(trimmed(value), at) || at >= strings_.size()) return {};
        return strings_[at];
    }
    if (type == "b") return value == "1" ? "true" : "false";
    if (type == "str" || type == "d") return value;
    if (!type.empty() && type != "n") return {};
    if (value.empty()) return value;
    const auto style = cell.attribute("s").as_uint();
    if (style < is_day_.size() && is_day_[style]) {
        if (auto day = day_of(value, from_1904_)) return day;
    }
    return plain_number(value);
}

Status Workbook::count_cells(std::size_t count, std::uint32_t row) {
    cells_ += count;
    if (cells_ <= limits_.cells_max) return std::monostate{};
    return refused(fmt::format("the sheet has more than {} cells", limits_.cells_max),
                   "fewer cells", "split the sheet, or save it as CSV", row);
}

Status Workbook::add_row(CsvRow row, CsvTable& table) {
    const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                   [](const auto& text) { return trimmed(text).empty(); });
    if (blank) return std::monostate{};
    if (table.header.empty()) {
        for (const auto& text : row.cells) table.header.emplace_back(trimmed(text));
        std::set<std::string_view> names;
        for (const auto& name : table.header) {
            if (!name.empty() && !names.insert(name).second) {
                return refused(fmt::format("two columns are called \"{}\"", name),
                               "a name of its own for each column", "rename one of them", row.line);
            }
        }
        return std::monostate{};
    }
    // A short row is filled up to the header: those cells cost as much as given ones.
    if (row.cells.size() < table.header.size()) {
        TRY(count_cells(table.header.size() - row.cells.size(), row.line));
        row.cells.resize(table.header.size());
    }
    if (row.cells.size() > table.header.size()) {
        const bool stray =
            std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(table.header.size()),
                        row.cells.end(), [](const auto& text) { return !trimmed(text).empty(); });
        if (stray) {
            table.refused.push_back(refused(fmt::format("the row has {} cells, the header {}",
                                                        row.cells.size(), table.header.size()),
                                            "no cells beyond the header",
                                            "give the column a header or empty it", row.line));
            return std::monostate{};
        }
        row.cells.resize(table.header.size());
    }
    table.rows.push_back(std::move(row));
    return std::monostate{};
}

Error Workbook::unreadable_cell(const pugi::xml_node& cell, std::size_t column,
                                std::uint32_t row) const {
    const std::string type = cell.attribute("t").value();
    const std::string value = cell.child_value("v");
    return refused(fmt::format("the cell {}{} of the sheet \"{}\" cannot be read: {}",
                               column_name(column), row, sheet_,
                               type == "e"   ? "its formula is in error (" + value + ")"
                               : type == "s" ? "its text is not in the workbook"
                                             : "it is of the unknown type \"" + type + "\""),
                   "a text, a number, a day, or nothing",
                   "the row is left out; correct the cell and save the workbook again", row);
}

Status Workbook::read_row(const pugi::xml_node& node, std::uint32_t& number, CsvTable& table) {
    number = node.attribute("r").as_uint(number + 1);
    CsvRow row{number, {}};
    std::size_t next = 0;
    std::optional<Error> unreadable;
    for (const auto& cell : node.children("c")) {
        const char* reference = cell.attribute("r").value();
        const auto place = place_of(reference);
        if (!place && *reference != '\0') {
            return refused(fmt::format("there is no cell \"{}\"", reference), "a place such as B12",
                           "open it in the program that made it and save it again", number);
        }
        const std::size_t column = place ? place->column : next;
        if (column < next) continue;  // A second cell at one place: the first one counts.
        auto text = text_of(cell);
        if (column >= limits_.columns_max) {
            // Programs format whole rows: a cell without text widens no table.
            if (text && trimmed(*text).empty()) continue;
            return refused(fmt::format("the cell {}{} stands beyond column {}", column_name(column),
                                       number, column_name(limits_.columns_max - 1)),
                           "a table of people's size", "take the cells beyond it out", number);
        }
        TRY(count_cells(column - next + 1, number));
        row.cells.resize(column);
        if (!text && !unreadable) unreadable = unreadable_cell(cell, column, number);
        row.cells.push_back(std::move(text).value_or(""));
        next = column + 1;
    }
    // A name that is missing for a formula in error would never be looked for.
    if (unreadable) {
        if (table.header.empty()) return *unreadable;
        table.refused.push_back(std::move(*unreadable));
        return std::monostate{};
    }
    return add_row(std::move(row), table);
}

Result<CsvTable> Workbook::table(std::string_view sheet) {
    const auto name = TRY(part_of_sheet(sheet));
    TRY(read_strings());
    TRY(read_styles());
    const auto document = TRY(part(name));
    CsvTable table;
    std::uint32_t number = 0;
    for (const auto& row : document.child("worksheet").child("sheetData").children("row")) {
        TRY(read_row(row, number, table));
    }
    if (table.header.empty()) {
        return refused("the sheet is empty", "a header row and rows below it",
                       "name the sheet that has them");
    }
    return table;
}

}  // namespace

Result<CsvTable> read_xlsx(std::string bytes, const std::string& path, std::string_view sheet,
                           const SheetLimits& limits) {
    auto archive = TRY(Archive::open(std::move(bytes), path, limits));
    return Workbook(std::move(archive), path, limits).table(sheet);
}

}  // namespace cordon::sheets
