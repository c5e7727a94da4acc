// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "base/text.h"

namespace cordon::cli {

namespace {

constexpr std::uint32_t kWidthWithoutTerminal = 100;
constexpr std::uint64_t kLongWork = 200;

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
    std::uint32_t line_width = 0, word_width = 0, blanks = 0;
    const auto break_line = [&] {
        lines.push_back(line);
        line.clear();
        line_width = 0;
    };
    const auto place_word = [&] {
        if (word.empty()) return;
        if (!line.empty() && line_width + blanks + word_width > width) break_line();
        if (!line.empty()) {
            line += std::string(blanks, ' ');
            line_width += blanks;
        }
        line += word;
        line_width += word_width;
        blanks = 0;
        word.clear();
        word_width = 0;
    };
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '\n' || text[i] == ' ') {
            place_word();
            ++blanks;
            if (text[i] == '\n') {
                break_line();
                blanks = 0;
            }
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

Progress::Progress(std::string_view what, std::uint64_t total)
    : what_(what), total_(total), visible_(isatty(STDERR_FILENO) == 1 && total >= kLongWork) {}

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
