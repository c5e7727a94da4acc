// SPDX-License-Identifier: Apache-2.0
#include "determination/recogniser.h"

namespace cordon::determination {

using screening::Match;
using screening::Matcher;
using screening::PartyQuery;

Result<std::unique_ptr<Recogniser>> Recogniser::create(const lists::Snapshot& snapshot,
                                                       Screening& screening) {
    if (screening.profile.name.empty()) screening.profile = TRY(screening::profile("balanced"));
    if (!screening.corpus) {
        auto corpus = TRY(screening::Corpus::of(snapshot, screening.profile.weights));
        screening.corpus = std::make_shared<const screening::Corpus>(std::move(corpus));
    }
    return std::unique_ptr<Recogniser>(new Recogniser(snapshot, screening));
}

namespace {

constexpr std::size_t kKnownMax = 50'000;  ///< parties whose answers are kept

/// Everything of the query that an answer rests on.
std::string key_of(const PartyQuery& party) {
    std::string key;
    const auto add = [&](const std::vector<std::string>& texts) {
        for (const auto& text : texts) {
            key += std::to_string(text.size());
            key += ':';
            key += text;
        }
        key += '|';
    };
    add(party.names);
    add(party.countries);
    add(party.addresses);
    for (const auto& identifier : party.identifiers) {
        key += std::to_string(static_cast<int>(identifier.kind));
        add({identifier.value, identifier.country});
    }
    return key;
}

}  // namespace

std::vector<Match> Recogniser::matches(const PartyQuery& party) const {
    auto key = key_of(party);
    std::unique_ptr<Matcher> matcher;
    {
        const std::lock_guard lock(mutex_);
        if (const auto at = known_.find(key); at != known_.end()) return at->second;
        if (!idle_.empty()) {
            matcher = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (!matcher) {
        matcher =
            std::make_unique<Matcher>(snapshot_, *screening_.corpus, screening_.profile, nullptr);
    }
    auto found = matcher->match(party);
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(matcher));
    if (known_.size() >= kKnownMax) known_.clear();
    known_.emplace(std::move(key), found);
    return found;
}

screening::Reviews::State Recogniser::reviewed(const PartyQuery& party,
                                               const lists::Listing& listing, Date known,
                                               Date day) const {
    if (screening_.reviews.all().empty()) return screening::Reviews::State::None;
    return screening_.reviews.find(screening::party_key(party), listing, known, day).state;
}

PartyQuery party_query(std::vector<std::string> names, std::vector<std::string> countries,
                       const Json& party) {
    PartyQuery query;
    query.names = std::move(names);
    query.countries = std::move(countries);
    const auto text = [](const Json& object, std::string_view key) {
        const Json* value = object.find(key);
        return value != nullptr && value->kind == Json::Kind::Text ? value->text : std::string();
    };
    if (auto address = text(party, "address"); !address.empty()) {
        query.addresses.push_back(std::move(address));
    }
    if (const Json* table = party.find("identifiers"); table != nullptr) {
        for (const auto& row : table->items) {
            const auto value = text(row, "value");
            if (value.empty()) continue;
            query.identifiers.push_back(
                names::identifier(text(row, "scheme"), value,
                                  query.countries.empty() ? "" : query.countries.front()));
        }
    }
    return query;
}

}  // namespace cordon::determination
