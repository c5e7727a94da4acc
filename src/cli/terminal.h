// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a person sees: widths, wrapping, colour, progress. Data goes to stdout, talk to
/// stderr; colour and progress only where a terminal watches.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::cli {

/// Columns of the terminal on stdout; 100 where there is none.
std::uint32_t terminal_width();
bool stdout_is_terminal();

/// Breaks at blanks (and inside a word that is too wide) so that no line is wider than `width`.
/// Several blanks within a line stay.
std::vector<std::string> wrapped(std::string_view text, std::uint32_t width);
/// Padded on the right to `width` columns.
std::string padded(std::string_view text, std::uint32_t width);

enum class Colour : std::uint8_t { Plain, Bold, Red, Yellow, Green, Dim };
/// With escape codes only when stdout is a terminal and NO_COLOR is not set.
std::string coloured(std::string_view text, Colour colour);

/// A bar on stderr for long work; silent unless stderr is a terminal and the work is long.
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
