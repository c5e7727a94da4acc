// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A file's bytes where they lie, shared with every process that maps them.
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace cordon {

/// Read-only. The bytes stay valid as long as the object lives; moving it does not move them.
class MappedFile {
public:
    /// Fails for a missing file, a directory, one without permission. An empty file maps to no
    /// bytes.
    static Result<MappedFile> open(const std::string& path);
    MappedFile() = default;
    MappedFile(MappedFile&& other) noexcept
        : start_(std::exchange(other.start_, nullptr)), size_(std::exchange(other.size_, 0)) {}
    MappedFile& operator=(MappedFile&& other) noexcept {
        std::swap(start_, other.start_);
        std::swap(size_, other.size_);
        return *this;
    }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    [[nodiscard]] std::string_view bytes() const {
        return {static_cast<const char*>(start_), size_};
    }

private:
    void* start_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace cordon
