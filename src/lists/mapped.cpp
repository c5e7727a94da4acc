// SPDX-License-Identifier: Apache-2.0
#include "lists/mapped.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "lists/born.h"
#include "lists/bracketed_names.h"
#include "lists/collector.h"
#include "lists/row.h"

namespace cordon::lists {

namespace {

/// Pieces of a text between any of the separators.
std::vector<std::string> pieces(const std::string& text,
                                const std::vector<std::string>& separators) {
    std::vector<std::string> found;
    std::size_t start = 0;
    while (start <= text.size()) {
        std::size_t end = text.size();
        std::size_t skip = 1;
        for (const auto& separator : separators) {
            const auto at = text.find(separator, start);
            if (at < end || (at == end && separator.size() > skip)) {
                end = at;
                skip = separator.size();
            }
        }
        if (auto piece = tidy(std::string_view(text).substr(start, end - start)); !piece.empty()) {
            found.push_back(std::move(piece));
        }
        start = end + skip;
    }
    return found;
}

/// What stands behind each occurrence of one of the words.
std::vector<std::string> behind(const std::string& text, const std::vector<std::string>& words) {
    std::vector<std::string> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const auto& word : words) {
            if (text.compare(at, word.size(), word) != 0) continue;
            found.push_back(tidy(std::string_view(text).substr(at + word.size())));
            at += word.size() - 1;
            break;
        }
    }
    return found;
}

/// The text up to the first of the words.
std::string before(const std::string& text, const std::vector<std::string>& words) {
    auto end = text.size();
    for (const auto& word : words) end = std::min(end, text.find(word));
    return end == text.size() ? text : tidy(std::string_view(text).substr(0, end));
}

class Importer {
public:
    Importer(const Mapping& mapping, const std::string& path, const Json* document,
             const ImportLimits& limits)
        : mapping_(mapping),
          path_(path),
          document_(document),
          collector_({mapping.source_id, mapping.title}, path, limits) {
        const auto& list = *mapping.field(Field::List);
        if (list.every && list.otherwise && !list.from.empty()) {
            named_ = list;
            named_->from.resize(1);
            named_->values.clear();
            accounted_ = list;
            accounted_.from.erase(accounted_.from.begin());
        }
        read_vintage();
    }

    Status row(const RowView& row, const std::string& where) {
        for (const auto& skip : mapping_.skips) {
            const auto found = row.texts(skip.field);
            const bool hit =
                skip.equals ? std::find(found.begin(), found.end(), *skip.equals) != found.end()
                            : !found.empty();
            if (hit) {
                ++skipped_;
                return std::monostate{};
            }
        }
        auto lists = all(Field::List, row, "");
        const bool every = mapping_.field(Field::List)->every;
        if (names_unknown_list(row)) lists.push_back(*named_->otherwise);
        if (lists.empty()) lists.emplace_back();
        if (!every) lists.resize(1);
        for (const auto& list : std::set<std::string>(lists.begin(), lists.end())) {
            auto read = listing(row, where, list);
            if (!read) {
                collector_.refuse(std::move(read).error());
                return std::monostate{};
            }
            auto id = one(Field::Id, row, list);
            if (every && !id.empty()) id += ":" + list;
            TRY(collector_.add(std::move(*read), id));
        }
        return std::monostate{};
    }

    void refuse(const Error& error) { collector_.refuse(error); }

    Imported finish() {
        if (skipped_ > 0) {
            collector_.note(std::to_string(skipped_) +
                            " rows left out as the mapping says (skip).");
        }
        if (unknown_ > 0) {
            collector_.note(std::to_string(unknown_) +
                            " rows name programmes that the mapping does not know; they stand on "
                            "the lists that their other columns name.");
        }
        return collector_.finish();
    }

private:
    void read_vintage() {
        const auto& rule = mapping_.vintage;
        if (rule.always) collector_.set_vintage(*rule.always);
        if (document_ == nullptr || rule.from.empty()) return;
        const RowView whole(*document_);
        for (const auto& day : days(texts(rule, whole), rule)) {
            collector_.set_vintage(day.to_iso());
        }
    }

