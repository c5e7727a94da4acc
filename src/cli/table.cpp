// SPDX-License-Identifier: Apache-2.0
#include "cli/table.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace cordon::cli {

namespace {

constexpr std::uint32_t kNarrowestColumn = 8;
constexpr std::uint32_t kBetweenColumns = 2;
constexpr std::uint32_t kNarrowestProse = 32;
constexpr std::uint32_t kProseIndent = 4;

std::uint32_t widest_word(std::string_view text) {
    std::uint32_t widest = 0;
    for (const auto line : split(text, '\n')) {
        for (const auto word : split(line, ' ')) widest = std::max(widest, display_width(word));
    }
    return widest;
}

std::uint32_t total(const std::vector<std::uint32_t>& widths) {
    const auto gaps = static_cast<std::uint32_t>(widths.size() - 1) * kBetweenColumns;
    return std::accumulate(widths.begin(), widths.end(), gaps);
}

/// The widest column gives way first, one column of text at a time, none below its floor.
void shrink(std::vector<std::uint32_t>& widths, const std::vector<std::uint32_t>& floors,
            std::uint32_t width) {
    while (total(widths) > width) {
        std::size_t widest = widths.size();
        for (std::size_t c = 0; c < widths.size(); ++c) {
            if (widths[c] <= floors[c]) continue;
            if (widest == widths.size() || widths[c] > widths[widest]) widest = c;
        }
        if (widest == widths.size()) return;
        --widths[widest];
    }
}

}  // namespace

void Table::colour(std::size_t column, Colour colour) {
    auto& colours = rows_.back().colours;
    if (colours.size() <= column) colours.resize(column + 1);
    colours[column] = colour;
}

Table::Widths Table::widths(std::size_t columns, std::uint32_t width) const {
    Widths widths, words;
    for (std::size_t c = 0; c < columns; ++c) {
        std::uint32_t widest = display_width(header_[c]), word = widest_word(header_[c]);
        for (const auto& row : rows_) {
            if (c >= row.cells.size()) continue;
            widest = std::max(widest, display_width(row.cells[c]));
            word = std::max(word, widest_word(row.cells[c]));
        }
        widths.push_back(widest);
        words.push_back(word);
    }
    shrink(widths, words, width);
    shrink(widths, Widths(columns, kNarrowestColumn), width);
    return widths;
}

std::string Table::row_text(const std::vector<std::string>& row, const Widths& widths,
                            const std::vector<Colour>& colours) const {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        cells.push_back(wrapped(c < row.size() ? row[c] : "", widths[c]));
        height = std::max(height, cells.back().size());
    }
    std::string text;
    for (std::size_t line = 0; line < height; ++line) {
        std::string out;
        for (std::size_t c = 0; c < widths.size(); ++c) {
            const std::string cell = line < cells[c].size() ? cells[c][line] : "";
            // Blanks are never painted, so that the end of a line can be trimmed.
            out += (cell.empty() ? "" : coloured(cell, colours[c])) +
                   std::string(widths[c] - std::min(widths[c], display_width(cell)), ' ') +
                   std::string(c + 1 == widths.size() ? 0 : kBetweenColumns, ' ');
        }
        while (!out.empty() && out.back() == ' ') out.pop_back();
        text += out + "\n";
    }
    return text;
}

std::string Table::to_text(std::uint32_t width) const {
    auto columns = widths(header_.size(), width);
    const bool prose_under = last_ == Last::Prose && !rows_.empty() &&
                             columns.back() < kNarrowestProse &&
                             widths(header_.size(), 10'000).back() > columns.back();
    if (prose_under) columns = widths(header_.size() - 1, width);
    std::string text =
        row_text(header_, columns, std::vector<Colour>(columns.size(), Colour::Bold));
    std::vector<std::string> rule;
    for (const auto column : columns) {
        std::string line;
        for (std::uint32_t i = 0; i < column; ++i) line += "─";
        rule.push_back(line);
    }
    text += row_text(rule, columns, std::vector<Colour>(columns.size(), Colour::Dim));
    for (const auto& row : rows_) {
        std::vector<Colour> colours = row.colours;
        colours.resize(columns.size());
        text += row_text(row.cells, columns, colours);
        const bool prose = prose_under && row.cells.size() == header_.size();
        if (!prose || row.cells.back().empty()) continue;
        for (const auto& line : wrapped(row.cells.back(), width - kProseIndent)) {
            text += std::string(kProseIndent, ' ') + line + "\n";
        }
    }
    return text;
}

}  // namespace cordon::cli
