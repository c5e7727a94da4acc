// SPDX-License-Identifier: Apache-2.0
#include "items/catalogue_item.h"

#include <fmt/format.h>

#include <algorithm>

#include "items/vendor_class.h"

namespace cordon::items {
namespace {

using law::FactSet;
using law::FactType;
using law::Origin;
using law::Slot;
using law::SubjectKind;
using law::Value;

void add_new(std::vector<std::string>& notes, std::string note) {
    if (std::find(notes.begin(), notes.end(), note) == notes.end())
        notes.push_back(std::move(note));
}

void set_choice(FactSet& facts, Slot slot, const law::Fact& fact, std::string_view word,
                const Origin& origin) {
    if (const auto option = fact.option(word)) facts.set(slot, Value::of_choice(*option), origin);
}

void set_country(FactSet& facts, Slot slot, const std::string& code, const Origin& origin) {
    if (code.empty()) return;
    if (const auto country = Country::from_code(code)) facts.set(slot, Value::of(*country), origin);
}

/// Who brands a system, as the options of item.maker have it.
std::string_view maker_of_system(const System& system) {
    struct Brand {
        std::string_view vendor, word;
    };
    static constexpr Brand kBrands[] = {
        {"NVIDIA", "nvidia"},        {"AMD", "amd"},    {"Intel Habana", "intel"},
        {"Huawei", "huawei"},        {"AWS", "amazon"}, {"Google Cloud", "google"},
        {"Huawei / SIAT", "huawei"},
    };
    for (const Brand& brand : kBrands) {
        if (brand.vendor == system.vendor) return brand.word;
    }
    return "other";
}

void note_chip(const Chip& chip, std::vector<std::string>& notes) {
    const Metrics metrics = metrics_of(chip.figures);
    if (chip.vendor_tpp && metrics.tpp && !(*chip.vendor_tpp == *metrics.tpp)) {
        add_new(notes, fmt::format("{}: the maker states TPP {}, its published rates give {}",
                                   chip.id, grouped(*chip.vendor_tpp), grouped(*metrics.tpp)));
    }
    if (!chip.doubts.empty()) add_new(notes, fmt::format("{}: in doubt: {}", chip.id, chip.doubts));
}

}  // namespace

ItemSlots::ItemSlots(const law::Schema& schema)
    : size(schema.facts(SubjectKind::Item).size()),
      name(schema.slot(SubjectKind::Item, "name")),
      part_number(schema.slot(SubjectKind::Item, "part_number")),
      kind(schema.slot(SubjectKind::Item, "kind")),
      catalogue_id(schema.slot(SubjectKind::Item, "catalogue_id")),
      maker(schema.slot(SubjectKind::Item, "maker")),
      model(schema.slot(SubjectKind::Item, "model")),
      vendor_eccn(schema.slot(SubjectKind::Item, "vendor_eccn")),
      vendor_class(schema.slot(SubjectKind::Item, "vendor_class")),
      on_ccl(schema.slot(SubjectKind::Item, "on_ccl")),
      designer_headquarters(schema.slot(SubjectKind::Item, "designer_headquarters")),
      designer_ultimate_parent(schema.slot(SubjectKind::Item, "designer_ultimate_parent")),
      advanced_logic_ic(schema.slot(SubjectKind::Item, "advanced_logic_ic")),
      memory_is_hbm(schema.slot(SubjectKind::Item, "memory_is_hbm")),
      hbm_copackaged_with_logic(schema.slot(SubjectKind::Item, "hbm_copackaged_with_logic")),
      published_source(schema.slot(SubjectKind::Item, "published_source")),
      kind_fact(schema.fact(SubjectKind::Item, kind)),
      maker_fact(schema.fact(SubjectKind::Item, maker)),
      model_fact(schema.fact(SubjectKind::Item, model)),
      vendor_class_fact(schema.fact(SubjectKind::Item, vendor_class)) {
    for (Slot slot = 0; slot < size; ++slot) {
        const FactType type = schema.fact(SubjectKind::Item, slot).type;
        if (type == FactType::Text || type == FactType::Texts) texts.push_back(slot);
    }
}

CatalogueItems::CatalogueItems(const law::Schema& schema, const Catalogue& catalogue)
    : item_(schema), device_(schema), resolver_(catalogue) {}

/// A chip is traded on a board: an SXM or OAM module and a PCIe card are assemblies (4A090), the
/// bare package is the IC (3A090). The order may say that it is the IC.
std::uint8_t CatalogueItems::kind_of(const Candidate& candidate) const {
    std::string_view word = "board";
    if (const System* system = candidate.system) {
        if (system->type == "rack") word = "rack";
        if (system->type == "server" || system->type == "workstation") word = "system";
        if (system->type == "cloud instance") word = "capacity";
    } else if (const auto& forms = candidate.chip->form_factors;
               forms.size() == 1 && forms.front() == "package") {
        word = "ic";
    }
    return item_.kind_fact.option(word).value_or(0);
}

void CatalogueItems::set_identity(const Candidate& candidate, std::uint8_t kind,
                                  FactSet& item) const {
    const std::string& id = candidate.system != nullptr ? candidate.system->id : candidate.chip->id;
    const Origin origin{Origin::Kind::Catalogue, id, {}};
    item.set_texts(item_.catalogue_id, {id}, origin);
    item.set(item_.kind, Value::of_choice(kind), {Origin::Kind::Implied, id, {}});
    set_choice(item, item_.maker, item_.maker_fact,
               candidate.system != nullptr ? maker_of_system(*candidate.system)
                                           : std::string_view(candidate.chip->maker_word),
               origin);
    item.set(item_.memory_is_hbm, Value::of(false), {Origin::Kind::Implied, id, {}});
    const Chip* chip = candidate.chip;
    if (chip == nullptr) return;
    set_choice(item, item_.model, item_.model_fact, chip->model_word, origin);
    set_country(item, item_.designer_headquarters, chip->designer_headquarters, origin);
    set_country(item, item_.designer_ultimate_parent, chip->designer_ultimate_parent, origin);
    if (chip->figures.hbm.value_or(false)) {
        item.set(item_.hbm_copackaged_with_logic, Value::of(true), origin);
    }
    const bool is_ic = item_.kind_fact.option("ic") == kind;
    if (is_ic && chip->nonplanar.value_or(false)) {
        item.set(item_.advanced_logic_ic, Value::of(true), origin);
    }
    item.set_texts(item_.published_source,
                   {chip->id + ": " + chip->quality + " figures" +
                    (chip->doubts.empty() ? "" : "; in doubt: " + chip->doubts)},
                   origin);
}

/// The maker's table gives the ECCN of its boards; it says nothing of a bare IC or of a server that
/// somebody else builds around them.
void CatalogueItems::set_class(const Candidate& candidate, std::uint8_t kind, FactSet& item,
                               std::vector<std::string>& notes) const {
    const Chip* chip = candidate.chip;
    if (chip == nullptr || chip->vendor_eccn.empty()) return;
    const bool board = item_.kind_fact.option("board") == kind;
    const bool own = candidate.system == nullptr || candidate.system->vendor == chip->vendor;
    if (!board || !own) return;
    const Origin origin{Origin::Kind::Catalogue, chip->id, {}};
    const VendorClass known = vendor_class_of(chip->vendor_eccn);
    item.set_texts(item_.vendor_eccn, {chip->vendor_eccn}, origin);
    set_choice(item, item_.vendor_class, item_.vendor_class_fact, known.word, origin);
    item.set(item_.on_ccl, Value::of(known.on_ccl), {Origin::Kind::Implied, chip->vendor_eccn, {}});
    if (!known.note.empty()) {
        add_new(notes, fmt::format("the maker's ECCN {}: {}", chip->vendor_eccn, known.note));
    }
}

CatalogueAlternative CatalogueItems::make_alternative(const Candidate& candidate,
                                                      std::optional<std::uint32_t> count,
                                                      std::optional<std::uint8_t> stated_kind,
                                                      std::vector<std::string>& notes) const {
    CatalogueAlternative out;
    out.candidate = candidate;
    out.id = candidate.system != nullptr ? candidate.system->id : candidate.chip->id;
    out.facts.item = FactSet(item_.size);
    const std::uint8_t kind = stated_kind.value_or(kind_of(candidate));
    set_identity(candidate, kind, out.facts.item);
    set_class(candidate, kind, out.facts.item, notes);
    if (candidate.system != nullptr && !candidate.system->doubts.empty()) {
        add_new(notes, fmt::format("{}: in doubt: {}", out.id, candidate.system->doubts));
    }
    if (candidate.chip == nullptr) {
        out.facts.devices_complete = false;
        add_new(notes, fmt::format("{}: the source does not name the accelerator inside", out.id));
        return out;
    }
    const std::uint32_t inside = candidate.system != nullptr
                                     ? candidate.system->count.value_or(count.value_or(0))
                                     : candidate.chip->ics_per_board * count.value_or(1);
    DeviceFacts device = facts_of_chip(device_, *candidate.chip, inside);
    out.facts.devices.push_back(std::move(device.facts));
    out.worksheet = std::move(device.worksheet);
    for (std::string& note : device.notes) {
        add_new(notes, candidate.chip->id + ": " + std::move(note));
    }
    note_chip(*candidate.chip, notes);
    return out;
}

CatalogueItem CatalogueItems::make(std::string_view name, std::string_view part_number,
                                   std::optional<std::uint8_t> kind) const {
    CatalogueItem out;
    Resolution found = resolver_.resolve(name, part_number);
    out.notes = std::move(found.notes);
    for (const Candidate& candidate : found.candidates) {
        out.alternatives.push_back(make_alternative(candidate, found.count, kind, out.notes));
        FactSet& item = out.alternatives.back().facts.item;
        if (!name.empty()) item.set_texts(item_.name, {std::string(name)});
        if (!part_number.empty()) item.set_texts(item_.part_number, {std::string(part_number)});
    }
    return out;
}

}  // namespace cordon::items
