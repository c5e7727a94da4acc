// SPDX-License-Identifier: Apache-2.0
#include "base/code_points.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace cordon {
namespace {

RC_GTEST_PROP(CodePoints, AreWrittenAsTheyWereRead, ()) {
    const auto value = *rc::gen::inRange<std::uint32_t>(0, 0x110000);
    RC_PRE(value < 0xD800 || value > 0xDFFF);
    std::string text;
    append_utf8(text, static_cast<char32_t>(value));
    RC_ASSERT(is_valid_utf8(text));
    RC_ASSERT(code_points(text) == std::u32string(1, static_cast<char32_t>(value)));
}

RC_GTEST_PROP(CodePoints, AFaultTakesOneByteAndOnlyWhereTheTextIsNoUtf8,
              (const std::string& bytes)) {
    bool fault = false;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto before = at;
        if (next_code_point(bytes, at) == kFault) {
            fault = true;
            RC_ASSERT(at == before + 1);
        }
    }
    RC_ASSERT(fault == !is_valid_utf8(bytes));  // which asks another library
}

}  // namespace
}  // namespace cordon
