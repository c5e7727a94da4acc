// SPDX-License-Identifier: Apache-2.0
// UK Sanctions List, as XML (one Designation a party) and as CSV (one row for each combination of a
// name, an address and so on, tied together by the Unique ID). Dates are dd/mm/yyyy with "dd" and
// "mm" for what is not known; the words for kinds of names are spelled in several ways.
#include <unordered_map>

#include "base/csv.h"
#include "base/text.h"
#include "lists/born.h"
#include "lists/collector.h"
#include "lists/formats.h"
#include "lists/printed_date.h"
#include "lists/row.h"
#include "lists/xml_reader.h"

namespace cordon::lists {

namespace {

Collector::Source source_of_uk() {
    return {"uk-sanctions", "UK Sanctions List"};
}

/// One name with what the list says of it.
struct PrintedName {
    std::string text;
    std::string type;      ///< "Primary Name", "Primary name variation", "Alias", "ALias", "AKA"
    std::string strength;  ///< "Good quality", "Low quality" or ""
};

/// A party as both formats give it, before its primary name is chosen.
struct Party {
    Listing listing;
    std::vector<PrintedName> names;
    std::string id;
    std::uint32_t line = 0;
};

void add_name(Party& party, PrintedName name) {
    const auto known = [&](const PrintedName& other) { return other.text == name.text; };
    if (party.names.size() > kTextsMax + 1) return;  // refused as a whole, see Collector::add
    if (name.text.empty() || std::any_of(party.names.begin(), party.names.end(), known)) return;
    party.names.push_back(std::move(name));
}

std::string kind_of(std::string_view printed) {
    const auto kind = to_lower_ascii(trimmed(printed));
    if (kind == "individual") return "person";
    if (kind == "entity") return "company";
    if (kind == "ship" || kind == "vessel") return "vessel";
    return "";
}

std::optional<Date> day_of(std::string_view printed) {
    if (const auto day = printed_date(printed, DateForm::DayMonthYear)) return day;
    if (const auto day = printed_date(printed, DateForm::Iso)) return day;
    return printed_date(printed, DateForm::MonthInWords);
}

void add_birth(Listing& listing, std::string_view printed) {
    lists::add_birth(listing, born_of(printed, SlashOrder::DayMonthYear));
}

/// The first primary name is the name; every other one is an alias.
Status settle_party(Party party, Collector& collector) {
    auto& listing = party.listing;
    const auto primary =
        std::find_if(party.names.begin(), party.names.end(), [](const PrintedName& name) {
            return to_lower_ascii(trimmed(name.type)) == "primary name";
        });
    if (primary != party.names.end()) {
        listing.name = primary->text;
    } else if (!party.names.empty()) {
        listing.name = party.names.front().text;
    }
    if (listing.name.empty()) {
        collector.refuse(party.line, "Unique ID " + party.id, "The designation has no name.",
                         "a primary name");
        return std::monostate{};
    }
    const auto originals = std::move(listing.aliases);
    listing.aliases.clear();
    for (const auto& name : party.names) {
        const auto strength = to_lower_ascii(name.strength);
        const auto type = to_lower_ascii(name.type);
        auto kind = AliasKind::Plain;
        if (strength.starts_with("low")) kind = AliasKind::Weak;
        if (type.find("former") != std::string::npos || type == "fka") kind = AliasKind::Former;
        add_alias(listing, name.text, kind);
    }
    for (const auto& original : originals) add_alias(listing, original);
    listing.list = "uk_sanctions";
    return collector.add(std::move(listing), party.id);
}

class XmlParty {
public:
    XmlParty(const XmlNode& node, Collector& collector) : node_(node), collector_(collector) {}

