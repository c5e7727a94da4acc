// SPDX-License-Identifier: Apache-2.0
#include "law/names.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace cordon::law {
namespace {

constexpr SubjectKind kKinds[] = {SubjectKind::Item, SubjectKind::Device, SubjectKind::Party,
                                  SubjectKind::Listing};

std::optional<SubjectKind> prefix_of(std::string_view word) {
    for (const SubjectKind kind : kKinds) {
        const std::string_view name = to_text(kind);
        if (word.starts_with(name) && word.size() > name.size() && word[name.size()] == '.') {
            return kind;
        }
    }
    return std::nullopt;
}

bool looks_like_country(std::string_view word) {
    return word.size() == 2 &&
           std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    const std::string near = nearest(word, candidates);
    return near.empty() ? "" : fmt::format("did you mean '{}'?", near);
}

Error error_of(std::string message, std::string expected, std::string remedy) {
    Error error;
    error.message = std::move(message);
    error.expected = std::move(expected);
    error.remedy = std::move(remedy);
    return error;
}

void become(Node& node, NodeKind kind, Type::Base base) {
    node.kind = kind;
    node.type = Type{};
    node.type.base = base;
}

/// The first day of `period` on which no version of the set holds.
std::optional<Date> uncovered(const DatedSet& set, const Period& period) {
    Date day = period.from.value_or(kFirstDate);
    for (bool moved = true; moved;) {
        moved = false;
        for (const SetVersion& version : set.versions) {
            if (!version.period.contains(day)) continue;
            if (!version.period.until) return std::nullopt;
            day = *version.period.until;
            moved = true;
        }
    }
    if (period.until && day >= *period.until) return std::nullopt;
    return day;
}

}  // namespace

bool Scope::has(SubjectKind kind) const {
    switch (kind) {
        case SubjectKind::Transaction:
            return true;
        case SubjectKind::Item:
            return item;
        case SubjectKind::Device:
            return device;
        case SubjectKind::Party:
            return party;
        case SubjectKind::Listing:
            return listing;
    }
    return false;
}

void Scope::add(SubjectKind kind) {
    switch (kind) {
        case SubjectKind::Transaction:
            break;
        case SubjectKind::Item:
            item = true;
            break;
        case SubjectKind::Device:
            item = device = true;
            break;
        case SubjectKind::Party:
            party = true;
            listing = false;  // the listing in scope was another party's
            break;
        case SubjectKind::Listing:
            party = listing = true;
            break;
    }
}

Scope Scope::of(Per per) {
    Scope scope;
    switch (per) {
        case Per::Transaction:
            break;
        case Per::Item:
            scope.add(SubjectKind::Item);
            break;
        case Per::Device:
            scope.add(SubjectKind::Device);
            break;
        case Per::Party:
            scope.add(SubjectKind::Party);
            break;
        case Per::Listing:
            scope.add(SubjectKind::Listing);
            break;
        case Per::Country:
            scope.country = true;
            break;
    }
    return scope;
}

bool Names::is_fact(std::string_view word) const {
    return word == "date" || word == "country" || prefix_of(word).has_value() ||
           dictionary_.schema.find(SubjectKind::Transaction, word).has_value();
}

Status Names::resolve(Node& node, const Type& wanted, const Scope& scope) const {
    const Schema& schema = dictionary_.schema;
    const std::string word = node.text;
    if (wanted.base == Type::Base::Choice || wanted.base == Type::Base::Choices) {
        const Fact& of = schema.fact(wanted.options.subject, wanted.options.slot);
        if (const auto option = of.option(word)) {
            become(node, NodeKind::Option, Type::Base::Choice);
            node.option = *option;
            node.type.options = wanted.options;
            return std::monostate();
        }
    }
    if (word == "yes" || word == "no") {
        become(node, NodeKind::YesNo, Type::Base::YesNo);
        node.yes = word == "yes";
        return std::monostate();
    }
    if (word == "date") {
        become(node, NodeKind::Asked, Type::Base::Date);
        return std::monostate();
    }
    if (word == "country" && scope.country) {
        become(node, NodeKind::OfCountry, Type::Base::Country);
        return std::monostate();
    }
    if (const auto kind = prefix_of(word)) return subject_fact(node, *kind, scope);
    if (const auto slot = schema.find(SubjectKind::Transaction, word)) {
        return fact(node, {SubjectKind::Transaction, *slot}, scope);
    }
    for (std::size_t i = 0; i < dictionary_.sets.size(); ++i) {
        if (dictionary_.sets[i].name == word) return set(node, i);
    }
    if (wanted.base == Type::Base::Choice || wanted.base == Type::Base::Choices) {
        return not_an_option(word, wanted);
    }
    if (looks_like_country(word)) return country(node);
    return unknown(word, wanted);
}

Status Names::subject_fact(Node& node, SubjectKind kind, const Scope& scope) const {
    const std::string name = node.text.substr(to_text(kind).size() + 1);
    if (const auto slot = dictionary_.schema.find(kind, name)) {
        return fact(node, {kind, *slot}, scope);
    }
    const auto names = fact_names(kind);
    return error_of(
        fmt::format("there is no fact '{}'", node.text),
        fmt::format("a fact of {}; see rules/facts/{}.toml", to_text(kind), to_text(kind)),
        did_you_mean(node.text, names));
}

