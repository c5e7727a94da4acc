// SPDX-License-Identifier: Apache-2.0
#include "law/ast.h"

#include <algorithm>

namespace cordon::law {

std::string_view to_text(Relation relation) {
    switch (relation) {
        case Relation::Equal:
            return "==";
        case Relation::NotEqual:
            return "!=";
        case Relation::Less:
            return "<";
        case Relation::LessOrEqual:
            return "<=";
        case Relation::Greater:
            return ">";
        case Relation::GreaterOrEqual:
            return ">=";
    }
    return "";
}

Relation mirrored(Relation relation) {
    switch (relation) {
        case Relation::Equal:
            return Relation::Equal;
        case Relation::NotEqual:
            return Relation::NotEqual;
        case Relation::Less:
            return Relation::Greater;
        case Relation::LessOrEqual:
            return Relation::GreaterOrEqual;
        case Relation::Greater:
            return Relation::Less;
        case Relation::GreaterOrEqual:
            return Relation::LessOrEqual;
    }
    return relation;
}

std::string Expression::text_of(NodeIndex node) const {
    return text_of(nodes[node].begin, nodes[node].end);
}

std::string Expression::text_of(std::uint32_t begin, std::uint32_t end) const {
    const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
    const std::string_view all = std::string_view(source).substr(begin, end - begin);
    std::string out;
    out.reserve(all.size());
    for (auto word = all.begin(); word != all.end();) {
        word = std::find_if_not(word, all.end(), is_blank);
        const auto after = std::find_if(word, all.end(), is_blank);
        if (word == after) break;
        if (!out.empty()) out += ' ';
        out.append(word, after);
        word = after;
    }
    return out;
}

Position Expression::position(std::uint32_t offset) const {
    Position place = start;
    if (place.line == 0) return place;
    for (std::uint32_t i = 0; i < offset && i < source.size(); ++i) {
        if (source[i] == '\n') {
            ++place.line;
            place.column = 1;
        } else {
            ++place.column;
        }
    }
    return place;
}

}  // namespace cordon::law
