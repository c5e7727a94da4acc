// SPDX-License-Identifier: Apache-2.0
#include "cli/page.h"

#include <algorithm>

#include "base/text.h"

namespace cordon::cli {

void Page::heading(std::string_view text) {
    blank();
    text_ += coloured(text, Colour::Bold) + "\n";
}

void Page::line(std::uint32_t indent, std::string_view text, std::string_view mark, Colour colour) {
    const auto room = width_ > indent + 20 ? width_ - indent : 20;
    std::string margin(indent, ' ');
    const auto mark_width = display_width(mark);
    bool first = true;
    for (const auto& piece : wrapped(text, room)) {
        if (first && mark_width <= indent) {
            text_ += std::string(indent - mark_width, ' ') + std::string(mark);
        } else {
            text_ += margin;
        }
        text_ += coloured(piece, colour) + "\n";
        first = false;
    }
}

void Page::rule(std::string_view character) {
    for (std::uint32_t i = 0; i < width_; ++i) text_ += character;
    text_ += "\n";
}

std::string text_of(const Json& object, std::string_view key) {
    const Json* value = object.find(key);
    return value == nullptr ? "" : value->text;
}

std::string spaced(std::string text) {
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

const std::vector<Json>& rows_of(const Json& object, std::string_view key) {
    static const std::vector<Json> none;
    const Json* value = object.find(key);
    return value == nullptr ? none : value->items;
}

namespace {

/// A definition over one country says more by its call ("mo_or_d5(route.to)") than by its inside:
/// the country it was asked of, or "" for any other condition.
std::string country_asked(const Json& trace) {
    const auto& parts = rows_of(trace, "parts");
    if (parts.empty()) {
        const auto values = text_of(trace, "values");
        return values.starts_with("country = ") ? values.substr(10) : "";
    }
    std::string country = country_asked(parts.front());
    for (const auto& part : parts) {
        if (country_asked(part) != country) return "";
    }
    return country;
}

std::string_view mark_of(std::string_view holds) {
    if (holds == "yes") return "+ ";
    return holds == "no" ? "x " : "? ";
}

std::string leaf_text(const Json& trace) {
    auto values = text_of(trace, "values");
    const auto distance = text_of(trace, "distance");
    std::string text = text_of(trace, "condition");
    if (values == text + " is not known") values = "not known";
    if (!values.empty()) {
        text += "   [" + values + (distance.empty() ? "" : "; " + distance) + "]";
    }
    return text;
}

/// Lines with their marks, in the order met. The same question met twice is answered once.
class Leaves {
public:
    void collect(const Json& trace, std::uint32_t depth = 0) {
        const auto& parts = rows_of(trace, "parts");
        const std::string holds = text_of(trace, "holds");
        const std::string country = country_asked(trace);
        if (parts.empty() || !text_of(trace, "values").empty()) {
            return add(holds, leaf_text(trace), depth);
        }
        if (!country.empty()) {
            return add(holds, text_of(trace, "condition") + "   [" + country + "]", depth);
        }
        if (is_negation(trace)) {
            // Its parts say the opposite of it, so it stands above them.
            add(holds, text_of(trace, "condition"), depth);
            for (const auto& part : parts) collect(part, depth + 1);
            return;
        }
        // Of a condition that holds by one of several ways, only the ways that hold are of
        // interest; the same for one that is open.
        const bool some = std::any_of(parts.begin(), parts.end(), [&](const Json& part) {
            return text_of(part, "holds") == holds;
        });
        for (const auto& part : parts) {
            const bool again = text_of(part, "values") == "decided above" && parts.size() > 1;
            if (!again && (!some || text_of(part, "holds") == holds)) collect(part, depth);
        }
    }
    /// Every condition on the figures of an IC, whatever stands around it.
    void collect_figures(const Json& trace) {
        const auto& parts = rows_of(trace, "parts");
        if (parts.empty() && text_of(trace, "condition").starts_with("device.")) {
            add(text_of(trace, "holds"), leaf_text(trace), 0);
        }
        for (const auto& part : parts) collect_figures(part);
    }
    void write(Page& page, std::uint32_t indent) const {
        for (const auto& line : lines_) page.line(indent + 2 * line.depth, line.text, line.mark);
    }

private:
    struct Line {
        std::string_view mark;
        std::string text;
        std::uint32_t depth;
        bool operator==(const Line&) const = default;
    };

    static bool is_negation(const Json& trace) {
        const auto text = text_of(trace, "condition");
        return text.starts_with("not ") || text.starts_with("no ") || text.starts_with("unless ");
    }

    void add(const std::string& holds, std::string text, std::uint32_t depth) {
        Line line{mark_of(holds), std::move(text), depth};
        if (std::find(lines_.begin(), lines_.end(), line) == lines_.end()) {
            lines_.push_back(std::move(line));
        }
    }
    std::vector<Line> lines_;
};

}  // namespace

void write_conditions(Page& page, const Json& trace, std::uint32_t indent) {
    write_conditions(page, std::vector<const Json*>{&trace}, indent);
}

void write_conditions(Page& page, const std::vector<const Json*>& traces, std::uint32_t indent) {
    Leaves leaves;
    for (const Json* trace : traces) leaves.collect(*trace);
    leaves.write(page, indent);
}

void write_figures(Page& page, const std::vector<const Json*>& traces, std::uint32_t indent) {
    Leaves leaves;
    for (const Json* trace : traces) leaves.collect_figures(*trace);
    leaves.write(page, indent);
}

}  // namespace cordon::cli
