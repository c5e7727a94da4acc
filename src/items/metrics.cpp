// SPDX-License-Identifier: Apache-2.0
// The arithmetic of 3A090 on published figures.
//
// Idea: 15 CFR Part 774 Supp. 1, 3A090 Technical Note 2: TPP is 2 x MacTOPS x bit length, added
// over the processing units of one IC. A datasheet counts a multiply-accumulate as two operations,
// so TPP is dense TOPS x bit length. With several formats the largest counts. Sparse rates never
// do.
//
// Guarantee: every result encloses the truth as far as the figures do (see base/interval.h); what
// lacks a figure stays absent.
//
// The subtlety: the text does not name TF32, a 19-bit format whose operands are stored in 32 bits.
// Both readings are computed and their hull is what rules get; where they differ a note says so.
//
// Tested by metrics_test.cpp.
#include "items/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cordon::items {
namespace {

constexpr std::uint32_t kTf32StoredBits = 32;

struct FormatBits {
    std::string_view format;
    std::uint32_t bits;
};
constexpr std::array kFormats{
    FormatBits{"fp64", 64}, FormatBits{"fp32", 32}, FormatBits{"tf32", 19},
    FormatBits{"fp16", 16}, FormatBits{"bf16", 16}, FormatBits{"int16", 16},
    FormatBits{"fp8", 8},   FormatBits{"int8", 8},  FormatBits{"fp6", 6},
    FormatBits{"fp4", 4},   FormatBits{"int4", 4},  FormatBits{"int32", 32},
};

Interval exactly(std::int64_t whole) {
    return Interval::exactly(Decimal::from_int(whole));
}

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

/// The larger of two uncertain amounts: both bounds are the larger ones.
Interval larger(const Interval& a, const Interval& b) {
    return MUST(Interval::between(std::max(a.lo(), b.lo()), std::max(a.hi(), b.hi())));
}

struct Best {
    std::optional<Interval> tpp;
    std::string format;

