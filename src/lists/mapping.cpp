// SPDX-License-Identifier: Apache-2.0
#include "lists/mapping.h"

#include <algorithm>

#include "base/text.h"
#include "lists/toml_json.h"

namespace cordon::lists {

namespace {

constexpr std::array<std::string_view, kFieldCount> kFieldNames = {"id",
                                                                   "list",
                                                                   "name",
                                                                   "aliases",
                                                                   "countries",
                                                                   "addresses",
                                                                   "kind",
                                                                   "published",
                                                                   "effective",
                                                                   "ended",
                                                                   "footnotes",
                                                                   "requirement",
                                                                   "requirement_text",
                                                                   "review_policy",
                                                                   "review_policy_text",
                                                                   "programmes",
                                                                   "citation",
                                                                   "note",
                                                                   "weak_aliases",
                                                                   "former_names",
                                                                   "identifiers",
                                                                   "born",
                                                                   "birthplaces"};

const std::vector<std::string> kRuleKeys = {
    "from",      "join",   "table", "split",          "after",   "until", "values",
    "otherwise", "always", "lists", "dates",          "unless",  "label", "value",
    "country",   "named",  "every", "country_at_end", "last_day"};

class Reader {
public:
    explicit Reader(const std::string& path) : path_(path) {}

    Result<Mapping> mapping(const Json& root) {
        TRY(only(root, {"mapping", "recognise", "skip", "field"}, ""));
        Mapping mapping;
        const Json* head = root.find("mapping");
        if (head == nullptr) {
            return wrong(root, "mapping", "The mapping has no [mapping] part.",
                         "id, title, source, format and rows");
        }
        TRY(only(*head, {"id", "title", "source", "format", "rows", "vintage"}, "mapping"));
        mapping.id = TRY(text(*head, "id", "mapping"));
        mapping.title = TRY(text(*head, "title", "mapping"));
        mapping.source_id = TRY(text(*head, "source", "mapping"));
        const auto format = TRY(text(*head, "format", "mapping"));
        if (format != "json" && format != "csv") {
            return wrong(*head->find("format"), "mapping.format",
                         "\"" + format + "\" is not a format.", "\"json\" or \"csv\"");
        }
        mapping.csv = format == "csv";
        if (head->find("rows") != nullptr) mapping.rows = path_of(head->find("rows")->text);
        if (const Json* vintage = head->find("vintage")) {
            mapping.vintage = TRY(rule(*vintage, "mapping.vintage"));
        }
        if (const Json* part = root.find("recognise")) {
            mapping.recognition = TRY(recognition(*part));
        }
        if (const Json* part = root.find("skip")) mapping.skips = TRY(skips(*part));
        if (const Json* part = root.find("field")) TRY(fields(*part, mapping));
        for (const Field needed : {Field::List, Field::Name}) {
            if (mapping.field(needed)) continue;
            const auto name = std::string(kFieldNames[static_cast<std::size_t>(needed)]);
            return wrong(root, "field." + name, "Nothing says where the " + name + " of a row is.",
                         "a part [field." + name + "]");
        }
        return mapping;
    }

private:
    [[nodiscard]] Error wrong(const Json& at, const std::string& field, std::string message,
                              std::string expected) const {
        return {std::move(message),
                std::move(expected),
                "See docs/reference/list-mapping.md and the files in mappings/.",
                {path_, at.line, at.column, field},
                {}};
    }

    Status only(const Json& table, const std::vector<std::string>& keys,
                const std::string& where) const {
        if (table.kind != Json::Kind::Object) {
            return wrong(table, where, "This is not a table.", list_of(keys));
        }
        for (const auto& [key, value] : table.members) {
            if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
            const auto near = nearest(key, keys);
            return wrong(value, where.empty() ? key : where + "." + key,
                         "\"" + key + "\" is not a key here." +
                             (near.empty() ? "" : " Did you mean \"" + near + "\"?"),
                         list_of(keys));
        }
        return std::monostate{};
    }

    Result<std::string> text(const Json& table, const std::string& key,
                             const std::string& where) const {
        const Json* value = table.find(key);
        if (value == nullptr || value->kind != Json::Kind::Text || value->text.empty()) {
            return wrong(value == nullptr ? table : *value, where + "." + key,
                         "\"" + key + "\" is missing or not a text.", "a text");
        }
        return value->text;
    }

    /// A text, or a list of texts.
    Result<std::vector<std::string>> texts(const Json& value, const std::string& where) const {
        std::vector<std::string> read;
        if (value.kind == Json::Kind::Text) {
            read.push_back(value.text);
            return read;
        }
        const auto is_text = [](const Json& item) { return item.kind == Json::Kind::Text; };
        if (value.kind != Json::Kind::Array ||
            !std::all_of(value.items.begin(), value.items.end(), is_text)) {
            return wrong(value, where, "This is neither a text nor a list of texts.", "a text");
        }
        for (const auto& item : value.items) read.push_back(item.text);
        return read;
    }

    [[nodiscard]] static FieldPath path_of(const std::string& text) {
        FieldPath path;
        if (text.empty()) return path;
        for (const auto piece : split(text, '.')) path.emplace_back(piece);
        return path;
    }

    Result<std::vector<FieldPath>> paths(const Json& value, const std::string& where) const {
        std::vector<FieldPath> read;
        for (const auto& text : TRY(texts(value, where))) read.push_back(path_of(text));
        return read;
    }

