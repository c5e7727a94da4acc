// SPDX-License-Identifier: Apache-2.0
// OpenSanctions entities.ftm.json: one FollowTheMoney entity a line, in any order. A party is one
// entity, its measures are others (Sanction, pointing at the party), as are its addresses,
// documents and offices. So parties wait in memory while the lines go by, what points at them is
// kept in short form, and both are put together at the end. A party under measures of two lists
// becomes two listings. Entities under no measure (politically exposed persons, relatives, owners)
// are no listed parties; they are counted and left out. Nationality is not taken.
#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "lists/born.h"
#include "lists/collector.h"
#include "lists/formats.h"
#include "lists/row.h"

namespace cordon::lists {

namespace {

/// Programmes and data sets whose list has a name of its own here.
struct Known {
    std::string_view text, list;
};
constexpr std::array<Known, 20> kKnown = {{{"US-BIS-EL", "entity_list"},
                                           {"US-BIS-DPL", "denied_persons"},
                                           {"US-BIS-MEU", "meu"},
                                           {"US-BIS-UVL", "unverified"},
                                           {"US-DOD-1260H", "section_1260h"},
                                           {"US-MCCAIN-1286", "section_1286"},
                                           {"US-UFLPA", "uflpa"},
                                           {"US-NS-CMIC", "cmic"},
                                           {"US-SSI", "ssi"},
                                           {"US-AECA-DEBARRED", "debarred"},
                                           {"US-DDTC-SD", "debarred"},
                                           {"US-DOS-ISN", "isn"},
                                           {"CN-UEL", "cn_mofcom"},
                                           {"CN-CML", "cn_mofcom"},
                                           {"us_bis_denied", "denied_persons"},
                                           {"us_dod_chinese_milcorps", "section_1260h"},
                                           {"us_dhs_uflpa", "uflpa"},
                                           {"us_ddtc_debarred", "debarred"},
                                           {"us_ofac_sdn", "sdn"},
                                           {"gb_fcdo_sanctions", "uk_sanctions"}}};

constexpr std::array<std::string_view, 8> kParties = {"Person",      "Company",    "Organization",
                                                      "LegalEntity", "PublicBody", "Vessel",
                                                      "Airplane",    "Asset"};

std::string kind_of(std::string_view schema) {
    if (schema == "Person") return "person";
    if (schema == "Vessel") return "vessel";
    if (schema == "Airplane") return "aircraft";
    if (schema == "Company" || schema == "Organization" || schema == "LegalEntity" ||
        schema == "PublicBody") {
        return "company";
    }
    return "";
}

/// Properties that are numbers, with what to call them.
struct NumberProperty {
    std::string_view property, label;
};
constexpr std::array<NumberProperty, 19> kNumbers = {
    {{"uscCode", "Unified Social Credit Code (USCC)"},
     {"registrationNumber", "Registration Number"},
     {"taxNumber", "Tax ID No."},
     {"vatCode", "V.A.T. Number"},
     {"leiCode", "LEI"},
     {"ogrnCode", "OGRN"},
     {"innCode", "INN"},
     {"kppCode", "KPP"},
     {"dunsCode", "D-U-N-S Number"},
     {"swiftBic", "SWIFT/BIC"},
     {"bikCode", "BIK (RU)"},
     {"imoNumber", "IMO number"},
     {"mmsi", "MMSI"},
     {"callSign", "Call Sign"},
     {"idNumber", "National ID No."},
     {"passportNumber", "Passport"},
     {"socialSecurityNumber", "SSN"},
     {"isin", "ISIN"},
     {"serialNumber", "Serial No."}}};

std::vector<std::string> texts_of(const Json& entity, std::string_view property) {
    std::vector<std::string> texts;
    const Json* properties = entity.find("properties");
    const Json* values = properties == nullptr ? nullptr : properties->find(property);
    if (values == nullptr) return texts;
    for (const auto& value : values->items) {
        if (value.kind == Json::Kind::Text) {
            if (auto text = tidy(value.text); !text.empty()) texts.push_back(std::move(text));
        } else if (const Json* id = value.find("id"); id != nullptr) {
            texts.push_back(id->text);  // a nested entity
        }
    }
    return texts;
}

std::string first_of(const Json& entity, std::string_view property) {
    auto texts = texts_of(entity, property);
    return texts.empty() ? std::string() : std::move(texts.front());
}

struct Measure {
    std::string list;
    std::vector<std::string> programmes;
    std::string authority, reason;
    std::optional<Date> effective, ended;
};

std::string list_named(const std::vector<std::string>& texts) {
    for (const auto& known : kKnown) {
        for (const auto& text : texts) {
            if (text == known.text) return std::string(known.list);
        }
    }
    return "";
}

std::optional<Date> day_of(const std::string& text) {
    const auto born = born_of(text);
    return born && born->first == born->last ? std::optional(born->first) : std::nullopt;
}

class Reader {
public:
    Reader(std::string path, const ImportLimits& limits)
        : path_(std::move(path)), limits_(limits) {}

