// SPDX-License-Identifier: Apache-2.0
// Candidates come from four sides: names, identifiers, addresses, and decisions that two are the
// same. All of them are gathered as (listing, evidence), sorted, and each listing is judged once.
//
// Nothing is lost on the way: search gives every listed name that scores enough (searcher.cpp),
// look-up every one that is the same, and no evidence that weakens a match removes it. The one
// thing that sets a pair aside is a reviewer's "different" for the entry as it stands, unless an
// identifier agrees: it may have been another of the name.
#include "screening/matcher.h"

#include <algorithm>
#include <tuple>

#include "names/address.h"
#include "screening/matcher_parts.h"
#include "screening/matcher_question.h"
#include "screening/matcher_readings.h"
#include "screening/matcher_vocabulary.h"
#include "screening/search.h"
#include "screening/support.h"

namespace cordon::screening {

namespace {

/// A name of the party that is asked for: as written, or a part of a field that holds several, or
/// what it may have been before a slip.
struct Asked {
    std::string written, text;
    std::vector<std::string> needs;  ///< words without which a listed name is not meant
    names::NameSet set;
};

/// A listed name that met one of them.
struct NameHit {
    std::uint32_t listing = 0;
    std::uint16_t raw = 0;
    std::uint16_t name = 0;
    std::uint32_t asked = 0;
    bool same = false;  ///< the very name
};

struct AddressHit {
    std::uint32_t listing = 0;
    std::uint16_t raw = 0;
    std::uint16_t address = 0;  ///< of the listing
};

template <class T>
std::pair<const T*, const T*> of_listing(const std::vector<T>& hits, std::uint32_t listing) {
    const auto less = [](const T& hit, std::uint32_t wanted) { return hit.listing < wanted; };
    const auto first = std::lower_bound(hits.begin(), hits.end(), listing, less);
    auto last = first;
    while (last != hits.end() && last->listing == listing) ++last;
    return {hits.data() + (first - hits.begin()), hits.data() + (last - hits.begin())};
}

/// "CHEN, Quanguo" has a word that means "national", and is a person all the same. Taken for an
/// organisation, nothing else in it says that it is one.
bool may_be_a_person(const names::Name& name) {
    constexpr std::size_t kWordsOfPersons = 6;
    const auto& printed = name.printed;
    const bool digits = printed.find_first_of("0123456789") != std::string::npos;
    if (digits || printed.find(' ') == std::string::npos) return false;
    if (name.tokens.empty() || name.tokens.size() > kWordsOfPersons) return false;
    bool meaning = false;
    std::size_t unknown = 0;
    for (const auto& token : name.tokens) {
        if (token.role == names::Role::LegalForm) return false;
        // "Yi" is one as well.
        const bool known = token.in_lexicon || token.role == names::Role::Number;
        meaning = meaning || known;
        unknown += known ? 0 : 1;
    }
    return meaning && (unknown > 0 || name.tokens.size() <= 2);
}

bool contradicts(const std::vector<Support>& supports) {
    return std::any_of(supports.begin(), supports.end(),
                       [](const Support& support) { return support.agrees == Truth::No; });
}

bool confirms(const std::vector<Support>& supports) {
    return std::any_of(supports.begin(), supports.end(), [](const Support& support) {
        return support.kind == Support::Kind::Identifier && support.agrees == Truth::Yes;
    });
}

std::string decided(const Review& review, bool lapsed) {
    std::string out = review.by + " decided on " + review.on.to_iso() + ": " +
                      (review.same ? "the same" : "different") + ", " + review.reason;
    if (lapsed) out += " (lapsed: the entry has changed since, or its time is over)";
    return out;
}

/// The pair of names that scores most, of those that the scorer compares.
std::optional<Explained> best_explained(const names::NameSet& party, const names::NameSet& listed,
                                        const Profile& profile) {
    std::optional<Explained> best;
    for (const auto& one : party.names) {
        for (const auto& other : listed.names) {
            if (!may_meet(one.derived, other.derived)) continue;
            auto told = explained(one, other, profile);
            if (best && told.raw <= best->alignment.raw) continue;
            best = Explained{one, other, std::move(told)};
        }
    }
    return best;
}

}  // namespace

std::string_view to_text(Strength strength) {
    switch (strength) {
        case Strength::Possible:
            return "possible";
        case Strength::Probable:
            return "probable";
        case Strength::Confirmed:
            return "confirmed";
    }
    return {};
}

struct Matcher::State {
    State(const lists::Snapshot& a_snapshot, const Corpus& a_corpus, const Profile& a_profile,
          const Reviews* some_reviews)
        : snapshot(a_snapshot),
          corpus(a_corpus),
          profile(a_profile),
          reviews(some_reviews),
          names(corpus.names(), profile),
          possible(profile.raw_at(profile.possible)),
          probable(profile.raw_at(profile.probable)) {}

