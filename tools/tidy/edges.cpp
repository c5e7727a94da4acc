// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "source_text.h"
#include "tidy.h"

namespace cordon::tidy {

namespace {

struct Row {
    std::string folder;
    std::set<std::string> others;
    std::uint32_t line = 0;
};

Error wrong(const std::string& file, std::uint32_t line, std::string message) {
    return Error{std::move(message),
                 "rows such as \"| law | base |\" between <!-- edges --> and <!-- /edges -->",
                 "",
                 {file, line, 0, ""},
                 {}};
}

/// The rows below the two lines of the header.
Result<std::vector<Row>> rows_in(std::string_view architecture, const std::string& file) {
    std::vector<Row> rows;
    std::uint32_t number = 0;
    int table_line = -1;  // 0 is the marker, 1 and 2 the header of the table
    for (const std::string_view whole : lines_of(architecture)) {
        ++number;
        const std::string_view line = trimmed(whole);
        if (line == "<!-- edges -->") {
            table_line = 0;
            continue;
        }
        if (table_line < 0) continue;
        if (line == "<!-- /edges -->") return rows;
        if (++table_line <= 2) continue;
        const auto cells = split(line, '|');
        if (cells.size() != 4 || cells[1].empty()) {
            return wrong(file, number, fmt::format("\"{}\" is not a row of the table", line));
        }
        Row row{std::string(cells[1]), {}, number};
        for (const std::string_view other : split(cells[2], ',')) {
            if (!other.empty()) row.others.emplace(other);
        }
        rows.push_back(std::move(row));
    }
    return wrong(file, 0, "there is no table of the folders that may include each other");
}

}  // namespace

Result<Edges> edges_in(std::string_view architecture, const std::string& file) {
    const std::vector<Row> rows = TRY(rows_in(architecture, file));
    Edges edges;
    for (const Row& row : rows) {
        if (!edges.emplace(row.folder, row.others).second) {
            return wrong(file, row.line, fmt::format("the folder {} has two rows", row.folder));
        }
    }
    for (const Row& row : rows) {
        for (const std::string& other : row.others) {
            if (edges.contains(other)) continue;
            return wrong(file, row.line, fmt::format("the folder {} has no row", other));
        }
    }
    return edges;
}

}  // namespace cordon::tidy
