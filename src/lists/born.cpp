// SPDX-License-Identifier: Apache-2.0
#include "lists/born.h"

#include <chrono>
#include <vector>

#include "lists/date_words.h"

namespace cordon::lists {

namespace {

constexpr std::size_t kPiecesMax = 12;  ///< of a text: a range in words has eight

Date date_of(std::chrono::year_month_day day) {
    const std::chrono::sys_days days{day};
    return Date::from_days(static_cast<std::int32_t>(days.time_since_epoch().count()));
}

/// One or two digits; zero, as in "00/00/1945", and placeholders such as "dd" are unknown.
struct Part {
    bool fits = false;
    std::optional<int> value;
};
Part small(const DatePiece& piece) {
    if (!piece.digits) return {piece.text == "dd" || piece.text == "mm", {}};
    if (piece.text.size() > 2) return {};
    int value = 0;
    for (const char c : piece.text) value = value * 10 + (c - '0');
    return {true, value == 0 ? std::nullopt : std::optional(value)};
}

std::optional<int> year_of(const DatePiece& piece) {
    if (!piece.digits || piece.text.size() != 4) return {};
    int value = 0;
    for (const char c : piece.text) value = value * 10 + (c - '0');
    return value == 0 ? std::nullopt : std::optional(value);
}

/// What was read and how many pieces it took.
struct Read {
    Born born;
    std::size_t taken = 0;
};

std::optional<Read> result(std::optional<Born> born, std::size_t taken) {
    if (!born) return {};
    return Read{*born, taken};
}

std::optional<Read> starting_with_year(const std::vector<DatePiece>& pieces, std::size_t at,
                                       int year) {
    const auto has = [&](std::size_t i) {
        return i < pieces.size() && (pieces[i].before == '-' || pieces[i].before == '/') &&
               small(pieces[i]).fits;
    };
    if (!has(at + 1)) return result(born_on(year, {}, {}), 1);
    const auto month = small(pieces[at + 1]).value;
    if (!has(at + 2)) return result(born_on(year, month, {}), 2);
    return result(born_on(year, month, small(pieces[at + 2]).value), 3);
}

std::optional<Read> with_slashes(const std::vector<DatePiece>& pieces, std::size_t at,
                                 SlashOrder order) {
    if (at + 2 >= pieces.size()) return {};
    const bool divided = (pieces[at + 1].before == '/' && pieces[at + 2].before == '/') ||
                         (pieces[at + 1].before == '-' && pieces[at + 2].before == '-') ||
                         (pieces[at + 1].before == '.' && pieces[at + 2].before == '.');
    const auto first = small(pieces[at]);
    const auto second = small(pieces[at + 1]);
    const auto year = year_of(pieces[at + 2]);
    if (!divided || !first.fits || !second.fits || !year) return {};
    const bool day_first = order == SlashOrder::DayMonthYear;
    return result(born_on(*year, day_first ? second.value : first.value,
                          day_first ? first.value : second.value),
                  3);
}

/// "12 May 1962", "May 12, 1962", "May 1962".
std::optional<Read> in_words(const std::vector<DatePiece>& pieces, std::size_t at) {
    const auto year_at = [&](std::size_t i) {
        return i < pieces.size() ? year_of(pieces[i]) : std::nullopt;
    };
    if (const auto month = month_of(pieces[at])) {
        if (const auto year = year_at(at + 1)) return result(born_on(*year, month, {}), 2);
        const auto year = year_at(at + 2);
        if (!year || !small(pieces[at + 1]).fits) return {};
        return result(born_on(*year, month, small(pieces[at + 1]).value), 3);
    }
    if (at + 2 >= pieces.size() || !small(pieces[at]).fits) return {};
    const auto month = month_of(pieces[at + 1]);
    const auto year = year_at(at + 2);
    if (!month || !year) return {};
    return result(born_on(*year, month, small(pieces[at]).value), 3);
}

std::optional<Read> one_at(const std::vector<DatePiece>& pieces, std::size_t at, SlashOrder order) {
    if (const auto year = year_of(pieces[at])) return starting_with_year(pieces, at, *year);
    if (const auto read = with_slashes(pieces, at, order)) return read;
    return in_words(pieces, at);
}

bool says_about(const DatePiece& piece) {
    return piece.text == "circa" || piece.text == "approximately" || piece.text == "approx" ||
           piece.text == "about" || piece.text == "c" || piece.text == "ca";
}

}  // namespace

std::optional<Born> born_on(int year, std::optional<int> month, std::optional<int> day) {
    if (year < 1 || year > 9999) return {};
    using std::chrono::month_day_last;
    const std::chrono::year in{year};
    if (!month) {
        return Born{date_of(in / std::chrono::January / 1),
                    date_of(in / std::chrono::December / 31), false};
    }
    if (*month < 1 || *month > 12 || (day && (*day < 1 || *day > 31))) return {};
    const std::chrono::month of{static_cast<unsigned>(*month)};
    if (!day) return Born{date_of(in / of / 1), date_of(in / of / std::chrono::last), false};
    const std::chrono::year_month_day exact{in, of, std::chrono::day{static_cast<unsigned>(*day)}};
    if (!exact.ok()) return {};
    return Born{date_of(exact), date_of(exact), false};
}

std::optional<Born> born_of(std::string_view printed, SlashOrder order) {
    const auto pieces = date_pieces(printed.substr(0, 200), kPiecesMax);
    std::optional<Born> born;
    bool about = false;
    for (std::size_t at = 0; at < pieces.size();) {
        const auto read = one_at(pieces, at, order);
        if (!read) {
            about = about || says_about(pieces[at]);
            ++at;
            continue;
        }
        // A second date is the end of a range: "1960 to 1965", "1960-1965", "between … and …".
        const bool range = born && read->born.last > born->last;
        if (!born) born = read->born;
        if (range) born->last = read->born.last;
        at += read->taken;
    }
    if (born) born->about = about;
    return born;
}

}  // namespace cordon::lists
