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
#include <unordered_map>
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
    /// Which decisions count: the first so many of the file, made by one day, used on another.
    struct AsOf {
        Date made_by = kLastDate, used_on = kLastDate;
        std::size_t first = kAll;
    };
    static constexpr std::size_t kAll = static_cast<std::size_t>(-1);

    /// The last decision on the pair that counts.
    [[nodiscard]] Found find(const std::string& party, const lists::Listing& listing,
                             const AsOf& as_of) const;
    /// Ids of the entries whose last decision that counts says that they are this party.
    [[nodiscard]] std::vector<std::string> decided_same(const std::string& party,
                                                        const AsOf& as_of) const;
    [[nodiscard]] const std::vector<Review>& all() const { return all_; }
    /// sha256 over the first so many decisions as read, so that a receipt stays good when others
    /// are added behind them. "" for none, and where there are not so many.
    [[nodiscard]] std::string hash(std::size_t first = kAll) const;

private:
    void add(Review review);
    /// The last decision on the pair that counts, or nullptr.
    [[nodiscard]] const Review* last_on(const std::string& party, const std::string& listing,
                                        const AsOf& as_of) const;

    std::vector<Review> all_;
    std::vector<std::string> hashes_;  ///< of each decision and all before it
    std::unordered_map<std::string, std::vector<std::size_t>> of_party_;
};

}  // namespace cordon::screening
