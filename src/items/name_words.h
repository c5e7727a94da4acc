// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Words that mean something beside a model name: makers, "graphics card", generations, editions
/// for one market, suffixes that make a different product.
#include <cstdint>
#include <string_view>

namespace cordon::items {

enum class WordKind : std::uint8_t {
    Maker,        ///< names the maker; `means` lists makers split by '|'
    Accelerator,  ///< says that the thing is a graphics or AI card
    Noise,        ///< says nothing
    MemoryType,   ///< "GDDR": says nothing, nor does the number after it
    Generation,   ///< `means` is the architecture
    Market,       ///< an edition made for China
    Unit,         ///< counts: "8 cards", "8卡"
};

struct NameWord {
    std::string_view word;  ///< folded
    WordKind kind;
    std::string_view means;
};

/// The whole folded word, Latin or Han, or nullptr.
const NameWord* find_name_word(std::string_view word);
/// Longest Han word in the table, in characters.
constexpr std::size_t kLongestHanWord = 6;

/// After a model, a word that makes it another product: "Ti", "Laptop", "D".
bool is_suffix_word(std::string_view word);
/// The number a Han numeral stands for (两, 八, 十六), 0 when it is none.
std::uint32_t han_number(std::string_view word);

}  // namespace cordon::items
