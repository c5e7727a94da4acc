// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The names of the catalogue as sequences of atoms, and where they occur in an item's name.
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "items/catalogue.h"
#include "items/item_name.h"

namespace cordon::items {

/// One entry of the catalogue as the matcher sees it: its names and the details they carry.
struct NamedEntry {
    const Chip* chip = nullptr;  ///< of a system: the chip inside, or nullptr
    const System* system = nullptr;
    std::vector<std::uint32_t> memory_gb;  ///< sizes it may have; empty: unknown
    std::vector<std::string> forms;        ///< of "SXM", "PCIe", "NVL", "OAM"; empty: unknown
};

/// A name without its details. Systems keep every atom, chips only those that name a model.
struct NameKey {
    std::vector<std::string> atoms;
    bool of_system = false;
    bool special_market = false;         ///< only for names that say so
    bool is_short = false;               ///< too short to be taken without context
    std::vector<std::uint32_t> entries;  ///< indices, ascending
};

/// A place where a key occurs.
struct NameMatch {
    std::uint32_t key = 0;
    std::uint32_t begin = 0, end = 0;  ///< atoms, half open
    friend bool operator==(const NameMatch&, const NameMatch&) = default;
};

/// What was nearly a match and why it is none; for the officer.
struct NearMiss {
    std::uint32_t key = 0;
    std::uint32_t begin = 0, end = 0;
    enum class Why : std::uint8_t { Suffix, Short, Market } why = Why::Suffix;
};

struct NameMatches {
    std::vector<NameMatch> matches;  ///< none inside another; in order
    std::vector<NearMiss> misses;
};

class NameKeys {
public:
    explicit NameKeys(const Catalogue& catalogue);
    [[nodiscard]] const std::vector<NamedEntry>& entries() const { return entries_; }
    [[nodiscard]] const std::vector<NameKey>& keys() const { return keys_; }
    [[nodiscard]] NameMatches find(const ItemName& name) const;
    /// The slow twin of find: every key at every place. For tests.
    [[nodiscard]] NameMatches find_by_scan(const ItemName& name) const;

private:
    void add_name(const std::string& text, std::uint32_t entry, bool of_system);
    [[nodiscard]] NameMatches keep_outermost(const ItemName& name, std::vector<NameMatch> found,
                                             std::vector<NearMiss> misses) const;
    void try_key(const ItemName& name, std::uint32_t key, std::uint32_t begin,
                 std::vector<NameMatch>& found, std::vector<NearMiss>& misses) const;

    std::vector<NamedEntry> entries_;
    std::vector<NameKey> keys_;
    std::unordered_map<std::string, std::uint32_t> by_spelling_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_first_atom_;
};

}  // namespace cordon::items
