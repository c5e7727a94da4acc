// SPDX-License-Identifier: Apache-2.0
#include "law/case_reader.h"

#include <fmt/core.h>

#include <algorithm>
#include <limits>
#include <span>

#include "base/text.h"
#include "law/stated_value.h"

namespace cordon::law {
namespace {

constexpr std::size_t kRowsMax = std::numeric_limits<std::uint16_t>::max();  // of SubjectRef

/// Where we are in the input; becomes "parties[1].country" only when there is an error to place.
struct Place {
    const Place* above = nullptr;
    std::string_view key;
    std::optional<std::size_t> index;

    [[nodiscard]] std::string to_text() const {
        std::string out = above == nullptr ? "" : above->to_text();
        if (!key.empty()) out += (out.empty() ? "" : ".") + std::string(key);
        if (index) out += fmt::format("[{}]", *index);
        return out;
    }
};

const Place kTop;

/// One subject being filled in.
struct Target {
    SubjectKind kind;
    FactSet facts;
    std::vector<bool> given;
    std::vector<std::string_view> structure;  ///< keys that are not facts: items, devices …
};

class CaseReader {
public:
    CaseReader(const Schema& schema, const CaseReadOptions& options)
        : schema_(schema), options_(options) {}

    ReadCase read(const Json& json) {
        ReadCase out;
        Target target = target_for(SubjectKind::Transaction, {"items", "parties"});
        if (json.kind != Json::Kind::Object) {
            report(value_error(json, fmt::format("this is {}", kind_name(json.kind)),
                               "an object with the facts of one transaction"),
                   kTop);
        } else {
            read_group(json, "", target, kTop);
            for (const Row& row : rows(json, "items", kTop)) {
                out.facts.items.push_back(read_item(*row.json, row.place));
            }
            for (const Row& row : rows(json, "parties", kTop)) {
                out.facts.parties.push_back(read_party(*row.json, row.place));
            }
        }
        out.facts.transaction = std::move(target.facts);
        out.errors = std::move(errors_);
        return out;
    }

private:
    struct Row {
        const Json* json;
        Place place;
    };

    [[nodiscard]] Target target_for(SubjectKind kind, std::vector<std::string_view> keys) const {
        const std::size_t slots = schema_.facts(kind).size();
        return {kind, FactSet(slots), std::vector<bool>(slots), std::move(keys)};
    }

    void report(Error error, const Place& place) {
        error.position.file = options_.file;
        if (error.position.field.empty()) error.position.field = place.to_text();
        errors_.push_back(std::move(error));
    }

    /// The rows of an array of subjects. The place of each borrows `above`.
    std::vector<Row> rows(const Json& json, std::string_view key, const Place& above) {
        std::vector<Row> out;
        const Json* array = json.find(key);
        if (array == nullptr || array->is_null()) return out;
        if (array->kind != Json::Kind::Array) {
            report(value_error(*array, fmt::format("`{}` is {}", key, kind_name(array->kind)),
                               "a list", "Put [ ] around it"),
                   {&above, key, {}});
            return out;
        }
        if (array->items.size() > kRowsMax) {
            report(value_error(*array, fmt::format("`{}` has {} rows", key, array->items.size()),
                               fmt::format("at most {}", kRowsMax), "Split the transaction"),
                   {&above, key, {}});
            return out;
        }
        for (std::size_t i = 0; i < array->items.size(); ++i) {
            out.push_back({&array->items[i], {&above, key, i}});
        }
        return out;
    }

    /// A subject is an object of facts, or just its name.
    bool read_subject(const Json& json, Target& target, const Place& place) {
        if (json.kind == Json::Kind::Object) {
            read_group(json, "", target, place);
            return true;
        }
        const auto name = schema_.find(target.kind, "name");
        if (json.kind == Json::Kind::Text && name) {
            read_fact(json, *name, target, place);
            return false;
        }
        report(value_error(json, fmt::format("this is {}", kind_name(json.kind)),
                           fmt::format("the facts of one {}, or its name", to_text(target.kind))),
               place);
        return false;
    }

