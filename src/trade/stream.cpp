// SPDX-License-Identifier: Apache-2.0
#include "trade/stream.h"

#include <fmt/core.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/text.h"
#include "trade/collector.h"
#include "trade/problem.h"

namespace cordon::trade {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 18U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

Error line_too_long(const std::string& file, std::uint32_t line, std::uint64_t limit) {
    return problem(fmt::format("a line longer than {} bytes", limit), "one transaction a line",
                   "split the line, or raise --max-line-bytes")
        .at({file, line, 0, ""});
}

Result<ByteSource> byte_source(const std::string& path) {
    std::error_code ignored;
    if (path != "-" && std::filesystem::is_directory(path, ignored)) {
        return problem(fmt::format("{} is a folder", path), "a file of orders",
                       "name the file, or several files")
            .at({path, 0, 0, ""});
    }
    std::FILE* opened = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
    if (opened == nullptr) {
        return problem(fmt::format("cannot open {}: {}", path, std::strerror(errno)),
                       "a readable file", "check the name and its permissions")
            .at({path, 0, 0, ""});
    }
    const std::shared_ptr<std::FILE> file(opened, [](std::FILE* each) {
        if (each != stdin) std::fclose(each);
    });
    return ByteSource([file, path](char* buffer, std::size_t size) -> Result<std::size_t> {
        const std::size_t got = std::fread(buffer, 1, size, file.get());
        if (got == 0 && std::ferror(file.get()) != 0) {
            return problem(fmt::format("cannot read {}: {}", path, std::strerror(errno)))
                .at({path, 0, 0, ""});
        }
        return got;
    });
}

OrderStream::OrderStream(ByteSource source, const law::Schema& schema, ReadOptions options)
    : source_(std::move(source)),
      options_(std::make_unique<ReadOptions>(std::move(options))),
      collector_(std::make_unique<Collector>(schema, *options_)) {}
OrderStream::OrderStream(OrderStream&&) noexcept = default;
OrderStream::~OrderStream() = default;

Result<std::optional<OrderStream::Line>> OrderStream::next_line() {
    Line line;
    bool begun = false;
    while (true) {
        if (at_ == buffer_.size()) {
            if (ended_) break;
            buffer_.resize(kChunkBytes);
            auto got = source_(buffer_.data(), buffer_.size());
            buffer_.resize(got ? *got : 0);
            at_ = 0;
            if (!got || *got == 0) ended_ = true;
            if (!got) return got.error();
            continue;
        }
        begun = true;
        const std::size_t end = buffer_.find('\n', at_);
        const bool whole = end != std::string::npos;
        const std::size_t length = (whole ? end : buffer_.size()) - at_;
        if (line.text.size() + length > options_->limits.line_bytes_max) {
            line.too_long = true;
            line.text.clear();
        } else if (!line.too_long) {
            line.text.append(buffer_, at_, length);
        }
        at_ += length + (whole ? 1 : 0);
        if (whole) break;
    }
    if (!begun) return std::optional<Line>();
    line.number = ++line_;
    if (line.number == 1 && line.text.starts_with(kByteOrderMark)) {
        line.text.erase(0, kByteOrderMark.size());
    }
    return std::optional<Line>(std::move(line));
}

std::optional<TransactionRead> OrderStream::next() {
    while (true) {
        auto line = next_line();
        if (!line) return TransactionRead{std::nullopt, {line.error()}};
        if (!*line) return std::nullopt;
        if ((*line)->too_long) {
            return TransactionRead{
                std::nullopt,
                {line_too_long(options_->file, (*line)->number, options_->limits.line_bytes_max)}};
        }
        if (trimmed((*line)->text).empty()) continue;
        auto json = parse_json((*line)->text, {options_->file, (*line)->number});
        if (!json) return TransactionRead{std::nullopt, {json.error()}};
        return collector_->read(*json);
    }
}

}  // namespace cordon::trade
