// SPDX-License-Identifier: Apache-2.0
// Circumstances are gathered between the party and every other that something but trade joins it
// with; of these only listed ones remain. Each kind of circumstance counts once. What many
// unrelated parties share says little: an address counts by how few stand there.
//
// Source of the circumstances: Supp. No. 3 to part 732, red flags 23 and 25. The weights are
// Cordon's own and order notes; no rule reads them.
#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>

#include "links/identity.h"
#include "links/trace.h"

namespace cordon::links {

namespace {

using Kind = Signal::Kind;

constexpr std::int32_t kYear = 366, kTwoYears = 731;
constexpr std::size_t kOthersMax = 5000;  ///< who holds more companies says little of any

bool is_management(Relation relation) {
    return relation == Relation::OfficerOf || relation == Relation::FounderOf ||
           relation == Relation::LegalRepresentativeOf;
}
bool is_owner(Relation relation) {
    return relation == Relation::Owns || relation == Relation::Controls;
}
bool is_trade(Relation relation) {
    return relation == Relation::Supplies || relation == Relation::CustomerOf ||
           relation == Relation::PartnerOf || relation == Relation::AwardedBy;
}

/// Links that make the third parties of both sides comparable: kind -> third party -> links.
using Thirds = std::map<PartyIndex, std::vector<LinkIndex>>;

class Gatherer {
public:
    Gatherer(const LinkGraph& graph, PartyIndex party, const AsOf& as_of, const ListedOn& listed)
        : graph_(graph), as_of_(as_of), listed_(listed), own_(same_party(graph, party, as_of)) {}

    Successions gather() {
        Successions gathered;
        auto& out = gathered.found;
        std::set<PartyIndex> others;
        for (const auto record : own_.records) gathered.cut |= !add_others(record, others);
        for (const auto other : others) {
            if (std::binary_search(own_.records.begin(), own_.records.end(), other)) continue;
            Succession one{other, listed_(graph_.party(other)), {}, {}};
            if (one.listed.on_day == Truth::No) continue;
            add_signals(one);
            if (!one.signals.empty()) out.push_back(std::move(one));
        }
        std::stable_sort(out.begin(), out.end(), [](const Succession& a, const Succession& b) {
            return weight(a) > weight(b);
        });
        return gathered;
    }

    static unsigned weight(const Succession& succession) {
        unsigned sum = 0;
        for (const auto& signal : succession.signals) sum += signal.weight;
        return sum;
    }

private:
    template <class Each>
    void for_each_told(PartyIndex record, Each&& each) const {
        for (const auto index : graph_.links_of(record)) {
            const auto& link = graph_.link(index);
            if (told(link, as_of_)) each(index, link);
        }
    }

    /// Parties joined directly, or through one who manages or owns both. False when they are too
    /// many.
    bool add_others(PartyIndex record, std::set<PartyIndex>& others) const {
        bool all = true;
        const auto add = [&](PartyIndex other) {
            if (others.size() < kOthersMax) others.insert(other);
            all = all && (others.size() < kOthersMax || others.contains(other));
        };
        std::set<PartyIndex> through;
        for_each_told(record, [&](LinkIndex, const Link& link) {
            if (is_trade(link.relation)) return;
            const auto third = other_end(link, record);
            add(third);
            const bool joins = is_management(link.relation) || is_owner(link.relation);
            if (joins && link.object == record) through.insert(third);
        });
        for (const auto third : through) {
            if (graph_.links_of(third).size() > kOthersMax) {
                all = false;
                continue;
            }
            for_each_told(third, [&](LinkIndex, const Link& further) {
                if (further.subject == third &&
                    (is_management(further.relation) || is_owner(further.relation))) {
                    add(further.object);
                }
            });
        }
        return all;
    }

