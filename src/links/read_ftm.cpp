// SPDX-License-Identifier: Apache-2.0
// FollowTheMoney, one entity a line, in any order. Parties are read as lists/open_sanctions.cpp
// reads them; an entity with two ends is a link. Where an ownership says that it is indirect, or
// that of an ultimate parent, its percentage is that of a chain whose direct steps stand there too:
// it counts as control, and the percentage goes into the note. A percentage that cannot be read is
// reported, and the link stays, without a share. Dates of a month or a year are read wide.
// Tested by ftm_test.cpp and fuzz/fuzz_links.cpp.
#include <fmt/format.h>

#include <algorithm>

#include "base/country.h"
#include "links/ftm_context.h"
#include "links/read_json.h"
#include "links/read_links.h"
#include "links/read_share.h"
#include "lists/collector.h"
#include "lists/open_sanctions_entity.h"

namespace cordon::links {

namespace {

using lists::first_of;
using lists::texts_of;

/// What can be owned and is no party.
constexpr std::array<std::string_view, 8> kThings{"Vessel",      "Airplane",    "Vehicle",
                                                  "Asset",       "RealEstate",  "Security",
                                                  "BankAccount", "CryptoWallet"};

bool contains_any(const std::string& text, std::initializer_list<std::string_view> words) {
    const auto lower = to_lower_ascii(text);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return lower.find(word) != std::string::npos;
    });
}

void note(Link& link, std::string_view text) {
    if (text.empty()) return;
    if (!link.note.empty()) link.note += "; ";
    link.note += text;
}

class Reader {
public:
    Reader(std::string file, std::optional<Date> known_since, Gathered& into)
        : file_(std::move(file)), known_since_(known_since), into_(into) {}

    void line(std::string_view text, std::uint32_t number) {
        const auto entity = parse_json(text, {file_, number});
        if (!entity) {
            into_.refuse(entity.error());
            return;
        }
        place_ = {file_, number, 0, ""};
        const auto schema = text_at(&*entity, "schema"), id = tidy_at(&*entity, "id");
        if (schema.empty() || id.empty() || entity->find("properties") == nullptr) {
            into_.refuse({"the line is no entity",
                          "id, schema and properties",
                          "take the line out, or fetch the file again",
                          place_,
                          {}});
            return;
        }
        const auto kind = std::find_if(kFtmKinds.begin(), kFtmKinds.end(),
                                       [&](const FtmKind& k) { return k.schema == schema; });
        if (kind != kFtmKinds.end()) return party(*entity, id, *kind);
        const auto edge = std::find_if(kFtmEdges.begin(), kFtmEdges.end(),
                                       [&](const FtmEdge& e) { return e.schema == schema; });
        if (edge != kFtmEdges.end()) return links(*entity, id, *edge);
        if (schema == "Address") {
            addresses_[id] = first_of(*entity, "full");
            return;
        }
        if (std::find(kThings.begin(), kThings.end(), schema) == kThings.end()) {
            into_.leave_out(schema.substr(0, 40) + ": neither a party nor a link of two");
            return;
        }
        into_.leave_out(schema + ": no party of trade");
        PartyRecord thing;
        thing.id = id;
        into_.tell(std::move(thing), Told::NoParty, place_);
    }

