// SPDX-License-Identifier: Apache-2.0
// Names to candidates.
//
// Idea: (1) A part number that the catalogue knows decides. (2) Otherwise names of the catalogue
// are looked for in the text (name_keys.h); each occurrence stands for a set of entries. (3)
// Several occurrences meet: a server and the chip in it narrow each other, two names of one thing
// agree. (4) Details beside the name exclude the entries they contradict.
//
// Guarantee: an entry leaves the set only through a detail that contradicts it. Where sets do not
// meet they are joined, never dropped.
//
// The subtlety: memory may be of one IC or of all ("8 x H100 640 GB"), and a maker's name may be
// that of the chip, the server or the cloud. Makers narrow only when somebody remains.
//
// Tested by resolver_test.cpp (the traps) and resolver_twin_test.cpp (the whole catalogue).
#include "items/resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "items/item_name.h"
#include "items/name_keys.h"
#include "items/name_words.h"

namespace cordon::items {
namespace {

using EntrySet = std::vector<std::uint32_t>;  // ascending

EntrySet joined(const EntrySet& a, const EntrySet& b) {
    EntrySet out;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
}
EntrySet common(const EntrySet& a, const EntrySet& b) {
    EntrySet out;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
}

template <class Keep>
EntrySet those(const EntrySet& from, Keep keep) {
    EntrySet out;
    std::copy_if(from.begin(), from.end(), std::back_inserter(out), keep);
    return out;
}

template <class T>
bool holds(const std::vector<T>& list, const T& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

std::string words(const ItemName& name, std::uint32_t begin, std::uint32_t end) {
    std::string out;
    for (std::uint32_t i = begin; i < end; ++i) {
        const Atom& atom = name.atoms[i];
        if (i > begin && !atom.glued) out += ' ';
        out += atom.text;
    }
    return out;
}

/// The first `count` groups of a part number: "935-24287".
std::string groups(const std::string& number, std::size_t count) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < count && at != std::string::npos; ++i) {
        at = number.find('-', at == 0 ? 0 : at + 1);
    }
    return number.substr(0, at);
}

}  // namespace

struct Resolver::Index {
    explicit Index(const Catalogue& catalogue);

    [[nodiscard]] const NamedEntry& entry(std::uint32_t at) const { return keys.entries()[at]; }
    [[nodiscard]] std::string label(std::uint32_t at) const;
    [[nodiscard]] EntrySet by_part_number(const std::string& number, Resolution& out) const;
    [[nodiscard]] EntrySet by_names(const ItemName& name, const NameMatches& found,
                                    Resolution& out) const;
    [[nodiscard]] EntrySet narrowed(const ItemName& name, const NameMatches& found, EntrySet set,
                                    Resolution& out) const;
    [[nodiscard]] static bool memory_fits(const ItemName& name,
                                          const std::vector<std::uint32_t>& sizes,
                                          const NamedEntry& entry);
    [[nodiscard]] EntrySet by_makers(const ItemName& name, EntrySet set) const;
    void explain_misses(const ItemName& name, const NameMatches& found, Resolution& out) const;
    void hint_at_memory(const ItemName& name, Resolution& out) const;
    [[nodiscard]] Resolution resolve(std::string_view text, std::string_view part_number,
                                     bool scan) const;

    NameKeys keys;
    std::unordered_map<std::string, EntrySet> part_numbers;  ///< whole, three groups, two groups
};

Resolver::Index::Index(const Catalogue& catalogue) : keys(catalogue) {
    for (std::uint32_t i = 0; i < keys.entries().size(); ++i) {
        const NamedEntry& named = entry(i);
        const auto& numbers =
            named.system != nullptr ? named.system->part_numbers : named.chip->part_numbers;
        for (const std::string& number : numbers) {
            const std::string whole = folded_part_number(number);
            for (const std::string& form : {whole, groups(whole, 3), groups(whole, 2)}) {
                EntrySet& set = part_numbers[form];
                if (set.empty() || set.back() != i) set.push_back(i);
            }
        }
    }
}

std::string Resolver::Index::label(std::uint32_t at) const {
    const NamedEntry& named = entry(at);
    if (named.system == nullptr) return fmt::format("{} ({})", named.chip->name, named.chip->id);
    return fmt::format("{} with {} ({})", named.system->name,
                       named.chip != nullptr ? named.chip->name : "an unknown accelerator",
                       named.system->id);
}

EntrySet Resolver::Index::by_part_number(const std::string& number, Resolution& out) const {
    const auto known = [this](const std::string& form) {
        const auto at = part_numbers.find(form);
        return at == part_numbers.end() ? EntrySet() : at->second;
    };
    if (EntrySet exact = known(number); !exact.empty()) return exact;
    if (!is_part_number(to_lower_ascii(number))) {
        out.notes.push_back(fmt::format("part number {} is not in the catalogue", number));
        return {};
    }
    for (const std::size_t count : {std::size_t{3}, std::size_t{2}}) {
        const std::string family = groups(number, count);
        if (family == number && count == 2) break;
        if (EntrySet set = known(family); !set.empty()) {
            out.notes.push_back(fmt::format(
                "part number {} is not in the catalogue; numbers that begin {} belong to these",
                number, family));
            return set;
        }
    }
    out.notes.push_back(fmt::format("part number {} is not in the catalogue", number));
    return {};
}

