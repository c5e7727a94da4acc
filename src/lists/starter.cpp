// SPDX-License-Identifier: Apache-2.0
// The starter list: catalogue/parties.csv as listings, and companies that rules name.
#include "base/csv.h"
#include "base/text.h"
#include "lists/bundled.h"
#include "lists/import.h"
#include "lists/merge.h"

namespace cordon::lists {

namespace {

constexpr std::string_view kPath = "catalogue/parties.csv";
/// The older of the copies the table was made from.
constexpr std::string_view kVintage = "2026-07-09";

std::vector<std::string> texts(const std::string& cell) {
    std::vector<std::string> values;
    if (cell.empty()) return values;
    for (const auto piece : split(cell, '|')) {
        if (!piece.empty()) values.emplace_back(piece);
    }
    return values;
}

class Reader {
public:
    explicit Reader(const CsvTable& table) : header_(table.header) {}

    Result<Listing> listing(const CsvRow& row) {
        row_ = &row;
        Listing listing;
        listing.id = cell("id");
        listing.list = cell("list");
        listing.name = cell("name");
        listing.aliases = texts(cell("aliases"));
        for (const char* column : {"chinese_name", "chinese_aliases"}) {
            for (auto& name : texts(cell(column))) listing.aliases.push_back(std::move(name));
        }
        listing.countries = texts(cell("countries"));
        listing.addresses = texts(cell("addresses"));
        listing.kind = cell("kind");
        listing.published = TRY(day("published"));
        listing.effective = TRY(day("effective"));
        listing.ended = TRY(day("ended"));
        listing.effective_is_publication = cell("effective_basis") == "publication";
        listing.footnotes = TRY(footnotes());
        listing.requirement = cell("requirement");
        listing.review_policy = cell("review_policy");
        listing.programmes = texts(cell("programmes"));
        for (const auto& citation : texts(cell("citation"))) {
            listing.citation += (listing.citation.empty() ? "" : "; ") + citation;
        }
        listing.source = cell("provenance");
        listing.note = cell("note");
        if (const auto& doubts = cell("doubts"); !doubts.empty()) {
            listing.note += (listing.note.empty() ? "doubt: " : "; doubt: ") + doubts;
        }
        return listing;
    }

private:
    const std::string& cell(std::string_view column) const {
        for (std::size_t i = 0; i < header_.size(); ++i) {
            if (header_[i] == column && i < row_->cells.size()) return row_->cells[i];
        }
        static const std::string empty;
        return empty;
    }
    [[nodiscard]] Position at(std::string_view column) const {
        return {std::string(kPath), row_->line, 0, std::string(column)};
    }
    Result<std::optional<Date>> day(std::string_view column) const {
        const auto& text = cell(column);
        if (text.empty()) return std::optional<Date>();
        auto date = Date::from_iso(text);
        if (!date) return date.error().at(at(column));
        return std::optional(*date);
    }
    /// "4@2022-10-07|5@2024-12-02".
    Result<std::vector<Footnote>> footnotes() const {
        std::vector<Footnote> read;
        for (const auto& text : texts(cell("footnotes"))) {
            const auto parts = split(text, '@');
            auto from = parts.size() == 2 ? Date::from_iso(parts[1]) : Date::from_iso("");
            if (!from) return from.error().at(at("footnotes"));
            read.push_back({std::string(parts[0]), *from});
        }
        return read;
    }

    const std::vector<std::string>& header_;
    const CsvRow* row_ = nullptr;
};

}  // namespace

Result<ListFile> starter_list() {
    const auto table = TRY(read_csv(bundled_file(kPath), {std::string(kPath), ',', true}));
    if (!table.refused.empty()) return table.refused.front();
    ListFile file{std::string(kStarterId),
                  "Starter list: parties that matter for AI chips",
                  std::string(kVintage),
                  {}};
    Reader reader(table);
    for (const auto& row : table.rows) file.listings.push_back(TRY(reader.listing(row)));
    return file;
}

}  // namespace cordon::lists
