// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The words of a party's name as they stand there, and where one of them may be two that lost the
/// blank between them.
///
/// For this folder only. Words are lower-case ASCII. Thread safety: immutable.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::screening {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
constexpr bool is_letter(char c) {
    return is_upper(c) || is_lower(c);
}

/// Calls each(begin, end) for every run of ASCII letters and digits.
template <class Each>
void for_each_run(std::string_view text, const Each& each) {
    for (std::size_t i = 0; i < text.size();) {
        if (!is_letter(text[i]) && !is_digit(text[i])) {
            ++i;
            continue;
        }
        const std::size_t begin = i;
        while (i < text.size() && (is_letter(text[i]) || is_digit(text[i]))) ++i;
        each(begin, i);
    }
}

/// Stands in the tables of names.
bool is_known(std::string_view word);
/// May be cut off a word, when what is left is a word as well.
bool is_shared(std::string_view word);
/// The two words begin a phrase of the lexicon: "hong kong", "real estate".
bool begins_phrase(std::string_view word, std::string_view next);

/// A run of ASCII letters and digits.
struct Run {
    std::size_t begin = 0, end = 0;
    std::string lower;
    bool known = false;

    /// May hold two words.
    [[nodiscard]] bool may_be_glued() const {
        return lower.size() >= 5 && lower.size() <= 40 && !known;
    }
    /// Of one that may hold two words: are the letters before this one, or from it on, shared?
    [[nodiscard]] bool shared_front(std::size_t at) const { return (fronts >> at & 1U) != 0; }
    [[nodiscard]] bool shared_back(std::size_t at) const { return (backs >> at & 1U) != 0; }
    void find_shared();

    std::uint64_t fronts = 0, backs = 0;  ///< a bit a letter
};

/// Two words that one blank parts, as one.
struct Parted {
    std::size_t end = 0, begin = 0;  ///< of the first, of the second
    std::string joined;
    bool known = false;
};

/// A name and what several readings ask of its words.
struct Written {
    explicit Written(std::string_view a_name);

    std::string_view name;
    std::vector<Run> runs;
    std::vector<Parted> parted;
};

/// Where a word is cut in two shared ones, or 0: in a phrase; else the most letters to the part cut
/// off; of equals the end of the word.
std::size_t shared_seam_of(const Run& run);
/// "BAJERS" before ".R.L.": the last letter is the first of a form written with dots. 0: not so.
std::size_t seam_before_dots(std::string_view word, std::string_view rest);
/// "SREPUBLIC" behind "PEOPLE'": the letter belongs to the word before. 0: not so.
std::size_t seam_behind_apostrophe(std::string_view word);

}  // namespace cordon::screening
