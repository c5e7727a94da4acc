// SPDX-License-Identifier: Apache-2.0
// Tables of links and parties that people keep themselves. A row is read whole, so that a person
// sees all that is wrong with it at once; one cell that cannot be read takes its link away, since a
// link without its share or its end would say more or less than was meant.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/country.h"
#include "base/csv.h"
#include "base/text.h"
#include "links/read_links.h"
#include "links/read_share.h"
#include "lists/row.h"
#include "lists/snapshot.h"

namespace cordon::links {

namespace {

using Columns = std::vector<std::string>;

const Columns kLinkColumns{"link_id",
                           "subject",
                           "subject_party_id",
                           "relation",
                           "object",
                           "object_party_id",
                           "share_percent_low",
                           "share_percent_high",
                           "from_date",
                           "to_date",
                           "known_since",
                           "confidence",
                           "source",
                           "note"};
const Columns kPartyColumns{"party_id",     "name",    "aliases",   "kind",        "country",
                            "headquarters", "founded", "addresses", "identifiers", "source"};

/// The rows of one table, each asked for cells by column; what is wrong goes to `into`.
class Table {
public:
    Table(std::string_view text, std::string file, const Columns& known, Gathered& into)
        : file_(std::move(file)), into_(into) {
        auto read = read_csv(text, {file_, 0, true});
        if (!read) {
            into_.refuse(read.error());
            return;
        }
        table_ = std::move(*read);
        for (const auto& name : table_.header) {
            if (std::find(known.begin(), known.end(), name) != known.end()) continue;
            const auto meant = nearest(name, known);
            into_.refuse({fmt::format("there is no column \"{}\"", name),
                          list_of(known),
                          meant.empty() ? "its cells were not read"
                                        : fmt::format("\"{}\" is perhaps meant", meant),
                          {file_, 1, 0, name},
                          {}});
        }
        for (auto& error : table_.refused) into_.refuse(std::move(error));
    }

    [[nodiscard]] const std::vector<CsvRow>& rows() const { return table_.rows; }
    [[nodiscard]] bool has(std::string_view column) const {
        return std::find(table_.header.begin(), table_.header.end(), column) != table_.header.end();
    }
    /// False, and said so, when none of the columns is there.
    bool has_one_of(const Columns& columns) {
        if (table_.header.empty()) return false;
        for (const auto& column : columns) {
            if (has(column)) return true;
        }
        into_.refuse({fmt::format("the table has no column {}", columns.front()),
                      "one of " + list_of(columns),
                      "name the columns in the first line",
                      {file_, 1, 0, columns.front()},
                      {}});
        return false;
    }

    void at(const CsvRow& row) {
        row_ = &row;
        good_ = true;
    }
    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] std::uint32_t line() const { return row_->line; }
    [[nodiscard]] std::string cell(std::string_view column) const {
        for (std::size_t i = 0; i < table_.header.size() && i < row_->cells.size(); ++i) {
            if (table_.header[i] == column) return lists::tidy(row_->cells[i]);
        }
        return "";
    }
    [[nodiscard]] std::vector<std::string> cells(std::string_view column) const {
        std::vector<std::string> texts;
        const auto whole = cell(column);
        for (const auto piece : split(whole, '|')) {
            if (!piece.empty()) texts.emplace_back(piece);
        }
        return texts;
    }
    std::optional<Date> day(std::string_view column) {
        const auto text = cell(column);
        if (text.empty()) return std::nullopt;
        const auto date = Date::from_iso(text);
        if (!date) return wrong(column, date.error());
        return *date;
    }
    [[nodiscard]] Position place(std::string_view column) const {
        return {file_, row_->line, 0, std::string(column)};
    }
    /// Reports, and marks the row; converts to an empty optional of any kind.
    std::nullopt_t wrong(std::string_view column, const Error& error) {
        good_ = false;
        into_.refuse(error.at(place(column)));
        return std::nullopt;
    }

private:
    std::string file_;
    Gathered& into_;
    CsvTable table_;
    const CsvRow* row_ = nullptr;
    bool good_ = true;
};

/// "subject" or "object": its name, its id or both.
std::optional<PartyIndex> end_of(Table& table, const std::string& side, Gathered& into) {
    PartyRecord record;
    record.id = table.cell(side + "_party_id");
    record.name = table.cell(side);
    if (record.id.empty() && lists::name_key(record.name).empty()) {
        return table.wrong(side, {fmt::format("the {} has neither name nor id", side),
                                  "a name with letters, or a party_id",
                                  "write who it is, or \"unnamed …\" with what is known",
                                  {},
                                  {}});
    }
    if (record.name.size() > into.limits().text_max || record.id.size() > into.limits().text_max) {
        return table.wrong(side, {fmt::format("the {} is too long", side),
                                  fmt::format("at most {} bytes", into.limits().text_max),
                                  "shorten it",
                                  {},
                                  {}});
    }
    if (record.id.empty()) return into.party_named(record.name);
    const auto index = into.party(record.id);
    if (!index) return index;
    into.may_be_named(*index);
    const auto told = record.name.empty() ? Told::Referred : Told::Mentioned;
    into.tell(std::move(record), told, table.place(side));
    return index;
}

std::optional<Relation> relation_of(Table& table) {
    const auto text = table.cell("relation");
    if (const auto relation = relation_from(text)) return relation;
    Columns words;
    for (int i = 0; i <= static_cast<int>(Relation::Linked); ++i) {
        words.emplace_back(to_text(static_cast<Relation>(i)));
    }
    const auto meant = nearest(text, words);
    return table.wrong("relation", {fmt::format("\"{}\" is no relation", text),
                                    list_of(words),
                                    meant.empty() ? "write \"linked\" where none of them fits"
                                                  : fmt::format("\"{}\" is perhaps meant", meant),
                                    {},
                                    {}});
}

void read_dates(Table& table, Link& link) {
    link.from = table.day("from_date");
    if (const auto last = table.day("to_date"); last && *last < kLastDate) {
        link.until = Date::from_days(last->days() + 1);
    }
    link.known_since = table.day("known_since");
    if (link.from && link.until && *link.until <= *link.from) {
        table.wrong("to_date", {fmt::format("the link ends on {}, before it begins on {}",
                                            table.cell("to_date"), table.cell("from_date")),
                                "the last day it was true",
                                "correct one of the two days",
                                {},
                                {}});
    }
}

void read_share(Table& table, Link& link) {
    const auto low = table.cell("share_percent_low"), high = table.cell("share_percent_high");
    auto share = share_between({low}, {high});
    if (!share) {
        table.wrong(low.empty() ? "share_percent_high" : "share_percent_low", share.error());
        return;
    }
    if (*share && link.relation != Relation::Owns) {
        table.wrong("share_percent_low",
                    {fmt::format("a share stands beside \"{}\"", to_text(link.relation)),
                     "a share of \"owns\" only",
                     "write \"owns\", or put the number into the note",
                     {},
                     {}});
    }
    link.share = *share;
}

}  // namespace

