// SPDX-License-Identifier: Apache-2.0
#pragma once
/// JSON as read (a tree that knows where everything stood) and as written (one canonical form).
///
/// Reading refuses: invalid UTF-8, duplicate keys, trailing text, NaN and Infinity, nesting deeper
/// than 64. A UTF-8 byte-order mark is skipped. Numbers keep their text; nothing becomes a double.
/// Columns count characters from 1. Writing: keys in the order given, no blanks; only the quote,
/// the backslash and control characters are escaped (\n, \r, \t, else \u00XX with upper-case
/// digits), UTF-8 as is.
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace cordon {

class Json {
public:
    enum class Kind : std::uint8_t { Null, Bool, Number, Text, Array, Object };

    Kind kind = Kind::Null;
    bool boolean = false;
    std::string text;         ///< text of Text, digits of Number exactly as written
    std::vector<Json> items;  ///< of Array
    std::vector<std::pair<std::string, Json>> members;  ///< of Object, in the order read
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    // Written out in json.cpp, where Json is complete: clang asks for it inside the pair above.
    Json();
    ~Json();
    Json(const Json&);
    Json(Json&&) noexcept;
    Json& operator=(const Json&);
    Json& operator=(Json&&) noexcept;

    /// Member of an object, or nullptr.
    [[nodiscard]] const Json* find(std::string_view key) const;
    [[nodiscard]] bool is_null() const { return kind == Kind::Null; }

    static Json of_text(std::string_view value);
    static Json of_bool(bool value);
    static Json of_number(std::string_view digits);
    static Json of_number(std::int64_t value);
    static Json array();
    static Json object();
    Json& add(std::string_view key, Json value);  ///< to an Object; returns *this
    Json& push(Json value);                       ///< to an Array; returns *this
};

struct JsonOptions {
    std::string file;              ///< named in errors
    std::uint32_t first_line = 1;  ///< line number of the first byte (for NDJSON)
};

/// One whole JSON text.
Result<Json> parse_json(std::string_view text, const JsonOptions& options);
/// Canonical bytes: the form that is hashed.
std::string write_json(const Json& value);
/// Indented by two, for people; same order and escapes.
std::string write_json_indented(const Json& value);
/// Member keys sorted at every level: the form of an input before it is hashed.
Json sorted_keys(Json value);

}  // namespace cordon
