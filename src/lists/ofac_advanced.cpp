// SPDX-License-Identifier: Apache-2.0
// OFAC's sdn_advanced.xml and cons_advanced.xml, the UN's advanced sanctions data model.
//
// Everything points at something else by number: first come the reference values (what feature 8
// is, what country 11082 is), then places, then documents by identity, then the parties, and last
// the entries that say which list a party is on, since when and under which programme. So tables
// are kept for the first three, parties wait for their entry, and the file is read once. One party
// on two lists becomes two listings. Nationality and citizenship are features too; they are not
// taken. Tested by ofac_test.cpp.
#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "lists/born.h"
#include "lists/collector.h"
#include "lists/date_words.h"
#include "lists/formats.h"
#include "lists/ofac_names.h"
#include "lists/row.h"
#include "lists/xml_reader.h"

namespace cordon::lists {

namespace {

using Names = std::unordered_map<std::string, std::string>;

const std::string& look_up(const Names& names, const std::string& id) {
    static const std::string none;
    const auto found = names.find(id);
    return found == names.end() ? none : found->second;
}

/// Values of the reference sets by the name of their element and their number.
class References {
public:
    void add(const XmlNode& node) {
        const auto id = node.attribute("ID");
        auto text = node.all_text();
        if (node.name == "AreaCode" || node.name == "Country") {
            // "CU" with a Description, or "Cuba" with or without an ISO2.
            const auto iso = node.attribute("ISO2");
            if (!iso.empty()) text = iso;
            sets_["Country"].try_emplace(node.name == "Country" ? id : node.attribute("CountryID"),
                                         text);
        }
        if (node.name == "PartySubType") {
            sets_["PartyTypeOfSub"][id] = node.attribute("PartyTypeID");
        }
        sets_[node.name][id] = std::move(text);
    }
    [[nodiscard]] const std::string& name(const std::string& set, const std::string& id) const {
        static const Names none;
        const auto found = sets_.find(set);
        return look_up(found == sets_.end() ? none : found->second, id);
    }

private:
    std::unordered_map<std::string, Names> sets_;
};

struct Place {
    std::string text;
    std::string country;  ///< as the reference values have it
};

std::optional<Born> day_of(const XmlNode* node) {
    if (node == nullptr) return {};
    const auto year = date_number(node->text_of("Year"));
    if (!year) return {};
    return born_on(*year, date_number(node->text_of("Month")), date_number(node->text_of("Day")));
}

/// A period is four days: the earliest and latest start, the earliest and latest end.
std::optional<Born> born_in(const XmlNode& period) {
    const XmlNode* start = period.child("Start");
    const XmlNode* end = period.child("End");
    const auto first = day_of(start == nullptr ? nullptr : start->child("From"));
    if (!first) return {};
    auto last = day_of(end == nullptr ? nullptr : end->child("To"));
    if (!last && end != nullptr) last = day_of(end->child("From"));
    if (!last) last = day_of(start->child("To"));
    Born born = *first;
    if (last && last->last > born.last) born.last = last->last;
    born.about = start->attribute("Approximate") == "true";
    return born;
}

/// Han and kana are written without blanks between the parts of a name.
bool is_east_asian(std::string_view text) {
    return text.size() >= 3 && static_cast<unsigned char>(text[0]) >= 0xE3 &&
           static_cast<unsigned char>(text[0]) <= 0xE9;
}

/// Features that are numbers of the party.
bool is_number_feature(std::string_view name) {
    for (const std::string_view words :
         {"SWIFT", "BIK", "D-U-N-S", "ISIN", "Digital Currency", "Tail Number", "Serial Number",
          "Serial Identification", "Transponder", "Call Sign", "Construction Number", "MICEX"}) {
        if (name.find(words) != std::string_view::npos) return true;
    }
    return false;
}

struct Waiting {
    Listing listing;
    bool entered = false;  ///< some entry has named its list
};

class Reader {
public:
    Reader(std::string path, const ImportLimits& limits)
        : path_(std::move(path)), limits_(limits) {}

    void reference(const XmlNode& set) {
        for (const auto& value : set.children) {
            if (!value.name.empty()) references_.add(value);
        }
    }