    [[nodiscard]] std::vector<LinkIndex> direct(PartyIndex other,
                                                std::initializer_list<Relation> kinds) const {
        std::vector<LinkIndex> out;
        for (const auto record : own_.records) {
            for_each_told(record, [&](LinkIndex index, const Link& link) {
                const bool wanted =
                    std::find(kinds.begin(), kinds.end(), link.relation) != kinds.end();
                if (wanted && other_end(link, record) == other) out.push_back(index);
            });
        }
        return out;
    }

    /// Third parties joined to a record by relations that `wanted` accepts, with the links.
    template <class Wanted>
    [[nodiscard]] Thirds thirds(PartyIndex record, bool as_object, const Wanted& wanted) const {
        Thirds out;
        for_each_told(record, [&](LinkIndex index, const Link& link) {
            if (!wanted(link.relation) || (as_object && link.object != record)) return;
            out[other_end(link, record)].push_back(index);
        });
        return out;
    }

    /// Links of third parties that both sides have.
    template <class Wanted>
    [[nodiscard]] std::pair<std::vector<PartyIndex>, std::vector<LinkIndex>> shared(
        PartyIndex other, bool as_object, const Wanted& wanted) const {
        const auto theirs = thirds(other, as_object, wanted);
        std::set<PartyIndex> who;
        std::set<LinkIndex> links;
        for (const auto record : own_.records) {
            for (const auto& [third, ours] : thirds(record, as_object, wanted)) {
                const auto at = theirs.find(third);
                if (at == theirs.end() || third == other) continue;
                who.insert(third);
                links.insert(ours.begin(), ours.end());
                links.insert(at->second.begin(), at->second.end());
            }
        }
        return {{who.begin(), who.end()}, {links.begin(), links.end()}};
    }

    [[nodiscard]] std::string names(const std::vector<PartyIndex>& parties) const {
        constexpr std::size_t kNamed = 3;
        std::string text;
        for (std::size_t i = 0; i < std::min(parties.size(), kNamed); ++i) {
            text += (i == 0 ? "" : ", ") + graph_.party(parties[i]).name;
        }
        if (parties.size() > kNamed) text += fmt::format(" and {} more", parties.size() - kNamed);
        return text;
    }

    void add_signals(Succession& one) const {
        const auto& other = graph_.party(one.party).name;
        if (auto links = direct(one.party, {Relation::SuccessorOf}); !links.empty()) {
            one.signals.push_back({Kind::Reported, 3, std::move(links),
                                   "a source says that one took over from the other",
                                   "a spin-off or purchase that was open and meant to last",
                                   "who holds and manages it today, and for whom it works"});
        }
        if (auto links = direct(one.party, {Relation::RenamedTo, Relation::SameAs});
            !links.empty()) {
            one.signals.push_back({Kind::Renamed, 3, std::move(links),
                                   "a source says that the two are one party",
                                   "two companies of a like name", "registration numbers of both"});
        }
        add_people(one, other);
        add_place(one);
        if (auto links = direct(one.party, {Relation::SharesPhone, Relation::SharesDomain});
            !links.empty()) {
            one.signals.push_back({Kind::SharedContact, 2, std::move(links),
                                   "they have a telephone number or domain in common",
                                   "the number of a registration agent or landlord",
                                   "whose number it is"});
        }
        if (auto [who, links] = shared(one.party, false, is_trade);
            !who.empty() && !one.signals.empty()) {
            one.signals.push_back({Kind::SharedPartners,
                                   static_cast<std::uint8_t>(std::min<std::size_t>(who.size(), 2)),
                                   std::move(links), "both have to do with " + names(who),
                                   "suppliers that serve the whole trade",
                                   "contracts of both, with dates"});
        }
        add_founding(one);
        const auto sum = weight(one);
        if (sum >= 3) one.strength = SuccessionStrength::Moderate;
        if (sum >= 6) one.strength = SuccessionStrength::Strong;
    }