    void offer(const Interval& candidate, const std::string& of) {
        if (!tpp || candidate.hi() > tpp->hi()) format = of;
        tpp = tpp ? larger(*tpp, candidate) : candidate;
    }
};

struct Rates {
    Best at_19, at_32;
};

void weigh(const Operation& operation, Rates& rates, Metrics& out) {
    const std::string name =
        operation.format.empty() ? fmt::format("{}-bit", operation.bits) : upper(operation.format);
    if (operation.sparse) {
        out.worksheet.push_back(
            fmt::format("{} {} TOPS with sparsity: not counted", name, grouped(operation.tops)));
        return;
    }
    const bool tf32 = operation.format == "tf32";
    const std::uint32_t bits = tf32 ? 19 : operation.bits;
    const auto product = multiply(operation.tops, exactly(bits));
    if (!product) {
        out.notes.push_back(fmt::format("{} rate is too large to compute with", name));
        return;
    }
    out.worksheet.push_back(fmt::format("{} {} TOPS x {} bit = {} TPP", name,
                                        grouped(operation.tops), bits, grouped(*product)));
    rates.at_19.offer(*product, operation.format);
    const auto stored = tf32 ? multiply(operation.tops, exactly(kTf32StoredBits)) : product;
    if (stored) rates.at_32.offer(*stored, operation.format);
}

/// Limits that a reading of TF32 may cross: 3A090.a and .b, and 91 FR 1684.
std::string limits_between(const Interval& at_19, const Interval& at_32) {
    std::string crossed;
    for (const std::int64_t limit : {1600, 2400, 4800, 21000}) {
        const Interval line = exactly(limit);
        if (less_or_equal(line, at_19) == less_or_equal(line, at_32)) continue;
        crossed += (crossed.empty() ? "" : ", ") + line.lo().to_grouped_text();
    }
    return crossed;
}

void note_tf32(Metrics& out) {
    if (!out.tpp || !out.tpp_tf32_at_32 || *out.tpp == *out.tpp_tf32_at_32) return;
    const std::string crossed = limits_between(*out.tpp, *out.tpp_tf32_at_32);
    std::string note = fmt::format(
        "TF32 counted at 19 bits gives TPP {}, at 32 bits TPP {}; the rule does not name TF32, so "
        "both are kept",
        grouped(*out.tpp), grouped(*out.tpp_tf32_at_32));
    if (!crossed.empty()) note += "; the reading decides the limit of " + crossed + " TPP";
    out.notes.push_back(std::move(note));
}

void compute_tpp(const DeviceFigures& figures, Metrics& out) {
    Rates rates;
    for (const Operation& operation : figures.operations) weigh(operation, rates, out);
    out.tpp = rates.at_19.tpp;
    out.tpp_tf32_at_32 = rates.at_32.tpp;
    out.tpp_format = rates.at_19.format;
    if (out.tpp) {
        out.worksheet.push_back(fmt::format("largest: {} TPP", grouped(*out.tpp)));
        note_tf32(out);
    }
    if (figures.given_tpp) {
        if (out.tpp && !(*out.tpp == *figures.given_tpp)) {
            out.notes.push_back(fmt::format("TPP {} is stated, the stated rates give {}",
                                            grouped(*figures.given_tpp), grouped(*out.tpp)));
        }
        out.tpp = out.tpp_tf32_at_32 = figures.given_tpp;
        out.tpp_format.clear();
        out.worksheet.push_back(fmt::format("{} TPP as stated", grouped(*figures.given_tpp)));
    }
    if (out.tpp) {
        out.tpp_any_reading = out.tpp_tf32_at_32 ? out.tpp->hull(*out.tpp_tf32_at_32) : out.tpp;
        out.ops_times_bits = out.tpp_any_reading;
    }
}

/// Logic dies made on a non-planar process. A die whose process is not known may or may not count.
std::optional<Interval> area_of_dies(const std::vector<Die>& dies, Metrics& out) {
    if (dies.empty()) return std::nullopt;
    std::optional<Interval> area = exactly(0);
    for (const Die& die : dies) {
        if (die.kind == "memory") continue;
        const auto all = multiply(die.area_mm2, exactly(die.count));
        if (!all) return std::nullopt;
        const bool counts = die.nonplanar.value_or(true);
        const std::string what =
            fmt::format("{} x {} die of {} mm2", die.count, die.kind, grouped(die.area_mm2));
        if (!counts) {
            out.worksheet.push_back(what + ", planar: not counted");
            continue;
        }
        out.worksheet.push_back(
            what + (die.nonplanar ? ", non-planar: counted" : ", process not known: may count"));
        area = add(*area, die.nonplanar ? *all : all->hull(exactly(0)));
        if (!area) return std::nullopt;
    }
    return area;
}

void compute_density(const DeviceFigures& figures, Metrics& out) {
    out.applicable_area =
        figures.applicable_area_mm2 ? figures.applicable_area_mm2 : area_of_dies(figures.dies, out);
    if (!out.applicable_area) return;
    if (*out.applicable_area == exactly(0)) {
        out.performance_density = exactly(0);
        out.notes.emplace_back(
            "no logic die is made on a non-planar process: the limits on performance density "
            "cannot be met");
        return;
    }
    if (!out.tpp_any_reading) return;
    out.performance_density = divide(*out.tpp_any_reading, *out.applicable_area);
    if (!out.performance_density) return;
    out.worksheet.push_back(
        fmt::format("{} TPP / {} mm2 = {} TPP/mm2", grouped(*out.tpp_any_reading),
                    grouped(*out.applicable_area), out.performance_density->to_text()));
}

void compute_io(const DeviceFigures& figures, Metrics& out) {
    if (figures.io_gbps) {
        out.io_rate = figures.io_gbps;
    } else if (figures.link_gbps && figures.pcie_gbps) {
        out.io_rate = add(*figures.link_gbps, *figures.pcie_gbps);
        if (!out.io_rate) return;
        out.worksheet.push_back(fmt::format(
            "links {} GB/s + host {} GB/s, both directions = {} GB/s", grouped(*figures.link_gbps),
            grouped(*figures.pcie_gbps), grouped(*out.io_rate)));
    }
}

}  // namespace

std::optional<std::uint32_t> bits_of_format(std::string_view format) {
    for (const FormatBits& known : kFormats) {
        if (known.format == format) return known.bits;
    }
    return std::nullopt;
}

std::string grouped(const Interval& amount) {
    if (amount.is_exact()) return amount.lo().to_grouped_text();
    if (amount.is_point()) return amount.to_text();
    return amount.lo().to_grouped_text() + " to " + amount.hi().to_grouped_text();
}

Metrics metrics_of(const DeviceFigures& figures) {
    Metrics out;
    compute_tpp(figures, out);
    compute_density(figures, out);
    compute_io(figures, out);
    out.memory_bandwidth = figures.memory_gbps;
    return out;
}

}  // namespace cordon::items