void Reading::add_links_csv(std::string_view text, const std::string& file) {
    auto& into = *gathered_;
    Table table(text, file, kLinkColumns, into);
    if (!table.has_one_of({"relation"}) || !table.has_one_of({"subject", "subject_party_id"}) ||
        !table.has_one_of({"object", "object_party_id"})) {
        return;
    }
    for (const auto& row : table.rows()) {
        table.at(row);
        Link link;
        link.id = table.cell("link_id");
        if (link.id.empty())
            link.id = fmt::format("{}:{}", file.substr(file.find_last_of('/') + 1), table.line());
        const auto relation = relation_of(table);
        link.relation = relation.value_or(Relation::Owns);  // one mistake a cell
        read_share(table, link);
        read_dates(table, link);
        if (const auto grade = table.cell("confidence"); !grade.empty()) {
            if (const auto known = grade_from(grade)) {
                link.grade = *known;
            } else {
                table.wrong("confidence", {fmt::format("\"{}\" is no confidence", grade),
                                           "A, B, C, D or X",
                                           "leave it empty where nobody graded it: that is D",
                                           {},
                                           {}});
            }
        }
        link.source = table.cell("source");
        link.note = table.cell("note");
        if (!table.good()) continue;
        const auto subject = end_of(table, "subject", into);
        const auto object = end_of(table, "object", into);
        if (!subject || !object) continue;
        link.subject = *subject;
        link.object = *object;
        into.add(std::move(link), table.place(""));
    }
}

void Reading::add_parties_csv(std::string_view text, const std::string& file) {
    auto& into = *gathered_;
    Table table(text, file, kPartyColumns, into);
    if (!table.has_one_of({"name"})) return;
    const auto country = [&](const char* column) {
        const auto name = table.cell(column);
        if (name.empty()) return std::string();
        const auto known = Country::from_name(name);
        if (known) return std::string(known->code());
        table.wrong(column, known.error());
        return std::string();
    };
    for (const auto& row : table.rows()) {
        table.at(row);
        PartyRecord party;
        party.name = table.cell("name");
        party.id = table.cell("party_id");
        if (lists::name_key(party.name).empty()) {
            table.wrong("name", {"the party has no name",
                                 "a name in any script",
                                 "write its name, or take the row out",
                                 {},
                                 {}});
            continue;
        }
        if (party.id.empty()) party.id = "name:" + lists::name_key(party.name);
        party.aliases = table.cells("aliases");
        party.kind = table.cell("kind");
        party.country = country("country");
        party.headquarters = country("headquarters");
        party.founded = table.day("founded");
        party.addresses = table.cells("addresses");
        party.identifiers = table.cells("identifiers");
        party.source = table.cell("source");
        const auto id = party.id;
        if (!into.tell(std::move(party), Told::Recorded, table.place(""))) continue;
        if (const auto index = into.party(id)) into.may_be_named(*index);
    }
}

}  // namespace cordon::links
