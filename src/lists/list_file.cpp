// SPDX-License-Identifier: Apache-2.0
#include "lists/list_file.h"

#include <algorithm>
#include <array>

namespace cordon::lists {

namespace {

struct TextField {
    std::string_view name;
    std::string Listing::* member;
};
constexpr std::array<TextField, 11> kTexts = {{{"id", &Listing::id},
                                               {"list", &Listing::list},
                                               {"name", &Listing::name},
                                               {"kind", &Listing::kind},
                                               {"requirement", &Listing::requirement},
                                               {"requirement_text", &Listing::requirement_text},
                                               {"review_policy", &Listing::review_policy},
                                               {"review_policy_text", &Listing::review_policy_text},
                                               {"citation", &Listing::citation},
                                               {"source", &Listing::source},
                                               {"note", &Listing::note}}};

struct TextsField {
    std::string_view name;
    std::vector<std::string> Listing::* member;
};
constexpr std::array<TextsField, 7> kLists = {{{"aliases", &Listing::aliases},
                                               {"countries", &Listing::countries},
                                               {"addresses", &Listing::addresses},
                                               {"programmes", &Listing::programmes},
                                               {"weak_aliases", &Listing::weak_aliases},
                                               {"former_names", &Listing::former_names},
                                               {"birthplaces", &Listing::birthplaces}}};
/// Version 1, without this number, lacked what screening needs; it is read with those fields empty.
constexpr std::string_view kVersion = "2";

struct DayField {
    std::string_view name;
    std::optional<Date> Listing::* member;
};
constexpr std::array<DayField, 3> kDays = {{{"published", &Listing::published},
                                            {"effective", &Listing::effective},
                                            {"ended", &Listing::ended}}};

void add_identifiers(Json& row, const Listing& listing) {
    if (listing.identifiers.empty()) return;
    Json array = Json::array();
    for (const auto& identifier : listing.identifiers) {
        Json item = Json::object();
        if (!identifier.label.empty()) item.add("label", Json::of_text(identifier.label));
        item.add("value", Json::of_text(identifier.value));
        if (!identifier.country.empty()) item.add("country", Json::of_text(identifier.country));
        array.push(std::move(item));
    }
    row.add("identifiers", std::move(array));
}

void add_births(Json& row, const Listing& listing) {
    if (listing.born.empty()) return;
    Json array = Json::array();
    for (const auto& born : listing.born) {
        Json item = Json::object();
        item.add("first", Json::of_text(born.first.to_iso()));
        item.add("last", Json::of_text(born.last.to_iso()));
        if (born.about) item.add("about", Json::of_bool(true));
        array.push(std::move(item));
    }
    row.add("born", std::move(array));
}

/// Empty fields are left out, so that a file stays readable.
Json to_json(const Listing& listing) {
    Json row = Json::object();
    for (const auto& field : kTexts) {
        const auto& text = listing.*field.member;
        if (!text.empty()) row.add(field.name, Json::of_text(text));
    }
    for (const auto& field : kLists) {
        const auto& texts = listing.*field.member;
        if (texts.empty()) continue;
        Json array = Json::array();
        for (const auto& text : texts) array.push(Json::of_text(text));
        row.add(field.name, std::move(array));
    }
    for (const auto& field : kDays) {
        const auto& day = listing.*field.member;
        if (day) row.add(field.name, Json::of_text(day->to_iso()));
    }
    if (listing.effective_is_publication) {
        row.add("effective_is_publication", Json::of_bool(true));
    }
    if (!listing.footnotes.empty()) {
        Json array = Json::array();
        for (const auto& footnote : listing.footnotes) {
            Json item = Json::object();
            item.add("number", Json::of_text(footnote.number));
            if (footnote.from) item.add("from", Json::of_text(footnote.from->to_iso()));
            array.push(std::move(item));
        }
        row.add("footnotes", std::move(array));
    }
    add_identifiers(row, listing);
    add_births(row, listing);
    return row;
}

Error wrong(const Json& at, const std::string& path, std::string_view field) {
    return {"The stored list is damaged: \"" + std::string(field) + "\" is not what it should be.",
            "a file written by an import",
            "Import the list again.",
            {path, at.line, at.column, std::string(field)},
            {}};
}

Result<std::optional<Date>> day(const Json* value, const std::string& path,
                                std::string_view field) {
    if (value == nullptr) return std::optional<Date>();
    auto read = Date::from_iso(value->text);
    if (!read) return wrong(*value, path, field);
    return std::optional(*read);
}

Status read_identifiers(Listing& listing, const Json& row, const std::string& path) {
    const Json* items = row.find("identifiers");
    if (items == nullptr) return std::monostate{};
    for (const auto& item : items->items) {
        const auto text = [&](std::string_view name) {
            const Json* value = item.find(name);
            return value == nullptr ? std::string() : value->text;
        };
        if (text("value").empty()) return wrong(item, path, "identifiers");
        listing.identifiers.push_back({text("label"), text("value"), text("country")});
    }
    return std::monostate{};
}

Status read_births(Listing& listing, const Json& row, const std::string& path) {
    const Json* items = row.find("born");
    if (items == nullptr) return std::monostate{};
    for (const auto& item : items->items) {
        const auto first = TRY(day(item.find("first"), path, "born"));
        const auto last = TRY(day(item.find("last"), path, "born"));
        if (!first || !last || *last < *first) return wrong(item, path, "born");
        const Json* about = item.find("about");
        listing.born.push_back({*first, *last, about != nullptr && about->boolean});
    }
    return std::monostate{};
}

/// What stands in a field must be among the aliases: the look-up reads only those.
bool among_aliases(const Listing& listing, const std::vector<std::string>& names) {
    const auto& aliases = listing.aliases;
    return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
        return std::find(aliases.begin(), aliases.end(), name) != aliases.end();
    });
}

