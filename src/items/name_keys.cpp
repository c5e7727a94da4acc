// SPDX-License-Identifier: Apache-2.0
// Where names of the catalogue occur in an item's name.
//
// Idea: a key is a sequence of atoms; it occurs where its atoms stand in that order with nothing
// but details between them. An outer occurrence silences those inside it: "HGX H200" is not also
// an H200, "RTX A6000" not also an A6000.
//
// Guarantee: a suffix is never lost. An occurrence followed by letters that belong to the same
// product name ("4090" before "D", "L40" before "S") is none; the longer name must itself be known.
//
// The subtleties: (1) "H100s" and "A100x8" end in letters that may be a plural or a times sign;
// these pass, and if "L40S" is a name as well both are returned. (2) Short names (A2, T4, 4090) are
// taken only beside the maker or a word for such cards, or when nothing else stands in the name.
//
// Tested by resolver_test.cpp and, against find_by_scan, by resolver_twin_test.cpp.
#include "items/name_keys.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "items/name_words.h"

namespace cordon::items {
namespace {

std::string spelling(const std::vector<std::string>& atoms) {
    std::string out;
    for (const std::string& atom : atoms) out += atom + ' ';
    return out;
}

bool all(const std::string& text, bool (*test)(char)) {
    return !text.empty() && std::all_of(text.begin(), text.end(), test);
}
bool digit(char c) {
    return c >= '0' && c <= '9';
}
bool letter(char c) {
    return c >= 'a' && c <= 'z';
}

/// The well-known hundreds ("a100", "h800") stand on their own; other names of a letter and digits,
/// of up to three characters, of digits alone or of one plain word need context.
bool is_short_name(const std::vector<std::string>& atoms) {
    std::string text;
    for (const std::string& atom : atoms) text += atom;
    const bool latin =
        std::all_of(text.begin(), text.end(), [](char c) { return digit(c) || letter(c); });
    if (!latin) {
        // Digits and a single Han character ("2代") say nothing alone.
        return std::none_of(text.begin(), text.end(), letter) && text.size() <= 6;
    }
    static const std::vector<std::string> kHundreds{"v100", "a100", "a800", "h100", "h800",
                                                    "h200", "b100", "b200", "b300"};
    if (std::find(kHundreds.begin(), kHundreds.end(), text) != kHundreds.end()) return false;
    if (text.size() <= 3 || all(text, digit)) return true;
    if (atoms.size() == 1) return true;  // one word: "Redstone", "Orin"
    return atoms.size() == 2 && atoms[0].size() == 1 && letter(text[0]);
}

std::string without_brackets(const std::string& text) {
    std::string out;
    std::uint32_t depth = 0;
    for (const char c : text) {
        if (c == '(') ++depth;
        if (depth == 0) out.push_back(c);
        if (c == ')' && depth > 0) --depth;
    }
    return out;
}

template <class T>
void add_new(std::vector<T>& all_of, const T& one) {
    if (std::find(all_of.begin(), all_of.end(), one) == all_of.end()) all_of.push_back(one);
}

bool is_known_form(const std::string& form) {
    return form == "SXM" || form == "PCIe" || form == "NVL" || form == "OAM";
}

/// The atoms of `key` from `begin` on; chips may skip details in between. Nothing when they differ.
std::optional<std::uint32_t> occurs(const ItemName& name, const NameKey& key, std::uint32_t begin) {
    std::uint32_t at = begin;
    for (std::size_t k = 0; k < key.atoms.size(); ++k) {
        if (!key.of_system && k > 0) {
            while (at < name.atoms.size() && !names_model(name.atoms[at].role)) ++at;
        }
        if (at >= name.atoms.size() || name.atoms[at].text != key.atoms[k]) return std::nullopt;
        if (!key.of_system && !names_model(name.atoms[at].role)) return std::nullopt;
        ++at;
    }
    return at;
}

/// It must not begin in the middle of a run: "XH100" is not an H100, "8H100" is.
bool begins_cleanly(const ItemName& name, std::uint32_t begin) {
    const Atom& first = name.atoms[begin];
    if (begin == 0 || !first.glued) return true;
    const Atom& before = name.atoms[begin - 1];
    if (before.kind == AtomKind::Han || !names_model(before.role)) return true;
    return before.kind == AtomKind::Digits && before.text.size() <= 2 && !before.glued &&
           first.kind == AtomKind::Letters;
}

/// "A 100" may be an article before a number.
bool reads_as_article(const ItemName& name, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin + 1; i < end; ++i) {
        const Atom& left = name.atoms[i - 1];
        if (left.kind == AtomKind::Letters && left.text.size() == 1 && i == begin + 1 &&
            name.atoms[i].kind == AtomKind::Digits && name.atoms[i].spaced) {
            return !name.accelerator_named && name.makers.empty();
        }
    }
    return false;
}

/// "L40s", "8 H100s": a plural, unless everything is written in lower case.
bool may_be_plural(const ItemName& name, std::uint32_t begin, std::uint32_t end) {
    const Atom& next = name.atoms[end];
    return next.glued && next.text == "s" && next.lower_case &&
           name.atoms[end - 1].kind == AtomKind::Digits &&
           !(name.atoms[begin].kind == AtomKind::Letters && name.atoms[begin].lower_case);
}

/// Does what follows make it another product?
bool loses_suffix(const ItemName& name, const NameKey& key, std::uint32_t begin,
                  std::uint32_t end) {
    if (end >= name.atoms.size()) return false;
    const Atom& next = name.atoms[end];
    if (next.kind == AtomKind::Han) return next.text == "龙";
    if (!names_model(next.role) || next.may_be_times) return false;
    const std::string& last = key.atoms.back();
    if (next.glued) return !may_be_plural(name, begin, end);
    if (next.kind == AtomKind::Digits) return all(last, letter) && last.size() > 1;  // "Gaudi 4"
    if (is_suffix_word(next.text)) return true;
    const bool version =
        next.text == "v" && last == "d" && end + 1 < name.atoms.size() && name.atoms[end + 1].glued;
    return version;
}

/// Short names: is there something that says what kind of thing this is?
bool has_context(const ItemName& name, const NameKey& key, std::uint32_t begin, std::uint32_t end,
                 const std::vector<NamedEntry>& entries) {
    bool pure_word = true, pure_name = true;
    for (std::uint32_t i = 0; i < name.atoms.size(); ++i) {
        const Atom& atom = name.atoms[i];
        if ((i >= begin && i < end) || !names_model(atom.role)) continue;
        if (i == end && (atom.may_be_times || may_be_plural(name, begin, end))) continue;
        pure_name = false;
        const bool same_word =
            atom.word == name.atoms[begin].word || atom.word == name.atoms[end - 1].word;
        if (same_word && atom.kind != AtomKind::Han) pure_word = false;
    }
    if (pure_name) return true;
    if (!pure_word) return false;
    if (name.accelerator_named) return true;
    return std::any_of(key.entries.begin(), key.entries.end(), [&](std::uint32_t at) {
        const NamedEntry& entry = entries[at];
        const std::string& vendor =
            entry.system != nullptr ? entry.system->vendor : entry.chip->vendor;
        return std::find(name.makers.begin(), name.makers.end(), vendor) != name.makers.end();
    });
}

}  // namespace