    Result<FieldRule> rule(const Json& part, const std::string& where) const {
        TRY(only(part, kRuleKeys, where));
        FieldRule rule;
        for (const auto& [key, value] : part.members) {
            const auto field = where + "." + key;
            if (key == "country_at_end" || key == "last_day" || key == "every") {
                if (value.kind != Json::Kind::Bool) {
                    return wrong(value, field, "This is neither true nor false.", "true or false");
                }
                if (key == "last_day") rule.last_day = value.boolean;
                if (key == "country_at_end") rule.country_at_end = value.boolean;
                if (key == "every") rule.every = value.boolean;
            } else if (key == "values") {
                for (const auto& [from, to] : value.members) {
                    if (to.kind != Json::Kind::Text) {
                        return wrong(to, field, "A value stands for a text.", "a text");
                    }
                    rule.values.emplace_back(from, to.text);
                }
            } else {
                TRY(set_texts(rule, key, value, field));
            }
        }
        if (rule.from.empty() && !rule.always) {
            return wrong(part, where, "Nothing says where this comes from.",
                         "\"from\" or \"always\"");
        }
        return rule;
    }

    Status set_texts(FieldRule& rule, const std::string& key, const Json& value,
                     const std::string& field) const {
        const auto read = TRY(texts(value, field));
        const auto one = read.empty() ? std::string() : read.front();
        if (key == "from") rule.from = TRY(paths(value, field));
        if (key == "join") rule.join = read;
        if (key == "table") rule.table = path_of(one);
        if (key == "split") rule.split = read;
        if (key == "after") rule.after = read;
        if (key == "until") rule.until = read;
        if (key == "label") rule.label = one;
        if (key == "value") rule.value = one;
        if (key == "country") rule.country = one;
        if (key == "named") rule.named = one;
        if (key == "otherwise") rule.otherwise = one;
        if (key == "always") rule.always = one;
        if (key == "lists") rule.lists = read;
        if (key == "unless") rule.unless = one;
        if (key == "dates") {
            for (const auto& name : read) {
                const auto form = date_form_named(name);
                if (!form) {
                    return wrong(value, field, "\"" + name + "\" is not a form of dates.",
                                 "\"iso\", \"m/d/y\", \"d/m/y\" or \"words\"");
                }
                rule.dates.push_back(*form);
            }
        }
        for (const auto& list : rule.lists) TRY(option(value, field, list, list_options()));
        return std::monostate{};
    }

    Status option(const Json& at, const std::string& field, const std::string& word,
                  const std::vector<std::string>& options) const {
        if (std::find(options.begin(), options.end(), word) != options.end()) {
            return std::monostate{};
        }
        return wrong(at, field, "\"" + word + "\" is not one of the words known here.",
                     list_of(options));
    }

    Result<Recognition> recognition(const Json& part) const {
        TRY(only(part, {"has", "equals", "row_has", "columns"}, "recognise"));
        Recognition read;
        if (const Json* has = part.find("has")) read.has = TRY(paths(*has, "recognise.has"));
        if (const Json* has = part.find("row_has")) {
            read.row_has = TRY(paths(*has, "recognise.row_has"));
        }
        if (const Json* columns = part.find("columns")) {
            read.columns = TRY(texts(*columns, "recognise.columns"));
        }
        if (const Json* equals = part.find("equals")) {
            for (const auto& [key, value] : equals->members) {
                read.equals.emplace_back(path_of(key), value.text);
            }
        }
        return read;
    }

    Result<std::vector<SkipRule>> skips(const Json& part) const {
        std::vector<SkipRule> read;
        for (const auto& item : part.items) {
            TRY(only(item, {"field", "equals"}, "skip"));
            SkipRule skip;
            skip.field = path_of(TRY(text(item, "field", "skip")));
            if (const Json* equals = item.find("equals")) skip.equals = equals->text;
            read.push_back(std::move(skip));
        }
        return read;
    }

    Status fields(const Json& part, Mapping& mapping) const {
        const std::vector<std::string> names(kFieldNames.begin(), kFieldNames.end());
        TRY(only(part, names, "field"));
        for (const auto& [name, value] : part.members) {
            const auto at = std::find(names.begin(), names.end(), name) - names.begin();
            auto read = TRY(rule(value, "field." + name));
            if (name == "list") TRY(lists_of(read, value));
            mapping.fields[static_cast<std::size_t>(at)] = std::move(read);
        }
        return std::monostate{};
    }

    Status lists_of(const FieldRule& rule, const Json& at) const {
        const auto& options = list_options();
        if (rule.always) TRY(option(at, "field.list.always", *rule.always, options));
        if (rule.otherwise) TRY(option(at, "field.list.otherwise", *rule.otherwise, options));
        for (const auto& [from, to] : rule.values) {
            TRY(option(at, "field.list.values." + from, to, options));
        }
        return std::monostate{};
    }

    const std::string& path_;
};

}  // namespace

const std::vector<std::string>& list_options() {
    static const std::vector<std::string> options = {
        "entity_list",   "denied_persons", "unverified",   "meu",       "sdn",  "cmic",
        "section_1260h", "section_1286",   "uflpa",        "ssi",       "isn",  "debarred",
        "tw_shtc",       "jp_end_user",    "uk_sanctions", "cn_mofcom", "other"};
    return options;
}

Result<Mapping> read_mapping(std::string_view toml, const std::string& path) {
    const auto tree = TRY(json_of_toml(toml, path));
    return Reader(path).mapping(tree);
}

}  // namespace cordon::lists
