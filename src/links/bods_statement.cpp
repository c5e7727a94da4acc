// SPDX-License-Identifier: Apache-2.0
// What one statement says. Only a shareholding is a share of the whole: votes, seats and rights by
// contract are control or a tie, and their percentages go into the note. An indirect shareholding
// is the sum of a chain whose direct steps have statements of their own, so it counts as control
// without a share. Tested by bods_test.cpp.
#include "links/bods_statement.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/country.h"
#include "links/bods_words.h"
#include "links/read_json.h"
#include "links/read_share.h"

namespace cordon::links {

namespace {

void append(std::string& text, std::string_view more, std::string_view between) {
    if (more.empty()) return;
    if (!text.empty()) text += between;
    text += more;
}

std::vector<const Json*> items_at(const Json* object, std::string_view key) {
    std::vector<const Json*> items;
    if (const Json* array = member(object, key)) {
        for (const auto& item : array->items) items.push_back(&item);
    }
    return items;
}

std::string country_at(const Json* object) {
    for (const char* key : {"code", "name"}) {
        const auto text = text_at(object, key);
        if (text.empty() || text.size() > 64) continue;  // a refusal looks for what was meant
        if (const auto country = Country::from_name(text)) return std::string(country->code());
    }
    return "";
}

std::string source_of(const Json& statement) {
    const Json* source = statement.find("source");
    if (source == nullptr) {
        return tidy_at(member(statement.find("publicationDetails"), "publisher"), "name");
    }
    std::string text = tidy_at(source, "description");
    append(text, tidy_at(source, "url"), ", ");
    for (const Json* by : items_at(source, "assertedBy")) append(text, tidy_at(by, "name"), ", ");
    return text;
}

Grade grade_of(const Json& statement) {
    for (const Json* annotation : items_at(&statement, "annotations")) {
        const auto text = text_at(annotation, "description");
        if (!text.starts_with(kBodsGrade)) continue;
        if (const auto grade = grade_from(std::string_view(text).substr(kBodsGrade.size()))) {
            return *grade;
        }
    }
    for (const Json* type : items_at(statement.find("source"), "type")) {
        if (type->text == "officialRegister") return Grade::A;
    }
    return Grade::C;
}

void read_names(const Json* details, PartyRecord& party) {
    party.name = tidy_at(details, "name");
    for (const Json* name : items_at(details, "names")) {
        auto full = tidy_at(name, "fullName");
        if (full.empty()) {
            for (const char* part : {"givenName", "patronymicName", "familyName"}) {
                append(full, tidy_at(name, part), " ");
            }
        }
        if (party.name.empty()) {
            party.name = std::move(full);
        } else {
            party.aliases.push_back(std::move(full));
        }
    }
    for (const Json* name : items_at(details, "alternateNames")) {
        party.aliases.push_back(lists::tidy(name->text));
    }
}

/// "votingRights" and "voting-rights" alike.
std::string plain(std::string_view type) {
    std::string word = to_lower_ascii(type);
    std::erase(word, '-');
    return word;
}

Result<std::optional<Interval>> share_of(const Json* share) {
    const auto number = [&](const char* key) -> std::string_view {
        const Json* value = member(share, key);
        const bool has = value != nullptr &&
                         (value->kind == Json::Kind::Number || value->kind == Json::Kind::Text);
        return has ? std::string_view(value->text) : std::string_view();
    };
    if (const auto exact = number("exact"); !exact.empty()) {
        return share_between({exact}, {exact});
    }
    // In 0.4 the exclusive ends are numbers of their own, before that they are yes or no.
    const auto end = [&](const char* in, const char* out) -> ShareEnd {
        if (const auto text = number(out); !text.empty()) return {text, true};
        return {number(in), true_at(share, out)};
    };
    return share_between(end("minimum", "exclusiveMinimum"), end("maximum", "exclusiveMaximum"));
}

void read_interest(const Json& interest, Link& link, std::vector<Error>& errors) {
    const auto type = tidy_at(&interest, "type");
    const auto word = plain(type);
    const auto known = std::find_if(kBodsInterests.begin(), kBodsInterests.end(),
                                    [&](const BodsInterest& i) { return i.type == word; });
    link.relation = known == kBodsInterests.end() ? Relation::Linked : known->relation;
    auto direct = text_at(&interest, "directOrIndirect");
    if (direct.empty()) direct = text_at(&interest, "interestLevel");
    std::optional<Interval> share;
    if (auto read = share_of(interest.find("share"))) {
        share = *read;
    } else {
        auto error = std::move(read).error();
        error.position.line = interest.line;
        error.position.field = "interests.share";
        error.remedy = "the interest is read without a share";
        errors.push_back(std::move(error));
    }
    std::string said;
    if (link.relation == Relation::Owns && direct != "indirect") {
        link.share = share;
        if (direct == "unknown") said = "not stated whether directly";
    } else if (link.relation == Relation::Owns) {
        link.relation = Relation::Controls;
        said = share
                   ? fmt::format("indirect shareholding of {}, not counted beside the direct chain",
                                 share_text(*share))
                   : "indirect shareholding";
    } else if (word != "otherinfluenceorcontrol" || share) {
        said = type;
        if (share) append(said, share_text(*share), " ");
    }
    link.note = std::move(said);
    append(link.note, tidy_at(&interest, "details"), "; ");
    if (const auto days = days_in(text_at(&interest, "startDate"))) link.from = days->first;
    if (const auto days = days_in(text_at(&interest, "endDate"))) link.until = days->last;
}

/// The end of a relationship: a record id, before 0.4 one of several references, or a reason.
std::string end_of(const Json* end, std::string& reason) {
    if (end == nullptr) {
        reason = "not stated";
        return "";
    }
    if (end->kind == Json::Kind::Text) return lists::tidy(end->text);
    for (const char* key : {"describedByEntityStatement", "describedByPersonStatement"}) {
        if (auto id = tidy_at(end, key); !id.empty()) return id;
    }
    const Json* why = end->find("unspecified");
    reason = tidy_at(why == nullptr ? end : why, "reason");
    if (reason.empty()) reason = "not stated";
    return "";
}

}  // namespace

BodsHead bods_head(const Json& statement) {
    BodsHead head;
    head.type_text = text_at(&statement, "recordType");
    const bool records = !head.type_text.empty();
    if (!records) head.type_text = text_at(&statement, "statementType");
    head.person = head.type_text == "person" || head.type_text == "personStatement";
    if (head.person || head.type_text == "entity" || head.type_text == "entityStatement") {
        head.type = BodsHead::Type::Party;
    } else if (head.type_text == "relationship" ||
               head.type_text == "ownershipOrControlStatement") {
        head.type = BodsHead::Type::Relationship;
    }
    head.statement = tidy_at(&statement, records ? "statementId" : "statementID");
    head.record = tidy_at(&statement, "recordId");
    for (const Json* id : items_at(&statement, "replacesStatements")) {
        if (!id->text.empty()) head.replaces.push_back(lists::tidy(id->text));
    }
    head.date = day_at(&statement, "statementDate");
    if (!head.date) head.date = day_at(statement.find("publicationDetails"), "publicationDate");
    head.closed = text_at(&statement, "recordStatus") == "closed";
    head.details = records ? statement.find("recordDetails") : &statement;
    return head;
}

PartyRecord bods_party(const Json& statement, const BodsHead& head) {
    const Json* details = head.details;
    PartyRecord party;
    read_names(details, party);
    const Json* type = member(details, "entityType");
    const auto word =
        type != nullptr && type->kind == Json::Kind::Text ? type->text : text_at(type, "type");
    for (const auto& known : kBodsKinds) {
        if (known.type == word) party.kind = known.kind;
    }
    if (head.person) party.kind = "person";
    if (party.name.empty()) {
        const auto how = text_at(details, "personType");
        if (party.kind == "unnamed" || how == "anonymousPerson" || how == "unknownPerson") {
            party.name = fmt::format("unnamed {} {}", head.person ? "person" : "entity",
                                     head.record.empty() ? head.statement : head.record);
            party.kind = "unnamed";
        }
    }
    for (const char* key : {"jurisdiction", "incorporatedInJurisdiction"}) {
        if (party.country.empty()) party.country = country_at(member(details, key));
    }
    for (const Json* address : items_at(details, "addresses")) {
        if (auto text = tidy_at(address, "address"); !text.empty()) {
            party.addresses.push_back(std::move(text));
        }
    }
    for (const Json* identifier : items_at(details, "identifiers")) {
        auto scheme = tidy_at(identifier, "scheme");
        if (scheme.empty()) scheme = tidy_at(identifier, "schemeName");
        if (const auto id = tidy_at(identifier, "id"); !id.empty()) {
            party.identifiers.push_back(scheme + ":" + id);
        }
    }
    party.founded = day_at(details, "foundingDate");
    party.source = source_of(statement);
    return party;
}

BodsRelationship bods_relationship(const Json& statement, const BodsHead& head) {
    BodsRelationship read;
    read.subject = end_of(member(head.details, "subject"), read.reason);
    read.interested = end_of(member(head.details, "interestedParty"), read.reason);
    if (read.subject.empty() || read.interested.empty()) return read;
    Link link;
    link.known_since = head.date;
    link.grade = grade_of(statement);
    link.source = source_of(statement);
    for (const Json* interest : items_at(head.details, "interests")) {
        auto one = link;
        read_interest(*interest, one, read.errors);
        read.links.push_back(std::move(one));
    }
    if (read.links.empty() && !head.closed) {
        link.note = "kind of interest not stated";
        read.links.push_back(std::move(link));
    }
    return read;
}

}  // namespace cordon::links