    Party read() {
        party_.id = node_.text_of("UniqueID");
        party_.line = node_.line;
        auto& listing = party_.listing;
        listing.kind = kind_of(node_.text_of("IndividualEntityShip"));
        for (const auto* name : node_.below("Name")) {
            if (name->children.empty() || name->child("NameType") == nullptr) continue;
            std::vector<std::string> parts;
            for (const char* part : {"Name1", "Name2", "Name3", "Name4", "Name5", "Name6"}) {
                parts.push_back(name->text_of(part));
            }
            add_name(party_, {joined(parts, " "), name->text_of("NameType"),
                              name->text_of("AliasStrength")});
        }
        for (const auto* name : node_.below("NameNonLatinScript")) {
            add_once(listing.aliases, name->all_text());
        }
        for (const auto* address : node_.below("Address")) add_address(*address);
        for (const auto* birth : node_.below("DOB")) add_birth(listing, birth->all_text());
        for (const auto* place : node_.below("Location")) {
            add_once(
                listing.birthplaces,
                joined({place->text_of("TownOfBirth"), place->text_of("CountryOfBirth")}, ", "));
        }
        for (const auto& [element, label] :
             {std::pair{"PassportNumber", "Passport"},
              std::pair{"NationalIdentifierNumber", "National Identifier"},
              std::pair{"BusinessRegistrationNumber", "Business Registration Number"},
              std::pair{"IMONumber", "IMO number"},
              std::pair{"HullIdentificationNumber", "Hull Identification Number"}}) {
            for (const auto* value : node_.below(element)) {
                collector_.add_identifier(listing,
                                          identifier_with_country(label, value->all_text()));
            }
        }
        listing.effective = day_of(node_.text_of("DateDesignated"));
        if (auto regime = node_.text_of("RegimeName"); !regime.empty()) {
            listing.programmes.push_back(std::move(regime));
        }
        listing.note = node_.text_of("SanctionsImposed");
        return std::move(party_);
    }

private:
    void add_address(const XmlNode& address) {
        std::vector<std::string> parts;
        for (const char* part :
             {"AddressLine1", "AddressLine2", "AddressLine3", "AddressLine4", "AddressLine5",
              "AddressLine6", "AddressPostalCode", "AddressCountry"}) {
            parts.push_back(address.text_of(part));
        }
        add_once(party_.listing.addresses, joined(parts, ", "));
        collector_.add_country(party_.listing, address.text_of("AddressCountry"));
    }

    const XmlNode& node_;
    Collector& collector_;
    Party party_;
};

/// "Name non-latin script" and "Name non-latin-script" are one column.
std::string column_key(std::string_view header) {
    std::string key;
    for (const char c : to_lower_ascii(header)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
    }
    return key;
}

class CsvParties {
public:
    explicit CsvParties(const CsvTable& table) {
        for (std::size_t i = 0; i < table.header.size(); ++i) {
            columns_.emplace(column_key(table.header[i]), i);
        }
    }

    void row(const CsvRow& row, Collector& collector) {
        row_ = &row;
        const auto id = cell("uniqueid");
        if (id.empty()) {
            collector.refuse(row.line, "Unique ID", "The row has no Unique ID.",
                             "an id such as RUS0001");
            return;
        }
        const auto [at, is_new] = places_.try_emplace(id, parties_.size());
        if (is_new) {
            parties_.emplace_back();
            parties_.back().id = id;
            parties_.back().line = row.line;
        }
        fill(parties_[at->second], collector);
    }

    std::vector<Party>& parties() { return parties_; }

private:
    [[nodiscard]] std::string cell(const std::string& key) const {
        const auto column = columns_.find(key);
        if (column == columns_.end() || column->second >= row_->cells.size()) return {};
        return tidy(row_->cells[column->second]);
    }

    std::string cells(std::initializer_list<const char*> keys, std::string_view between) const {
        std::vector<std::string> parts;
        for (const char* key : keys) parts.push_back(cell(key));
        return joined(parts, between);
    }

