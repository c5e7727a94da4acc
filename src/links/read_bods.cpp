// SPDX-License-Identifier: Apache-2.0
// BODS tells a story: a later statement of the same record takes the place of the earlier one, in
// 0.4 by the record's id, before that by naming the statements it replaces. So the statements of a
// file are gathered first, put in the order of their days, and then every one but the last ends
// when the next was made, or earlier where the next says since when it is so. Nothing is left of a
// statement that the next one corrects from its beginning on: else the two would be added up.
// Tested by bods_test.cpp and fuzz/fuzz_links.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "links/bods_statement.h"
#include "links/read_json.h"
#include "links/read_links.h"

namespace cordon::links {

namespace {

struct Statement {
    std::string statement, record;
    std::optional<Date> date;
    bool closed = false;
    BodsRelationship said;
    std::uint32_t line = 0;
};

class Reader {
public:
    Reader(std::string file, Gathered& into) : file_(std::move(file)), into_(into) {}

    void statement(const Json& json, std::uint32_t line) {
        const auto head = bods_head(json);
        const auto& id = head.record.empty() ? head.statement : head.record;
        if (id.empty() || head.details == nullptr) {
            into_.refuse(
                {"this is no BODS statement",
                 "statementID and statementType, or recordId, recordType and recordDetails",
                 "take it out, or fetch the file again",
                 {file_, line, 0, ""},
                 {}});
            return;
        }
        for (const auto& older : head.replaces) older_.emplace(head.statement, older);
        if (head.type == BodsHead::Type::Party) {
            auto party = bods_party(json, head);
            party.id = id;
            parties_.push_back({std::move(party), line});
        } else if (head.type == BodsHead::Type::Relationship) {
            told_.push_back({head.statement, head.record, head.date, head.closed,
                             bods_relationship(json, head), line});
        } else {
            into_.leave_out(fmt::format("\"{}\": no statement of a party or an interest",
                                        head.type_text.substr(0, 40)));
        }
    }

    void finish() {
        for (auto& [party, line] : parties_) {
            party.id = first(party.id);
            if (party.name.empty()) {
                into_.refuse({fmt::format("the party {} has no name", party.id),
                              "name or names",
                              "its interests are left out too",
                              {file_, line, 0, "name"},
                              {}});
                continue;
            }
            into_.tell(std::move(party), Told::Recorded, {file_, line, 0, ""});
        }
        std::map<std::string, std::vector<std::size_t>> records;
        for (std::size_t i = 0; i < told_.size(); ++i) {
            const auto& told = told_[i];
            records[told.record.empty() ? first(told.statement) : told.record].push_back(i);
        }
        for (auto& [record, statements] : records) {
            std::sort(statements.begin(), statements.end(), [&](std::size_t a, std::size_t b) {
                return std::pair(told_[a].date, a) < std::pair(told_[b].date, b);
            });
            for (std::size_t i = 0; i < statements.size(); ++i) {
                if (i > 0)
                    keep_known_since(told_[statements[i - 1]].said, told_[statements[i]].said);
                const bool last = i + 1 == statements.size();
                emit(record, told_[statements[i]], last ? nullptr : &told_[statements[i + 1]]);
            }
        }
    }

private:
    /// The statement at the beginning of a chain of replacements; itself where it replaces none.
    std::string first(const std::string& statement) {
        std::string id = statement;
        std::size_t steps = 0;
        for (auto at = older_.find(id); at != older_.end(); at = older_.find(id)) {
            if (++steps > older_.size()) break;  // a circle
            id = at->second;
        }
        if (steps > 1 && steps <= older_.size()) older_[statement] = id;
        return id;
    }

    /// When the next statement takes the place of this link; nothing when it never says.
    static std::optional<Date> ended(const Link& link, const Statement& next) {
        auto end = next.date;
        for (const auto& later : next.said.links) {
            if (later.relation != link.relation || !later.from) continue;
            if (!end || *later.from < *end) end = later.from;
        }
        return end;
    }

