// SPDX-License-Identifier: Apache-2.0
#pragma once
/// From a party as somebody wrote it to the listings it may be, each with reasons.
///
/// Names find candidates; country, identifiers, addresses, days of birth support or contradict
/// them. Facts that are not there count for nothing. Country never removes a match: it can only
/// weaken one to a question.
///
/// Strength
///  * Confirmed: an identifier agrees, or a reviewer said "same".
///  * Probable: the name is the same or scores at least `profile.probable`, and nothing contradicts
///    it.
///  * Possible: the name scores at least `profile.possible`; or it would be probable but a country,
///    an identifier or a birth contradicts it, or it met only a weak alias or a one-word alias
///    without country; or a number is equal whose kinds cannot be compared; or the address alone
///    agrees.
/// A reviewer's "different" sets the pair aside, until the entry changes or an identifier agrees.
///
/// Source: docs/reference/scoring.md. Thread safety: a Matcher is for one thread; what it borrows
/// is shared.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lists/listing.h"
#include "lists/snapshot.h"
#include "names/identifier.h"
#include "screening/corpus.h"
#include "screening/profile.h"
#include "screening/review.h"
#include "screening/score.h"

namespace cordon::screening {

struct PartyQuery {
    std::vector<std::string> names;  ///< the name and its aliases, any script
    names::NameKind kind = names::NameKind::Unknown;
    std::vector<std::string> countries;  ///< ISO codes: of the party, its headquarters
    std::vector<std::string> addresses;
    std::vector<names::Identifier> identifiers;
    std::vector<lists::Born> born;
    std::vector<std::string> birthplaces;
    Reviews::AsOf decisions;  ///< which of the reviewers' decisions count
};

enum class Strength : std::uint8_t { Possible, Probable, Confirmed };
std::string_view to_text(Strength strength);

/// One thing that speaks for or against a match.
struct Support {
    enum class Kind : std::uint8_t {
        Country,
        Identifier,
        Address,
        Birth,
        Birthplace,
        WeakAlias,
        OneWord,
        Reviewer
    };
    Kind kind = Kind::Country;
    Truth agrees = Truth::Unknown;
    std::string because;  ///< "both CN", "USCC 9111…: equal", "listed in RU, party in DE"
};
std::string_view to_text(Support::Kind kind);

struct Match {
    std::uint32_t listing = 0;  ///< index into the snapshot
    std::string matched_name;   ///< as listed; "" when only an identifier or address met
    bool alias = false;
    bool same_name = false;      ///< the very name, case, width, punctuation and legal form apart
    bool has_same_name = false;  ///< that, or another name of the entry is, though it is in doubt
    std::string party_name;      ///< which of the query's names met it, as written
    std::string read_as;  ///< the part of it or the reading that met; "" for all of it as written
    std::uint16_t raw = 0, shown = 0;  ///< 0 when only an identifier or address met
    Strength strength = Strength::Possible;
    std::vector<Support> supports;
    std::string question;  ///< what would settle it; "" for a confirmed one
};

/// The two names of a match as they were taken apart, and how they were aligned.
struct Explained {
    names::Name party, listed;
    Explanation alignment;
};

/// Reads the tables that names are taken apart with, which the first party would wait for
/// otherwise. Safe to call at any time from any thread.
void read_name_tables();

class Matcher {
public:
    /// Borrows all of them. `reviews` may be nullptr.
    Matcher(const lists::Snapshot& snapshot, const Corpus& corpus, const Profile& profile,
            const Reviews* reviews);
    ~Matcher();
    /// Every match, strongest first, then by score, then by listing. One a listing.
    [[nodiscard]] std::vector<Match> match(const PartyQuery& party);
    /// Of the last party: pairs that a reviewer decided are different, with the decision.
    [[nodiscard]] const std::vector<Match>& set_aside() const;
    /// Why the names of a match met, token by token. Nothing when only an identifier or address
    /// met.
    [[nodiscard]] std::optional<Explained> explain(const Match& match) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace cordon::screening
