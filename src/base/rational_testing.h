// SPDX-License-Identifier: Apache-2.0
#pragma once
/// For tests only: exact values as Boost's rationals, and random decimals.
#include <rapidcheck.h>

#include <boost/multiprecision/cpp_int.hpp>

#include "base/decimal.h"

namespace cordon {

using Rational = boost::multiprecision::cpp_rational;
using Whole = boost::multiprecision::cpp_int;

inline Whole whole_of(Int128 value) {
    const bool negative = value < 0;
    __extension__ auto rest = static_cast<unsigned __int128>(value);
    if (negative) rest = 0 - rest;
    Whole out = static_cast<std::uint64_t>(rest >> 64U);
    out = (out << 64U) + static_cast<std::uint64_t>(rest);
    return negative ? Whole(-out) : out;
}

inline Rational rational(Decimal value) {
    return Rational(whole_of(value.billionths()), Whole(1'000'000'000));
}

inline bool holdable(const Rational& value) {
    const Rational limit(boost::multiprecision::pow(Whole(10), 29));
    return -limit <= value && value <= limit;
}

/// Of any size: a count of billionths with 0 to 38 digits, and round numbers among them.
inline Decimal any_decimal() {
    const int digits = *rc::gen::inRange(0, 39);
    Int128 count = 0;
    for (int i = 0; i < digits; ++i) count = count * 10 + *rc::gen::inRange(0, 10);
    for (int zeros = *rc::gen::element(0, 0, 0, 3, 9, 12); zeros > 0; --zeros) {
        count = count / 10 * 10;
        if (count < Int128(1) << 90) count *= 10;
    }
    return Decimal::from_billionths(*rc::gen::arbitrary<bool>() ? -count : count);
}

}  // namespace cordon
