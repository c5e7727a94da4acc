// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reads the text of a condition into a tree. The grammar is in docs/reference/rule-language.md.
///
/// Fails with the place of the first mistake: anything the grammar does not allow, chained
/// comparisons, brackets nested deeper than 50, an expression longer than 20,000 bytes.
#include <string>

#include "law/ast.h"

namespace cordon::law {

/// Names are not resolved yet: see check() in types.h.
Result<Expression> parse_expression(std::string source, const Position& start);

}  // namespace cordon::law
