// SPDX-License-Identifier: Apache-2.0
#include "base/money.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace cordon {

namespace {

/// ISO 4217, the codes that money is stated in (no metals, funds or test codes), sorted.
constexpr std::string_view kCurrencies =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP "
    "BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
    "GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS "
    "KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR "
    "MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF "
    "SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD "
    "TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL";

bool is_currency(std::string_view word) {
    if (word.size() != 3) return false;
    for (std::size_t at = 0; at < kCurrencies.size(); at += 4) {
        if (kCurrencies.substr(at, 3) == word) return true;
    }
    return false;
}

/// The digits without their commas, or nothing where a comma does not stand between groups of
/// three: "2,500.00" is clear, "2,5" and "2.500,00" are not, and a guess could be off a
/// thousandfold.
std::optional<std::string> ungrouped(std::string_view amount) {
    if (amount.find(',') == std::string_view::npos) return std::string(amount);
    const std::size_t point = std::min(amount.find('.'), amount.size());
    const std::size_t sign = amount.starts_with('-') ? 1 : 0;
    const auto groups = split(amount.substr(sign, point - sign), ',');
    std::string out(amount.substr(0, sign));
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const std::size_t size = groups[i].size();
        if (i == 0 ? size < 1 || size > 3 : size != 3) return std::nullopt;
        out += groups[i];
    }
    const std::string_view decimals = amount.substr(point);
    if (decimals.find(',') != std::string_view::npos) return std::nullopt;
    return out + std::string(decimals);
}

Error not_money(std::string_view text, std::string remedy) {
    return Error{fmt::format("\"{}\" is not an amount of money", text),
                 "an amount and a currency, for example \"USD 2500\" or \"2,500.00 USD\"",
                 std::move(remedy),
                 {},
                 {}};
}

Error not_a_share(std::string_view text, std::string remedy = "") {
    return Error{fmt::format("\"{}\" is not a share", text),
                 "0 % to 100 %, for example \"50%\", \"49.9 %\", \"0.5\" or \"25-30%\"",
                 std::move(remedy),
                 {},
                 {}};
}

/// Takes a percent sign off the end.
bool take_percent(std::string_view& text) {
    text = trimmed(text);
    if (!text.ends_with('%')) return false;
    text = trimmed(text.substr(0, text.size() - 1));
    return true;
}

/// The two ends of "25-30", "25 – 30" or "25 to 30"; twice the same for one number.
std::pair<std::string_view, std::string_view> ends_of(std::string_view text) {
    for (const std::string_view dash : {"-", "–", "to"}) {
        const std::size_t at = text.find(dash, 1);
        if (at == std::string_view::npos) continue;
        return {trimmed(text.substr(0, at)), trimmed(text.substr(at + dash.size()))};
    }
    return {text, text};
}

}  // namespace

Result<Money> Money::from_text(std::string_view text) {
    const std::string_view body = trimmed(text);
    const std::size_t size = body.size();
    if (size < 4) return not_money(text, "");
    std::string_view currency = body.substr(0, 3);
    std::string_view amount = body.substr(3);
    if (!is_currency(currency)) {
        currency = body.substr(size - 3);
        amount = body.substr(0, size - 3);
    }
    if (!is_currency(currency)) {
        return not_money(text, "name the currency by its three capital letters, as in USD");
    }
    const auto digits = ungrouped(trimmed(amount));
    if (!digits) return not_money(text, "write the decimals after a point, as in 2500.00");
    const auto value = Decimal::from_text(*digits);
    if (!value) return not_money(text, value.error().message);
    return Money{*value, std::string(currency)};
}

Result<Share> Share::from_interval(const Interval& part) {
    if (part.lo() < Decimal() || part.hi() > Decimal::from_int(1)) {
        return not_a_share(part.to_text());
    }
    return Share(part);
}

Result<Share> Share::from_text(std::string_view text) {
    std::string_view body = text;
    const bool percent = take_percent(body);
    if (body.empty()) return not_a_share(text);
    auto [first, last] = ends_of(body);
    if (take_percent(first) && !percent) return not_a_share(text);
    const auto lo = Decimal::from_text(first);
    const auto hi = Decimal::from_text(last);
    if (!lo || !hi) return not_a_share(text);
    const auto range = Interval::between(*lo, *hi);
    if (!range) return not_a_share(text, "write the smaller number first");
    if (!percent && body == "1") return not_a_share(text, "write \"1%\" or \"100%\"");
    if (!percent && *hi > Decimal::from_int(1)) {
        return not_a_share(text, fmt::format("write \"{}%\" if per cent is meant", body));
    }
    // A share with more than nine decimals is the open interval around it.
    const auto part =
        percent ? divide(*range, Interval::exactly(Decimal::from_int(100))) : std::optional(*range);
    if (!part) return not_a_share(text);
    auto share = from_interval(*part);
    if (!share) return not_a_share(text);
    return share;
}

std::string Share::to_text() const {
    const Interval hundred = Interval::exactly(Decimal::from_int(100));
    if (!part_.is_exact() && part_.is_point() && part_.lo_open() && part_.hi_open()) {
        // A third is "33.3333333… %", not the range that a hundred billionths have become.
        const auto low = multiply(Interval::exactly(part_.lo()), hundred);
        if (low) return low->to_text() + "… %";
    }
    const auto percent = multiply(part_, hundred);
    return percent ? percent->to_text() + " %" : part_.to_text();
}

}  // namespace cordon