    /// Addresses are entities of their own and may stand after their party.
    void finish() {
        for (auto& [id, address] : at_address_) {
            const auto found = addresses_.find(address);
            if (found == addresses_.end() || found->second.empty()) continue;
            PartyRecord more;
            more.id = id;
            more.addresses.push_back(found->second);
            into_.tell(std::move(more), Told::Referred, {file_, 0, 0, ""});
        }
    }

private:
    void party(const Json& entity, const std::string& id, const FtmKind& kind) {
        auto open = lists::party_of(entity, std::string(kind.schema));
        PartyRecord record;
        record.id = id;
        record.name = std::move(open.listing.name);
        if (record.name.empty()) {
            into_.refuse({fmt::format("the entity {} has no name", id),
                          "caption or name",
                          "its links are left out too",
                          place_,
                          {}});
            return;
        }
        record.aliases = std::move(open.listing.aliases);
        record.addresses = std::move(open.listing.addresses);
        record.country = country_of(open.countries);
        record.source = source_of(entity);
        for (const auto& number : open.listing.identifiers) {
            record.identifiers.push_back(number.label + ":" + number.value);
        }
        const auto founded = Date::from_iso(first_of(entity, "incorporationDate"));
        if (founded) record.founded = *founded;
        const Json* context = entity.find(kFtmContext);
        record.kind = tidy_at(context, "kind");
        if (record.kind.empty()) record.kind = kind.kind;
        record.headquarters = country_of({text_at(context, "headquarters")});
        if (const Json* more = member(context, "identifiers")) {
            for (const auto& number : more->items) {
                lists::add_once(record.identifiers, lists::tidy(number.text));
            }
        }
        for (auto& address : open.addresses) at_address_.emplace_back(id, std::move(address));
        if (!into_.tell(std::move(record), Told::Recorded, place_)) return;
        for (const auto& parent : texts_of(entity, "parent")) {
            Link link;
            link.id = id + "#parent-" + parent;
            link.relation = Relation::Controls;
            link.note = "named as its parent";
            describe(entity, link);
            add(std::move(link), parent, id);
        }
    }

    static std::string country_of(const std::vector<std::string>& codes) {
        for (const auto& code : codes) {
            if (code.size() != 2 && (code.size() < 4 || code[2] != '-')) continue;  // "suhh"
            if (const auto country = Country::from_code(code.substr(0, 2))) {
                return std::string(country->code());
            }
        }
        return "";
    }

    static std::string source_of(const Json& entity) {
        std::string source;
        const auto add = [&](const std::string& text) {
            if (!text.empty()) source += (source.empty() ? "" : ", ") + text;
        };
        for (const char* property : {"publisher", "sourceUrl"}) {
            for (const auto& text : texts_of(entity, property)) add(text);
        }
        const Json* datasets = entity.find("datasets");
        if (!source.empty() || datasets == nullptr) return source;
        for (const auto& dataset : datasets->items) add(lists::tidy(dataset.text));
        return source;
    }

    /// What every link has: grade, source, and since when it is known.
    void describe(const Json& entity, Link& link) {
        link.grade = Grade::C;
        link.source = source_of(entity);
        if (const Json* context = entity.find(kFtmContext)) {
            if (const auto grade = grade_from(text_at(context, "grade"))) link.grade = *grade;
            link.known_since = day_at(context, "known_since");
            return;
        }
        link.known_since = day_at(&entity, "first_seen");
        if (!link.known_since) link.known_since = known_since_;
    }

    void links(const Json& entity, const std::string& id, const FtmEdge& edge) {
        Link link;
        link.relation = edge.relation;
        describe(entity, link);
        const auto role = first_of(entity, "role");
        if (edge.schema == "UnknownLink" && relation_from(role)) {
            link.relation = *relation_from(role);
        } else {
            refine(role, edge, link);
        }
        for (const char* property :
             {"relationship", "ownershipType", "sharesType", "summary", "description"}) {
            for (const auto& text : texts_of(entity, property)) note(link, text);
        }
        if (edge.relation == Relation::Owns) share(entity, role, link);
        dates(entity, link);
        if (link.from && link.until && *link.until <= *link.from) {
            into_.refuse({fmt::format("{} {} ends before it begins", edge.schema, id),
                          "endDate on or after startDate",
                          "correct one of the two days",
                          {file_, place_.line, 0, "properties.endDate"},
                          {}});
            return;
        }
        const auto subjects = texts_of(entity, edge.subject),
                   objects = texts_of(entity, edge.object);
        if (subjects.empty() || objects.empty()) {
            into_.refuse({fmt::format("{} {} has one end only", edge.schema, id),
                          fmt::format("{} and {}", edge.subject, edge.object),
                          "fetch the file again",
                          place_,
                          {}});
            return;
        }
        std::size_t number = 0;
        for (const auto& subject : subjects) {
            for (const auto& object : objects) {
                auto one = link;
                one.id = ++number == 1 ? id : fmt::format("{}/{}", id, number);
                add(std::move(one), subject, object);
            }
        }
    }