    /// Does a row on every list it names (`every`) name one that `values` does not know, with no
    /// other column to account for it? Its party stands on the list for others too, or the measure
    /// would vanish beside a known one.
    bool names_unknown_list(const RowView& row) {
        if (!named_) return false;
        const auto& rule = *mapping_.field(Field::List);
        const auto named = texts(*named_, row);
        const bool unknown = std::any_of(named.begin(), named.end(), [&](const std::string& text) {
            return std::none_of(rule.values.begin(), rule.values.end(),
                                [&](const auto& pair) { return pair.first == text; });
        });
        if (unknown && accounted_.from.empty()) return true;
        if (!unknown || texts(accounted_, row).empty()) return unknown;
        ++unknown_;
        return false;
    }

    /// Every text the rule finds in the row, as it is meant.
    std::vector<std::string> texts(const FieldRule& rule, const RowView& row) const {
        if (rule.always) return {*rule.always};
        std::vector<std::string> found;
        for (const auto& path : rule.from) {
            for (auto& text : row.texts(path, rule.join)) {
                if (!rule.unless.empty() && text.find(rule.unless) != std::string::npos) continue;
                if (!rule.table.empty()) text = from_table(rule.table, text);
                if (!rule.after.empty()) {
                    for (const auto& part : behind(text, rule.after)) {
                        add(found, before(part, rule.until), rule);
                    }
                } else {
                    add(found, before(text, rule.until), rule);
                }
            }
        }
        return found;
    }

    static void add(std::vector<std::string>& found, const std::string& text,
                    const FieldRule& rule) {
        auto parts =
            rule.split.empty() ? std::vector<std::string>{tidy(text)} : pieces(text, rule.split);
        for (auto& part : parts) {
            if (rule.values.empty()) {
                if (!part.empty()) found.push_back(std::move(part));
                continue;
            }
            const auto same = [&](const auto& pair) { return pair.first == part; };
            const auto value = std::find_if(rule.values.begin(), rule.values.end(), same);
            if (value != rule.values.end()) found.push_back(value->second);
        }
    }

    std::string from_table(const FieldPath& table, const std::string& index) const {
        const Json* items = document_ == nullptr ? nullptr : at_path(*document_, table);
        if (items == nullptr || items->kind != Json::Kind::Array) return {};
        std::size_t number = 0;
        for (const char c : index) {
            if (c < '0' || c > '9' || number > items->items.size()) return {};
            number = number * 10 + static_cast<std::size_t>(c - '0');
        }
        return number < items->items.size() ? items->items[number].text : std::string();
    }

    static std::vector<Date> days(const std::vector<std::string>& printed, const FieldRule& rule) {
        std::vector<Date> found;
        for (const auto& text : printed) {
            if (rule.dates.empty()) {
                if (const auto day = printed_date(text, DateForm::Iso)) found.push_back(*day);
            }
            for (const auto form : rule.dates) {
                const auto day = printed_date(text, form);
                if (!day) continue;
                found.push_back(*day);
                break;
            }
        }
        return found;
    }

    std::vector<std::string> all(Field which, const RowView& row, const std::string& list) const {
        const auto& rule = mapping_.field(which);
        if (!rule) return {};
        const auto& lists = rule->lists;
        if (!lists.empty() && std::find(lists.begin(), lists.end(), list) == lists.end()) return {};
        auto found = texts(*rule, row);
        if (found.empty() && rule->otherwise) found.push_back(*rule->otherwise);
        return found;
    }

    std::string one(Field which, const RowView& row, const std::string& list) const {
        auto found = all(which, row, list);
        return found.empty() ? std::string() : std::move(found.front());
    }

