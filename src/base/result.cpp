// SPDX-License-Identifier: Apache-2.0
#include "base/result.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

namespace cordon {

std::string Position::to_text() const {
    std::string place = file;
    if (line != 0) {
        // Without a file name bare numbers would say nothing, so they are spelt out.
        if (file.empty()) {
            place = fmt::format("line {}", line);
            if (column != 0) place += fmt::format(", column {}", column);
        } else {
            place += fmt::format(":{}", line);
            if (column != 0) place += fmt::format(":{}", column);
        }
    }
    if (field.empty()) return place;
    return place.empty() ? field : place + ": " + field;
}

std::string Error::to_text() const {
    const std::string place = position.to_text();
    std::string out = place.empty() ? message : place + ": " + message;
    if (!expected.empty()) out += "\n  expected: " + expected;
    if (!remedy.empty()) out += "\n  remedy: " + remedy;
    for (const Related& other : related) {
        const std::string where = other.position.to_text();
        out += "\n  " + (where.empty() ? other.message : where + ": " + other.message);
    }
    return out;
}

Error Error::at(const Position& place) const {
    Error placed = *this;
    const auto fill = [&place](Position& where) {
        if (where.file.empty()) where.file = place.file;
    };
    fill(placed.position);
    for (Related& other : placed.related) fill(other.position);
    if (placed.position.line == 0) {
        placed.position.line = place.line;
        placed.position.column = place.column;
    }
    if (placed.position.field.empty()) placed.position.field = place.field;
    return placed;
}

void fail_check(const char* file, int line, std::string_view what) {
    fmt::print(stderr, "{}:{}: internal error, please report: {}\n", file, line, what);
    std::abort();
}

}  // namespace cordon