    Status place(const XmlNode& node) {
        Place place;
        // The order on an envelope, whatever the order in the file.
        std::vector<std::pair<std::string, std::string>> parts;
        for (const auto* part : node.all("LocationPart")) {
            const auto type = part->attribute("LocPartTypeID");
            const auto values = part->all("LocationPartValue");
            auto best = values.empty() ? nullptr : values.front();
            for (const auto* value : values) {
                if (value->attribute("Primary") == "true") best = value;
            }
            if (best != nullptr) parts.emplace_back(type, best->text_of("Value"));
        }
        const auto rank = [](const std::string& type) {
            for (const auto& [id, order] :
                 {std::pair{"1451", 0}, std::pair{"1452", 1}, std::pair{"1453", 2},
                  std::pair{"1454", 3}, std::pair{"1450", 4}, std::pair{"1455", 5},
                  std::pair{"1456", 6}}) {
                if (type == id) return order;
            }
            return 7;
        };
        std::stable_sort(parts.begin(), parts.end(), [&](const auto& a, const auto& b) {
            return rank(a.first) < rank(b.first);
        });
        for (const auto& [type, text] : parts) {
            if (!text.empty()) place.text += (place.text.empty() ? "" : ", ") + text;
        }
        if (const XmlNode* country = node.child("LocationCountry")) {
            place.country = references_.name("Country", country->attribute("CountryID"));
        } else if (const XmlNode* area = node.child("LocationAreaCode")) {
            place.country = references_.name("AreaCode", area->attribute("AreaCodeID"));
        }
        if (!place.country.empty()) {
            place.text += (place.text.empty() ? "" : ", ") + place.country;
        }
        kept_ += place.text.size() + sizeof(Place);
        places_[node.attribute("ID")] = std::move(place);
        return bounded();
    }

    Status document(const XmlNode& node) {
        const auto value = node.text_of("IDRegistrationNo");
        if (value.empty()) return std::monostate{};
        kept_ += value.size() + sizeof(ListedIdentifier);
        documents_[node.attribute("IdentityID")].push_back(
            {references_.name("IDRegDocType", node.attribute("IDRegDocTypeID")), value,
             references_.name("Country", node.attribute("IssuedBy-CountryID"))});
        return bounded();
    }

    Status party(const XmlNode& node) {
        for (const auto* profile : node.all("Profile")) {
            auto id = profile->attribute("ID");
            if (id.empty()) id = node.attribute("FixedRef");
            Listing listing;
            fill_names(listing, *profile);
            if (listing.name.empty() || id.empty()) {
                refuse({"The party has no primary name or no number.",
                        "a Profile with an ID and an Identity with a primary Alias",
                        "The row is left out; the others are read.",
                        {path_, node.line, 0, "DistinctParty " + node.attribute("FixedRef")},
                        {}});
                continue;
            }
            fill_kind(listing, *profile);
            for (const auto* feature : profile->all("Feature")) fill_feature(listing, *feature);
            for (const auto* feature : node.all("Feature")) fill_feature(listing, *feature);
            if (auto comment = node.text_of("Comment"); !comment.empty()) {
                listing.note += (listing.note.empty() ? "" : "; ") + comment;
            }
            kept_ += sizeof(Waiting) + listing.name.size();
            if (places_of_.emplace(id, parties_.size()).second) {
                parties_.push_back({std::move(listing), false});
                ids_.push_back(id);
            }
        }
        return bounded();
    }

    void entry(const XmlNode& node) {
        const auto found = places_of_.find(node.attribute("ProfileID"));
        if (found == places_of_.end()) {
            refuse({"The entry is for a party that is not in the file.",
                    "the ProfileID of a party above",
                    "Fetch the file again, whole.",
                    {path_, node.line, 0, "SanctionsEntry " + node.attribute("ID")},
                    {}});
            return;
        }
        Entry entry;
        entry.party = found->second;
        for (const auto* measure : node.all("SanctionsMeasure")) {
            const auto& type =
                references_.name("SanctionsType", measure->attribute("SanctionsTypeID"));
            if (type.empty() || type == "Program") {
                add_once(entry.programmes, measure->text_of("Comment"));
            }
        }
        entry.list =
            ofac_list(references_.name("List", node.attribute("ListID")), entry.programmes);
        for (const auto* event : node.all("EntryEvent")) {
            const auto day = day_of(event->child("Date"));
            if (day && (!entry.effective || day->first < *entry.effective)) {
                entry.effective = day->first;
            }
        }
        entries_.push_back(std::move(entry));
    }

