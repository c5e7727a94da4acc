// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The arithmetic of 3A090: total processing performance, performance density, link rate, memory
/// bandwidth density. Exact; intervals where figures are uncertain.
///
/// Source: 15 CFR Part 774 Supp. 1, ECCN 3A090, Technical Notes (eCFR 2026-07-23).
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/interval.h"

namespace cordon::items {

/// A dense peak rate at one format. `bits` is the largest bit length of the multiply's inputs.
struct Operation {
    std::string format;  ///< "fp16", "tf32", "int8" …
    Interval tops;
    std::uint32_t bits = 0;
    bool sparse = false;  ///< a sparse claim never counts
};

struct Die {
    Interval area_mm2;
    std::uint32_t count = 1;
    std::string kind;  ///< "logic", "io", "memory"
    std::optional<bool> nonplanar;
};

/// What is published of one IC.
struct DeviceFigures {
    std::vector<Operation> operations;
    std::vector<Die> dies;
    std::optional<Interval> applicable_area_mm2;  ///< where given as a whole
    std::optional<Interval> link_gbps, pcie_gbps, io_gbps;
    std::optional<Interval> memory_gbps, memory_gb, sram_gbps;
    std::string memory_type;
    std::optional<bool> hbm;
    std::optional<Interval> given_tpp;  ///< where only the result is known
};

struct Metrics {
    std::optional<Interval> tpp;  ///< TF32 at 19 bits
    std::string tpp_format;       ///< which format decided
    std::optional<Interval> tpp_tf32_at_32;
    /// The hull of both readings of TF32: what rules are given, so that a class that depends on
    /// the reading cannot be told.
    std::optional<Interval> tpp_any_reading;
    std::optional<Interval> applicable_area;
    std::optional<Interval> performance_density;  ///< of tpp_any_reading; 0 where no area applies
    std::optional<Interval> ops_times_bits;       ///< of any reading
    std::optional<Interval> io_rate;
    std::optional<Interval> memory_bandwidth;
    std::vector<std::string> worksheet;  ///< the arithmetic in words, one step a line
    std::vector<std::string> notes;      ///< readings and doubts that a reader must know
};

/// Bits a format's name stands for: 64 for "fp64", 19 for "tf32". Nothing for a name not known.
std::optional<std::uint32_t> bits_of_format(std::string_view format);
/// "15,830.4", "17.2 to 21": an amount for people.
std::string grouped(const Interval& amount);

/// Everything computable from the figures. Nothing is guessed: what is missing stays absent.
Metrics metrics_of(const DeviceFigures& figures);

}  // namespace cordon::items
