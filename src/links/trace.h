// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who stands behind a party on a day, by what was known: four answers that are never mixed.
///
/// Ownership is arithmetic (half_rule.h). The ultimate parent is a chain of control. Succession is
/// a number of circumstances with a strength and never a verdict. Chains only show the way to a
/// listed party.
#include <optional>
#include <string>
#include <vector>

#include "links/behind.h"
#include "links/half_rule.h"

namespace cordon::links {

/// Something that would settle the 50 % rule if it were known.
struct OpenStake {
    std::string company;            ///< of whom
    std::optional<LinkIndex> link;  ///< the stake; nothing for the part nobody names
    std::string question;           ///< "How much of B Ltd does A Ltd hold?"
    Interval part;                  ///< what it could be
};

struct Ownership {
    Truth held = Truth::No;  ///< to the threshold, whoever holds what nobody named
    Interval named;          ///< part held by listed parties, unnamed holders taken as not listed
    Interval possible;       ///< the same where unnamed holders may be listed
    Truth listed_owner = Truth::No;  ///< is any party behind it on a list that the rule reads?
    std::vector<LinkIndex> witness;  ///< stakes that carry a Yes, from the party upwards
    std::vector<OpenStake> open;     ///< of an Unknown: the fewest that would settle it
};

struct UltimateParent {
    Truth known = Truth::Unknown;  ///< Yes, or Unknown: "no" is never known of a parent
    std::optional<PartyIndex>
        party;                     ///< the furthest the chain leads; nothing where it forks at once
    std::string headquarters;      ///< ISO code or ""
    std::vector<LinkIndex> chain;  ///< from the party upwards
    std::vector<LinkIndex> conflict;  ///< links that name different parents where the chain ends
    std::string because;
};

/// A circumstance of succession or common control.
struct Signal {
    enum class Kind : std::uint8_t {
        Reported,  ///< a source calls it the successor
        Renamed,
        SharedManagers,  ///< officers, founders, legal representatives
        SharedOwner,
        SharedAddress,
        SharedContact,     ///< telephone or domain
        SharedPartners,    ///< suppliers, customers, partners of both
        FoundedAfterwards  ///< within two years of the listing; counts only beside another
    };
    Kind kind = Kind::Reported;
    std::uint8_t weight = 0;
    std::vector<LinkIndex> links;  ///< the evidence
    std::string says;              ///< what it is
    std::string innocent;          ///< what else would explain it
    std::string refuted_by;
};
std::string_view to_text(Signal::Kind kind);

/// Of all signals together: Weak below 3, Moderate below 6, Strong from there.
enum class SuccessionStrength : std::uint8_t { Weak, Moderate, Strong };
std::string_view to_text(SuccessionStrength strength);

struct Succession {
    PartyIndex party = 0;  ///< the listed one
    Listed listed;
    SuccessionStrength strength = SuccessionStrength::Weak;
    std::vector<Signal> signals;
};

struct Chain {
    std::vector<PartyIndex> parties;  ///< from the party asked about to a listed one
    std::vector<LinkIndex> links;     ///< between them; one fewer
    Listed listed;
    std::uint32_t cost = 0;  ///< the less the stronger
};

struct Trace {
    PartyIndex party = 0;
    AsOf as_of;
    Threshold threshold = Threshold::HalfOrMore;
    Listed listed;  ///< the party itself
    Behind behind;
    Ownership ownership;
    UltimateParent parent;
    std::vector<Succession> successions;  ///< strongest first
    std::vector<Chain> chains;            ///< strongest first
    bool cut = false;  ///< successions and chains are not all: a crowd of links was not looked at
};

Ownership ownership(const LinkGraph& graph, const Behind& behind,
                    Threshold threshold = Threshold::HalfOrMore);
UltimateParent ultimate_parent(const LinkGraph& graph, PartyIndex party, const AsOf& as_of);
struct Successions {
    std::vector<Succession> found;
    bool cut = false;  ///< among more parties than are looked at
};
Successions successions(const LinkGraph& graph, PartyIndex party, const AsOf& as_of,
                        const ListedOn& listed);
struct Chains {
    std::vector<Chain> found;
    bool cut = false;  ///< more ways than are looked at
};
/// At most `count` chains of at most `depth` links, one a listed party and way there.
Chains chains(const LinkGraph& graph, PartyIndex party, const AsOf& as_of, const ListedOn& listed,
              std::uint32_t depth, std::uint32_t count);

struct TraceOptions {
    TraceLimits limits;
    std::uint32_t chain_depth = 4, chain_count = 5;
    Threshold threshold = Threshold::HalfOrMore;
};
Trace trace(const LinkGraph& graph, PartyIndex party, const AsOf& as_of, const ListedOn& listed,
            const TraceOptions& options = {});

}  // namespace cordon::links
