// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The insides of Engine and Desk, shared by the files of this folder only.
#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

#include "determination/engine.h"
#include "determination/lookup.h"
#include "determination/plan.h"

namespace cordon::determination {

struct Desk::State {
    law::Evaluation evaluation;
};

struct Engine::State {
    explicit State(Parts given) : parts(std::move(given)) {}

    Parts parts;
    std::string links_hash;
    std::unique_ptr<Lookup> lookup;

    /// The plan of an edition, made once.
    const Plan& plan(const law::Edition& edition) const;

private:
    mutable std::mutex plans_mutex_;
    mutable std::map<const law::Edition*, std::unique_ptr<const Plan>> plans_;
};

/// Calls `ask` for each subject of a case that a rule of this kind speaks of, without allocating.
template <class Ask>
void for_each_subject(const law::Case& facts, law::Per per, Ask&& ask) {
    using law::SubjectKind;
    const auto items = static_cast<std::uint16_t>(facts.items.size());
    const auto parties = static_cast<std::uint16_t>(facts.parties.size());
    switch (per) {
        case law::Per::Transaction:
            ask(law::SubjectRef{});
            break;
        case law::Per::Item:
            for (std::uint16_t i = 0; i < items; ++i)
                ask(law::SubjectRef{SubjectKind::Item, i, 0, 0});
            break;
        case law::Per::Device:
            for (const auto& subject : law::subjects(facts, per)) ask(subject);
            break;
        case law::Per::Party:
            for (std::uint16_t i = 0; i < parties; ++i) {
                ask(law::SubjectRef{SubjectKind::Party, i, 0, 0});
            }
            break;
        case law::Per::Listing:
            for (std::uint16_t i = 0; i < parties; ++i) {
                const auto listings = static_cast<std::uint16_t>(facts.parties[i].listings.size());
                for (std::uint16_t j = 0; j < listings; ++j) {
                    ask(law::SubjectRef{SubjectKind::Listing, i, j, 0});
                }
            }
            break;
        case law::Per::Country:
            break;
    }
}

}  // namespace cordon::determination
