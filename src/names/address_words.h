// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Words of addresses in the languages that lists print them in. For this folder only.
#include <cstdint>
#include <string>
#include <string_view>

namespace cordon::names {

/// What a word does in an address.
enum class AddressWord : std::uint8_t {
    None,
    Kind,       ///< road, building: says what the word beside it is
    Room,       ///< the number beside it is of a room: "Room", "Flat", 室
    Floor,      ///< the number beside it is of a floor
    Mark,       ///< a number follows or stood before: "No.", 号
    Filler,     ///< district, city, province: nothing is lost without it
    Direction,  ///< north
};

struct AddressMeaning {
    AddressWord what = AddressWord::None;
    std::string_view concept_key;  ///< of Kind and Direction: "@addr:road"
};

/// A folded word of Latin letters.
AddressMeaning address_word(std::string_view latin);
/// Romanised Chinese that means something only behind another word: lu, jie, hao, qu.
AddressMeaning address_ending(std::string_view pinyin);

/// The ending that begins this Han text, the longest: 大道, 路, 号. Zero bytes: none does.
struct HanEnding {
    AddressMeaning meaning;
    std::size_t bytes = 0;
};
HanEnding han_ending(std::string_view han);

/// A folded name of a country, also a usual short one; no code, and none that is the city as well.
bool is_country(std::string_view phrase);

/// The address with "EC1A 1BB" and "K1A 0B1" blanked out: taken apart they would be house numbers.
std::string without_letter_codes(std::string_view printed);

}  // namespace cordon::names
