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

struct Reading {
    std::string text;
    /// Listed words that led to it, lower-case. It is asked only of names that have them all, so
    /// that whether a name meets a listed one never hangs on what else is listed.
    std::vector<std::string> needs;
};

/// None for most names. No reading is the name itself.
///   scanned   "DATE1COMP" was DATELCOMP: digits inside a word are letters; "Behnarn" was Behnam
///   glued     "MahdiElectronics", "BANKTEJARAT": where letters turn large, where a word that many
///             names share is glued to another one or to a listed one, where two listed ones are
///   parted    "Interqu est": two words that are a listed or a shared one
///   respelled "Limied Liability Company": words one slip away from one that many names share
///   servant   "Abd al-Ghafar": one name, written as several
///   and       "R & D Centre": phrases are listed with the word
///   noise     "…, Purchasing Dept.", "… - Head Office", "… *"
/// What words that many names share suggest is read all at once and each by itself; what listed
/// words suggest each by itself.
std::vector<Reading> readings_of(std::string_view name, const Index& listed);

/// The printed names that have all of these words as words of their own.
std::vector<ListedName> names_with(const Index& listed, const std::vector<std::string>& words);

}  // namespace cordon::screening