    std::optional<Date> day(Field which, const RowView& row, const std::string& list) const {
        const auto& rule = mapping_.field(which);
        if (!rule) return {};
        const auto found = days(all(which, row, list), *rule);
        if (found.empty()) return {};
        // The listing begins with the first day printed and ends with the last.
        const bool end = which == Field::Ended;
        const auto best = end ? *std::max_element(found.begin(), found.end())
                              : *std::min_element(found.begin(), found.end());
        if (rule->last_day && best < kLastDate) return Date::from_days(best.days() + 1);
        return best;
    }

    Result<Listing> listing(const RowView& row, const std::string& where,
                            const std::string& on_list) {
        Listing read;
        const auto refuse = [&](std::string message, std::string expected) {
            return Error{std::move(message),
                         std::move(expected),
                         "The row is left out. Correct it, or the mapping " + mapping_.id + ".",
                         {path_, row.line(), 0, where},
                         {}};
        };
        read.name = one(Field::Name, row, "");
        if (read.name.empty()) return refuse("The row has no name.", "a party's name");
        read.list = on_list;
        if (read.list.empty()) {
            return refuse("The row of \"" + read.name + "\" is on no list the mapping knows.",
                          "one of the texts under field.list.values");
        }
        const auto& list = read.list;
        fill_names(read, row);
        read.kind = one(Field::Kind, row, list);
        read.published = day(Field::Published, row, list);
        read.effective = day(Field::Effective, row, list);
        read.ended = day(Field::Ended, row, list);
        for (auto& number : all(Field::Footnotes, row, list)) {
            read.footnotes.push_back({std::move(number), {}});
        }
        read.requirement = one(Field::Requirement, row, list);
        read.requirement_text = one(Field::RequirementText, row, list);
        read.review_policy = one(Field::ReviewPolicy, row, list);
        read.review_policy_text = one(Field::ReviewPolicyText, row, list);
        read.programmes = all(Field::Programmes, row, list);
        read.citation = joined(all(Field::Citation, row, list), "; ");
        read.note = joined(all(Field::Note, row, list), "; ");
        fill_identifiers(read, row);
        fill_births(read, row);
        return read;
    }

    void fill_names(Listing& read, const RowView& row) {
        const auto& list = read.list;
        for (auto& alias : all(Field::Aliases, row, list)) add_alias(read, std::move(alias));
        for (auto& alias : all(Field::WeakAliases, row, list)) {
            add_alias(read, std::move(alias), AliasKind::Weak);
        }
        for (auto& alias : all(Field::FormerNames, row, list)) {
            add_alias(read, std::move(alias), AliasKind::Former);
        }
        read.addresses = all(Field::Addresses, row, list);
        take_bracketed_names(read);
        const auto& rule = mapping_.field(Field::Countries);
        for (const auto& text : all(Field::Countries, row, list)) {
            if (rule->country_at_end) {
                collector_.add_country_at_end(read, text);
            } else {
                collector_.add_country(read, text);
            }
        }
    }

    /// Objects with members for label, value and country; or texts: "Passport, 836238033, KP",
    /// "91110000MA005UCQ5P (China)".
    void fill_identifiers(Listing& read, const RowView& row) {
        const auto& rule = mapping_.field(Field::Identifiers);
        if (!rule) return;
        if (!rule->value.empty()) {
            for (const auto& path : rule->from) {
                for (const Json* object : row.objects(path)) {
                    const auto text = [&](const std::string& member) {
                        const Json* found = member.empty() ? nullptr : object->find(member);
                        return found == nullptr ? std::string() : tidy(found->text);
                    };
                    const auto label = text(rule->label);
                    collector_.add_identifier(read, {label.empty() ? rule->named : label,
                                                     text(rule->value), text(rule->country)});
                }
            }
            return;
        }
        for (const auto& text : all(Field::Identifiers, row, read.list)) {
            if (!rule->named.empty()) {
                collector_.add_identifier(read, identifier_with_country(rule->named, text));
                continue;
            }
            const auto comma = text.find(", ");
            if (comma == std::string::npos) continue;
            const auto rest = text.substr(comma + 2);
            const auto last = rest.rfind(", ");
            const bool with_country = last != std::string::npos && last + 4 == rest.size();
            collector_.add_identifier(
                read, {text.substr(0, comma), with_country ? rest.substr(0, last) : rest,
                       with_country ? rest.substr(last + 2) : std::string()});
        }
    }

