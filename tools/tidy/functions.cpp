// SPDX-License-Identifier: Apache-2.0
// Functions without a parser.
//
// Idea: outside functions an opening brace is told by the words before it, back to the last
// semicolon or brace. `namespace`, `class`, `struct`, `union`, `enum` and `extern "C"` open a scope
// in which to go on looking; `=`, `(` and `,` open values; any other header with a parenthesis
// opens a function. The one subtlety: `template <class T>` is taken off first, or every template
// would look like a class. Tested by tidy_test.cpp.
#include "functions.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "source_text.h"

namespace cordon::tidy {

namespace {

std::string on_one_line(std::string_view text) {
    std::string out;
    for (const char c : trimmed(text)) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (blank && out.ends_with(' ')) continue;
        out += blank ? ' ' : c;
    }
    return out;
}

/// Takes `template <…>` off the front, as often as it stands there.
std::string_view without_template(std::string_view header) {
    while (header.starts_with("template")) {
        const std::size_t open = header.find('<');
        if (open == std::string_view::npos) return header;
        int depth = 0;
        std::size_t at = open;
        for (; at < header.size(); ++at) {
            depth += header[at] == '<' ? 1 : header[at] == '>' ? -1 : 0;
            if (depth == 0) break;
        }
        header = trimmed(header.substr(std::min(at + 1, header.size())));
    }
    return header;
}

bool opens_function(std::string_view whole) {
    const std::string_view header = without_template(whole);
    if (header.empty() || header.find('(') == std::string_view::npos) return false;
    constexpr std::string_view kValues = "=(,[";
    if (kValues.find(header.back()) != std::string_view::npos) return false;
    constexpr std::array kScopes = {"namespace", "class", "struct", "union", "enum"};
    const std::string_view first = header.substr(0, header.find(' '));
    const bool scope = std::find(kScopes.begin(), kScopes.end(), first) != kScopes.end();
    // `struct stat status() {` is a function, `struct alignas(64) Row {` is not.
    return !scope || header.ends_with(')') || header.ends_with("const");
}

}  // namespace

std::vector<Function> functions_in(std::string_view source_code) {
    const std::string code = without_directives(std::string(source_code));
    std::vector<Function> found;
    std::uint32_t line = 1;
    std::uint32_t header_line = 1;
    std::size_t header = 0;    // where the words before the next brace begin
    bool header_empty = true;  // nothing but blanks since `header`
    int inside = 0;            // braces open in the present function, its own included
    int parentheses = 0;       // open since `header`: a `;` within them ends nothing
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        const bool closes = inside > 0 && c == '}' && --inside == 0;
        if (inside == 0 && c == '{') {
            const std::string words =
                on_one_line(std::string_view(code).substr(header, i - header));
            if (opens_function(words)) {
                found.push_back({words, header_line, 0});
                inside = 1;
            }
        } else if (inside > 0 && c == '{') {
            ++inside;
        }
        if (closes) found.back().lines = line - found.back().line + 1;
        if (c == '(') ++parentheses;
        if (c == ')') --parentheses;
        if (c == '{' || c == '}' || (c == ';' && parentheses <= 0)) {
            header = i + 1;
            header_empty = true;
            parentheses = 0;
        } else if (header_empty && c != ' ' && c != '\n') {
            header_empty = false;
            header_line = line;
        }
        if (c == '\n') ++line;
    }
    return found;
}

}  // namespace cordon::tidy
