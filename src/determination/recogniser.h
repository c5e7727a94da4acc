// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Who on the lists a party of an order may be, for the look-up of facts.
///
/// Thread safety: shared by all desks; each call borrows a matcher of its own.
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/json.h"
#include "screening/matcher.h"

namespace cordon::determination {

/// What screening works with, beside the snapshot.
struct Screening {
    screening::Profile profile;  ///< without a name: balanced
    /// Compiled for the snapshot and the profile's weights; made in memory where there is none.
    std::shared_ptr<const screening::Corpus> corpus;
    screening::Reviews reviews;
};

class Recogniser {
public:
    /// Borrows the snapshot and the profile, which must stay where they are.
    static Result<std::unique_ptr<Recogniser>> create(const lists::Snapshot& snapshot,
                                                      Screening& screening);
    struct Recognised {
        std::vector<screening::Match> matches;
        std::vector<screening::Match> set_aside;  ///< by a reviewer's decision
    };
    /// Listings that the names, identifiers or addresses of the party meet, with what reviewers
    /// decided. The answer for a party asked before is kept: orders repeat their parties.
    [[nodiscard]] Recognised recognised(const screening::PartyQuery& party) const;

private:
    Recogniser(const lists::Snapshot& snapshot, Screening& screening)
        : snapshot_(snapshot), screening_(screening) {}
    [[nodiscard]] std::string key_of(const screening::PartyQuery& party) const;

    const lists::Snapshot& snapshot_;
    Screening& screening_;
    mutable std::mutex mutex_;
    mutable std::vector<std::unique_ptr<screening::Matcher>> idle_;
    mutable std::unordered_map<std::string, Recognised> known_;
};

/// The party of an order as screening asks for it; identifiers and addresses from its JSON.
screening::PartyQuery party_query(std::vector<std::string> names,
                                  std::vector<std::string> countries, const Json& party);

}  // namespace cordon::determination
