// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a person sees: widths, wrapping, tables, colour, progress. Data goes to stdout, talk to
/// stderr; colour and progress only where a terminal watches.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::cli {

/// Columns of the terminal on stdout; 100 where there is none.
std::uint32_t terminal_width();
bool stdout_is_terminal();

/// Breaks at blanks (and between wide characters) so that no line is wider than `width`.
std::vector<std::string> wrapped(std::string_view text, std::uint32_t width);
/// Padded on the right to `width` columns.
std::string padded(std::string_view text, std::uint32_t width);

enum class Colour : std::uint8_t { Plain, Bold, Red, Yellow, Green, Dim };
/// With escape codes only when stdout is a terminal and NO_COLOR is not set.
std::string coloured(std::string_view text, Colour colour);

/// A table that fits: columns take what they need, and the widest ones wrap.
class Table {
public:
    explicit Table(std::vector<std::string> header) : header_(std::move(header)) {}
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    /// Colour of one cell of the last row added.
    void colour(std::size_t column, Colour colour);
    [[nodiscard]] std::string to_text(std::uint32_t width) const;
    [[nodiscard]] bool empty() const { return rows_.empty(); }

private:
    [[nodiscard]] std::vector<std::uint32_t> widths(std::uint32_t width) const;
    struct Painted {
        std::size_t row, column;
        Colour colour;
    };
    std::vector<std::string> header_;
    std::vector<std::vector<std::string>> rows_;
    std::vector<Painted> painted_;
};

/// A bar on stderr for long work; silent unless stderr is a terminal.
class Progress {
public:
    Progress(std::string_view what, std::uint64_t total);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void step(std::uint64_t done);

private:
    std::string what_;
    std::uint64_t total_;
    std::uint64_t shown_percent_ = 101;
    bool visible_;
};

}  // namespace cordon::cli