Result<Listing> listing_from_json(const Json& row, const std::string& path) {
    Listing listing;
    if (row.kind != Json::Kind::Object) return wrong(row, path, "listings");
    for (const auto& field : kTexts) {
        const Json* value = row.find(field.name);
        if (value == nullptr) continue;
        if (value->kind != Json::Kind::Text) return wrong(*value, path, field.name);
        listing.*field.member = value->text;
    }
    for (const auto& field : kLists) {
        const Json* value = row.find(field.name);
        if (value == nullptr) continue;
        for (const auto& item : value->items) {
            if (item.kind != Json::Kind::Text) return wrong(item, path, field.name);
            (listing.*field.member).push_back(item.text);
        }
    }
    for (const auto& field : kDays) {
        listing.*field.member = TRY(day(row.find(field.name), path, field.name));
    }
    const Json* publication = row.find("effective_is_publication");
    listing.effective_is_publication = publication != nullptr && publication->boolean;
    if (const Json* footnotes = row.find("footnotes")) {
        for (const auto& item : footnotes->items) {
            const Json* number = item.find("number");
            if (number == nullptr) return wrong(item, path, "footnotes");
            auto from = TRY(day(item.find("from"), path, "footnotes"));
            listing.footnotes.push_back({number->text, from});
        }
    }
    TRY(read_identifiers(listing, row, path));
    TRY(read_births(listing, row, path));
    if (!among_aliases(listing, listing.weak_aliases)) return wrong(row, path, "weak_aliases");
    if (!among_aliases(listing, listing.former_names)) return wrong(row, path, "former_names");
    if (listing.name.empty() || listing.list.empty()) return wrong(row, path, "name");
    return listing;
}

}  // namespace

Json to_json(const ListFile& file) {
    Json root = Json::object();
    root.add("version", Json::of_number(kVersion));
    root.add("source_id", Json::of_text(file.source_id));
    root.add("title", Json::of_text(file.title));
    root.add("vintage", Json::of_text(file.vintage));
    Json rows = Json::array();
    for (const auto& listing : file.listings) rows.push(to_json(listing));
    root.add("listings", std::move(rows));
    return root;
}

Result<ListFile> list_file_from_json(std::string_view text, const std::string& path) {
    const auto root = TRY(parse_json(text, {path, 1}));
    const Json* version = root.find("version");
    if (version != nullptr && version->text != kVersion) {
        return Error{"The stored list is of version " + version->text + ".",
                     "version " + std::string(kVersion) + ", or 1 without a number",
                     "Use the newer program that wrote it, or import the list again.",
                     {path, version->line, version->column, "version"},
                     {}};
    }
    ListFile file;
    for (const auto& [name, member] :
         {std::pair{"source_id", &ListFile::source_id}, std::pair{"title", &ListFile::title},
          std::pair{"vintage", &ListFile::vintage}}) {
        const Json* value = root.find(name);
        if (value == nullptr || value->kind != Json::Kind::Text) return wrong(root, path, name);
        file.*member = value->text;
    }
    const Json* rows = root.find("listings");
    if (rows == nullptr) return wrong(root, path, "listings");
    file.listings.reserve(rows->items.size());
    for (const auto& row : rows->items) {
        file.listings.push_back(TRY(listing_from_json(row, path)));
    }
    return file;
}

}  // namespace cordon::lists
