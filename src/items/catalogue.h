// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The catalogue of chips and systems (catalogue/chips.csv, systems.csv): published figures with
/// their sources and doubts. Classes are never stored; rules compute them from these figures.
///
/// Invariants
///  1. Every system that names a chip names one of this catalogue.
///  2. A figure that is not known is absent; a figure that is doubtful is an interval or carries
///     the doubt. Nothing is invented.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/interval.h"
#include "items/metrics.h"

namespace cordon::items {

struct Chip {
    std::string id, name, vendor, maker_word, model_word, launch_date;
    std::vector<std::string> aliases, part_numbers;
    std::string architecture;               ///< "hopper", "ada" …; "" when it has no name here
    std::vector<std::string> form_factors;  ///< "SXM", "PCIe", "NVL", "OAM", "package" …
    std::vector<std::uint32_t> memory_options_gb;  ///< sizes it is sold with, whole GB only
    std::uint32_t ics_per_board = 1;
    std::string datacenter_reason, process, die_note;
    std::optional<bool> datacenter, nonplanar;
    DeviceFigures figures;
    std::string vendor_eccn, vendor_statement, vendor_statement_url;
    std::optional<Interval> vendor_tpp;
    std::string designer_headquarters, designer_ultimate_parent;  ///< country codes or ""
    std::string quality, sources, doubts;
};

struct System {
    std::string id, name, vendor, vendor_headquarters;
    std::string type;  ///< "board", "baseboard", "server", "workstation", "rack", "cloud instance"
    std::string form_factor, accelerator;
    std::vector<std::string> aliases, part_numbers;
    std::string chip_id;  ///< "" when the source names no known chip
    std::optional<std::uint32_t> count;
    std::string sources, doubts;
};

class Catalogue {
public:
    /// Fails with the line and column of the first cell that cannot be read.
    static Result<Catalogue> load(std::string_view chips_csv, std::string_view systems_csv);
    /// The tables compiled into this program.
    static Result<Catalogue> bundled();
    [[nodiscard]] const std::vector<Chip>& chips() const { return chips_; }
    [[nodiscard]] const std::vector<System>& systems() const { return systems_; }
    [[nodiscard]] const Chip* chip(std::string_view id) const;
    [[nodiscard]] const System* system(std::string_view id) const;
    /// sha256 of the tables as loaded.
    [[nodiscard]] const std::string& hash() const { return hash_; }

private:
    std::vector<Chip> chips_;
    std::vector<System> systems_;
    std::string hash_;
};

}  // namespace cordon::items
