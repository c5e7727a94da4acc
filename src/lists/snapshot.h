// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The compiled, immutable, hash-named set of lists, opened by mapping it into memory.
/// Format: docs/reference/snapshot-format.md.
///
/// Invariants
///  1. Same list files, same bytes, same name: snapshot-<sha256>.cordon.
///  2. A damaged or foreign file is refused with an Error, never read past its end.
///  3. look_up returns every listing one of whose names has the same key, and only those.
/// Thread safety: immutable; share by const reference.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lists/listing.h"

namespace cordon::lists {

struct SourceInfo {
    std::string source_id, title, vintage;
    std::uint32_t listings = 0;
};

/// How a listing was found.
struct Hit {
    std::uint32_t listing = 0;  ///< index into the snapshot
    std::string matched_name;   ///< the listed name or alias that has the same key
    bool alias = false;
};

class Snapshot {
public:
    /// Compiles to bytes. Deterministic.
    static std::string compile(const std::vector<ListFile>& files);
    static Result<Snapshot> open(const std::string& path);
    static Result<Snapshot> from_bytes(std::string bytes);
    Snapshot(Snapshot&&) noexcept;
    Snapshot& operator=(Snapshot&&) noexcept;
    ~Snapshot();

    [[nodiscard]] std::uint32_t size() const;
    [[nodiscard]] Listing listing(std::uint32_t index) const;
    [[nodiscard]] const std::vector<SourceInfo>& sources() const;
    /// The file as it is, to be written.
    [[nodiscard]] std::string_view bytes() const;
    /// sha256 of the contents.
    [[nodiscard]] const std::string& hash() const;
    /// Recomputes the hash of the bytes and compares.
    [[nodiscard]] Status verify() const;
    /// Listings whose name_key equals that of `name`. Never a fuzzy hit.
    [[nodiscard]] std::vector<Hit> look_up(std::string_view name) const;
    /// The same for a key already made by name_key.
    [[nodiscard]] std::vector<Hit> look_up_key(std::string_view key) const;
    /// False when look_up_key would find nothing; allocates nothing.
    [[nodiscard]] bool may_have(std::string_view key) const;
    /// Index into sources() of the source that told this listing.
    [[nodiscard]] std::uint32_t source_of(std::uint32_t index) const;

private:
    struct Mapping;
    explicit Snapshot(std::unique_ptr<Mapping> mapping);
    std::unique_ptr<Mapping> mapping_;
};

/// The exact-match key of a name: case, width, punctuation, blanks, accents and legal form do not
/// count; "Nettrix Information Industry Co., Ltd." = "NETTRIX INFORMATION INDUSTRY CO LTD".
/// Han, Cyrillic … are kept as they are (width folded). A name that is only a legal form keeps it.
std::string name_key(std::string_view name);

}  // namespace cordon::lists