    void fill(Party& party, Collector& collector) {
        auto& listing = party.listing;
        add_name(party, {cells({"name1", "name2", "name3", "name4", "name5", "name6"}, " "),
                         cell("nametype"), cell("aliasstrength")});
        add_once(listing.aliases, cell("namenonlatinscript"));
        if (listing.kind.empty()) listing.kind = kind_of(cell("designationtype"));
        add_once(listing.addresses,
                 cells({"addressline1", "addressline2", "addressline3", "addressline4",
                        "addressline5", "addressline6", "addresspostalcode", "addresscountry"},
                       ", "));
        collector.add_country(listing, cell("addresscountry"));
        add_birth(listing, cell("dob"));
        add_once(listing.birthplaces, cells({"townofbirth", "countryofbirth"}, ", "));
        for (const auto& [key, label] :
             {std::pair{"passportnumber", "Passport"},
              std::pair{"nationalidentifiernumber", "National Identifier"},
              std::pair{"businessregistrationnumbers", "Business Registration Number"},
              std::pair{"imonumber", "IMO number"},
              std::pair{"hullidentificationnumberhin", "Hull Identification Number"}}) {
            collector.add_identifier(listing, identifier_with_country(label, cell(key)));
        }
        if (!listing.effective) listing.effective = day_of(cell("datedesignated"));
        add_once(listing.programmes, cell("regimename"));
        if (listing.note.empty()) listing.note = cell("sanctionsimposed");
    }

    std::unordered_map<std::string, std::size_t> columns_;
    std::unordered_map<std::string, std::size_t> places_;
    std::vector<Party> parties_;
    const CsvRow* row_ = nullptr;
};

std::string_view first_line(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return text.substr(0, text.find('\n'));
}

}  // namespace

Result<std::vector<Imported>> read_uk_xml(ByteSource& source, const std::string& path,
                                          const ImportLimits& limits) {
    XmlReader xml(source, path, limits);
    Collector collector(source_of_uk(), path, limits);
    while (TRY(xml.next())) {
        const auto name = xml.name();
        if (name == "Designation") {
            const auto node = TRY(xml.take());
            TRY(settle_party(XmlParty(node, collector).read(), collector));
        } else if (name == "DateGenerated") {
            const auto node = TRY(xml.take());
            if (const auto day = day_of(node.all_text())) collector.set_vintage(day->to_iso());
        }
    }
    std::vector<Imported> imported;
    imported.push_back(collector.finish());
    return imported;
}

bool is_uk_csv(std::string_view head) {
    auto line = first_line(head);
    if (line.starts_with("Report Date")) {
        head.remove_prefix(std::min(head.size(), head.find('\n') + 1));
        line = first_line(head);
    }
    return line.find("Unique ID") != std::string_view::npos &&
           line.find("OFSI Group ID") != std::string_view::npos &&
           line.find("Name 6") != std::string_view::npos;
}

Result<std::vector<Imported>> read_uk_csv(std::string_view text, const std::string& path,
                                          const ImportLimits& limits) {
    Collector collector(source_of_uk(), path, limits);
    std::uint32_t above = 0;
    if (const auto line = first_line(text); line.starts_with("Report Date")) {
        const auto colon = line.find(':');
        const auto printed = colon == std::string_view::npos ? "" : line.substr(colon + 1);
        if (const auto day = day_of(trimmed(printed).substr(0, 11))) {
            collector.set_vintage(day->to_iso());
        }
        text.remove_prefix(std::min(text.size(), text.find('\n') + 1));
        above = 1;
    }
    const auto table = TRY(read_csv(text, {path, ',', true}));
    CsvParties parties(table);
    for (auto row : table.rows) {
        row.line += above;
        parties.row(row, collector);
    }
    for (auto error : table.refused) {
        error.position.line += above;
        collector.refuse(std::move(error));
    }
    for (auto& party : parties.parties()) TRY(settle_party(std::move(party), collector));
    std::vector<Imported> imported;
    imported.push_back(collector.finish());
    return imported;
}

}  // namespace cordon::lists
