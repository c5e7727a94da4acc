// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a name may have been before somebody typed or scanned it. For this folder only.
///
/// Each reading is one more name to ask for, so only slips that no bridge of the scorer reaches are
/// here, and only where the name shows them.
#include <string>
#include <string_view>
#include <vector>

#include "screening/search.h"

namespace cordon::screening {

/// None for most names. No reading is the name itself.
///   scanned   "DATE1COMP" was DATELCOMP: digits inside a word are letters; "Behnarn" was Behnam
///   glued     "MahdiElectronics", "BANKTEJARAT": where letters turn large, and where a word that
///             many names share is glued to a listed one
///   parted    "Interqu est": two words that are a listed one
///   respelled "Limied Liability Company": words one slip away from one that many names share
///   servant   "Abd al-Ghafar": one name, written as several
///   and       "R & D Centre": phrases are listed with the word
///   noise     "…, Purchasing Dept.", "… - Head Office", "… *"
/// Borrows the index, whose words say what is listed.
std::vector<std::string> readings_of(std::string_view name, const Index& listed);

}  // namespace cordon::screening
