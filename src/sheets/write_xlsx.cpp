// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "base/text.h"
#include "sheets/sheet.h"

namespace cordon::sheets {

namespace {

constexpr std::size_t kCellMax = 32'767;  ///< characters a cell can hold
constexpr std::size_t kRowsMax = 1'048'576;

Error cannot_write(const std::string& path, std::string why) {
    return {"the workbook cannot be written: " + std::move(why),
            "",
            "check the folder and the room on the disk",
            {path, 0, 0, ""},
            {}};
}

/// Texts are always written as texts: a name that begins with "=" is never a formula.
lxw_error write_cell(lxw_worksheet* sheet, std::size_t row, std::size_t column,
                     const std::string& text, lxw_format* format, bool number) {
    const auto at = static_cast<lxw_row_t>(row);
    const auto across = static_cast<lxw_col_t>(column);
    if (number && !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos) {
        // The library takes a double; the digits shown are those written.
        return worksheet_write_number(sheet, at, across, std::stod(text), format);
    }
    const auto whole = text.substr(0, utf8_valid_prefix(text.substr(0, kCellMax)));
    return worksheet_write_string(sheet, at, across, whole.c_str(), format);
}

lxw_error write_sheet(lxw_workbook* book, const OutSheet& out) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, out.title.c_str());
    if (sheet == nullptr) return LXW_ERROR_PARAMETER_VALIDATION;
    lxw_format* head = workbook_add_format(book);
    format_set_bold(head);
    format_set_text_wrap(head);
    lxw_format* body = workbook_add_format(book);
    format_set_align(body, LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(body);
    std::vector<std::uint32_t> widths;
    for (std::size_t i = 0; i < out.header.size(); ++i) {
        widths.push_back(display_width(out.header[i]));
        if (const auto error = write_cell(sheet, 0, i, out.header[i], head, false)) return error;
    }
    for (std::size_t r = 0; r < out.rows.size(); ++r) {
        for (std::size_t i = 0; i < out.rows[r].size() && i < widths.size(); ++i) {
            const auto& text = out.rows[r][i];
            const bool number =
                std::find(out.numbers.begin(), out.numbers.end(), i) != out.numbers.end();
            widths[i] = std::max(widths[i], display_width(text));
            if (const auto error = write_cell(sheet, r + 1, i, text, body, number)) return error;
        }
    }
    for (std::size_t i = 0; i < widths.size(); ++i) {
        constexpr std::uint32_t kWidest = 60;
        const auto across = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet, across, across, std::min(widths[i], kWidest) + 2, nullptr);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    if (!out.header.empty() && !out.rows.empty()) {
        worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(out.rows.size()),
                             static_cast<lxw_col_t>(out.header.size() - 1));
    }
    return LXW_NO_ERROR;
}

}  // namespace

Status write_xlsx(const std::string& path, const std::vector<OutSheet>& sheets) {
    for (const auto& sheet : sheets) {
        if (sheet.rows.size() + 1 > kRowsMax) {
            return cannot_write(path, fmt::format("{} rows are more than a sheet can hold ({})",
                                                  sheet.rows.size(), kRowsMax - 1));
        }
    }
    // Written beside and renamed: whoever opens it sees the old or the new, never half.
    const std::string beside = fmt::format("{}.{}.part", path, getpid());
    // The library would complain on its own; ask first whether the place can be written to.
    std::FILE* tried = std::fopen(beside.c_str(), "wb");
    if (tried == nullptr) return cannot_write(path, std::generic_category().message(errno));
    std::fclose(tried);
    lxw_workbook_options options{};
    options.constant_memory = LXW_FALSE;
    lxw_workbook* book = workbook_new_opt(beside.c_str(), &options);
    if (book == nullptr) return cannot_write(path, "no memory");
    // Same sheets, same bytes.
    lxw_doc_properties properties{};
    properties.created = 1;
    workbook_set_properties(book, &properties);
    lxw_error error = LXW_NO_ERROR;
    for (const auto& sheet : sheets) {
        if (error == LXW_NO_ERROR) error = write_sheet(book, sheet);
    }
    const auto closed = workbook_close(book);
    if (error == LXW_NO_ERROR) error = closed;
    if (error != LXW_NO_ERROR || std::rename(beside.c_str(), path.c_str()) != 0) {
        std::remove(beside.c_str());
        return cannot_write(path, error != LXW_NO_ERROR ? lxw_strerror(error) : "cannot rename");
    }
    return std::monostate{};
}

}  // namespace cordon::sheets
