// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What every reader of links writes into: parties under their ids, links, what went wrong.
///
/// Invariants
///  1. One id is one party, whoever tells of it first: a link may come before its parties.
///  2. The name a record of the party gives stands before one that only a link mentions.
///  3. One link id is one link: told again in the same words it is counted, in others reported.
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "links/link_graph.h"

namespace cordon::links {

/// Bounds on what a file may contain.
struct ReadLimits {
    std::size_t parties_max = 20'000'000;
    std::size_t links_max = 50'000'000;
    std::size_t text_max = 4096;  ///< bytes of one name, source or note
};

/// How much is known of a party.
enum class Told : std::uint8_t {
    Referred,   ///< a link gives its id, nobody its name
    Mentioned,  ///< a link gives its name
    Recorded,   ///< a record of its own
    NoParty,    ///< a record says that it is none: a vessel
};

class Gathered {
public:
    explicit Gathered(const ReadLimits& limits)
        : limits_(limits), link_ids_(0, Ids{this}, Ids{this}) {}
    Gathered(const Gathered&) = delete;
    Gathered& operator=(const Gathered&) = delete;

    [[nodiscard]] const ReadLimits& limits() const { return limits_; }
    /// The party with this id, a new one where it is the first time. Nothing beyond the limit.
    std::optional<PartyIndex> party(const std::string& id);
    /// The party that only its name is known of. REQUIRES: lists::name_key(name) is not empty.
    std::optional<PartyIndex> party_named(const std::string& name);
    /// Joins what `record` says to the party of its id; false when beyond a limit.
    bool tell(PartyRecord record, Told told, const Position& place);
    /// The party may be meant by rows that give its name and no id.
    void may_be_named(PartyIndex party) { state_[party].may_be_named = true; }
    void add(Link link, const Position& place);
    void refuse(Error error);
    void leave_out(const std::string& reason, std::size_t count = 1);

    [[nodiscard]] const std::vector<Error>& errors() const { return errors_; }
    [[nodiscard]] const std::vector<std::pair<std::string, std::size_t>>& left_out() const {
        return left_out_;
    }
    Records finish();

private:
    struct State {
        Told told = Told::Referred;
        bool by_name = false;       ///< its id is made of its name
        bool may_be_named = false;  ///< by a row without an id
    };
    struct Place {
        std::uint32_t file = 0, line = 0;
    };
    /// Finds links by their ids without a second copy of the ids.
    struct Ids {
        using is_transparent = void;
        const Gathered* of;
        [[nodiscard]] const std::string& id(LinkIndex i) const { return of->records_.links[i].id; }
        std::size_t operator()(std::string_view id) const {
            return std::hash<std::string_view>()(id);
        }
        std::size_t operator()(LinkIndex i) const { return (*this)(std::string_view(id(i))); }
        bool operator()(LinkIndex a, LinkIndex b) const { return a == b; }
        bool operator()(std::string_view text, LinkIndex i) const { return text == id(i); }
        bool operator()(LinkIndex i, std::string_view text) const { return text == id(i); }
    };
    [[nodiscard]] bool fits(const std::string& text, const char* field, const Position& place);
    [[nodiscard]] Position place_of(LinkIndex link) const;
    void resolve_names(std::vector<PartyIndex>& same_as);
    /// Two names that a link ties are two parties.
    void keep_apart(const Link& link, std::vector<PartyIndex>& same_as) const;
    bool keep_link(LinkIndex link);

    ReadLimits limits_;
    Records records_;
    std::vector<State> state_;   ///< of each party
    std::vector<Place> places_;  ///< of each link
    std::vector<std::string> files_;
    std::unordered_map<std::string, PartyIndex> by_id_;
    std::unordered_set<LinkIndex, Ids, Ids> link_ids_;
    std::vector<Error> errors_;
    std::size_t more_errors_ = 0;
    bool full_ = false;
    std::vector<std::pair<std::string, std::size_t>> left_out_;
};

}  // namespace cordon::links
