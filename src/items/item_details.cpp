// SPDX-License-Identifier: Apache-2.0
// Most certain first: words of the table, then form factors, then memory, then counts.
// Tested by item_name_test.cpp.
#include "items/item_details.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "items/name_words.h"

namespace cordon::items {
namespace {

constexpr std::uint32_t kCountMax = 256;   // more is a model number ("910", "4090")
constexpr std::uint32_t kTimesMax = 1024;  // before a times sign

std::uint32_t number(const Atom& atom) {
    if (atom.kind != AtomKind::Digits || atom.text.size() > 6) return 0;
    std::uint32_t value = 0;
    for (const char c : atom.text) value = value * 10 + static_cast<std::uint32_t>(c - '0');
    return value;
}

class Details {
public:
    explicit Details(ItemName& name) : name_(name), atoms_(name.atoms) {}

    void read() {
        split_times();
        for (std::size_t i = 0; i < atoms_.size(); ++i) read_words(i);
        for (std::size_t i = 0; i < atoms_.size(); ++i) read_form(i);
        for (std::size_t i = 0; i < atoms_.size(); ++i) read_memory(i);
        for (std::size_t i = 0; i < atoms_.size(); ++i) read_count(i);
    }

private:
    [[nodiscard]] bool is(std::size_t i, std::string_view text) const {
        return i < atoms_.size() && atoms_[i].text == text;
    }
    [[nodiscard]] bool word_starts(std::size_t i) const {
        return i == 0 || !atoms_[i].glued || atoms_[i - 1].kind == AtomKind::Han;
    }
    void mark(std::size_t from, std::size_t until, AtomRole role) {
        for (std::size_t i = from; i < until && i < atoms_.size(); ++i) atoms_[i].role = role;
    }

    /// "8xH100" is 8, x, h, 100, but "48xlarge" and "7900XTX" stay as they are.
    void split_times() {
        for (std::size_t i = 0; i + 1 < atoms_.size(); ++i) {
            Atom& run = atoms_[i + 1];
            const bool leads = run.kind == AtomKind::Letters && run.glued && run.text.size() > 1 &&
                               run.text.front() == 'x' && !run.text.starts_with("xl");
            const std::uint32_t times = number(atoms_[i]);
            if (!leads || times == 0 || times > kTimesMax || !word_starts(i)) continue;
            Atom rest = run;
            rest.text.erase(0, 1);
            run.text.resize(1);  // "x"; saying so makes g++ 12 warn of a copy that cannot be
            run.may_be_times = true;
            atoms_.insert(atoms_.begin() + static_cast<std::ptrdiff_t>(i + 2), std::move(rest));
        }
    }

    /// The longest word of the table that begins here.
    void read_words(std::size_t i) {
        if (atoms_[i].role != AtomRole::Plain) return;
        std::string text;
        std::size_t end = i;
        const NameWord* found = nullptr;
        std::size_t found_end = i;
        do {
            text += atoms_[end].text;
            ++end;
            if (const NameWord* word = find_name_word(text)) {
                found = word;
                found_end = end;
            }
        } while (atoms_[i].kind == AtomKind::Han && end < atoms_.size() &&
                 end < i + kLongestHanWord && atoms_[end].kind == AtomKind::Han);
        if (found == nullptr) {
            if (is(i, "moore") && is(i + 1, "threads")) {
                mark(i, i + 2, AtomRole::Maker);
                name_.makers.emplace_back("Moore Threads");
            }
            return;
        }
        switch (found->kind) {
            case WordKind::Maker:
                mark(i, found_end, AtomRole::Maker);
                for (const std::string_view maker : split(found->means, '|')) {
                    name_.makers.emplace_back(maker);
                }
                return;
            case WordKind::Accelerator:
                mark(i, found_end, AtomRole::Accelerator);
                name_.accelerator_named = true;
                return mark_glued(found_end);
            case WordKind::Noise:
                return mark(i, found_end, AtomRole::Noise);
            case WordKind::MemoryType:
                mark(i, found_end, AtomRole::Noise);
                return mark_glued(found_end);
            case WordKind::Generation:
                return mark(i, found_end, AtomRole::Generation);
            case WordKind::Market:
                name_.special_market = true;
                return mark(i, found_end, AtomRole::Market);
            case WordKind::Unit:
                return;  // read with its number
        }
    }

    /// "HBM" takes its "3e" along, "GDDR" its "6X".
    void mark_glued(std::size_t i) {
        for (; i < atoms_.size() && atoms_[i].glued && atoms_[i].kind != AtomKind::Han; ++i) {
            atoms_[i].role = AtomRole::Noise;
        }
    }

    void add_form(std::string form, std::size_t from, std::size_t until) {
        mark(from, until, AtomRole::Form);
        if (form == "SXM" || form == "OAM") name_.accelerator_named = true;
        name_.forms.push_back(std::move(form));
    }

    void read_form(std::size_t i) {
        if (atoms_[i].role != AtomRole::Plain) return;
        if (is(i, "sxm")) {
            const bool numbered = i + 1 < atoms_.size() && atoms_[i + 1].glued &&
                                  number(atoms_[i + 1]) >= 2 && number(atoms_[i + 1]) <= 7;
            return add_form("SXM", i, numbered ? i + 2 : i + 1);
        }
        if (is(i, "oam")) return add_form("OAM", i, i + 1);
        if (is(i, "nvl") && (i + 1 >= atoms_.size() || !atoms_[i + 1].glued ||
                             atoms_[i + 1].kind != AtomKind::Digits)) {
            return add_form("NVL", i, i + 1);
        }
        std::size_t end = i;
        if (is(i, "pcie")) end = i + 1;
        if (is(i, "pci") && (is(i + 1, "e") || is(i + 1, "express"))) end = i + 2;
        if (end == i) return;
        // "PCIe Gen5 x16", "PCIe 4.0 x16": all of it speaks of the slot.
        std::size_t slot = end;
        if (is(slot, "gen")) ++slot;
        if (slot < atoms_.size() && number(atoms_[slot]) >= 3 && number(atoms_[slot]) <= 7) ++slot;
        if (slot > end && is(slot, "0")) ++slot;
        if (slot + 1 < atoms_.size() && is(slot, "x") && number(atoms_[slot + 1]) != 0) slot += 2;
        add_form("PCIe", i, slot);
    }

