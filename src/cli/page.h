// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A page of text being written: headings, indented wrapped paragraphs.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "cli/terminal.h"

namespace cordon::cli {

class Page {
public:
    explicit Page(std::uint32_t width) : width_(width) {}
    void heading(std::string_view text);
    /// Wrapped below `indent` blanks; the first line may carry a mark in them ("- ", "1. ").
    void line(std::uint32_t indent, std::string_view text, std::string_view mark = "",
              Colour colour = Colour::Plain);
    void rule(std::string_view character);
    void blank() { text_ += "\n"; }
    void verbatim(std::string_view text) { text_ += text; }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::uint32_t width_;
    std::string text_;
};

/// Text of a member, "" where there is none.
std::string text_of(const Json& object, std::string_view key);
/// "licence required" for "licence_required".
std::string spaced(std::string text);
/// Elements of a member array; none where there is no such member.
const std::vector<Json>& rows_of(const Json& object, std::string_view key);
/// What decided a traced condition, leaf by leaf.
void write_conditions(Page& page, const Json& trace, std::uint32_t indent);
/// The same of several at once, each leaf once.
void write_conditions(Page& page, const std::vector<const Json*>& traces, std::uint32_t indent);
/// Of traces that failed, only what they ask of the figures of an IC, each once.
void write_figures(Page& page, const std::vector<const Json*>& traces, std::uint32_t indent);

}  // namespace cordon::cli
