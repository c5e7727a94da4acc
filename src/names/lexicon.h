// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Words that mean something in names of companies, institutes and places, in Latin script and Han.
///
/// Source: catalogue/names/*.csv. A concept is written in as many ways as the tables say:
/// "technology", "tech", "technologies", "technol", 科技, 技术 are not all one concept, but each
/// says which. Invariant: the tables are checked when read; a bad row stops the program's tests,
/// not a user. Thread safety: immutable.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "names/fold.h"
#include "names/name.h"

namespace cordon::names {

struct Meaning {
    std::string concept_key;  ///< "@technology", "@beijing", "@sugon"
    Role role = Role::Brand;
};
struct Found {
    std::vector<Meaning> meanings;  ///< more than one when the word is ambiguous
    std::size_t length = 0;         ///< words taken (Latin) or bytes taken (Han)
    bool respelled = false;         ///< found by correcting a slip: "techology"
};

class Lexicon {
public:
    static const Lexicon& bundled();
    /// The longest phrase at the start of these words.
    [[nodiscard]] std::optional<Found> latin_at(std::span<const Word> words) const;
    /// The best division of a Han run: known words where they are, unknown stretches between.
    struct Piece {
        std::size_t begin = 0, end = 0;  ///< bytes of the run
        std::vector<Meaning> meanings;   ///< empty: unknown
    };
    [[nodiscard]] std::vector<Piece> divided(std::string_view han_run) const;
    ~Lexicon();

private:
    Lexicon();
    struct Tables;
    const Tables* tables_;
};

}  // namespace cordon::names
