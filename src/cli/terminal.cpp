// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <numeric>

#include "base/text.h"

namespace cordon::cli {

namespace {

constexpr std::uint32_t kWidthWithoutTerminal = 100;
constexpr std::uint32_t kNarrowestColumn = 8;
constexpr std::uint32_t kBetweenColumns = 2;

/// Bytes of the UTF-8 character that starts here.
std::size_t character_bytes(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    if (byte < 0x80) return 1;
    if (byte < 0xE0) return 2;
    return byte < 0xF0 ? 3 : 4;
}

}  // namespace

std::uint32_t terminal_width() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
    return kWidthWithoutTerminal;
}

bool stdout_is_terminal() {
    return isatty(STDOUT_FILENO) == 1;
}

std::vector<std::string> wrapped(std::string_view text, std::uint32_t width) {
    std::vector<std::string> lines;
    std::string line, word;
    std::uint32_t line_width = 0, word_width = 0;
    const auto break_line = [&] {
        lines.push_back(line);
        line.clear();
        line_width = 0;
    };
    const auto place_word = [&] {
        if (word.empty()) return;
        if (!line.empty() && line_width + 1 + word_width > width) break_line();
        if (!line.empty()) line += ' ', ++line_width;
        line += word;
        line_width += word_width;
        word.clear();
        word_width = 0;
    };
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '\n' || text[i] == ' ') {
            place_word();
            if (text[i] == '\n') break_line();
            ++i;
            continue;
        }
        const auto bytes = std::min(character_bytes(text[i]), text.size() - i);
        const auto character = text.substr(i, bytes);
        const auto columns = display_width(character);
        if (word_width + columns > width) {  // A word wider than the column breaks anywhere.
            place_word();
            if (line_width > 0) break_line();
        }
        word += character;
        word_width += columns;
        i += bytes;
    }
    place_word();
    if (!line.empty() || lines.empty()) lines.push_back(line);
    return lines;
}

std::string padded(std::string_view text, std::uint32_t width) {
    const auto have = display_width(text);
    return std::string(text) + std::string(have < width ? width - have : 0, ' ');
}

std::string coloured(std::string_view text, Colour colour) {
    static const bool allowed = stdout_is_terminal() && std::getenv("NO_COLOR") == nullptr;
    std::string_view code;
    switch (colour) {
        case Colour::Plain:
            return std::string(text);
        case Colour::Bold:
            code = "1";
            break;
        case Colour::Red:
            code = "1;31";
            break;
        case Colour::Yellow:
            code = "33";
            break;
        case Colour::Green:
            code = "32";
            break;
        case Colour::Dim:
            code = "2";
            break;
    }
    if (!allowed) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

void Table::colour(std::size_t column, Colour colour) {
    painted_.push_back({rows_.size() - 1, column, colour});
}

std::vector<std::uint32_t> Table::widths(std::uint32_t width) const {
    std::vector<std::uint32_t> widths;
    for (std::size_t c = 0; c < header_.size(); ++c) {
        std::uint32_t widest = display_width(header_[c]);
        for (const auto& row : rows_) {
            if (c < row.size()) widest = std::max(widest, display_width(row[c]));
        }
        widths.push_back(widest);
    }
    const auto gaps = static_cast<std::uint32_t>(header_.size() - 1) * kBetweenColumns;
    // The widest column gives way first, one column of text at a time.
    while (std::accumulate(widths.begin(), widths.end(), gaps) > width) {
        auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= kNarrowestColumn) break;
        --*widest;
    }
    return widths;
}

std::string Table::to_text(std::uint32_t width) const {
    const auto columns = widths(width);
    std::string text;
    const auto add_row = [&](const std::vector<std::string>& row, auto&& paint) {
        std::vector<std::vector<std::string>> cells;
        std::size_t height = 1;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            cells.push_back(wrapped(c < row.size() ? row[c] : "", columns[c]));
            height = std::max(height, cells.back().size());
        }
        for (std::size_t line = 0; line < height; ++line) {
            std::string out;
            for (std::size_t c = 0; c < columns.size(); ++c) {
                const std::string cell = line < cells[c].size() ? cells[c][line] : "";
                const bool last = c + 1 == columns.size();
                out += paint(c, last ? cell : padded(cell, columns[c]));
                if (!last) out += std::string(kBetweenColumns, ' ');
            }
            while (!out.empty() && out.back() == ' ') out.pop_back();
            text += out + "\n";
        }
    };
    add_row(header_,
            [](std::size_t, const std::string& cell) { return coloured(cell, Colour::Bold); });
    std::vector<std::string> rule;
    for (const auto column : columns) {
        std::string line;
        for (std::uint32_t i = 0; i < column; ++i) line += "─";
        rule.push_back(line);
    }
    add_row(rule, [](std::size_t, const std::string& cell) { return coloured(cell, Colour::Dim); });
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        add_row(rows_[r], [&](std::size_t c, const std::string& cell) {
            for (const auto& painted : painted_) {
                if (painted.row == r && painted.column == c) return coloured(cell, painted.colour);
            }
            return cell;
        });
    }
    return text;
}

Progress::Progress(std::string_view what, std::uint64_t total)
    : what_(what), total_(total), visible_(isatty(STDERR_FILENO) == 1 && total > 0) {}

void Progress::step(std::uint64_t done) {
    if (!visible_) return;
    const std::uint64_t percent = done * 100 / total_;
    if (percent == shown_percent_) return;
    shown_percent_ = percent;
    constexpr std::uint64_t kBar = 30;
    const auto filled = static_cast<std::size_t>(percent * kBar / 100);
    std::fprintf(stderr, "\r%s [%s%s] %3llu %%", what_.c_str(), std::string(filled, '#').c_str(),
                 std::string(kBar - filled, '.').c_str(), static_cast<unsigned long long>(percent));
}

Progress::~Progress() {
    if (visible_ && shown_percent_ <= 100) std::fprintf(stderr, "\r\x1b[2K");
}

}  // namespace cordon::cli