    Status line(std::string_view text, std::uint32_t number) {
        const auto read = parse_json(text, {path_, number});
        if (!read) {
            refuse(read.error());
            return std::monostate{};
        }
        const Json* schema = read->find("schema");
        const Json* id = read->find("id");
        if (schema == nullptr || id == nullptr || read->find("properties") == nullptr) {
            refuse({"The line is no entity.",
                    "id, schema and properties",
                    "The line is left out; the others are read.",
                    {path_, number, 0, ""},
                    {}});
            return std::monostate{};
        }
        if (take(*read, schema->text, id->text, number)) kept_ += text.size();
        return bounded();
    }

    Result<std::vector<Imported>> finish() {
        std::string source = "opensanctions";
        if (datasets_.size() == 1) source += "-" + *datasets_.begin();
        Collector collector({source, "OpenSanctions"}, path_, limits_);
        if (last_seen_) collector.set_vintage(last_seen_->to_iso());
        for (auto& error : failed_) collector.refuse(std::move(error));
        for (auto& party : parties_) TRY(add(party, collector));
        if (more_failed_ > 0) {
            collector.note(std::to_string(more_failed_) +
                           " more lines were left out than are shown.");
        }
        if (unlisted_ > 0) {
            collector.note(std::to_string(unlisted_) +
                           " entities are under no measure and were left out.");
        }
        std::vector<Imported> imported;
        imported.push_back(collector.finish());
        return imported;
    }

private:
    struct Party {
        std::string id;
        Listing listing;
        std::vector<std::string> countries, datasets, addresses;
        bool listed = false;  ///< its topics say that it is
        std::uint32_t line = 0;
    };

    /// False for an entity that says nothing of a party.
    bool take(const Json& entity, const std::string& schema, const std::string& id,
              std::uint32_t number) {
        if (schema == "Sanction") {
            take_measure(entity);
        } else if (schema == "Address") {
            addresses_[id] = {first_of(entity, "full"), first_of(entity, "country")};
        } else if (schema == "Identification" || schema == "Passport") {
            const auto label = first_of(entity, "type");
            ListedIdentifier document{label.empty() ? schema : label, "",
                                      first_of(entity, "country")};
            for (auto& value : texts_of(entity, "number")) {
                document.value = value;
                for (const auto& holder : texts_of(entity, "holder")) {
                    documents_[holder].push_back(document);
                }
            }
        } else if (schema == "Position") {
            positions_[id] = first_of(entity, "name");
        } else if (schema == "Occupancy") {
            for (const auto& holder : texts_of(entity, "holder")) {
                offices_[holder].push_back(first_of(entity, "post"));
            }
        } else if (std::find(kParties.begin(), kParties.end(), schema) != kParties.end()) {
            take_party(entity, schema, id, number);
        } else {
            return false;
        }
        return true;
    }

    /// A file of another kind must not fill the memory: the rest are counted.
    void refuse(Error error) {
        constexpr std::size_t kRefusedMax = 1000;
        if (failed_.size() < kRefusedMax) {
            failed_.push_back(std::move(error));
        } else {
            ++more_failed_;
        }
    }

    void take_measure(const Json& entity) {
        Measure measure;
        auto signs = texts_of(entity, "programId");
        if (const Json* datasets = entity.find("datasets")) {
            for (const auto& dataset : datasets->items) signs.push_back(dataset.text);
        }
        measure.list = list_named(signs);
        for (auto& programme : texts_of(entity, "program")) {
            add_once(measure.programmes, std::move(programme));
        }
        for (auto& programme : texts_of(entity, "programId")) {
            add_once(measure.programmes, std::move(programme));
        }
        measure.authority = first_of(entity, "authority");
        measure.reason = first_of(entity, "reason");
        for (const char* property : {"startDate", "listingDate"}) {
            for (const auto& text : texts_of(entity, property)) {
                const auto day = day_of(text);
                if (day && (!measure.effective || *day < *measure.effective)) {
                    measure.effective = day;
                }
            }
        }
        for (const auto& text : texts_of(entity, "endDate")) {
            const auto day = day_of(text);
            if (day && (!measure.ended || *measure.ended < *day)) measure.ended = day;
        }
        for (const auto& party : texts_of(entity, "entity")) measures_[party].push_back(measure);
    }

