// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Which listings carry a number, and which listing has an id, for a whole snapshot.
///
/// Numbers are found whatever their kind; what the kinds say about a match is judged by whoever
/// compares them. The bytes are a header and entries of 16 bytes
/// (docs/reference/index-format.md), read where they lie. Thread safety: immutable.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lists/snapshot.h"
#include "names/identifier.h"

namespace cordon::screening {

class IdentifierTable {
public:
    /// The bytes of the table of a snapshot. Deterministic.
    static std::string compile(const lists::Snapshot& snapshot);
    /// Errors: damaged bytes, an entry of no listing below `listings`. `open` maps the file.
    static Result<IdentifierTable> from_bytes(std::string bytes, std::uint32_t listings);
    static Result<IdentifierTable> open(const std::string& path, std::uint32_t listings);
    static IdentifierTable of(const lists::Snapshot& snapshot);
    IdentifierTable(IdentifierTable&&) noexcept;
    IdentifierTable& operator=(IdentifierTable&&) noexcept;
    ~IdentifierTable();

    /// Rising. May hold a stranger whose key is the same: callers compare.
    [[nodiscard]] std::vector<std::uint32_t> find(const names::Identifier& identifier) const;
    /// The same for Listing::id.
    [[nodiscard]] std::vector<std::uint32_t> find_id(std::string_view id) const;
    [[nodiscard]] std::string_view bytes() const;

private:
    struct Held;
    explicit IdentifierTable(std::unique_ptr<Held> held);
    [[nodiscard]] std::vector<std::uint32_t> with(std::uint64_t key) const;
    std::unique_ptr<Held> held_;
};

}  // namespace cordon::screening
