// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Folding: what writing leaves open without naming somebody else.
///
/// Compatibility forms and width (NFKC), case, accents of Latin and Greek, invisible and bidi
/// characters, apostrophes of every kind, letters that look Latin inside a Latin word (homoglyphs),
/// digits of other scripts, Han to simplified (Japanese forms too, see han.h). Punctuation becomes
/// a blank, except inside "s.r.l." or "a/s", which close up; runs of blanks become one; none at the
/// ends.
///
/// Invariants: folding twice changes nothing; equal text in, equal text out; invalid UTF-8 never
/// gets here (readers refuse it), and if it does every fault is a blank.
/// Source: Unicode 15 NFKC_Casefold and UTS 39 confusables (through ICU), tables in han.h.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::names {

std::string folded(std::string_view utf8);

/// A word of a folded name with the bytes of the printed name it came from.
struct Word {
    std::string text;                  ///< folded, one script, no blank: "huawei", "华为技术", "54"
    std::uint32_t begin = 0, end = 0;  ///< bytes of the printed name
};
/// The words of a printed name: blanks, punctuation and changes of script or of letters to digits
/// divide ("华为Huawei" is two words, "Suma2" is two, "A&B" is "a", "b"). Folded.
std::vector<Word> words_of(std::string_view printed);

}  // namespace cordon::names
