// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What the conditions of an edition are about, and which of them are the same condition.
///
/// Borrows the code of an edition. Not thread-safe: it remembers what it found out.
#include <cstdint>
#include <vector>

#include "law/program.h"

namespace cordon::law {

class CodeSurvey {
public:
    explicit CodeSurvey(const Edition::Compiled& c) : c_(c), known_(c.code.size()) {}

    struct About {
        unsigned subjects = 0;   ///< kinds that must be in scope, as bits; never the transaction
        std::uint32_t work = 0;  ///< about how many steps, when nothing is remembered
        bool questions = false;  ///< some knowledge question stands in it or in what it calls
    };
    const About& about(std::uint32_t at);

    /// Whether two conditions are the same, down to their constants.
    [[nodiscard]] bool same(std::uint32_t a, std::uint32_t b) const;

private:
    struct Known {
        About about;
        bool is_known = false;
    };
    const Edition::Compiled& c_;
    std::vector<Known> known_;  ///< by code
};

}  // namespace cordon::law
