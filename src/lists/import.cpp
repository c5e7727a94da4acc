// SPDX-License-Identifier: Apache-2.0
#include "lists/import.h"

#include <filesystem>

#include "base/csv.h"
#include "base/text.h"
#include "lists/bundled.h"
#include "lists/byte_source.h"
#include "lists/collector.h"
#include "lists/formats.h"
#include "lists/mapped.h"
#include "lists/mapping.h"
#include "lists/ofac_names.h"
#include "lists/xml_reader.h"

namespace cordon::lists {

namespace {

std::vector<Mapping> read_bundled() {
    std::vector<Mapping> mappings;
    for (const auto& file : bundled_mappings()) {
        mappings.push_back(MUST(read_mapping(file.bytes, std::string(file.path))));
    }
    return mappings;
}

const std::vector<Mapping>& bundled() {
    static const auto mappings = read_bundled();
    return mappings;
}

const Mapping& bundled_mapping(std::string_view id) {
    for (const auto& mapping : bundled()) {
        if (mapping.id == id) return mapping;
    }
    fail_check(__FILE__, __LINE__, id);
}

Error unrecognised(const std::string& path) {
    std::string known;
    for (const auto& title : bundled_mapping_titles()) known += "\n  " + title;
    return {"This is no list that Cordon recognises by itself.",
            "one of these:" + known,
            "Write a mapping (docs/reference/list-mapping.md; examples in mappings/) and give it "
            "with --map FILE.",
            {path, 0, 0, ""},
            {}};
}

bool looks_like_json(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    text = trimmed(text.substr(0, 4096));
    return text.starts_with("{") || text.starts_with("[");
}

Result<Imported> import_with(const Mapping& mapping, std::string_view text, const std::string& path,
                             const ImportLimits& limits) {
    if (mapping.csv) {
        return apply(mapping, TRY(read_csv(text, {path, 0, true})), path, limits);
    }
    return apply(mapping, TRY(parse_json(text, {path, 1})), path, limits);
}

Result<Imported> import_whole(std::string_view text, const std::string& path,
                              const ImportLimits& limits) {
    if (looks_like_json(text)) {
        const auto document = TRY(parse_json(text, {path, 1}));
        for (const auto& mapping : bundled()) {
            if (recognises(mapping, document)) return apply(mapping, document, path, limits);
        }
        return unrecognised(path);
    }
    const auto table = read_csv(text, {path, 0, true});
    if (!table) {
        auto error = unrecognised(path);
        error.message += " As a table it cannot be read: " + table.error().message + ".";
        return error;
    }
    for (const auto& mapping : bundled()) {
        if (recognises(mapping, *table)) return apply(mapping, *table, path, limits);
    }
    return unrecognised(path);
}

constexpr std::size_t kHead = 1 << 16;

const StreamFormat* stream_format(std::string_view head) {
    const auto root = xml_root(head);
    for (const auto& format : stream_formats()) {
        if (format.recognises(head, root)) return &format;
    }
    return nullptr;
}

/// A folder stands for the main table in it.
std::string file_in(const std::string& given) {
    std::error_code error;
    if (!std::filesystem::is_directory(given, error)) return given;
    for (const char* name : {"sdn.csv", "SDN.CSV", "sdn.csv.gz", "cons_prim.csv", "CONS_PRIM.CSV",
                             "cons_prim.csv.gz"}) {
        const auto path = given + "/" + name;
        if (std::filesystem::exists(path, error)) return path;
    }
    return given;
}

/// "…/sdn.csv" → "…/alt.csv"; "…/cons_prim.csv" → "…/cons_alt.csv". The text, or "" without one.
Result<std::string> sister(const std::string& path, const std::string& main_lower,
                           const std::string& word, const ImportLimits& limits) {
    const auto slash = path.find_last_of('/') + 1;
    const auto file = path.substr(slash);
    const auto at = to_lower_ascii(file).rfind(main_lower);
    if (at == std::string::npos) return std::string();
    const bool upper = file[at] >= 'A' && file[at] <= 'Z';
    auto replaced = word;
    if (upper) {
        for (char& c : replaced) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    auto beside =
        path.substr(0, slash) + file.substr(0, at) + replaced + file.substr(at + main_lower.size());
    std::error_code error;
    if (!std::filesystem::exists(beside, error)) return std::string();
    return whole_of(beside, limits);
}

Result<std::vector<Imported>> import_ofac_tables(const std::string& path,
                                                 const ImportLimits& limits) {
    OfacTables tables;
    tables.path = path;
    tables.main = TRY(whole_of(path, limits));
    const bool prim = is_ofac_consolidated(path);
    const std::string main = prim ? "prim" : "sdn";
    tables.addresses = TRY(sister(path, main, "add", limits));
    tables.aliases = TRY(sister(path, main, "alt", limits));
    tables.comments = TRY(sister(path, main, prim ? "comments" : "sdn_comments", limits));
    return read_ofac_csv(tables, limits);
}

Result<std::vector<Imported>> import_headed(const std::string& path, const std::string& head,
                                            const ImportLimits& limits) {
    if (const auto* format = stream_format(head)) {
        const auto source = TRY(open_source(path, limits));
        return format->read(*source, path, limits);
    }
    if (is_ofac_csv(head)) return import_ofac_tables(path, limits);
    const auto text = TRY(whole_of(path, limits));
    if (is_uk_csv(head)) return read_uk_csv(text, path, limits);
    std::vector<Imported> one;
    one.push_back(TRY(import_whole(text, path, limits)));
    return one;
}

/// The day in the name of a file that does not say it inside.
void name_the_day(Imported& imported, const std::string& path) {
    auto& file = imported.file;
    if (!file.vintage.empty()) return;
    const auto name = std::string_view(path).substr(path.find_last_of('/') + 1);
    for (std::size_t at = 0; at + 10 <= name.size(); ++at) {
        const auto day = Date::from_iso(name.substr(at, 10));
        if (!day) continue;
        (void)date_copy(imported, *day, path);
        imported.notes.push_back("The day of the copy, " + file.vintage +
                                 ", is taken from the name of the file.");
        return;
    }
}

}  // namespace

Status date_copy(Imported& imported, Date day, const std::string& path) {
    auto& file = imported.file;
    if (file.vintage == day.to_iso()) return std::monostate{};
    if (!file.vintage.empty()) {
        return Error{"The copy of " + file.source_id + " is of " + file.vintage +
                         " by its own account, and of " + day.to_iso() + " by --copied-on.",
                     "a day for files that do not say theirs",
                     "Leave --copied-on out; if only the name of the file says " + file.vintage +
                         ", rename it.",
                     {path, 0, 0, "--copied-on"},
                     {}};
    }
    file.vintage = day.to_iso();
    for (auto& listing : file.listings) listing.source += ", copy of " + file.vintage;
    std::erase(imported.notes, kNoDay);
    return std::monostate{};
}

Result<Imported> import_csl_json(std::string_view text, const std::string& path) {
    return import_with(bundled_mapping("csl-json"), text, path, {});
}

Result<Imported> import_csl_csv(std::string_view text, const std::string& path) {
    return import_with(bundled_mapping("csl-csv"), text, path, {});
}

Result<Imported> import_mapped(std::string_view text, const std::string& path,
                               std::string_view mapping_toml, const std::string& mapping_path,
                               const ImportLimits& limits) {
    const auto mapping = TRY(read_mapping(mapping_toml, mapping_path));
    return import_with(mapping, text, path, limits);
}

Result<Imported> import_any(std::string_view text, const std::string& path) {
    const auto head = text.substr(0, kHead);
    auto imported = [&]() -> Result<std::vector<Imported>> {
        if (const auto* format = stream_format(head)) {
            const auto source = source_over(text);
            return format->read(*source, path, {});
        }
        if (is_uk_csv(head)) return read_uk_csv(text, path, {});
        if (is_ofac_csv(head)) return read_ofac_csv({std::string(text), "", "", "", path}, {});
        std::vector<Imported> one;
        one.push_back(TRY(import_whole(text, path, {})));
        return one;
    }();
    if (!imported) return imported.error();
    if (imported->empty()) return unrecognised(path);
    return std::move(imported->front());
}

Result<std::vector<Imported>> import_file(const std::string& given, const ImportLimits& limits) {
    const auto path = file_in(given);
    const auto head = TRY(head_of(path, limits));
    auto imported = TRY(import_headed(path, head, limits));
    for (auto& one : imported) name_the_day(one, path);
    return imported;
}

std::vector<std::string> bundled_mapping_titles() {
    std::vector<std::string> titles;
    for (const auto& format : stream_formats()) {
        if (format.title.empty()) continue;
        titles.push_back(std::string(format.id) + ": " + std::string(format.title));
    }
    titles.emplace_back("ofac-csv: OFAC sdn.csv with add.csv and alt.csv beside it");
    titles.emplace_back("uk-csv: UK Sanctions List, CSV");
    for (const auto& mapping : bundled()) titles.push_back(mapping.id + ": " + mapping.title);
    return titles;
}

}  // namespace cordon::lists
