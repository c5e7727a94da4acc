// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "base/csv.h"
#include "sheets/sheet.h"

namespace cordon::sheets {

/// A workbook's bytes; `path` is for messages.
Result<CsvTable> read_xlsx(std::string bytes, const std::string& path, std::string_view sheet,
                           const SheetLimits& limits);

}  // namespace cordon::sheets
