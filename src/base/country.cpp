// SPDX-License-Identifier: Apache-2.0
// Countries by the names people write.
//
// Idea: a name is reduced to its sorted set of words, without case, accents, punctuation and the
// words "the", "of" and "and". So "Korea, South" is "South Korea", "Congo (Democratic Republic of
// the)" is "Democratic Republic of the Congo", and only true aliases need a row in the table.
// Tested by country_test.cpp: no two countries share a reduced name.
#include "base/country.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <vector>

#include "base/country_table.h"
#include "base/text.h"

namespace cordon {

namespace {

/// The plain letter of a Latin-1 letter with an accent (second byte after C3), or 0.
char without_accent(unsigned char second) {
    constexpr std::string_view kLower = "aaaaaa?ceeeeiiii?nooooo?ouuuuy??";
    if (second < 0x80 || second > 0xBF) return 0;
    const char letter = kLower[(second - 0x80U) % 32U];
    return letter == '?' ? static_cast<char>(0) : letter;
}

/// Lower case, no Latin-1 accents, apostrophes and full stops gone, other ASCII punctuation blank.
std::string plain(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (c == '&') {
            out += " and ";
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out += c;
        } else if (c >= 'A' && c <= 'Z') {
            out += static_cast<char>(c - 'A' + 'a');
        } else if (c == '\'' || c == '.') {
            continue;
        } else if (name.substr(i, 3) == "’") {
            i += 2;
        } else if (name.substr(i, 3) == "（" || name.substr(i, 3) == "）") {
            out += ' ';
            i += 2;
        } else if (c == '\xC3' && i + 1 < name.size() &&
                   without_accent(static_cast<unsigned char>(name[i + 1])) != 0) {
            out += without_accent(static_cast<unsigned char>(name[++i]));
        } else {
            out += static_cast<unsigned char>(c) < 0x80 ? ' ' : c;
        }
    }
    return out;
}

std::string reduced(std::string_view name) {
    const std::string text = plain(name);
    std::vector<std::string_view> words = split(text, ' ');
    std::erase(words, "");
    const auto filler = [](std::string_view word) {
        return word == "the" || word == "of" || word == "and";
    };
    // AND is also the three-letter code of Andorra, so a name of nothing else is kept.
    if (!std::all_of(words.begin(), words.end(), filler)) std::erase_if(words, filler);
    std::sort(words.begin(), words.end());
    std::string out;
    for (const std::string_view word : words) {
        if (!out.empty()) out += ' ';
        out += word;
    }
    return out;
}

constexpr std::size_t cell(char first, char second) {
    return static_cast<std::size_t>(first - 'A') * 26 + static_cast<std::size_t>(second - 'A');
}

/// Everything that is looked up, built once from the table.
struct Index {
    std::array<std::int16_t, 676> by_code{};
    std::map<std::string, std::uint8_t, std::less<>> by_name;
    std::vector<std::string> codes;
    std::vector<std::string> names;  ///< for suggestions

    Index() {
        by_code.fill(-1);
        const auto rows = country_rows();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const CountryRow& row = rows[i];
            by_code[cell(row.code[0], row.code[1])] = static_cast<std::int16_t>(i);
            codes.emplace_back(row.code);
            const auto number = static_cast<std::uint8_t>(i);
            for (const std::string_view name : {row.code, row.alpha3, row.name, row.chinese}) {
                learn(name, number);
            }
            for (const std::string_view alias : split(row.aliases, '|')) learn(alias, number);
        }
    }
    void learn(std::string_view name, std::uint8_t number) {
        if (name.empty()) return;
        const auto [place, fresh] = by_name.emplace(reduced(name), number);
        CHECK(fresh || place->second == number);  // one name, two countries: a fault of the table
        if (name.size() > 3) names.emplace_back(name);
    }
};

const Index& index_of_countries() {
    static const Index index;
    return index;
}

