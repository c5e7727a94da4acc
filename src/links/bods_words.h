// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Words of the Beneficial Ownership Data Standard, and what they are here. Versions 0.2 and 0.3
/// write "voting-rights", 0.4 "votingRights": both are compared without dashes, in lower case.
#include <array>
#include <string_view>

#include "links/link.h"

namespace cordon::links {

struct BodsInterest {
    std::string_view type;
    Relation relation;
};
/// Interests of any other type are Linked.
constexpr std::array<BodsInterest, 12> kBodsInterests{
    {{"shareholding", Relation::Owns},
     {"otherinfluenceorcontrol", Relation::Controls},
     {"votingrights", Relation::Controls},
     {"appointmentofboard", Relation::Controls},
     {"controlviacompanyrulesorarticles", Relation::Controls},
     {"controlbylegalframework", Relation::Controls},
     {"trustee", Relation::Controls},
     {"trusteeoftrust", Relation::Controls},
     {"otherinfluenceorcontroloftrust", Relation::Controls},
     {"seniormanagingofficial", Relation::OfficerOf},
     {"boardmember", Relation::OfficerOf},
     {"boardchair", Relation::OfficerOf}}};

struct BodsKind {
    std::string_view type, kind;
};
constexpr std::array<BodsKind, 7> kBodsKinds{{{"registeredEntity", "company"},
                                              {"stateBody", "government"},
                                              {"state", "government"},
                                              {"arrangement", "arrangement"},
                                              {"anonymousEntity", "unnamed"},
                                              {"unknownEntity", "unnamed"},
                                              {"legalEntity", ""}}};

/// How a grade stands in an annotation: "grade B".
constexpr std::string_view kBodsGrade = "grade ";

}  // namespace cordon::links
