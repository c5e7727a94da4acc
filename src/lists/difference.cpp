// SPDX-License-Identifier: Apache-2.0
// Pairing goes from the surest to the weakest sign, and each step sees only what the steps before
// left: same contents, same id, same name, a name that is an alias on the other side. Publishers
// renumber, reorder and correct their rows; only the first step is needed for most of them.
//
// Each step is one hash table over the new side, so the whole is linear in the two versions.
#include "lists/difference.h"

#include <algorithm>
#include <unordered_map>

namespace cordon::lists {

namespace {

using Fields = std::vector<std::pair<std::string, std::vector<std::string>>>;

std::string day_text(const std::optional<Date>& day) {
    return day ? day->to_iso() : "";
}

/// Contents as one text: equal texts, equal entries.
std::string contents(const Listing& listing) {
    std::string text = listing.list;
    for (auto [field, values] : fields_of(listing)) {
        std::sort(values.begin(), values.end());
        text += '\x1e' + field;
        for (const auto& value : values) text += '\x1f' + value;
    }
    return text;
}

std::vector<std::string> without(std::vector<std::string> values,
                                 const std::vector<std::string>& taken) {
    for (const auto& value : taken) {
        const auto at = std::find(values.begin(), values.end(), value);
        if (at != values.end()) values.erase(at);
    }
    return values;
}

std::vector<FieldChange> field_changes(const Listing& before, const Listing& after) {
    const auto old_fields = fields_of(before);
    const auto new_fields = fields_of(after);
    std::vector<FieldChange> changes;
    for (std::size_t i = 0; i < old_fields.size(); ++i) {
        const auto& [field, had] = old_fields[i];
        const auto& has = new_fields[i].second;
        FieldChange change{field, without(had, has), without(has, had)};
        if (!change.before.empty() || !change.after.empty()) changes.push_back(std::move(change));
    }
    return changes;
}

class Pairing {
public:
    Pairing(const std::vector<Listing>& before, const std::vector<Listing>& after)
        : before_(before),
          after_(after),
          partner_(before.size(), kNone),
          taken_(after.size(), false) {}