    /// What a role says beyond the schema.
    static void refine(const std::string& role, const FtmEdge& edge, Link& link) {
        if (edge.schema == "Directorship") {
            if (contains_any(role, {"legal representative", "法定代表"})) {
                link.relation = Relation::LegalRepresentativeOf;
            } else if (contains_any(role, {"founder"})) {
                link.relation = Relation::FounderOf;
            }
        } else if (edge.schema == "Representation" && contains_any(role, {"nominee"})) {
            link.relation = Relation::HoldsFor;
        } else if (edge.relation == Relation::Linked && edge.schema != "UnknownLink") {
            note(link, edge.schema);
        }
        note(link, role);
    }

    void share(const Json& entity, const std::string& role, Link& link) {
        std::optional<Interval> share;
        for (const auto& text : texts_of(entity, "percentage")) {
            const auto read = share_from_percentage(text);
            if (!read) {
                auto error = read.error().at({file_, place_.line, 0, "properties.percentage"});
                error.remedy = "the link is read without a share";
                into_.refuse(std::move(error));
                note(link, fmt::format("percentage as printed: {}", text));
                continue;
            }
            share = share ? share->hull(*read) : *read;
        }
        const Json* exact = member(entity.find(kFtmContext), "share");
        const auto low = text_at(exact, "low"), high = text_at(exact, "high");
        const auto read =
            share_between({low, true_at(exact, "above_low")}, {high, true_at(exact, "below_high")});
        if (read && *read) share = *read;
        const auto type = role + " " + first_of(entity, "ownershipType");
        if (contains_any(type, {"indirect", "ultimate"})) {
            link.relation = Relation::Controls;
            note(link, share ? "indirect holding of " + share_text(*share) +
                                   ", not counted beside the direct chain"
                             : "indirect holding");
            return;
        }
        link.share = share;
    }

    /// The earliest start and the latest end that the texts allow.
    static void dates(const Json& entity, Link& link) {
        for (const auto& text : texts_of(entity, "startDate")) {
            const auto days = days_in(text);
            if (!days) continue;
            if (!link.from || days->first < *link.from) link.from = days->first;
            if (days->first != days->last) note(link, "from " + text + ", day not stated");
        }
        for (const auto& text : texts_of(entity, "endDate")) {
            const auto days = days_in(text);
            if (!days || days->last == kLastDate) continue;
            const auto next = Date::from_days(days->last.days() + 1);
            if (!link.until || *link.until < next) link.until = next;
            if (days->first != days->last) note(link, "until " + text + ", day not stated");
        }
    }

    void add(Link link, const std::string& subject, const std::string& object) {
        const auto from = into_.party(subject), to = into_.party(object);
        if (!from || !to) return;
        link.subject = *from;
        link.object = *to;
        into_.add(std::move(link), place_);
    }

    std::string file_;
    std::optional<Date> known_since_;
    Gathered& into_;
    Position place_;
    std::unordered_map<std::string, std::string> addresses_;
    std::vector<std::pair<std::string, std::string>> at_address_;  ///< party, address
};

}  // namespace

void Reading::add_ftm(std::string_view text, const std::string& file,
                      std::optional<Date> known_since) {
    Reader reader(file, known_since, *gathered_);
    for_each_line(text,
                  [&](std::string_view line, std::uint32_t number) { reader.line(line, number); });
    reader.finish();
}

}  // namespace cordon::links
