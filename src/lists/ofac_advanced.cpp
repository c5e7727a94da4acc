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
#include "lists/collector.h"
#include "lists/formats.h"
#include "lists/ofac_names.h"
#include "lists/ofac_references.h"
#include "lists/xml_reader.h"

namespace cordon::lists {

namespace {

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
            if (!value.name.empty()) known_.references.add(value);
        }
    }

    Status place(const XmlNode& node) {
        auto place = ofac_place(node, known_.references);
        kept_ += place.text.size() + sizeof(OfacPlace);
        known_.places[node.attribute("ID")] = std::move(place);
        return bounded();
    }

    Status document(const XmlNode& node) {
        const auto value = node.text_of("IDRegistrationNo");
        if (value.empty()) return std::monostate{};
        kept_ += value.size() + sizeof(ListedIdentifier);
        known_.documents[node.attribute("IdentityID")].push_back(
            {known_.references.name("IDRegDocType", node.attribute("IDRegDocTypeID")), value,
             known_.references.name("Country", node.attribute("IssuedBy-CountryID"))});
        return bounded();
    }

    Status party(const XmlNode& node) {
        for (const auto* profile : node.all("Profile")) {
            auto id = profile->attribute("ID");
            if (id.empty()) id = node.attribute("FixedRef");
            auto listing = ofac_profile(*profile, known_);
            if (listing.name.empty() || id.empty()) {
                refuse({"The party has no primary name or no number.",
                        "a Profile with an ID and an Identity with a primary Alias",
                        "The row is left out; the others are read.",
                        {path_, node.line, 0, "DistinctParty " + node.attribute("FixedRef")},
                        {}});
                continue;
            }
            for (const auto* feature : node.all("Feature")) {
                add_ofac_feature(listing, *feature, known_);
            }
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
                known_.references.name("SanctionsType", measure->attribute("SanctionsTypeID"));
            if (type.empty() || type == "Program") {
                add_once(entry.programmes, measure->text_of("Comment"));
            }
        }
        entry.list =
            ofac_list(known_.references.name("List", node.attribute("ListID")), entry.programmes);
        for (const auto* event : node.all("EntryEvent")) {
            const auto day = ofac_day(event->child("Date"));
            if (day && (!entry.effective || day->first < *entry.effective)) {
                entry.effective = day->first;
            }
        }
        entries_.push_back(std::move(entry));
    }

    void issued(const XmlNode& date) {
        if (const auto day = ofac_day(&date); day && day->first == day->last) {
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
        if (more_failed_ > 0) {
            collector.note(std::to_string(more_failed_) +
                           " more records were left out than are shown.");
        }
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
        if (failed_.size() < kRefusedMax) {
            failed_.push_back(std::move(error));
        } else {
            ++more_failed_;
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
    OfacKnown known_;
    std::unordered_map<std::string, std::size_t> places_of_;
    std::vector<Waiting> parties_;
    std::vector<std::string> ids_;
    std::vector<Entry> entries_;
    std::vector<Error> failed_;
    std::uint64_t more_failed_ = 0;
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
