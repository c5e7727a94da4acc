// SPDX-License-Identifier: Apache-2.0
// Exact decimals in 128 bits.
//
// Idea: a value is a whole count of billionths, so sums are whole-number sums and comparison is
// whole-number comparison. A product of two counts needs up to 253 bits and is divided by 1e9; a
// quotient multiplies the dividend by 1e9 first. Both are carried out in full and then floored, and
// the caller is told whether anything was cut off: no operation rounds in silence.
//
// The one subtlety: the floor goes to minus infinity, not to zero, so [value, value + 1e-9) always
// holds the true result, whatever the signs. interval.cpp rests on that.
//
// Tested by decimal_test.cpp against Boost's rationals.
#include "base/decimal.h"

#include <fmt/format.h>

#include <algorithm>

namespace cordon {

namespace {

__extension__ using Wide = unsigned __int128;

constexpr Int128 power_of_ten(int exponent) {
    Int128 value = 1;
    for (int i = 0; i < exponent; ++i) value *= 10;
    return value;
}
constexpr Int128 kLargest = power_of_ten(38);  // 1e29 in billionths
constexpr Wide kBillion = 1'000'000'000;

bool fits(Int128 count) {
    return -kLargest <= count && count <= kLargest;
}

Wide magnitude(Decimal value) {
    const Int128 count = value.billionths();
    return count < 0 ? Wide(0) - static_cast<Wide>(count) : static_cast<Wide>(count);
}

/// A non-negative quotient and whether something was left over, given its sign.
std::optional<Floor> floored(Wide quotient, bool exact, bool negative) {
    if (negative && !exact) ++quotient;
    if (quotient > static_cast<Wide>(kLargest)) return std::nullopt;
    const auto count = static_cast<Int128>(quotient);
    return Floor{Decimal::from_billionths(negative ? -count : count), exact};
}

Error not_a_number(std::string_view text, const std::string& why) {
    return {.message = fmt::format("\"{}\" is not a number{}", text, why.empty() ? "" : ": " + why),
            .expected = "a plain decimal number, e.g. 4800, -0.5, 5.92 or 1e26",
            .remedy = "",
            .position = {},
            .related = {}};
}

/// The parts of a number as written. The value is ±digits * 10^(exponent - decimals).
struct Written {
    bool negative = false;
    std::string digits;  ///< without leading zeros
    int decimals = 0;
    int exponent = 0;
};

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    Result<Written> read() {
        Written out;
        out.negative = take('-');
        if (digits(out.digits) == 0) return not_a_number(text_, hint());
        if (take('.')) {
            out.decimals = digits(out.digits);
            if (out.decimals == 0) return not_a_number(text_, "a digit must follow the point");
        }
        if (take('e') || take('E')) {
            const bool down = take('-');
            if (!down) take('+');
            std::string exponent;
            if (digits(exponent) == 0) return not_a_number(text_, "the exponent has no digits");
            exponent.erase(0, std::min(exponent.find_first_not_of('0'), exponent.size()));
            // Five digits are far beyond any value that fits; more would only overflow an int.
            if (exponent.size() > 5) return not_a_number(text_, "the exponent is out of range");
            for (const char c : exponent) out.exponent = out.exponent * 10 + (c - '0');
            if (down) out.exponent = -out.exponent;
        }
        if (at_ != text_.size()) return not_a_number(text_, hint());
        out.digits.erase(0, std::min(out.digits.find_first_not_of('0'), out.digits.size()));
        return out;
    }

private:
    bool take(char wanted) {
        if (at_ == text_.size() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }
    int digits(std::string& out) {
        const std::size_t start = at_;
        while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') out += text_[at_++];
        return static_cast<int>(at_ - start);
    }
    /// What people do most: separators between digits, blanks, a plus sign, a bare point.
    [[nodiscard]] std::string hint() const {
        if (text_.empty()) return "it is empty";
        const char c = at_ < text_.size() ? text_[at_] : text_.back();
        if (c == ',' || c == '_' || c == '\'') return "leave out the digit separators";
        if (c == ' ' || c == '\t') return "leave out the blanks";
        if (c == '+') return "leave out the plus sign";
        if (c == '.') return "a digit must stand before the point";
        return "";
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

Result<Decimal> Decimal::from_text(std::string_view text) {
    constexpr std::size_t kLongest = 400;  // nobody writes a number longer than this
    if (text.size() > kLongest) {
        return not_a_number(text.substr(0, 40), fmt::format("{} characters long", text.size()));
    }
    Written written = TRY(Reader(text).read());
    int exponent = written.exponent - written.decimals + 9;
    while (!written.digits.empty() && written.digits.back() == '0') {
        written.digits.pop_back();
        ++exponent;
    }
    if (written.digits.empty()) return Decimal();
    if (exponent < 0) return not_a_number(text, "more than nine decimals cannot be kept exactly");
    const int width = static_cast<int>(written.digits.size()) + exponent;
    if (width > 39) return not_a_number(text, "it is beyond 1e29");
    Wide count = 0;  // 39 digits stay below 2^130, so the last one is checked before it is added
    for (int i = 0; i < width; ++i) {
        if (count > static_cast<Wide>(kLargest) / 10)
            return not_a_number(text, "it is beyond 1e29");
        const auto place = static_cast<std::size_t>(i);
        const char digit = place < written.digits.size() ? written.digits[place] : '0';
        count = count * 10 + static_cast<Wide>(digit - '0');
    }
    if (count > static_cast<Wide>(kLargest)) return not_a_number(text, "it is beyond 1e29");
    const auto signed_count = static_cast<Int128>(count);
    return Decimal(written.negative ? -signed_count : signed_count);
}

std::string Decimal::to_text() const {
    Wide rest = magnitude(*this);
    std::string reversed;
    for (int place = 0; rest != 0 || place <= 9; ++place) {
        if (place == 9 && !reversed.empty()) reversed += '.';
        const char digit = static_cast<char>('0' + static_cast<int>(rest % 10));
        // Zeros at the end of the decimals are not written.
        if (place >= 9 || digit != '0' || !reversed.empty()) reversed += digit;
        rest /= 10;
    }
    if (count_ < 0) reversed += '-';
    std::reverse(reversed.begin(), reversed.end());
    return reversed;
}

std::string Decimal::to_grouped_text() const {
    std::string text = to_text();
    const std::size_t first = text.front() == '-' ? 1 : 0;
    std::size_t end = std::min(text.find('.'), text.size());
    while (end > first + 3) {
        end -= 3;
        text.insert(end, 1, ',');
    }
    return text;
}

std::optional<Decimal> add(Decimal a, Decimal b) {
    const Int128 sum = a.billionths() + b.billionths();  // at most 2e38, which is below 2^128 / 2
    if (!fits(sum)) return std::nullopt;
    return Decimal::from_billionths(sum);
}

std::optional<Decimal> subtract(Decimal a, Decimal b) {
    return add(a, Decimal::from_billionths(-b.billionths()));
}

std::optional<Floor> multiply_down(Decimal a, Decimal b) {
    constexpr Wide kLow = ~std::uint64_t{0};
    const Wide x = magnitude(a);
    const Wide y = magnitude(b);
    // Schoolbook multiplication in halves of 64 bits: limbs[0] is the lowest.
    const Wide low = (x & kLow) * (y & kLow);
    const Wide cross = (x >> 64) * (y & kLow);
    const Wide cross_other = (x & kLow) * (y >> 64);
    const Wide middle = (low >> 64) + (cross & kLow) + (cross_other & kLow);
    const Wide high = (x >> 64) * (y >> 64) + (cross >> 64) + (cross_other >> 64) + (middle >> 64);
    const Wide limbs[4] = {low & kLow, middle & kLow, high & kLow, high >> 64};
    // Long division by 1e9, highest limb first; the remainder stays below 1e9.
    Wide quotient = 0;
    Wide rest = 0;
    for (int i = 3; i >= 0; --i) {
        const Wide part = (rest << 64) | limbs[i];
        if (quotient >> 64 != 0) return std::nullopt;
        quotient = (quotient << 64) | (part / kBillion);
        rest = part % kBillion;
    }
    return floored(quotient, rest == 0, (a.billionths() < 0) != (b.billionths() < 0));
}

std::optional<Floor> divide_down(Decimal a, Decimal b) {
    const Wide divisor = magnitude(b);
    if (divisor == 0) return std::nullopt;
    const Wide whole = magnitude(a) / divisor;
    if (whole > static_cast<Wide>(kLargest) / kBillion) return std::nullopt;
    const Wide remainder = magnitude(a) % divisor;
    // floor(remainder * 1e9 / divisor) bit by bit: the running rest stays below 2 * 1e38.
    Wide fraction = 0;
    Wide rest = 0;
    for (int bit = 29; bit >= 0; --bit) {
        fraction *= 2;
        rest *= 2;
        if (rest >= divisor) ++fraction, rest -= divisor;
        if ((kBillion >> bit & 1) != 0) rest += remainder;
        if (rest >= divisor) ++fraction, rest -= divisor;
    }
    return floored(whole * kBillion + fraction, rest == 0,
                   (a.billionths() < 0) != (b.billionths() < 0));
}

}  // namespace cordon
