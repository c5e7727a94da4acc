// SPDX-License-Identifier: Apache-2.0
#include "determination/recogniser.h"

namespace cordon::determination {

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

void add(std::string& key, std::string_view text) {
    key += std::to_string(text.size());
    key += ':';
    key += text;
}

void add(std::string& key, const std::vector<std::string>& texts) {
    for (const auto& text : texts) add(key, text);
    key += '|';
}

}  // namespace

/// Everything of the query that an answer rests on: what party_query fills in.
std::string Recogniser::key_of(const PartyQuery& party) const {
    std::string key;
    add(key, party.names);
    add(key, party.countries);
    add(key, party.addresses);
    for (const auto& identifier : party.identifiers) {
        add(key, {std::to_string(static_cast<int>(identifier.kind)), identifier.value,
                  identifier.country});
    }
    if (!screening_.reviews.all().empty()) {
        const auto& as_of = party.decisions;
        add(key, {as_of.made_by.to_iso(), as_of.used_on.to_iso(), std::to_string(as_of.first)});
    }
    return key;
}

Recogniser::Recognised Recogniser::recognised(const PartyQuery& party) const {
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
        matcher = std::make_unique<Matcher>(snapshot_, *screening_.corpus, screening_.profile,
                                            &screening_.reviews);
    }
    Recognised found;
    found.matches = matcher->match(party);
    found.set_aside = matcher->set_aside();
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(matcher));
    if (known_.size() >= kKnownMax) known_.clear();
    known_.emplace(std::move(key), found);
    return found;
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