    /// "80GB", "80 G", "96GiB"; not "900 GB/s", not "512 GB RAM".
    void read_memory(std::size_t i) {
        if (i + 1 >= atoms_.size() || atoms_[i].role != AtomRole::Plain) return;
        const std::uint32_t size = number(atoms_[i]);
        const Atom& unit = atoms_[i + 1];
        const bool is_unit = unit.text == "g" || unit.text == "gb" || unit.text == "gib";
        if (size == 0 || !is_unit || unit.role != AtomRole::Plain) return;
        const bool times = i > 1 && is(i - 1, "x") && atoms_[i - 2].kind == AtomKind::Digits;
        if (i > 0 && atoms_[i].glued && atoms_[i - 1].kind == AtomKind::Letters && !times) {
            return;  // "A10 G" is a model
        }
        if (!unit.glued && (!unit.spaced || unit.text == "g")) return;
        const bool rate = is(i + 2, "s") && !atoms_[i + 2].glued && i + 2 < atoms_.size();
        static constexpr std::array<std::string_view, 6> kHost{"ram",   "dram", "ddr",
                                                               "lpddr", "ssd",  "nvme"};
        const bool host = i + 2 < atoms_.size() &&
                          std::find(kHost.begin(), kHost.end(), atoms_[i + 2].text) != kHost.end();
        mark(i, i + 2, rate || host ? AtomRole::Noise : AtomRole::Memory);
        if (!rate && !host) name_.memory.push_back({size, static_cast<std::uint32_t>(i)});
    }

    void set_count(std::uint32_t count, std::size_t from, std::size_t until) {
        mark(from, until, AtomRole::Count);
        if (!name_.count) name_.count = count;
    }

    void read_count(std::size_t i) {
        if (atoms_[i].role != AtomRole::Plain) return;
        if (read_times(i) || read_number_of(i)) return;
        if (atoms_[i].kind != AtomKind::Han) return;
        for (std::size_t length : {std::size_t{3}, std::size_t{2}, std::size_t{1}}) {
            std::string word;
            for (std::size_t k = i; k < i + length && k < atoms_.size(); ++k)
                word += atoms_[k].text;
            const std::uint32_t value = han_number(word);
            const std::size_t unit = i + length;
            if (value == 0 || unit >= atoms_.size() || !is_unit(unit)) continue;
            name_.accelerator_named = true;
            return set_count(value, i, unit + 1);
        }
        if (is_unit(i)) {  // "H20卡": says what it is
            atoms_[i].role = AtomRole::Noise;
            if (is(i, "卡")) name_.accelerator_named = true;
        }
    }

    [[nodiscard]] bool is_unit(std::size_t i) const {
        if (i >= atoms_.size()) return false;
        const NameWord* word = find_name_word(atoms_[i].text);
        return (word != nullptr && word->kind == WordKind::Unit) || is(i, "gpu") || is(i, "gpus");
    }

    /// "8x H100" before, "H100 x8" after.
    bool read_times(std::size_t i) {
        const std::uint32_t before = number(atoms_[i]);
        const bool x_after =
            i + 1 < atoms_.size() && is(i + 1, "x") && atoms_[i + 1].role == AtomRole::Plain;
        if (before != 0 && before <= kTimesMax && x_after && word_starts(i) &&
            i + 2 < atoms_.size()) {
            set_count(before, i, i + 2);
            return true;
        }
        if (!is(i, "x") || i == 0 || i + 1 >= atoms_.size()) return false;
        const std::uint32_t after = number(atoms_[i + 1]);
        const bool ends =
            i + 2 >= atoms_.size() || !atoms_[i + 2].glued || atoms_[i + 2].kind == AtomKind::Han;
        if (after == 0 || after > kCountMax || !ends) return false;
        const bool joined_by_hyphen = !atoms_[i].glued && !atoms_[i].spaced;
        if (joined_by_hyphen && !atoms_[i].may_be_times) return false;  // "MLU370-X8"
        if (!atoms_[i].glued || atoms_[i].may_be_times) {
            set_count(after, i, i + 2);
        } else if (atoms_[i + 1].glued) {
            atoms_[i].may_be_times = true;
            set_count(after, i + 1, i + 2);
        }
        return true;
    }

    /// "8 GPUs", "8-GPU", "8卡".
    bool read_number_of(std::size_t i) {
        const std::uint32_t value = number(atoms_[i]);
        if (value == 0 || value > kCountMax || !is_unit(i + 1)) return false;
        const bool part_of_model = i > 0 && atoms_[i].glued;
        if (part_of_model) return false;
        if (!is(i + 1, "台") && !is(i + 1, "套") && !is(i + 1, "units") && !is(i + 1, "sets")) {
            name_.accelerator_named = true;
        }
        set_count(value, i, i + 2);
        return true;
    }
    ItemName& name_;
    std::vector<Atom>& atoms_;
};

}  // namespace

void read_details(ItemName& name) {
    Details(name).read();
}

}  // namespace cordon::items
