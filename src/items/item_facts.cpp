// SPDX-License-Identifier: Apache-2.0
// From an item of an order to the alternatives that rules are asked under.
//
// Idea: what the catalogue says of a name depends on the name, the part number and the stated kind
// alone, so it is made once and remembered (CatalogueItem); an item of an order is that plus its
// own facts written over it. Orders repeat their names, so the usual cost is a look-up and a copy.
//
// The subtlety is devices that the order states itself: a device of known name is completed from
// the catalogue, one that matches the entry of the item takes its place, and one that does not
// stands beside it, because a server may hold both.
//
// Tested by item_facts_test.cpp.
#include "items/item_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "items/catalogue_item.h"
#include "items/vendor_class.h"

namespace cordon::items {
namespace {

using law::FactSet;
using law::ItemAlternative;
using law::Origin;
using law::Slot;
using law::SubjectKind;
using law::Value;

constexpr std::size_t kRememberedMax = 20'000;
constexpr std::size_t kAlternativesMax = 64;

using ChipSet = std::vector<const Chip*>;

bool holds(const ChipSet& chips, const Chip* chip) {
    return std::find(chips.begin(), chips.end(), chip) != chips.end();
}

/// A device as stated: its facts, its tables, and the chips its name may mean.
struct StatedDevice {
    const FactSet* facts = nullptr;
    ReadFigures figures;
    ChipSet chips;
    bool named = false;
};

}  // namespace

struct Enricher::State {
    State(const law::Schema& facts, const Catalogue& catalogue)
        : schema(facts), items(facts, catalogue) {}

    [[nodiscard]] std::shared_ptr<const CatalogueItem> look_up(const FactSet& stated) const;
    void overlay(const FactSet& stated, FactSet& item, std::vector<std::string>* notes,
                 const std::string& id) const;
    void class_of_stated_eccn(FactSet& item, const FactSet& stated,
                              std::vector<std::string>* notes) const;
    [[nodiscard]] bool named_model(const Value& model) const;
    [[nodiscard]] bool may_contain_ics(const FactSet& item) const;
    [[nodiscard]] std::vector<StatedDevice> stated_devices(const ItemAlternative& stated,
                                                           const Json& json,
                                                           const std::string& file,
                                                           std::vector<Error>& errors) const;
    void combine(const ItemAlternative& stated, const std::vector<StatedDevice>& devices,
                 const CatalogueItem& known, EnrichedItem& out) const;
    void add_combinations(const CatalogueAlternative& base,
                          const std::vector<StatedDevice>& devices, EnrichedItem& out) const;
    void unknown_name(const ItemAlternative& stated, EnrichedItem& out) const;

