// SPDX-License-Identifier: Apache-2.0
// Blanking of comments and literals in one pass.
//
// The one subtlety is the single quote: between two digits of a number it parts groups (1'000) and
// opens no literal. Tested by tidy_test.cpp.
#include "source_text.h"

#include <algorithm>

namespace cordon::tidy {

namespace {

bool in_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class Blanker {
public:
    explicit Blanker(std::string_view source) : source_(source), out_(source) {}

    std::string blanked() {
        while (at_ < source_.size()) {
            const std::string_view rest = source_.substr(at_);
            if (rest.starts_with("//")) {
                blank_to(std::min(source_.find('\n', at_), source_.size()));
            } else if (rest.starts_with("/*")) {
                blank_to(after("*/", at_ + 2));
            } else if (rest[0] == '"') {
                text();
            } else if (rest[0] == '\'' && (at_ == 0 || !in_name(source_[at_ - 1]))) {
                literal('\'');
            } else {
                ++at_;
            }
        }
        return std::move(out_);
    }

private:
    /// The place behind the next `mark`, or the end.
    [[nodiscard]] std::size_t after(std::string_view mark, std::size_t from) const {
        const std::size_t found = source_.find(mark, from);
        return found == std::string_view::npos ? source_.size() : found + mark.size();
    }
    void blank_to(std::size_t end) {
        for (; at_ < end; ++at_) {
            if (out_[at_] != '\n') out_[at_] = ' ';
        }
    }
    void text() {
        const bool raw = at_ > 0 && source_[at_ - 1] == 'R' &&
                         (at_ == 1 || !in_name(source_[at_ - 2]) || source_[at_ - 2] == '8');
        if (!raw) return literal('"');
        const std::size_t open = std::min(source_.find('(', at_), source_.size());
        const std::string mark = ")" + std::string(source_.substr(at_ + 1, open - at_ - 1)) + "\"";
        const std::size_t end = after(mark, open);
        ++at_;
        if (end > at_) blank_to(end - 1);
        ++at_;
    }
    /// The quotes stay, what stands between them goes. A literal ends with its line at the latest.
    void literal(char quote) {
        std::size_t end = at_ + 1;
        while (end < source_.size() && source_[end] != quote && source_[end] != '\n') {
            end += source_[end] == '\\' ? 2U : 1U;
        }
        ++at_;
        blank_to(std::min(end, source_.size()));
        if (at_ < source_.size() && source_[at_] == quote) ++at_;
    }

    std::string_view source_;
    std::string out_;
    std::size_t at_ = 0;
};

}  // namespace

std::string code_of(std::string_view source) {
    return Blanker(source).blanked();
}

std::string without_directives(std::string code) {
    bool directive = false;
    bool line_begins = true;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '\n') {
            directive = directive && i > 0 && code[i - 1] == '\\';
            line_begins = true;
            continue;
        }
        if (line_begins && code[i] == '#') directive = true;
        if (code[i] != ' ') line_begins = false;
        // A backslash stays: it says that the next line goes on.
        if (directive && code[i] != '\\') code[i] = ' ';
    }
    return code;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        if (lines.back().ends_with('\r')) lines.back().remove_suffix(1);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool has_word(std::string_view line, std::string_view word) {
    for (std::size_t at = line.find(word); at != std::string_view::npos;
         at = line.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool starts = at == 0 || !in_name(word.front()) || !in_name(line[at - 1]);
        const bool ends = end == line.size() || !in_name(word.back()) || !in_name(line[end]);
        if (starts && ends) return true;
    }
    return false;
}

}  // namespace cordon::tidy
