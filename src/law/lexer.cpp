// SPDX-License-Identifier: Apache-2.0
#include "law/lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cordon::law {
namespace {

constexpr std::array<std::string_view, 8> kNeverAUnit = {"and",   "or",  "not", "in",
                                                         "where", "any", "all", "intersects"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_name(char c) {
    return is_letter(c) || is_digit(c) || c == '.';
}
bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

class Lexer {
public:
    explicit Lexer(const Expression& expression)
        : expression_(expression), text_(expression.source) {}

    Result<std::vector<Token>> all() {
        std::vector<Token> tokens;
        while (true) {
            while (is_blank(look(0))) ++at_;
            tokens.push_back(TRY(next()));
            if (tokens.back().kind == TokenKind::End) return tokens;
        }
    }

private:
    [[nodiscard]] char look(std::uint32_t ahead) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    [[nodiscard]] std::string slice(std::uint32_t begin, std::uint32_t end) const {
        return std::string(text_.substr(begin, end - begin));
    }

    Result<Token> next() {
        if (at_ >= text_.size()) return Token{TokenKind::End, at_, at_, 0, 0, 0};
        if (starts_date()) return date();
        if (is_digit(look(0))) return number();
        if (is_letter(look(0))) return name(at_);
        return sign();
    }

    [[nodiscard]] bool starts_date() const {
        constexpr std::string_view kShape = "dddd-dd-dd";
        for (std::uint32_t i = 0; i < kShape.size(); ++i) {
            if (kShape[i] == 'd' ? !is_digit(look(i)) : look(i) != '-') return false;
        }
        return !is_digit(look(10));
    }

    Result<Token> date() {
        const Token token{TokenKind::Date, at_, at_ + 10, 0, 0, 0};
        const auto day = Date::from_iso(text_.substr(at_, 10));
        if (!day) return day.error().at(expression_.position(at_));
        at_ += 10;
        return token;
    }

    Result<Token> number() {
        const std::uint32_t begin = at_;
        while (is_digit(look(0))) ++at_;
        if (look(0) == '.' && is_digit(look(1))) {
            ++at_;
            while (is_digit(look(0))) ++at_;
        }
        skip_exponent();
        if (is_letter(look(0)) || (look(0) == '.' && is_name(look(1)))) return name(begin);
        Token token{TokenKind::Number, begin, at_, at_, at_, at_};
        const std::uint32_t unit = unit_begin();
        const std::uint32_t unit_end = end_of_unit(unit);
        if (unit_end > unit) {
            token.unit_begin = unit;
            token.unit_end = token.end = at_ = unit_end;
        }
        return token;
    }

    void skip_exponent() {
        if (look(0) != 'e') return;
        const std::uint32_t sign = look(1) == '+' || look(1) == '-' ? 2 : 1;
        if (!is_digit(look(sign))) return;
        at_ += sign;
        while (is_digit(look(0))) ++at_;
    }

    [[nodiscard]] std::uint32_t unit_begin() const {
        std::uint32_t at = at_;
        while (at < text_.size() && is_blank(text_[at])) ++at;
        return at;
    }

    /// The unit that starts here; the same place when what stands here is none.
    [[nodiscard]] std::uint32_t end_of_unit(std::uint32_t at) const {
        if (at >= text_.size()) return at;
        if (text_[at] == '%') return at + 1;
        if (!is_letter(text_[at])) return at;
        std::uint32_t end = at;
        while (end < text_.size() && is_name(text_[end])) ++end;
        const std::string_view first = text_.substr(at, end - at);
        if (std::ranges::find(kNeverAUnit, first) != kNeverAUnit.end()) return at;
        while (end + 1 < text_.size() && text_[end] == '/' && is_letter(text_[end + 1])) {
            ++end;
            while (end < text_.size() && is_name(text_[end])) ++end;
        }
        return end;
    }

    Result<Token> name(std::uint32_t begin) {
        at_ = begin;
        while (is_name(look(0))) ++at_;
        if (is_digit(text_[begin])) {
            const auto glued = glued_unit(begin);
            if (glued) return *glued;
        }
        return Token{TokenKind::Name, begin, at_, 0, 0, 0};
    }

    /// "600GB/s" is a number glued to its unit, not a word.
    [[nodiscard]] std::optional<Error> glued_unit(std::uint32_t begin) const {
        std::uint32_t digits = begin;
        while (is_digit(text_[digits]) || text_[digits] == '.') ++digits;
        const std::uint32_t end = end_of_unit(digits);
        if (end == digits || !unit_named(slice(digits, end))) return std::nullopt;
        Error error;
        error.message = fmt::format("'{}' is a number glued to its unit", slice(begin, end));
        error.remedy = fmt::format("write '{} {}'", slice(begin, digits), slice(digits, end));
        error.position = expression_.position(begin);
        return error;
    }

    Result<Token> sign() {
        struct Sign {
            std::string_view text;
            TokenKind kind;
        };
        static constexpr std::array<Sign, 16> kSigns = {{{"==", TokenKind::Equal},
                                                         {"!=", TokenKind::NotEqual},
                                                         {"<=", TokenKind::LessOrEqual},
                                                         {">=", TokenKind::GreaterOrEqual},
                                                         {"<", TokenKind::Less},
                                                         {">", TokenKind::Greater},
                                                         {"(", TokenKind::LeftParen},
                                                         {")", TokenKind::RightParen},
                                                         {"{", TokenKind::LeftBrace},
                                                         {"}", TokenKind::RightBrace},
                                                         {",", TokenKind::Comma},
                                                         {":", TokenKind::Colon},
                                                         {"+", TokenKind::Plus},
                                                         {"-", TokenKind::Minus},
                                                         {"*", TokenKind::Times},
                                                         {"/", TokenKind::Divide}}};
        for (const Sign& sign : kSigns) {
            if (!text_.substr(at_).starts_with(sign.text)) continue;
            const std::uint32_t begin = at_;
            at_ += static_cast<std::uint32_t>(sign.text.size());
            return Token{sign.kind, begin, at_, 0, 0, 0};
        }
        return unexpected();
    }

    [[nodiscard]] Error unexpected() const {
        std::uint32_t length = 1;  // a whole UTF-8 character, so that the message stays readable
        while (at_ + length < text_.size() && (text_[at_ + length] & '\xC0') == '\x80') ++length;
        Error error;
        error.message = fmt::format("unexpected character '{}'", slice(at_, at_ + length));
        error.expected = "a fact, a number, a date, a word or an operator";
        if (look(0) == '=') error.remedy = "write '==' to compare";
        if (look(0) == '&') error.remedy = "write 'and'";
        if (look(0) == '|') error.remedy = "write 'or'";
        if (look(0) == '!') error.remedy = "write 'not'";
        if (look(0) == '"' || look(0) == '\'') error.remedy = "write words without quotes";
        error.position = expression_.position(at_);
        return error;
    }

    const Expression& expression_;
    std::string_view text_;
    std::uint32_t at_ = 0;
};

}  // namespace

Result<std::vector<Token>> tokens_of(const Expression& expression) {
    return Lexer(expression).all();
}

}  // namespace cordon::law
