// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Companies that a letter or a carve-out names (catalogue/identities.csv), by exact name.
///
/// Invariant: a name belongs to one identity; the table is refused otherwise.
/// Thread safety: immutable.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace cordon::lists {

class Identities {
public:
    static Result<Identities> bundled();
    /// Columns identity, name, aliases, chinese_names, basis; several names joined by '|'.
    static Result<Identities> from_csv(std::string_view text, const std::string& path);

    /// The option of party.identity whose company has this name: "nvidia" for "NVIDIA Corp.".
    [[nodiscard]] std::optional<std::string> of(std::string_view name) const;
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

private:
    struct Entry {
        std::string key;
        std::string identity;
    };
    std::vector<Entry> entries_;  ///< sorted by key
};

}  // namespace cordon::lists