    const law::Schema& schema;
    CatalogueItems items;
    mutable std::shared_mutex guard;
    mutable std::unordered_map<std::string, std::shared_ptr<const CatalogueItem>> remembered;
};

std::shared_ptr<const CatalogueItem> Enricher::State::look_up(const FactSet& stated) const {
    const ItemSlots& slots = items.item_slots();
    const std::string name = stated.text(slots.name);
    const std::string number = stated.text(slots.part_number);
    const Value& kind = stated.at(slots.kind);
    const bool kind_known = kind.kind == Value::Kind::Choice;
    std::string key = name + '\n' + number + '\n';
    key.push_back(kind_known ? static_cast<char>(kind.choice + 1) : '\0');
    {
        const std::shared_lock lock(guard);
        if (const auto at = remembered.find(key); at != remembered.end()) return at->second;
    }
    auto made = std::make_shared<const CatalogueItem>(items.make(
        name, number, kind_known ? std::optional<std::uint8_t>(kind.choice) : std::nullopt));
    const std::unique_lock lock(guard);
    if (remembered.size() >= kRememberedMax) remembered.clear();
    remembered.emplace(std::move(key), made);
    return made;
}

/// A family that a letter names. Which family a known name belongs to is no matter of opinion: an
/// order cannot take an item out of it.
bool Enricher::State::named_model(const Value& model) const {
    const ItemSlots& slots = items.item_slots();
    return model.known() && slots.model_fact.option("other") != model.choice;
}

/// Writes the stated facts over those of the catalogue; a disagreement becomes a note.
void Enricher::State::overlay(const FactSet& stated, FactSet& item, std::vector<std::string>* notes,
                              const std::string& id) const {
    const ItemSlots& slots = items.item_slots();
    for (Slot slot = 0; slot < stated.size(); ++slot) {
        const Value& value = stated.at(slot);
        if (!value.known()) continue;
        const Value& known = item.at(slot);
        if (slot == slots.model && named_model(known)) {
            if (notes != nullptr && !(known == value)) {
                notes->push_back(fmt::format(
                    "item.model is stated as {}; the catalogue has {} ({}), which counts",
                    law::to_text(value, slots.model_fact), law::to_text(known, slots.model_fact),
                    id));
            }
            continue;
        }
        const bool looked_up_by = slot == slots.name || slot == slots.part_number;
        if (looked_up_by && known.known() && stated.origin(slot) == nullptr) continue;  // the same
        if (notes != nullptr && known.known() && !(known == value) && slot != slots.kind) {
            const law::Fact& fact = schema.fact(SubjectKind::Item, slot);
            notes->push_back(fmt::format("{} is stated as {}; the catalogue has {} ({})",
                                         fact.full_name(), law::to_text(value, fact),
                                         law::to_text(known, fact), id));
        }
        if (value.kind == Value::Kind::Text) {
            if (notes != nullptr && slot == slots.vendor_eccn && known.known() &&
                item.text(slot) != stated.text(slot)) {
                notes->push_back(
                    fmt::format("the ECCN is stated as {}; the maker's table has {} ({})",
                                stated.text(slot), item.text(slot), id));
            }
            const Origin* origin = stated.origin(slot);
            item.set_texts(slot, stated.texts(slot), origin == nullptr ? Origin{} : *origin);
        } else if (const Origin* origin = stated.origin(slot)) {
            item.set(slot, value, *origin);
        } else if (known.known()) {
            item.set(slot, value, Origin{});  // so that the catalogue is no longer named for it
        } else {
            item.set(slot, value);
        }
    }
    class_of_stated_eccn(item, stated, notes);
}

void Enricher::State::class_of_stated_eccn(FactSet& item, const FactSet& stated,
                                           std::vector<std::string>* notes) const {
    const ItemSlots& slots = items.item_slots();
    if (!stated.at(slots.vendor_eccn).known()) {
        // Whether a maker's claim was made to us is a fact of this order, and it was not: figures
        // alone decide. Where figures are missing too, the class stays open all the same.
        if (!item.at(slots.vendor_class).known()) {
            item.set(slots.vendor_class,
                     Value::of_choice(*slots.vendor_class_fact.option("unstated")),
                     {Origin::Kind::Assumed, "no ECCN of the maker was stated", {}});
        }
        return;
    }
    const std::string eccn = stated.text(slots.vendor_eccn);
    const VendorClass known = vendor_class_of(eccn);
    const Origin implied{Origin::Kind::Implied, eccn, {}};
    if (!stated.at(slots.vendor_class).known()) {
        const auto option = slots.vendor_class_fact.option(known.word);
        item.set(slots.vendor_class, option ? Value::of_choice(*option) : Value{}, implied);
    }
    if (!stated.at(slots.on_ccl).known()) {
        item.set(slots.on_ccl, Value::of(known.on_ccl), implied);
    }
    if (notes != nullptr && !known.note.empty()) {
        notes->push_back(fmt::format("the stated ECCN {}: {}", eccn, known.note));
    }
}

/// Software, technology, weights, access and a stack of memory hold no processing ICs.
bool Enricher::State::may_contain_ics(const FactSet& item) const {
    const ItemSlots& slots = items.item_slots();
    const Value& kind = item.at(slots.kind);
    if (kind.kind != Value::Kind::Choice) return true;
    for (const std::string_view word :
         {"software", "technology", "weights", "model_access", "memory_stack"}) {
        if (slots.kind_fact.option(word) == kind.choice) return false;
    }
    return true;
}

std::vector<StatedDevice> Enricher::State::stated_devices(const ItemAlternative& stated,
                                                          const Json& json, const std::string& file,
                                                          std::vector<Error>& errors) const {
    std::vector<StatedDevice> out;
    const Json* list = json.kind == Json::Kind::Object ? json.find("devices") : nullptr;
    for (std::size_t i = 0; i < stated.devices.size(); ++i) {
        StatedDevice device;
        device.facts = &stated.devices[i];
        if (list != nullptr && list->kind == Json::Kind::Array && i < list->items.size() &&
            list->items[i].kind == Json::Kind::Object) {
            device.figures =
                read_figures(list->items[i], {file, 0, 0, fmt::format("devices[{}]", i)});
            errors.insert(errors.end(), device.figures.errors.begin(), device.figures.errors.end());
        }
        const std::string name = device.facts->text(items.device_slots().name);
        device.named = !name.empty();
        if (device.named) {
            for (const Candidate& candidate : items.resolver().resolve(name).candidates) {
                if (candidate.chip != nullptr && !holds(device.chips, candidate.chip)) {
                    device.chips.push_back(candidate.chip);
                }
            }
        }
        out.push_back(std::move(device));
    }
    return out;
}

/// One alternative of the item for every way its stated devices may be read.
void Enricher::State::add_combinations(const CatalogueAlternative& base,
                                       const std::vector<StatedDevice>& devices,
                                       EnrichedItem& out) const {
    const Chip* own = base.candidate.chip;
    std::vector<std::vector<DeviceFacts>> ways(1);
    bool own_matched = false;
    for (const StatedDevice& device : devices) {
        ChipSet readings = device.chips;
        if (own != nullptr && (holds(readings, own) || (!device.named && devices.size() == 1))) {
            readings = {own};
            own_matched = true;
        }
        if (readings.empty() || ways.size() * readings.size() > kAlternativesMax)
            readings = {nullptr};
        std::vector<std::vector<DeviceFacts>> longer;
        for (const auto& way : ways) {
            for (const Chip* chip : readings) {
                longer.push_back(way);
                longer.back().push_back(
                    facts_of_stated(items.device_slots(), *device.facts, device.figures, chip));
            }
        }
        ways = std::move(longer);
    }
    if (own != nullptr && !own_matched) {
        out.notes.push_back(
            fmt::format("none of the stated devices is {}, which the item's name means; it is "
                        "considered as well",
                        own->name));
    }
    for (auto& way : ways) {
        ItemAlternative alternative = base.facts;
        if (own_matched || own == nullptr) alternative.devices.clear();
        std::vector<std::string> worksheet =
            own_matched ? std::vector<std::string>() : base.worksheet;
        for (DeviceFacts& device : way) {
            alternative.devices.push_back(std::move(device.facts));
            worksheet.insert(worksheet.end(), device.worksheet.begin(), device.worksheet.end());
            for (std::string& note : device.notes) {
                if (std::find(out.notes.begin(), out.notes.end(), note) == out.notes.end()) {
                    out.notes.push_back(std::move(note));
                }
            }
        }
        out.facts.alternatives.push_back(std::move(alternative));
        out.worksheets.push_back(std::move(worksheet));
        out.catalogue_ids.push_back(base.id);
    }
}

void Enricher::State::combine(const ItemAlternative& stated,
                              const std::vector<StatedDevice>& devices, const CatalogueItem& known,
                              EnrichedItem& out) const {
    if (known.alternatives.empty()) {
        CatalogueAlternative blank;
        blank.facts.item = FactSet(items.item_slots().size);
        blank.facts.devices_complete = stated.devices_complete;
        add_combinations(blank, devices, out);
        return;
    }
    // A stated device that is one of the entries tells which entry it is.
    const auto is_meant = [&](const CatalogueAlternative& alternative) {
        return std::any_of(devices.begin(), devices.end(), [&](const StatedDevice& device) {
            return holds(device.chips, alternative.candidate.chip);
        });
    };
    const bool told = std::any_of(known.alternatives.begin(), known.alternatives.end(), is_meant);
    for (const CatalogueAlternative& alternative : known.alternatives) {
        if (!told || is_meant(alternative)) add_combinations(alternative, devices, out);
    }
}

void Enricher::State::unknown_name(const ItemAlternative& stated, EnrichedItem& out) const {
    ItemAlternative alternative;
    alternative.item = FactSet(items.item_slots().size);
    // A stated "devices": [] says that nothing is inside.
    alternative.devices_complete = stated.devices_complete || !may_contain_ics(stated.item);
    if (!alternative.devices_complete) {
        const std::string name = stated.item.text(items.item_slots().name);
        out.notes.push_back(
            name.empty() ? "the item has neither a name nor figures"
                         : fmt::format("\"{}\" is not in the catalogue and no devices are stated: "
                                       "what is inside is not known",
                                       name));
    }
    out.facts.alternatives.push_back(std::move(alternative));
    out.worksheets.emplace_back();
    out.catalogue_ids.emplace_back();
}

Enricher::Enricher(const law::Schema& schema, const Catalogue& catalogue)
    : state_(std::make_unique<State>(schema, catalogue)) {}
Enricher::~Enricher() = default;

EnrichedItem Enricher::enrich(const law::ItemFacts& stated, const Json& json,
                              const std::string& file) const {
    EnrichedItem out;
    CHECK(!stated.alternatives.empty());
    const ItemAlternative& order = stated.alternatives.front();
    const std::shared_ptr<const CatalogueItem> known = state_->look_up(order.item);
    out.notes = known->notes;
    if (!order.devices.empty()) {
        const auto devices = state_->stated_devices(order, json, file, out.errors);
        state_->combine(order, devices, *known, out);
    } else if (known->alternatives.empty()) {
        state_->unknown_name(order, out);
    } else {
        for (const CatalogueAlternative& alternative : known->alternatives) {
            out.facts.alternatives.push_back(alternative.facts);
            out.worksheets.push_back(alternative.worksheet);
            out.catalogue_ids.push_back(alternative.id);
        }
    }
    std::vector<std::string> disagreements;
    for (std::size_t i = 0; i < out.facts.alternatives.size(); ++i) {
        state_->overlay(order.item, out.facts.alternatives[i].item, &disagreements,
                        out.catalogue_ids[i]);
    }
    for (std::string& note : disagreements) {
        if (std::find(out.notes.begin(), out.notes.end(), note) == out.notes.end()) {
            out.notes.push_back(std::move(note));
        }
    }
    return out;
}

law::ItemFacts Enricher::facts(const law::ItemFacts& stated, const Json& json) const {
    CHECK(!stated.alternatives.empty());
    const ItemAlternative& order = stated.alternatives.front();
    const std::shared_ptr<const CatalogueItem> known = state_->look_up(order.item);
    if (!order.devices.empty() || known->alternatives.empty()) {
        return enrich(stated, json, std::string()).facts;
    }
    law::ItemFacts out;
    out.alternatives.reserve(known->alternatives.size());
    for (const CatalogueAlternative& alternative : known->alternatives) {
        out.alternatives.push_back(alternative.facts);
        state_->overlay(order.item, out.alternatives.back().item, nullptr, alternative.id);
    }
    return out;
}

}  // namespace cordon::items
