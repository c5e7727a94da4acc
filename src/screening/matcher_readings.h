// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a name may have been before somebody typed or scanned it. For this folder only.
///
/// Each reading is one more name to ask for, so only slips that no bridge of the scorer reaches are
/// here, and only where the name shows them.
#include <string>
#include <string_view>
#include <vector>

namespace cordon::screening {

/// None for most names. No reading is the name itself.
///   scanned   "DATE1COMP" was DATELCOMP: digits inside a word are letters
///   glued     "MahdiElectronics", "BANKTEJARAT": where letters turn large, or a word that only
///   says
///             what they do is glued to a name
///   parted    "Ente rprises": two words that are one of the lexicon
///   noise     "…, Purchasing Dept.", "… - Head Office", "… *"
std::vector<std::string> readings_of_slips(std::string_view name);

}  // namespace cordon::screening
