// SPDX-License-Identifier: Apache-2.0
// Any bytes as a table. The first byte chooses the separator and whether there is a header. Rows
// keep the shape of the header, no line is counted twice, and what is written reads back the same.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/csv.h"
#include "base/text.h"

namespace {

using namespace cordon;

void check_shape(const CsvTable& table, std::string_view text, bool has_header) {
    std::uint32_t lines = 1;
    for (const char c : text) lines += c == '\n' || c == '\r' ? 1U : 0U;
    std::uint32_t before = 0;
    for (const CsvRow& row : table.rows) {
        CHECK(row.line > before && row.line <= lines);
        before = row.line;
        CHECK(!row.cells.empty());
        if (has_header) CHECK(row.cells.size() == table.header.size());
        for (const std::string& cell : row.cells) CHECK(is_valid_utf8(cell));
    }
    for (const Error& error : table.refused) {
        CHECK(!error.message.empty() && !error.expected.empty());
        CHECK(error.position.line >= 1 && error.position.line <= lines);
    }
    CHECK(table.rows.size() + table.refused.size() <= lines);
}

void check_round_trip(const CsvTable& table) {
    // A first line of our own keeps a byte-order mark in the first cell from being taken as one.
    std::string text = "first\n";
    for (const CsvRow& row : table.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            text += (i > 0 ? "," : "") + csv_cell(row.cells[i]);
        }
        text += '\n';
    }
    const auto again =
        MUST(read_csv(text, {.file = "again.csv", .separator = ',', .has_header = false}));
    CHECK(again.refused.empty());
    std::size_t at = 1;
    for (const CsvRow& row : table.rows) {
        // One column of blanks is a blank line, which no reader of tables can tell apart.
        if (row.cells.size() == 1 && trimmed(row.cells[0]).empty()) continue;
        CHECK(at < again.rows.size() && again.rows[at].cells == row.cells);
        ++at;
    }
    CHECK(at == again.rows.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    constexpr char kSeparators[] = {'\0', ',', ';', '\t', '|'};
    CsvOptions options;
    options.file = "fuzz.csv";
    options.separator = kSeparators[data[0] % 5];
    options.has_header = data[0] < 128;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto table = read_csv(text, options);
    if (!table) {
        CHECK(!table.error().message.empty());
        return 0;
    }
    check_shape(*table, text, options.has_header);
    check_round_trip(*table);
    return 0;
}