    void add_people(Succession& one, const std::string& other) const {
        if (auto [who, links] = shared(one.party, true, is_management); !who.empty()) {
            one.signals.push_back({Kind::SharedManagers,
                                   static_cast<std::uint8_t>(who.size() > 1 ? 4 : 3),
                                   std::move(links), names(who) + " managed or founded both",
                                   "people change employers; another person of the same name",
                                   "when they left " + other + ", and identity numbers"});
        }
        if (auto [who, links] = shared(one.party, true, is_owner); !who.empty()) {
            one.signals.push_back({Kind::SharedOwner, 2, std::move(links),
                                   names(who) + " holds part of, or controls, both",
                                   "a state or a fund holds parts of many companies",
                                   "the size of the parts, and who votes them"});
        }
    }

    void add_place(Succession& one) const {
        auto links = direct(one.party, {Relation::SharesAddress});
        if (links.empty()) return;
        std::set<PartyIndex> crowd(own_.records.begin(), own_.records.end());
        for (const auto record : {own_.records.front(), one.party}) {
            for_each_told(record, [&](LinkIndex, const Link& link) {
                if (link.relation == Relation::SharesAddress) crowd.insert(other_end(link, record));
            });
        }
        constexpr std::size_t kFew = 4, kMany = 10;
        const std::uint8_t weight = crowd.size() <= kFew ? 2 : crowd.size() <= kMany ? 1 : 0;
        one.signals.push_back({Kind::SharedAddress, weight, std::move(links),
                               fmt::format("they have an address in common; {} parties of this "
                                           "graph have it or one of theirs",
                                           crowd.size()),
                               "an office tower, a science park, a registration address",
                               "floor and room, the landlord, other tenants"});
    }

    /// When a party was founded, by its record or by its founders.
    void add_founding(Succession& one) const {
        if (one.signals.empty() || !one.listed.since) return;
        std::optional<Date> founded;
        std::vector<LinkIndex> links;
        for (const auto record : own_.records) {
            if (graph_.party(record).founded) founded = graph_.party(record).founded;
            for_each_told(record, [&](LinkIndex index, const Link& link) {
                if (link.relation != Relation::FounderOf || link.object != record || !link.from) {
                    return;
                }
                links.push_back(index);
                if (!founded || *link.from < *founded) founded = link.from;
            });
        }
        if (!founded) return;
        const auto days = founded->days() - one.listed.since->days();
        if (days < 0 || days > kTwoYears) return;
        one.signals.push_back(
            {Kind::FoundedAfterwards, static_cast<std::uint8_t>(days <= kYear ? 2 : 1),
             std::move(links),
             fmt::format("it was founded {}, {} days after the other was listed on {}",
                         founded->to_iso(), days, one.listed.since->to_iso()),
             "many companies are founded in any two years",
             "plans or filings from before the listing"});
    }

    const LinkGraph& graph_;
    const AsOf& as_of_;
    const ListedOn& listed_;
    SameParty own_;
};

}  // namespace

std::string_view to_text(Signal::Kind kind) {
    switch (kind) {
        case Kind::Reported:
            return "reported";
        case Kind::Renamed:
            return "renamed";
        case Kind::SharedManagers:
            return "shared_managers";
        case Kind::SharedOwner:
            return "shared_owner";
        case Kind::SharedAddress:
            return "shared_address";
        case Kind::SharedContact:
            return "shared_contact";
        case Kind::SharedPartners:
            return "shared_partners";
        case Kind::FoundedAfterwards:
            return "founded_afterwards";
    }
    return {};
}

std::string_view to_text(SuccessionStrength strength) {
    switch (strength) {
        case SuccessionStrength::Weak:
            return "weak";
        case SuccessionStrength::Moderate:
            return "moderate";
        case SuccessionStrength::Strong:
            return "strong";
    }
    return {};
}

Successions successions(const LinkGraph& graph, PartyIndex party, const AsOf& as_of,
                        const ListedOn& listed) {
    return Gatherer(graph, party, as_of, listed).gather();
}

}  // namespace cordon::links
