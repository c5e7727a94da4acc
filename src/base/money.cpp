// SPDX-License-Identifier: Apache-2.0
#include "base/money.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace cordon {

namespace {

constexpr std::array<std::string_view, 24> kCurrencies = {
    "AED", "AUD", "BRL", "CAD", "CHF", "CNY", "DKK", "EUR", "GBP", "HKD", "INR", "JPY",
    "KRW", "MOP", "MYR", "NOK", "NZD", "PLN", "RUB", "SAR", "SEK", "SGD", "TWD", "USD"};

bool is_currency(std::string_view word) {
    return std::find(kCurrencies.begin(), kCurrencies.end(), word) != kCurrencies.end();
}

Error not_a_share(std::string_view text) {
    return Error{"\"" + std::string(text) + "\" is not a share",
                 "0 % to 100 %, for example \"50%\", \"49.9 %\", \"0.5\" or \"25-30%\"",
                 "",
                 {},
                 {}};
}

/// "50" or "49.9", with or without a percent sign; `percent` tells when one stood there.
Result<Decimal> stated_part(std::string_view text, bool percent) {
    const auto value = TRY(Decimal::from_text(text));
    if (!percent) return value;
    const auto hundredth = divide_down(value, Decimal::from_int(100));
    if (!hundredth || !hundredth->exact) return not_a_share(text);
    return hundredth->value;
}

}  // namespace

Result<Money> Money::from_text(std::string_view text) {
    const Error wrong{"\"" + std::string(text) + "\" is not an amount of money",
                      "an amount and a currency, for example \"USD 2500\" or \"2,500.00 USD\"",
                      "",
                      {},
                      {}};
    const auto body = trimmed(text);
    if (body.size() < 5) return wrong;
    std::string_view currency = body.substr(0, 3), amount = body.substr(3);
    if (!is_currency(currency)) {
        currency = body.substr(body.size() - 3);
        amount = body.substr(0, body.size() - 3);
    }
    if (!is_currency(currency)) return wrong;
    std::string digits(trimmed(amount));
    std::erase(digits, ',');
    auto value = Decimal::from_text(digits);
    if (!value) return wrong;
    return Money{*value, std::string(currency)};
}

Result<Share> Share::from_interval(const Interval& part) {
    if (part.lo() < Decimal{} || part.hi() > Decimal::from_int(1))
        return not_a_share(part.to_text());
    return Share(part);
}

Result<Share> Share::from_text(std::string_view text) {
    auto body = trimmed(text);
    const bool percent = !body.empty() && body.back() == '%';
    if (percent) body = trimmed(body.substr(0, body.size() - 1));
    const auto dash = body.find('-', 1);
    const auto first = trimmed(body.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : trimmed(body.substr(dash + 1));
    const auto lo = stated_part(first, percent), hi = stated_part(last, percent);
    if (!lo || !hi) return not_a_share(text);
    auto interval = Interval::between(*lo, *hi);
    if (!interval) return not_a_share(text);
    auto share = from_interval(*interval);
    if (!share) return not_a_share(text);
    return share;
}

std::string Share::to_text() const {
    const auto percent = multiply(part_, Interval::exactly(Decimal::from_int(100)));
    return percent ? percent->to_text() + " %" : part_.to_text();
}

}  // namespace cordon
