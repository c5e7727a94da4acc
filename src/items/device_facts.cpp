// SPDX-License-Identifier: Apache-2.0
// Idea: whatever the source, the figures of one IC are brought together first and the metrics are
// computed once from the whole, so that a stated TPP and a published die area give one density.
//
// Guarantee: a stated fact is never overwritten. Tested by item_facts_test.cpp.
#include "items/device_facts.h"

#include <fmt/format.h>

namespace cordon::items {
namespace {

using law::FactSet;
using law::Origin;
using law::Slot;
using law::SubjectKind;
using law::Value;

void set_new(FactSet& facts, Slot slot, const std::optional<Interval>& amount,
             const Origin& origin) {
    if (amount && !facts.at(slot).known()) facts.set(slot, Value::of(*amount), origin);
}

std::optional<Interval> rate_of(const DeviceFigures& figures, std::string_view format) {
    for (const Operation& operation : figures.operations) {
        if (operation.format == format && !operation.sparse) return operation.tops;
    }
    return std::nullopt;
}

/// Fills what is not known yet from the figures.
void fill(const DeviceSlots& slots, const DeviceFigures& figures, const Metrics& metrics,
          const Origin& origin, FactSet& facts) {
    const Origin computed{Origin::Kind::Computed, origin.source, {}};
    set_new(facts, slots.tpp, metrics.tpp_any_reading, computed);
    set_new(facts, slots.tpp_tf32_at_32, metrics.tpp_tf32_at_32, computed);
    set_new(facts, slots.applicable_area, metrics.applicable_area, origin);
    set_new(facts, slots.performance_density, metrics.performance_density, computed);
    set_new(facts, slots.ops_times_bits, metrics.ops_times_bits, computed);
    set_new(facts, slots.io_rate, metrics.io_rate, computed);
    set_new(facts, slots.memory_bandwidth, metrics.memory_bandwidth, origin);
    set_new(facts, slots.fp64, rate_of(figures, "fp64"), origin);
    set_new(facts, slots.fp32, rate_of(figures, "fp32"), origin);
}

std::optional<Interval> stated_amount(const FactSet& facts, Slot slot) {
    const Value& value = facts.at(slot);
    if (value.kind != Value::Kind::Number) return std::nullopt;
    return value.number;
}

}  // namespace

DeviceSlots::DeviceSlots(const law::Schema& schema)
    : size(schema.facts(SubjectKind::Device).size()),
      name(schema.slot(SubjectKind::Device, "name")),
      count(schema.slot(SubjectKind::Device, "count")),
      tpp(schema.slot(SubjectKind::Device, "tpp")),
      tpp_tf32_at_32(schema.slot(SubjectKind::Device, "tpp_tf32_at_32")),
      applicable_area(schema.slot(SubjectKind::Device, "applicable_area")),
      performance_density(schema.slot(SubjectKind::Device, "performance_density")),
      ops_times_bits(schema.slot(SubjectKind::Device, "ops_times_bits")),
      io_rate(schema.slot(SubjectKind::Device, "io_rate")),
      memory_bandwidth(schema.slot(SubjectKind::Device, "memory_bandwidth")),
      designed_for_datacenter(schema.slot(SubjectKind::Device, "designed_for_datacenter")),
      fp64(schema.slot(SubjectKind::Device, "fp64")),
      fp32(schema.slot(SubjectKind::Device, "fp32")) {}

DeviceFacts facts_of_chip(const DeviceSlots& slots, const Chip& chip, std::uint32_t count) {
    const FactSet nothing(slots.size);
    DeviceFacts out = facts_of_stated(slots, nothing, {}, &chip);
    const Origin origin{Origin::Kind::Catalogue, chip.id, {}};
    if (count != 0) {
        out.facts.set(slots.count, Value::of(Interval::exactly(Decimal::from_int(count))), origin);
    }
    return out;
}

DeviceFacts facts_of_stated(const DeviceSlots& slots, const FactSet& stated,
                            const ReadFigures& figures, const Chip* chip) {
    DeviceFacts out;
    out.facts = stated;
    DeviceFigures all = chip != nullptr ? chip->figures : DeviceFigures{};
    const bool own_rates = !figures.operations.empty();
    if (own_rates) all.operations = figures.operations;
    if (!figures.dies.empty()) {
        all.dies = figures.dies;
        all.applicable_area_mm2.reset();
    }
    if (const auto tpp = stated_amount(stated, slots.tpp)) all.given_tpp = tpp;
    if (const auto area = stated_amount(stated, slots.applicable_area)) {
        all.applicable_area_mm2 = area;
    }
    if (const auto io = stated_amount(stated, slots.io_rate)) all.io_gbps = io;
    if (const auto memory = stated_amount(stated, slots.memory_bandwidth)) all.memory_gbps = memory;

    const Metrics metrics = metrics_of(all);
    Origin origin;
    if (chip != nullptr) {
        origin = {Origin::Kind::Catalogue, chip->id, {}};
        if (!out.facts.at(slots.name).known()) {
            out.facts.set_texts(slots.name, {chip->name}, origin);
        }
        if (chip->datacenter && !out.facts.at(slots.designed_for_datacenter).known()) {
            out.facts.set(slots.designed_for_datacenter, Value::of(*chip->datacenter), origin);
        }
        const Metrics published = metrics_of(chip->figures);
        const auto tpp = stated_amount(stated, slots.tpp);
        if (published.tpp && (own_rates || tpp) && metrics.tpp &&
            !(*metrics.tpp == *published.tpp)) {
            out.notes.push_back(fmt::format("the order gives {} a TPP of {}, the catalogue {} ({})",
                                            chip->name, grouped(*metrics.tpp),
                                            grouped(*published.tpp), chip->id));
        }
    } else {
        origin = {Origin::Kind::Computed, "figures of the order", {}};
    }
    fill(slots, all, metrics, origin, out.facts);
    out.worksheet = metrics.worksheet;
    out.notes.insert(out.notes.end(), metrics.notes.begin(), metrics.notes.end());
    if (const auto density = stated_amount(stated, slots.performance_density);
        density && metrics.performance_density && !(*density == *metrics.performance_density)) {
        out.notes.push_back(fmt::format("performance density {} is stated, the figures give {}",
                                        grouped(*density), metrics.performance_density->to_text()));
    }
    return out;
}

}  // namespace cordon::items
