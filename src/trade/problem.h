// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The short way to an Error whose place is filled in later (Error::at).
#include <string>
#include <utility>

#include "base/result.h"

namespace cordon::trade {

inline Error problem(std::string message, std::string expected = {}, std::string remedy = {}) {
    return {std::move(message), std::move(expected), std::move(remedy), {}, {}};
}

}  // namespace cordon::trade
