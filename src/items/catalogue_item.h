// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the catalogue says of a name: the alternatives of an item before the order's own facts.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "items/device_facts.h"
#include "items/item_slots.h"
#include "items/resolver.h"
#include "law/case.h"

namespace cordon::items {

struct CatalogueAlternative {
    law::ItemAlternative facts;
    Candidate candidate;
    std::string id;  ///< of the system or chip
    std::vector<std::string> worksheet;
};

/// Immutable once made; shared between threads.
struct CatalogueItem {
    std::vector<CatalogueAlternative> alternatives;  ///< empty: the name means nothing known
    std::vector<std::string> notes;
};

class CatalogueItems {
public:
    CatalogueItems(const law::Schema& schema, const Catalogue& catalogue);

    [[nodiscard]] const Resolver& resolver() const { return resolver_; }
    [[nodiscard]] const ItemSlots& item_slots() const { return item_; }
    [[nodiscard]] const DeviceSlots& device_slots() const { return device_; }
    /// `kind`: option of item.kind that the order states.
    [[nodiscard]] CatalogueItem make(std::string_view name, std::string_view part_number,
                                     std::optional<std::uint8_t> kind) const;

private:
    [[nodiscard]] CatalogueAlternative make_alternative(const Candidate& candidate,
                                                        std::optional<std::uint32_t> count,
                                                        std::optional<std::uint8_t> kind,
                                                        std::vector<std::string>& notes) const;
    void set_identity(const Candidate& candidate, std::uint8_t kind, law::FactSet& item) const;
    void set_class(const Candidate& candidate, std::uint8_t kind, law::FactSet& item,
                   std::vector<std::string>& notes) const;
    [[nodiscard]] std::uint8_t kind_of(const Candidate& candidate) const;

    ItemSlots item_;
    DeviceSlots device_;
    Resolver resolver_;
};

}  // namespace cordon::items