    void fill_births(Listing& read, const RowView& row) {
        const auto& rule = mapping_.field(Field::Born);
        const bool american = rule && std::find(rule->dates.begin(), rule->dates.end(),
                                                DateForm::MonthDayYear) != rule->dates.end();
        for (const auto& text : all(Field::Born, row, read.list)) {
            add_birth(read, born_of(text, american ? SlashOrder::MonthDayYear
                                                   : SlashOrder::DayMonthYear));
        }
        for (auto& place : all(Field::Birthplaces, row, read.list)) {
            add_once(read.birthplaces, std::move(place));
        }
    }

    const Mapping& mapping_;
    const std::string& path_;
    const Json* document_;
    Collector collector_;
    std::optional<FieldRule> named_;  ///< the texts that name the lists of a row, as printed
    FieldRule accounted_;             ///< the lists that the other paths name
    std::uint32_t unknown_ = 0;
    std::uint32_t skipped_ = 0;
};

std::string rows_name(const Mapping& mapping) {
    std::string name;
    for (const auto& part : mapping.rows) name += (name.empty() ? "" : ".") + part;
    return name;
}

}  // namespace

bool recognises(const Mapping& mapping, const Json& document) {
    const auto& signs = mapping.recognition;
    const Json* rows = at_path(document, mapping.rows);
    if (mapping.csv || rows == nullptr || rows->kind != Json::Kind::Array) return false;
    for (const auto& path : signs.has) {
        if (at_path(document, path) == nullptr) return false;
    }
    for (const auto& [path, text] : signs.equals) {
        const Json* value = at_path(document, path);
        if (value == nullptr || value->text != text) return false;
    }
    for (const auto& path : signs.row_has) {
        if (rows->items.empty() || at_path(rows->items.front(), path) == nullptr) return false;
    }
    return !signs.has.empty() || !signs.equals.empty() || !signs.row_has.empty();
}

bool recognises(const Mapping& mapping, const CsvTable& table) {
    const auto& columns = mapping.recognition.columns;
    return mapping.csv && !columns.empty() &&
           std::all_of(columns.begin(), columns.end(), [&](const std::string& column) {
               return std::find(table.header.begin(), table.header.end(), column) !=
                      table.header.end();
           });
}

Result<Imported> apply(const Mapping& mapping, const Json& document, const std::string& path,
                       const ImportLimits& limits) {
    const Json* rows = at_path(document, mapping.rows);
    if (rows == nullptr || rows->kind != Json::Kind::Array) {
        return Error{"There is no list of rows at \"" + rows_name(mapping) + "\".",
                     "the list that the mapping " + mapping.id + " names under mapping.rows",
                     "Choose another mapping, or correct mapping.rows.",
                     {path, document.line, document.column, rows_name(mapping)},
                     {}};
    }
    Importer importer(mapping, path, &document, limits);
    const auto name = rows_name(mapping);
    for (std::size_t i = 0; i < rows->items.size(); ++i) {
        TRY(importer.row(RowView(rows->items[i]), name + "[" + std::to_string(i) + "]"));
    }
    return importer.finish();
}

Result<Imported> apply(const Mapping& mapping, const CsvTable& table, const std::string& path,
                       const ImportLimits& limits) {
    Importer importer(mapping, path, nullptr, limits);
    for (const auto& row : table.rows) TRY(importer.row(RowView(table.header, row), "name"));
    for (const auto& error : table.refused) importer.refuse(error);
    return importer.finish();
}

}  // namespace cordon::lists