/// "AB" as letters in upper case, or nothing.
std::optional<std::array<char, 2>> two_letters(std::string_view code) {
    if (code.size() != 2) return std::nullopt;
    std::array<char, 2> out{};
    for (std::size_t i = 0; i < 2; ++i) {
        const char c = code[i];
        if (c >= 'a' && c <= 'z') {
            out[i] = static_cast<char>(c - 'a' + 'A');
        } else if (c >= 'A' && c <= 'Z') {
            out[i] = c;
        } else {
            return std::nullopt;
        }
    }
    return out;
}

Error unknown_code(std::string_view code) {
    Error error{.message = fmt::format("\"{}\" is not a country code", code),
                .expected = "two letters of ISO 3166-1, e.g. CN, HK or US",
                .remedy = "",
                .position = {},
                .related = {}};
    const auto letters = two_letters(code);
    if (!letters) {
        const auto& known = index_of_countries().by_name;
        if (const auto found = known.find(reduced(code)); found != known.end()) {
            error.remedy = fmt::format("write \"{}\"", country_rows()[found->second].code);
        }
        return error;
    }
    if ((*letters)[0] == 'U' && (*letters)[1] == 'K') {
        error.remedy = "write \"GB\" for the United Kingdom";
        return error;
    }
    std::vector<std::string> near;
    for (const std::string& other : index_of_countries().codes) {
        if (other[0] == (*letters)[0] && near.size() < 12) near.push_back(other);
    }
    if (!near.empty()) {
        error.remedy = fmt::format("codes that begin with {}: {}", (*letters)[0], list_of(near));
    }
    return error;
}

/// Places under an embargo of their own that are no country: a code would lose what matters.
bool is_embargoed_region(const std::string& name) {
    constexpr std::string_view kRegions[] = {"crimea", "donetsk", "luhansk",
                                             "dnr",    "lnr",     "克里米亚"};
    return std::any_of(std::begin(kRegions), std::end(kRegions), [&name](std::string_view region) {
        return name.find(region) != std::string::npos;
    });
}

}  // namespace

Result<Country> Country::from_code(std::string_view code) {
    if (const auto letters = two_letters(code)) {
        const int found = index_of_countries().by_code[cell((*letters)[0], (*letters)[1])];
        if (found >= 0) return Country(static_cast<std::uint8_t>(found));
    }
    return unknown_code(code);
}

Result<Country> Country::from_name(std::string_view name) {
    const Index& index = index_of_countries();
    const std::string key = reduced(name);
    if (const auto found = index.by_name.find(key); found != index.by_name.end()) {
        return Country(found->second);
    }
    Error error{.message = fmt::format("\"{}\" is not a country we know", trimmed(name)),
                .expected = "a country name in English or Chinese, or a two-letter code",
                .remedy = "",
                .position = {},
                .related = {}};
    if (key == "korea") {
        error.remedy = "write \"South Korea\" or \"North Korea\"";
    } else if (is_embargoed_region(key)) {
        error.remedy = "give the country as UA and name the region in the address";
    } else if (const std::string near = nearest(trimmed(name), index.names); !near.empty()) {
        error.remedy = fmt::format("did you mean \"{}\"?", near);
    }
    return error;
}

std::string_view Country::code() const {
    return country_rows()[index_].code;
}

std::string_view Country::name() const {
    return country_rows()[index_].name;
}

std::uint8_t country_count() {
    return static_cast<std::uint8_t>(country_rows().size());
}

Truth same_on_lists(std::string_view code, std::string_view other) {
    const auto chinese = [](std::string_view c) { return c == "CN" || c == "HK" || c == "MO"; };
    if (code == other || (chinese(code) && chinese(other))) return Truth::Yes;
    const bool taiwan = (code == "TW" && chinese(other)) || (other == "TW" && chinese(code));
    return taiwan ? Truth::Unknown : Truth::No;
}

}  // namespace cordon
