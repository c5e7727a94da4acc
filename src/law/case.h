// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The facts of one transaction, as rules see them: a tree of subjects with values.
///
/// Invariants
///  1. Every FactSet has one value per fact of its subject in the Schema.
///  2. An item has one or more alternatives: the catalogue entries its name may mean. A rule is
///     asked under each; where they differ the answer is Unknown ("item.model").
///  3. A party whose screening is not complete has `listings_complete` Unknown: the absence of a
///     listing then proves nothing.
#include <vector>

#include "law/fact.h"

namespace cordon::law {

struct ItemAlternative {
    FactSet item;
    std::vector<FactSet> devices;
    bool devices_complete = true;  ///< false: there may be further ICs nobody named
};

struct ItemFacts {
    std::vector<ItemAlternative> alternatives;  ///< at least one
};

struct PartyFacts {
    FactSet party;
    std::vector<FactSet> listings;
    bool listings_complete = true;
    bool placeholder = false;  ///< a role somebody must play, nobody named
};

struct Case {
    FactSet transaction;
    std::vector<ItemFacts> items;
    std::vector<PartyFacts> parties;
};

/// One subject of a case. Unused parts are 0.
struct SubjectRef {
    SubjectKind kind = SubjectKind::Transaction;
    std::uint16_t index = 0;        ///< of the item or party
    std::uint16_t inner = 0;        ///< of the device or listing
    std::uint16_t alternative = 0;  ///< of the item
    friend auto operator<=>(const SubjectRef&, const SubjectRef&) = default;
};

/// "item 2", "party 1", "item 1, device 1".
std::string to_text(const SubjectRef& ref);

}  // namespace cordon::law
