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
    constexpr std::string_view kBlanks = " \n\t\r";
    std::string_view rest = std::string_view(source).substr(begin, end - begin);
    std::string out;
    out.reserve(rest.size());
    while (true) {
        rest.remove_prefix(std::min(rest.find_first_not_of(kBlanks), rest.size()));
        if (rest.empty()) return out;
        const std::string_view word = rest.substr(0, rest.find_first_of(kBlanks));
        if (!out.empty()) out += ' ';
        out += word;
        rest.remove_prefix(word.size());
    }
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
