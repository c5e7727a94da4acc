// SPDX-License-Identifier: Apache-2.0
// OFAC's CSV: sdn.csv (parties), add.csv (addresses), alt.csv (other names), sdn_comments.csv (the
// rest of remarks too long for a cell); cons_prim.csv and its sisters likewise. No header, "-0-"
// for nothing, a Ctrl-Z after the last row, programmes as "SDGT] [SDT".
#include <unordered_map>

#include "base/csv.h"
#include "base/text.h"
#include "lists/collector.h"
#include "lists/formats.h"
#include "lists/ofac_names.h"
#include "lists/row.h"

namespace cordon::lists {

namespace {

constexpr std::size_t kMainColumns = 12;

/// A cell's text; "-0-" is nothing.
std::string cell(const CsvRow& row, std::size_t at) {
    if (at >= row.cells.size()) return {};
    auto text = tidy(row.cells[at]);
    return text == "-0-" ? std::string() : text;
}

bool is_end_mark(const CsvRow& row) {
    return row.cells.size() <= 1 &&
           (row.cells.empty() || trimmed(row.cells[0]) == "\x1A" || trimmed(row.cells[0]).empty());
}

Result<CsvTable> table_of(const std::string& text, const std::string& path) {
    return read_csv(text, {path, ',', false});
}

/// The sister of "…/sdn.csv" for errors: "…/sdn.csv (alt)".
std::string named(const std::string& path, std::string_view which) {
    return path + " (" + std::string(which) + ")";
}

class Reader {
public:
    Reader(const OfacTables& tables, const ImportLimits& limits, bool sdn)
        : tables_(tables), sdn_(sdn), collector_(ofac_source(sdn), tables.path, limits) {}

    Result<std::vector<Imported>> run() {
        TRY(read_main());
        TRY(read_aliases());
        TRY(read_addresses());
        TRY(read_comments());
        for (std::size_t i = 0; i < listings_.size(); ++i) {
            auto& listing = listings_[i];
            read_ofac_remarks(listing.note, listing, collector_);
            listing.list = ofac_list(sdn_ ? "SDN List" : "", listing.programmes);
            TRY(collector_.add(std::move(listing), ids_[i]));
        }
        if (tables_.addresses.empty()) {
            collector_.note(
                "The table of addresses (add.csv) was not beside the file: no "
                "addresses and no countries.");
        }
        if (tables_.aliases.empty()) {
            collector_.note(
                "The table of other names (alt.csv) was not beside the file: aliases "
                "are missing, and parties will be missed.");
        }
        std::vector<Imported> imported;
        imported.push_back(collector_.finish());
        return imported;
    }

private:
    Status read_main() {
        const auto table = TRY(table_of(tables_.main, tables_.path));
        for (const auto& error : table.refused) collector_.refuse(error);
        for (const auto& row : table.rows) {
            if (is_end_mark(row)) continue;
            Listing listing;
            const auto id = cell(row, 0);
            listing.name = cell(row, 1);
            if (id.empty() || listing.name.empty() || row.cells.size() < 4) {
                collector_.refuse(row.line, "SDN_Name", "The row has no number or no name.",
                                  "ent_num, name, type, programme …");
                continue;
            }
            listing.kind = ofac_kind(cell(row, 2));
            std::string programmes = cell(row, 3);
            for (auto at = programmes.find("] ["); at != std::string::npos;
                 at = programmes.find("] [")) {
                programmes.replace(at, 3, "|");
            }
            for (const auto programme : split(programmes, '|')) {
                add_once(listing.programmes, std::string(programme));
            }
            collector_.add_identifier(listing, {"Call Sign", cell(row, 5), ""});
            listing.note = cell(row, 11);
            if (!places_.emplace(id, listings_.size()).second) {
                collector_.refuse(row.line, "ent_num", "The number " + id + " stands there twice.",
                                  "a number a party");
                continue;
            }
            listings_.push_back(std::move(listing));
            ids_.push_back(id);
        }
        return std::monostate{};
    }

    Listing* party(const CsvRow& row, std::string_view which) {
        const auto found = places_.find(cell(row, 0));
        if (found != places_.end()) return &listings_[found->second];
        if (!is_end_mark(row)) {
            collector_.refuse({"The row belongs to the party \"" + cell(row, 0) +
                                   "\", which is not in the main table.",
                               "tables of one day",
                               "Fetch all tables again, together.",
                               {named(tables_.path, which), row.line, 0, "ent_num"},
                               {}});
        }
        return nullptr;
    }

    Status read_aliases() {
        const auto table = TRY(table_of(tables_.aliases, named(tables_.path, "alt")));
        for (const auto& error : table.refused) collector_.refuse(error);
        for (const auto& row : table.rows) {
            Listing* listing = party(row, "alt");
            if (listing == nullptr) continue;
            const auto type = to_lower_ascii(cell(row, 2));
            add_alias(*listing, cell(row, 3), type == "fka" ? AliasKind::Former : AliasKind::Plain);
        }
        return std::monostate{};
    }

    Status read_addresses() {
        const auto table = TRY(table_of(tables_.addresses, named(tables_.path, "add")));
        for (const auto& error : table.refused) collector_.refuse(error);
        for (const auto& row : table.rows) {
            Listing* listing = party(row, "add");
            if (listing == nullptr) continue;
            std::string address;
            for (const std::size_t at : {2U, 3U, 4U}) {
                const auto part = cell(row, at);
                if (!part.empty()) address += (address.empty() ? "" : ", ") + part;
            }
            add_once(listing->addresses, std::move(address));
            if (const auto country = cell(row, 4); country != "undetermined") {
                collector_.add_country(*listing, country);
            }
        }
        return std::monostate{};
    }

    Status read_comments() {
        const auto table = TRY(table_of(tables_.comments, named(tables_.path, "comments")));
        for (const auto& error : table.refused) collector_.refuse(error);
        for (const auto& row : table.rows) {
            if (Listing* listing = party(row, "comments")) listing->note += cell(row, 1);
        }
        return std::monostate{};
    }

    const OfacTables& tables_;
    bool sdn_;
    Collector collector_;
    std::vector<Listing> listings_;
    std::vector<std::string> ids_;
    std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace

bool is_ofac_csv(std::string_view head) {
    const auto line = head.substr(0, head.find('\n'));
    const auto table = read_csv(line, {"", ',', false});
    if (!table || table->rows.size() != 1) return false;
    const auto& cells = table->rows[0].cells;
    return cells.size() == kMainColumns && line.find("-0-") != std::string_view::npos &&
           !cells[0].empty() && cells[0].find_first_not_of("0123456789") == std::string::npos;
}

Result<std::vector<Imported>> read_ofac_csv(const OfacTables& tables, const ImportLimits& limits) {
    return Reader(tables, limits, !is_ofac_consolidated(tables.path)).run();
}

}  // namespace cordon::lists
