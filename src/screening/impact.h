// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a change of a list means for given parties: who is newly hit, who is cleared.
///
/// Only the entries that changed are compiled, as they were and as they are; every party is matched
/// against these alone. A match is a matter between one party and one entry, so entries that did
/// not change cannot give another answer: the result is the one that matching against both whole
/// lists would give (impact_test.cpp compares the two).
/// Thread safety: one thread an Impacts; it may use several itself.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lists/difference.h"
#include "screening/matcher.h"

namespace cordon::screening {

enum class Effect : std::uint8_t { NewlyHit, Cleared, Stronger, Weaker };
std::string_view to_text(Effect effect);

/// Of one party and one entry that changed.
struct Impact {
    Effect effect = Effect::NewlyHit;
    std::uint32_t change = 0;  ///< index into Impacts::changes()
    std::optional<Match> before, after;
};

class Impacts {
public:
    /// An entry as it was and as it is; one of them may be missing.
    struct Change {
        std::optional<lists::Listing> before, after;
    };
    /// `profile` and `reviews` (may be nullptr) are borrowed. With a day only entries that hold on
    /// it count; an entry whose end is what changed then clears.
    static Result<Impacts> of(const lists::Difference& difference, const Profile& profile,
                              const Reviews* reviews, std::optional<Date> day);
    Impacts(Impacts&&) noexcept;
    Impacts& operator=(Impacts&&) noexcept;
    ~Impacts();

    /// In the order of the changes.
    [[nodiscard]] std::vector<Impact> on(const PartyQuery& party);
    /// The same for each of many, in their order, on up to so many threads at once.
    [[nodiscard]] std::vector<std::vector<Impact>> on(std::span<const PartyQuery> parties,
                                                      std::size_t threads);
    [[nodiscard]] const std::vector<Change>& changes() const;

private:
    struct State;
    explicit Impacts(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace cordon::screening
