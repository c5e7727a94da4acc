// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Tables as people export them: RFC 4180 with its real dirt.
///
/// Accepts a byte-order mark, CR, LF or CRLF, comma, semicolon, tab or bar (sniffed from the first
/// line unless given), quotes, line breaks in quotes, blank lines between rows, short rows (missing
/// cells are empty). Refuses by row, not by file: invalid UTF-8, a stray quote, a row with more
/// cells than the header. A refused row is reported with its line and the next row is read; after
/// a stray or unclosed quote that is the next line, whatever the quote had swallowed.
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace cordon {

struct CsvRow {
    std::uint32_t line = 0;  ///< of its first character, counted from 1
    std::vector<std::string> cells;
};

struct CsvOptions {
    std::string file;
    char separator = 0;  ///< 0: sniff
    bool has_header = true;
};

struct CsvTable {
    std::vector<std::string> header;  ///< trimmed; empty without one
    std::vector<CsvRow> rows;
    std::vector<Error> refused;  ///< rows left out, each with its place
};

/// Fails when there is no header row, or two columns carry the same name.
Result<CsvTable> read_csv(std::string_view text, const CsvOptions& options);
/// One cell, quoted where it must be.
std::string csv_cell(std::string_view text);

}  // namespace cordon
