// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Where functions begin and end, by counting braces.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::tidy {

struct Function {
    std::string header;  ///< from its first word to the brace, on one line
    std::uint32_t line = 0;
    std::uint32_t lines = 0;  ///< from the header's first to the closing brace, both counted
};

/// The functions of code_of a source, those within classes and namespaces too. A lambda or a local
/// class belongs to the function around it; a table of values is no function.
std::vector<Function> functions_in(std::string_view code);

}  // namespace cordon::tidy
