// SPDX-License-Identifier: Apache-2.0
#include "lists/country_text.h"

#include <array>
#include <vector>

#include "base/text.h"

namespace cordon::lists {

namespace {

struct Spelling {
    std::string_view text;
    std::string_view code;
};

/// Texts remembered as no country; the texts of a file can be any number.
constexpr std::size_t kUnknownMax = 500;

/// Spellings that stand on the lists and in no table of country names.
constexpr std::array<Spelling, 27> kSpellings = {{
    {"uk", "GB"},
    {"turkiye", "TR"},
    {"türkiye", "TR"},
    {"turkey", "TR"},
    {"prc", "CN"},
    {"people’s republic of china", "CN"},
    {"people's republic of china", "CN"},
    {"region: china", "CN"},
    {"region: iran", "IR"},
    {"region: russia", "RU"},
    {"region: west bank", "PS"},
    {"region: gaza", "PS"},
    {"region: northern gaza", "PS"},
    {"region: north gaza", "PS"},
    {"palestinian", "PS"},
    {"crimea (occupied)", "UA"},
    {"crimea region of ukraine", "UA"},
    {"man, isle of", "IM"},
    {"region: northern mali", "ML"},
    {"region: kafia kingi", "SD"},
    {"north korea (dprk)", "KP"},
    {"macau", "MO"},
    {"burma", "MM"},
    {"russia", "RU"},
    {"iran", "IR"},
    {"syria", "SY"},
    {"bahamas, the", "BS"},
}};

constexpr std::array<std::string_view, 26> kCommonNames = {"North Korea",
                                                           "South Korea",
                                                           "Vietnam",
                                                           "Laos",
                                                           "Tanzania",
                                                           "Moldova",
                                                           "Venezuela",
                                                           "Bolivia",
                                                           "Taiwan",
                                                           "Hong Kong",
                                                           "Macao",
                                                           "Congo, Democratic Republic of the",
                                                           "Congo, Republic of the",
                                                           "Democratic Republic of the Congo",
                                                           "Ivory Coast",
                                                           "Cote d'Ivoire",
                                                           "Czech Republic",
                                                           "Kosovo",
                                                           "Korea, North",
                                                           "Korea, South",
                                                           "Cape Verde",
                                                           "Swaziland",
                                                           "Brunei",
                                                           "United States of America",
                                                           "USA",
                                                           "England"};

}  // namespace

CountryReader::CountryReader() {
    for (std::uint8_t i = 0; i < country_count(); ++i) {
        const auto country = Country::from_index(i);
        known_.emplace(to_lower_ascii(country.name()), country.code());
        known_.emplace(to_lower_ascii(country.code()), country.code());
    }
    for (const auto& spelling : kSpellings) {
        known_.emplace(std::string(spelling.text), std::string(spelling.code));
    }
    for (const auto name : kCommonNames) {
        if (const auto country = Country::from_name(name)) {
            known_.emplace(to_lower_ascii(name), country->code());
        }
    }
}

std::optional<std::string> CountryReader::code(const std::string& text) {
    const auto key = to_lower_ascii(trimmed(text));
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    if (const auto found = unknown_.find(text); found != unknown_.end()) {
        ++found->second;
        return {};
    }
    if (const auto country = Country::from_name(text)) {
        known_.emplace(key, country->code());
        return std::string(country->code());
    }
    if (unknown_.size() < kUnknownMax) ++unknown_[text];
    return {};
}

std::optional<std::string> CountryReader::at_end(std::string_view address) const {
    address = trimmed(address);
    while (!address.empty() && address.back() == '.') address.remove_suffix(1);
    std::vector<std::size_t> starts;  // of the last words, the nearest first
    for (std::size_t i = address.size(); i > 0 && starts.size() < 6; --i) {
        if (address[i - 1] == ' ' || address[i - 1] == ',') starts.push_back(i);
    }
    starts.push_back(0);
    // The longest ending first: "Papua New Guinea" is not Guinea.
    for (auto start = starts.rbegin(); start != starts.rend(); ++start) {
        const auto words = trimmed(address.substr(*start));
        // Two letters are a code only where a code is written: in capitals, after a comma.
        const bool after_comma =
            *start >= 2 && (address[*start - 1] == ',' || address.substr(*start - 2, 2) == ", ");
        const bool code_like = words.size() == 2;
        if (code_like && (!after_comma || to_lower_ascii(words) == words)) continue;
        const auto found = known_.find(to_lower_ascii(words));
        if (found != known_.end()) return found->second;
    }
    return {};
}

}  // namespace cordon::lists
