// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <algorithm>
#include <limits>

#include "base/id.h"
#include "base/text.h"
#include "law/fact.h"
#include "law/table_reader.h"

namespace cordon::law {
namespace {

const std::vector<std::string> kSubjects = {"transaction", "item", "device", "party", "listing"};
const std::vector<std::string> kTypes = {"yes_no", "number",  "date", "country", "countries",
                                         "choice", "choices", "text", "texts",   "table"};
/// Keys that have a place of their own in a case; a fact of that name could never be stated.
const std::vector<std::string> kStructure = {
    "items",       "parties",          "listings",          "alternatives",
    "placeholder", "devices_complete", "listings_complete", "role"};
constexpr std::size_t kOptionsMax = 64;  // one bit each in Value::choices

/// "tpp", "route.to": words of small letters, digits and _, joined by dots.
bool is_fact_name(std::string_view name) {
    bool word_begins = true;
    for (const char c : name) {
        const bool letter = c >= 'a' && c <= 'z';
        const bool digit = c >= '0' && c <= '9';
        if (word_begins && !letter) return false;
        if (c != '.' && c != '_' && !letter && !digit) return false;
        word_begins = c == '.';
    }
    return !word_begins;
}

void read_unit(TableReader& reader, Fact& fact) {
    const bool number = fact.type == FactType::Number;
    if (!number) {
        reader.ignore("unit");
        if (reader.has("unit")) {
            reader.error("unit", fmt::format("`{}` is not a number and has no unit", fact.name),
                         "Remove the unit, or write type = \"number\"");
        }
        return;
    }
    const std::string name = reader.required_text("unit", "TPP");
    if (name.empty()) return;
    auto unit = unit_named(name);
    if (unit) {
        fact.unit = *unit;
        return;
    }
    reader.error("unit", unit.error().message,
                 unit.error().remedy.empty() ? unit.error().expected : unit.error().remedy);
}

void read_options(TableReader& reader, Fact& fact) {
    const bool choice = fact.type == FactType::Choice || fact.type == FactType::Choices;
    if (!choice) {
        reader.ignore("options");
        if (reader.has("options")) {
            reader.error("options",
                         fmt::format("`{}` is not a choice and has no options", fact.name),
                         "Remove the options, or write type = \"choice\"");
        }
        return;
    }
    auto named = reader.texts("options");
    for (auto& [word, position] : named) {
        if (!is_id_text(word)) {
            reader.error("options", fmt::format("\"{}\" cannot be an option", word),
                         "An option is one word of letters, digits and . - _");
        } else if (fact.option(word)) {
            reader.error("options", fmt::format("the option \"{}\" is named twice", word),
                         "Remove one of the two");
        } else if (fact.options.size() < kOptionsMax) {
            fact.options.push_back(std::move(word));
        } else {
            reader.error("options",
                         fmt::format("`{}` has more than {} options", fact.name, kOptionsMax),
                         "Split it into two facts");
            return;
        }
    }
    if (!reader.has("options")) reader.missing("options", "[\"first\", \"second\"]");
    if (reader.has("options") && named.empty()) {
        reader.error("options", fmt::format("`{}` has no options to choose from", fact.name),
                     "Name at least one");
    }
}

/// A fact and the name of the one that states it, which may come in a later file.
struct NamedFact {
    Fact fact;
    std::string stated_by;
};

bool rules_may_ask(FactType type) {
    return type != FactType::Text && type != FactType::Texts && type != FactType::Table;
}

/// What is missing must never be something that nobody can give.
std::string read_remedy(TableReader& reader, Fact& fact) {
    const std::string stated_by = reader.text("stated_by");
    fact.comes_from = reader.text("comes_from");
    const bool both = !stated_by.empty() && !fact.comes_from.empty();
    const bool none = stated_by.empty() && fact.comes_from.empty();
    if (!fact.derived && !none) {
        reader.error(stated_by.empty() ? "comes_from" : "stated_by",
                     fmt::format("`{}` is stated itself", fact.name),
                     "Remove it, or write derived = true");
    } else if (fact.derived && rules_may_ask(fact.type) && (none || both)) {
        reader.error("derived", fmt::format("`{}` cannot be stated in an order", fact.name),
                     "Write either stated_by = \"the fact an order gives instead\" or comes_from = "
                     "\"in words, where it comes from\"");
    }
    return stated_by;
}

/// One [[fact]]. Nothing when it has no usable name or type.
std::optional<NamedFact> read_fact(const TomlNode& table, SubjectKind subject, Diagnostics& out) {
    TableReader reader(table, "fact", out);
    Fact fact;
    fact.subject = subject;
    fact.name = reader.required_text("name", "tpp");
    fact.position = position_of(table, out.file);
    const auto type = reader.required_word("type", kTypes);
    if (!fact.name.empty() && !is_fact_name(fact.name)) {
        reader.error("name", fmt::format("\"{}\" cannot be the name of a fact", fact.name),
                     "Use small letters, digits and _, with dots between groups: route.to");
        fact.name.clear();
    }
    const std::string_view head = std::string_view(fact.name).substr(0, fact.name.find('.'));
    if (std::find(kStructure.begin(), kStructure.end(), head) != kStructure.end()) {
        reader.error("name", fmt::format("\"{}\" is a fixed part of a case, not a fact", head),
                     "Choose another name");
        fact.name.clear();
    }
    if (!type || fact.name.empty()) return std::nullopt;
    fact.type = static_cast<FactType>(*type);
    read_unit(reader, fact);
    read_options(reader, fact);
    fact.means = reader.required_text("means", "what it says, in words an officer would use");
    fact.assumed = reader.text("assumed");
    fact.question = reader.flag("question", false);
    fact.derived = reader.flag("derived", false);
    fact.required = reader.flag("required", false);
    if (fact.question && fact.type != FactType::YesNo) {
        reader.error("question", fmt::format("`{}` is not a yes_no fact", fact.name),
                     "Only a yes_no fact can be a question of knowledge");
    }
    if (fact.required && fact.derived) {
        reader.error("required", fmt::format("`{}` is derived and cannot be stated", fact.name),
                     "Remove required, or derived");
    }
    std::string stated_by = read_remedy(reader, fact);
    reader.finish();
    return NamedFact{std::move(fact), std::move(stated_by)};
}

struct FactFile {
    std::optional<SubjectKind> subject;
    std::vector<NamedFact> facts;
};

FactFile read_fact_file(const TomlNode& root, Diagnostics& out) {
    TableReader reader(root, "", out);
    FactFile file;
    const auto subject = reader.required_word("subject", kSubjects);
    const auto tables = reader.tables("fact");
    reader.finish();
    if (!subject) return file;
    file.subject = static_cast<SubjectKind>(*subject);
    for (const TomlNode* table : tables) {
        if (auto fact = read_fact(*table, *file.subject, out))
            file.facts.push_back(std::move(*fact));
    }
    return file;
}

}  // namespace

SchemaReading Schema::read(const std::vector<std::pair<std::string, std::string>>& files) {
    SchemaReading reading;
    std::vector<StatedBy> named;
    for (const auto& [path, text] : files) {
        Diagnostics out{path, {}};
        auto root = parse_toml(text, path);
        FactFile file;
        if (root) {
            file = read_fact_file(*root, out);
        } else {
            out.add(root.error());
        }
        for (NamedFact& read : file.facts) {
            const SubjectKind subject = read.fact.subject;
            Position place = read.fact.position;
            place.field = "fact.stated_by";
            if (auto error = reading.schema.add(std::move(read.fact))) {
                out.add(std::move(*error));
            } else if (!read.stated_by.empty()) {
                const auto slot = static_cast<Slot>(reading.schema.facts(subject).size() - 1);
                named.push_back({{subject, slot}, std::move(read.stated_by), std::move(place)});
            }
        }
        for (Error& error : out.errors) reading.errors.push_back(std::move(error));
    }
    reading.schema.resolve(named, reading.errors);
    return reading;
}

void Schema::resolve(const std::vector<StatedBy>& named, std::vector<Error>& errors) {
    for (const StatedBy& row : named) {
        Fact& fact = facts_[static_cast<std::size_t>(row.derived.subject)][row.derived.slot];
        const auto found = find_by_full_name(row.name);
        const bool reachable =
            found && (found->subject == fact.subject || (fact.subject == SubjectKind::Listing &&
                                                         found->subject == SubjectKind::Party));
        if (reachable && !this->fact(found->subject, found->slot).derived) {
            fact.stated_by = found;
            continue;
        }
        errors.push_back({fmt::format("\"{}\" does not state `{}`", row.name, fact.full_name()),
                          "a fact an order can state, of the same subject: item.name, party.owners",
                          "",
                          row.position,
                          {}});
    }
}

std::optional<FactRef> Schema::find_by_full_name(std::string_view name) const {
    for (std::size_t kind = 0; kind < kSubjectKinds; ++kind) {
        const auto subject = static_cast<SubjectKind>(kind);
        const std::string prefix =
            subject == SubjectKind::Transaction ? "" : std::string(to_text(subject)) + ".";
        if (!name.starts_with(prefix)) continue;
        if (const auto slot = find(subject, name.substr(prefix.size()))) {
            return FactRef{subject, *slot};
        }
    }
    return std::nullopt;
}

std::optional<Error> Schema::add(Fact fact) {
    const auto subject = static_cast<std::size_t>(fact.subject);
    auto& facts = facts_[subject];
    auto& order = by_name_[subject];
    const auto clash = [&](const Fact& other, std::string message, std::string remedy) {
        Position place = fact.position;
        place.field = "fact.name";
        return Error{.message = std::move(message),
                     .expected = "",
                     .remedy = std::move(remedy),
                     .position = std::move(place),
                     .related = {{"first given here", other.position}}};
    };
    for (const Fact& other : facts) {
        if (other.name == fact.name) {
            return clash(other, fmt::format("the fact `{}` is given twice", fact.full_name()),
                         "Remove one of the two, or rename it");
        }
        const bool group = other.name.starts_with(fact.name + ".");
        if (group || fact.name.starts_with(other.name + ".")) {
            return clash(other,
                         fmt::format("`{}` cannot be a fact and a group of facts at once",
                                     group ? fact.name : other.name),
                         "Rename one of the two");
        }
    }
    if (facts.size() == std::numeric_limits<Slot>::max()) {
        return clash(facts.back(), "there are too many facts of one subject", "Remove some");
    }
    const auto place = std::lower_bound(
        order.begin(), order.end(), fact.name,
        [&facts](Slot slot, const std::string& name) { return facts[slot].name < name; });
    order.insert(place, static_cast<Slot>(facts.size()));
    facts.push_back(std::move(fact));
    return std::nullopt;
}

Result<Schema> Schema::load(const std::vector<std::pair<std::string, std::string>>& files) {
    SchemaReading reading = read(files);
    if (!reading.errors.empty()) return std::move(reading.errors.front());
    return std::move(reading.schema);
}

const std::vector<Fact>& Schema::facts(SubjectKind kind) const {
    return facts_[static_cast<std::size_t>(kind)];
}

const Fact& Schema::fact(SubjectKind kind, Slot slot) const {
    return facts(kind)[slot];
}

std::optional<Slot> Schema::find(SubjectKind kind, std::string_view name) const {
    const auto& facts = facts_[static_cast<std::size_t>(kind)];
    const auto& order = by_name_[static_cast<std::size_t>(kind)];
    const auto place = std::lower_bound(
        order.begin(), order.end(), name,
        [&facts](Slot slot, std::string_view word) { return facts[slot].name < word; });
    if (place == order.end() || facts[*place].name != name) return std::nullopt;
    return *place;
}

Slot Schema::slot(SubjectKind kind, std::string_view name) const {
    const auto found = find(kind, name);
    if (!found) fail_check(__FILE__, __LINE__, fmt::format("no {} fact {}", to_text(kind), name));
    return *found;
}

bool Schema::is_group(SubjectKind kind, std::string_view name) const {
    const auto& facts = facts_[static_cast<std::size_t>(kind)];
    const auto& order = by_name_[static_cast<std::size_t>(kind)];
    const std::string prefix = std::string(name) + ".";
    const auto place = std::lower_bound(
        order.begin(), order.end(), prefix,
        [&facts](Slot slot, std::string_view word) { return facts[slot].name < word; });
    return place != order.end() && facts[*place].name.starts_with(prefix);
}

}  // namespace cordon::law
