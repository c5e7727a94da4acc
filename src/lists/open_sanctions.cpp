// SPDX-License-Identifier: Apache-2.0
// OpenSanctions entities.ftm.json: one FollowTheMoney entity a line, in any order. A party is one
// entity, its measures are others (Sanction, pointing at the party), as are its addresses,
// documents and offices. So parties wait in memory while the lines go by, what points at them is
// kept in short form, and both are put together at the end. A party under measures of two lists
// becomes two listings. Entities under no measure (politically exposed persons, relatives, owners)
// are no listed parties; they are counted and left out. Nationality is not taken.
#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "lists/collector.h"
#include "lists/formats.h"
#include "lists/open_sanctions_entity.h"

namespace cordon::lists {

namespace {

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
    /// False for an entity that says nothing of a party.
    bool take(const Json& entity, const std::string& schema, const std::string& id,
              std::uint32_t number) {
        if (schema == "Sanction") {
            const auto measure = measure_of(entity);
            for (const auto& party : texts_of(entity, "entity")) {
                measures_[party].push_back(measure);
            }
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
        } else if (is_party(schema)) {
            auto party = party_of(entity, schema);
            party.id = id;
            party.line = number;
            take_datasets(entity, party);
            parties_.push_back(std::move(party));
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

    void take_datasets(const Json& entity, const OpenParty& party) {
        for (const auto& dataset : party.datasets) {
            if (datasets_.size() < 2) datasets_.insert(dataset);
        }
        if (const Json* seen = entity.find("last_seen")) {
            const auto day = Date::from_iso(std::string_view(seen->text).substr(0, 10));
            if (day && (!last_seen_ || *last_seen_ < *day)) last_seen_ = *day;
        }
    }

    std::vector<Measure> measures_of(const OpenParty& party) const {
        const auto found = measures_.find(party.id);
        if (found != measures_.end()) return one_a_list(found->second);
        if (party.listed) return {measure_by(party.datasets)};
        return {};
    }

    Status add(OpenParty& party, Collector& collector) {
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
    void join(OpenParty& party, Collector& collector) const {
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
    std::vector<OpenParty> parties_;
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
