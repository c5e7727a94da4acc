// SPDX-License-Identifier: Apache-2.0
// OFAC's classic sdn.xml and consolidated.xml: one sdnEntry a party, everything inside it.

#include "base/text.h"
#include "lists/born.h"
#include "lists/collector.h"
#include "lists/formats.h"
#include "lists/ofac_names.h"
#include "lists/printed_date.h"
#include "lists/row.h"
#include "lists/xml_reader.h"

namespace cordon::lists {

namespace {

/// "LAST, First"; a company has a last name only.
std::string name_of(const XmlNode& node) {
    const auto last = node.text_of("lastName");
    const auto first = node.text_of("firstName");
    if (last.empty() || first.empty()) return last + first;
    return last + ", " + first;
}

void fill_people(Listing& listing, const XmlNode& entry) {
    for (const auto* item : entry.below("dateOfBirthItem")) {
        const auto born = born_of(item->text_of("dateOfBirth"), SlashOrder::MonthDayYear);
        add_birth(listing, born);
    }
    for (const auto* item : entry.below("placeOfBirthItem")) {
        add_once(listing.birthplaces, item->text_of("placeOfBirth"));
    }
}

Status add_entry(const XmlNode& entry, bool sdn, Collector& collector) {
    const auto uid = entry.text_of("uid");
    Listing listing;
    listing.name = name_of(entry);
    if (listing.name.empty() || uid.empty()) {
        collector.refuse(entry.line, "sdnEntry " + uid, "The entry has no name or no uid.",
                         "uid and lastName");
        return std::monostate{};
    }
    listing.kind = ofac_kind(entry.text_of("sdnType"));
    if (const XmlNode* list = entry.child("programList")) {
        for (const auto* programme : list->all("program")) {
            add_once(listing.programmes, programme->all_text());
        }
    }
    listing.list = ofac_list(sdn ? "SDN List" : "", listing.programmes);
    for (const auto* aka : entry.below("aka")) {
        auto kind =
            to_lower_ascii(aka->text_of("category")) == "weak" ? AliasKind::Weak : AliasKind::Plain;
        if (to_lower_ascii(aka->text_of("type")).starts_with("f.k.a")) kind = AliasKind::Former;
        add_alias(listing, name_of(*aka), kind);
    }
    for (const auto* address : entry.below("address")) {
        std::string text;
        for (const char* part : {"address1", "address2", "address3", "city", "stateOrProvince",
                                 "postalCode", "country"}) {
            const auto piece = address->text_of(part);
            if (!piece.empty()) text += (text.empty() ? "" : ", ") + piece;
        }
        add_once(listing.addresses, std::move(text));
        collector.add_country(listing, address->text_of("country"));
    }
    for (const auto* document : entry.below("id")) {
        collector.add_identifier(listing,
                                 {document->text_of("idType"), document->text_of("idNumber"),
                                  document->text_of("idCountry")});
    }
    if (const XmlNode* vessel = entry.child("vesselInfo")) {
        collector.add_identifier(listing, {"Call Sign", vessel->text_of("callSign"), ""});
    }
    fill_people(listing, entry);
    listing.note = entry.text_of("title");
    const auto remarks = entry.text_of("remarks");
    listing.note += (listing.note.empty() || remarks.empty() ? "" : "; ") + remarks;
    return collector.add(std::move(listing), uid);
}

}  // namespace

Result<std::vector<Imported>> read_ofac_xml(ByteSource& source, const std::string& path,
                                            const ImportLimits& limits) {
    XmlReader xml(source, path, limits);
    const bool sdn = !is_ofac_consolidated(path);
    Collector collector(ofac_source(sdn), path, limits);
    while (TRY(xml.next())) {
        const std::string name(xml.name());
        if (name != "Publish_Date" && name != "sdnEntry") continue;
        const auto node = TRY(xml.take());
        if (name == "sdnEntry") {
            TRY(add_entry(node, sdn, collector));
        } else if (const auto day = printed_date(node.all_text(), DateForm::MonthDayYear)) {
            collector.set_vintage(day->to_iso());
        }
    }
    std::vector<Imported> imported;
    imported.push_back(collector.finish());
    return imported;
}

}  // namespace cordon::lists
