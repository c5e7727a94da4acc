// SPDX-License-Identifier: Apache-2.0
#include "sheets/read_xlsx.h"
#include "sheets/sheet.h"

namespace cordon::sheets {

Result<CsvTable> read_table(const std::string& path, std::string_view sheet,
                            const SheetLimits& limits) {
    auto read = read_file(path, limits.read);
    if (!read) return read.error();
    std::string& bytes = *read;
    if (bytes.starts_with("PK")) return read_xlsx(std::move(bytes), path, sheet, limits);
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
        return Error{"this is a workbook of the old binary form, or one with a password",
                     "XLSX or CSV",
                     "open it, take the password off, and save it as .xlsx",
                     {path, 0, 0, ""},
                     {}};
    }
    if (!sheet.empty()) {
        return Error{"this table has no sheets",
                     "a workbook (.xlsx)",
                     "leave --sheet out",
                     {path, 0, 0, ""},
                     {}};
    }
    return read_csv(bytes, {path, 0, true});
}

}  // namespace cordon::sheets
