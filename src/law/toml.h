// SPDX-License-Identifier: Apache-2.0
#pragma once
/// TOML as a small tree that knows where everything stood: the one door to the TOML library.
///
/// Invariants
///  1. Numbers keep the digits of the file; nothing becomes a floating-point number.
///  2. Members stand in the order of the file. Lines and columns count characters from 1.
/// Fails when: the text is not TOML, a number is inf or nan, a date carries a time of day.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace cordon::law {

struct TomlMember;

struct TomlNode {
    enum class Kind : std::uint8_t { Text, Number, Bool, Date, Array, Table };

    Kind kind = Kind::Table;
    bool boolean = false;
    std::string text;                 ///< of Text; digits of Number; ISO form of Date
    std::vector<TomlNode> items;      ///< of Array
    std::vector<TomlMember> members;  ///< of Table
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    /// Of Text: the first character between the quotes, where errors inside the text count from.
    std::uint32_t content_line = 0;
    std::uint32_t content_column = 0;

    /// Member of a table, or nullptr.
    [[nodiscard]] const TomlMember* find(std::string_view key) const;
};

struct TomlMember {
    std::string key;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    TomlNode value;
};

/// "a text", "a number", "yes or no (true, false)", "a date", "a list", "a table".
std::string_view to_text(TomlNode::Kind kind);

/// One whole file. `file` is named in errors.
Result<TomlNode> parse_toml(std::string_view text, const std::string& file);
/// The same tree as JSON, with the positions of the TOML file; dates become ISO text.
Json to_json(const TomlNode& node);

}  // namespace cordon::law
