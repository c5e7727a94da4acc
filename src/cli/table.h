// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A table that fits its width and stays readable.
///
/// Invariants
///  1. No line is wider than the width given, down to 40 columns.
///  2. A word is broken only when no other way is left; ids stay whole.
///  3. A last column of prose that would become a thin strip stands under its row instead.
#include <cstdint>
#include <string>
#include <vector>

#include "cli/terminal.h"

namespace cordon::cli {

class Table {
public:
    enum class Last : std::uint8_t { Column, Prose };

    explicit Table(std::vector<std::string> header, Last last = Last::Column)
        : header_(std::move(header)), last_(last) {}
    void add(std::vector<std::string> row) { rows_.push_back({std::move(row), {}}); }
    /// Colour of one cell of the last row added.
    void colour(std::size_t column, Colour colour);
    [[nodiscard]] std::string to_text(std::uint32_t width) const;
    [[nodiscard]] bool empty() const { return rows_.empty(); }

private:
    using Widths = std::vector<std::uint32_t>;
    [[nodiscard]] Widths widths(std::size_t columns, std::uint32_t width) const;
    [[nodiscard]] std::string row_text(const std::vector<std::string>& row, const Widths& widths,
                                       const std::vector<Colour>& colours) const;
    struct Row {
        std::vector<std::string> cells;
        std::vector<Colour> colours;  ///< of the first cells; the rest is plain
    };
    std::vector<std::string> header_;
    Last last_;
    std::vector<Row> rows_;
};

}  // namespace cordon::cli
