// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A zip archive read entry by entry within limits: a small file must not become a large one
/// unnoticed.
#include <memory>
#include <string>

#include "base/result.h"
#include "sheets/sheet.h"

namespace cordon::sheets {

class Archive {
public:
    /// The archive's bytes. Fails on what is no zip, on one with too many entries, on encryption.
    static Result<Archive> open(std::string bytes, const std::string& path,
                                const SheetLimits& limits);
    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    ~Archive();
    [[nodiscard]] bool has(const std::string& name) const;
    /// One entry unpacked. Fails when it grows beyond the limits, whatever its header says.
    [[nodiscard]] Result<std::string> read(const std::string& name);

private:
    struct State;
    explicit Archive(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace cordon::sheets