NameKeys::NameKeys(const Catalogue& catalogue) {
    for (const Chip& chip : catalogue.chips()) {
        NamedEntry entry{&chip, nullptr, chip.memory_options_gb, {}};
        for (const std::string& form : chip.form_factors) {
            if (is_known_form(form)) entry.forms.push_back(form);
        }
        entries_.push_back(std::move(entry));
    }
    for (const System& system : catalogue.systems()) {
        const Chip* chip = system.chip_id.empty() ? nullptr : catalogue.chip(system.chip_id);
        NamedEntry entry{chip, &system, {}, {}};
        if (chip != nullptr) entry.memory_gb = chip->memory_options_gb;
        entries_.push_back(std::move(entry));
    }
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
        const bool of_system = entries_[i].system != nullptr;
        const std::string& own = of_system ? entries_[i].system->name : entries_[i].chip->name;
        const auto& aliases = of_system ? entries_[i].system->aliases : entries_[i].chip->aliases;
        add_name(own, i, of_system);
        if (own.find('(') != std::string::npos) add_name(without_brackets(own), i, of_system);
        for (const std::string& alias : aliases) add_name(alias, i, of_system);
    }
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
        by_first_atom_[keys_[i].atoms.front()].push_back(i);
    }
}

void NameKeys::add_name(const std::string& text, std::uint32_t entry, bool of_system) {
    const ItemName name = read_item_name(text);
    NameKey key;
    key.of_system = of_system;
    key.special_market = !of_system && name.special_market;
    std::string spelled;
    for (const Atom& atom : name.atoms) {
        if (of_system || names_model(atom.role)) key.atoms.push_back(atom.text);
    }
    if (key.atoms.empty()) return;
    NamedEntry& owner = entries_[entry];
    if (!of_system) {
        // What its own names say is never a contradiction.
        if (!owner.memory_gb.empty()) {
            for (const NamedMemory& memory : name.memory) add_new(owner.memory_gb, memory.gb);
        }
        if (!owner.forms.empty()) {
            for (const std::string& form : name.forms) add_new(owner.forms, form);
        }
    }
    key.is_short = is_short_name(key.atoms);
    spelled = spelling(key.atoms) + (of_system ? "@" : "") + (key.special_market ? "!" : "");
    const auto [at, fresh] =
        by_spelling_.emplace(spelled, static_cast<std::uint32_t>(keys_.size()));
    if (fresh) keys_.push_back(std::move(key));
    add_new(keys_[at->second].entries, entry);
}

