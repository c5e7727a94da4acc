// SPDX-License-Identifier: Apache-2.0
// UN Security Council Consolidated List: INDIVIDUAL and ENTITY records, names in up to four parts,
// births with a kind (EXACT, APPROXIMATELY, BETWEEN), empty elements for what is not known.
#include "base/text.h"
#include "lists/born.h"
#include "lists/collector.h"
#include "lists/formats.h"
#include "lists/row.h"
#include "lists/xml_reader.h"

namespace cordon::lists {

namespace {

std::string joined(const XmlNode& node, std::initializer_list<std::string_view> parts,
                   std::string_view between) {
    std::vector<std::string> texts;
    for (const auto part : parts) texts.push_back(node.text_of(part));
    return lists::joined(texts, between);
}

class Reader {
public:
    Reader(const std::string& path, const ImportLimits& limits)
        : collector_({"un", "UN Security Council Consolidated List"}, path, limits) {}

    Collector& collector() { return collector_; }

    Status record(const XmlNode& node) {
        const bool person = node.name == "INDIVIDUAL";
        const std::string prefix = person ? "INDIVIDUAL_" : "ENTITY_";
        const auto reference = node.text_of("REFERENCE_NUMBER");
        Listing listing;
        listing.list = "other";
        listing.kind = person ? "person" : "company";
        listing.name =
            joined(node, {"FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"}, " ");
        if (listing.name.empty()) {
            collector_.refuse(node.line, node.name + " " + reference, "The record has no name.",
                              "FIRST_NAME");
            return std::monostate{};
        }
        add_alias(listing, node.text_of("NAME_ORIGINAL_SCRIPT"));
        for (const auto* alias : node.all(prefix + "ALIAS")) add_names(listing, *alias);
        for (const auto* address : node.all(prefix + "ADDRESS")) add_address(listing, *address);
        for (const auto* birth : node.all("INDIVIDUAL_DATE_OF_BIRTH")) add_birth(listing, *birth);
        for (const auto* place : node.all("INDIVIDUAL_PLACE_OF_BIRTH")) {
            add_once(listing.birthplaces,
                     joined(*place, {"CITY", "STATE_PROVINCE", "COUNTRY"}, ", "));
        }
        for (const auto* document : node.all("INDIVIDUAL_DOCUMENT")) {
            auto label = document->text_of("TYPE_OF_DOCUMENT");
            if (label.empty()) label = document->text_of("TYPE_OF_DOCUMENT2");
            auto country = document->text_of("ISSUING_COUNTRY");
            if (country.empty()) country = document->text_of("COUNTRY_OF_ISSUE");
            collector_.add_identifier(listing, {label, document->text_of("NUMBER"), country});
        }
        const auto listed = Date::from_iso(node.text_of("LISTED_ON").substr(0, 10));
        if (listed) listing.effective = *listed;
        const auto regime = node.text_of("UN_LIST_TYPE");
        listing.programmes.push_back(regime.empty() ? "UN" : "UN " + regime);
        listing.citation = reference;
        listing.note = node.text_of("COMMENTS1");
        return collector_.add(std::move(listing), reference);
    }

private:
    static void add_names(Listing& listing, const XmlNode& alias) {
        const auto quality = to_lower_ascii(alias.text_of("QUALITY"));
        auto kind = AliasKind::Plain;
        if (quality == "low") kind = AliasKind::Weak;
        if (quality == "f.k.a." || quality == "fka") kind = AliasKind::Former;
        add_alias(listing, alias.text_of("ALIAS_NAME"), kind);
    }

    void add_address(Listing& listing, const XmlNode& address) {
        add_once(
            listing.addresses,
            joined(address, {"STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY"}, ", "));
        collector_.add_country(listing, address.text_of("COUNTRY"));
    }

    static void add_birth(Listing& listing, const XmlNode& birth) {
        auto text = joined(birth, {"DATE", "YEAR"}, " ");
        if (const auto date = birth.text_of("DATE"); !date.empty()) text = date;
        if (text.empty()) text = joined(birth, {"FROM_YEAR", "TO_YEAR"}, " to ");
        if (text.empty()) text = birth.text_of("NOTE");
        auto born = born_of(text);
        if (!born) return;
        if (birth.text_of("TYPE_OF_DATE") == "APPROXIMATELY") born->about = true;
        lists::add_birth(listing, born);
    }

    Collector collector_;
};

}  // namespace

Result<std::vector<Imported>> read_un(ByteSource& source, const std::string& path,
                                      const ImportLimits& limits) {
    XmlReader xml(source, path, limits);
    Reader reader(path, limits);
    while (TRY(xml.next())) {
        const auto name = xml.name();
        if (name == "CONSOLIDATED_LIST") {
            const auto day = xml.attribute("dateGenerated").substr(0, 10);
            if (Date::from_iso(day)) reader.collector().set_vintage(day);
        } else if (name == "INDIVIDUAL" || name == "ENTITY") {
            const auto record = TRY(xml.take());
            TRY(reader.record(record));
        }
    }
    std::vector<Imported> imported;
    imported.push_back(reader.collector().finish());
    return imported;
}

}  // namespace cordon::lists
