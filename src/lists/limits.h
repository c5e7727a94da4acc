// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Bounds on what one import may cost, whatever the file claims to be.
///
/// Published lists in 2026: the largest XML is OFAC's with 130 MB, the largest stream
/// OpenSanctions' with about 4 GB; no record is larger than a megabyte, no element deeper than 14.
#include <cstdint>

namespace cordon::lists {

struct ImportLimits {
    /// Of a file read row by row (XML, NDJSON), after unpacking.
    std::uint64_t stream_bytes_max = 10'000'000'000;
    /// Of a file that must be held at once (JSON documents, CSV), after unpacking.
    std::uint64_t whole_bytes_max = 1'000'000'000;
    /// Unpacked bytes for each packed one, once more than `ratio_from` bytes have been unpacked.
    std::uint64_t unpack_ratio_max = 250;
    std::uint64_t ratio_from = 16'000'000;
    /// Of one record: a party with everything inside it, or one line.
    std::uint64_t record_bytes_max = 16'000'000;
    /// Of the text of one entry of part 744; taking one apart costs more than its length.
    std::uint64_t cell_bytes_max = 256'000;
    /// Elements inside one another.
    std::uint32_t depth_max = 64;
    /// Parties taken from one file, and the bytes of text they hold together.
    std::uint64_t listings_max = 6'000'000;
    std::uint64_t kept_bytes_max = 4'000'000'000;
};

}  // namespace cordon::lists
