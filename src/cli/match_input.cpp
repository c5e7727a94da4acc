// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "base/country.h"
#include "base/text.h"
#include "cli/matching.h"
#include "sheets/sheet.h"

namespace cordon::cli {

Error wrong_option(std::string message, std::string expected, std::string remedy,
                   std::string option) {
    return {std::move(message),
            std::move(expected),
            std::move(remedy),
            {"", 0, 0, std::move(option)},
            {}};
}

namespace {

Result<names::NameKind> kind_of(const std::string& text) {
    if (text.empty()) return names::NameKind::Unknown;
    if (text == "organisation") return names::NameKind::Organisation;
    if (text == "person") return names::NameKind::Person;
    return wrong_option("there is no kind \"" + text + "\"", "organisation or person",
                        "leave it out when it is not known", "--kind");
}

/// "LEI 5493…", "Tax ID No. 12 345", or the value alone. The value begins with the first word that
/// has a digit; where none has, it is the last.
names::Identifier identifier_of(std::string_view text, std::string_view country) {
    std::size_t value = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        const auto word = text.substr(at, end - at);
        if (!word.empty()) value = at;
        if (word.find_first_of("0123456789") != std::string_view::npos) break;
        at = end + 1;
    }
    return names::identifier(text.substr(0, value), text.substr(value), country);
}

Status add_country(screening::PartyQuery& query, const std::string& text) {
    if (trimmed(text).empty()) return std::monostate{};
    const auto country = TRY(Country::from_name(trimmed(text)));
    query.countries.emplace_back(country.code());
    return std::monostate{};
}

std::string first_country(const screening::PartyQuery& query) {
    return query.countries.empty() ? "" : query.countries.front();
}

Result<std::size_t> column(const CsvTable& table, const std::string& name,
                           const std::string& option, const std::string& file) {
    const auto at = std::find(table.header.begin(), table.header.end(), name);
    if (at != table.header.end()) return static_cast<std::size_t>(at - table.header.begin());
    auto columns = table.header;
    std::erase_if(columns, [](const std::string& column) { return trimmed(column).empty(); });
    if (columns.empty()) {
        return Error{"the columns of the table have no names",
                     "names of columns in the first row",
                     "write them there, one of them \"" + name + "\"",
                     {file, 1, 0, option},
                     {}};
    }
    const auto near = nearest(name, columns);
    return Error{"there is no column \"" + name + "\"",
                 "one of " + list_of(columns),
                 near.empty() ? "name one of them" : "perhaps \"" + near + "\" was meant",
                 {file, 1, 0, option},
                 {}};
}

std::string name_column(const MatchOptions& options) {
    return options.name_column.empty() ? "name" : options.name_column;
}

struct Columns {
    std::size_t name = 0;
    std::optional<std::size_t> country, identifier, address;
};

Result<Columns> columns_of(const CsvTable& table, const MatchOptions& options) {
    Columns columns;
    columns.name = TRY(column(table, name_column(options), "--name-column", options.file));
    const auto optional = [&](const std::string& name, const std::string& option,
                              std::optional<std::size_t>& out) -> Status {
        if (name.empty()) return std::monostate{};
        out = TRY(column(table, name, option, options.file));
        return std::monostate{};
    };
    TRY(optional(options.country_column, "--country-column", columns.country));
    TRY(optional(options.identifier_column, "--identifier-column", columns.identifier));
    TRY(optional(options.address_column, "--address-column", columns.address));
    return columns;
}

std::string cell(const CsvRow& row, std::size_t at) {
    return at < row.cells.size() ? std::string(trimmed(row.cells[at])) : "";
}

Result<GivenParty> party_of_row(const CsvRow& row, const Columns& columns,
                                const MatchOptions& options) {
    GivenParty party;
    party.row = row.cells;
    party.query.kind = TRY(kind_of(options.kind));
    const auto name = cell(row, columns.name);
    if (name.empty()) {
        return Error{"the row has no name",
                     "a name in column \"" + name_column(options) + "\"",
                     "fill it in; a party without a name cannot be matched",
                     {options.file, row.line, 0, name_column(options)},
                     {}};
    }
    party.query.names.push_back(name);
    if (columns.country) {
        const auto status = add_country(party.query, cell(row, *columns.country));
        if (!status) {
            return status.error().at({options.file, row.line, 0, options.country_column});
        }
    }
    if (columns.identifier && !cell(row, *columns.identifier).empty()) {
        party.query.identifiers.push_back(
            identifier_of(cell(row, *columns.identifier), first_country(party.query)));
    }
    if (columns.address && !cell(row, *columns.address).empty()) {
        party.query.addresses.push_back(cell(row, *columns.address));
    }
    return party;
}

}  // namespace

std::string reviews_file(const Common& common, const std::string& named) {
    return named.empty() ? common.home + "/reviews.ndjson" : named;
}

Status known_lists(const std::vector<std::string>& lists,
                   std::initializer_list<const lists::Snapshot*> snapshots) {
    if (lists.empty()) return std::monostate{};
    std::set<std::string> there;
    for (const auto* snapshot : snapshots) {
        for (std::uint32_t i = 0; i < snapshot->size(); ++i) {
            there.insert(snapshot->listing(i).list);
        }
    }
    for (const auto& list : lists) {
        if (there.contains(list)) continue;
        const std::vector<std::string> known(there.begin(), there.end());
        const auto near = nearest(list, known);
        return wrong_option("there is no list \"" + list + "\" among those imported",
                            "one of " + list_of(known),
                            near.empty() ? "name one of them, or import the list first"
                                         : "perhaps \"" + near + "\" was meant",
                            "--list");
    }
    return std::monostate{};
}

Result<GivenParty> given_party(const MatchOptions& options, const std::string& name) {
    GivenParty party;
    party.query.kind = TRY(kind_of(options.kind));
    party.query.names.push_back(name);
    for (const auto& country : options.countries) {
        const auto status = add_country(party.query, country);
        if (!status) return status.error().at({"", 0, 0, "--country"});
    }
    for (const auto& identifier : options.identifiers) {
        party.query.identifiers.push_back(identifier_of(identifier, first_country(party.query)));
    }
    party.query.addresses = options.addresses;
    return party;
}

Result<GivenParties> given_parties(const Common& common, const MatchOptions& options,
                                   Mistakes& mistakes) {
    GivenParties given;
    if (options.file.empty()) {
        for (const auto& name : options.names) {
            given.parties.push_back(TRY(given_party(options, name)));
        }
        return given;
    }
    sheets::SheetLimits limits;
    limits.read = common.limits;
    const auto table = TRY(sheets::read_table(options.file, options.sheet, limits));
    const auto columns = TRY(columns_of(table, options));
    mistakes.add(table.refused);
    given.header = table.header;
    for (const auto& row : table.rows) {
        auto party = party_of_row(row, columns, options);
        if (!party) {
            mistakes.add(party.error());
            continue;
        }
        given.parties.push_back(std::move(*party));
    }
    return given;
}

}  // namespace cordon::cli