    /// `prefix` is "" at the top and "route." inside {"route": {…}}.
    void read_group(const Json& json, const std::string& prefix, Target& target,
                    const Place& place) {
        for (const auto& [key, value] : json.members) {
            const Place here{&place, key, {}};
            std::string name = prefix + key;
            if (prefix.empty() && contains(target.structure, key)) continue;
            if (target.kind == SubjectKind::Party && name == "role") name = "roles";
            if (const auto slot = schema_.find(target.kind, name)) {
                read_fact(value, *slot, target, here);
            } else if (!schema_.is_group(target.kind, name)) {
                report(unknown_field(value, key, prefix, target), here);
            } else if (value.kind == Json::Kind::Object) {
                read_group(value, name + ".", target, here);
            } else if (!value.is_null()) {
                report(value_error(value, fmt::format("`{}` is {}", key, kind_name(value.kind)),
                                   fmt::format("an object with {}",
                                               list_of(names_below(name + ".", target.kind)))),
                       here);
            }
        }
    }

    void read_fact(const Json& json, Slot slot, Target& target, const Place& place) {
        const Fact& fact = schema_.fact(target.kind, slot);
        if (target.given[slot]) {
            report(value_error(json, fmt::format("`{}` is given twice", fact.name), "",
                               "Remove one of the two"),
                   place);
            return;
        }
        target.given[slot] = true;
        if (fact.type == FactType::Table) return;
        if (fact.derived && !options_.allow_derived) {
            std::string remedy = "Leave it out";
            if (const auto& by = fact.stated_by) {
                remedy += "; give " + schema_.fact(by->subject, by->slot).full_name() + " instead";
            }
            report(
                value_error(json, fmt::format("`{}` is worked out and cannot be stated", fact.name),
                            "", std::move(remedy)),
                place);
            return;
        }
        if (auto wrong = store(json, slot, target)) report(std::move(*wrong), place);
    }

    /// Reads the value into its slot. What is wrong with it, if anything is.
    std::optional<Error> store(const Json& json, Slot slot, Target& target) {
        const Fact& fact = schema_.fact(target.kind, slot);
        const auto stated = unwrap(json, fact);
        if (!stated) return stated.error();
        auto value = read_value(*stated->value, fact);
        if (!value) return value.error();
        if (!value->known() || !known_by_then(*stated)) return std::nullopt;
        Origin origin{Origin::Kind::Stated, stated->source, stated->known_since};
        if (value->kind == Value::Kind::Text) {
            target.facts.set_texts(slot, MUST(read_texts(*stated->value, fact)), std::move(origin));
        } else if (origin.source.empty() && !origin.known_since) {
            target.facts.set(slot, std::move(*value));
        } else {
            target.facts.set(slot, std::move(*value), std::move(origin));
        }
        return std::nullopt;
    }

    [[nodiscard]] bool known_by_then(const Stated& stated) const {
        return !options_.known_as_of || !stated.known_since ||
               *stated.known_since <= *options_.known_as_of;
    }

    ItemFacts read_item(const Json& json, const Place& place) {
        std::vector<std::string_view> keys = {"devices"};
        if (options_.allow_derived) keys.insert(keys.end(), {"devices_complete", "alternatives"});
        Target base = target_for(SubjectKind::Item, std::move(keys));
        const bool object = read_subject(json, base, place);
        ItemFacts item;
        const Json* alternatives =
            object && options_.allow_derived ? json.find("alternatives") : nullptr;
        if (alternatives == nullptr) {
            item.alternatives.push_back(with_devices(json, std::move(base), place));
            return item;
        }
        for (const Row& row : rows(json, "alternatives", place)) {
            // What the item says holds under every alternative; each adds its own.
            Target target = base;
            std::fill(target.given.begin(), target.given.end(), false);
            target.structure = {"devices", "devices_complete"};
            read_subject(*row.json, target, row.place);
            item.alternatives.push_back(with_devices(*row.json, std::move(target), row.place));
        }
        if (item.alternatives.empty()) {
            report(value_error(*alternatives, "`alternatives` is empty", "at least one"),
                   {&place, "alternatives", {}});
            item.alternatives.push_back({std::move(base.facts), {}, false});
        }
        return item;
    }

    ItemAlternative with_devices(const Json& json, Target target, const Place& place) {
        ItemAlternative out;
        out.item = std::move(target.facts);
        const Json* devices = json.find("devices");
        const bool stated = devices != nullptr && !devices->is_null();
        for (const Row& row : rows(json, "devices", place)) {
            Target device = target_for(SubjectKind::Device, {});
            read_subject(*row.json, device, row.place);
            out.devices.push_back(std::move(device.facts));
        }
        // An order that says nothing about ICs has not said that there are none.
        out.devices_complete = read_switch(json, "devices_complete", stated, place);
        return out;
    }