EntrySet Resolver::Index::by_names(const ItemName& name, const NameMatches& found,
                                   Resolution& out) const {
    // Readings of one place ("L40s", "A100x8") are joined, then the places meet.
    const auto meet = [&](bool of_systems) {
        EntrySet set;
        for (std::size_t i = 0; i < found.matches.size();) {
            EntrySet here;
            const std::uint32_t begin = found.matches[i].begin;
            for (; i < found.matches.size() && found.matches[i].begin == begin; ++i) {
                const NameKey& key = keys.keys()[found.matches[i].key];
                if (key.of_system == of_systems) here = joined(here, key.entries);
            }
            if (here.empty()) continue;
            const EntrySet both = set.empty() ? here : common(set, here);
            set = both.empty() ? joined(set, here) : both;
        }
        return set;
    };
    const EntrySet systems = meet(true);
    const EntrySet chips = meet(false);
    if (systems.empty() || chips.empty()) return joined(systems, chips);
    EntrySet with_chip = those(systems, [&](std::uint32_t at) {
        return std::any_of(chips.begin(), chips.end(),
                           [&](std::uint32_t chip) { return entry(at).chip == entry(chip).chip; });
    });
    if (!with_chip.empty()) return with_chip;
    out.notes.push_back(fmt::format(
        "the catalogue does not know {} with {}; both are considered", label(systems.front()),
        words(name, found.matches.front().begin, found.matches.back().end)));
    return joined(systems, chips);
}

bool Resolver::Index::memory_fits(const ItemName& name, const std::vector<std::uint32_t>& sizes,
                                  const NamedEntry& named) {
    if (sizes.empty() || named.memory_gb.empty()) return true;
    const std::uint32_t count = name.count.value_or(1);
    const std::uint32_t inside =
        named.system != nullptr ? named.system->count.value_or(1) : named.chip->ics_per_board;
    for (const std::uint32_t size : sizes) {
        for (const std::uint32_t one : named.memory_gb) {
            if (size == one || size == one * count || size == one * inside) return true;
        }
    }
    return false;
}

EntrySet Resolver::Index::by_makers(const ItemName& name, EntrySet set) const {
    if (name.makers.empty()) return set;
    EntrySet of_chip = those(set, [&](std::uint32_t at) {
        return entry(at).chip != nullptr && holds(name.makers, entry(at).chip->vendor);
    });
    return of_chip.empty() ? set : of_chip;
}

EntrySet Resolver::Index::narrowed(const ItemName& name, const NameMatches& found, EntrySet set,
                                   Resolution& out) const {
    const auto exclude = [&](const std::string& what, auto keep) {
        EntrySet rest = those(set, [&](std::uint32_t at) { return keep(entry(at)); });
        if (rest.empty() && !set.empty()) {
            out.notes.push_back(fmt::format("{} fits none of the entries of that name: {}", what,
                                            label(set.front())));
        }
        set = std::move(rest);
    };
    // "a2-highgpu-8g": what is part of a system's name is no detail beside it.
    std::vector<std::uint32_t> sizes;
    for (const NamedMemory& memory : name.memory) {
        const bool part_of_name =
            std::any_of(found.matches.begin(), found.matches.end(), [&](const NameMatch& match) {
                return keys.keys()[match.key].of_system && match.begin <= memory.atom &&
                       memory.atom < match.end;
            });
        if (!part_of_name) sizes.push_back(memory.gb);
    }
    if (!sizes.empty()) {
        exclude(fmt::format("memory of {} GB", sizes.front()),
                [&](const NamedEntry& named) { return memory_fits(name, sizes, named); });
    }
    if (!name.forms.empty()) {
        exclude("form factor " + list_of(name.forms), [&](const NamedEntry& named) {
            if (named.system != nullptr || named.forms.empty()) return true;
            return std::all_of(name.forms.begin(), name.forms.end(),
                               [&](const std::string& form) { return holds(named.forms, form); });
        });
    }
    for (std::uint32_t i = 0; i < name.atoms.size(); ++i) {
        const bool consumed =
            std::any_of(found.matches.begin(), found.matches.end(),
                        [i](const NameMatch& match) { return match.begin <= i && i < match.end; });
        if (consumed || name.atoms[i].role != AtomRole::Generation) continue;
        const NameWord* word = find_name_word(name.atoms[i].text);
        if (word == nullptr) continue;
        exclude("generation " + std::string(word->means), [&](const NamedEntry& named) {
            return named.chip == nullptr || named.chip->architecture.empty() ||
                   named.chip->architecture == word->means;
        });
    }
    if (name.count) {
        exclude(fmt::format("a board of {}", *name.count), [&](const NamedEntry& named) {
            return named.system == nullptr || named.system->type != "baseboard" ||
                   !named.system->count || name.count == named.system->count ||
                   !name.accelerator_named;
        });
    }
    return by_makers(name, std::move(set));
}