void NameKeys::try_key(const ItemName& name, std::uint32_t key, std::uint32_t begin,
                       std::vector<NameMatch>& found, std::vector<NearMiss>& misses) const {
    const NameKey& wanted = keys_[key];
    const auto end = occurs(name, wanted, begin);
    if (!end || !begins_cleanly(name, begin) || reads_as_article(name, begin, *end)) return;
    if (wanted.special_market && !name.special_market) return;
    if (loses_suffix(name, wanted, begin, *end)) {
        misses.push_back({key, begin, *end, NearMiss::Why::Suffix});
    } else if (wanted.is_short && !has_context(name, wanted, begin, *end, entries_)) {
        misses.push_back({key, begin, *end, NearMiss::Why::Short});
    } else {
        found.push_back({key, begin, *end});
    }
}

NameMatches NameKeys::find(const ItemName& name) const {
    std::vector<NameMatch> found;
    std::vector<NearMiss> misses;
    for (std::uint32_t begin = 0; begin < name.atoms.size(); ++begin) {
        const auto keys = by_first_atom_.find(name.atoms[begin].text);
        if (keys == by_first_atom_.end()) continue;
        for (const std::uint32_t key : keys->second) try_key(name, key, begin, found, misses);
    }
    return keep_outermost(name, std::move(found), std::move(misses));
}

NameMatches NameKeys::find_by_scan(const ItemName& name) const {
    std::vector<NameMatch> found;
    std::vector<NearMiss> misses;
    for (std::uint32_t key = 0; key < keys_.size(); ++key) {
        for (std::uint32_t begin = 0; begin < name.atoms.size(); ++begin) {
            try_key(name, key, begin, found, misses);
        }
    }
    return keep_outermost(name, std::move(found), std::move(misses));
}

NameMatches NameKeys::keep_outermost(const ItemName& name, std::vector<NameMatch> found,
                                     std::vector<NearMiss> misses) const {
    const auto place = [](const auto& a, const auto& b) {
        return std::tuple(a.begin, a.end, a.key) < std::tuple(b.begin, b.end, b.key);
    };
    std::sort(found.begin(), found.end(), place);
    std::sort(misses.begin(), misses.end(), place);
    const auto inside = [&](const auto& inner, const auto& outer) {
        if (outer.begin > inner.begin || inner.end > outer.end) return false;
        if (outer.end - outer.begin == inner.end - inner.begin) return false;
        // The longer name may owe its last letter to a plural or a times sign: both readings stay.
        const bool open_ending =
            outer.begin == inner.begin && outer.end == inner.end + 1 &&
            (name.atoms[inner.end].may_be_times || may_be_plural(name, inner.begin, inner.end));
        return !open_ending;
    };
    const auto silenced = [&](const NameMatch& match) {
        const NameKey& key = keys_[match.key];
        for (const NameMatch& other : found) {
            if (inside(match, other)) return true;
            // "A100 特供版" is an A800: a name for the Chinese market goes before the plain one.
            if (other.begin == match.begin && other.end == match.end && !key.special_market &&
                !key.of_system && keys_[other.key].special_market) {
                return true;
            }
        }
        // A longer name that fell to its suffix silences the shorter ones inside it as well.
        return std::any_of(misses.begin(), misses.end(), [&](const NearMiss& miss) {
            return miss.why == NearMiss::Why::Suffix && inside(match, miss) &&
                   key.of_system == keys_[miss.key].of_system;
        });
    };
    NameMatches out;
    for (const NameMatch& match : found) {
        const NameKey& key = keys_[match.key];
        if (silenced(match)) continue;
        if (name.special_market && !key.special_market && !key.of_system) {
            misses.push_back({match.key, match.begin, match.end, NearMiss::Why::Market});
        } else {
            out.matches.push_back(match);
        }
    }
    for (const NearMiss& miss : misses) {
        const bool explained =
            std::any_of(out.matches.begin(), out.matches.end(), [&](const NameMatch& match) {
                return match.begin <= miss.begin && miss.end <= match.end;
            });
        if (!explained) out.misses.push_back(miss);
    }
    return out;
}

}  // namespace cordon::items
