// SPDX-License-Identifier: Apache-2.0
#pragma once
/// From figures of one IC to the facts of a device.
#include <string>
#include <vector>

#include "items/catalogue.h"
#include "items/figures_reader.h"
#include "law/fact.h"

namespace cordon::items {

struct DeviceSlots {
    explicit DeviceSlots(const law::Schema& schema);
    std::size_t size;
    law::Slot name, count, tpp, tpp_tf32_at_32, applicable_area, performance_density,
        ops_times_bits, io_rate, memory_bandwidth, designed_for_datacenter, fp64, fp32;
};

struct DeviceFacts {
    law::FactSet facts;
    std::vector<std::string> worksheet, notes;
};

/// A chip of the catalogue, `count` of it in one item.
DeviceFacts facts_of_chip(const DeviceSlots& slots, const Chip& chip, std::uint32_t count);
/// A device as the order states it, completed from its figures and, where it is known, the chip.
/// What is stated stays; a disagreement becomes a note.
DeviceFacts facts_of_stated(const DeviceSlots& slots, const law::FactSet& stated,
                            const ReadFigures& figures, const Chip* chip);

}  // namespace cordon::items
