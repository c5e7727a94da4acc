// SPDX-License-Identifier: Apache-2.0
#include "lists/import.h"

#include "base/csv.h"
#include "base/text.h"
#include "lists/bundled.h"
#include "lists/mapped.h"
#include "lists/mapping.h"

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

Result<Imported> import_with(const Mapping& mapping, std::string_view text,
                             const std::string& path) {
    if (mapping.csv) {
        return apply(mapping, TRY(read_csv(text, {path, 0, true})), path);
    }
    return apply(mapping, TRY(parse_json(text, {path, 1})), path);
}

}  // namespace

Result<Imported> import_csl_json(std::string_view text, const std::string& path) {
    return import_with(bundled_mapping("csl-json"), text, path);
}

Result<Imported> import_csl_csv(std::string_view text, const std::string& path) {
    return import_with(bundled_mapping("csl-csv"), text, path);
}

Result<Imported> import_mapped(std::string_view text, const std::string& path,
                               std::string_view mapping_toml, const std::string& mapping_path) {
    const auto mapping = TRY(read_mapping(mapping_toml, mapping_path));
    return import_with(mapping, text, path);
}

Result<Imported> import_any(std::string_view text, const std::string& path) {
    if (looks_like_json(text)) {
        const auto document = TRY(parse_json(text, {path, 1}));
        for (const auto& mapping : bundled()) {
            if (recognises(mapping, document)) return apply(mapping, document, path);
        }
        return unrecognised(path);
    }
    const auto table = read_csv(text, {path, 0, true});
    if (!table) return unrecognised(path);
    for (const auto& mapping : bundled()) {
        if (recognises(mapping, *table)) return apply(mapping, *table, path);
    }
    return unrecognised(path);
}

std::vector<std::string> bundled_mapping_titles() {
    std::vector<std::string> titles;
    for (const auto& mapping : bundled()) titles.push_back(mapping.id + ": " + mapping.title);
    return titles;
}

}  // namespace cordon::lists
