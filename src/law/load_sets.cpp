// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <algorithm>

#include "law/load_parts.h"

namespace cordon::law {
namespace {

CountrySet read_members(TableReader& reader, Diagnostics& out) {
    CountrySet members;
    if (!reader.has("members")) reader.missing("members", "[\"CN\", \"MO\"], or [] for none");
    for (const auto& [code, position] : reader.texts("members")) {
        const auto country = Country::from_code(code);
        if (!country) {
            out.add(country.error().at(position));
        } else if (members.test(country->index())) {
            out.add({.message = fmt::format("{} is named twice", code),
                     .expected = "",
                     .remedy = "Remove one of the two",
                     .position = position,
                     .related = {}});
        } else {
            members.set(country->index());
        }
    }
    return members;
}

std::optional<SetVersion> read_set_version(const TomlNode& table, Diagnostics& out) {
    TableReader reader(table, "version", out);
    SetVersion version;
    version.position = reader.position();
    const auto period = reader.period(true);
    version.source = reader.required_text("source", "89 FR 18780");
    version.confidence = reader.confidence().value_or(Confidence::Unconfirmed);
    version.members = read_members(reader, out);
    version.note = reader.text("note");
    reader.text("checked");
    reader.finish();
    if (!period) return std::nullopt;
    version.period = *period;
    return version;
}

std::optional<DatedSet> read_set(TableReader& root, const TomlNode& header, Diagnostics& out) {
    TableReader reader(header, "set", out);
    DatedSet set;
    set.position = reader.position();
    set.name = reader.required_text("name", "country_group_D5");
    check_callable_name(reader, "name", set.name);
    set.title = reader.required_text("title", "Country Group D:5");
    set.cite = reader.required_text("cite", "15 CFR Part 740 Supp. No. 1");
    reader.finish();

    Timeline timeline;
    const auto tables = root.tables("version");
    for (const TomlNode* table : tables) {
        if (auto version = read_set_version(*table, out))
            set.versions.push_back(std::move(*version));
    }
    std::stable_sort(set.versions.begin(), set.versions.end(), [](const auto& a, const auto& b) {
        return begins_earlier(a.period, b.period);
    });
    for (const SetVersion& version : set.versions) {
        timeline.versions.push_back({version.period, version.position});
    }
    for (const Gap& gap : load_gaps(root, out)) timeline.gaps.push_back({gap.period, gap.position});
    if (tables.empty()) {
        root.error("set", "there is no [[version]]",
                   "Add [[version]] with from, source, confidence and members");
    }
    if (tables.size() == set.versions.size()) check_timeline(timeline, out);
    if (set.name.empty()) return std::nullopt;
    return set;
}

std::optional<Country> read_country(TableReader& reader, std::string_view key, Diagnostics& out) {
    const std::string code = reader.required_text(key, "CN");
    if (code.empty()) return std::nullopt;
    const auto country = Country::from_code(code);
    if (country) return *country;
    out.add(country.error().at(reader.position(key)));
    return std::nullopt;
}

std::optional<ReadAs> read_read_as(const TomlNode& table, Diagnostics& out) {
    TableReader reader(table, "read_as", out);
    const auto country = read_country(reader, "country", out);
    const auto as = read_country(reader, "as", out);
    const auto from = reader.required_date("from");
    std::string source = reader.required_text("source", "85 FR 83765");
    reader.confidence();
    reader.text("note");
    reader.text("checked");
    reader.finish();
    if (country && as && *country == *as) {
        reader.error("as", "a country already reads as itself", "Name another country");
        return std::nullopt;
    }
    if (!country || !as || !from) return std::nullopt;
    return ReadAs{*country, *as, *from, std::move(source), reader.position()};
}

/// One country reads as one other: two rows would need an order, and a chain would need an end.
void check_read_as(const std::vector<ReadAs>& rows, Diagnostics& out) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < rows.size(); ++j) {
            const bool twice = j < i && rows[i].country == rows[j].country;
            const bool chain = rows[i].as == rows[j].country;
            if (!twice && !chain) continue;
            const std::string_view code = rows[twice ? i : j].country.code();
            out.add({.message = fmt::format("{} {}", code,
                                            twice ? "is read as another country twice"
                                                  : "itself reads as another country"),
                     .expected = "",
                     .remedy = "Keep one row for each country, naming the final country",
                     .position = rows[i].position,
                     .related = {{"the other row", rows[j].position}}});
        }
    }
}

}  // namespace

LoadedSets load_set_file(const TomlNode& root, Diagnostics& out) {
    TableReader reader(root, "", out);
    LoadedSets loaded;
    for (const TomlNode* table : reader.tables("read_as")) {
        if (auto row = read_read_as(*table, out)) loaded.read_as.push_back(std::move(*row));
    }
    check_read_as(loaded.read_as, out);
    if (!reader.has("set") && !reader.has("read_as")) {
        reader.error("set", "there is neither [set] nor [[read_as]]",
                     "Begin the file with [set], name, title and cite");
    }
    if (const TomlNode* header = reader.node("set", TomlNode::Kind::Table)) {
        loaded.set = read_set(reader, *header, out);
    }
    reader.finish();
    return loaded;
}

}  // namespace cordon::law
