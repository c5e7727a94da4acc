// SPDX-License-Identifier: Apache-2.0
// EU Financial Sanctions Files, xmlFullSanctionsList 1.1: everything stands in attributes, empty
// ones are printed as "", an unknown country is "00". `strong` says whether a name is a strong one.
// The file gives the dates of the acts, not of the listing: the first act that names the party is
// the day of publication.
#include <algorithm>

#include "base/text.h"
#include "lists/born.h"
#include "lists/collector.h"
#include "lists/date_words.h"
#include "lists/formats.h"
#include "lists/row.h"
#include "lists/xml_reader.h"

namespace cordon::lists {

namespace {

std::string whole_name(const XmlNode& alias) {
    auto name = tidy(alias.attribute("wholeName"));
    if (name.empty()) {
        name = joined({alias.attribute("firstName"), alias.attribute("middleName"),
                       alias.attribute("lastName")},
                      " ");
    }
    return name;
}

/// A code that means a country; "00" is none.
std::string country_of(const XmlNode& node) {
    const auto code = node.attribute("countryIso2Code");
    return code == "00" ? std::string() : code;
}

class Reader {
public:
    Reader(const std::string& path, const ImportLimits& limits)
        : collector_({"eu", "EU Financial Sanctions Files"}, path, limits) {}

    Collector& collector() { return collector_; }

    Status entity(const XmlNode& node) {
        auto id = node.attribute("euReferenceNumber");
        if (id.empty()) id = node.attribute("logicalId");
        Listing listing;
        listing.list = "other";
        const XmlNode* type = node.child("subjectType");
        const auto kind = type == nullptr ? "" : type->attribute("classificationCode");
        listing.kind = kind == "P" ? "person" : kind == "E" ? "company" : "";
        add_names(listing, node);
        if (listing.name.empty()) {
            collector_.refuse(node.line, "sanctionEntity " + id, "The record has no name.",
                              "nameAlias with wholeName");
            return std::monostate{};
        }
        for (const auto* address : node.all("address")) add_address(listing, *address);
        for (const auto* birth : node.all("birthdate")) add_birth(listing, *birth);
        for (const auto* document : node.all("identification")) {
            auto value = document->attribute("number");
            if (value.empty()) value = document->attribute("latinNumber");
            collector_.add_identifier(listing,
                                      {document->attribute("identificationTypeDescription"), value,
                                       country_of(*document)});
        }
        add_acts(listing, node);
        for (const auto* remark : node.all("remark")) {
            const auto text = remark->all_text();
            listing.note += (listing.note.empty() || text.empty() ? "" : "; ") + text;
        }
        return collector_.add(std::move(listing), id);
    }

private:
    /// The first strong name in English, or in no language, is the name; the others are aliases.
    static void add_names(Listing& listing, const XmlNode& node) {
        const auto names = node.all("nameAlias");
        const XmlNode* first = nullptr;
        for (const int round : {0, 1, 2}) {
            for (const auto* alias : names) {
                if (first != nullptr || whole_name(*alias).empty()) continue;
                const auto language = alias->attribute("nameLanguage");
                const bool english = language.empty() || language == "EN";
                const bool strong = alias->attribute("strong") != "false";
                if (round == 0 ? (english && strong) : round == 1 ? strong : true) first = alias;
            }
        }
        if (first == nullptr) return;
        listing.name = whole_name(*first);
        for (const auto* alias : names) {
            add_alias(listing, whole_name(*alias),
                      alias->attribute("strong") == "false" ? AliasKind::Weak : AliasKind::Plain);
        }
    }

    void add_address(Listing& listing, const XmlNode& node) {
        const auto code = country_of(node);
        auto country = code.empty() ? std::string() : node.attribute("countryDescription");
        add_once(listing.addresses,
                 tidy(joined({node.attribute("street"), node.attribute("poBox"),
                              node.attribute("zipCode"), node.attribute("city"),
                              node.attribute("place"), node.attribute("region"), country},
                             ", ")));
        collector_.add_country(listing, code);
    }

    static void add_birth(Listing& listing, const XmlNode& node) {
        if (listing.born.size() > kTextsMax) return;  // refused as a whole, see Collector::add
        const auto calendar = node.attribute("calendarType");
        add_once(listing.birthplaces,
                 joined({node.attribute("city"), node.attribute("place"), node.attribute("region"),
                         country_of(node).empty() ? "" : node.attribute("countryDescription")},
                        ", "));
        if (!calendar.empty() && calendar != "GREGORIAN") return;
        std::optional<Born> born;
        if (const auto day = Date::from_iso(node.attribute("birthdate"))) born = Born{*day, *day};
        if (const auto year = date_number(node.attribute("year")); !born && year) {
            born = born_on(*year, date_number(node.attribute("monthOfYear")),
                           date_number(node.attribute("dayOfMonth")));
        }
        if (!born) {
            const auto from = date_number(node.attribute("yearRangeFrom"));
            const auto to = date_number(node.attribute("yearRangeTo"));
            if (!from && !to) return;
            born = born_on(from ? *from : *to, {}, {});
            const auto last = born_on(to ? *to : *from, {}, {});
            if (!born || !last || last->last < born->first) return;
            born->last = last->last;
        }
        if (!born) return;
        born->about = node.attribute("circa") == "true";
        lists::add_birth(listing, born);
    }

    static void add_acts(Listing& listing, const XmlNode& node) {
        auto acts = node.all("regulation");
        for (const auto* act : node.below("regulationSummary")) acts.push_back(act);
        for (const auto* act : acts) {
            const auto day = Date::from_iso(act->attribute("publicationDate"));
            if (day && (!listing.published || *day < *listing.published)) {
                listing.published = *day;
                listing.citation = act->attribute("numberTitle");
            }
            if (const auto programme = act->attribute("programme"); !programme.empty()) {
                add_once(listing.programmes, "EU " + programme);
            }
        }
        const auto designated = Date::from_iso(node.attribute("designationDate"));
        if (designated) listing.effective = *designated;
    }

    Collector collector_;
};

}  // namespace

Result<std::vector<Imported>> read_eu(ByteSource& source, const std::string& path,
                                      const ImportLimits& limits) {
    XmlReader xml(source, path, limits);
    Reader reader(path, limits);
    while (TRY(xml.next())) {
        const auto name = xml.name();
        if (name == "export") {
            const auto day = xml.attribute("generationDate").substr(0, 10);
            if (Date::from_iso(day)) reader.collector().set_vintage(day);
        } else if (name == "sanctionEntity") {
            const auto entity = TRY(xml.take());
            TRY(reader.entity(entity));
        }
    }
    std::vector<Imported> imported;
    imported.push_back(reader.collector().finish());
    return imported;
}

}  // namespace cordon::lists