    void issued(const XmlNode& date) {
        if (const auto day = day_of(&date); day && day->first == day->last) {
            vintage_ = day->first.to_iso();
        }
    }

    Result<std::vector<Imported>> finish() {
        const bool sdn = std::any_of(entries_.begin(), entries_.end(),
                                     [](const Entry& entry) { return entry.list == "sdn"; });
        Collector collector(ofac_source(sdn || entries_.empty()), path_, limits_);
        collector.set_vintage(vintage_);
        for (auto& error : failed_) collector.refuse(std::move(error));
        for (auto& entry : entries_) TRY(add(collector, entry));
        std::size_t without = 0;
        for (std::size_t i = 0; i < parties_.size(); ++i) {
            if (parties_[i].entered) continue;
            ++without;
            Entry none{i, "other", {}, {}};
            TRY(add(collector, none));
        }
        if (without > 0) {
            collector.note(std::to_string(without) +
                           " parties have no entry that names their list; they are under other.");
        }
        std::vector<Imported> imported;
        imported.push_back(collector.finish());
        return imported;
    }

private:
    struct Entry {
        std::size_t party = 0;
        std::string list;
        std::vector<std::string> programmes;
        std::optional<Date> effective;
    };

    Status add(Collector& collector, Entry& entry) {
        auto& waiting = parties_[entry.party];
        waiting.entered = true;
        Listing listing = waiting.listing;
        listing.list = entry.list;
        listing.programmes = std::move(entry.programmes);
        listing.effective = entry.effective;
        const auto countries = std::move(listing.countries);
        listing.countries.clear();
        for (const auto& country : countries) collector.add_country(listing, country);
        const auto identifiers = std::move(listing.identifiers);
        listing.identifiers.clear();
        for (const auto& identifier : identifiers) {
            collector.add_identifier(listing, identifier);
        }
        return collector.add(std::move(listing), ids_[entry.party]);
    }

    void refuse(Error error) {
        constexpr std::size_t kRefusedMax = 1000;
        if (failed_.size() < kRefusedMax) failed_.push_back(std::move(error));
    }

    /// "LAST, First Middle" for a person, as the CSV prints it; the parts in order for others.
    std::string name_of(const XmlNode& documented, const Names& kinds) const {
        std::string last, rest;
        bool east_asian = false;
        for (const auto* part : documented.below("NamePartValue")) {
            const auto text = part->all_text();
            if (text.empty()) continue;
            east_asian = east_asian || is_east_asian(text);
            const auto& kind = references_.name("NamePartType",
                                                look_up(kinds, part->attribute("NamePartGroupID")));
            auto& into = kind == "Last Name" || kind == "Maiden Name" ? last : rest;
            into += (into.empty() || is_east_asian(text) ? "" : " ") + text;
        }
        if (last.empty() || rest.empty()) return last + rest;
        return last + (east_asian ? "" : ", ") + rest;
    }

    void fill_names(Listing& listing, const XmlNode& profile) const {
        struct Alias {
            std::string name;
            AliasKind kind = AliasKind::Plain;
        };
        std::vector<Alias> aliases;
        for (const auto* identity : profile.all("Identity")) {
            Names kinds;
            for (const auto* group : identity->below("NamePartGroup")) {
                kinds[group->attribute("ID")] = group->attribute("NamePartTypeID");
            }
            const bool main = identity->attribute("Primary") != "false";
            for (const auto* alias : identity->all("Alias")) {
                const bool primary = main && alias->attribute("Primary") == "true";
                const auto& type = references_.name("AliasType", alias->attribute("AliasTypeID"));
                auto kind = type == "F.K.A." ? AliasKind::Former : AliasKind::Plain;
                if (alias->attribute("LowQuality") == "true") kind = AliasKind::Weak;
                for (const auto* documented : alias->all("DocumentedName")) {
                    auto name = tidy(name_of(*documented, kinds));
                    if (primary && listing.name.empty()) {
                        listing.name = std::move(name);
                    } else if (!name.empty()) {
                        aliases.push_back({std::move(name), kind});
                    }
                }
            }
        }
        for (auto& alias : aliases) add_alias(listing, std::move(alias.name), alias.kind);
        for (const auto* identity : profile.all("Identity")) {
            const auto found = documents_.find(identity->attribute("ID"));
            if (found == documents_.end()) continue;
            for (const auto& document : found->second) listing.identifiers.push_back(document);
        }
    }

