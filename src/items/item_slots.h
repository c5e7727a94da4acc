// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Slots of the item facts that the catalogue fills, looked up once.
#include <vector>

#include "law/fact.h"

namespace cordon::items {

struct ItemSlots {
    explicit ItemSlots(const law::Schema& schema);

    std::size_t size;
    law::Slot name, part_number, kind, catalogue_id, maker, model, vendor_eccn, vendor_class,
        on_ccl, designer_headquarters, designer_ultimate_parent, advanced_logic_ic, memory_is_hbm,
        hbm_copackaged_with_logic, published_source;
    const law::Fact& kind_fact;
    const law::Fact& maker_fact;
    const law::Fact& model_fact;
    const law::Fact& vendor_class_fact;
    std::vector<law::Slot> texts;  ///< every slot of type text or texts
};

}  // namespace cordon::items