    /// What an earlier statement already said in the same words is known since then.
    static void keep_known_since(const BodsRelationship& earlier, BodsRelationship& later) {
        for (auto& link : later.links) {
            for (const auto& known : earlier.links) {
                if (known.relation != link.relation || known.share != link.share ||
                    known.from != link.from || !known.known_since || !link.known_since) {
                    continue;
                }
                link.known_since = std::min(*link.known_since, *known.known_since);
            }
        }
    }

    void emit(const std::string& record, Statement& told, const Statement* next) {
        if (told.said.subject.empty() || told.said.interested.empty()) {
            into_.leave_out("interest whose party is not specified: " +
                            told.said.reason.substr(0, 60));
            return;
        }
        for (auto& error : told.said.errors) {
            error.position.file = file_;
            into_.refuse(std::move(error));
        }
        const auto subject = into_.party(first(told.said.interested));
        const auto object = into_.party(first(told.said.subject));
        if (!subject || !object) return;
        std::size_t number = 0;
        for (auto link : told.said.links) {
            link.id = next == nullptr ? record : record + "@" + told.statement;
            if (++number > 1) link.id += fmt::format("/{}", number);
            link.subject = *subject;
            link.object = *object;
            if (next != nullptr || told.closed) {
                const auto end = next != nullptr ? ended(link, *next) : told.date;
                if (!end) {
                    into_.leave_out("interest replaced or closed on a day not stated");
                    continue;
                }
                if (!link.until || *end < *link.until) link.until = end;
            }
            if (link.from && link.until && *link.until <= *link.from) {
                into_.leave_out(next != nullptr
                                    ? "interest corrected by a later statement from its first day"
                                    : "interest that ends before it begins or on the same day");
                continue;
            }
            into_.add(std::move(link), {file_, told.line, 0, ""});
        }
    }

    std::string file_;
    Gathered& into_;
    std::vector<std::pair<PartyRecord, std::uint32_t>> parties_;
    std::vector<Statement> told_;
    std::unordered_map<std::string, std::string> older_;  ///< of a statement the one it replaces
};

/// Calls each(text, line) for the elements of an array, so that only one at a time is held as a
/// tree and a bad one does not take the others away. What is wrong with the array itself, or
/// nothing.
template <class Each>
std::optional<std::string_view> for_each_element(std::string_view array, Each&& each) {
    std::uint32_t line = 1, first_line = 1;
    std::size_t depth = 0, first = 1;
    bool quoted = false, any = false;
    for (std::size_t at = 0; at < array.size(); ++at) {
        const char c = array[at];
        if (c == '\n') ++line;
        if (quoted) {
            if (c == '\\') ++at;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '[' || c == '{') {
            if (++depth == 2) first_line = line;
        } else if (c == ']' || c == '}' || (c == ',' && depth == 1)) {
            if (c != ',' && depth == 0) return "there are more brackets than were opened";
            if (c != ',') --depth;
            if (c != ',' && depth > 0) continue;
            const auto element = trimmed(array.substr(first, at - first));
            if (c == ',' || any || !element.empty()) each(element, first_line);
            any = true;
            first = at + 1;
            if (c == ',') continue;
            if (!trimmed(array.substr(at + 1)).empty()) return "there is text after the array";
            return std::nullopt;
        }
    }
    return "the array does not end";
}

}  // namespace

void Reading::add_bods(std::string_view text, const std::string& file) {
    Reader reader(file, *gathered_);
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto each = [&](std::string_view one, std::uint32_t line) {
        const auto statement = parse_json(one, {file, line});
        if (statement) return reader.statement(*statement, line);
        gathered_->refuse(statement.error());
    };
    const auto start = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    if (text.substr(start).starts_with('[')) {
        const auto above =
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n');
        const auto wrong = for_each_element(text.substr(start), [&](auto one, auto line) {
            each(one, line + static_cast<std::uint32_t>(above));
        });
        if (wrong) {
            gathered_->refuse({std::string(*wrong),
                               "[statement, statement, …]",
                               "fetch the file again; what was read so far is kept",
                               {file, 0, 0, ""},
                               {}});
        }
    } else {
        for_each_line(text, each);
    }
    reader.finish();
}

}  // namespace cordon::links