    /// Pairs what is left on both sides by equal texts, first come first served.
    template <class OldKeys, class NewKeys>
    void pair_by(const OldKeys& old_keys, const NewKeys& new_keys) {
        std::unordered_map<std::string, std::vector<std::size_t>> places;
        for (std::size_t n = after_.size(); n-- > 0;) {
            if (taken_[n]) continue;
            for (auto& key : new_keys(after_[n])) places[std::move(key)].push_back(n);
        }
        for (std::size_t o = 0; o < before_.size(); ++o) {
            if (partner_[o] != kNone) continue;
            for (const auto& key : old_keys(before_[o])) {
                const auto found = places.find(key);
                if (found == places.end()) continue;
                auto& list = found->second;
                while (!list.empty() && taken_[list.back()]) list.pop_back();
                if (list.empty()) continue;
                partner_[o] = list.back();
                taken_[list.back()] = true;
                break;
            }
        }
    }
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    [[nodiscard]] std::size_t partner(std::size_t old) const { return partner_[old]; }
    [[nodiscard]] bool taken(std::size_t now) const { return taken_[now]; }
    [[nodiscard]] std::size_t paired() const {
        return static_cast<std::size_t>(
            std::count_if(partner_.begin(), partner_.end(), [](auto p) { return p != kNone; }));
    }

private:
    const std::vector<Listing>& before_;
    const std::vector<Listing>& after_;
    std::vector<std::size_t> partner_;
    std::vector<bool> taken_;
};

std::string keyed(const Listing& listing, std::string_view name) {
    return listing.list + '\x1f' + name_key(name);
}

std::vector<std::string> by_name(const Listing& listing) {
    return {keyed(listing, listing.name)};
}

std::vector<std::string> by_any_name(const Listing& listing) {
    std::vector<std::string> keys = by_name(listing);
    for (const auto& alias : listing.aliases) keys.push_back(keyed(listing, alias));
    return keys;
}

}  // namespace

Fields fields_of(const Listing& listing) {
    Fields fields;
    const auto one = [&](const char* field, const std::string& value) {
        fields.push_back(
            {field, value.empty() ? std::vector<std::string>{} : std::vector<std::string>{value}});
    };
    one("name", listing.name);
    fields.push_back({"aliases", listing.aliases});
    fields.push_back({"weak_aliases", listing.weak_aliases});
    fields.push_back({"former_names", listing.former_names});
    fields.push_back({"countries", listing.countries});
    fields.push_back({"addresses", listing.addresses});
    one("kind", listing.kind);
    one("published", day_text(listing.published));
    one("effective",
        day_text(listing.effective) + (listing.effective_is_publication ? " (publication)" : ""));
    one("ended", day_text(listing.ended));
    one("requirement", listing.requirement);
    one("requirement_text", listing.requirement_text);
    std::vector<std::string> footnotes, identifiers, births;
    for (const auto& note : listing.footnotes) {
        footnotes.push_back(note.number + (note.from ? " from " + note.from->to_iso() : ""));
    }
    for (const auto& id : listing.identifiers) {
        identifiers.push_back((id.label.empty() ? "" : id.label + ": ") + id.value +
                              (id.country.empty() ? "" : " (" + id.country + ")"));
    }
    for (const auto& born : listing.born) {
        std::string text = born.about ? "about " : "";
        text += born.first.to_iso();
        if (born.first < born.last) text += " to " + born.last.to_iso();
        births.push_back(text);
    }
    fields.push_back({"footnotes", std::move(footnotes)});
    one("review_policy", listing.review_policy);
    one("review_policy_text", listing.review_policy_text);
    fields.push_back({"programmes", listing.programmes});
    one("citation", listing.citation);
    fields.push_back({"identifiers", std::move(identifiers)});
    fields.push_back({"born", std::move(births)});
    fields.push_back({"birthplaces", listing.birthplaces});
    one("note", listing.note);
    return fields;
}

Difference difference(std::vector<Listing> before, std::vector<Listing> after) {
    Pairing pairing(before, after);
    const auto by_contents = [](const Listing& listing) {
        return std::vector<std::string>{contents(listing)};
    };
    pairing.pair_by(by_contents, by_contents);
    Difference out;
    out.unchanged = pairing.paired();
    std::vector<bool> same(before.size());
    for (std::size_t o = 0; o < before.size(); ++o) same[o] = pairing.partner(o) != Pairing::kNone;
    const auto by_id = [](const Listing& listing) {
        return std::vector<std::string>{listing.list + '\x1f' + listing.id};
    };
    pairing.pair_by(by_id, by_id);
    pairing.pair_by(by_name, by_name);
    pairing.pair_by(by_name, by_any_name);
    pairing.pair_by(by_any_name, by_name);
    for (std::size_t o = 0; o < before.size(); ++o) {
        if (same[o]) continue;
        const auto partner = pairing.partner(o);
        if (partner == Pairing::kNone) {
            out.removed.push_back(std::move(before[o]));
            continue;
        }
        auto fields = field_changes(before[o], after[partner]);
        out.changed.push_back({std::move(before[o]), std::move(after[partner]), std::move(fields)});
    }
    for (std::size_t n = 0; n < after.size(); ++n) {
        if (!pairing.taken(n)) out.added.push_back(std::move(after[n]));
    }
    return out;
}

std::vector<Listing> listings_of(const Snapshot& snapshot, std::string_view source,
                                 std::string_view list) {
    std::vector<Listing> out;
    for (std::uint32_t i = 0; i < snapshot.size(); ++i) {
        if (!source.empty() && snapshot.sources()[snapshot.source_of(i)].source_id != source) {
            continue;
        }
        auto listing = snapshot.listing(i);
        if (list.empty() || listing.list == list) out.push_back(std::move(listing));
    }
    return out;
}

}  // namespace cordon::lists
