// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What reviewers decided about pairs of a party and a listing.
///
/// A decision is about one party (as it was written: names folded and sorted, countries) and one
/// entry as it stood (the hash of its contents). It is applied to that pair alone and lapses when
/// the entry changes; a lapsed decision is reported, never silently used. Kept as NDJSON, one
/// decision a line, appended, never rewritten.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "lists/listing.h"

namespace cordon::screening {

struct PartyQuery;

struct Review {
    std::string party;         ///< party_key
    std::string party_name;    ///< for people
    std::string listing;       ///< Listing::id
    std::string listing_hash;  ///< entry_hash when it was decided
    bool same = false;
    std::string reason, by;
    Date on = kFirstDate;
    std::optional<Date> until;  ///< last day it may be used
};

std::string party_key(const PartyQuery& party);
/// Changes when anything of the entry that screening or law reads changes; not when only the copy's
/// date does.
std::string entry_hash(const lists::Listing& listing);

class Reviews {
public:
    static Result<Reviews> read(const std::string& path);  ///< a missing file has no decisions
    static Status append(const std::string& path, const Review& review);
    enum class State { None, Same, Different, Lapsed };
    struct Found {
        State state = State::None;
        const Review* review = nullptr;
    };
    /// The last decision on the pair made by one day, as it may be used on another.
    [[nodiscard]] Found find(const std::string& party, const lists::Listing& listing, Date made_by,
                             Date used_on) const;
    [[nodiscard]] Found find(const std::string& party, const lists::Listing& listing,
                             Date day) const {
        return find(party, listing, day, day);
    }
    [[nodiscard]] const std::vector<Review>& all() const { return all_; }
    /// sha256 of the decisions as read; for the receipt. "" when there are none.
    [[nodiscard]] const std::string& hash() const { return hash_; }

private:
    std::vector<Review> all_;
    std::string hash_;
};

}  // namespace cordon::screening