    void fill_kind(Listing& listing, const XmlNode& profile) const {
        const auto sub = profile.attribute("PartySubTypeID");
        listing.kind = ofac_kind(references_.name("PartySubType", sub));
        if (listing.kind.empty() || references_.name("PartySubType", sub).empty()) {
            const auto& type =
                references_.name("PartyType", references_.name("PartyTypeOfSub", sub));
            listing.kind = type.empty() ? "" : ofac_kind(type);
        }
    }

    void fill_feature(Listing& listing, const XmlNode& feature) const {
        const auto& type = references_.name("FeatureType", feature.attribute("FeatureTypeID"));
        for (const auto* version : feature.all("FeatureVersion")) {
            std::string detail = version->text_of("VersionDetail");
            if (type == "Birthdate") {
                const XmlNode* period = version->child("DatePeriod");
                const auto born = period == nullptr ? std::nullopt : born_in(*period);
                add_birth(listing, born);
            } else if (type == "Location" || type == "Place of Birth") {
                for (const auto* at : version->all("VersionLocation")) {
                    const auto found = places_.find(at->attribute("LocationID"));
                    if (found == places_.end()) continue;
                    if (type == "Location") {
                        add_once(listing.addresses, found->second.text);
                        add_once(listing.countries, found->second.country);
                    } else {
                        add_once(listing.birthplaces, found->second.text);
                    }
                }
                if (type == "Place of Birth") add_once(listing.birthplaces, std::move(detail));
            } else if (type == "Title") {
                if (!detail.empty()) listing.note += (listing.note.empty() ? "" : "; ") + detail;
            } else if (!detail.empty() && is_number_feature(type)) {
                listing.identifiers.push_back({type, std::move(detail), ""});
            }
        }
    }

    [[nodiscard]] Status bounded() const {
        if (kept_ <= limits_.kept_bytes_max && parties_.size() <= limits_.listings_max) {
            return std::monostate{};
        }
        return Error{"The file holds more than an import may.",
                     "at most " + std::to_string(limits_.listings_max) + " parties and " +
                         std::to_string(limits_.kept_bytes_max) + " bytes",
                     "Fetch it again from its publisher.",
                     {path_, 0, 0, ""},
                     {}};
    }

    std::string path_;
    ImportLimits limits_;
    References references_;
    std::unordered_map<std::string, Place> places_;
    std::unordered_map<std::string, std::vector<ListedIdentifier>> documents_;
    std::unordered_map<std::string, std::size_t> places_of_;
    std::vector<Waiting> parties_;
    std::vector<std::string> ids_;
    std::vector<Entry> entries_;
    std::vector<Error> failed_;
    std::string vintage_;
    std::uint64_t kept_ = 0;
};

}  // namespace

Result<std::vector<Imported>> read_ofac_advanced(ByteSource& source, const std::string& path,
                                                 const ImportLimits& limits) {
    XmlReader xml(source, path, limits);
    Reader reader(path, limits);
    while (TRY(xml.next())) {
        const std::string name(xml.name());
        const bool set = name.ends_with("Values") && name != "ReferenceValueSets";
        if (!set && name != "DateOfIssue" && name != "Location" && name != "IDRegDocument" &&
            name != "DistinctParty" && name != "SanctionsEntry") {
            continue;
        }
        const auto node = TRY(xml.take());
        if (set) reader.reference(node);
        if (name == "DateOfIssue") reader.issued(node);
        if (name == "Location") TRY(reader.place(node));
        if (name == "IDRegDocument") TRY(reader.document(node));
        if (name == "DistinctParty") TRY(reader.party(node));
        if (name == "SanctionsEntry") reader.entry(node);
    }
    return reader.finish();
}

}  // namespace cordon::lists
