// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The tables behind the lexicon, as they are in memory.
#include <string>
#include <string_view>
#include <vector>

#include "names/lexicon.h"
#include "names/lexicon_index.h"
#include "names/lexicon_slips.h"

namespace cordon::names {

/// Meanings of the entries of a TextIndex.
struct MeaningTable {
    struct Row {
        std::uint32_t entry = 0;
        Meaning meaning;
    };
    TextIndex texts;
    std::vector<Row> rows;              ///< as read; gone after arranging
    std::vector<std::uint32_t> starts;  ///< by entry, one more than entries
    std::vector<Meaning> meanings;
    std::vector<std::uint8_t> longest;  ///< of the phrases that begin with this entry: words, chars

    explicit MeaningTable(std::size_t expected) : texts(expected) {}
    void add(std::string_view text, const Meaning& meaning);
    void begin(std::string_view first, std::size_t length);
    void arrange();
    [[nodiscard]] std::span<const Meaning> of(std::uint32_t entry) const {
        return {meanings.data() + starts[entry], meanings.data() + starts[entry + 1]};
    }
};

struct Concept {
    std::string_view key;  ///< with its @
    Role role = Role::Brand;
    std::string_view latin, loose;
};

struct Lexicon::Tables {
    std::vector<char> keys;
    std::vector<Concept> concepts;
    TextIndex names{2048};
    MeaningTable latin{16384};
    MeaningTable han{4096};
    SlipTable slips;
};

}  // namespace cordon::names
