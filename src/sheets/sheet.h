// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Tables as compliance desks keep them: CSV and XLSX in, XLSX out.
///
/// Reading XLSX (ECMA-376): the first sheet, or the one named; shared and inline strings, numbers
/// as written (a whole number stays whole, dates by their format as ISO days), booleans; formulas
/// give their last value. A row with a cell that cannot be read (a formula in error, a type no
/// workbook has) is left out and told with sheet, column and row. Refused with reason: a file that
/// is no zip, an encrypted one, entries or ratios beyond the limits (zip bombs), XML with a
/// document type, more rows or cells than allowed. Row numbers are those the sheet shows.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"
#include "base/file.h"

namespace cordon::sheets {

struct SheetLimits {
    std::uint64_t entries_max = 4096;  ///< in the archive
    std::uint64_t unpacked_bytes_max = 2'000'000'000;
    std::uint64_t ratio_max = 200;  ///< unpacked to packed, over the first megabyte
    /// Of one sheet, with those that a short row lacks.
    std::uint64_t cells_max = 50'000'000;
    std::uint64_t columns_max = 2'000;
    ReadLimits read;
};

/// CSV or XLSX, told apart by the first bytes, not by the name. `sheet` may be "" (the first one).
Result<CsvTable> read_table(const std::string& path, std::string_view sheet,
                            const SheetLimits& limits);

/// One sheet for people: bold header that stays in view, filters, widths that fit, text never taken
/// for a formula (a cell that begins with = + - @ is written as text).
struct OutSheet {
    std::string title;
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> numbers;  ///< columns whose cells are numbers
};
Status write_xlsx(const std::string& path, const std::vector<OutSheet>& sheets);

}  // namespace cordon::sheets
