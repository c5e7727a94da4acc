// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The one room behind every door: command line, HTTP and streams all ask this Engine.
///
/// Thread safety: an Engine is immutable after creation; a Desk belongs to one thread.
#include <memory>
#include <string>
#include <vector>

#include "determination/determination.h"
#include "determination/party_listings.h"
#include "determination/recogniser.h"
#include "items/catalogue.h"
#include "links/link_graph.h"
#include "lists/snapshot.h"
#include "trade/transaction.h"

namespace cordon::determination {

/// Every tunable, named and hashed; a determination records it.
struct Profile {
    std::string name = "standard";
    std::string screening, screening_hash;  ///< profile of screening; Engine::create fills them in
    std::string names_hash;                 ///< of the tables that names are taken apart with
    [[nodiscard]] Json to_json() const;
    [[nodiscard]] std::string hash() const;
};

/// A transaction with everything looked up that rules may ask about.
struct Prepared {
    law::Case facts;
    Date law_day = kFirstDate;
    Date lists_day = kFirstDate;
    Date known_day = kLastDate;        ///< facts and decisions known by this day
    screening::Reviews::AsOf reviews;  ///< which of the reviewers' decisions count
    law::Reading reading = law::Reading::AsEnforced;
    const law::Edition* edition = nullptr;

    struct ItemNotes {
        std::vector<std::string> catalogue_ids;
        std::vector<std::vector<std::string>> worksheets;
        std::vector<std::string> notes;
    };
    std::vector<ItemNotes> items;
    std::vector<std::vector<PartyListing>> listings;  ///< of each party
    std::vector<std::string> notes;
    std::vector<std::string> link_notes;  ///< what the graph of links says of the parties
    std::vector<Error> errors;            ///< parts of the order that could not be read
};

class Engine;
struct Plan;  ///< plan.h

/// One thread's reusable memory for deciding.
class Desk {
public:
    Desk();
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

private:
    friend class Engine;
    struct State;
    std::unique_ptr<State> state_;
};

class Engine {
public:
    struct Parts {
        law::Law law;
        items::Catalogue catalogue;
        lists::Snapshot snapshot;
        Profile profile;
        Screening screening;
        /// Who stands behind parties, as sources say; nothing: nobody is looked up.
        std::shared_ptr<const links::LinkGraph> links = nullptr;
    };
    static Result<Engine> create(Parts parts);
    Engine(Engine&&) noexcept;
    Engine& operator=(Engine&&) noexcept;
    ~Engine();

    [[nodiscard]] const law::Law& law() const;
    [[nodiscard]] const items::Catalogue& catalogue() const;
    [[nodiscard]] const lists::Snapshot& snapshot() const;
    [[nodiscard]] const Profile& profile() const;
    [[nodiscard]] const screening::Reviews& reviews() const;
    /// Of the graph of links; "none" without one.
    [[nodiscard]] const std::string& links_hash() const;

    /// Looks everything up: items in the catalogue, parties and owners on the lists.
    [[nodiscard]] Prepared prepare(const trade::Transaction& transaction,
                                   const Clocks& clocks) const;
    /// Asks every provision in force.
    [[nodiscard]] Decision decide(const Prepared& prepared, Desk& desk) const;
    /// The decided tree of conditions of every finding, in compact form. Valid until the Desk is
    /// used again.
    [[nodiscard]] std::vector<law::TraceRecord> traces(const Prepared& prepared,
                                                       const Decision& decision, Desk& desk) const;

    /// What has to be asked under an edition; made once.
    [[nodiscard]] const Plan& plan(const law::Edition& edition) const;

private:
    struct State;
    explicit Engine(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace cordon::determination
