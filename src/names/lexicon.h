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
    std::string_view concept_key;  ///< "@technology", "@beijing", "@sugon"; lives as long as the
                                   ///< lexicon
    Role role = Role::Brand;
    /// Which word of an abbreviation this is: "it" stands for information (0) and technology (1).
    /// Several meanings of one part are alternatives.
    std::uint8_t part = 0;
    std::uint32_t concept_index = 0;
};
/// Are these the meanings of a legal form, and of nothing else?
bool is_legal_form(std::span<const Meaning> meanings);

struct Found {
    std::span<const Meaning> meanings;  ///< more than one when the word is ambiguous; parts rise
    std::size_t length = 0;             ///< words taken
    bool respelled = false;             ///< found by correcting a slip: "techology"
    bool shortened = false;             ///< a cut or vowel-less form: "srvces"
};

class Lexicon {
public:
    static const Lexicon& bundled();
    /// The longest phrase at the start of these words. A word divided in two ("semi conductor") is
    /// found as well.
    [[nodiscard]] std::optional<Found> latin_at(std::span<const Word> words) const;
    /// A single word that is no entry, read as the one it slipped from or was cut from.
    [[nodiscard]] std::optional<Found> latin_slip(std::string_view word) const;
    /// One word or Han phrase exactly as written; empty when there is none.
    [[nodiscard]] std::span<const Meaning> latin_word(std::string_view word) const;
    [[nodiscard]] std::span<const Meaning> han_word(std::string_view han) const;
    /// The best division of a Han run: known words where they are, unknown stretches between.
    struct Piece {
        std::size_t begin = 0, end = 0;     ///< bytes of the run
        std::span<const Meaning> meanings;  ///< empty: unknown or a number
        std::optional<std::uint64_t> number;
    };
    [[nodiscard]] std::vector<Piece> divided(std::string_view han_run) const;
    /// Latin phrases a concept is written with, several words divided by blanks, `|` between, the
    /// usual first; then those that only translate its Han form ("wave" for 浪潮).
    [[nodiscard]] std::string_view spellings(const Meaning& meaning) const;
    [[nodiscard]] std::string_view loose_spellings(const Meaning& meaning) const;
    /// The meaning called "@sugon", if there is one.
    [[nodiscard]] std::optional<Meaning> concept_named(std::string_view concept_key) const;
    ~Lexicon();
    Lexicon(const Lexicon&) = delete;
    Lexicon& operator=(const Lexicon&) = delete;

private:
    Lexicon();
    struct Tables;
    const Tables* tables_;
    friend struct LexiconLoad;
};

}  // namespace cordon::names
