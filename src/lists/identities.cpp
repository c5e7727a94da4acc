// SPDX-License-Identifier: Apache-2.0
#include "lists/identities.h"

#include <algorithm>

#include "base/csv.h"
#include "base/text.h"
#include "lists/bundled.h"
#include "lists/name_key.h"
#include "lists/snapshot.h"

namespace cordon::lists {

Result<Identities> Identities::bundled() {
    constexpr std::string_view kPath = "catalogue/identities.csv";
    return from_csv(bundled_file(kPath), std::string(kPath));
}

Result<Identities> Identities::from_csv(std::string_view text, const std::string& path) {
    const auto table = TRY(read_csv(text, {path, ',', true}));
    if (!table.refused.empty()) return table.refused.front();
    if (table.header.size() < 4 || table.header[0] != "identity" || table.header[1] != "name") {
        return Error{"The table of identities has other columns.",
                     "identity, name, aliases, chinese_names, basis",
                     "Restore the header line.",
                     {path, 1, 0, ""},
                     {}};
    }
    Identities identities;
    for (const auto& row : table.rows) {
        for (std::size_t column = 1; column < 4 && column < row.cells.size(); ++column) {
            for (const auto name : split(row.cells[column], '|')) {
                if (name.empty()) continue;
                Entry entry{name_key(name), row.cells[0]};
                const auto place = std::lower_bound(
                    identities.entries_.begin(), identities.entries_.end(), entry.key,
                    [](const Entry& a, const std::string& key) { return a.key < key; });
                const bool known = place != identities.entries_.end() && place->key == entry.key;
                if (known && place->identity != entry.identity) {
                    return Error{"\"" + std::string(name) + "\" names two identities: " +
                                     place->identity + " and " + entry.identity,
                                 "a name that belongs to one identity",
                                 "Take it off one of the two rows.",
                                 {path, row.line, 0, table.header[column]},
                                 {}};
                }
                if (!known) identities.entries_.insert(place, std::move(entry));
            }
        }
    }
    return identities;
}

std::optional<std::string> Identities::of(std::string_view name) const {
    static thread_local KeyMaker maker;
    const auto key = maker.key(name);
    const auto place =
        std::lower_bound(entries_.begin(), entries_.end(), key,
                         [](const Entry& a, std::string_view wanted) { return a.key < wanted; });
    if (place == entries_.end() || place->key != key) return {};
    return place->identity;
}

}  // namespace cordon::lists
