// SPDX-License-Identifier: Apache-2.0
#include "lists/reference/scan.h"

namespace cordon::lists::reference {

std::vector<Hit> look_up(const Snapshot& snapshot, std::string_view name) {
    std::vector<Hit> hits;
    const auto key = name_key(name);
    if (key.empty()) return hits;
    for (std::uint32_t i = 0; i < snapshot.size(); ++i) {
        const auto listing = snapshot.listing(i);
        if (name_key(listing.name) == key) {
            hits.push_back({i, listing.name, false});
            continue;
        }
        for (const auto& alias : listing.aliases) {
            if (name_key(alias) != key) continue;
            hits.push_back({i, alias, true});
            break;
        }
    }
    return hits;
}

}  // namespace cordon::lists::reference
