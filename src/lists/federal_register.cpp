// SPDX-License-Identifier: Apache-2.0
#include "lists/federal_register.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "base/csv.h"
#include "lists/bundled.h"
#include "lists/printed_date.h"

namespace cordon::lists {

namespace {

constexpr int kFirstYear = 1936;
constexpr int kLastVolume = 164;  // the year 2099

/// A reader that walks a text and tries things at its place.
class Cursor {
public:
    explicit Cursor(std::string_view text) : text_(text) {}
    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    [[nodiscard]] std::size_t place() const { return at_; }
    void move_to(std::size_t place) { at_ = place; }
    void skip(std::string_view characters) {
        while (!at_end() && characters.find(text_[at_]) != std::string_view::npos) ++at_;
    }
    bool word(std::string_view word) {
        if (text_.substr(at_, word.size()) != word) return false;
        at_ += word.size();
        return true;
    }
    /// A number of at most six digits that does not continue one before it.
    std::optional<int> number() {
        if (at_end() || !digit(at_) || (at_ > 0 && digit(at_ - 1))) return {};
        std::size_t end = at_;
        while (end < text_.size() && digit(end)) ++end;
        if (end - at_ > 6) return {};
        int value = 0;
        std::from_chars(text_.data() + at_, text_.data() + end, value);
        at_ = end;
        return value;
    }

private:
    [[nodiscard]] bool digit(std::size_t at) const { return text_[at] >= '0' && text_[at] <= '9'; }
    std::string_view text_;
    std::size_t at_ = 0;
};

/// "76 FR 71869", "46 F.R. 46154", "86 FR No. 123", "61.F.R. 8213": what follows the volume.
std::optional<FrCitation> by_pages(Cursor& cursor) {
    const auto volume = cursor.number();
    if (!volume || *volume < 1 || *volume > kLastVolume) return {};
    cursor.skip(" .\n");
    if (!cursor.word("F")) return {};
    cursor.skip(". ");
    if (!cursor.word("R")) return {};
    cursor.skip(" .,\n");
    FrCitation citation{*volume, 0, {}};
    const auto before_page = cursor.place();
    if (cursor.word("No.") || cursor.word("no.")) cursor.skip(" ");
    const auto page = cursor.number();
    // A number followed by a slash is the start of a date: this citation has no page.
    Cursor after = cursor;
    if (page && !after.word("/")) {
        citation.page = *page;
    } else {
        cursor.move_to(before_page);
    }
    return citation;
}

/// "Vol. 86, No. 51".
std::optional<FrCitation> by_issue(Cursor& cursor) {
    if (!cursor.word("Vol.")) return {};
    cursor.skip(" ");
    const auto volume = cursor.number();
    if (!volume || *volume < 1 || *volume > kLastVolume) return {};
    cursor.skip(" ,");
    if (cursor.word("No.")) {
        cursor.skip(" ");
        if (!cursor.number()) return {};
    }
    return FrCitation{*volume, 0, {}};
}

struct Found {
    FrCitation citation;
    std::size_t end = 0;  ///< just behind it
    std::size_t start = 0;
};

std::vector<Found> find_citations(std::string_view text) {
    std::vector<Found> found;
    for (std::size_t at = 0; at < text.size();) {
        Cursor cursor(text);
        cursor.move_to(at);
        auto citation = by_pages(cursor);
        if (!citation) {
            cursor.move_to(at);
            citation = by_issue(cursor);
        }
        if (!citation) {
            ++at;
            continue;
        }
        found.push_back({*citation, cursor.place(), at});
        at = std::max(cursor.place(), at + 1);
    }
    return found;
}

template <class Row>
std::vector<Row> read_table(std::string_view path, Row (*read)(const std::vector<std::string>&)) {
    const auto table = MUST(read_csv(bundled_file(path), {std::string(path), ',', true}));
    CHECK(table.refused.empty());
    std::vector<Row> rows;
    for (const auto& row : table.rows) rows.push_back(read(row.cells));
    return rows;
}

int integer(const std::string& text) {
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    CHECK(read.ec == std::errc() && read.ptr == text.data() + text.size());
    return value;
}

KnownRule read_rule(const std::vector<std::string>& cells) {
    KnownRule rule{integer(cells.at(0)),
                   integer(cells.at(1)),
                   integer(cells.at(2)),
                   MUST(Date::from_iso(cells.at(3))),
                   {},
                   cells.at(5)};
    if (!cells.at(4).empty()) rule.effective = MUST(Date::from_iso(cells.at(4)));
    return rule;
}

struct FootnoteDay {
    std::string number;
    Date first_day;
};

FootnoteDay read_footnote(const std::vector<std::string>& cells) {
    return {cells.at(0), MUST(Date::from_iso(cells.at(1)))};
}

}  // namespace

std::string FrCitation::to_text() const {
    const std::string start = std::to_string(volume) + " FR";
    return page == 0 ? start : start + " " + std::to_string(page);
}

std::vector<FrCitation> citations_in(std::string_view text) {
    const auto found = find_citations(text);
    std::vector<FrCitation> citations;
    for (std::size_t i = 0; i < found.size(); ++i) {
        FrCitation citation = found[i].citation;
        const auto end = i + 1 < found.size() ? found[i + 1].start : text.size();
        const auto day = date_within(text.substr(found[i].end, end - found[i].end));
        const auto year = days_of_volume(citation.volume);
        // A day outside the volume's year is a misprint; no day is better than a wrong one.
        if (day && year && year->contains(*day)) citation.printed = day;
        citations.push_back(citation);
    }
    return citations;
}

std::optional<FrCitation> earliest_citation(const std::vector<FrCitation>& citations) {
    std::optional<FrCitation> first;
    for (const auto& citation : citations) {
        const bool older = !first || citation.volume < first->volume ||
                           (citation.volume == first->volume && citation.page < first->page);
        if (older) first = citation;
    }
    return first;
}

std::optional<Period> days_of_volume(int volume) {
    if (volume < 1 || volume > kLastVolume) return {};
    const auto first_of = [](int year) {
        const std::chrono::sys_days day{std::chrono::year{year} / std::chrono::January / 1};
        return Date::from_days(static_cast<std::int32_t>(day.time_since_epoch().count()));
    };
    const int year = kFirstYear + volume - 1;
    return Period{first_of(year), first_of(year + 1)};
}

const KnownRule* known_rule(const FrCitation& citation) {
    static const auto rules = read_table<KnownRule>("catalogue/effective_dates.csv", read_rule);
    for (const auto& rule : rules) {
        if (rule.volume == citation.volume && rule.first_page <= citation.page &&
            citation.page <= rule.last_page) {
            return &rule;
        }
    }
    return nullptr;
}

std::optional<Date> first_day_of_footnote(std::string_view number) {
    static const auto days = read_table<FootnoteDay>("catalogue/footnotes.csv", read_footnote);
    for (const auto& day : days) {
        if (day.number == number) return day.first_day;
    }
    return {};
}

}  // namespace cordon::lists