    void take_party(const Json& entity, const std::string& schema, const std::string& id,
                    std::uint32_t number) {
        Party party;
        party.id = id;
        party.line = number;
        auto& listing = party.listing;
        const Json* caption = entity.find("caption");
        auto names = texts_of(entity, "name");
        if (caption != nullptr) listing.name = tidy(caption->text);
        if (listing.name.empty() && !names.empty()) listing.name = names.front();
        for (auto& name : names) add_alias(listing, std::move(name));
        for (auto& name : texts_of(entity, "alias")) add_alias(listing, std::move(name));
        for (auto& name : texts_of(entity, "weakAlias")) {
            add_alias(listing, std::move(name), AliasKind::Weak);
        }
        for (auto& name : texts_of(entity, "previousName")) {
            add_alias(listing, std::move(name), AliasKind::Former);
        }
        for (const char* property : {"country", "jurisdiction", "mainCountry", "flag"}) {
            for (auto& country : texts_of(entity, property)) {
                add_once(party.countries, std::move(country));
            }
        }
        for (auto& address : texts_of(entity, "address")) {
            add_once(listing.addresses, std::move(address));
        }
        party.addresses = texts_of(entity, "addressEntity");
        for (const auto& text : texts_of(entity, "birthDate")) {
            add_birth(listing, born_of(text));
        }
        for (auto& place : texts_of(entity, "birthPlace")) {
            add_once(listing.birthplaces, std::move(place));
        }
        for (const auto& known : kNumbers) {
            for (auto& value : texts_of(entity, known.property)) {
                listing.identifiers.push_back({std::string(known.label), std::move(value), ""});
            }
        }
        listing.kind = kind_of(schema);
        listing.note = first_of(entity, "notes");
        for (const auto& topic : texts_of(entity, "topics")) {
            party.listed = party.listed || topic == "sanction" || topic == "debarment" ||
                           topic.starts_with("export.");
        }
        take_datasets(entity, party);
        parties_.push_back(std::move(party));
    }

    void take_datasets(const Json& entity, Party& party) {
        if (const Json* datasets = entity.find("datasets")) {
            for (const auto& dataset : datasets->items) {
                add_once(party.datasets, dataset.text);
                if (datasets_.size() < 2) datasets_.insert(dataset.text);
            }
        }
        if (const Json* seen = entity.find("last_seen")) {
            const auto day = Date::from_iso(std::string_view(seen->text).substr(0, 10));
            if (day && (!last_seen_ || *last_seen_ < *day)) last_seen_ = *day;
        }
    }

    /// The measures of a party, one for each list: its programmes together, from the first day on,
    /// ended only when all have ended.
    std::vector<Measure> measures_of(const Party& party) const {
        std::vector<Measure> merged;
        const auto found = measures_.find(party.id);
        if (found != measures_.end()) {
            for (const auto& measure : found->second) {
                const auto list = measure.list.empty() ? std::string("other") : measure.list;
                const auto same = std::find_if(merged.begin(), merged.end(),
                                               [&](const Measure& m) { return m.list == list; });
                if (same == merged.end()) {
                    merged.push_back(measure);
                    merged.back().list = list;
                    continue;
                }
                for (const auto& programme : measure.programmes) {
                    add_once(same->programmes, programme);
                }
                if (measure.effective &&
                    (!same->effective || *measure.effective < *same->effective)) {
                    same->effective = measure.effective;
                }
                const bool both = same->ended && measure.ended;
                same->ended = both ? std::max(same->ended, measure.ended) : std::nullopt;
            }
        } else if (party.listed) {
            Measure measure;
            measure.list = list_named(party.datasets);
            if (measure.list.empty()) measure.list = "other";
            measure.programmes = party.datasets;
            merged.push_back(std::move(measure));
        }
        return merged;
    }

    Status add(Party& party, Collector& collector) {
        const auto measures = measures_of(party);
        if (measures.empty()) {
            ++unlisted_;
            return std::monostate{};
        }
        if (party.listing.name.empty()) {
            collector.refuse(party.line, "properties.name",
                             "The entity " + party.id + " has no name.", "caption or name");
            return std::monostate{};
        }
        join(party, collector);
        for (const auto& measure : measures) {
            Listing listing = party.listing;
            listing.list = measure.list;
            listing.programmes = measure.programmes;
            listing.effective = measure.effective;
            if (measure.ended && measure.effective && *measure.ended < *measure.effective) {
                listing.ended = measure.effective;
            } else if (measure.ended && *measure.ended < kLastDate) {
                // The last day, not the first day after.
                listing.ended = Date::from_days(measure.ended->days() + 1);
            }
            for (const auto& text : {measure.authority, measure.reason}) {
                if (!text.empty()) listing.note += (listing.note.empty() ? "" : "; ") + text;
            }
            TRY(collector.add(std::move(listing), party.id + ":" + measure.list));
        }
        return std::monostate{};
    }

