// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Splits an expression into names, numbers with their units, dates and signs.
///
/// A name may start with a digit ("3A090.a", "4E091"), for options of choices; an exponent is
/// therefore a small e ("1e26"). A unit belongs to the number before it and has no blanks inside.
/// Fails on: a character of no token, an impossible date, a number glued to its unit.
#include <vector>

#include "law/ast.h"

namespace cordon::law {

enum class TokenKind : std::uint8_t {
    End,
    Name,
    Number,
    Date,
    LeftParen,
    RightParen,
    LeftBrace,
    RightBrace,
    Comma,
    Colon,
    Plus,
    Minus,
    Times,
    Divide,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual
};

struct Token {
    TokenKind kind = TokenKind::End;
    std::uint32_t begin = 0, end = 0;            ///< of a number: with its unit
    std::uint32_t number_end = 0;                ///< of a number: where the digits end
    std::uint32_t unit_begin = 0, unit_end = 0;  ///< of a number; equal when there is none
};

/// Always ends with an End token.
Result<std::vector<Token>> tokens_of(const Expression& expression);

}  // namespace cordon::law
