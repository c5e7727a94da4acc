// SPDX-License-Identifier: Apache-2.0
#include "determination/engine.h"

#include "base/sha256.h"
#include "determination/desk.h"
#include "names/bundled.h"

namespace cordon::determination {

Json Profile::to_json() const {
    return Json::object()
        .add("name", Json::of_text(name))
        .add("screening", Json::of_text(screening))
        .add("screening_hash", Json::of_text(screening_hash))
        .add("names_hash", Json::of_text(names_hash));
}

std::string Profile::hash() const {
    return sha256_hex(write_json(to_json()));
}

Desk::Desk() : state_(std::make_unique<State>()) {}
Desk::~Desk() = default;

Engine::Engine(std::unique_ptr<State> state) : state_(std::move(state)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::create(Parts parts) {
    auto state = std::make_unique<State>(std::move(parts));
    state->lookup = TRY(Lookup::create(state->parts));
    auto& profile = state->parts.profile;
    profile.screening = state->parts.screening.profile.name;
    profile.screening_hash = state->parts.screening.profile.hash;
    profile.names_hash = names::tables_hash();
    const auto& links = state->parts.links;
    state->links_hash = links ? links->hash() : "none";
    return Engine(std::move(state));
}

const law::Law& Engine::law() const {
    return state_->parts.law;
}
const items::Catalogue& Engine::catalogue() const {
    return state_->parts.catalogue;
}
const lists::Snapshot& Engine::snapshot() const {
    return state_->parts.snapshot;
}
const Profile& Engine::profile() const {
    return state_->parts.profile;
}

const screening::Reviews& Engine::reviews() const {
    return state_->parts.screening.reviews;
}

const std::string& Engine::links_hash() const {
    return state_->links_hash;
}

const Plan& Engine::plan(const law::Edition& edition) const {
    return state_->plan(edition);
}

const Plan& Engine::State::plan(const law::Edition& edition) const {
    const std::lock_guard lock(plans_mutex_);
    auto& plan = plans_[&edition];
    if (!plan) plan = std::make_unique<const Plan>(Plan::of(edition));
    return *plan;
}

}  // namespace cordon::determination