    /// What other entities say of the party.
    void join(Party& party, Collector& collector) const {
        auto& listing = party.listing;
        for (const auto& id : party.addresses) {
            const auto address = addresses_.find(id);
            if (address == addresses_.end()) continue;
            add_once(listing.addresses, address->second.first);
            add_once(party.countries, address->second.second);
        }
        for (const auto& country : party.countries) add_country(listing, country, collector);
        auto identifiers = std::move(listing.identifiers);
        listing.identifiers.clear();
        if (const auto found = documents_.find(party.id); found != documents_.end()) {
            identifiers.insert(identifiers.end(), found->second.begin(), found->second.end());
        }
        for (auto& identifier : identifiers) {
            collector.add_identifier(listing, std::move(identifier));
        }
        if (const auto found = offices_.find(party.id); found != offices_.end()) {
            for (const auto& post : found->second) {
                const auto position = positions_.find(post);
                if (position == positions_.end() || position->second.empty()) continue;
                listing.note += (listing.note.empty() ? "" : "; ") + position->second;
            }
        }
    }

    /// "us", "ua-cri" (Crimea), "suhh" (the Soviet Union: no country today).
    static void add_country(Listing& listing, const std::string& code, Collector& collector) {
        if (code.size() == 4) return;
        collector.add_country(listing,
                              code.size() > 3 && code[2] == '-' ? code.substr(0, 2) : code);
    }

    [[nodiscard]] Status bounded() const {
        if (kept_ <= limits_.kept_bytes_max && parties_.size() <= limits_.listings_max) {
            return std::monostate{};
        }
        return Error{"The file holds more than an import may: " + std::to_string(parties_.size()) +
                         " parties, " + std::to_string(kept_) + " bytes so far.",
                     "at most " + std::to_string(limits_.listings_max) + " parties and " +
                         std::to_string(limits_.kept_bytes_max) + " bytes",
                     "Take the collection \"sanctions\" instead of \"default\".",
                     {path_, 0, 0, ""},
                     {}};
    }

    std::string path_;
    ImportLimits limits_;
    std::vector<Party> parties_;
    std::unordered_map<std::string, std::vector<Measure>> measures_;
    std::unordered_map<std::string, std::pair<std::string, std::string>> addresses_;
    std::unordered_map<std::string, std::vector<ListedIdentifier>> documents_;
    std::unordered_map<std::string, std::string> positions_;
    std::unordered_map<std::string, std::vector<std::string>> offices_;
    std::set<std::string> datasets_;
    std::optional<Date> last_seen_;
    std::vector<Error> failed_;
    std::uint64_t more_failed_ = 0;
    std::uint64_t kept_ = 0;
    std::uint32_t unlisted_ = 0;
};

}  // namespace

Result<std::vector<Imported>> read_open_sanctions(ByteSource& source, const std::string& path,
                                                  const ImportLimits& limits) {
    Reader reader(path, limits);
    std::string buffer;
    std::string piece(1 << 16, '\0');
    std::uint32_t line = 0;
    while (true) {
        const auto got = TRY(source.read(piece.data(), piece.size()));
        const auto searched = buffer.size();
        buffer.append(piece, 0, got);
        std::size_t start = 0;
        for (auto end = buffer.find('\n', searched); end != std::string::npos;
             end = buffer.find('\n', start)) {
            ++line;
            const auto text = trimmed(std::string_view(buffer).substr(start, end - start));
            start = end + 1;
            if (!text.empty()) TRY(reader.line(text, line));
        }
        buffer.erase(0, start);
        if (buffer.size() > limits.record_bytes_max) {
            return Error{
                "The line is longer than " + std::to_string(limits.record_bytes_max) + " bytes.",
                "one entity a line",
                "Fetch the file again.",
                {path, line + 1, 0, ""},
                {}};
        }
        if (got > 0) continue;
        if (const auto text = trimmed(buffer); !text.empty()) TRY(reader.line(text, line + 1));
        return reader.finish();
    }
}

}  // namespace cordon::lists
