// SPDX-License-Identifier: Apache-2.0
#pragma once
/// NDJSON of any length, one transaction at a time, in memory of one line.
///
/// Thread safety: an OrderStream belongs to one thread.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "trade/read.h"

namespace cordon::trade {

class Collector;

/// Fills the buffer and says how much; 0 at the end. Fails with the place and the reason.
using ByteSource = std::function<Result<std::size_t>(char* buffer, std::size_t size)>;
/// A file, or "-" for standard input.
Result<ByteSource> byte_source(const std::string& path);

class OrderStream {
public:
    /// `schema` must outlive the stream. Ids are remembered, to refuse the second of one id.
    OrderStream(ByteSource source, const law::Schema& schema, ReadOptions options);
    OrderStream(OrderStream&&) noexcept;
    ~OrderStream();

    /// The next transaction or why it is refused; nothing at the end. A line over
    /// limits.line_bytes_max is refused without being kept.
    std::optional<TransactionRead> next();

private:
    struct Line {
        std::string text;
        std::uint32_t number = 0;
        bool too_long = false;
    };
    Result<std::optional<Line>> next_line();

    ByteSource source_;
    std::unique_ptr<ReadOptions> options_;
    std::unique_ptr<Collector> collector_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 0;
    bool ended_ = false;
};

/// A line that is longer than what is read at once.
Error line_too_long(const std::string& file, std::uint32_t line, std::uint64_t limit);

}  // namespace cordon::trade