    const lists::Snapshot& snapshot;
    const Corpus& corpus;
    const Profile& profile;
    const Reviews* reviews;
    Searcher names;
    std::optional<Searcher> addresses;  ///< made for the first party that gives one
    std::uint16_t possible, probable;

    // Of the party being matched.
    std::vector<Asked> asked;
    std::vector<NameHit> name_hits;
    std::vector<AddressHit> address_hits;
    std::vector<std::uint32_t> candidates;
    std::string party_key;
    std::vector<Match> set_aside;

    void ask(const PartyQuery& party);
    void search_names();
    void look_up_names();
    void search_addresses(const PartyQuery& party);
    void add_by_number(const PartyQuery& party);
    void add_decided(const PartyQuery& party);
    [[nodiscard]] std::optional<Match> judged(const PartyQuery& party, std::uint32_t index);
    void take_best_name(Match& match, const lists::Listing& listing, Truth country) const;
    void take_address(Match& match, const lists::Listing& listing) const;
    /// What a reviewer said of the pair, told among the supports.
    Reviews::State take_decision(Match& match, const PartyQuery& party,
                                 const lists::Listing& listing) const;
    [[nodiscard]] Strength strength_of(const Match& match) const;
};

void Matcher::State::ask(const PartyQuery& party) {
    asked.clear();
    const auto add = [&](const std::string& name, const std::string& text,
                         const std::vector<std::string>& needs) {
        const auto same = [&](const Asked& other) {
            return other.text == text && (other.needs.empty() || other.needs == needs);
        };
        if (std::any_of(asked.begin(), asked.end(), same)) return;
        asked.push_back({name, text, needs, names::analysed(text, party.kind)});
        if (party.kind != names::NameKind::Unknown) return;
        if (!may_be_a_person(asked.back().set.names.front())) return;
        asked.push_back({name, text, needs, names::analysed(text, names::NameKind::Person)});
    };
    // What was written comes first: a part of one name may be another one in full.
    for (const auto& name : party.names) add(name, name, {});
    for (const auto& name : party.names) {
        auto fields = parts_of(name, party.kind);
        for (const auto& part : fields) add(name, part, {});
        fields.insert(fields.begin(), name);
        for (const auto& field : fields) {
            for (const auto& reading : readings_of(field, corpus.names())) {
                add(name, reading.text, reading.needs);
            }
        }
    }
}

void Matcher::State::search_names() {
    name_hits.clear();
    for (std::uint32_t i = 0; i < asked.size(); ++i) {
        const auto& needs = asked[i].needs;
        const auto meant = names_with(corpus.names(), needs);
        for (const auto& hit : names.search(asked[i].set, possible)) {
            if (!needs.empty() && !std::binary_search(meant.begin(), meant.end(), hit.listed)) {
                continue;
            }
            name_hits.push_back({hit.listed.listing, hit.raw, hit.listed.name, i});
        }
    }
    look_up_names();
    std::sort(name_hits.begin(), name_hits.end(), [](const NameHit& a, const NameHit& b) {
        return std::tuple(a.listing, b.same, b.raw, a.name, a.asked) <
               std::tuple(b.listing, a.same, a.raw, b.name, b.asked);
    });
    for (const auto& hit : name_hits) candidates.push_back(hit.listing);
}

/// The very name counts whatever it scores: as what it scores most, where a name was asked for as a
/// company's and as a person's.
void Matcher::State::look_up_names() {
    for (std::uint32_t i = 0; i < asked.size(); ++i) {
        if (asked[i].text != asked[i].written || (i > 0 && asked[i].text == asked[i - 1].text)) {
            continue;
        }
        for (const auto& found : snapshot.look_up(asked[i].text)) {
            const auto listing = snapshot.listing(found.listing);
            if (is_address_only(listing)) continue;
            const auto& aliases = listing.aliases;
            const auto alias = std::find(aliases.begin(), aliases.end(), found.matched_name);
            const auto name = found.alias
                                  ? static_cast<std::uint16_t>(1 + (alias - aliases.begin()))
                                  : std::uint16_t{0};
            bool met = false;
            for (auto& hit : name_hits) {
                const bool is_it = hit.listing == found.listing && hit.name == name &&
                                   asked[hit.asked].text == asked[i].text;
                hit.same = hit.same || is_it;
                met = met || is_it;
            }
            if (met) continue;
            const auto listed = names::analysed(found.matched_name, name_kind(listing));
            name_hits.push_back(
                {found.listing, score(asked[i].set, listed, profile), name, i, true});
        }
    }
}

void Matcher::State::search_addresses(const PartyQuery& party) {
    address_hits.clear();
    for (const auto& printed : party.addresses) {
        const auto address = names::address(printed);
        if (!names::is_specific(address.names.front())) continue;
        if (!addresses) addresses.emplace(corpus.addresses(), profile);
        for (const auto& hit : addresses->search(address, probable)) {
            address_hits.push_back({hit.listed.listing, hit.raw, hit.listed.name});
        }
    }
    std::sort(address_hits.begin(), address_hits.end(),
              [](const AddressHit& a, const AddressHit& b) {
                  return std::tuple(a.listing, b.raw, a.address) <
                         std::tuple(b.listing, a.raw, b.address);
              });
    for (const auto& hit : address_hits) candidates.push_back(hit.listing);
}

void Matcher::State::add_by_number(const PartyQuery& party) {
    for (const auto& id : party.identifiers) {
        for (const auto listing : corpus.identifiers().find(id)) candidates.push_back(listing);
    }
}

/// A pair that was decided to be the same stays a match whatever the profile.
void Matcher::State::add_decided(const PartyQuery& party) {
    if (reviews == nullptr) return;
    for (const auto& id : reviews->decided_same(party_key, party.decisions)) {
        for (const auto listing : corpus.identifiers().find_id(id)) candidates.push_back(listing);
    }
}

/// The name that makes the strongest case: a plain one before a weak one of a higher score, as long
/// as it makes the match probable.
void Matcher::State::take_best_name(Match& match, const lists::Listing& listing,
                                    Truth country) const {
    const auto [first, last] = of_listing(name_hits, match.listing);
    const NameHit* best = nullptr;
    std::vector<Support> doubts;
    for (const auto* hit = first; hit != last; ++hit) {
        std::vector<Support> own;
        if (auto weak = weak_alias_support(listing, hit->name, country)) own.push_back(*weak);
        if (auto one = one_word_support(listing, hit->name, country)) own.push_back(*one);
        const bool doubtful = std::any_of(own.begin(), own.end(), [](const Support& support) {
            return support.agrees != Truth::Yes;
        });
        const bool settles = !doubtful && (hit->same || hit->raw >= probable);
        if (best != nullptr && !settles) continue;
        best = hit;
        doubts = std::move(own);
        if (settles) break;
    }
    if (best == nullptr) return;
    match.has_same_name = first->same;  // They come first.
    match.matched_name = listed_text(listing, best->name);
    match.alias = best->name > 0;
    match.same_name = best->same;
    const auto& met = asked[best->asked];
    match.party_name = met.written;
    if (met.text != met.written) match.read_as = met.text;
    match.raw = best->raw;
    match.shown = profile.shown(best->raw);
    match.supports.insert(match.supports.end(), doubts.begin(), doubts.end());
}

void Matcher::State::take_address(Match& match, const lists::Listing& listing) const {
    const auto [first, last] = of_listing(address_hits, match.listing);
    if (first == last) return;
    match.supports.push_back(
        {Support::Kind::Address, Truth::Yes, listing.addresses[first->address]});
}

Reviews::State Matcher::State::take_decision(Match& match, const PartyQuery& party,
                                             const lists::Listing& listing) const {
    if (reviews == nullptr || reviews->all().empty()) return Reviews::State::None;
    const auto found = reviews->find(party_key, listing, party.decisions);
    if (found.state == Reviews::State::None) return found.state;
    const bool same = found.state == Reviews::State::Same;
    match.supports.push_back({Support::Kind::Reviewer, same ? Truth::Yes : Truth::Unknown,
                              decided(*found.review, found.state == Reviews::State::Lapsed)});
    return found.state;
}

Strength Matcher::State::strength_of(const Match& match) const {
    bool doubtful = false;
    for (const auto& support : match.supports) {
        if (support.kind == Support::Kind::Reviewer && support.agrees == Truth::Yes) {
            return Strength::Confirmed;
        }
        const bool weak =
            support.kind == Support::Kind::WeakAlias || support.kind == Support::Kind::OneWord;
        doubtful = doubtful || (weak && support.agrees != Truth::Yes);
    }
    if (confirms(match.supports)) return Strength::Confirmed;
    if (match.matched_name.empty()) return Strength::Possible;
    if (!match.same_name && match.raw < probable) return Strength::Possible;
    return doubtful || contradicts(match.supports) ? Strength::Possible : Strength::Probable;
}

std::optional<Match> Matcher::State::judged(const PartyQuery& party, std::uint32_t index) {
    const auto listing = snapshot.listing(index);
    Match match;
    match.listing = index;
    const auto decision = take_decision(match, party, listing);
    Truth country_agrees = Truth::Unknown;
    const auto country = country_support(party, listing);
    if (country) country_agrees = country->agrees;
    take_best_name(match, listing, country_agrees);
    if (country) match.supports.push_back(*country);
    const auto numbers = identifier_supports(party, listing);
    match.supports.insert(match.supports.end(), numbers.begin(), numbers.end());
    const bool number_met = std::any_of(numbers.begin(), numbers.end(), [](const Support& support) {
        return support.agrees != Truth::No;
    });
    take_address(match, listing);
    const auto [first, last] = of_listing(address_hits, index);
    // What only a key of strangers brought up is no match. A decision that has lapsed is asked
    // about again.
    const bool met = !match.matched_name.empty() || first != last || number_met;
    if (!met && decision == Reviews::State::None) return std::nullopt;
    if (auto birth = birth_support(party, listing)) match.supports.push_back(*birth);
    if (auto place = birthplace_support(party, listing)) match.supports.push_back(*place);
    match.strength = strength_of(match);
    if (decision == Reviews::State::Different && !confirms(numbers)) {
        set_aside.push_back(std::move(match));
        return std::nullopt;
    }
    match.question = question_of(match, party, listing);
    return match;
}

void read_name_tables() {
    (void)SharedWords::bundled();
    (void)names::analysed("Example Electronics 有限公司", names::NameKind::Unknown);
}

Matcher::Matcher(const lists::Snapshot& snapshot, const Corpus& corpus, const Profile& profile,
                 const Reviews* reviews)
    : state_(std::make_unique<State>(snapshot, corpus, profile, reviews)) {}

Matcher::~Matcher() = default;

const std::vector<Match>& Matcher::set_aside() const {
    return state_->set_aside;
}

std::vector<Match> Matcher::match(const PartyQuery& party) {
    State& s = *state_;
    s.candidates.clear();
    s.set_aside.clear();
    const bool reviewed = s.reviews != nullptr && !s.reviews->all().empty();
    s.party_key = reviewed ? party_key(party) : "";
    s.ask(party);
    s.search_names();
    s.search_addresses(party);
    s.add_by_number(party);
    s.add_decided(party);
    std::sort(s.candidates.begin(), s.candidates.end());
    s.candidates.erase(std::unique(s.candidates.begin(), s.candidates.end()), s.candidates.end());
    std::vector<Match> out;
    for (const auto index : s.candidates) {
        if (auto match = s.judged(party, index)) out.push_back(std::move(*match));
    }
    std::sort(out.begin(), out.end(), [](const Match& a, const Match& b) {
        return std::tuple(b.strength, b.raw, a.listing) < std::tuple(a.strength, a.raw, b.listing);
    });
    return out;
}

std::optional<Explained> Matcher::explain(const Match& match) const {
    if (match.matched_name.empty()) return std::nullopt;
    const auto& profile = state_->profile;
    const auto listing = state_->snapshot.listing(match.listing);
    const auto listed = names::analysed(match.matched_name, name_kind(listing));
    std::optional<Explained> best;
    // A match does not say as what the party was asked; its score does.
    for (const auto kind :
         {names::NameKind::Unknown, names::NameKind::Organisation, names::NameKind::Person}) {
        const auto& text = match.read_as.empty() ? match.party_name : match.read_as;
        auto told = best_explained(names::analysed(text, kind), listed, profile);
        if (!told) continue;
        if (told->alignment.raw == match.raw) return told;
        if (!best || told->alignment.raw > best->alignment.raw) best = std::move(told);
    }
    return best;
}

}  // namespace cordon::screening
