// SPDX-License-Identifier: Apache-2.0
#pragma once
/// catalogue/names/han.csv in flat arrays. Inside of han.cpp and han_readings.cpp.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::names {

/// The readings of one cell; most characters share theirs with others.
struct HanCell {
    std::vector<std::string> readings;
    std::size_t usual = 0;  ///< so many from the front are usual in names
};

/// Parsed once, at the first use (about a millisecond). Thread safety: immutable.
class HanTable {
public:
    static const HanTable& instance();

    [[nodiscard]] char32_t simplified(char32_t han) const;
    [[nodiscard]] const HanCell& mandarin(char32_t han) const;
    [[nodiscard]] const HanCell& cantonese(char32_t han) const;
    /// Every Mandarin syllable of the table, sorted.
    [[nodiscard]] const std::vector<std::string>& syllables() const { return syllables_; }

private:
    struct Row {
        char32_t form = 0;  ///< the simplified one; 0: itself
        std::uint16_t mandarin = 0, cantonese = 0;
    };
    class Reader;
    HanTable();
    [[nodiscard]] const Row& row(char32_t han) const;

    std::vector<std::uint16_t> near_;  ///< row of each character from kFirst to kLast; 0: none
    std::vector<std::pair<char32_t, std::uint16_t>> far_;  ///< the others, sorted
    std::vector<Row> rows_;                                ///< the first is empty
    std::vector<HanCell> cells_;                           ///< the first is empty
    std::vector<std::string> syllables_;
};

/// The characters of a phrase of catalogue/names/han_phrases.csv that begins the text, with their
/// syllables; empty: none does. The longest wins.
const std::vector<std::string>* phrase_at(std::u32string_view text, std::size_t& length);

}  // namespace cordon::names
