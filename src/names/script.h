// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which script a letter belongs to, as far as matching cares.
#include <cstdint>
#include <string_view>

namespace cordon::names {

enum class Script : std::uint8_t {
    Common,  ///< digits, punctuation, blanks, anything of no script
    Latin,
    Han,
    Cyrillic,
    Greek,
    Arabic,  ///< with Persian and Urdu letters
    Hebrew,
    Hangul,
    Kana,  ///< Hiragana and Katakana
    Other,
};

Script script_of(char32_t letter);
/// The script of most letters; of equals the first. Common when there are none.
Script main_script(std::string_view utf8);
std::string_view to_text(Script script);  ///< "Latin", "Han" …

}  // namespace cordon::names
