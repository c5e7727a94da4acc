// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The bytes of a file one piece after the other, unpacked where they are gzip.
///
/// Fails when: the file cannot be read, is a pipe, is damaged, or goes beyond a limit: a small file
/// that unpacks to very much (a bomb) is stopped by its ratio long before the limit on its size.
/// Thread safety: one reader a source.
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "lists/limits.h"

namespace cordon::lists {

class ByteSource {
public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;
    /// Fills at most `size` bytes, `size` being more than 0; 0 only at the end.
    virtual Result<std::size_t> read(char* into, std::size_t size) = 0;
};

/// A text in memory; it must outlive the source.
std::unique_ptr<ByteSource> source_over(std::string_view text);
/// A file, also gzip (by its bytes, whatever its name; several streams one after the other too).
Result<std::unique_ptr<ByteSource>> open_source(const std::string& path,
                                                const ImportLimits& limits);
/// The first bytes of a file, unpacked: enough to recognise it by.
Result<std::string> head_of(const std::string& path, const ImportLimits& limits);
/// All of a file whose format has to be held at once.
Result<std::string> whole_of(const std::string& path, const ImportLimits& limits);

}  // namespace cordon::lists