Status Names::fact(Node& node, FactRef ref, const Scope& scope) const {
    const Fact& fact = dictionary_.schema.fact(ref.subject, ref.slot);
    const Type type = type_of(fact, ref);
    if (type.base == Type::Base::None) {
        Error error = error_of(fmt::format("'{}' cannot be used in a rule", node.text),
                               "a fact that is not text, texts or table",
                               "decide on a yes_no, number, date, country or choice fact");
        error.related.push_back({fmt::format("{} is defined here", node.text), fact.position});
        return error;
    }
    if (!scope.has(ref.subject)) {
        const std::string_view kind = to_text(ref.subject);
        return error_of(fmt::format("'{}' is used where no {} is in scope", node.text, kind), "",
                        fmt::format("ask 'any {}: …', or write per = \"{}\"", kind, kind));
    }
    node.kind = NodeKind::Fact;
    node.subject = ref.subject;
    node.slot = ref.slot;
    node.type = type;
    return std::monostate();
}

Status Names::country(Node& node) const {
    const auto country = Country::from_code(node.text);
    if (!country) return country.error();
    for (const ReadAs& read : dictionary_.read_as) {
        if (read.country != *country) continue;
        if (period_.until && *period_.until <= read.from) continue;
        Error error =
            error_of(fmt::format("'{}' reads as {} from {} on, so it never equals anything here",
                                 node.text, read.as.code(), read.from.to_iso()),
                     "", fmt::format("write {}", read.as.code()));
        error.related.push_back({"it is read so by this", read.position});
        return error;
    }
    become(node, NodeKind::Country, Type::Base::Country);
    node.country = country->index();
    return std::monostate();
}

Status Names::set(Node& node, std::size_t index) const {
    const DatedSet& set = dictionary_.sets[index];
    if (const auto day = uncovered(set, period_)) {
        Error error =
            error_of(fmt::format("'{}' has no members on {}, a day on which this condition holds",
                                 node.text, day->to_iso()),
                     "", "give the set a version for that day (members = [] when it was empty)");
        error.related.push_back({fmt::format("{} is defined here", set.name), set.position});
        return error;
    }
    become(node, NodeKind::NamedSet, Type::Base::Countries);
    node.set = static_cast<std::uint32_t>(index);
    return std::monostate();
}

Error Names::not_an_option(const std::string& word, const Type& wanted) const {
    const Fact& of = dictionary_.schema.fact(wanted.options.subject, wanted.options.slot);
    Error error =
        error_of(fmt::format("'{}' is not an option of {}", word, of.full_name()),
                 fmt::format("{}", fmt::join(of.options, ", ")), did_you_mean(word, of.options));
    error.related.push_back({fmt::format("{} is defined here", of.full_name()), of.position});
    return error;
}

Error Names::unknown(const std::string& word, const Type& wanted) const {
    if (word == "country") {
        return error_of("'country' has a meaning only in a definition over a country", "",
                        "write per = \"country\", or name the fact: route.to, party.country");
    }
    for (const SubjectKind kind : kKinds) {
        if (word != to_text(kind)) continue;
        return error_of(fmt::format("'{}' is a subject, not a value", word), "",
                        fmt::format("name one of its facts: {}.…", word));
    }
    if (const auto found = dictionary_.named.find(word); found != dictionary_.named.end()) {
        const Per per = dictionary_.provisions[found->second].per;
        return error_of(
            fmt::format("'{}' is a definition and must be called", word), "",
            fmt::format("write {}({})", word, per == Per::Transaction ? "" : to_text(per)));
    }
    if (wanted.base == Type::Base::Country || wanted.base == Type::Base::Countries) {
        std::vector<std::string> sets;
        for (const DatedSet& set : dictionary_.sets) sets.push_back(set.name);
        return error_of(fmt::format("'{}' is neither a country nor a set", word),
                        "a country as two capital letters (CN), or a set of rules/sets",
                        did_you_mean(word, sets));
    }
    auto candidates = fact_names(SubjectKind::Transaction);
    for (const SubjectKind kind : kKinds) {
        for (const std::string& name : fact_names(kind)) candidates.push_back(name);
    }
    for (const DatedSet& set : dictionary_.sets) candidates.push_back(set.name);
    return error_of(fmt::format("nothing says what '{}' means", word),
                    "a fact, a set, a country, yes or no", did_you_mean(word, candidates));
}

Result<ProvisionIndex> Names::definition(const std::string& name) const {
    const auto found = dictionary_.named.find(name);
    if (found != dictionary_.named.end()) return found->second;
    std::vector<std::string> names;
    for (const auto& [known, index] : dictionary_.named) names.push_back(known);
    std::ranges::sort(names);
    return error_of(fmt::format("there is no definition '{}'", name),
                    "the name of a provision of rules/", did_you_mean(name, names));
}

std::vector<std::string> Names::fact_names(SubjectKind kind) const {
    std::vector<std::string> names;
    for (const Fact& fact : dictionary_.schema.facts(kind)) names.push_back(fact.full_name());
    return names;
}

}  // namespace cordon::law