void Resolver::Index::explain_misses(const ItemName& name, const NameMatches& found,
                                     Resolution& out) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> told;
    for (const NearMiss& miss : found.misses) {
        if (holds(told, std::pair(miss.begin, miss.end))) continue;
        told.emplace_back(miss.begin, miss.end);
        const std::string text = words(name, miss.begin, miss.end);
        const std::string like = label(keys.keys()[miss.key].entries.front());
        switch (miss.why) {
            case NearMiss::Why::Suffix:
                out.notes.push_back(fmt::format(
                    "\"{}\" is not {}: what follows the name makes it another product that the "
                    "catalogue does not know",
                    words(name, miss.begin,
                          std::min<std::uint32_t>(miss.end + 1,
                                                  static_cast<std::uint32_t>(name.atoms.size()))),
                    like));
                break;
            case NearMiss::Why::Short:
                out.notes.push_back(fmt::format(
                    "\"{}\" is too short to be taken for {} without its maker or a word such as "
                    "GPU beside it",
                    text, like));
                break;
            case NearMiss::Why::Market:
                out.notes.push_back(
                    fmt::format("the catalogue knows no edition of {} made for China", like));
                break;
        }
    }
}

/// "8 x 141 GB" without a model: say what has that much, guess nothing.
void Resolver::Index::hint_at_memory(const ItemName& name, Resolution& out) const {
    if (name.memory.empty() || !name.count) return;
    std::vector<std::string> fits;
    for (const NamedEntry& named : keys.entries()) {
        if (named.system != nullptr || !named.chip->datacenter.value_or(false)) continue;
        if (holds(named.memory_gb, name.memory.front().gb)) fits.push_back(named.chip->name);
    }
    if (fits.empty()) return;
    out.notes.push_back(fmt::format("no model is named; {} x {} GB would fit {}", *name.count,
                                    name.memory.front().gb, list_of(fits)));
}

Resolution Resolver::Index::resolve(std::string_view text, std::string_view part_number,
                                    bool scan) const {
    Resolution out;
    const ItemName name = read_item_name(text);
    out.count = name.count;
    EntrySet numbered;
    std::vector<std::string> numbers = name.part_numbers;
    if (!trimmed(part_number).empty()) {
        numbers.insert(numbers.begin(), folded_part_number(part_number));
    }
    std::string number_used;
    for (const std::string& number : numbers) {
        const EntrySet set = by_part_number(number, out);
        if (set.empty()) continue;
        const EntrySet both = numbered.empty() ? set : common(numbered, set);
        numbered = both.empty() ? joined(numbered, set) : both;
        number_used = number;
    }
    const NameMatches found = scan ? keys.find_by_scan(name) : keys.find(name);
    const EntrySet named = narrowed(name, found, by_names(name, found, out), out);
    EntrySet set = numbered.empty() ? named : numbered;
    if (!numbered.empty() && !named.empty()) {
        const EntrySet both = those(numbered, [&](std::uint32_t at) {
            return std::any_of(named.begin(), named.end(), [&](std::uint32_t other) {
                return at == other || entry(at).chip == entry(other).chip;
            });
        });
        if (both.empty()) {
            out.notes.push_back(
                fmt::format("part number {} belongs to {}, the name says {}; both are considered",
                            number_used, label(numbered.front()), label(named.front())));
        }
        set = both.empty() ? joined(numbered, named) : both;
    }
    if (set.empty()) {
        explain_misses(name, found, out);
        if (found.matches.empty()) hint_at_memory(name, out);
    }
    if (set.size() > 1) {
        std::vector<std::string> labels;
        for (const std::uint32_t at : set) labels.push_back(label(at));
        out.notes.push_back(
            fmt::format("\"{}\" may be any of {}: {}", trimmed(text), set.size(), list_of(labels)));
    }
    std::string why = numbered.empty() ? std::string() : "part number " + number_used;
    for (const NameMatch& match : found.matches) {
        why += (why.empty() ? "\"" : ", \"") + words(name, match.begin, match.end) + "\"";
    }
    for (const std::uint32_t at : set)
        out.candidates.push_back({entry(at).chip, entry(at).system, why});
    return out;
}

Resolver::Resolver(const Catalogue& catalogue) : index_(std::make_unique<Index>(catalogue)) {}
Resolver::~Resolver() = default;

Resolution Resolver::resolve(std::string_view name, std::string_view part_number) const {
    return index_->resolve(name, part_number, false);
}

Resolution Resolver::resolve_by_scan(std::string_view name, std::string_view part_number) const {
    return index_->resolve(name, part_number, true);
}

}  // namespace cordon::items
