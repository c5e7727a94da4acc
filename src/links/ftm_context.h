// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What FollowTheMoney has no property for. An entity may carry members of its own beside id,
/// schema and properties; Cordon keeps what would be lost in one that is called "cordon".
#include <array>
#include <string_view>

#include "links/link.h"

namespace cordon::links {

constexpr std::string_view kFtmContext = "cordon";

/// A schema that ties two parties, with the properties of its ends.
struct FtmEdge {
    std::string_view schema, subject, object;
    Relation relation;
};
constexpr std::array<FtmEdge, 9> kFtmEdges{
    {{"Ownership", "owner", "asset", Relation::Owns},
     {"Directorship", "director", "organization", Relation::OfficerOf},
     {"Succession", "successor", "predecessor", Relation::SuccessorOf},
     {"UnknownLink", "subject", "object", Relation::Linked},
     {"Representation", "agent", "client", Relation::Linked},
     {"Associate", "person", "associate", Relation::Linked},
     {"Family", "person", "relative", Relation::Linked},
     {"Membership", "member", "organization", Relation::Linked},
     {"Employment", "employee", "employer", Relation::Linked}}};

/// Schemata of parties, with what a PartyRecord calls their kind.
struct FtmKind {
    std::string_view schema, kind;
};
constexpr std::array<FtmKind, 5> kFtmKinds{{{"Company", "company"},
                                            {"Person", "person"},
                                            {"PublicBody", "government"},
                                            {"Organization", "organization"},
                                            {"LegalEntity", ""}}};

/// Labels of identifiers that have a property of their own (lists::party_of reads them).
struct FtmNumber {
    std::string_view label, property;
};
constexpr std::array<FtmNumber, 6> kFtmNumbers{{{"Unified Social Credit Code (USCC)", "uscCode"},
                                                {"Registration Number", "registrationNumber"},
                                                {"Tax ID No.", "taxNumber"},
                                                {"LEI", "leiCode"},
                                                {"OGRN", "ogrnCode"},
                                                {"INN", "innCode"}}};

}  // namespace cordon::links
