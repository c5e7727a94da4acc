// SPDX-License-Identifier: Apache-2.0
#include "lists/official.h"

#include "base/csv.h"
#include "base/text.h"
#include "lists/bundled.h"

namespace cordon::lists {

namespace {

const std::vector<std::string> kColumns = {"id",      "title",   "publisher",  "url",    "format",
                                           "sources", "changes", "stale_days", "checked"};

Error wrong(const std::string& path, std::uint32_t line, const std::string& field,
            std::string message, std::string expected) {
    return {std::move(message),
            std::move(expected),
            "See catalogue/official_lists.csv and docs/reference/lists-store.md.",
            {path, line, 0, field},
            {}};
}

Result<std::vector<std::size_t>> places_of(const CsvTable& table, const std::string& path) {
    std::vector<std::size_t> places;
    for (const auto& column : kColumns) {
        std::size_t at = 0;
        while (at < table.header.size() && table.header[at] != column) ++at;
        if (at == table.header.size()) {
            return wrong(path, 1, column, "The table lacks the column \"" + column + "\".",
                         list_of(kColumns));
        }
        places.push_back(at);
    }
    return places;
}

Result<OfficialList> list_of_row(const CsvRow& row, const std::vector<std::size_t>& places,
                                 const std::string& path) {
    std::size_t next = 0;
    const auto cell = [&] { return std::string(trimmed(row.cells[places[next++]])); };
    OfficialList list;
    list.id = cell();
    list.title = cell();
    cell();  // publisher, for people
    list.url = cell();
    list.format = cell();
    const auto sources = cell();
    for (const auto source : split(sources, '|')) list.sources.emplace_back(source);
    cell();  // how often it changes, for people
    const auto days = cell();
    list.checked = cell();
    if (list.id.empty()) return wrong(path, row.line, "id", "The row has no id.", "a short name");
    if (list.url.empty())
        return wrong(path, row.line, "url", "The row has no address.", "https://");
    if (list.format != "json" && list.format != "xml" && list.format != "csv") {
        return wrong(path, row.line, "format", "\"" + list.format + "\" is no format here.",
                     "json, xml or csv");
    }
    if (days.empty() || days.size() > 4 ||
        days.find_first_not_of("0123456789") != std::string::npos) {
        return wrong(path, row.line, "stale_days", "\"" + days + "\" is no number of days.",
                     "a whole number up to 9999");
    }
    for (const char c : days) list.stale_days = list.stale_days * 10 + (c - '0');
    return list;
}

}  // namespace

Result<std::vector<OfficialList>> read_official_lists(std::string_view csv,
                                                      const std::string& path) {
    const auto table = TRY(read_csv(csv, {path, ',', true}));
    if (!table.refused.empty()) return table.refused.front();
    const auto places = TRY(places_of(table, path));
    std::vector<OfficialList> lists;
    for (const auto& row : table.rows) lists.push_back(TRY(list_of_row(row, places, path)));
    return lists;
}

const std::vector<OfficialList>& official_lists() {
    static const auto lists = MUST(read_official_lists(bundled_file("catalogue/official_lists.csv"),
                                                       "catalogue/official_lists.csv"));
    return lists;
}

}  // namespace cordon::lists
