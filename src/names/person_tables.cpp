// SPDX-License-Identifier: Apache-2.0
// Tables of Korean and Japanese names in Han characters. Their keys are folded as names are, so
// that the files can be kept in the characters people write.
#include "names/person_tables.h"

#include <map>
#include <set>

#include "base/code_points.h"
#include "base/result.h"
#include "base/text.h"
#include "names/bundled.h"
#include "names/fold.h"
#include "names/han.h"

namespace cordon::names {

namespace {

using ReadingsByHan = std::map<std::string, std::vector<std::string>, std::less<>>;

template <class Visit>
void each_row(std::string_view file, const Visit& visit) {
    auto text = bundled_file(file);
    text.remove_prefix(std::min(text.size(), text.find('\n') + 1));  // the header
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto cells = split(text.substr(0, end), ',');
        CHECK(cells.size() == 3);
        visit(cells[0], cells[1], cells[2]);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

void add(std::vector<std::string>& out, const std::string& text) {
    for (const auto& one : out) {
        if (one == text) return;
    }
    out.push_back(text);
}

/// "o:ta" is written ota, outa, oota and ohta.
void add_long(std::vector<std::string>& out, const std::string& reading) {
    const auto at = reading.find(':');
    if (at == std::string::npos) return add(out, reading);
    const auto front = reading.substr(0, at);
    const auto back = reading.substr(at + 1);
    add_long(out, front + back);
    add_long(out, front + "u" + back);
    if (front.back() != 'o') return;
    add_long(out, front + "h" + back);
    if (front.size() == 1) add_long(out, front + "o" + back);
}

struct Japanese {
    ReadingsByHan surnames, given;

    Japanese() {
        each_row("catalogue/names/japanese.csv",
                 [&](std::string_view han, std::string_view readings, std::string_view kind) {
                     auto& to = (kind == "surname" ? surnames : given)[folded(han)];
                     for (const auto reading : split(readings, '|')) {
                         add_long(to, std::string(reading));
                     }
                 });
    }
    static const Japanese& instance() {
        static const Japanese tables;
        return tables;
    }
};

const std::vector<std::string>& found(const ReadingsByHan& table, std::string_view han) {
    static const std::vector<std::string> none;
    const auto at = table.find(han);
    return at == table.end() ? none : at->second;
}

/// Characters by themselves: the syllable as surname and inside of a given name.
struct Hanja {
    std::map<char32_t, std::string> surnames, given;
    std::set<char32_t> syllables;

    Hanja() {
        each_row("catalogue/names/hanja.csv",
                 [&](std::string_view hangul, std::string_view characters, std::string_view kind) {
                     auto& to = kind == "surname" ? surnames : given;
                     std::size_t first = 0;
                     if (kind != "surname") syllables.insert(next_code_point(hangul, first));
                     for (std::size_t at = 0; at < characters.size();) {
                         to.emplace(simplified(next_code_point(characters, at)), hangul);
                     }
                 });
    }
    static const Hanja& instance() {
        static const Hanja tables;
        return tables;
    }
};

std::string hangul_of(const std::map<char32_t, std::string>& table, std::string_view han) {
    std::string out;
    for (std::size_t at = 0; at < han.size();) {
        const auto syllable = table.find(next_code_point(han, at));
        if (syllable == table.end()) return {};
        out += syllable->second;
    }
    return out;
}

}  // namespace

const std::vector<std::string>& japanese_surname(std::string_view han) {
    return found(Japanese::instance().surnames, han);
}

const std::vector<std::string>& japanese_given(std::string_view han) {
    return found(Japanese::instance().given, han);
}

std::string hangul_of_surname(std::string_view han) {
    return hangul_of(Hanja::instance().surnames, han);
}

std::string hangul_of_given(std::string_view han) {
    return hangul_of(Hanja::instance().given, han);
}

bool is_given_syllable(char32_t hangul) {
    return Hanja::instance().syllables.contains(hangul);
}

}  // namespace cordon::names
