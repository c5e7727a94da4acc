// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Names to items: "8x H100 SXM5 80GB", "英伟达A800 80G PCIe", "ND H100 v5", "XE9680", a part
/// number.
///
/// Invariants
///  1. Never the first hit: all entries the name may mean are returned.
///  2. A detail in the name that contradicts an entry (memory, form factor, suffix) excludes it;
///     a detail the name does not give never does.
///  3. Losing a suffix ("4090D" to "4090") never happens; short names (A2, L2, H20 …) need context.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "items/catalogue.h"

namespace cordon::items {

struct Candidate {
    const Chip* chip = nullptr;      ///< the IC, or the IC inside the system
    const System* system = nullptr;  ///< when the name means a board, server or instance
    std::string why;                 ///< which part of the name led here
};

struct Resolution {
    std::vector<Candidate> candidates;   ///< empty: unknown item
    std::optional<std::uint32_t> count;  ///< "8x" in the name: ICs in the thing named, or pieces
    std::vector<std::string> notes;      ///< what was ambiguous, which traps were met
};

class Resolver {
public:
    explicit Resolver(const Catalogue& catalogue);  ///< borrows; the catalogue must outlive it
    ~Resolver();
    [[nodiscard]] Resolution resolve(std::string_view name,
                                     std::string_view part_number = {}) const;
    /// The slow, obvious twin: every name of every entry tried at every place. For tests.
    [[nodiscard]] Resolution resolve_by_scan(std::string_view name,
                                             std::string_view part_number = {}) const;

private:
    struct Index;
    std::unique_ptr<Index> index_;
};

}  // namespace cordon::items
