// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Everything that was refused on the way, told to the person as it is met.
///
/// Invariants
///  1. The first kShown mistakes are printed whole; after them only the number is told, at the end.
///     A table whose every row is wrong for the same reason must not bury the reason.
#include <cstddef>
#include <vector>

#include "base/result.h"

namespace cordon::cli {

class Mistakes {
public:
    static constexpr std::size_t kShown = 50;

    void add(const Error& error);
    void add(const std::vector<Error>& errors);
    [[nodiscard]] std::size_t count() const { return count_; }
    /// Says how many were not shown.
    void finish() const;

private:
    std::size_t count_ = 0;
};

/// The same for the related places of one error, of which a rule folder can have thousands.
Error shortened(Error error);

}  // namespace cordon::cli
