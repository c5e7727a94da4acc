// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What can go wrong with anything that comes from outside, as a value.
///
/// Invariants
///  1. An Error names the thing, the place (as far as known) and the remedy; it is for a person.
///  2. A Result is never silently dropped ([[nodiscard]]).
///  3. CHECK and MUST are for our own mistakes only, on in release builds; never for user input.
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <variant>
#include <vector>

namespace cordon {

/// Where something stands in what a person gave us. Zero line or column: unknown.
struct Position {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string field;  ///< path of the field, e.g. "parties[1].country"

    /// "orders.json:12:7: parties[1].country", leaving out what is unknown.
    [[nodiscard]] std::string to_text() const;
    friend bool operator==(const Position&, const Position&) = default;
};

/// A second place that explains the first ("first defined here").
struct Related {
    std::string message;
    Position position;
};

struct Error {
    std::string message;   ///< what is wrong, naming the offending text
    std::string expected;  ///< what would have been accepted; may be empty
    std::string remedy;    ///< what to do; may be empty
    Position position;
    std::vector<Related> related;

    /// Several lines, ready for stderr: place, message, expected, remedy, related places. No line
    /// end after the last.
    [[nodiscard]] std::string to_text() const;
    /// The same error with the place filled in where it was not known yet.
    [[nodiscard]] Error at(const Position& place) const;
};

template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using Base = tl::expected<T, Error>;
    using Base::Base;
    Result(Base base) : Base(std::move(base)) {}
    Result(Error error) : Base(tl::make_unexpected(std::move(error))) {}
};

using Status = Result<std::monostate>;

/// Prints the message with file and line to stderr and aborts. Used by CHECK and MUST.
[[noreturn]] void fail_check(const char* file, int line, std::string_view what);

/// Behind MUST.
template <class T>
T must(Result<T> result, const char* file, int line) {
    if (!result) fail_check(file, line, result.error().to_text());
    return std::move(*result);
}

}  // namespace cordon

/// Value of a Result, or return its Error from the enclosing function.
#define TRY(expression)                                          \
    __extension__({                                              \
        auto try_result_ = (expression);                         \
        if (!try_result_) return std::move(try_result_).error(); \
        std::move(*try_result_);                                 \
    })

/// Value of a Result whose failure would be our own mistake.
#define MUST(expression) ::cordon::must((expression), __FILE__, __LINE__)

#define CHECK(condition)                                                        \
    do {                                                                        \
        if (!(condition)) ::cordon::fail_check(__FILE__, __LINE__, #condition); \
    } while (false)