    PartyFacts read_party(const Json& json, const Place& place) {
        std::vector<std::string_view> keys;
        if (options_.allow_derived) keys = {"listings", "listings_complete", "placeholder"};
        Target target = target_for(SubjectKind::Party, std::move(keys));
        read_subject(json, target, place);
        PartyFacts party;
        party.party = std::move(target.facts);
        // Nobody has looked the party up yet; screening says when it has.
        party.listings_complete = read_switch(json, "listings_complete", false, place);
        party.placeholder =
            read_switch(json, "placeholder", false, place) && options_.allow_derived;
        if (!options_.allow_derived) return party;
        for (const Row& row : rows(json, "listings", place)) {
            Target listing = target_for(SubjectKind::Listing, {});
            read_subject(*row.json, listing, row.place);
            party.listings.push_back(std::move(listing.facts));
        }
        return party;
    }

    /// yes or no about the case itself. In the tests beside rules, what is listed is all there is.
    bool read_switch(const Json& json, std::string_view key, bool in_orders, const Place& place) {
        if (!options_.allow_derived) return in_orders;
        const bool otherwise = key != "placeholder";
        const Json* value = json.find(key);
        if (value == nullptr) return otherwise;
        const std::string word = to_lower_ascii(value->text);
        if (value->kind == Json::Kind::Bool) return value->boolean;
        if (value->kind == Json::Kind::Text && (word == "yes" || word == "no"))
            return word == "yes";
        report(value_error(*value, fmt::format("`{}` is neither yes nor no", key), "yes or no"),
               {&place, key, {}});
        return otherwise;
    }

    Error unknown_field(const Json& json, std::string_view key, const std::string& prefix,
                        const Target& target) const {
        std::vector<std::string> names = names_below(prefix, target.kind);
        if (prefix.empty()) {
            for (const std::string_view word : target.structure) names.emplace_back(word);
        }
        const std::string full = prefix + std::string(key);
        std::string remedy = remedy_for(key, full, names, target.kind);
        return value_error(json,
                           fmt::format("the {} has no field `{}`", to_text(target.kind), full),
                           names.size() > 12 ? "" : "one of " + list_of(names), std::move(remedy));
    }

    [[nodiscard]] std::string remedy_for(std::string_view key, const std::string& full,
                                         const std::vector<std::string>& names,
                                         SubjectKind kind) const {
        const std::string near = nearest(key, names);
        if (!near.empty()) return fmt::format("Did you mean `{}`?", near);
        std::vector<std::string> dotted;
        for (const Fact& fact : schema_.facts(kind)) {
            if (fact.name.ends_with("." + std::string(key))) return did_you_mean(fact.name);
            dotted.push_back(fact.name);
        }
        const std::string near_dotted = nearest(full, dotted);
        if (!near_dotted.empty()) return did_you_mean(near_dotted);
        for (const SubjectKind other : {SubjectKind::Transaction, SubjectKind::Item,
                                        SubjectKind::Device, SubjectKind::Party}) {
            if (other == kind || !schema_.find(other, full)) continue;
            return fmt::format("`{}` is a fact of the {}: state it there", full, to_text(other));
        }
        return "`cordon law facts` lists the fields";
    }

    static std::string did_you_mean(const std::string& name) {
        return fmt::format("Did you mean `{}`?", name);
    }

    static bool contains(const std::vector<std::string_view>& words, std::string_view word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    }

    /// The keys that may stand directly below a prefix.
    [[nodiscard]] std::vector<std::string> names_below(std::string_view prefix,
                                                       SubjectKind kind) const {
        std::vector<std::string> names;
        for (const Fact& fact : schema_.facts(kind)) {
            if (!fact.name.starts_with(prefix)) continue;
            std::string name = fact.name.substr(prefix.size());
            name = name.substr(0, name.find('.'));
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        }
        return names;
    }

    const Schema& schema_;
    const CaseReadOptions& options_;
    std::vector<Error> errors_;
};

}  // namespace

ReadCase read_case(const Json& json, const Schema& schema, const CaseReadOptions& options) {
    return CaseReader(schema, options).read(json);
}

}  // namespace cordon::law
