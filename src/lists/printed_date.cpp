// SPDX-License-Identifier: Apache-2.0
#include "lists/printed_date.h"

#include <chrono>
#include <string>
#include <vector>

#include "base/text.h"
#include "lists/date_words.h"

namespace cordon::lists {

namespace {

std::optional<int> number(const DatePiece& piece) {
    if (!piece.digits || piece.text.size() > 4) return {};
    int value = 0;
    for (const char c : piece.text) value = value * 10 + (c - '0');
    return value;
}

std::optional<int> year_of(const DatePiece& piece) {
    const auto value = number(piece);
    if (!value || (piece.text.size() != 4 && piece.text.size() != 2)) return {};
    if (piece.text.size() == 4) return value;
    return *value > 50 ? 1900 + *value : 2000 + *value;
}

std::optional<Date> day_of(std::optional<int> year, std::optional<int> month,
                           std::optional<int> day) {
    if (!year || !month || !day || *year < 1 || *month < 1 || *day < 1) return {};
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return {};
    const std::chrono::sys_days days{date};
    return Date::from_days(static_cast<std::int32_t>(days.time_since_epoch().count()));
}

std::optional<Date> slashed(const std::vector<DatePiece>& pieces, std::size_t at, bool day_first) {
    if (at + 2 >= pieces.size()) return {};
    if (pieces[at + 1].before != '/' || pieces[at + 2].before != '/') return {};
    const auto first = number(pieces[at]);
    const auto second = number(pieces[at + 1]);
    const auto year = year_of(pieces[at + 2]);
    return day_first ? day_of(year, second, first) : day_of(year, first, second);
}

std::optional<Date> in_words(const std::vector<DatePiece>& pieces, std::size_t at) {
    if (at + 2 >= pieces.size()) return {};
    const auto year = year_of(pieces[at + 2]);
    if (const auto month = month_of(pieces[at])) {
        return day_of(year, month, number(pieces[at + 1]));
    }
    return day_of(year, month_of(pieces[at + 1]), number(pieces[at]));
}

std::optional<Date> iso(std::string_view text) {
    if (text.size() < 10) return {};
    if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return {};
    const auto date = Date::from_iso(text.substr(0, 10));
    return date ? std::optional(*date) : std::nullopt;
}

}  // namespace

std::optional<DateForm> date_form_named(std::string_view name) {
    if (name == "iso") return DateForm::Iso;
    if (name == "m/d/y") return DateForm::MonthDayYear;
    if (name == "d/m/y") return DateForm::DayMonthYear;
    if (name == "words") return DateForm::MonthInWords;
    return {};
}

std::optional<Date> printed_date(std::string_view text, DateForm form) {
    text = trimmed(text);
    if (form == DateForm::Iso) return iso(text);
    const auto pieces = date_pieces(text, 4);
    switch (form) {
        case DateForm::Iso:
            return iso(text);
        case DateForm::MonthDayYear:
            return slashed(pieces, 0, false);
        case DateForm::DayMonthYear:
            return slashed(pieces, 0, true);
        case DateForm::MonthInWords: {
            const auto first = in_words(pieces, 0);
            return first ? first : in_words(pieces, 1);  // past the day of the week
        }
    }
    return {};
}

std::optional<Date> date_within(std::string_view text) {
    const auto pieces = date_pieces(text, 24);
    for (std::size_t at = 0; at + 2 < pieces.size(); ++at) {
        if (const auto day = slashed(pieces, at, false)) return day;
        if (const auto day = in_words(pieces, at)) return day;
        if (pieces[at].text.size() == 4 && pieces[at + 1].before == '-') {
            const auto day =
                day_of(number(pieces[at]), number(pieces[at + 1]), number(pieces[at + 2]));
            if (day) return day;
        }
    }
    return {};
}

}  // namespace cordon::lists
